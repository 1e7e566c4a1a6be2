#include "ui/design_charts.hpp"

#include "ui/charts.hpp"

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

}  // namespace

Html design_charts() { return bars(); }

}  // namespace kith::ui
