#include "intake/staff_check.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::intake {
namespace {
bool applies(const Rule& rule, const Profile& profile)
{
    return rule.format == Format::any || (rule.format == Format::adult_social_care) == profile.of_adult_social_care;
}

/// Applies rules to a file: collects what they say and carries out their effect.
class Judge {
public:
    Judge(StaffFile& file, Checking& checking) : file_(file), checking_(checking) {}

    void apply(std::span<const RowRule> rules)
    {
        for (auto& row : file_.rows)
            for (const auto& entry : rules) {
                if (!applies(entry.rule, *file_.profile)) continue;
                std::string detail;
                if (entry.speaks(row, checking_, detail)) speak(entry.rule, row, detail);
            }
    }

    void apply(std::span<const FileRule> rules)
    {
        for (const auto& entry : rules) {
            if (!applies(entry.rule, *file_.profile)) continue;
            for (const auto& spoken : entry.speaks(file_, checking_)) {
                if (spoken.row == Spoken::whole_file) add(entry.rule, 0, spoken.detail);
                else speak(entry.rule, file_.rows[spoken.row], spoken.detail);
            }
        }
    }

    returns::Findings findings() &&
    {
        std::ranges::stable_sort(findings_, {}, &returns::Finding::line);
        return std::move(findings_);
    }

private:
    void speak(const Rule& rule, StaffRow& row, std::string_view detail)
    {
        add(rule, row.line, detail);
        if (rule.effect == Effect::row_not_taken) row.taken = false;
        if (rule.effect == Effect::value_not_taken) leave_as_held(row, rule.field);
    }

    void add(const Rule& rule, std::int64_t line, std::string_view detail)
    {
        auto column = file_.profile->column_of(rule.field);
        findings_.push_back({.file = file_.name, .line = line, .column = std::string{column}, .rule = std::string{rule.id},
                             .severity = severity_of(rule.effect), .message = message_of(rule, detail)});
    }

    StaffFile& file_;
    Checking& checking_;
    returns::Findings findings_;
};
}  // namespace

Result<Recognised> read_and_recognise(std::string bytes)
{
    auto table = files::CsvTable::read(std::move(bytes));
    if (!table) return std::unexpected(table.error());
    const auto* profile = recognise(*table);
    if (profile == nullptr)
        return unacceptable("file", "Kith does not know this file by its first row. Start from the staff return template, or hand in the workplace or "
                                    "staff file of the adult social care workforce data set with its column names in the first row.");
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
    StaffFile file{.name = std::move(name), .table = std::move(table), .profile = &profile, .places = {}, .rows = {}};
    file.places = places_in(file.table, profile);
    for (std::size_t row = 0; row < file.table.rows(); ++row)
        file.rows.push_back({.row = row, .line = static_cast<std::int64_t>(file.table.line(row)), .cells = file.table.cells_in(row),
                             .stray_quote = file.table.has_stray_quote(row)});
    return file;
}

returns::Findings judge_shape(StaffFile& file, const Surroundings& surroundings)
{
    Suggestions suggestions{surroundings};
    Checking checking{surroundings, suggestions, {}};
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
    if (recognised->profile == &adult_social_care_workplaces_2019()) {
        check.refusal = "This is a workplace file, not a staff file. Hand it in as a workplace file.";
        return check;
    }
    auto& file = check.file.emplace(read_staff(std::move(file_name), std::move(recognised->table), *recognised->profile, surroundings));
    check.rows = static_cast<std::int64_t>(file.rows.size());
    check.refusal = refusal_of(file.table, *file.profile, file.places);
    if (!check.refusal.empty()) return check;

    Suggestions suggestions{surroundings};
    Checking checking{surroundings, suggestions, std::move(workplaces_beside)};
    Judge judge{file, checking};
    judge.apply(rules_of_the_file());
    for (auto rules : tables_of_row_rules()) judge.apply(rules);
    judge.apply(rules_across_rows());
    check.findings = std::move(judge).findings();
    check.can_take = std::ranges::count_if(file.rows, &StaffRow::taken);
    return check;
}

}  // namespace kith::intake
