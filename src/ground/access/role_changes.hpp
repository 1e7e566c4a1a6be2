#pragma once
// Who gave or ended which role of whom, when and why: the roles' lines of all accounts' journals together.
#include "access/account.hpp"

#include <optional>
#include <vector>

namespace kith::db {
class Reader;
}

namespace kith::access {

struct RoleChange {
    AccountEvent event;
    PublicId account;   ///< whose role it was
    std::string name;   ///< theirs
};

/// When the changes happened that are asked for; open where empty.
struct RoleChangeFilter {
    std::optional<Instant> from = {};
    std::optional<Instant> before = {};
};

/// Newest first.
std::vector<RoleChange> list_role_changes(db::Reader& reader, const RoleChangeFilter& filter, int limit, int offset);
std::int64_t count_role_changes(db::Reader& reader, const RoleChangeFilter& filter);

}  // namespace kith::access
