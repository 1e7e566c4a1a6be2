#include "access/role_holders.hpp"
#include "access/viewer.hpp"
#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::access {

std::map<OrganisationId, std::vector<RoleHolder>> holders_by_organisation(db::Reader& reader, Role role, Date today)
{
    std::map<OrganisationId, std::vector<RoleHolder>> holders;
    reader.each("SELECT g.account_id, g.scope_key, CASE WHEN a.password_hash IS NULL AND a.signed_in_at IS NULL THEN 0 ELSE 1 END AS has_come_in "
                "FROM account_grant g JOIN account a ON a.id = g.account_id WHERE g.role = $1 AND g.scope_kind = $2 "
                "AND g.from_on <= $3 AND (g.to_on IS NULL OR g.to_on >= $3) AND a.closed_at IS NULL ORDER BY g.id",
                [&](const db::Row& row) {
                    holders[row.get<OrganisationId>("scope_key")].push_back({row.get<AccountId>("account_id"), row.get<bool>("has_come_in")});
                },
                row_of(role).name, name_of(ScopeKind::organisation), today);
    return holders;
}

std::vector<NamedHolder> holders_of(db::Reader& reader, Permission permission, Date today)
{
    std::string roles;
    for (const auto& row : role_table())
        if (row.may.holds(permission)) roles += fmt::format("{}'{}'", roles.empty() ? "" : ", ", row.name);
    std::vector<NamedHolder> holders;
    if (roles.empty()) return holders;
    reader.each(fmt::format("SELECT DISTINCT a.id, a.name FROM account_grant g JOIN account a ON a.id = g.account_id WHERE g.role IN ({}) "
                            "AND g.from_on <= $1 AND (g.to_on IS NULL OR g.to_on >= $1) AND a.closed_at IS NULL ORDER BY a.name, a.id", roles),
                [&](const db::Row& row) { holders.push_back({row.get<AccountId>("id"), row.get<std::string>("name")}); }, today);
    return holders;
}

}  // namespace kith::access
