#include "intake/total_rows.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kith::intake {
namespace {
constexpr std::array<std::string_view, 14> words{"total",       "totals",    "grand total",   "grand totals",    "sub total", "subtotal",       "overall total",
                                                 "total staff", "total fte", "total headcount", "total employees", "count",     "employee count", "report total"};

/// "Total:", "TOTALS", "Grand-total", "*** Total ***".
bool says_total(std::string_view text)
{
    std::string plain;
    for (char c : folded(clipped(text, 60)))
        if ((c >= 'a' && c <= 'z') || c == ' ') plain += c;
    return std::ranges::find(words, trimmed(plain)) != words.end();
}

bool is_amount(std::string_view text)
{
    if (text.starts_with("£")) text.remove_prefix(std::string_view{"£"}.size());
    const bool digits = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return digits && text.find_first_not_of("0123456789.,-+% ") == std::string_view::npos;
}
}  // namespace

bool is_total(const files::Table& table, std::size_t row, std::optional<std::size_t> reference)
{
    std::optional<std::size_t> first;
    bool only_sums = true;
    for (std::size_t column = 0; column < table.header().size(); ++column) {
        const auto text = table.cell(row, column);
        if (text.empty()) continue;
        if (!first) {
            if (!says_total(text)) return false;
            first = column;
        } else if (!is_amount(text)) {
            only_sums = false;
        }
    }
    const bool has_reference = reference && first && *reference != *first && !table.cell(row, *reference).empty();
    return first && (only_sums || (reference && *reference != *first && !has_reference));
}

std::vector<std::size_t> leave_out_totals(files::Table& table, std::optional<std::size_t> reference)
{
    std::vector<std::size_t> lines;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (is_total(table, row, reference)) lines.push_back(table.line(row));
    if (!lines.empty()) table.leave_out([&](std::size_t row) { return std::ranges::binary_search(lines, table.line(row)); });
    return lines;
}

}  // namespace kith::intake
