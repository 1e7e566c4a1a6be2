#include "returns/checked_store.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::returns {
namespace {

/// "($1, $2), ($3, $4)" for `rows` rows of `columns` values.
std::string places(std::size_t rows, std::size_t columns)
{
    std::string text;
    for (std::size_t row = 0, place = 1; row < rows; ++row) {
        text += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < columns; ++column, ++place) text += fmt::format("{}${}", column == 0 ? "" : ", ", place);
        text += ")";
    }
    return text;
}

void save_findings(db::Writer& writer, ReturnId id, const Findings& findings)
{
    constexpr std::size_t at_once = 100;
    const auto kept = std::min(findings.size(), findings_kept);
    for (std::size_t from = 0; from < kept; from += at_once) {
        const auto to = std::min(from + at_once, kept);
        std::vector<db::Argument> values;
        for (auto number = from; number < to; ++number) {
            const auto& finding = findings[number];
            values.insert(values.end(), {db::Argument{id}, number, finding.file, finding.line, finding.column, finding.rule,
                                         severity_id(finding.severity), finding.message, finding.query, finding.subject, finding.looks_at});
        }
        writer.run_with("INSERT INTO handed_in_finding (handed_in_id, number, file, line, column_name, rule, severity, message, query, subject, looks_at) VALUES " +
                            places(to - from, 11),
                        values);
    }
}

void save_rules(db::Writer& writer, ReturnId id, const Findings& findings)
{
    std::int64_t number = 0;
    for (const auto& group : by_rule(findings)) {
        std::string lines;
        for (const auto line : group.lines) lines += fmt::format("{}{}", lines.empty() ? "" : " ", line);
        writer.run("INSERT INTO handed_in_rule (handed_in_id, number, rule, severity, message, column_name, found, first_lines) "
                   "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                   id, number++, group.rule, severity_id(group.severity), group.message, group.column, group.count, lines);
    }
}

void save_difference(db::Writer& writer, ReturnId id, const Difference& difference)
{
    std::int64_t number = 0;
    for (const auto& heading : difference.headings) {
        writer.run("INSERT INTO handed_in_heading (handed_in_id, number, heading, words, counted, meaning) VALUES ($1, $2, $3, $4, $5, $6)", id,
                   number, heading.id, heading.words, heading.count, heading.meaning);
        std::int64_t sample_number = 0;
        for (const auto& sample : heading.samples) {
            writer.run("INSERT INTO handed_in_sample (handed_in_id, heading_number, number, line, subject, words, name) "
                       "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                       id, number, sample_number++, sample.line, sample.subject, sample.words, sample.name);
        }
        ++number;
    }
}

std::vector<std::int64_t> lines_of(const std::string& text)
{
    std::vector<std::int64_t> lines;
    for (const auto part : split(text, ' ')) {
        std::int64_t line = 0;
        if (std::from_chars(part.data(), part.data() + part.size(), line).ec == std::errc{}) lines.push_back(line);
    }
    return lines;
}

std::string of_severity(std::optional<Severity> severity)
{
    return severity ? fmt::format(" AND severity = '{}'", severity_id(*severity)) : std::string{};
}

}  // namespace

void save_checked(db::Writer& writer, ReturnId id, const Checked& checked)
{
    for (const auto table : {"handed_in_finding", "handed_in_rule", "handed_in_heading", "handed_in_sample", "handed_in_organisation"}) {
        writer.run(fmt::format("DELETE FROM {} WHERE handed_in_id = $1", table), id);
    }
    save_findings(writer, id, checked.findings);
    save_rules(writer, id, checked.findings);
    save_difference(writer, id, checked.difference);
    for (const auto& part : checked.parts) {
        writer.run("INSERT INTO handed_in_organisation (handed_in_id, organisation_id, rows_read, can_take) VALUES ($1, $2, $3, $4)", id,
                   part.organisation, part.rows, part.can_take);
    }
}

std::vector<access::OrganisationId> list_organisations(db::Reader& reader, ReturnId id)
{
    std::vector<access::OrganisationId> organisations;
    reader.each("SELECT organisation_id FROM handed_in_organisation WHERE handed_in_id = $1 ORDER BY organisation_id",
                [&](const db::Row& row) { organisations.push_back(row.get<access::OrganisationId>("organisation_id")); }, id);
    return organisations;
}

std::vector<RuleGroup> list_rules(db::Reader& reader, ReturnId id)
{
    std::vector<RuleGroup> groups;
    for (const auto& row : reader.all("SELECT rule, severity, message, column_name, found, first_lines FROM handed_in_rule "
                                      "WHERE handed_in_id = $1 ORDER BY number", id)) {
        groups.push_back({row.get<std::string>("rule"), severity_of(row.get<std::string>("severity")), row.get<std::string>("message"),
                          row.get<std::string>("column_name"), row.get<std::int64_t>("found"), lines_of(row.get<std::string>("first_lines"))});
    }
    return groups;
}

Findings list_findings(db::Reader& reader, ReturnId id, std::optional<Severity> severity, Stretch stretch)
{
    Findings findings;
    const auto sql = fmt::format("SELECT file, line, column_name, rule, severity, message, query FROM handed_in_finding WHERE handed_in_id = $1{} "
                                 "ORDER BY line, number LIMIT $2 OFFSET $3", of_severity(severity));
    for (const auto& row : reader.all(sql, id, stretch.size, stretch.from)) {
        findings.push_back({row.get<std::string>("file"), row.get<std::int64_t>("line"), row.get<std::string>("column_name"),
                            row.get<std::string>("rule"), severity_of(row.get<std::string>("severity")), row.get<std::string>("message"),
                            row.get<std::string>("query")});
    }
    return findings;
}

std::int64_t count_findings(db::Reader& reader, ReturnId id, std::optional<Severity> severity)
{
    const auto sql = fmt::format("SELECT COUNT(*) AS counted FROM handed_in_finding WHERE handed_in_id = $1{}", of_severity(severity));
    return reader.one(sql, id)->get<std::int64_t>("counted");
}

Difference load_difference(db::Reader& reader, const HandedIn& h, bool with_samples)
{
    Difference difference{.writes = h.writes, .ends = h.ends, .held = h.held, .fingerprint = h.fingerprint};
    for (const auto& row : reader.all("SELECT heading, words, counted, meaning FROM handed_in_heading WHERE handed_in_id = $1 ORDER BY number",
                                      h.id)) {
        difference.headings.push_back({row.get<std::string>("heading"), row.get<std::string>("words"), row.get<std::int64_t>("counted"),
                                       row.get<std::string>("meaning"), {}});
    }
    if (!with_samples) return difference;
    for (const auto& row : reader.all("SELECT heading_number, line, subject, words, name FROM handed_in_sample WHERE handed_in_id = $1 "
                                      "ORDER BY heading_number, number", h.id)) {
        auto& heading = difference.headings.at(static_cast<std::size_t>(row.get<std::int64_t>("heading_number")));
        heading.samples.push_back({row.get<std::int64_t>("line"), row.get<std::string>("subject"), row.get<std::string>("words"),
                                   row.get<std::optional<std::string>>("name").value_or("")});
    }
    return difference;
}

}  // namespace kith::returns
