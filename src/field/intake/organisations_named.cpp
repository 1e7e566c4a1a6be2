#include "intake/organisations_named.hpp"

#include "base/text.hpp"
#include "intake/staff_check.hpp"

#include <set>

namespace kith::intake {
namespace {

std::vector<std::string> codes_in(const files::Table& table, std::string_view column)
{
    const auto at = table.column(column);
    if (!at) return {};
    std::set<std::string> codes;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto code = trimmed(table.cell(row, *at));
        if (code.empty()) return {};
        codes.insert(lower_ascii(code));
    }
    return {codes.begin(), codes.end()};
}

}  // namespace

std::vector<std::string> organisations_named(const std::string& bytes, const files::HeaderTest& wanted, std::string_view column)
{
    const auto table = files::Table::read(bytes, {.limits = {}, .wanted = wanted, .sheet = {}});
    return table ? codes_in(*table, column) : std::vector<std::string>{};
}

std::vector<std::string> organisations_of_staff_named(const std::string& bytes)
{
    const auto known = read_and_recognise(bytes);
    if (!known) return {};
    const auto own = known->profile->column_of(Field::organisation);
    return codes_in(known->table, own.empty() ? known->profile->column_of(Field::workplace) : own);
}

}  // namespace kith::intake
