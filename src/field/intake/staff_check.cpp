#include "intake/staff_check.hpp"

#include "base/text.hpp"
#include "intake/judge.hpp"

#include <algorithm>

namespace kith::intake {
Result<Recognised> read_and_recognise(std::string bytes)
{
    auto table = files::CsvTable::read(std::move(bytes));
    if (!table) return std::unexpected(table.error());
    const auto* profile = recognise(*table);
    if (profile == nullptr)
        return unacceptable("file", "Kith does not know this file by its first row. Start from the staff return template, or hand in the workplace, "
                                    "staff or training file of the adult social care workforce data set with its column names in the first row.");
    return Recognised{std::move(*table), profile};
}

std::string refusal_of(const files::CsvTable& table, const Profile& profile, const ColumnPlaces& places)
{
    if (!places.missing_needed.empty())
        return "The file is a " + std::string{profile.title} + " without " +
               (places.missing_needed.size() == 1 ? "the column " : "the columns ") + joined(places.missing_needed, ", ") +
               ", which Kith needs. Add " + (places.missing_needed.size() == 1 ? "it" : "them") + " and hand the file in again.";
    if (table.rows() == 0) return "The file has a header and no rows. Nothing in it can be taken.";
    return {};
}

StaffFile shape_of(std::string name, files::CsvTable table, const Profile& profile)
{
    StaffFile file{.name = std::move(name), .table = std::move(table), .profile = &profile, .places = {}, .rows = {}, .facts = {}, .made = {}};
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
    check.file = std::make_shared<StaffFile>(read_staff(std::move(file_name), std::move(recognised->table), *recognised->profile, surroundings));
    auto& file = *check.file;
    check.rows = static_cast<std::int64_t>(file.rows.size());
    check.refusal = refusal_of(file.table, *file.profile, file.places);
    if (!check.refusal.empty()) return check;

    const RuleLimits limits{surroundings.packs(), surroundings.today()};
    Checking checking{surroundings, limits, file, std::move(workplaces_beside)};
    Judge judge{file, checking};
    judge.apply(rules_of_the_file());
    judge.apply(tables_of_row_rules(*file.profile), rules_of_facts());
    check.index = std::make_shared<const FileIndex>(file);
    checking.index = check.index.get();
    for (auto rules : tables_across_rows(*file.profile)) judge.apply(rules);
    check.findings = std::move(judge).findings();
    check.can_take = std::ranges::count_if(file.rows, &StaffRow::taken);
    return check;
}

}  // namespace kith::intake
