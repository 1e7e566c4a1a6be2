#pragma once
// Roles, scopes and their days in words, with the names of places asked for at most once a page. Private to this room.
#include "access/account.hpp"
#include "reception/desk.hpp"

#include <map>
#include <optional>

namespace kith::reception {

class ScopeWords {
public:
    ScopeWords(db::Reader& reader, const Places& places) : reader_(reader), places_(places) {}
    /// "Westfield Nursery", "the whole area", "their own record".
    std::string of(const access::Scope& scope);
    /// "Data steward: Westfield Nursery".
    std::string of(const access::Grant& grant);
    /// A journal's line about a role ("data_steward in organisation 12") as people say it; anything else as it stands.
    std::string of_journal(const std::string& detail);
    /// The name of an organisation.
    std::string of(access::OrganisationId organisation);

private:
    using Names = std::optional<std::map<std::int64_t, std::string>>;
    db::Reader& reader_;
    const Places& places_;
    Names organisations_;
    Names localities_;
};

/// "From 18 November 2026", "18 November 2026 to 3 March 2027", "Never ran" where it ended before it began.
std::string in_words(const Period& period);

}  // namespace kith::reception
