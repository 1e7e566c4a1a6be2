// Is the workforce like the children it serves? Sex, ethnic group and disability of staff against those of the area's children.
#include "base/text.hpp"
#include "profile/chance.hpp"
#include "profile/guarded.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace kith::profile {

namespace {

using tally::Column;

/// Codes of the workforce's column that count as one group of children, and how many staff are of each.
struct Staffed {
    std::map<std::string, std::int64_t> of_group;
    std::map<std::string, std::vector<tally::Code>> codes;  // of the column, of each group
    std::int64_t known = 0;
    std::int64_t not_known = 0;
};

template <class GroupOf>
Staffed staffed(const Ground& ground, Column column, GroupOf group_of)
{
    Staffed staffed;
    for (const auto& group : ground.count({column}).groups) {
        const auto name = group_of(ground.text_of(column, group.codes[0]));
        if (!name || name->empty()) {
            staffed.not_known += group.counts.records;
            continue;
        }
        staffed.of_group[*name] += group.counts.records;
        staffed.codes[*name].push_back(group.codes[0]);
        staffed.known += group.counts.records;
    }
    return staffed;
}

/// Codes that say that nothing is said.
bool is_no_answer(std::string_view code)
{
    return code.empty() || code == "unknown" || code == "not_stated" || code == "not_known" || code == "refused";
}

Cell percent_cell(double part)
{
    const auto percent = std::round(part * 1000) / 10;
    return {percent, fmt::format("{:.1f}%", percent), Unit::percent};
}

/// Names of ethnic groups keep their capitals: most begin with a proper noun.
std::string in_a_sentence(const std::string& label, ChildCharacteristic characteristic)
{
    return characteristic == ChildCharacteristic::ethnicity ? label : lower_first(label);
}

/// A group that may be more or less common among staff than among children.
struct Unlike {
    std::string group;
    Likeness likeness = Likeness::too_few;
    double points_apart = 0;
    bool differs() const { return likeness == Likeness::more_common || likeness == Likeness::less_common; }
};

/// "White staff are more common and Asian or Asian British staff less common than among children here, and 3 other groups differ": the farthest apart first.
std::string finding_of(const std::vector<Unlike>& apart)
{
    if (apart.empty()) return "No group differs from the children by more than chance would give";
    auto staff_of = [](const Unlike& group) { return group.group + " staff"; };
    auto words = staff_of(apart[0]) + " are " + std::string{words_for(apart[0].likeness)};
    if (apart.size() > 1) words += " and " + staff_of(apart[1]) + " " + std::string{words_for(apart[1].likeness)};
    words += " than among children here";
    constexpr std::size_t named = 2;
    if (apart.size() > named) words += ", and " + counted(static_cast<std::int64_t>(apart.size() - named), "other group differs", "other groups differ");
    return upper_first(words);
}

Panel compared(const Ground& ground, Column column, ChildCharacteristic characteristic, const Staffed& staffed, std::string lines_are, Guard guard)
{
    Panel panel{.finding = {}, .lines_are = std::move(lines_are), .columns = {"Share of staff", "Lowest it may be", "Highest it may be", "Share of children", "In the workforce", "Staff"}, .lines = {}, .drawing = Drawing::intervals, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::vector<std::int64_t> people;
    std::vector<Unlike> unlike;  // of each line
    for (const auto& code : ground.packs().list(list_of(characteristic)).codes()) {
        const auto children = share_of_children(ground.around->children, ground.places, characteristic, code.code);
        if (children.whole == 0 || is_no_answer(code.code)) continue;
        const auto found = staffed.of_group.find(code.code);
        const auto staff = found == staffed.of_group.end() ? 0 : found->second;
        if (children.part == 0 && staff == 0) continue;
        const auto shown = shown_part(ground, guard, staff);
        const auto comparison = compare_with_children({.in_group = std::min(shown, staffed.known), .known = staffed.known, .not_known = staffed.not_known}, children, ChildrenCounted::all);
        const auto label = std::string{code.label_in(ground.era)};
        const auto key = staff == 0 ? std::string{} : "group-" + code.code;
        if (staff > 0 && ground.rows_of == key) name_rows(panel, ground.keeping(column, staffed.codes.at(code.code)), key);
        panel.lines.push_back({.label = label, .key = key, .cells = {percent_cell(comparison.workforce.percent() / 100), percent_cell(comparison.workforce_interval.low), percent_cell(comparison.workforce_interval.high), percent_cell(comparison.children.percent() / 100),
                                                       words_cell(std::string{words_for(comparison.likeness)}), count_cell(shown)}});
        people.push_back(staff);
        unlike.push_back({.group = in_a_sentence(label, characteristic), .likeness = comparison.likeness, .points_apart = std::round(10 * std::abs(comparison.workforce.percent() - comparison.children.percent())) / 10});
    }
    if (panel.lines.empty()) {
        panel.finding = "How many children of each group live here is not known yet";
        panel.notes = {"Figures of children come from a file: children by locality, characteristic and group, with its source and day. Hand it in at Children who live here (/child-population), or by kith child-population."};
        return panel;
    }
    if (in_groups(ground, guard)) {
        const auto hidden = hidden_groups(people);
        std::vector<Cell> of_children;
        for (const auto& line : panel.lines) of_children.push_back(line.cells[3]);
        hide_lines(panel, hidden);
        for (std::size_t line = 0; line < hidden.size(); ++line) {
            if (!hidden[line]) continue;
            unlike[line].likeness = Likeness::too_few;
            panel.lines[line].cells[3] = of_children[line];  // published, and of no member of staff
        }
    }
    std::erase_if(unlike, [](const Unlike& group) { return !group.differs(); });
    std::ranges::stable_sort(unlike, std::greater{}, &Unlike::points_apart);
    panel.finding = staffed.known < least_known ? "Too few staff say for anything to be said" : finding_of(unlike);
    panel.headline = {.label = unlike.size() == 1 ? "group unlike the children" : "groups unlike the children", .cell = count_cell(static_cast<std::int64_t>(unlike.size())), .rests_on = fmt::format("of {}, {} staff say", panel.lines.size(), with_commas(staffed.known))};
    if (staffed.not_known > 0) panel.notes.push_back(fmt::format("{} of {} staff do not say, or nobody reported it; they are left out.", with_commas(staffed.not_known), with_commas(staffed.known + staffed.not_known)));
    panel.notes.push_back(sources_in_words(ground.around->children, ground.places, characteristic) + ".");
    panel.notes.push_back("The range is where the share may lie by chance alone, 19 times of 20. Of twenty groups that are as common, one will seem not to be.");
    return panel;
}

Panel by_sex(const Ground& ground)
{
    const auto staff = staffed(ground, Column::sex, [](std::string_view sex) { return sex == "female" || sex == "male" ? std::optional{std::string{sex}} : std::nullopt; });
    return compared(ground, Column::sex, ChildCharacteristic::sex, staff, "Sex", Guard::none);
}

Panel by_ethnic_group(const Ground& ground)
{
    const auto& ethnicities = ground.packs().list("ethnicities");
    const auto staff = staffed(ground, Column::ethnicity, [&](std::string_view ethnicity) -> std::optional<std::string> {
        const auto* code = ethnicities.find(ethnicity);
        if (code == nullptr || is_no_answer(code->parent)) return std::nullopt;
        return code->parent;
    });
    return compared(ground, Column::ethnicity, ChildCharacteristic::ethnicity, staff, "Ethnic group", Guard::equality);
}

Panel by_disability(const Ground& ground)
{
    const auto staff = staffed(ground, Column::disability, [](std::string_view disability) { return disability == "disabled" || disability == "not_disabled" ? std::optional{std::string{disability}} : std::nullopt; });
    return compared(ground, Column::disability, ChildCharacteristic::disability, staff, "Disability", Guard::equality);
}

}  // namespace

std::vector<MeasureRow> likeness_measures()
{
    constexpr std::string_view method = "Score interval of a share: Wilson 1927, recommended by Newcombe 1998; children counted in full are taken as they are";
    constexpr std::string_view population = "Staff with an engagement in force on the day who say, against the children who live in the places asked about";
    auto row = [&](std::string_view id, std::string_view name, std::string_view formula, std::string_view needs, Guard guard, Panel (*panel)(const Ground&)) {
        return MeasureRow{.measure = {.id = id, .name = name, .formula = formula, .population = population, .source = method}, .section = "likeness", .needs = needs, .missing = "Who does not say is left out and counted", .guard = guard, .panel = panel};
    };
    return {
        row("profile.likeness_sex", "Women and men against girls and boys", "Women and men as a percentage of staff who say, with an interval of 95 percent, beside girls and boys among children", "Sex; children by sex", Guard::none, by_sex),
        row("profile.likeness_ethnicity", "Ethnic groups against children", "Each ethnic group as a percentage of staff who say, with an interval of 95 percent, beside its percentage of children", "Ethnicity; children by ethnic group", Guard::equality, by_ethnic_group),
        row("profile.likeness_disability", "Disability against children", "Disabled people as a percentage of staff who say, with an interval of 95 percent, beside disabled children among children", "Disability; disabled children", Guard::equality, by_disability),
    };
}

}  // namespace kith::profile
