#include "workforce/ask_through_register.hpp"

#include "workforce/full_name.hpp"
#include "workforce/staff_store.hpp"

#include <fmt/format.h>

namespace kith::workforce {

std::unordered_map<StaffRecordId, AskThrough> managers_of(db::Reader& reader, const Whose& whose, std::span<const StaffRecordId> records, Date on, Date today)
{
    std::unordered_map<StaffRecordId, AskThrough> managers;
    if (records.empty()) return managers;
    std::vector<std::int64_t> ids;
    for (auto record : records) ids.push_back(record.value());
    // Oldest terms first: what is met last stands.
    const auto sql = fmt::format(
        "SELECT s.id AS staff_id, r.id, r.public_id, r.organisation_id, r.given_name, r.family_name "
        "FROM staff_record s "
        "JOIN engagement e ON e.staff_record_id = s.id AND e.ended_by IS NULL AND e.started_on <= $1 AND (e.ended_on IS NULL OR e.ended_on >= $1) "
        "JOIN engagement_terms t ON t.engagement_id = e.id AND t.ended_by IS NULL AND t.from_on = "
        "(SELECT MAX(u.from_on) FROM engagement_terms u WHERE u.engagement_id = e.id AND u.ended_by IS NULL AND u.from_on <= $1) "
        "JOIN staff_record r ON r.organisation_id = s.organisation_id AND r.reference = t.manager AND r.ended_by IS NULL AND r.id <> s.id "
        "WHERE s.ended_by IS NULL AND t.manager <> '' AND s.id IN ({}) AND {} ORDER BY e.started_on, e.id",
        fmt::join(ids, ", "), staff_within(whose, today));
    reader.each(sql, [&](const db::Row& row) {
        auto name = full_name(row.get<std::optional<PersonName>>("given_name").value_or(PersonName{}), row.get<std::optional<PersonName>>("family_name").value_or(PersonName{}));
        if (name.empty()) return;
        managers.insert_or_assign(row.get<StaffRecordId>("staff_id"), AskThrough{.id = row.get<StaffRecordId>("id"), .public_id = row.get<PublicId>("public_id"),
                                                                              .organisation = row.get<OrganisationId>("organisation_id"), .name = std::move(name)});
    }, on);
    return managers;
}

}  // namespace kith::workforce
