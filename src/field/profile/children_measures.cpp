// How many staff there are for the children of each locality, and how many of early years for those under five.
#include "base/text.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::profile {

namespace {

using tally::Column;

constexpr std::array<std::string_view, 4> under_eighteen{"0_4", "5_9", "10_14", "15_17"};
constexpr std::array<std::string_view, 1> under_five{"0_4"};

/// So many for a thousand children, to one place.
Cell for_a_thousand(double many, const std::optional<std::int64_t>& children)
{
    if (!children || *children == 0) return words_cell("not known");
    const auto tenths = std::round(many * 10'000.0 / static_cast<double>(*children)) / 10;
    return {tenths, fmt::format("{:.1f}", tenths)};
}

Cell children_cell(const std::optional<std::int64_t>& children)
{
    return children ? count_cell(*children) : words_cell("not known");
}

/// True where the question is about other sectors than early years, so that nobody is counted in it.
bool asks_of_other_sectors(const Ground& ground)
{
    const auto& sectors = ground.query.filters[place_of(Column::sector)];
    const auto early_years = ground.codes_of(Column::sector, {"early_years"});
    return sectors && std::ranges::none_of(early_years, [&](auto code) { return std::ranges::find(*sectors, code) != sectors->end(); });
}

/// One line: staff of `ground` for the children of `places`.
PanelLine line_of(const Ground& ground, std::string label, std::string key, const std::vector<access::LocalityId>& places)
{
    const auto staff = ground.total();
    const auto children = children_of(ground.around->children, places, ChildCharacteristic::age, under_eighteen);
    const auto young = children_of(ground.around->children, places, ChildCharacteristic::age, under_five);
    const auto early_years = ground.keeping(Column::sector, ground.codes_of(Column::sector, {"early_years"})).total().records;
    const bool other = asks_of_other_sectors(ground);
    const auto not_asked = words_cell("not asked about");
    return {.label = std::move(label), .key = std::move(key),
            .cells = {for_a_thousand(static_cast<double>(staff.records), children), for_a_thousand(static_cast<double>(staff.fte.thousandths()) / 1000.0, children),
                      other ? not_asked : for_a_thousand(static_cast<double>(early_years), young), children_cell(children), children_cell(young), count_cell(staff.records), other ? not_asked : count_cell(early_years)}};
}

/// Those of the question, whether anybody works there or not: the localities asked about or within reach, else all that are held.
std::vector<partnership::Locality> localities_of(const Ground& ground)
{
    const auto wanted = ground.places;
    auto localities = ground.names->localities;
    std::erase_if(localities, [&](const auto& locality) { return !wanted.empty() && std::ranges::find(wanted, locality.id) == wanted.end(); });
    std::ranges::stable_sort(localities, {}, &partnership::Locality::name);
    return localities;
}

std::string finding_of(const std::vector<PanelLine>& lines)
{
    std::vector<const PanelLine*> known;
    for (const auto& line : lines) {
        if (line.cells.front().value) known.push_back(&line);
    }
    if (known.empty()) return "How many children of each age live here is not known yet";
    const auto [fewest, most] = std::ranges::minmax_element(known, {}, [](const PanelLine* line) { return *line->cells.front().value; });
    const auto& least = (*fewest)->cells.front();
    const auto& greatest = (*most)->cells.front();
    if (known.size() == 1) return fmt::format("{} has {} staff for every 1,000 children", (*fewest)->label, least.words);
    if (least == greatest) return fmt::format("Each locality has {} staff for every 1,000 children", least.words);
    return fmt::format("{} has the fewest staff for its children, {} for every 1,000, and {} the most, {}", (*fewest)->label, least.words, (*most)->label, greatest.words);
}

Panel staff_for_children(const Ground& ground)
{
    Panel panel{.finding = {}, .lines_are = "Locality", .columns = {"Staff for 1,000 children", "Full-time equivalent for 1,000 children", "Early years staff for 1,000 under five", "Children under 18", "Children under five", "Staff", "Early years staff"},
                .lines = {}, .drawing = Drawing::bars, .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    const auto localities = localities_of(ground);
    for (const auto& locality : localities) {
        const auto codes = ground.codes_of(Column::locality, {workforce::tally_text(locality.id)});
        const auto here = ground.keeping(Column::locality, codes);
        const auto key = codes.empty() ? std::string{} : std::to_string(codes.front());
        panel.lines.push_back(line_of(here, locality.name, key, {locality.id}));
        name_rows(panel, here, key);
    }
    panel.finding = finding_of(panel.lines);
    const auto places = ground.places;
    auto whole = line_of(ground, "All together", "all", places);
    name_rows(panel, ground, "all");
    const auto staff = ground.total().records;
    const auto& children = whole.cells[3];
    panel.headline = {.label = "staff for 1,000 children", .cell = whole.cells.front(), .rests_on = counted(staff, "member of staff", "staff") + (children.value ? fmt::format(", {} children under 18", children.words) : "; children are not counted")};
    if (localities.size() != 1 && children.value) panel.lines.push_back(std::move(whole));
    panel.notes.push_back(sources_in_words(ground.around->children, places, ChildCharacteristic::age));
    if (panel.notes.back().empty()) {
        panel.notes.back() = "Figures of children come from a file: children by locality, characteristic and group, with its source and day. Hand it in at Children who live here (/child-population), or by kith child-population.";
    } else {
        panel.notes.back() += '.';
    }
    if (const auto nowhere = ground.keeping(Column::locality, {0}).total().records; nowhere > 0) {
        panel.notes.push_back(fmt::format("{} of {} staff report no locality, and stand in the whole only.", with_commas(nowhere), with_commas(staff)));
    }
    panel.notes.push_back("Staff stand where they work and children where they live: a place to which children travel seems to have more. Someone who works in two places stands in both. A small place moves with one person.");
    return panel;
}

}  // namespace

std::vector<MeasureRow> children_measures()
{
    return {{.measure = {.id = "profile.staff_for_children", .name = "Staff for the children who live here", .formula = "Staff divided by children under 18, times 1,000; of early years, staff of that sector divided by children under five, times 1,000",
                         .population = "Staff with an engagement in force on the day, against the children who live in the places asked about", .source = "Staff returns of the partnership's organisations; children as published, with their source and day"},
             .section = "likeness", .needs = "Locality and sector of staff; children by age", .missing = "A place whose children are not counted for every age says \"not known\"", .guard = Guard::none, .panel = staff_for_children}};
}

}  // namespace kith::profile
