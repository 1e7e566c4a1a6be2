// What people hold, against what role and setting ask for.
#include "base/text.hpp"
#include "profile/held.hpp"
#include "profile/measure.hpp"
#include "profile/requirements.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

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
    const auto highest = highest_levels(ground);
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
    const auto highest = highest_levels(ground);
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
        panel.lines.push_back({.label = ground.label_of(column, line.place), .key = key, .cells = {count_cell(line.three), count_cell(line.six), count_cell(line.known), share_cell({line.three, line.known})}});
        if (ground.rows_of == key) name_rows(panel, ground.keeping(column, {line.place}).keeping(highest, from_level(3)), key);
    }
    const auto total = answer.total.records;
    const auto known = ground.keeping(highest, from_level(0)).total().records;
    const auto three = ground.keeping(highest, from_level(3)).total().records;
    panel.finding = fmt::format("{} staff hold level 3 or above{}", with_commas(three), panel.lines.empty() ? "" : ", most of them in " + panel.lines.front().label);
    panel.headline = {.label = "hold level 3 or above", .cell = count_cell(three), .rests_on = fmt::format("of {} whose level is known", with_commas(known))};
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

/// What is reported of whoever works one row.
QualifiedPerson person_of(const Ground& ground, const tally::Derived& highest, std::size_t row)
{
    const auto& table = ground.table();
    const auto& role = table.dictionary(Column::role).text(table.codes(Column::role)[row]);
    const auto ordinal = table.ordinals()[row];
    QualifiedPerson person{.role = role, .is_manager = role.ends_with("_manager"), .highest_level = {}, .statuses = {}, .registered_on = {}, .trained_on = {}};
    if (highest.of_record[ordinal] > 0) person.highest_level = static_cast<int>(highest.of_record[ordinal]) - 1;
    for (const auto& fact : ground.facts().of(table.records()[ordinal])) {
        if (!stands_on(fact, ground.on())) continue;
        if (is_of(fact, FactKind::professional_status)) {
            if (!person.statuses) person.statuses.emplace();
            person.statuses->push_back(ground.facts().codes().text(fact.code));
            if (person.statuses->back() == "childminder" && fact.on != tally::not_given) person.registered_on = Date::from_days(fact.on);
        }
        const bool is_training = is_of(fact, FactKind::training) && ground.facts().codes().text(fact.code) == "eyfs" && fact.on != tally::not_given;
        if (is_training && (!person.trained_on || Date::from_days(fact.on) < *person.trained_on)) person.trained_on = Date::from_days(fact.on);
    }
    return person;
}

/// Those who work with the children of each setting, each once however many jobs they have in it: as its manager where one of them is that.
std::map<tally::Code, std::vector<QualifiedPerson>> people_of_settings(const Ground& ground)
{
    const auto highest = highest_levels(ground);
    const auto& table = ground.table();
    const auto& roles = ground.packs().list("roles");
    std::map<std::pair<tally::Code, std::uint32_t>, QualifiedPerson> once;
    for (auto row : tally::rows_counted(table, ground.query)) {
        const auto* code = roles.find(table.dictionary(Column::role).text(table.codes(Column::role)[row]));
        if (code != nullptr && code->attribute("breadth") != "core") continue;  // who cooks or cleans is not asked
        auto person = person_of(ground, highest, row);
        const auto [held, first] = once.try_emplace({table.codes(Column::setting)[row], table.ordinals()[row]}, person);
        if (!first && person.is_manager) held->second = std::move(person);
    }
    std::map<tally::Code, std::vector<QualifiedPerson>> people;
    for (auto& [place, person] : once) people[place.first].push_back(std::move(person));
    return people;
}

/// Those in each role, each once however many jobs they have in it.
std::vector<QualifiedPerson> people_of_roles(const Ground& ground)
{
    const auto highest = highest_levels(ground);
    const auto& table = ground.table();
    std::set<std::pair<std::uint32_t, tally::Code>> seen;
    std::vector<QualifiedPerson> people;
    for (auto row : tally::rows_counted(table, ground.query)) {
        if (seen.emplace(table.ordinals()[row], table.codes(Column::role)[row]).second) people.push_back(person_of(ground, highest, row));
    }
    return people;
}

Panel setting_rules(const Ground& ground)
{
    struct Rule {
        const packs::Code* rule = nullptr;
        std::int64_t met = 0, not_met = 0, unknown = 0;
        std::vector<std::string> short_of;
    };
    std::map<std::string, Rule> rules;
    std::int64_t settings = 0;
    for (const auto& [setting, people] : people_of_settings(ground)) {
        const auto kind = ground.setting_kinds.find(ground.text_of(Column::setting, setting));
        if (kind == ground.setting_kinds.end()) continue;
        const auto results = setting_requirements(kind->second, people, ground.packs(), ground.on());
        settings += results.empty() ? 0 : 1;
        for (const auto& result : results) {
            auto& rule = rules[result.rule->code];
            rule.rule = result.rule;
            switch (result.standing) {
            case Standing::met:
            case Standing::met_late: ++rule.met; break;
            case Standing::not_met:
                ++rule.not_met;
                rule.short_of.push_back(ground.label_of(Column::setting, setting));
                break;
            default: ++rule.unknown;
            }
        }
    }
    Panel panel{.finding = {}, .lines_are = "What is asked", .columns = {"Settings that meet it", "That do not", "Cannot be said"}, .lines = {}, .drawing = Drawing::bars, .drawn = 3, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::int64_t short_of = 0;
    for (auto& [code, rule] : rules) {
        panel.lines.push_back({.label = std::string{rule.rule->label} + (rule.rule->attribute("force") == "aim" ? " (an aim)" : ""), .cells = {count_cell(rule.met), count_cell(rule.not_met), count_cell(rule.unknown)}});
        panel.notes.push_back(fmt::format("{}. Source: {}.", rule.rule->label, rule.rule->source));
        if (rule.rule->attribute("force") != "aim") short_of += rule.not_met;
        constexpr std::size_t most_named = 12;
        if (!rule.short_of.empty()) {
            std::ranges::sort(rule.short_of);
            const auto named = std::min(most_named, rule.short_of.size());
            panel.notes.push_back("Not met by " + joined({rule.short_of.begin(), rule.short_of.begin() + static_cast<std::ptrdiff_t>(named)}, "; ") + (rule.short_of.size() > named ? fmt::format(" and {} more", rule.short_of.size() - named) : "") + ".");
        }
    }
    panel.finding = rules.empty() ? "No setting here is asked for qualifications on this day" : short_of == 0 ? "No setting is known to fall short of a rule" : fmt::format("{} of rules fall short, in {}", counted(short_of, "case", "cases"), counted(settings, "setting", "settings"));
    panel.headline = {.label = "rules of settings not met", .cell = count_cell(short_of), .rests_on = fmt::format("in {}", counted(settings, "setting that is asked", "settings that are asked"))};
    return panel;
}

Panel role_rules(const Ground& ground)
{
    const auto people = people_of_roles(ground);
    Panel panel{.finding = {}, .lines_are = "What the role asks for", .columns = {"Share that hold it", "Hold it", "Staff in the role", "Nothing reported"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::int64_t have = 0, known = 0;
    for (const auto& holding : role_holdings(people, ground.packs(), ground.on())) {
        const auto* role = ground.packs().list("roles").find(holding.rule->parent);
        panel.lines.push_back({.label = fmt::format("{}: {}", role == nullptr ? holding.rule->parent : std::string{role->label_in(ground.era)}, lower_first(holding.rule->label)),
                               .cells = {share_cell({holding.have, holding.people - holding.not_known}), count_cell(holding.have), count_cell(holding.people), count_cell(holding.not_known)}});
        have += holding.have;
        known += holding.people - holding.not_known;
    }
    panel.finding = fmt::format("{} of {} staff in roles that ask for a level or status are known to hold it", with_commas(have), with_commas(known));
    panel.headline = {.label = "hold what their role asks", .cell = share_cell({have, known}), .rests_on = fmt::format("of {} with a qualification or status reported", with_commas(known))};
    panel.notes.push_back("Staff of whom neither a level nor a status is reported are not in the percentage.");
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
        row({.id = "profile.role_rules", .name = "What roles ask for", .formula = "Staff in a role that asks for a level or status who hold it, as a percentage of those of whom one is reported", .population = "Staff in roles of the pack of role requirements",
             .source = "Law of registration of each profession and national standards; each line of the pack names its own"}, "Role, qualifications, statuses", "Left out of the percentage and counted", role_rules),
        row({.id = "profile.setting_rules", .name = "What settings must have", .formula = "Settings whose reported staff meet each rule of the day; where somebody's level is not reported and it would decide, it cannot be said", .population = "Early years settings, by the rules of the day for their kind",
             .source = "Statutory framework for the early years foundation stage, of the day"}, "Setting, role, qualifications with their level", "Never taken as not held: then it cannot be said", setting_rules),
    };
}

}  // namespace kith::profile
