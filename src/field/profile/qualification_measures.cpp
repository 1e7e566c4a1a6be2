// What people hold, against what role and setting ask for.
#include "base/text.hpp"
#include "profile/held.hpp"
#include "profile/measure.hpp"
#include "profile/requirement_panels.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

using tally::Column;
using workforce::FactKind;

constexpr std::string_view everyone = "Staff with an engagement in force on the day";

/// The codes of highest_levels from a level up.
std::vector<tally::Code> from_level(int level)
{
    std::vector<tally::Code> codes;
    for (int held = level; held <= 8; ++held) codes.push_back(static_cast<tally::Code>(held + 1));
    return codes;
}

Panel levels(const Ground& ground)
{
    const auto& highest = highest_levels(ground);
    const auto& list = ground.packs().list("qualification_levels");
    auto panel = staff_by(ground, {.axis = highest, .lines_are = "Highest level held", .label = [&](tally::Code code) {
                                       if (code == 0) return std::string{"None reported"};
                                       const auto* level = list.find(std::to_string(code - 1));
                                       return level == nullptr ? "Level " + std::to_string(code - 1) : level->label;
                                   }, .by_size = false});
    const auto total = ground.total().records;
    const auto known = ground.keeping(highest, from_level(0)).total().records;
    const auto three = ground.keeping(highest, from_level(3)).total().records;
    panel.finding = fmt::format("{} of {} staff whose level is known hold level 3 or above", with_commas(three), with_commas(known));
    panel.headline = {.label = "hold level 3 or above", .cell = share_cell({three, known}), .rests_on = fmt::format("{} of {} whose level is known", with_commas(three), with_commas(known))};
    if (known < total) panel.notes.push_back(missing_note(total - known, total, "qualification with a level"));
    return panel;
}

/// One place a line: how many hold level 3, and level 6, or above.
Panel level_by(const Ground& ground, Column column, std::string lines_are)
{
    const auto& highest = highest_levels(ground);
    const auto answer = ground.count({column, highest});
    struct Line {
        tally::Code place;
        std::int64_t known = 0, three = 0, six = 0;
    };
    std::vector<Line> lines;
    for (const auto& group : answer.groups) {
        if (lines.empty() || lines.back().place != group.codes[0]) lines.push_back({.place = group.codes[0]});
        auto& line = lines.back();
        if (group.codes[1] >= 1) line.known += group.counts.records;
        if (group.codes[1] >= 4) line.three += group.counts.records;
        if (group.codes[1] >= 7) line.six += group.counts.records;
    }
    std::ranges::stable_sort(lines, std::greater{}, &Line::three);
    Panel panel{.finding = {}, .lines_are = std::move(lines_are), .columns = {"Level 3 or above", "Level 6 or above", "Level known", "Share at level 3 or above"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (const auto& line : lines) {
        const auto key = "place-" + std::to_string(line.place);
        panel.lines.push_back({.label = ground.label_of(column, line.place), .key = line.three == 0 ? "" : key,
                               .cells = {count_cell(line.three), opening_count(line.six, key + ".six"), opening_count(line.known, key + ".known"), share_cell({line.three, line.known})}});
        for (const auto& [asked, level] : {std::pair{key, 3}, {key + ".six", 6}, {key + ".known", 0}}) {
            if (ground.rows_of == asked) name_rows(panel, ground.keeping(column, {line.place}).keeping(highest, from_level(level)), asked);
        }
    }
    const auto total = answer.total.records;
    const auto known = ground.keeping(highest, from_level(0)).total().records;
    const auto three = ground.keeping(highest, from_level(3)).total().records;
    panel.finding = fmt::format("{} staff hold level 3 or above{}", with_commas(three), panel.lines.size() < 2 ? "" : fmt::format("; {} has the most, {}", panel.lines.front().label, panel.lines.front().cells[0].words));
    panel.headline = {.label = "staff at level 3 or above", .cell = count_cell(three), .rests_on = fmt::format("of {} whose level is known", with_commas(known))};
    if (known < total) panel.notes.push_back(missing_note(total - known, total, "qualification with a level"));
    return panel;
}

Panel level_by_locality(const Ground& ground) { return level_by(ground, Column::locality, "Locality"); }
Panel level_by_role(const Ground& ground) { return level_by(ground, Column::role, "Role"); }
Panel statuses(const Ground& ground)
{
    auto panel = staff_by_fact(ground, FactKind::professional_status, "Professional status");
    panel.notes.push_back("A status that had run out by the day is not counted.");
    return panel;
}

}  // namespace

std::vector<MeasureRow> qualification_measures()
{
    constexpr std::string_view frameworks = "Regulated Qualifications Framework (Ofqual); in 2009 the National Qualifications Framework";
    auto row = [](figures::Measure measure, std::string_view needs, std::string_view missing, Panel (*panel)(const Ground&)) {
        return MeasureRow{.measure = measure, .section = "qualifications", .needs = needs, .missing = missing, .guard = Guard::none, .panel = panel};
    };
    return {
        row({.id = "profile.levels", .name = "Qualification level", .formula = "Staff by the highest level of the qualifications that they hold on the day; level 3 or above as a percentage of those with a level reported", .population = everyone, .source = frameworks},
            "Qualifications with their level", "Staff with no level reported are shown, and left out of percentages", levels),
        row({.id = "profile.level_by_locality", .name = "Level 3 and above by locality", .formula = "Staff whose highest level is 3 or above, and 6 or above, by the locality they work in", .population = everyone, .source = frameworks},
            "Qualifications with their level, locality", "Staff with no level reported are left out of percentages", level_by_locality),
        row({.id = "profile.level_by_role", .name = "Level 3 and above by role", .formula = "Staff whose highest level is 3 or above, and 6 or above, by role", .population = everyone, .source = frameworks}, "Qualifications with their level, role",
            "Staff with no level reported are left out of percentages", level_by_role),
        row({.id = "profile.statuses", .name = "Professional status", .formula = "Staff who hold each professional status or registration on the day; someone with two is in both", .population = everyone, .source = "Registers of the professions, as employers report them"},
            "Professional statuses, with the day they run out", "Not counted as none: who reports nothing is counted beside it", statuses),
        row({.id = "profile.role_rules", .name = "What roles ask for", .formula = "Staff in a role that asks for a level or status who are known to hold it, as a percentage of all in the role", .population = "Staff in roles of the pack of role requirements",
             .source = "Law of registration of each profession and national standards; each line of the pack names its own"}, "Role, qualifications, statuses", "Counted as not known beside the share, which is the least that it can be", role_rules_panel),
        row({.id = "profile.setting_rules", .name = "What settings must have", .formula = "Settings whose reported staff meet each rule of the day; where somebody's level is not reported and it would decide, it cannot be said", .population = "Early years settings, by the rules of the day for their kind",
             .source = "Statutory framework for the early years foundation stage, of the day"}, "Setting, role, qualifications with their level", "Never taken as not held: then it cannot be said", setting_rules_panel),
    };
}

}  // namespace kith::profile
