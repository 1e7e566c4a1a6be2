#pragma once
// What people are to the partnership, and what each may do. The table in role.cpp is the one place where that is said.
#include "access/permission.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace kith::access {

enum class Role : std::uint8_t { administrator, workforce_lead, locality_lead, data_steward, manager, practitioner, board_member };

/// How far a grant of a role reaches.
enum class ScopeKind : std::uint8_t { area, locality, organisation, own_record };

struct RoleRow {
    Role role;
    std::string_view name;   ///< as stored and as `kith user` takes it
    std::string_view label;  ///< as pages show it
    ScopeKind scope;         ///< a grant of this role with another kind of scope gives nothing
    PermissionSet may;
    std::string_view words;  ///< one sentence for whoever gives the role
};

const std::array<RoleRow, 7>& role_table();
const RoleRow& row_of(Role role);
/// "data_steward" → the role; nothing where no role has that name.
std::optional<Role> role_named(std::string_view name);

/// "area", "locality", "organisation", "own_record", as stored.
std::string_view name_of(ScopeKind kind);
std::optional<ScopeKind> scope_kind_named(std::string_view name);

}  // namespace kith::access
