#pragma once
// What reception's pages rest on, put together once by the app: how passwords are hashed, what the home page asks, and which places a
// role can reach. The places belong to rooms of the field, which reception may not include; the app hands in how they are asked.
#include "access/hasher.hpp"
#include "access/sign_in.hpp"
#include "db/sealed.hpp"
#include "web/home.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Reader;
}

namespace kith::reception {

/// One organisation or locality, as a list shows it.
struct Place {
    std::int64_t key = 0;
    std::string name;
    std::string code = {};  ///< what files call it
};

/// What a grant's scope can be chosen from. Each answers in order of name.
struct Places {
    std::function<std::vector<Place>(db::Reader&)> organisations = [](db::Reader&) { return std::vector<Place>{}; };
    std::function<std::vector<Place>(db::Reader&)> localities = [](db::Reader&) { return std::vector<Place>{}; };
    /// The staff record of that organisation's own reference, as an administrator knows it; nothing where there is none.
    std::function<std::optional<access::StaffRecordId>(db::Reader&, access::OrganisationId, std::string_view reference)> staff_record =
        [](db::Reader&, access::OrganisationId, std::string_view) { return std::optional<access::StaffRecordId>{}; };
    /// The public id of the staff record that an organisation calls `reference`, present or past.
    std::function<Result<PublicId>(db::Reader&, access::OrganisationId, std::string_view reference)> record_called =
        [](db::Reader&, access::OrganisationId, std::string_view) { return Result<PublicId>{not_found("Staff record")}; };
};

/// A job whose holder has that role for certain: whoever leads an organisation is its manager.
struct RoleTitle {
    std::string_view title;
    access::Role role;
};

struct Desk {
    access::Hasher& hasher;
    const web::Home& home;
    access::SignInLimits limits = {};
    Places places = {};
    std::optional<db::SealingKey> key = {};  ///< seals the secrets of second steps; none: nobody can set one up
    /// What the page of a route is called in the audit of reads: "/staff/{record}" → "A staff record". Empty where it has no name.
    std::function<std::string(std::string_view pattern)> page_name = [](std::string_view) { return std::string{}; };
    std::string contact = {};  ///< whom to ask, in words: "the workforce team, workforce@example.org"; empty: the administrator
    std::vector<RoleTitle> titles = {};  ///< as lists of people to invite may call roles, beside the roles' own names
};

}  // namespace kith::reception
