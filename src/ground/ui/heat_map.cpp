// The heat map: a table whose cells are shaded. The steps are even and start at nought, so that two maps of one scale can be compared.
#include "ui/chart_parts.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::ui
{
namespace
{

constexpr int steps = 5;
constexpr std::size_t most_columns_of_a_phone = 3;  // beside the rows' names
constexpr std::array<std::string_view, steps + 1> classes = {"kith-heat-0", "kith-heat-1", "kith-heat-2",
                                                             "kith-heat-3", "kith-heat-4", "kith-heat-5"};

double step_of(const HeatMap& params)
{
    double largest = 0;
    for (const auto& row : params.rows) {
        for (const auto& value : row.values) largest = std::max(largest, value.value_or(0));
    }
    return scale_to(largest, steps).step;
}

std::string_view shade(double value, double step)
{
    if (!(value > 0)) return classes[0];
    return classes[static_cast<std::size_t>(std::clamp(std::ceil(value / step - 1e-9), 1.0, double{steps}))];
}

TableCell cell_of(const HeatMap& params, const HeatRow& row, std::size_t column, double step)
{
    if (column >= row.values.size() || !row.values[column])
        return {.text = column < row.shown.size() ? row.shown[column] : params.frame.held_back_note, .format = "numeric", .classes = "kith-heat-none"};
    const double value = *row.values[column];
    const auto words = column < row.shown.size() ? row.shown[column] : in_unit(value, params.unit);
    const bool leads = column < row.hrefs.size() && !row.hrefs[column].empty();
    return {.text = leads ? Content{link_about(words, ", " + params.columns[column] + ", " + row.label, row.hrefs[column])} : Content{words}, .format = "numeric", .classes = std::string{shade(value, step)}};
}

Html table_of(const HeatMap& params, double step)
{
    Table data{.head = {{.text = params.row_heading}},
               .caption = chart_caption(params.frame),
               .caption_classes = "govuk-visually-hidden",
               .first_cell_is_header = true,
               .classes = "kith-heat govuk-table--small-text-until-tablet"};
    for (const auto& column : params.columns) data.head.push_back({.text = column, .format = "numeric"});
    for (const auto& row : params.rows) {
        TableRow cells{{.text = row.href.empty() ? Content{row.label} : Content{link(row.label, row.href)}}};
        for (std::size_t column = 0; column < params.columns.size(); ++column) cells.push_back(cell_of(params, row, column, step));
        data.rows.push_back(std::move(cells));
    }
    return params.columns.size() > most_columns_of_a_phone ? scrollable_table(data) : table(data);
}

/// The steps that may occur, each by its upper end.
Html key_of(const HeatMap& params, double step)
{
    std::vector<KeyItem> items;
    for (int i = 1; i <= steps; ++i) {
        items.push_back({.mark = key_square(classes[static_cast<std::size_t>(i)]), .name = "up to " + in_unit(step * i, params.unit)});
    }
    return chart_key(items);
}

}  // namespace

Html heat_map(const HeatMap& params)
{
    const double step = step_of(params);
    const bool empty = params.rows.empty() || params.columns.empty();
    return framed(params.frame, {.key = key_of(params, step), .drawing = table_of(params, step), .table = nullptr, .empty = empty});
}

}  // namespace kith::ui
