#include "returns/table_reading.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::returns {

std::optional<std::size_t> place_of(const files::Table& table, const ColumnNames& names)
{
    if (const auto at = table.column(names.column)) return at;
    for (const auto also : names.also)
        if (const auto at = table.column(also)) return at;
    return std::nullopt;
}

TableReading::TableReading(std::string file_name, const files::Table& table, const std::vector<ColumnNames>& names) : file_(std::move(file_name)), table_(table)
{
    for (const auto& one : names) places_.emplace(one.column, place_of(table, one));
}

void TableReading::go_to(std::size_t row)
{
    row_ = row;
    good_ = true;
}

std::string TableReading::text(std::string_view column) const
{
    const auto found = places_.find(column);
    if (found == places_.end()) throw std::out_of_range{"no column " + std::string{column}};
    return found->second ? std::string{trimmed(table_.cell(row_, *found->second))} : std::string{};
}

std::string TableReading::named(std::string_view column) const
{
    const auto found = places_.find(column);
    return found != places_.end() && found->second ? std::string{table_.header()[*found->second]} : std::string{column};
}

void TableReading::say(Severity severity, std::string_view column, std::string rule, std::string message)
{
    findings_.push_back({file_, line(), column.empty() ? std::string{} : named(column), std::move(rule), severity, std::move(message)});
    if (severity != Severity::error) return;
    good_ = false;
    left_out_.insert(line());
}

std::optional<Date> TableReading::day(std::string_view column, const std::string& rule)
{
    const auto given = text(column);
    if (given.empty()) return std::nullopt;
    if (auto date = Date::parse_any(given)) return *date;
    error(column, rule, "Enter a real date with day, month and year, such as 27/3/2026");
    return std::nullopt;
}

std::optional<Pence> TableReading::pounds(std::string_view column, const std::string& rule)
{
    constexpr std::string_view sign = "£";
    auto given = text(column);
    if (given.empty()) return std::nullopt;
    if (given.starts_with(sign)) given.erase(0, sign.size());
    if (auto pence = Pence::parse_pounds(given)) return *pence;
    error(column, rule, "Enter an amount in pounds, such as 20,000 or 1250.50");
    return std::nullopt;
}

std::optional<std::int64_t> TableReading::number(std::string_view column, const std::string& rule, std::int64_t most)
{
    const auto given = text(column);
    if (given.empty()) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error_code] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error_code == std::errc{} && end == given.data() + given.size() && value >= 1 && value <= most) return value;
    error(column, rule, fmt::format("Enter a whole number from 1 to {}", with_commas(most)));
    return std::nullopt;
}

Findings TableReading::findings() const
{
    auto sorted = findings_;
    std::ranges::stable_sort(sorted, {}, &Finding::line);
    return sorted;
}

}  // namespace kith::returns
