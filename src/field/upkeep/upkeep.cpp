#include "upkeep/upkeep.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "workforce/full_name.hpp"

#include <algorithm>
#include <unordered_set>

namespace kith::upkeep {

std::string& UpkeepRow::operator[](std::string_view column)
{
    const auto found = std::ranges::find(cells_, column, &std::pair<std::string, std::string>::first);
    if (found != cells_.end()) return found->second;
    return cells_.emplace_back(std::string{column}, std::string{}).second;
}

bool UpkeepRow::has(std::string_view column) const
{
    return std::ranges::find(cells_, column, &std::pair<std::string, std::string>::first) != cells_.end();
}

std::string_view UpkeepRow::cell(std::string_view column) const
{
    const auto found = std::ranges::find(cells_, column, &std::pair<std::string, std::string>::first);
    return found == cells_.end() ? std::string_view{} : std::string_view{found->second};
}

std::string staff_return_of(const std::vector<UpkeepRow>& rows)
{
    files::CsvWriter writer{{.byte_order_mark = false}};
    if (rows.empty()) return {};
    for (const auto& [column, cell] : rows.front().cells()) writer.cell(column);
    writer.end_row();
    for (const auto& row : rows) {
        for (const auto& [column, cell] : rows.front().cells()) writer.cell(row.cell(column));
        writer.end_row();
    }
    return std::move(writer).text();
}

UpkeepRow row_of(std::string_view organisation_code, const workforce::StaffRecord& record, const workforce::HeldEngagement& job, Date today)
{
    UpkeepRow row;
    row["organisation"] = organisation_code;
    row["staff_reference"] = record.reference;
    const auto& engagement = job.engagement;
    row["engagement_reference"] = engagement.reference.starts_with(workforce::unreferenced_engagement) ? std::string{} : engagement.reference;
    const auto* terms = terms_on(job, today);
    row["role"] = terms == nullptr ? std::string{} : terms->role_code;
    row["start_date"] = engagement.started_on.iso();
    row["end_date"] = engagement.ended_on ? engagement.ended_on->iso() : std::string{};
    return row;
}

const workforce::EngagementTerms* terms_on(const workforce::HeldEngagement& job, Date day)
{
    const workforce::EngagementTerms* found = nullptr;
    for (const auto& held : job.terms) {
        if (found == nullptr || held.terms.from_on <= day) found = &held.terms;
    }
    return found;
}

std::vector<const workforce::HeldEngagement*> running_on(const std::vector<workforce::HeldEngagement>& jobs, Date day)
{
    std::vector<const workforce::HeldEngagement*> running;
    for (const auto& job : jobs) {
        if (Period{job.engagement.started_on, job.engagement.ended_on}.contains(day)) running.push_back(&job);
    }
    return running;
}

std::string job_words(const workforce::HeldEngagement& job, const packs::Packs& packs, Date today)
{
    const auto* terms = terms_on(job, today);
    const auto* role = terms != nullptr && packs.has_list(terms->role_list) ? packs.list(terms->role_list).find(terms->role_code) : nullptr;
    return (role == nullptr ? std::string{"Job"} : role->label) + " since " + job.engagement.started_on.in_words();
}

std::string person_words(const workforce::StaffRecord& record)
{
    return workforce::full_name_or(record.given_name, record.family_name, record.reference);
}

std::string next_reference(const workforce::RegisterView& view)
{
    std::unordered_set<std::string_view> taken;
    for (const auto& held : view.records) taken.insert(held.record.reference);
    for (std::size_t number = view.records.size() + 1;; ++number) {
        auto reference = "P" + std::to_string(number);
        if (!taken.contains(reference)) return reference;
    }
}

}  // namespace kith::upkeep
