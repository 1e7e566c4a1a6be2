#include "intake/upkeep.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"

#include <algorithm>
#include <unordered_set>

namespace kith::intake {

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
    const auto& given = record.given_name.reveal();
    const auto& family = record.family_name.reveal();
    auto name = given + (given.empty() || family.empty() ? "" : " ") + family;
    return name.empty() ? record.reference : name;
}

const std::vector<UpkeepField>& upkeep_fields()
{
    using As = UpkeepField::As;
    static const std::vector<UpkeepField> fields{
        {.column = "given_name", .label = "Given name", .hint = "As they write it"},
        {.column = "family_name", .label = "Family name", .hint = {}},
        {.column = "staff_reference", .label = "Your reference for them", .hint = "A payroll number, for example. Leave it empty and Kith gives one",
         .only_new = true},
        {.column = "date_of_birth", .label = "Date of birth", .hint = "For example, 27 3 1984", .as = As::date},
        {.column = "national_insurance_number", .label = "National Insurance number", .hint = "Kept encrypted, and never shown. Leave it empty to leave it as it is",
         .kept_if_empty = true},
        {.column = "role", .label = "Role", .hint = {}, .as = As::list, .list = "roles", .of_the_job = true},
        {.column = "contract", .label = "Contract", .hint = {}, .as = As::list, .list = "contracts", .of_the_job = true},
        {.column = "fte", .label = "Full-time equivalent", .hint = "1 is full time, 0.6 is three days of five. Leave it empty to have it worked out from the hours",
         .of_the_job = true},
        {.column = "hours", .label = "Hours a week", .hint = {}, .of_the_job = true, .kept_if_empty = true},
        {.column = "setting", .label = "Setting", .hint = {}, .as = As::setting, .of_the_job = true},
        {.column = "start_date", .label = "First day of the job", .hint = "For example, 1 9 2026", .as = As::date, .only_new = true},
    };
    return fields;
}

const UpkeepField* upkeep_field(std::string_view column)
{
    const auto found = std::ranges::find(upkeep_fields(), column, &UpkeepField::column);
    return found == upkeep_fields().end() ? nullptr : &*found;
}

std::vector<std::pair<std::string, std::string>> held_values(const workforce::StaffRecord& record, const workforce::HeldEngagement* job, const packs::Packs&,
                                                             const std::vector<partnership::Setting>& settings, Date today)
{
    std::vector<std::pair<std::string, std::string>> values{{"given_name", record.given_name.reveal()}, {"family_name", record.family_name.reveal()}};
    values.emplace_back("date_of_birth", record.birth_date ? record.birth_date->reveal().iso() : std::string{});
    const auto* terms = job == nullptr ? nullptr : terms_on(*job, today);
    if (terms == nullptr) return values;
    values.emplace_back("role", terms->role_code);
    values.emplace_back("contract", terms->contract);
    values.emplace_back("fte", terms->fte ? terms->fte->text() : std::string{});
    const auto setting = terms->setting ? std::ranges::find(settings, *terms->setting, &partnership::Setting::id) : settings.end();
    values.emplace_back("setting", setting == settings.end() ? std::string{} : setting->code);
    return values;
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

}  // namespace kith::intake
