#include "profile/trend.hpp"

#include "base/text.hpp"
#include "profile/ages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace kith::profile {

std::vector<Date> months_to(Date on)
{
    std::vector<Date> days;
    for (int back = 12; back >= 0; --back) days.push_back(months_later(on, -back));
    return days;
}

std::vector<TrendPoint> trend_of(const MeasureRow& row, const Ground& ground, const Panel& now)
{
    auto cell_of = [](const Panel& panel) { return panel.headline ? std::optional{panel.headline->cell} : std::nullopt; };
    std::vector<TrendPoint> points;
    for (auto day : months_to(ground.on())) points.push_back({day, day == ground.on() ? cell_of(now) : cell_of(panel_of(row, ground.on_day(day)))});
    return points;
}

std::vector<std::string> changes_in_a_year(const Ground& ground)
{
    const auto before = ground.on_day(ground.on().plus_years(-1));
    struct Change {
        tally::Code sector;
        std::int64_t now = 0, then = 0;
    };
    std::vector<Change> changes;
    for (const auto& group : ground.count({tally::Column::sector}).groups) changes.push_back({group.codes[0], group.counts.records, 0});
    for (const auto& group : before.count({tally::Column::sector}).groups) {
        const auto found = std::ranges::find(changes, group.codes[0], &Change::sector);
        found == changes.end() ? changes.push_back({group.codes[0], 0, group.counts.records}) : void(found->then = group.counts.records);
    }
    std::ranges::stable_sort(changes, std::greater{}, [](const Change& change) { return std::abs(change.now - change.then); });
    std::vector<std::string> words;
    for (const auto& change : changes) {
        const auto more = change.now - change.then;
        if (more == 0 || words.size() == 3) break;
        words.push_back(fmt::format("{}: {} staff, {} {} than a year before", ground.label_of(tally::Column::sector, change.sector), with_commas(change.now), with_commas(std::abs(more)), more > 0 ? "more" : "fewer"));
    }
    const auto open = static_cast<std::int64_t>(ground.open_vacancies().size());
    const auto were_open = static_cast<std::int64_t>(before.open_vacancies().size());
    if (open != were_open) words.push_back(fmt::format("{} open, {} a year before", counted(open, "vacancy", "vacancies"), with_commas(were_open)));
    return words;
}

}  // namespace kith::profile
