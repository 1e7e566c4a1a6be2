#include "returns/unknown_file.hpp"

#include "base/text.hpp"
#include "files/table.hpp"
#include "files/xml_reader.hpp"

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

/// Begins as XML does. Web pages are told apart by whoever reads the file as a table.
bool is_xml(std::string_view bytes)
{
    constexpr std::size_t looked_at = 1'000;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto start = lower_ascii(trimmed(bytes.substr(0, looked_at)));
    return start.starts_with("<?xml") || (start.size() > 1 && start[0] == '<' && start[1] >= 'a' && start[1] <= 'z' && !start.starts_with("<html"));
}

Checked unknown_xml(const Kinds& kinds, const File& file)
{
    struct : files::XmlHandler {
        void start(std::string_view, const files::XmlAttributes&) override {}
        void text(std::string_view) override {}
        void end(std::string_view) override {}
    } nobody;
    if (const auto read = files::read_xml(file.bytes, nobody); !read) {
        return refusal(file, "R-FILE-1", 0, "This is an XML file, and it cannot be read. " + read.error().message + " Write it anew from the system that it comes from.");
    }
    return refusal(file, "R-FILE-2", 0, "This is an XML file of no kind that Kith knows. Kith knows these: " + formats_known(kinds));
}

/// What a line of column names is known by. Which kinds there are stands beside the field: not all are the viewer's to hand in.
std::string names_looked_for(const files::Table& table)
{
    const std::string place = table.is_workbook() ? "the first 20 rows of each sheet" : "the first 20 lines";
    return "Kith looked for column names in " + place + " and found none that it knows: three or more, such as Surname and Job title, none of them a date or an amount. "
           "Put them in a line of their own above the rows, or copy the rows into a template";
}

}  // namespace

Checked unknown_file(const Kinds& kinds, const File& file)
{
    if (is_xml(file.bytes)) return unknown_xml(kinds, file);
    const auto table = files::Table::read(file.bytes);
    if (!table) return refusal(file, "R-FILE-1", 0, table.error().message);
    return refusal(file, "R-FILE-2", static_cast<std::int64_t>(table->header_line()), names_looked_for(*table));
}

}  // namespace kith::returns
