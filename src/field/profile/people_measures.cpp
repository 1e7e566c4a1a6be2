// Who works here: staff, people, full-time equivalent, core and wider, contracts, sectors, roles, places, tiers, secondments, teams.
#include "base/text.hpp"
#include "profile/measure.hpp"
#include "workforce/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::profile {

namespace {

using tally::Column;

constexpr std::string_view everyone = "Staff with an engagement in force on the day, paid, voluntary and self-employed, core and wider workforce";
constexpr std::string_view returns = "Staff returns of the partnership's organisations";

Panel staff(const Ground& ground)
{
    const auto total = ground.total();
    auto panel = staff_by(ground, by_column(ground, Column::sector, "Sector"));
    panel.headline = {.label = "staff", .cell = count_cell(total.records), .rests_on = counted(total.engagements, "engagement", "engagements")};
    return panel;
}

Panel people(const Ground& ground)
{
    const auto total = ground.total();
    Panel panel{.finding = total.people == total.records ? fmt::format("At most {} behind {}: no two are known to be one person's", counted(total.people, "person", "people"), counted(total.records, "staff record", "staff records"))
                                                         : fmt::format("At most {} behind {}: some work for more than one organisation", counted(total.people, "person", "people"), counted(total.records, "staff record", "staff records")),
                .lines_are = "Counted as", .columns = {"Number"}, .lines = {}, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    panel.headline = {.label = "people at most", .cell = count_cell(total.people), .rests_on = counted(total.records, "staff record", "staff records")};
    const std::string everybody = "all";
    panel.lines = {{.label = "People, each counted once", .key = everybody, .cells = {count_cell(total.people)}},
                   {.label = "Staff records: one for each organisation that someone works for", .key = everybody, .cells = {count_cell(total.records)}},
                   {.label = "Engagements: one for each job", .key = everybody, .cells = {count_cell(total.engagements)}}};
    name_rows(panel, ground, everybody);
    if (ground.rows_of == everybody) panel.rows_are = "Everybody counted";
    panel.notes = {"Records are known to be one person's where they give the same National Insurance number and no different birth dates. Someone whose number is not reported "
                   "is counted once for each organisation, so that the number of people is at most this."};
    return panel;
}

Panel fte(const Ground& ground)
{
    const auto total = ground.total();
    auto panel = staff_by(ground, by_column(ground, Column::locality, "Locality"));
    std::ranges::rotate(panel.columns, panel.columns.end() - 1);
    for (auto& line : panel.lines) std::ranges::rotate(line.cells, line.cells.end() - 1);
    std::ranges::stable_sort(panel.lines, std::greater{}, [](const auto& line) { return line.cells[0].value.value_or(-1); });
    if (!panel.lines.empty())
        panel.finding = fmt::format("{} full-time equivalent{}", total.fte.fixed(), panel.lines.size() > 1 ? fmt::format("; {} has the most, {}", panel.lines.front().label, panel.lines.front().cells[0].words) : "");
    panel.headline = {.label = "full-time equivalent", .cell = fte_cell(total.fte), .rests_on = total.fte_unknown == 0 ? "every engagement reports it" : counted(total.fte_unknown, "engagement reports none", "engagements report none")};
    if (total.fte_unknown > 0) panel.notes.push_back(counted(total.fte_unknown, "engagement reports no full-time equivalent and adds", "engagements report no full-time equivalent and add") + " nothing.");
    return panel;
}

Panel core(const Ground& ground)
{
    auto panel = staff_by(ground, by_column(ground, Column::breadth, "Workforce"));
    const auto total = ground.total();
    const auto core = ground.keeping(Column::breadth, ground.codes_of(Column::breadth, {"core"})).total();
    panel.headline = {.label = "core workforce", .cell = share_cell({core.records, total.records}), .rests_on = fmt::format("{} of {} staff", with_commas(core.records), with_commas(total.records))};
    return panel;
}

template <Column column>
Panel by(const Ground& ground, std::string heading)
{
    return staff_by(ground, by_column(ground, column, std::move(heading)));
}

Panel contracts(const Ground& ground) { return by<Column::contract>(ground, "Contract"); }
Panel roles(const Ground& ground) { return by<Column::role>(ground, "Role"); }
Panel organisations(const Ground& ground) { return by<Column::organisation>(ground, "Organisation"); }

Panel tiers(const Ground& ground)
{
    auto panel = by<Column::tier>(ground, "Tier of service");
    const auto total = ground.total();
    const auto deeper = ground.keeping(Column::tier, ground.codes_of(Column::tier, {"targeted", "specialist"})).total();
    panel.headline = {.label = "in targeted or specialist services", .cell = share_cell({deeper.records, total.records}), .rests_on = fmt::format("of {} staff", with_commas(total.records))};
    return panel;
}

Panel secondments(const Ground& ground)
{
    auto lent = ground.keeping(Column::secondment, ground.codes_of(Column::secondment, {"from", "to"}));
    auto panel = staff_by(lent, by_column(ground, Column::secondment, "Secondment"));
    const auto seconded = lent.total().records;
    panel.finding = seconded == 0 ? "Nobody is reported as seconded" : counted(seconded, "member of staff is", "staff are") + " seconded";
    panel.headline = {.label = "seconded", .cell = count_cell(seconded), .rests_on = "as employers report"};
    return panel;
}

/// Of each team: how many of its members the question counts, and from how many employers.
Panel teams(const Ground& ground)
{
    Panel panel{.finding = {}, .lines_are = "Team", .columns = {"Members here", "Employers", "Members who are nobody's staff record"}, .lines = {}, .drawing = Drawing::table_only, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::int64_t across = 0;
    for (std::size_t place = 0; place < ground.teams->size(); ++place) {
        const auto& team = (*ground.teams)[place];
        const auto members = tally::derived_from_records(ground.table(), team.records);
        const auto of_team = ground.keeping(members, {1});
        const auto answer = of_team.count({Column::organisation});
        if (answer.total.records == 0) continue;
        const auto key = "team-" + std::to_string(place);
        panel.lines.push_back({.label = team.name, .key = key, .cells = {count_cell(answer.total.records), count_cell(static_cast<std::int64_t>(answer.groups.size())), count_cell(team.outside)}});
        if (answer.groups.size() > 1) ++across;
        name_rows(panel, of_team, key);
    }
    panel.finding = panel.lines.empty() ? "No team has members here" : fmt::format("{} of {} have members from more than one employer", across, counted(static_cast<std::int64_t>(panel.lines.size()), "team", "teams"));
    panel.headline = {.label = "teams across employers", .cell = count_cell(across), .rests_on = fmt::format("of {} with members here", panel.lines.size())};
    return panel;
}

}  // namespace

std::vector<MeasureRow> people_measures()
{
    auto row = [](figures::Measure measure, std::string_view needs, std::string_view missing, Panel (*panel)(const Ground&)) {
        return MeasureRow{.measure = measure, .section = "people", .needs = needs, .missing = missing, .guard = Guard::none, .panel = panel};
    };
    return {
        row({.id = "profile.staff", .name = "Staff", .formula = workforce::staff_measure().formula, .population = everyone, .source = returns}, "Engagements with a start", "Whoever has no engagement in force is not counted", staff),
        row({.id = "profile.people", .name = "How many people are really there", .formula = "Staff counted once however many organisations report them: records that give one National Insurance number are one person's, unless their birth dates differ",
             .population = everyone, .source = returns}, "National Insurance numbers", "Someone without a number is taken as one person for each record", people),
        row({.id = "profile.fte", .name = "Full-time equivalent", .formula = workforce::fte_measure().formula, .population = everyone, .source = returns}, "Full-time equivalent of each engagement", "Engagements that report none add nothing and are counted beside it", fte),
        row({.id = "profile.core", .name = "Core and wider workforce", .formula = "Staff with an engagement that is core workforce, as reported or by their role, as a percentage of all staff", .population = everyone,
             .source = workforce::core_measure().source}, "Core or wider, or a role", "Stands as \"Not reported\" and counts in the whole", core),
        row({.id = "profile.contracts", .name = "Contract mix", .formula = "Staff by the kind of contract of their engagements in force", .population = everyone, .source = returns}, "Contract", "Stands as \"Not reported\"", contracts),
        row({.id = "profile.roles", .name = "Roles", .formula = "Staff by role, counted under Kith's list of roles where a mapping answers the role as reported", .population = everyone, .source = returns}, "Role", "Stands as \"Not reported\"", roles),
        row({.id = "profile.organisations", .name = "Employers", .formula = "Staff by the organisation that reports them", .population = everyone, .source = returns}, "Nothing more", "Nobody is left out", organisations),
        row({.id = "profile.tiers", .name = "Tiers of service", .formula = "Staff by the tier of the setting they work in", .population = everyone, .source = "Levels of need and tiers of service: Children's Plan partnership guidance (DCSF 2008), figures 3 and 4"}, "Setting, and the tier of each setting",
            "Staff without a setting, or in one without a tier, stand as \"Not reported\"", tiers),
        row({.id = "profile.secondments", .name = "Secondments", .formula = "Staff whose engagement is reported as lent from another employer, or to another body", .population = everyone, .source = returns}, "Seconded from, seconded to", "Taken as not seconded", secondments),
        row({.id = "profile.teams", .name = "Teams across employers", .formula = "Teams with members among the staff counted, and the employers that those members have", .population = "Core and virtual members of teams on the day", .source = "Teams as the partnership keeps them"}, "Members of teams",
            "Members who are nobody's staff record are counted beside it", teams),
    };
}

}  // namespace kith::profile
