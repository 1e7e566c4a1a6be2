#include "workforce/tally_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::workforce {

namespace {

std::string terms_query(std::string_view more)
{
    return fmt::format(
        "SELECT r.id, r.organisation_id, e.id AS engagement_id, e.started_on, e.ended_on, t.from_on, t.setting_id, "
        "COALESCE(t.locality_id, s.locality_id) AS locality_id, t.role_list, t.role_code, t.sector, t.breadth, t.contract, t.fte "
        "FROM staff_record r JOIN engagement e ON e.staff_record_id = r.id AND e.ended_by IS NULL "
        "LEFT JOIN engagement_terms t ON t.engagement_id = e.id AND t.ended_by IS NULL "
        "LEFT JOIN setting s ON s.id = t.setting_id AND s.ended_by IS NULL "
        "WHERE r.ended_by IS NULL {} ORDER BY r.id, e.id, t.from_on", more);
}

/// By place, since there may be a million rows.
TermsRow terms_row_of(const db::Row& row)
{
    auto text = [&](std::size_t place) { return row.at<std::optional<std::string>>(place).value_or(""); };
    return {.record = row.at<StaffRecordId>(0),
            .organisation = row.at<OrganisationId>(1),
            .engagement = row.at<EngagementId>(2),
            .started_on = row.at<Date>(3),
            .ended_on = row.at<std::optional<Date>>(4),
            .from_on = row.at<std::optional<Date>>(5),
            .setting = row.at<std::optional<SettingId>>(6),
            .locality = row.at<std::optional<LocalityId>>(7),
            .role_list = text(8),
            .role_code = text(9),
            .sector = text(10),
            .breadth = text(11),
            .contract = text(12),
            .fte = row.at<std::optional<Fte>>(13)};
}

}  // namespace

void each_terms_row(db::Reader& reader, const std::function<void(const TermsRow&)>& take)
{
    reader.each(terms_query(""), [&](const db::Row& row) { take(terms_row_of(row)); });
}

void each_terms_row(db::Reader& reader, std::span<const std::int64_t> records, const std::function<void(const TermsRow&)>& take)
{
    constexpr std::size_t at_a_time = 500;
    for (std::size_t first = 0; first < records.size(); first += at_a_time) {
        auto some = records.subspan(first, std::min(at_a_time, records.size() - first));
        reader.each(terms_query(fmt::format("AND r.id IN ({})", fmt::join(some, ", "))), [&](const db::Row& row) { take(terms_row_of(row)); });
    }
}

std::optional<std::vector<std::int64_t>> records_changed_since(db::Reader& reader, std::int64_t change_set)
{
    if (reader.one("SELECT 1 AS found FROM setting WHERE made_by > $1 UNION ALL SELECT 1 AS found FROM setting WHERE ended_by > $1", change_set)) {
        return std::nullopt;
    }
    std::vector<std::int64_t> records;
    reader.each(
        "SELECT id FROM staff_record WHERE made_by > $1 UNION SELECT id FROM staff_record WHERE ended_by > $1 "
        "UNION SELECT staff_record_id FROM engagement WHERE made_by > $1 UNION SELECT staff_record_id FROM engagement WHERE ended_by > $1 "
        "UNION SELECT e.staff_record_id FROM engagement_terms t JOIN engagement e ON e.id = t.engagement_id WHERE t.made_by > $1 "
        "UNION SELECT e.staff_record_id FROM engagement_terms t JOIN engagement e ON e.id = t.engagement_id WHERE t.ended_by > $1",
        [&](const db::Row& row) { records.push_back(row.at<std::int64_t>(0)); }, change_set);
    std::ranges::sort(records);
    return records;
}

std::unordered_map<OrganisationId, OrganisationState> load_organisation_states(db::Reader& reader)
{
    std::unordered_map<OrganisationId, OrganisationState> states;
    reader.each(
        "SELECT l.organisation_id, l.records, c.made_at FROM (SELECT organisation_id, "
        "SUM(CASE WHEN ended_by IS NULL THEN 1 ELSE 0 END) AS records, MAX(made_by) AS last_set "
        "FROM staff_record GROUP BY organisation_id) l JOIN change_set c ON c.id = l.last_set",
        [&](const db::Row& row) {
            states.emplace(row.get<OrganisationId>("organisation_id"),
                           OrganisationState{.records = row.get<std::int64_t>("records"), .last_at = row.get<Instant>("made_at")});
        });
    return states;
}

}  // namespace kith::workforce
