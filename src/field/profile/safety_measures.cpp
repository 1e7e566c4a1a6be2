// Safeguarding training by the level that roles ask for, supervision and appraisal: in date on the day.
#include "base/text.hpp"
#include "profile/held.hpp"
#include "profile/measure.hpp"
#include "profile/safeguarding_training.hpp"
#include "profile/supervision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::profile {

namespace {

using tally::Column;
using workforce::FactKind;

/// The first row in force of each record that the question counts: a person is asked by what they mainly do.
std::vector<std::size_t> row_of_each(const Ground& ground)
{
    std::vector<std::size_t> rows;
    for (auto row : tally::rows_counted(ground.table(), ground.query)) {
        if (rows.empty() || ground.table().ordinals()[rows.back()] != ground.table().ordinals()[row]) rows.push_back(row);
    }
    return rows;
}

std::optional<Date> date_of(std::int32_t day)
{
    if (day == tally::not_given) return std::nullopt;
    return Date::from_days(day);
}

/// Of each organisation whether any of its records reports training.
const std::vector<bool>& report_training(const Ground& ground)
{
    return ground.of_any_day->once("report training", [&] {
        const auto& table = ground.table();
        std::vector<bool> reporting(table.dictionary(Column::organisation).size(), false);
        tally::FactsInOrder facts{ground.facts()};
        for (std::size_t ordinal = 0; ordinal < table.records().size(); ++ordinal) {
            const auto organisation = table.codes(Column::organisation)[table.rows_of(ordinal).first];
            if (!reporting[organisation]) reporting[organisation] = std::ranges::any_of(facts.of(table.records()[ordinal]), [](const auto& fact) { return is_of(fact, FactKind::training); });
        }
        return reporting;
    });
}

/// Of each role the group whose training it asks for; null: none.
const std::vector<const packs::Code*>& groups_of_roles(const Ground& ground)
{
    return ground.of_any_day->once("safeguarding groups", [&] {
        const auto& roles = ground.table().dictionary(Column::role);
        std::vector<const packs::Code*> groups;
        for (tally::Code role = 0; role < roles.size(); ++role) groups.push_back(safeguarding_group(roles.text(role), ground.packs(), ground.era));
        return groups;
    });
}

/// Of each code of a fact the level of safeguarding that it is as a training.
const std::vector<int>& safeguarding_levels(const Ground& ground)
{
    return ground.of_any_day->once("safeguarding levels", [&] {
        std::vector<int> levels;
        for (tally::Code code = 0; code < ground.facts().codes().size(); ++code) levels.push_back(safeguarding_level(ground.facts().codes().text(code), ground.packs()));
        return levels;
    });
}

/// Counts of one line, and the records that are not as they should be.
struct Line {
    std::int64_t good = 0, bad = 0, never = 0, unknown = 0;
    std::vector<std::int64_t> lacking;
    std::int64_t known() const { return good + bad + never; }
};

void add_lines(Panel& panel, const Ground& ground, const std::map<std::string, std::pair<std::string, Line>>& lines)
{
    for (const auto& [key, line] : lines) {
        const auto& [label, counts] = line;
        panel.lines.push_back({.label = label, .key = key, .cells = {share_cell({counts.good, counts.known()}), count_cell(counts.good), count_cell(counts.bad), count_cell(counts.never), count_cell(counts.unknown)}});
        if (ground.rows_of == key) {
            panel.records = counts.lacking;
            std::ranges::sort(panel.records);
        }
    }
}

Panel safeguarding(const Ground& ground)
{
    const auto& reporting = report_training(ground);
    const auto& groups = groups_of_roles(ground);
    const auto& levels = safeguarding_levels(ground);
    const auto& table = ground.table();
    std::map<const packs::Code*, Line> of_group;
    Line total;
    tally::FactsInOrder facts{ground.facts()};
    std::vector<LevelledTraining> trainings;
    for (auto row : row_of_each(ground)) {
        const auto* group = groups[table.codes(Column::role)[row]];
        if (group == nullptr) continue;
        const auto record = table.records()[table.ordinals()[row]];
        trainings.clear();
        for (const auto& fact : facts.of(record)) {
            if (is_of(fact, FactKind::training) && levels[fact.code] > 0) trainings.push_back({levels[fact.code], date_of(fact.on), date_of(fact.until)});
        }
        const auto standing = safeguarding_training(group, trainings, reporting[table.codes(Column::organisation)[row]], ground.on());
        for (auto* counts : {&of_group[group], &total}) {
            switch (standing.state) {
            case TrainingState::in_date: ++counts->good; break;
            case TrainingState::out_of_date:
            case TrainingState::too_low: ++counts->bad; break;
            case TrainingState::never: ++counts->never; break;
            default: ++counts->unknown;
            }
            if (standing.state != TrainingState::in_date) counts->lacking.push_back(record);
        }
    }
    std::map<std::string, std::pair<std::string, Line>> lines;
    for (auto& [group, counts] : of_group) lines[group->code] = {fmt::format("{} (level {})", group->label, group->attribute("level")), std::move(counts)};
    Panel panel{.finding = fmt::format("Safeguarding training is in date for {} of {} staff whose training is reported", with_commas(total.good), with_commas(total.known())), .lines_are = "Group of staff, and the level its roles ask for",
                .columns = {"Share in date", "In date", "Out of date or at a lower level", "Never", "Not reported"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    add_lines(panel, ground, lines);
    panel.headline = {.label = "safeguarding training in date", .cell = share_cell({total.good, total.known()}), .rests_on = fmt::format("of {} whose training is reported", with_commas(total.known()))};
    if (total.unknown > 0) panel.notes.push_back(fmt::format("{} staff work for organisations that report no training, or without its day; they are not in the percentage.", with_commas(total.unknown)));
    panel.notes.push_back("The staff behind a line are those whose training is not known to be in date.");
    return panel;
}

/// Of each role the interval within which the meeting is to be held.
const std::vector<const packs::Code*>& intervals_of_roles(const Ground& ground, Meeting meeting)
{
    return ground.of_any_day->once(meeting == Meeting::supervision ? "supervision" : "appraisal", [&] {
        const auto& roles = ground.table().dictionary(Column::role);
        std::vector<const packs::Code*> intervals;
        for (tally::Code role = 0; role < roles.size(); ++role) intervals.push_back(&meeting_interval(meeting, roles.text(role), ground.packs()));
        return intervals;
    });
}

Panel meetings(const Ground& ground, Meeting meeting, FactKind kind, std::string_view name)
{
    const auto& table = ground.table();
    const auto today = ground.on().days_since_epoch();
    const auto& intervals = intervals_of_roles(ground, meeting);
    std::map<tally::Code, Line> of_sector;
    Line total;
    tally::FactsInOrder facts{ground.facts()};
    for (auto row : row_of_each(ground)) {
        const auto record = table.records()[table.ordinals()[row]];
        auto last = tally::not_given;
        for (const auto& fact : facts.of(record)) {
            if (is_of(fact, kind) && fact.on != tally::not_given && fact.on <= today) last = std::max(last, fact.on);
        }
        const auto standing = meeting_standing(*intervals[table.codes(Column::role)[row]], date_of(last), ground.on());
        for (auto* counts : {&of_sector[table.codes(Column::sector)[row]], &total}) {
            switch (standing.state) {
            case MeetingState::in_date: ++counts->good; break;
            case MeetingState::overdue: ++counts->bad; break;
            case MeetingState::none_on_record: ++counts->unknown; break;
            }
            if (standing.state != MeetingState::in_date) counts->lacking.push_back(record);
        }
    }
    std::map<std::string, std::pair<std::string, Line>> lines;
    for (auto& [sector, counts] : of_sector) lines["sector-" + std::to_string(sector)] = {ground.label_of(Column::sector, sector), std::move(counts)};
    Panel panel{.finding = fmt::format("{} is in date for {} of {} staff of whom one is on record", name, with_commas(total.good), with_commas(total.known())), .lines_are = "Sector",
                .columns = {"Share in date", "In date", "Overdue", "Never", "None on record"}, .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    add_lines(panel, ground, lines);
    // "None on record" is either; a column that is always nought says nothing.
    panel.columns.erase(panel.columns.begin() + 3);
    for (auto& line : panel.lines) line.cells.erase(line.cells.begin() + 3);
    panel.headline = {.label = lower_first(name) + " in date", .cell = share_cell({total.good, total.known()}), .rests_on = fmt::format("of {} with one on record", with_commas(total.known()))};
    if (total.unknown > 0) panel.notes.push_back(fmt::format("{} staff have none on record: none was held, or nobody reported it. They are not in the percentage.", with_commas(total.unknown)));
    panel.notes.push_back("Intervals are local policy (pack \"supervision_policy\"). The staff behind a line are those who are overdue or have none on record.");
    return panel;
}

Panel supervision(const Ground& ground) { return meetings(ground, Meeting::supervision, FactKind::supervision, "Supervision"); }
Panel appraisal(const Ground& ground) { return meetings(ground, Meeting::appraisal, FactKind::appraisal, "Appraisal"); }

}  // namespace

std::vector<MeasureRow> safety_measures()
{
    constexpr std::string_view everyone = "Staff with an engagement in force on the day, each by the first of their roles";
    auto row = [&](std::string_view id, std::string_view name, std::string_view formula, std::string_view source, std::string_view needs, std::string_view missing, Panel (*panel)(const Ground&)) {
        return MeasureRow{.measure = {.id = id, .name = name, .formula = formula, .population = everyone, .source = source}, .section = "safety", .needs = needs, .missing = missing, .guard = Guard::none, .panel = panel};
    };
    return {
        row("profile.safeguarding", "Safeguarding training", "Staff whose safeguarding training is of the level that their role asks for and not older than its interval, as a percentage of those whose training is reported",
            "Working Together to Safeguard Children; intercollegiate document on safeguarding for health staff; Keeping Children Safe in Education: groups and levels by era in the packs", "Role, training with its day", "Left out of the percentage and counted", safeguarding),
        row("profile.supervision", "Supervision in date", "Staff whose last supervision lies within the interval of local policy, as a percentage of those with one on record", "Local policy, as the pack \"supervision_policy\" has it with its sources", "Days of supervision", "Left out of the percentage and counted", supervision),
        row("profile.appraisal", "Appraisal in date", "Staff whose last appraisal lies within the interval of local policy, as a percentage of those with one on record", "Local policy, as the pack \"supervision_policy\" has it with its sources", "Days of appraisal", "Left out of the percentage and counted", appraisal),
    };
}

}  // namespace kith::profile
