#include "profile/panel.hpp"

#include "profile/rates.hpp"

#include <fmt/format.h>

#include <cmath>

namespace kith::profile {

Cell count_cell(std::int64_t count)
{
    return {static_cast<double>(count), with_commas(count)};
}

Cell fte_cell(Fte fte)
{
    return {static_cast<double>(fte.thousandths()) / 1000.0, fte.fixed()};
}

Cell pounds_cell(std::int64_t pence)
{
    const auto pounds = static_cast<std::int64_t>(std::llround(static_cast<double>(pence) / 100.0));
    return {static_cast<double>(pounds), "£" + with_commas(pounds), Unit::pounds};
}

Cell share_cell(Share share)
{
    if (share.whole == 0) return {{}, "not known"};
    return {std::round(share.percent() * 10) / 10, share.in_words(), Unit::percent};
}

Cell rate_cell(const std::optional<Rate>& rate, std::string_view unit)
{
    if (!rate) return {{}, "cannot be worked out"};
    return {static_cast<double>(rate->tenths) / 10.0, rate->text() + std::string{unit}, unit == "%" ? Unit::percent : Unit::number};
}

Cell words_cell(std::string words)
{
    return {{}, std::move(words)};
}

Cell opening(Cell cell, std::string key)
{
    cell.key = std::move(key);
    return cell;
}

Cell opening_count(std::int64_t count, std::string key)
{
    return count == 0 ? count_cell(0) : opening(count_cell(count), std::move(key));
}

Cell not_shown_cell()
{
    return {{}, "too few to show"};
}

std::optional<std::string> rows_heading(const Panel& panel, std::string_view key)
{
    if (key.empty()) return std::nullopt;
    if (!panel.rows_are.empty()) return panel.rows_are;
    for (const auto& line : panel.lines) {
        if (line.key == key) return line.label;
        for (std::size_t column = 0; column < line.cells.size(); ++column) {
            if (line.cells[column].key == key) return line.label + ": " + panel.columns[column];
        }
    }
    return std::nullopt;
}

}  // namespace kith::profile
