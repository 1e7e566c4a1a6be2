#include "app/yearly_file.hpp"

#include "app/whole_file.hpp"
#include "base/text.hpp"
#include "files/table.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace kith::app {
namespace {

namespace f = forecast;

/// A cell's number; none for the markers of what is not published (c, z, x, u, low, k) and for anything else that is no number.
std::optional<double> number_in(std::string_view cell)
{
    std::string digits{cell};
    std::erase(digits, ',');
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number) || number < 0) return std::nullopt;
    return number;
}

struct Columns {
    std::size_t year = 0, level = 0, code = 0, in_post = 0, starters = 0, leavers = 0;
    std::optional<std::size_t> name, region;
};
Result<Columns> columns_of(const files::Table& table, const std::string& path)
{
    Columns columns;
    for (const auto& [name, place] : {std::pair{"time_period", &columns.year}, std::pair{"geographic_level", &columns.level}, std::pair{"new_la_code", &columns.code}, std::pair{"inpost_fte", &columns.in_post}, std::pair{"starters_fte", &columns.starters},
                                      std::pair{"leavers_fte", &columns.leavers}}) {
        const auto found = table.column(name);
        if (!found) return unacceptable("file", fmt::format("{} has no column {}. It must be laid out as the published indicators of the children's social work workforce", path, name));
        *place = *found;
    }
    columns.name = table.column("la_name");
    columns.region = table.column("region_code");
    return columns;
}

}  // namespace

Result<YearlyFile> read_yearly_file(const std::string& path)
{
    auto bytes = whole_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    const auto table = files::Table::read(std::move(*bytes), files::CsvLimits{});
    if (!table) return std::unexpected(table.error());
    const auto columns = columns_of(*table, path);
    if (!columns) return std::unexpected(columns.error());
    YearlyFile result;
    std::map<std::string, f::Authority, std::less<>> by_code;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        if (lower_ascii(table->cell(row, columns->level)) != "local authority") continue;
        ++result.rows;
        const auto year = number_in(table->cell(row, columns->year).substr(0, 4)), in_post = number_in(table->cell(row, columns->in_post));
        const auto code = table->cell(row, columns->code);
        if (!year || code.empty()) return unacceptable("file", fmt::format("{}, line {}: a row of a local authority needs a year in time_period and a code in new_la_code", path, table->line(row)));
        if (!in_post) {
            ++result.without_count;
            continue;
        }
        auto& authority = by_code[std::string{code}];
        authority.code = code;
        if (columns->region) authority.region = table->cell(row, *columns->region);
        if (columns->name) authority.name = table->cell(row, *columns->name);
        if (authority.in(static_cast<int>(*year)) != nullptr) return unacceptable("file", fmt::format("{}, line {}: {} has the year {:.0f} twice", path, table->line(row), authority.name.empty() ? authority.code : authority.name, *year));
        authority.years.push_back({static_cast<int>(*year), *in_post, number_in(table->cell(row, columns->starters)), number_in(table->cell(row, columns->leavers))});
    }
    for (auto& [code, authority] : by_code) {
        std::ranges::sort(authority.years, {}, &f::Yearly::year);
        result.authorities.push_back(std::move(authority));
    }
    return result;
}

}  // namespace kith::app
