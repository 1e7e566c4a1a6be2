#include "ui/design_charts.hpp"

#include "ui/charts.hpp"
#include "ui/rainbow.hpp"

namespace kith::ui
{
namespace
{

constexpr const char* source = "Source: returns accepted to 31 March 2026";

ChartFrame frame(const char* id, const char* title, const char* subtitle, const char* summary)
{
    const std::string name = id;
    return {.id = name,
            .title = title,
            .subtitle = subtitle,
            .summary = summary,
            .source = source,
            .csv_href = "#" + name + ".csv",
            .heading_level = 3};
}

Html bars()
{
    return bar_chart(
               {.frame = frame("sectors", "Most staff work in schools and in early years", "Staff by sector, Westshire, 31 March 2026",
                               "Bar chart. Education 8,214, early years and childcare 4,120, health 2,877, social, family and community "
                               "support 1,930; justice and crime prevention is not shown."),
                .series = {"Staff"},
                .label_heading = "Sector",
                .bars = {{.label = "Education", .values = {8214}},
                         {.label = "Early years and childcare", .values = {4120}, .singled_out = true},
                         {.label = "Health", .values = {2877}},
                         {.label = "Social, family and community support, with adoption and fostering", .values = {1930}},
                         {.label = "Justice and crime prevention", .values = {std::nullopt}}}}) +
           bar_chart({.frame = frame("levels", "Level 3 has grown in every locality but one",
                                     "Share of early years staff who hold level 3, 2025 and 2026",
                                     "Bar chart of three localities: Westfield 57% to 61%, Northgate 66% to 68%, The Vale 71% to 64%."),
                      .series = {"2025", "2026"},
                      .label_heading = "Locality",
                      .bars = {{.label = "Westfield", .values = {57, 61}, .shown = {"57%", "61%"}},
                               {.label = "Northgate", .values = {66, 68}, .shown = {"66%", "68%"}},
                               {.label = "The Vale", .values = {71, 64}, .shown = {"71%", "64%"}}}});
}

LineSeries line(const char* name, const std::vector<std::optional<double>>& values)
{
    LineSeries series{.name = name};
    for (const auto& value : values) series.points.push_back({.value = value});
    return series;
}

std::vector<std::string> months()
{
    return {"April 2025",    "May 2025",      "June 2025",    "July 2025",     "August 2025", "September 2025", "October 2025",
            "November 2025", "December 2025", "January 2026", "February 2026", "March 2026",  "April 2026"};
}

Html lines_of_four()
{
    return line_chart({.frame = frame("vacancies", "Vacancies have fallen in Westfield and grown in The Vale",
                                      "Vacancies on the first day of each month by locality, Westshire, April 2025 to April 2026",
                                      "Line chart. From April 2025 to April 2026 vacancies went from 41 to 19 in Westfield, from 22 to 24 "
                                      "in Northgate, from 12 to 31 "
                                      "in The Vale and from 8 to 17 in Easton, where November and December are not known."),
                       .period_heading = "Month",
                       .periods = months(),
                       .series = {line("Westfield", {41, 40, 42, 38, 35, 36, 33, 30, 27, 26, 24, 21, 19}),
                                  line("Northgate", {22, 22, 21, 23, 25, 24, 24, 23, 23, 22, 24, 25, 24}),
                                  line("The Vale", {12, 13, 13, 15, 16, 19, 21, 22, 25, 27, 28, 30, 31}),
                                  line("Easton", {8, 9, 9, 10, 12, 13, 13, std::nullopt, std::nullopt, 15, 16, 16, 17})}});
}

Html line_with_range()
{
    LineSeries staff{.name = "Staff needed"};
    for (int year = 0; year <= 5; ++year) {
        const double middle = 4120 + 95.0 * year;
        LinePoint point{.value = middle};
        if (year > 0) point.range = {middle - 60.0 * year, middle + 80.0 * year};
        staff.points.push_back(point);
    }
    return line_chart(
        {.frame = frame("needed", "About 500 more early years staff will be needed by 2031",
                        "Early years staff, Westshire, 31 March of each year",
                        "Line chart. 4,120 early years staff in 2026 and about 4,595 in 2031, likely between 4,295 and 4,995."),
         .period_heading = "Year",
         .periods = {"2026", "2027", "2028", "2029", "2030", "2031"},
         .series = {std::move(staff)},
         .range_name = "likely range"});
}

Html ages()
{
    return pyramid({.frame = frame("ages", "One in four women is 55 or over", "Early years staff by age and sex, Westfield, 31 March 2026",
                                   "Age pyramid. Of 369 women 93 are 55 or over; of 21 men none is."),
                    .left = "Women",
                    .right = "Men",
                    .band_heading = "Age",
                    .bands = {{.label = "65 and over", .left = 21, .right = 0},
                              {.label = "55 to 64", .left = 72, .right = 0},
                              {.label = "45 to 54", .left = 88, .right = 4},
                              {.label = "35 to 44", .left = 79, .right = 6},
                              {.label = "25 to 34", .left = 76, .right = 8},
                              {.label = "Under 25", .left = 33, .right = 3}},
                    .not_reported = "Age or sex is not reported for 22 of 412 staff."});
}

Html cover()
{
    return heat_map(
        {.frame = frame("cover", "The Vale has nobody in the evening", "Settings with staff at each time, by locality, 31 March 2026", ""),
         .row_heading = "Locality",
         .columns = {"Days in term time", "Days in the holidays", "Evenings", "Weekends"},
         .rows = {{.label = "Westfield", .values = {48, 31, 12, 9}},
                  {.label = "Northgate", .values = {36, 27, 4, 11}},
                  {.label = "The Vale", .values = {22, 9, 0, 2}},
                  {.label = "Easton with the villages", .values = {17, 14, 3, std::nullopt}}}});
}

Html against_children()
{
    return interval_plot(
        {.frame =
             frame("ethnicity", "Asian people are a smaller part of staff than of children",
                   "Share of staff and of children by ethnicity, Westshire, 2026",
                   "Asian: 9% of staff, likely 7% to 11%, and 16% of children: fewer. Black: 5% and 6%: no clear difference. White: 79% "
                   "and 68%: more. "
                   "Mixed is not shown."),
         .label_heading = "Ethnicity",
         .share_name = "Staff",
         .range_name = "95% interval",
         .reference_name = "Children",
         .verdict_heading = "Staff against children",
         .groups = {{.label = "Asian or Asian British", .share = 9, .low = 7, .high = 11, .reference = 16, .verdict = "Fewer"},
                    {.label = "Black, Black British, Caribbean or African",
                     .share = 5,
                     .low = 3,
                     .high = 8,
                     .reference = 6,
                     .verdict = "No clear difference"},
                    {.label = "Mixed or multiple", .reference = 7, .verdict = "Too few to say"},
                    {.label = "White", .share = 79, .low = 75, .high = 83, .reference = 68, .verdict = "More"}}});
}

std::vector<RainbowArc> arcs()
{
    using enum RainbowColour;
    return {{.id = "identity",
             .label = "Shared identity, purpose and vision",
             .colour = red,
             .position = 3.6,
             .before = 2.9,
             .words = "Between the middle and nearly there"},
            {.id = "values",
             .label = "Common values and language",
             .colour = orange,
             .position = 3.1,
             .before = 3.2,
             .words = "About the middle"},
            {.id = "behaviours",
             .label = "Behaviours focused on positive outcomes",
             .colour = yellow,
             .position = 4.2,
             .before = 3.8,
             .words = "Nearly there"},
            {.id = "practices",
             .label = "Integrated working practices",
             .colour = green,
             .position = 2.7,
             .before = 2.1,
             .words = "A little below the middle"},
            {.id = "trained",
             .label = "High quality, appropriately trained workforce",
             .colour = blue,
             .position = 3.4,
             .words = "A little above the middle"},
            {.id = "roles", .label = "Complementary roles", .colour = indigo, .before = 2.4, .words = "Nobody answered"},
            {.id = "capacity",
             .label = "Capacity to deliver and keep children safe",
             .colour = violet,
             .position = 1.8,
             .before = 2.3,
             .words = "Not far from fragmented"},
            {.id = "outcomes", .label = "Outcome focus", .colour = white, .position = 3.9, .before = 3.3, .words = "Nearly there"}};
}

Html one_workforce()
{
    const RainbowScale scale{.midpoint = "Much of it is there, in some places and for some children"};
    auto by_practitioners = arcs(), by_children = arcs();
    for (std::size_t at = 0; at < by_children.size(); ++at) {
        if (by_practitioners[at].position) by_practitioners[at].position = *by_practitioners[at].position - 0.4;
        if (at % 3 == 1)
            by_children[at] = {
                .id = by_children[at].id, .label = by_children[at].label, .colour = by_children[at].colour, .words = "Not shown: too few"};
    }
    return rainbow({.frame = frame("rainbow", "Behaviours lead the way; capacity has fallen back",
                                   "Eight themes of One Children's Workforce, Westshire, November 2026", ""),
                    .scale = scale,
                    .label_heading = "Theme",
                    .position_name = "Agreed position",
                    .before_name = "November 2025",
                    .arcs = arcs()}) +
           small_rainbows(
               {{.id = "rainbow-partnership", .caption = "Partnership board", .note = "14 answers", .arcs = arcs()},
                {.id = "rainbow-practitioners", .caption = "Practitioners", .note = "312 answers", .arcs = std::move(by_practitioners)},
                {.id = "rainbow-children", .caption = "Children and young people", .note = "27 answers", .arcs = std::move(by_children)}},
               scale);
}

}  // namespace

Html design_charts()
{
    return bars() + lines_of_four() + line_with_range() + ages() + cover() + against_children() + one_workforce();
}

}  // namespace kith::ui
