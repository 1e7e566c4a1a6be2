#include "access/reach.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::access {

namespace {

template <class Key>
void sort_once(std::vector<Key>& keys)
{
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

template <class Key>
bool holds(const std::vector<Key>& sorted, Key key)
{
    return std::binary_search(sorted.begin(), sorted.end(), key);
}

/// `place` is a column, or a condition with "{}" in it.
template <class Key>
void add_condition(std::string& sql, const std::string& place, const std::vector<Key>& keys)
{
    if (place.empty() || keys.empty()) return;
    std::string list;
    for (auto key : keys) list += fmt::format("{}{}", list.empty() ? "" : ", ", key.value());
    if (!sql.empty()) sql += " OR ";
    const auto gap = place.find("{}");
    if (gap == std::string::npos) {
        sql += place + " IN (" + list + ")";
    } else {
        sql += place.substr(0, gap) + list + place.substr(gap + 2);
    }
}

}  // namespace

Reach Reach::everything()
{
    Reach reach;
    reach.everything_ = true;
    return reach;
}

Reach Reach::within(std::vector<OrganisationId> organisations, std::vector<LocalityId> localities, std::vector<StaffRecordId> staff_records)
{
    Reach reach;
    reach.organisations_ = std::move(organisations);
    reach.localities_ = std::move(localities);
    reach.staff_records_ = std::move(staff_records);
    sort_once(reach.organisations_);
    sort_once(reach.localities_);
    sort_once(reach.staff_records_);
    return reach;
}

bool Reach::covers(const Subject& subject) const
{
    if (everything_) return true;
    if (subject.organisation && holds(organisations_, *subject.organisation)) return true;
    if (subject.staff_record && holds(staff_records_, *subject.staff_record)) return true;
    return std::any_of(subject.localities.begin(), subject.localities.end(), [&](auto locality) { return holds(localities_, locality); });
}

std::string Reach::where(const ReachColumns& columns) const
{
    if (everything_) return "(1 = 1)";
    std::string sql;
    add_condition(sql, columns.organisation, organisations_);
    add_condition(sql, columns.locality, localities_);
    add_condition(sql, columns.staff_record, staff_records_);
    return sql.empty() ? "(1 = 0)" : "(" + sql + ")";
}

bool Viewer::has_role(Role role) const
{
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return grant.role == role && grant.fits(); });
}

Reach reach(const Viewer& viewer, Permission permission)
{
    switch (openness_of(permission)) {
    case Openness::everyone: return Reach::everything();
    case Openness::anyone_signed_in: return viewer.is_signed_in() ? Reach::everything() : Reach{};
    case Openness::by_role: break;
    }
    if (!viewer.is_signed_in()) return {};

    std::vector<OrganisationId> organisations;
    std::vector<LocalityId> localities;
    std::vector<StaffRecordId> staff_records;
    for (const auto& grant : viewer.grants) {
        if (!grant.fits() || !row_of(grant.role).may.holds(permission)) continue;
        switch (grant.scope.kind) {
        case ScopeKind::area: return Reach::everything();
        case ScopeKind::locality: localities.emplace_back(grant.scope.key); break;
        case ScopeKind::organisation: organisations.emplace_back(grant.scope.key); break;
        case ScopeKind::own_record: staff_records.emplace_back(grant.scope.key); break;
        }
    }
    return Reach::within(std::move(organisations), std::move(localities), std::move(staff_records));
}

}  // namespace kith::access
