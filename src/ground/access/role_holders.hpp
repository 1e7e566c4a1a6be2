#pragma once
// Who holds a role, organisation by organisation, and whether they have come in yet: for whoever has something to tell them.
#include "access/ids.hpp"
#include "access/role.hpp"
#include "base/date.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::db {
class Reader;
}

namespace kith::access {

struct RoleHolder {
    AccountId account;
    bool has_come_in = false;  ///< has chosen a password, or signed in once; until then nobody reads the inbox
};

/// The open accounts that hold `role` for each organisation on `today`, the longest first. One statement.
std::map<OrganisationId, std::vector<RoleHolder>> holders_by_organisation(db::Reader& reader, Role role, Date today);

/// Someone who may be chosen for a task, by what they are called.
struct NamedHolder {
    AccountId account;
    std::string name;
};
/// The open accounts that hold a role with `permission` anywhere on `today`, by name. One statement.
std::vector<NamedHolder> holders_of(db::Reader& reader, Permission permission, Date today);

}  // namespace kith::access
