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
        panel.lines.push_back({.label = ground.label_of(column, line.place), .key = key, .cells = {count_cell(line.three), count_cell(line.six), count_cell(line.known), share_cell({line.three, line.known})}});
        if (ground.rows_of == key) name_rows(panel, ground.keeping(column, {line.place}).keeping(highest, from_level(3)), key);
    }
    const auto total = answer.total.records;
    const auto known = ground.keeping(highest, from_level(0)).total().records;
    const auto three = ground.keeping(highest, from_level(3)).total().records;
    panel.finding = fmt::format("{} staff hold level 3 or above{}", with_commas(three), panel.lines.size() < 2 ? "" : fmt::format("; {} has the most, {}", panel.lines.front().label, panel.lines.front().cells[0].words));
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

/// Tells what is reported of whoever works a row; quickest where rows come in the order of the table.
class People {
public:
    explicit People(const Ground& ground) : ground_(ground), highest_(highest_levels(ground)), facts_(ground.facts()), early_years_(ground.facts().codes().find("eyfs")) {}

    QualifiedPerson of(std::size_t row)
    {
        const auto& table = ground_.table();
        const auto& role = table.dictionary(Column::role).text(table.codes(Column::role)[row]);
        const auto ordinal = table.ordinals()[row];
        QualifiedPerson person{.role = role, .is_manager = role.ends_with("_manager") && !role.ends_with("_deputy_manager"), .highest_level = {}, .statuses = {}, .registered_on = {}, .trained_on = {}};
        if (highest_.of_record[ordinal] > 0) person.highest_level = static_cast<int>(highest_.of_record[ordinal]) - 1;
        for (const auto& fact : facts_.of(table.records()[ordinal])) {
            const bool is_status = is_of(fact, FactKind::professional_status);
            const bool is_training = is_of(fact, FactKind::training) && fact.code == early_years_ && fact.on != tally::not_given;
            if ((!is_status && !is_training) || !stands_on(fact, ground_.on())) continue;
            if (is_status) {
                if (!person.statuses) person.statuses.emplace();
                person.statuses->push_back(ground_.facts().codes().text(fact.code));
                if (person.statuses->back() == "childminder" && fact.on != tally::not_given) person.registered_on = Date::from_days(fact.on);
            }
            if (is_training && (!person.trained_on || Date::from_days(fact.on) < *person.trained_on)) person.trained_on = Date::from_days(fact.on);
        }
        return person;
    }

private:
    const Ground& ground_;
    const tally::Derived& highest_;
    tally::FactsInOrder facts_;
    std::optional<tally::Code> early_years_;
};

/// The kind of each setting that is asked for anything; empty for the others.
const std::vector<std::string_view>& kinds_asked(const Ground& ground)
{
    return ground.of_any_day->once("kinds of settings asked", [&] {
        const auto& settings = ground.table().dictionary(Column::setting);
        std::vector<std::string_view> kinds(settings.size());
        for (tally::Code setting = 0; setting < settings.size(); ++setting) {
            const auto kind = ground.around->setting_kinds.find(settings.text(setting));
            if (kind != ground.around->setting_kinds.end() && is_asked(kind->second, ground.packs())) kinds[setting] = kind->second;
        }
        return kinds;
    });
}

/// Of each role whether those in it work with the children: who cooks or cleans is not asked for anything. A role that the packs do not know is taken to.
const std::vector<bool>& roles_with_children(const Ground& ground)
{
    return ground.of_any_day->once("roles with children", [&] {
        const auto& roles = ground.table().dictionary(Column::role);
        std::vector<bool> core;
        for (tally::Code role = 0; role < roles.size(); ++role) {
            const auto* code = ground.packs().list("roles").find(roles.text(role));
            core.push_back(code == nullptr || code->attribute("breadth") == "core");
        }
        return core;
    });
}

/// The same question without its filters on people: a setting's staff are all its staff.
Ground of_whole_settings(const Ground& ground)
{
    auto whole = ground;
    for (auto column : {Column::role, Column::sector, Column::breadth, Column::contract}) whole.query.filters[place_of(column)].reset();
    whole.query.derived_filters.clear();
    return whole;
}

/// Those who work with the children of each setting that is asked for anything, each once however many jobs they have in it: as its manager where one of them is that.
std::map<tally::Code, std::vector<QualifiedPerson>> people_of_settings(const Ground& ground)
{
    const auto& table = ground.table();
    const auto& kinds = kinds_asked(ground);
    const auto& core = roles_with_children(ground);
    People reported{ground};
    std::map<std::pair<tally::Code, std::uint32_t>, QualifiedPerson> once;
    for (auto row : tally::rows_counted(table, ground.query)) {
        if (kinds[table.codes(Column::setting)[row]].empty() || !core[table.codes(Column::role)[row]]) continue;
        auto person = reported.of(row);
        const auto [held, first] = once.try_emplace({table.codes(Column::setting)[row], table.ordinals()[row]}, person);
        if (!first && person.is_manager) held->second = std::move(person);
    }
    std::map<tally::Code, std::vector<QualifiedPerson>> people;
    for (auto& [place, person] : once) people[place.first].push_back(std::move(person));
    return people;
}

/// Those in each role that asks for anything, each once however many jobs they have in it.
std::vector<QualifiedPerson> people_of_roles(const Ground& ground)
{
    const auto& table = ground.table();
    const auto& roles = table.dictionary(Column::role);
    std::vector<bool> asks(roles.size(), false);
    for (const auto& rule : ground.packs().list("role_requirements").codes()) {
        const auto role = roles.find(rule.parent);
        if (role && rule.holds_on(ground.on())) asks[*role] = true;
    }
    People reported{ground};
    std::set<std::pair<std::uint32_t, tally::Code>> seen;
    std::vector<QualifiedPerson> people;
    for (auto row : tally::rows_counted(table, ground.query)) {
        const auto role = table.codes(Column::role)[row];
        if (asks[role] && seen.emplace(table.ordinals()[row], role).second) people.push_back(reported.of(row));
    }
    return people;
}

Panel setting_rules(const Ground& ground)
{
    struct Rule {
        const packs::Code* rule = nullptr;
        std::int64_t met = 0, late = 0, not_met = 0, unknown = 0;
        std::vector<std::string> short_of;
    };
    std::map<std::string, Rule> rules;
    std::int64_t settings = 0;
    std::set<tally::Code> falling_short;
    for (const auto& [setting, people] : people_of_settings(of_whole_settings(ground))) {
        const auto results = setting_requirements(kinds_asked(ground)[setting], people, ground.packs(), ground.on());
        settings += results.empty() ? 0 : 1;
        for (const auto& result : results) {
            auto& rule = rules[result.rule->code];
            rule.rule = result.rule;
            switch (result.standing) {
            case Standing::met: ++rule.met; break;
            case Standing::met_late: ++rule.late; break;
            case Standing::not_met:
                ++rule.not_met;
                if (!result.is_aim()) falling_short.insert(setting);
                rule.short_of.push_back(ground.label_of(Column::setting, setting));
                break;
            default: ++rule.unknown;
            }
        }
    }
    Panel panel{.finding = {}, .lines_are = "What is asked", .columns = {"Settings that meet it", "Met it late", "Do not", "Cannot be said"}, .lines = {}, .drawing = Drawing::bars, .drawn = 4, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (auto& [code, rule] : rules) {
        panel.lines.push_back({.label = std::string{rule.rule->label} + (rule.rule->attribute("force") == "aim" ? " (an aim)" : ""), .cells = {count_cell(rule.met), count_cell(rule.late), count_cell(rule.not_met), count_cell(rule.unknown)}});
        panel.notes.push_back(fmt::format("{}. Source: {}.", rule.rule->label, rule.rule->source));
        constexpr std::size_t most_named = 12;
        if (!rule.short_of.empty()) {
            std::ranges::sort(rule.short_of);
            const auto named = std::min(most_named, rule.short_of.size());
            panel.notes.push_back("Not met by " + joined({rule.short_of.begin(), rule.short_of.begin() + static_cast<std::ptrdiff_t>(named)}, "; ") + (rule.short_of.size() > named ? fmt::format(" and {} more", rule.short_of.size() - named) : "") + ".");
        }
    }
    const auto short_of = static_cast<std::int64_t>(falling_short.size());
    panel.finding = rules.empty() ? "No setting here is asked for qualifications on this day" : short_of == 0 ? "No setting is known to fall short of a rule" : fmt::format("{} of {} {} short of a rule", short_of, counted(settings, "setting", "settings"), short_of == 1 ? "falls" : "fall");
    panel.headline = {.label = "short of a rule", .cell = count_cell(short_of), .rests_on = fmt::format("of {}", counted(settings, "setting that is asked", "settings that are asked"))};
    panel.notes.push_back("A setting is judged by all its staff, whatever role, sector, contract or team is asked about.");
    return panel;
}

Panel role_rules(const Ground& ground)
{
    const auto people = people_of_roles(ground);
    Panel panel{.finding = {}, .lines_are = "What the role asks for", .columns = {"Known to hold it", "Hold it", "Do not", "Not known", "Staff in the role"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::int64_t have = 0, asked = 0, not_known = 0;
    for (const auto& holding : role_holdings(people, ground.packs(), ground.on())) {
        const auto* role = ground.packs().list("roles").find(holding.rule->parent);
        panel.lines.push_back({.label = fmt::format("{}: {}", role == nullptr ? holding.rule->parent : std::string{role->label_in(ground.era)}, lower_first(holding.rule->label)),
                               .cells = {share_cell({holding.have, holding.people}), count_cell(holding.have), count_cell(holding.people - holding.have - holding.not_known), count_cell(holding.not_known), count_cell(holding.people)}});
        have += holding.have;
        asked += holding.people;
        not_known += holding.not_known;
    }
    panel.finding = fmt::format("{} of {} staff in roles that ask for a level or status are known to hold it; {} do not, of {} it is not known", with_commas(have), with_commas(asked), with_commas(asked - have - not_known), with_commas(not_known));
    panel.headline = {.label = "known to hold what they must", .cell = share_cell({have, asked}), .rests_on = fmt::format("of {} in such roles; {} not known", with_commas(asked), with_commas(not_known))};
    panel.notes.push_back("Of whoever has no level, or no status, reported where one is asked for, it is not known; it is never taken as not held, and the share is the least that it can be.");
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
             .source = "Law of registration of each profession and national standards; each line of the pack names its own"}, "Role, qualifications, statuses", "Counted as not known beside the share, which is the least that it can be", role_rules),
        row({.id = "profile.setting_rules", .name = "What settings must have", .formula = "Settings whose reported staff meet each rule of the day; where somebody's level is not reported and it would decide, it cannot be said", .population = "Early years settings, by the rules of the day for their kind",
             .source = "Statutory framework for the early years foundation stage, of the day"}, "Setting, role, qualifications with their level", "Never taken as not held: then it cannot be said", setting_rules),
    };
}

}  // namespace kith::profile
