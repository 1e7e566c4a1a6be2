// Who came and who went in the year to the day, from where, why and where to.
#include "base/text.hpp"
#include "profile/measure.hpp"

#include <fmt/format.h>

namespace kith::profile {

namespace {

using tally::Column;

Panel moved(const Ground& ground, tally::Counting counting, Column column, std::string lines_are, std::string_view did)
{
    const auto who = ground.moving(counting);
    auto panel = staff_by(who, by_column(ground, column, std::move(lines_are)));
    const auto total = who.total().records;
    const auto unknown = who.keeping(column, {0}).total().records;
    panel.finding = fmt::format("{} {} in the year to {}{}", counted(total, "member of staff", "staff"), did, ground.on().in_words(), panel.lines.empty() ? "" : "; " + lower_first(panel.finding));
    panel.headline = {.label = fmt::format("{} in a year", did), .cell = count_cell(total), .rests_on = unknown == 0 ? std::string{} : fmt::format("{} without this reported", with_commas(unknown))};
    return panel;
}

Panel joined_from(const Ground& ground) { return moved(ground, tally::Counting::joined, Column::origin, "Came from", "joined"); }
Panel left_because(const Ground& ground) { return moved(ground, tally::Counting::left, Column::reason, "Reason", "left"); }
Panel left_for(const Ground& ground) { return moved(ground, tally::Counting::left, Column::destination, "Went to", "left"); }

}  // namespace

std::vector<MeasureRow> moving_measures()
{
    constexpr std::string_view movers = "Staff whose work for an organisation began, or ended, in the year to the day; a change of job within it is neither";
    constexpr std::string_view source = "Starters and leavers as in the children's social work workforce census (Department for Education), for every role";
    auto row = [&](std::string_view id, std::string_view name, std::string_view formula, std::string_view needs, Panel (*panel)(const Ground&)) {
        return MeasureRow{.measure = {.id = id, .name = name, .formula = formula, .population = movers, .source = source}, .section = "recruitment", .needs = needs, .missing = "Stands as \"Not reported\"", .guard = Guard::none, .panel = panel};
    };
    return {
        row("profile.starters", "Starters by origin", "Staff who did no work for the organisation the day before they began, by where they came from", "Starts of engagements, origin", joined_from),
        row("profile.leavers", "Leavers by reason", "Staff who do no work for the organisation the day after theirs ended, by the reason given", "Ends of engagements, reason for leaving", left_because),
        row("profile.destinations", "Leavers by destination", "Staff who do no work for the organisation the day after theirs ended, by where they went", "Ends of engagements, destination", left_for),
    };
}

}  // namespace kith::profile
