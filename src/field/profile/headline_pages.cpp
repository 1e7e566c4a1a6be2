// What other rooms are told of a measure: its headline of the whole area on a day.
#include "profile/profile_pages.hpp"
#include "profile/routes.hpp"

namespace kith::profile {

std::vector<OfferedMeasure> offered_measures()
{
    std::vector<OfferedMeasure> offered;
    for (const auto& row : measures())
        if (row.guard == Guard::none) offered.push_back({std::string{row.id()}, std::string{row.measure.name}, "/measures/" + std::string{row.id()}});
    return offered;
}

std::optional<MeasureHeadline> headline_on(web::Visit& visit, const Sources& sources, std::string_view measure, Date on)
{
    const auto* row = find_measure(measure);
    if (row == nullptr || row->guard != Guard::none || !visit.reach(access::Permission::see_staff).is_everything()) return std::nullopt;
    const auto asked = ask(visit, sources);
    if (!asked) return std::nullopt;
    const auto panel = panel_of(*row, asked->ground.on_day(on));
    if (!panel.headline || !panel.headline->cell.value) return std::nullopt;
    const auto& headline = *panel.headline;
    return MeasureHeadline{.value = *headline.cell.value, .shown = headline.cell.words, .words = headline.label + (headline.rests_on.empty() ? "" : ", " + headline.rests_on)};
}

}  // namespace kith::profile
