#include "intake/mapped_kind.hpp"

#include "base/text.hpp"
#include "intake/mapping_register.hpp"
#include "intake/staff_return_kind.hpp"
#include "intake/total_rows.hpp"

#include <algorithm>

namespace kith::intake {
namespace {
constexpr std::string_view not_known = "Kith does not know this layout yet: tell it once what the columns mean";

/// Public id or name, as a return keeps it or as a person says it; a version behind the id does not count.
const ColumnMapping* named(const std::vector<ColumnMapping>& mappings, std::string_view wanted)
{
    const auto id = wanted.substr(0, wanted.find('/'));
    for (const auto& mapping : mappings)
        if (mapping.public_id.text() == lower_ascii(id) || folded(mapping.name) == folded(wanted)) return &mapping;
    return nullptr;
}

returns::Checked asking(const returns::Handed& handed, const files::CsvTable& table, std::string words)
{
    returns::Checked checked{.format = "Extract in a layout that Kith does not know yet", .rows = static_cast<std::int64_t>(table.rows())};
    checked.findings.push_back({.file = handed.file.name, .line = static_cast<std::int64_t>(table.header_line()), .column = {}, .rule = "R-FILE-4",
                                .severity = returns::Severity::note, .message = words});
    checked.question = std::move(words);
    say_what_stands_above(checked.findings, place_name(handed.file.name, table), table);
    return checked;
}

returns::Checked check_by(const ColumnMapping& mapping, const returns::Handed& handed, files::CsvTable table, const packs::Packs& packs,
                          const workforce::NumberKeeper& numbers)
{
    const auto surroundings = surroundings_of(packs, handed);
    const auto compiled = compile(mapping, targets(packs), header_of(table), handed.today);
    auto staff = check_mapped(handed.file.name, std::move(table), *compiled, *surroundings);
    auto checked = compared({std::move(staff), surroundings, compiled}, handed, packs, numbers);
    checked.mapping = reference_of(mapping);
    checked.difference.fingerprint = returns::hash_of(checked.difference.fingerprint + checked.mapping);
    return checked;
}

returns::Checked check(const returns::Handed& handed, const packs::Packs& packs, const workforce::NumberKeeper& numbers)
{
    const auto mappings = mappings_of(handed.reader, handed.organisation);
    const auto* asked = handed.mapping.empty() ? nullptr : named(mappings, handed.mapping);
    auto table = read_extract(handed.file.bytes, asked == nullptr ? mappings : std::vector{*asked});
    if (!table) return {.findings = {}, .refusal = table.error().message};
    const auto header = header_of(*table);
    if (!handed.mapping.empty()) {
        if (asked == nullptr)
            return {.findings = {}, .refusal = "This organisation has no mapping in use called " + std::string{clipped(handed.mapping, 80)} +
                                               ". Its mappings stand on the page of layouts that Kith was told."};
        const auto change = change_of_header(*asked, header);
        if (change.is_none()) return check_by(*asked, handed, std::move(*table), packs, numbers);
        return asking(handed, *table, change_in_words(*asked, change));
    }
    const auto found = nearest(mappings, header);
    if (found.mapping == nullptr) return asking(handed, *table, std::string{not_known});
    if (!found.change.is_none()) return asking(handed, *table, change_in_words(*found.mapping, found.change));
    return check_by(*found.mapping, handed, std::move(*table), packs, numbers);
}

/// A line of fewer names says too little of what the rows below hold.
constexpr std::size_t fewest_names = 3;
}  // namespace

std::vector<std::string> header_of(const files::CsvTable& table)
{
    std::vector<std::string> header;
    for (const auto name : table.header()) header.emplace_back(name);
    return header;
}

Result<files::Table> read_extract(std::string bytes, const std::vector<ColumnMapping>& mappings)
{
    if (mappings.empty()) return files::Table::read(std::move(bytes));
    std::vector<std::string> best;
    std::size_t most = 0;
    files::has_header(bytes, [&](const files::Table& header) {
        auto names = header_of(header);
        const auto found = nearest(mappings, names);
        const auto shared = found.mapping == nullptr ? 0 : found.change.shared;
        if (shared > most) best = std::move(names), most = shared;
        return found.mapping != nullptr && found.change.is_none();
    });
    if (best.empty()) return files::Table::read(std::move(bytes));
    return files::Table::read(std::move(bytes), {.limits = {}, .wanted = [&](const files::Table& header) { return header_of(header) == best; }, .sheet = {}});
}

NearestMapping nearest(const std::vector<ColumnMapping>& mappings, const std::vector<std::string>& header)
{
    NearestMapping best;
    std::size_t most = header.size() / 2;
    for (const auto& mapping : mappings) {
        auto change = change_of_header(mapping, header);
        if (change.is_none()) return {&mapping, std::move(change)};
        if (change.shared <= most) continue;
        most = change.shared;
        best = {&mapping, std::move(change)};
    }
    return best;
}

namespace {
/// Takes away the rows that the mapping leaves out; answers how many there were.
std::size_t leave_rows_out(files::CsvTable& table, const CompiledMapping& compiled)
{
    std::vector<std::pair<Field, std::size_t>> asked;
    for (const auto& column : compiled.columns)
        if (auto at = table.column(column.name); at && compiled.translation.of(column.field).may_leave_rows_out) asked.emplace_back(column.field, *at);
    if (asked.empty()) return 0;
    const auto before = table.rows();
    table.leave_out([&](std::size_t row) {
        return std::ranges::any_of(asked, [&](const auto& one) { return compiled.translation.leaves_row_out(one.first, table.cell(row, one.second)); });
    });
    return before - table.rows();
}
}  // namespace

StaffCheck check_mapped(std::string file_name, files::CsvTable table, const CompiledMapping& compiled, const Surroundings& surroundings, std::size_t most_rows)
{
    StaffCheck check;
    check.format = compiled.title;
    if (table.rows() > most_rows) table.leave_out([most_rows](std::size_t row) { return row >= most_rows; });
    auto totals = leave_out_totals(table, table.column(compiled.profile.column_of(Field::staff_reference)));
    const auto left_out = leave_rows_out(table, compiled);
    auto name = place_name(std::move(file_name), table);
    const bool is_empty = table.rows() == 0 && left_out > 0;
    check.file = std::make_shared<StaffFile>(read_staff(std::move(name), std::move(table), compiled.profile, surroundings));
    check.file->left_out = left_out;
    check.file->totals = std::move(totals);
    check.rows = static_cast<std::int64_t>(check.file->rows.size());
    check.refusal = is_empty ? "The mapping leaves out every row of this file, so nothing in it can be taken." : refusal_of(*check.file);
    if (check.refusal.empty()) judge(check, surroundings);
    return check;
}

std::string change_in_words(const ColumnMapping& mapping, const HeaderChange& change)
{
    std::string words = "The columns have changed since “" + mapping.name + "” was made.";
    if (!change.fresh.empty()) words += " New: " + joined(change.fresh, ", ") + ".";
    if (!change.gone.empty()) words += " No longer there: " + joined(change.gone, ", ") + ".";
    return words + " Say what is to be done about these; the rest stays as it was";
}

returns::Kind mapped_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    auto kind = staff_return_kind(packs, numbers);
    kind.id = "extract";
    kind.title = "Staff extract";
    kind.guidance = "Any other file of staff with its column names in one of the first lines: from payroll, a school's own system, the NHS electronic staff "
                    "record. The first time you tell Kith what the columns mean; the next file with the same columns is read by itself.";
    kind.recognise = [](std::string_view start) { return files::names_found(start) >= fewest_names; };
    kind.names_organisations = {};  // which column says so is not known yet
    kind.check = [packs, numbers](const returns::Handed& handed) { return check(handed, *packs, numbers); };
    kind.templates.clear();
    kind.question = {.words = "Say what the columns mean", .again = "Change what the columns mean", .below = "mapping"};
    kind.mapping_path = [](std::string_view mapping) { return "/mappings/" + std::string{mapping}; };
    kind.pages = {{"Layouts that Kith was told", "/mappings"}};
    return kind;
}

}  // namespace kith::intake
