#include "intake/staff_check.hpp"

#include "base/text.hpp"
#include "intake/judge.hpp"
#include "intake/staff_template.hpp"
#include "intake/total_rows.hpp"

#include <algorithm>

namespace kith::intake {
namespace {
/// The template's made-up people, where someone left them in.
void leave_out_examples(files::Table& table)
{
    const auto column = table.column(kith_staff_profile().column_of(Field::staff_reference));
    if (column) table.leave_out([&](std::size_t row) { return is_example_reference(table.cell(row, *column)); });
}
}  // namespace

std::string place_name(std::string file_name, const files::Table& table)
{
    return table.is_workbook() ? sheet_name_of(file_name, table.origin().sheet) : file_name;
}

std::string sheet_name_of(const std::string& file_name, const std::string& sheet) { return file_name + ", sheet " + sheet; }

Result<Recognised> read_and_recognise(std::string bytes)
{
    auto table = files::Table::read(std::move(bytes), {.limits = {}, .wanted = [](const files::Table& header) { return recognise(header) != nullptr; }, .sheet = {}});
    if (!table) return std::unexpected(table.error());
    const auto* profile = recognise(*table);
    if (profile == nullptr)
        return unacceptable("file", "Kith does not know this file by its column names. Start from the staff return template, or hand in the workplace, "
                                    "staff or training file of the adult social care workforce data set with its column names in the first row.");
    Recognised recognised{std::move(*table), profile};
    auto& read = recognised.table;
    if (profile == &kith_staff_profile() || profile == &kith_facts_profile()) leave_out_examples(read);
    recognised.examples = read.origin().left_out;
    if (profile->of == FileOf::jobs) recognised.totals = leave_out_totals(read, read.column(profile->column_of(Field::staff_reference)));
    return recognised;
}

std::string above_the_names(const files::Table& table)
{
    const auto& above = table.origin().passed_over;
    if (above.empty()) return {};
    std::vector<std::string> lines;
    for (const auto line : above) lines.push_back(std::to_string(line));
    return (lines.size() == 1 ? "line " : "lines ") + joined(lines, ", ") + " (the names stand on line " + std::to_string(table.header_line()) + ")";
}

void say_what_stands_above(returns::Findings& findings, const std::string& name, const files::Table& table)
{
    const auto words = above_the_names(table);
    if (words.empty()) return;
    for (const auto& entry : rules_of_the_sheet())
        if (entry.rule.id == "K-SHEET-7") findings.insert(findings.begin(), {name, 0, {}, std::string{entry.rule.id}, returns::Severity::note, message_of(entry.rule, words)});
}

std::string refusal_of(const StaffFile& file)
{
    const auto& missing = file.places.missing_needed;
    if (!missing.empty())
        return "The file is a " + std::string{file.profile->title} + " without " + (missing.size() == 1 ? "the column " : "the columns ") + joined(missing, ", ") +
               ", which Kith needs. Add " + (missing.size() == 1 ? "it" : "them") + " and hand the file in again.";
    if (!file.rows.empty()) return {};
    if (file.examples > 0) return "The file holds nobody but the made-up people of the template. Write your staff in their place and hand the file in again.";
    return "The file has a header and no rows. Nothing in it can be taken.";
}

StaffFile shape_of(std::string name, files::Table table, const Profile& profile)
{
    StaffFile file{.name = place_name(std::move(name), table), .table = std::move(table), .profile = &profile, .places = {}, .rows = {}, .facts = {}, .made = {}};
    file.places = places_in(file.table, profile);
    file.rows.resize(file.table.rows());
    for (std::size_t at = 0; at < file.rows.size(); ++at) {
        auto& row = file.rows[at];
        row.row = static_cast<std::uint32_t>(at);
        row.line = static_cast<std::uint32_t>(file.table.line(at));
        row.cells = static_cast<std::uint32_t>(file.table.cells_in(at));
        row.stray_quote = file.table.has_stray_quote(at);
    }
    return file;
}

returns::Findings judge_shape(StaffFile& file, const Surroundings& surroundings)
{
    const RuleLimits limits{surroundings.packs(), surroundings.today()};
    const Checking checking{surroundings, limits, file};
    Judge judge{file, checking};
    judge.apply(rules_of_the_file());
    judge.apply(rules_of_the_sheet());
    return std::move(judge).findings();
}

StaffCheck check_staff(std::string file_name, std::string bytes, const Surroundings& surroundings, std::unordered_set<std::string> workplaces_beside)
{
    StaffCheck check;
    auto recognised = read_and_recognise(std::move(bytes));
    if (!recognised) {
        check.refusal = recognised.error().message;
        return check;
    }
    check.format = recognised->profile->title;
    if (recognised->profile->of == FileOf::workplaces) {
        check.refusal = "This is a workplace file, not a staff file. Hand it in as a workplace file.";
        return check;
    }
    auto name = place_name(std::move(file_name), recognised->table);
    check.file = std::make_shared<StaffFile>(read_staff(std::move(name), std::move(recognised->table), *recognised->profile, surroundings));
    auto& file = *check.file;
    file.examples = recognised->examples;
    file.totals = std::move(recognised->totals);
    check.rows = static_cast<std::int64_t>(file.rows.size());
    check.refusal = refusal_of(file);
    if (check.refusal.empty()) judge(check, surroundings, std::move(workplaces_beside));
    return check;
}

void judge(StaffCheck& check, const Surroundings& surroundings, std::unordered_set<std::string> workplaces_beside)
{
    auto& file = *check.file;
    const RuleLimits limits{surroundings.packs(), surroundings.today()};
    Checking checking{surroundings, limits, file, std::move(workplaces_beside)};
    Judge judge{file, checking};
    judge.apply(rules_of_the_file());
    judge.apply(rules_of_the_sheet());
    judge.apply(tables_of_row_rules(*file.profile), rules_of_facts());
    check.index = std::make_shared<const FileIndex>(file);
    checking.index = check.index.get();
    for (auto rules : tables_across_rows(*file.profile)) judge.apply(rules);
    if (file.profile->translation != nullptr) judge.apply(rules_of_mappings());
    check.findings = std::move(judge).findings();
    check.can_take = std::ranges::count_if(file.rows, &StaffRow::taken);
}

}  // namespace kith::intake
