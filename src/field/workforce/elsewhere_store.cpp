#include "workforce/elsewhere_register.hpp"
#include "workforce/staff_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace kith::workforce {
namespace {

bool anyone_else_has_a_number(db::Reader& reader, OrganisationId asking)
{
    return reader.one("SELECT 1 AS found FROM staff_record WHERE ended_by IS NULL AND national_insurance_index IS NOT NULL AND organisation_id <> $1 LIMIT 1", asking)
        .has_value();
}

HeldElsewhere without_whose(HeldStaffRecord held)
{
    for (auto& job : held.engagements) {
        job.engagement.reference.clear();
        for (auto& entry : job.terms) entry.terms.manager.clear();
    }
    return {.given_name = std::move(held.record.given_name), .family_name = std::move(held.record.family_name), .birth_date = std::move(held.record.birth_date),
            .engagements = std::move(held.engagements)};
}
}  // namespace

std::map<db::Bytes, std::vector<HeldElsewhere>> held_elsewhere(db::Reader& reader, OrganisationId asking, const std::vector<db::Bytes>& indexes)
{
    std::map<db::Bytes, std::vector<HeldElsewhere>> people;
    if (indexes.empty() || !anyone_else_has_a_number(reader, asking)) return people;
    constexpr std::size_t at_a_time = 500;
    std::vector<StaffRecordId> ids;
    std::vector<db::Bytes> found;
    for (std::size_t first = 0; first < indexes.size(); first += at_a_time) {
        std::vector<db::Argument> arguments{db::Argument{asking}};
        std::string places;
        for (const auto& index : std::span{indexes}.subspan(first, std::min(at_a_time, indexes.size() - first))) {
            arguments.emplace_back(index);
            places += fmt::format("{}${}", places.empty() ? "" : ", ", arguments.size());
        }
        reader.each_of("SELECT id, national_insurance_index FROM staff_record WHERE ended_by IS NULL AND organisation_id <> $1 AND "
                       "national_insurance_index IN (" + places + ") ORDER BY id",
                       [&](const db::Row& row) {
                           ids.push_back(row.get<StaffRecordId>("id"));
                           found.push_back(row.get<db::Bytes>("national_insurance_index"));
                       },
                       arguments);
    }
    auto records = load_records(reader, ids);
    for (std::size_t at = 0; at < records.size(); ++at) people[found[at]].push_back(without_whose(std::move(records[at])));
    return people;
}

}  // namespace kith::workforce
