#include "returns/unknown_file.hpp"

#include "base/text.hpp"
#include "files/table.hpp"

namespace kith::returns {
namespace {

std::string formats_known(const Kinds& kinds)
{
    std::vector<std::string> titles;
    for (const auto& kind : kinds) titles.push_back(kind.title);
    return titles.empty() ? "none yet" : joined(titles, "; ");
}

Checked refusal(const File& file, std::string rule, std::int64_t line, std::string words)
{
    Checked checked;
    checked.findings.push_back({file.name, line, {}, std::move(rule), Severity::error, words});
    checked.refusal = std::move(words);
    return checked;
}

}  // namespace

Checked unknown_file(const Kinds& kinds, const File& file)
{
    const auto table = files::Table::read(file.bytes);
    if (!table) return refusal(file, "R-FILE-1", 0, table.error().message);
    return refusal(file, "R-FILE-2", static_cast<std::int64_t>(table->header_line()),
                   (table->is_workbook() ? "No sheet of this workbook has column names in one of its first rows that Kith knows. "
                                         : "The column names in the first line belong to no format that Kith knows. ") +
                       std::string{"Start from a template, or keep the names of one of these: "} +
                       formats_known(kinds));
}

}  // namespace kith::returns
