#include "intake/staff_template.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "intake/plain_rules.hpp"
#include "intake/profile.hpp"
#include "intake/workplace.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::intake {
namespace {
/// A made-up person of the template. Codes stand in the built-in lists; a folder of packs may have others, and the first of a list then stands in.
struct Example {
    Field field;
    std::array<std::string_view, 3> values;
};

constexpr auto examples = std::to_array<Example>({
    {Field::staff_reference, {"EXAMPLE-1", "EXAMPLE-1", "EXAMPLE-2"}}, {Field::family_name, {"Example", "Example", "Sample"}},
    {Field::given_name, {"Robin", "Robin", "Sam"}}, {Field::date_of_birth, {"27/03/1984", "27/03/1984", "14/09/1999"}},
    {Field::role, {"health_visitor", "health_visitor", "youth_worker"}}, {Field::sector, {"health", "health", "youth"}},
    {Field::breadth, {"core", "core", "core"}}, {Field::contract, {"permanent", "permanent", "bank"}}, {Field::fte, {"1", "0.6", ""}},
    {Field::hours, {"", "", "12"}}, {Field::start_date, {"01/09/2019", "01/09/2019", "15/01/2026"}},
    {Field::terms_from, {"", "01/04/2024", ""}},
});

void add_list(std::string& guide, const packs::CodeList& list, packs::Era era)
{
    guide += fmt::format("\r\n{} (list \"{}\" of {})\r\n", list.title(), list.id(), list.dated().in_words());
    for (const auto& code : list.codes()) {
        guide += fmt::format("  {:<36} {}", code.code, code.label_in(era));
        if (!code.parent.empty()) guide += fmt::format(" [{}]", code.parent);
        guide += "\r\n";
    }
}

void add_columns(std::string& guide, const Profile& profile)
{
    for (const auto& column : profile.columns) guide += fmt::format("{:<34} {}{}\r\n", column.name, column.needed ? "(needed) " : "", column.meaning);
}

std::string_view format_words(Format format)
{
    return format == Format::kith ? "Kith staff return" : format == Format::adult_social_care ? "Adult social care" : "Both";
}

/// The format in whose columns a rule is shown: the first that has its column.
const Profile& profile_showing(const Rule& rule)
{
    for (const auto* profile : {&kith_staff_profile(), &kith_facts_profile(), &adult_social_care_staff(), &adult_social_care_training()}) {
        if (rule.format != Format::any && (rule.format == Format::adult_social_care) != profile->of_adult_social_care) continue;
        if (rule.field == Field::row || !profile->column_of(rule.field).empty()) return *profile;
    }
    return kith_staff_profile();
}

std::string_view words_for(Missing missing)
{
    if (missing == Missing::never_skip) return "asked";
    return missing == Missing::skip_if_any ? "skipped if any" : "skipped if all";
}

void add_rule(std::string& page, const Rule& rule, const Profile& profile, std::string_view format)
{
    auto column = profile.column_of(rule.field);
    auto words = std::string{rule.words};
    if (auto at = words.find("{}"); at != words.npos) words.replace(at, 2, "…");
    page += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", rule.id, words_for(rule.effect), column.empty() ? "" : fmt::format("`{}`", column), words, format,
                        words_for(rule.missing), rule.source);
}
}  // namespace

bool is_example_reference(std::string_view reference)
{
    return lower_ascii(reference.substr(0, 8)) == "example-";
}

std::string_view list_of(Field field)
{
    switch (field) {
    case Field::role: return "roles";
    case Field::sector: return "sectors";
    case Field::breadth: return "breadth";
    case Field::contract: return "contracts";
    case Field::sex: return "sex";
    case Field::ethnicity: return "ethnicities";
    case Field::disability: return "disability";
    case Field::origin: return "starter_origins";
    case Field::reason_for_leaving: return "leaving_reasons";
    case Field::destination: return "leaver_destinations";
    case Field::pay_period: return "pay_periods";
    case Field::terms_set: return "terms_sets";
    case Field::pension_scheme: return "pension_schemes";
    default: return {};
    }
}

std::string_view example_value(const packs::Packs& packs, Field field, std::size_t row)
{
    for (const auto& example : examples) {
        if (example.field != field) continue;
        auto value = example.values[row];
        auto list = list_of(field);
        return list.empty() || packs.list(list).find(value) != nullptr ? value : std::string_view{packs.list(list).codes().front().code};
    }
    return {};
}

std::string staff_template(const packs::Packs& packs)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    const auto& profile = kith_staff_profile();
    for (const auto& column : profile.columns)
        if (!column.further) writer.cell(column.name);
    writer.end_row();
    for (std::size_t row = 0; row < 3; ++row) {
        for (const auto& column : profile.columns)
            if (!column.further) writer.cell(example_value(packs, column.field, row));
        writer.end_row();
    }
    return std::move(writer).text();
}

std::string staff_template_in_full()
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    for (const auto& column : kith_staff_profile().columns) writer.cell(column.name);
    writer.end_row();
    return std::move(writer).text();
}

std::string facts_template(const packs::Packs& packs)
{
    auto first = [&](std::string_view list) { return packs.has_list(list) ? packs.list(list).codes().front().code : std::string{}; };
    files::CsvWriter writer{{.byte_order_mark = true}};
    for (const auto& column : kith_facts_profile().columns) writer.cell(column.name);
    writer.end_row();
    auto row = [&](std::initializer_list<std::string_view> cells) {
        for (auto cell : cells) writer.cell(cell);
        writer.end_row();
    };
    row({"", "EXAMPLE-1", "training", first("trainings"), "", "14/01/2026", "14/01/2029", "", "Example Training", ""});
    row({"", "EXAMPLE-1", "check", "identity", "", "02/09/2019", "", "", "", ""});
    row({"", "EXAMPLE-2", "qualification", first("qualifications"), first("qualification_levels"), "31/07/2020", "", "", "", ""});
    return std::move(writer).text();
}

std::string staff_template_guide(const packs::Packs& packs, packs::Era era)
{
    std::string guide = "Staff return: what goes in each column\r\n\r\n"
                        "One row for each job, and one more for each day from which its terms changed. Columns may stand in any order; those you leave out\r\n"
                        "stay as they are in Kith. An empty cell clears what Kith holds. Nobody is ended by being left out of the file: give the end date.\r\n"
                        "Write over the example rows; where they are left, Kith leaves them out. Leave out the columns that you do not keep. Save as CSV UTF-8.\r\n\r\n";
    add_columns(guide, kith_staff_profile());
    guide += "\r\nFacts about staff: a file of its own, one row for each fact\r\n\r\n"
             "For what a person holds or has done many times over: qualifications, trainings, checks. A fact stays until a row says that it is not so.\r\n\r\n";
    add_columns(guide, kith_facts_profile());
    for (auto list : {"roles", "sectors", "breadth", "contracts", "sex", "ethnicities", "disability", "starter_origins", "leaving_reasons", "leaver_destinations",
                      "working_patterns", "pay_periods", "terms_sets", "pension_schemes"})
        if (packs.has_list(list)) add_list(guide, packs.list(list), era);
    for (const auto& kind : workforce::fact_kinds)
        for (auto list : {kind.list, kind.detail_list})
            if (packs.has_list(list)) add_list(guide, packs.list(list), era);
    return guide;
}

namespace {
std::string plain_table(std::span<const PlainRule> rules)
{
    std::string table = "| rule | what it does | column | words |\n| --- | --- | --- | --- |\n";
    for (const auto& rule : rules)
        table += fmt::format("| `{}` | {} | `{}` | {} |\n", rule.id, rule.refuses ? "Row not taken where it is not so" : "Said, and the row taken", rule.column, rule.words);
    return table;
}
}  // namespace

std::string rules_page(std::string_view census_rules)
{
    std::string page = "# The rules of staff, workplace, census, partnership and vacancies files\n\n"
                       "Made from the tables in `src/field/intake/*_rules.cpp` and `src/field/census/*_rules.cpp`; `rules_page_test` compares. To renew it: `./dev golden`, or run the test with\n"
                       "`KITH_GOLDEN=1`. An id is never used again for another rule. … stands for what the rule adds: a line, a code, a number.\n\n"
                       "A year's pack (`packs/rules_2026.toml`, which inherits `packs/rules_2025.toml`) holds the limits, and may give a rule another effect, switch it\n"
                       "off, or change what it does where a value that it reads is missing: asked all the same, skipped if any is, skipped if all are.\n\n"
                       "## Staff files\n\n| rule | what it does | column | words | format | missing values | source |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto& rule : all_staff_rules()) {
        add_rule(page, rule, profile_showing(rule), format_words(rule.format));
    }
    page += "\n## Extracts read by a mapping\n\nBesides those of staff files.\n\n| rule | what it does | column | words | format | missing values | source |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto& entry : rules_of_mappings()) add_rule(page, entry.rule, kith_staff_profile(), "Extracts");
    page += "\n## Workplace files\n\n| rule | what it does | column | words | format | missing values | source |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const auto& entry : workplace_rules()) add_rule(page, entry.rule, adult_social_care_workplaces(), format_words(Format::adult_social_care));
    page += fmt::format("\n## Social work census\n\n{}", census_rules);
    page += "\n## The partnership's own files\n\nOrganisations, settings, links, register numbers, clusters, teams, members and named links. Each row says what must be so.\n\n" + plain_table(rules_of_partnership_files());
    page += "\n## Vacancies\n\nWhere the row is taken all the same, the words say what is noticed.\n\n" + plain_table(rules_of_vacancies());
    return page;
}

}  // namespace kith::intake
