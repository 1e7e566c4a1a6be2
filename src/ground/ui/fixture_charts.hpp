#pragma once
// What the tests of charts share.
#include "ui/charts.hpp"

#include <string>
#include <string_view>

namespace kith::ui
{

inline constexpr std::string_view nothing_to_draw = "There is nothing to draw yet.";

inline bool holds(const Html& html, std::string_view part) { return html.str().find(part) != std::string::npos; }

inline int times(const Html& html, std::string_view part)
{
    int count = 0;
    for (auto at = html.str().find(part); at != std::string::npos; at = html.str().find(part, at + part.size())) ++count;
    return count;
}

inline ChartFrame a_frame()
{
    return {.id = "c",
            .title = "Most staff work in schools & nurseries",
            .subtitle = "Westshire, 2026",
            .summary = "Education 8,000, health 2,000.",
            .source = "Source: returns",
            .csv_href = "/c.csv"};
}

}  // namespace kith::ui
