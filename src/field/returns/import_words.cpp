// How an import's answer reads: as text for a person at a terminal, as JSON and CSV for a machine.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "returns/file_import.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace kith::returns {
namespace {

namespace json = boost::json;

json::object difference_json(const Difference& difference)
{
    json::object object{{"writes", difference.writes}, {"ends", difference.ends}, {"held", difference.held}};
    json::array headings;
    for (const auto& heading : difference.headings) {
        headings.push_back(json::object{{"id", heading.id}, {"words", heading.words}, {"count", heading.count}});
    }
    object["headings"] = std::move(headings);
    return object;
}

json::object file_json(const ImportedFile& file)
{
    json::object object{{"file", file.file}, {"kind", file.kind}, {"format", file.checked.format}, {"rows", file.checked.rows},
                        {"can_take", file.checked.can_take}, {"taken", file.taken}, {"refusal", file.refusal},
                        {"difference", difference_json(file.checked.difference)}};
    if (file.return_id) object["return"] = file.return_id->text();
    return object;
}

std::string lines_words(const RuleGroup& group)
{
    std::string words = group.count == 1 ? "once" : with_commas(group.count) + " times";
    if (!group.lines.empty()) {
        words += group.count == 1 ? ", line " : std::cmp_less(group.lines.size(), group.count) ? ", first on lines " : ", lines ";
        for (std::size_t place = 0; place < group.lines.size(); ++place) words += fmt::format("{}{}", place == 0 ? "" : ", ", group.lines[place]);
    }
    if (!group.column.empty()) words += ", column " + group.column;
    return words;
}

std::string findings_words(const Findings& findings)
{
    std::string text;
    std::optional<Severity> heading;
    for (const auto& group : by_rule(findings)) {
        if (heading != group.severity) text += fmt::format("\n  {}\n", severity_words(group.severity));
        heading = group.severity;
        text += fmt::format("    {}  {}\n        {}\n", group.rule, lines_words(group), group.message);
    }
    return text;
}

std::string difference_words(const Difference& difference, bool taken)
{
    std::string text;
    for (const auto& heading : difference.headings) {
        if (heading.count > 0) text += fmt::format("    {:>9}  {}\n", with_commas(heading.count), heading.words);
    }
    return text.empty() ? text : fmt::format("\n  {}\n{}", taken ? "Taken" : "If accepted", text);
}

std::string file_words(const ImportedFile& file)
{
    std::string text = file.file;
    if (!file.checked.format.empty()) text += ": " + file.checked.format;
    text += "\n";
    if (!file.refusal.empty()) text += "  Not taken. " + file.refusal + "\n";
    if (file.checked.rows > 0) {
        HandedIn seen;
        seen.state = State::checked;
        seen.rows = file.checked.rows;
        seen.can_take = file.checked.can_take;
        seen.writes = file.checked.difference.writes;
        text += "  " + answer(seen) + "\n";
    }
    if (file.checked.refusal.empty()) text += findings_words(file.checked.findings) + difference_words(file.checked.difference, file.taken);
    return text + "\n";
}

}  // namespace

std::string import_json(const std::vector<ImportedFile>& files)
{
    json::array findings;
    json::array summaries;
    for (const auto& file : files) {
        summaries.push_back(file_json(file));
        for (const auto& finding : file.checked.findings) {
            findings.push_back(json::object{{"file", finding.file}, {"line", finding.line}, {"column", finding.column}, {"rule", finding.rule},
                                            {"severity", severity_id(finding.severity)}, {"message", finding.message}});
        }
    }
    json::object whole{{"files", std::move(summaries)}, {"findings", std::move(findings)}};
    return json::serialize(whole) + "\n";
}

std::string import_text(const std::vector<ImportedFile>& files, bool accept)
{
    std::string text;
    std::int64_t can_take = 0;
    for (const auto& file : files) {
        text += file_words(file);
        if (file.refusal.empty()) can_take += file.checked.can_take;
    }
    if (!accept) {
        text += "Nothing was changed.";
        if (can_take > 0) text += fmt::format(" Run again with --accept to take {}.", can_take == 1 ? "the row" : "the " + with_commas(can_take) + " rows");
        text += "\n";
    }
    return text;
}

std::string findings_csv(const Findings& findings)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"file", "line", "column", "rule", "severity", "message"});
    for (const auto& finding : findings) {
        csv.row(std::vector<std::string>{finding.file, finding.line == 0 ? "" : std::to_string(finding.line), finding.column, finding.rule,
                                         std::string{severity_id(finding.severity)}, finding.message});
    }
    return std::move(csv).text();
}

}  // namespace kith::returns
