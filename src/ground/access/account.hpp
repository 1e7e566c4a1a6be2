#pragma once
// Someone who may sign in, the roles they hold and what happened to their account. Values only; see accounts.hpp for what can be done.
#include "access/viewer.hpp"
#include "base/date.hpp"
#include "base/email_address.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::access {

using GrantId = Id<struct GrantTag>;

struct Account {
    AccountId id;
    PublicId public_id;
    EmailAddress email;
    std::string name;  ///< as the holder wishes to be called
    Instant opened_at;
    std::optional<Instant> closed_at;       ///< a closed account cannot sign in; its history stays
    std::optional<Instant> signed_in_at;    ///< last time
    bool has_password = false;              ///< false until the holder has chosen one with a sign-in code
    bool is_open() const { return !closed_at; }
};

/// A grant with its days, as it is kept.
struct HeldGrant {
    GrantId id;
    Grant grant;
    Period period;
};

/// One line of an account's journal.
struct AccountEvent {
    Instant at;
    std::string by;     ///< who did it: "by" an account's name, "command line", or the holder
    std::string what;   ///< "role given", in words
    std::string detail; ///< "data_steward in organisation 12"; never a password, a code or an address
    std::string reason = {};  ///< why, in the words of who did it; may be empty
};

}  // namespace kith::access
