#include "upkeep/upkeep_field.hpp"

#include "base/text.hpp"
#include "upkeep/upkeep.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::upkeep {
namespace {
using workforce::Part;
using As = UpkeepField::As;
using enum UpkeepSection;

constexpr std::string_view day_hint = "For example, 1 9 2026";

std::vector<UpkeepField> of_the_person()
{
    return {
        {.column = "given_name", .label = "Given name", .hint = "As they write it", .section = person, .part = Part::work, .when_adding = true},
        {.column = "family_name", .label = "Family name", .hint = {}, .section = person, .part = Part::work, .when_adding = true},
        {.column = "staff_reference", .label = "Your reference for them", .hint = "A payroll number, for example. Leave it empty and Kith gives one",
         .section = person, .part = Part::work, .when_adding = true, .when_changing = false},
        {.column = "date_of_birth", .label = "Date of birth", .hint = "For example, 27 3 1984", .section = person, .part = Part::birth_date, .as = As::date,
         .when_adding = true},
        {.column = "national_insurance_number", .label = "National Insurance number",
         .hint = "Kept encrypted, and not shown here. Leave it empty to leave it as it is", .section = person, .part = Part::national_insurance,
         .when_adding = true, .kept_if_empty = true},
        {.column = "sex", .label = "Sex", .hint = {}, .section = about_them, .part = Part::sex, .as = As::list, .list = "sex"},
        {.column = "ethnicity", .label = "Ethnic group", .hint = "As they say it of themselves", .section = about_them, .part = Part::equality, .as = As::list,
         .list = "ethnicities"},
        {.column = "disability", .label = "Disability", .hint = "As they say it of themselves", .section = about_them, .part = Part::equality, .as = As::list,
         .list = "disability"},
    };
}

std::vector<UpkeepField> of_the_terms()
{
    return {
        {.column = "role", .label = "Role", .hint = {}, .section = job, .part = Part::work, .as = As::list, .list = "roles", .of_the_terms = true, .when_adding = true,
         .in_bulk = true},
        {.column = "contract", .label = "Contract", .hint = {}, .section = job, .part = Part::work, .as = As::list, .list = "contracts", .of_the_terms = true,
         .when_adding = true, .in_bulk = true},
        {.column = "setting", .label = "Setting", .hint = {}, .section = job, .part = Part::work, .as = As::setting, .of_the_terms = true, .when_adding = true,
         .in_bulk = true},
        {.column = "terms_set", .label = "Terms and conditions", .hint = {}, .section = job, .part = Part::work, .as = As::list, .list = "terms_sets",
         .of_the_terms = true, .in_bulk = true},
        {.column = "manager", .label = "Manager", .hint = "Your reference for their manager", .section = job, .part = Part::work, .of_the_terms = true, .in_bulk = true},
        {.column = "caseload", .label = "Caseload", .hint = "How many children or families are allocated to them", .section = job, .part = Part::work,
         .as = As::number, .of_the_terms = true},
        {.column = "seconded_from", .label = "Seconded from", .hint = "Who lent them to you: a name, or a code in Kith", .section = job, .part = Part::work,
         .of_the_terms = true},
        {.column = "seconded_to", .label = "Seconded to", .hint = "To whom you lent them", .section = job, .part = Part::work, .of_the_terms = true},
        {.column = "hours", .label = "Hours a week", .hint = {}, .section = hours, .part = Part::work, .as = As::number, .of_the_terms = true, .when_adding = true,
         .in_bulk = true},
        {.column = "fte", .label = "Full-time equivalent", .hint = "1 is full time, 0.6 is three days of five. Leave it empty to have it worked out from the hours",
         .section = hours, .part = Part::work, .as = As::number, .of_the_terms = true, .when_adding = true, .in_bulk = true},
        {.column = "pattern", .label = "When they work", .hint = "Select all that apply", .section = hours, .part = Part::work, .as = As::several,
         .list = "working_patterns", .of_the_terms = true, .in_bulk = true},
        {.column = "pay", .label = "Pay in pounds", .hint = "Before tax, for the hours that they work: 25900 or 12.60", .section = pay, .part = Part::pay,
         .as = As::number, .of_the_terms = true},
        {.column = "pay_period", .label = "That is the pay for", .hint = {}, .section = pay, .part = Part::pay, .as = As::list, .list = "pay_periods",
         .of_the_terms = true},
        {.column = "pension_scheme", .label = "Pension scheme", .hint = {}, .section = pay, .part = Part::pay, .as = As::list, .list = "pension_schemes",
         .of_the_terms = true},
    };
}

std::vector<UpkeepField> of_the_job_as_a_whole()
{
    return {
        {.column = "start_date", .label = "First day of the job", .hint = day_hint, .section = job, .part = Part::work, .as = As::date, .when_adding = true,
         .when_changing = false},
        {.column = "origin", .label = "Came from", .hint = {}, .section = before, .part = Part::leaving, .as = As::list, .list = "starter_origins",
         .when_adding = true},
        {.column = "reason_for_leaving", .label = "Why they left", .hint = {}, .section = leaving, .part = Part::leaving, .as = As::list, .list = "leaving_reasons"},
        {.column = "destination", .label = "Where they went", .hint = {}, .section = leaving, .part = Part::leaving, .as = As::list, .list = "leaver_destinations"},
    };
}

std::string in_pounds(Pence pence)
{
    const auto value = pence.value();
    return value % 100 == 0 ? std::to_string(value / 100) : fmt::format("{}.{:02}", value / 100, value % 100);
}

std::string setting_code(const workforce::EngagementTerms& terms, const std::vector<partnership::Setting>& settings)
{
    const auto setting = terms.setting ? std::ranges::find(settings, *terms.setting, &partnership::Setting::id) : settings.end();
    return setting == settings.end() ? std::string{} : setting->code;
}
}  // namespace

const std::array<UpkeepSectionRow, 7>& upkeep_sections()
{
    static constexpr std::array<UpkeepSectionRow, 7> sections{{
        {person, "name", "Name and birth", false},
        {about_them, "about-them", "About them", false},
        {job, "job", "Role, contract and place", true},
        {hours, "hours", "Hours and pattern", true},
        {pay, "pay", "Pay and pension", true},
        {before, "before", "Before this job", false},
        {leaving, "leaving", "Why they left, and where they went", false},
    }};
    return sections;
}

const UpkeepSectionRow* upkeep_section(std::string_view key)
{
    const auto found = std::ranges::find(upkeep_sections(), key, &UpkeepSectionRow::key);
    return found == upkeep_sections().end() ? nullptr : &*found;
}

const std::vector<UpkeepField>& upkeep_fields()
{
    static const std::vector<UpkeepField> fields = [] {
        auto all = of_the_person();
        for (auto part : {of_the_terms(), of_the_job_as_a_whole()}) all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return fields;
}

const UpkeepField* upkeep_field(std::string_view column)
{
    const auto found = std::ranges::find(upkeep_fields(), column, &UpkeepField::column);
    return found == upkeep_fields().end() ? nullptr : &*found;
}

std::vector<const UpkeepField*> fields_seen(UpkeepSection section, const workforce::Sight& sight)
{
    std::vector<const UpkeepField*> seen;
    for (const auto& field : upkeep_fields()) {
        if (field.section == section && sight.sees(field.part)) seen.push_back(&field);
    }
    return seen;
}

std::vector<std::pair<std::string, std::string>> held_values(const workforce::StaffRecord& record, const workforce::HeldEngagement* job,
                                                             const std::vector<partnership::Setting>& settings, Date today)
{
    std::vector<std::pair<std::string, std::string>> values{
        {"given_name", record.given_name.reveal()}, {"family_name", record.family_name.reveal()},
        {"date_of_birth", record.birth_date ? record.birth_date->reveal().iso() : std::string{}},
        {"sex", record.sex}, {"ethnicity", record.ethnicity}, {"disability", record.disability}};
    if (job == nullptr) return values;
    values.emplace_back("origin", job->engagement.origin);
    values.emplace_back("reason_for_leaving", job->engagement.reason_for_leaving);
    values.emplace_back("destination", job->engagement.destination);
    const auto* terms = terms_on(*job, today);
    if (terms == nullptr) return values;
    constexpr int tenths = 10;
    const std::pair<std::string_view, std::string> of_terms[]{
        {"role", terms->role_code}, {"contract", terms->contract}, {"setting", setting_code(*terms, settings)}, {"terms_set", terms->terms_set},
        {"manager", terms->manager}, {"caseload", terms->caseload ? std::to_string(*terms->caseload) : std::string{}},
        {"seconded_from", terms->seconded_from}, {"seconded_to", terms->seconded_to},
        {"hours", terms->hours ? Fte::thousandths(std::int64_t{*terms->hours} * tenths).text() : std::string{}},
        {"fte", terms->fte ? terms->fte->text() : std::string{}}, {"pattern", terms->pattern},
        {"pay", terms->pay ? in_pounds(*terms->pay) : std::string{}}, {"pay_period", terms->pay_period}, {"pension_scheme", terms->pension_scheme}};
    for (const auto& [column, cell] : of_terms) values.emplace_back(column, cell);
    return values;
}

std::string_view held_value(const std::vector<std::pair<std::string, std::string>>& held, std::string_view column)
{
    const auto found = std::ranges::find(held, column, &std::pair<std::string, std::string>::first);
    return found == held.end() ? std::string_view{} : std::string_view{found->second};
}

std::string cell_words(const UpkeepField& field, std::string_view cell, const packs::Packs& packs, const std::vector<partnership::Setting>& settings)
{
    if (cell.empty()) return {};
    if (field.as == As::date) {
        const auto day = Date::parse_iso(cell);
        return day ? day->in_words() : std::string{};
    }
    if (field.as == As::setting) {
        const auto setting = std::ranges::find(settings, cell, &partnership::Setting::code);
        return setting == settings.end() ? std::string{cell} : setting->name;
    }
    if (field.list.empty()) return std::string{cell};
    std::vector<std::string> labels;
    for (const auto code : split(cell, ';')) {
        const auto* known = packs.list(field.list).find(code);
        labels.push_back(known == nullptr ? std::string{"As it was reported"} : known->label);
    }
    return joined(labels, ", ");
}

void veil(workforce::HeldStaffRecord& held, const workforce::Sight& sight)
{
    workforce::veil(held.record, sight);
    workforce::veil(held.facts, sight);
    for (auto& job : held.engagements) {
        workforce::veil(job.engagement, sight);
        for (auto& terms : job.terms) workforce::veil(terms.terms, sight);
    }
}

}  // namespace kith::upkeep
