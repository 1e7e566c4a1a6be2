#pragma once
// An annual report as a document: sections with what was generated, what people wrote, and what is missing. Published as this, with the hash of its text. Pure.
#include "base/date.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::annual {

struct ReportTable {
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    bool operator==(const ReportTable&) const = default;
};
/// A theme on the rainbow, from 1 to 5, now and last time.
struct ReportArc {
    std::string label;
    std::optional<double> position, before;
    bool operator==(const ReportArc&) const = default;
};
struct ReportSection {
    std::string id, title;
    std::string words;                   ///< by people; empty where nobody wrote anything
    std::vector<std::string> says;       ///< generated sentences
    std::vector<ReportTable> tables;
    std::vector<std::string> missing;    ///< what should stand here and does not, as sentences
    std::vector<ReportArc> arcs;         ///< the rainbow, in the section on the assessment
    bool operator==(const ReportSection&) const = default;
};
struct ReportDocument {
    std::string name, plan;
    Date from, as_of;
    std::vector<ReportSection> sections;
    bool operator==(const ReportDocument&) const = default;
};

/// Every sentence on what is missing, with the section's title before it.
std::vector<std::string> missing_of(const ReportDocument& document);
/// All words that a reader reads, for the check of abbreviations.
std::vector<std::string> texts_of(const ReportDocument& document);

std::string to_json(const ReportDocument& document);
/// An error where the text is not one that to_json() wrote.
Result<ReportDocument> document_from_json(std::string_view text);
/// Every table as a sheet of a workbook, the first saying what the report is.
std::string to_xlsx(const ReportDocument& document);

}  // namespace kith::annual
