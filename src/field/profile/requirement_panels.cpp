// What rules of the day ask of settings and of roles, and what is reported of those who work there.
#include "profile/requirement_panels.hpp"

#include "base/text.hpp"
#include "profile/held.hpp"
#include "profile/requirements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::profile {

namespace {

using tally::Column;
using workforce::FactKind;

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

/// Those in each role that asks for anything, each once however many jobs they have in it, and the record of each.
struct InRoles {
    std::vector<QualifiedPerson> people;
    std::vector<std::int64_t> records;
};

InRoles people_of_roles(const Ground& ground)
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
    InRoles in_roles;
    for (auto row : tally::rows_counted(table, ground.query)) {
        const auto role = table.codes(Column::role)[row];
        if (!asks[role] || !seen.emplace(table.ordinals()[row], role).second) continue;
        in_roles.people.push_back(reported.of(row));
        in_roles.records.push_back(table.records()[table.ordinals()[row]]);
    }
    return in_roles;
}

/// The band of deprivation of a setting's place; empty where it is not known.
std::string_view band_of(const Ground& ground, tally::Code setting)
{
    const auto& bands = ground.around->setting_bands;
    const auto found = bands.find(ground.text_of(Column::setting, setting));
    return found == bands.end() ? std::string_view{} : std::string_view{found->second};
}

/// How one setting stands by one rule.
struct Judged {
    tally::Code setting = 0;
    RequirementResult result;
};

/// One rule and the settings it is made of.
struct Rule {
    const packs::Code* rule = nullptr;
    std::int64_t met = 0, late = 0, not_met = 0, unknown = 0;
    std::vector<Judged> judged;
};

void add_to(Rule& rule, tally::Code setting, const RequirementResult& result)
{
    rule.rule = result.rule;
    rule.judged.push_back({setting, result});
    switch (result.standing) {
    case Standing::met: ++rule.met; break;
    case Standing::met_late: ++rule.late; break;
    case Standing::not_met: ++rule.not_met; break;
    default: ++rule.unknown;
    }
}

std::string key_of_setting(tally::Code setting)
{
    return "setting-" + std::to_string(setting);
}

/// The settings of a rule, those that do not meet it first; each opens to the staff by whom it is judged.
RowsBehind settings_of(const Ground& ground, std::vector<Judged> judged)
{
    auto order = [&](const Judged& one) { return std::pair{one.result.standing == Standing::not_met ? 0 : one.result.standing == Standing::met ? 2 : 1, ground.label_of(Column::setting, one.setting)}; };
    std::ranges::stable_sort(judged, {}, order);
    RowsBehind rows{.columns = {"Setting", "Stands", "Asked of", "Asked for", "Have it", "Not known"}, .rows = {}};
    for (const auto& [setting, result] : judged) {
        rows.rows.push_back({.key = key_of_setting(setting), .words = {ground.label_of(Column::setting, setting), std::string{words_for(result.standing)}, with_commas(result.asked), with_commas(result.wanted), with_commas(result.have), with_commas(result.not_known)}});
    }
    return rows;
}

/// Names the rows of a rule, where its line or one of its figures was asked for.
void name_settings(Panel& panel, const Ground& ground, const std::string& key, const Rule& rule)
{
    if (!ground.rows_of.starts_with(key)) return;
    const auto asked = ground.rows_of.substr(key.size());
    auto judged = rule.judged;
    std::erase_if(judged, [&](const Judged& one) {
        const auto standing = one.result.standing;
        if (asked == ".met") return standing != Standing::met;
        if (asked == ".late") return standing != Standing::met_late;
        if (asked == ".not-met") return standing != Standing::not_met;
        return asked == ".unknown" && (standing == Standing::met || standing == Standing::met_late || standing == Standing::not_met);
    });
    if (asked.empty() || asked.front() == '.') panel.rows = settings_of(ground, std::move(judged));
}

PanelLine line_of(const Rule& rule, const std::string& key)
{
    return {.label = std::string{rule.rule->label} + (rule.rule->attribute("force") == "aim" ? " (an aim)" : ""), .key = key,
            .cells = {opening_count(rule.met, key + ".met"), opening_count(rule.late, key + ".late"), opening_count(rule.not_met, key + ".not-met"), opening_count(rule.unknown, key + ".unknown")}};
}

/// "Not met by Ash Nursery; Oak Nursery and 3 more."; empty where all do.
std::string not_met_by(const Ground& ground, const Rule& rule)
{
    std::vector<std::string> names;
    for (const auto& one : rule.judged) {
        if (one.result.standing == Standing::not_met) names.push_back(ground.label_of(Column::setting, one.setting));
    }
    if (names.empty()) return {};
    constexpr std::size_t most_named = 12;
    std::ranges::sort(names);
    const auto named = std::min(most_named, names.size());
    return "Not met by " + joined({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(named)}, "; ") + (names.size() > named ? fmt::format(" and {} more", names.size() - named) : "") + ".";
}

/// The staff by whom a setting is judged, where the setting was asked for.
void name_staff_of_setting(Panel& panel, const Ground& whole, const std::set<tally::Code>& settings)
{
    for (auto setting : settings) {
        if (whole.rows_of != key_of_setting(setting)) continue;
        panel.rows_are = whole.label_of(Column::setting, setting) + ": all its staff";
        name_rows(panel, whole.keeping(Column::setting, {setting}), whole.rows_of);
    }
}

/// Names those in the role, or those of them who do, do not or may hold what it asks for.
void name_holders(Panel& panel, const Ground& ground, const std::string& key, const InRoles& in_roles, const packs::Code& rule)
{
    if (!ground.rows_of.starts_with(key)) return;
    const auto asked = ground.rows_of.substr(key.size());
    if (!asked.empty() && asked.front() != '.') return;
    for (std::size_t place = 0; place < in_roles.people.size(); ++place) {
        const auto& person = in_roles.people[place];
        if (person.role != rule.parent) continue;
        const auto holds = holds_for_role(person, rule);
        if (asked.empty() || (asked == ".unknown" ? !holds : holds && *holds == (asked == ".have"))) panel.records.push_back(in_roles.records[place]);
    }
    std::ranges::sort(panel.records);
}

}  // namespace

Panel setting_rules_panel(const Ground& ground)
{
    const auto whole = of_whole_settings(ground);
    std::map<std::string, Rule> rules;
    std::set<tally::Code> settings, falling_short;
    for (const auto& [setting, people] : people_of_settings(whole)) {
        for (const auto& result : setting_requirements(kinds_asked(ground)[setting], people, ground.packs(), ground.on(), band_of(ground, setting))) {
            settings.insert(setting);
            if (result.standing == Standing::not_met && !result.is_aim()) falling_short.insert(setting);
            add_to(rules[result.rule->code], setting, result);
        }
    }
    Panel panel{.finding = {}, .lines_are = "What is asked", .columns = {"Settings that meet it", "Met it late", "Do not", "Cannot be said"}, .lines = {}, .drawing = Drawing::bars, .drawn = 4, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    for (const auto& [code, rule] : rules) {
        const auto key = "rule-" + code;
        panel.lines.push_back(line_of(rule, key));
        name_settings(panel, ground, key, rule);
        panel.notes.push_back(fmt::format("{}. Source: {}.", rule.rule->label, rule.rule->source));
        if (auto words = not_met_by(ground, rule); !words.empty()) panel.notes.push_back(std::move(words));
    }
    name_staff_of_setting(panel, whole, settings);
    const auto short_of = static_cast<std::int64_t>(falling_short.size());
    panel.finding = rules.empty() ? "No setting here is asked for qualifications on this day" : short_of == 0 ? "No setting is known to fall short of a rule" : fmt::format("{} of {} {} short of a rule", short_of, counted(static_cast<std::int64_t>(settings.size()), "setting", "settings"), short_of == 1 ? "falls" : "fall");
    panel.headline = {.label = "short of a rule", .cell = count_cell(short_of), .rests_on = fmt::format("of {}", counted(static_cast<std::int64_t>(settings.size()), "setting that is asked", "settings that are asked"))};
    panel.notes.push_back("A setting is judged by all its staff, whatever role, sector, contract or team is asked about.");
    return panel;
}

Panel role_rules_panel(const Ground& ground)
{
    const auto in_roles = people_of_roles(ground);
    Panel panel{.finding = {}, .lines_are = "What the role asks for", .columns = {"Known to hold it", "Hold it", "Do not", "Not known", "Staff in the role"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::int64_t have = 0, asked = 0, not_known = 0;
    for (const auto& holding : role_holdings(in_roles.people, ground.packs(), ground.on())) {
        const auto* role = ground.packs().list("roles").find(holding.rule->parent);
        const auto without = holding.people - holding.have - holding.not_known;
        const auto key = "rule-" + holding.rule->code;
        panel.lines.push_back({.label = fmt::format("{}: {}", role == nullptr ? holding.rule->parent : std::string{role->label_in(ground.era)}, lower_first(holding.rule->label)), .key = key,
                               .cells = {share_cell({holding.have, holding.people}), opening_count(holding.have, key + ".have"), opening_count(without, key + ".without"), opening_count(holding.not_known, key + ".unknown"), count_cell(holding.people)}});
        name_holders(panel, ground, key, in_roles, *holding.rule);
        have += holding.have;
        asked += holding.people;
        not_known += holding.not_known;
    }
    panel.finding = fmt::format("{} of {} staff in roles that ask for a level or status are known to hold it; {} do not, of {} it is not known", with_commas(have), with_commas(asked), with_commas(asked - have - not_known), with_commas(not_known));
    panel.headline = {.label = "known to hold what they must", .cell = share_cell({have, asked}), .rests_on = fmt::format("of {} in such roles; {} not known", with_commas(asked), with_commas(not_known))};
    panel.notes.push_back("Of whoever has no level, or no status, reported where one is asked for, it is not known; it is never taken as not held, and the share is the least that it can be.");
    return panel;
}

}  // namespace kith::profile
