#pragma once
// One thing to mend or to know in a handed-in file: where it is, which rule says so, and the words. Not an error of the program.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

/// What a finding means for the row it stands at.
enum class Severity {
    error,    ///< the row is not taken
    warning,  ///< the value is not taken, or is taken and doubtful; the row is
    note,     ///< nothing to mend; good to know
};

/// A rule's answer about one place in a file. The message says what is wrong and what to do; it never echoes a person's name, birth
/// date or numbers, since findings are mailed, printed and shown to people who may not see the row.
struct Finding {
    std::string file;       ///< name of the file as handed in
    std::int64_t line = 0;  ///< line of the file where the record starts, the header being 1; 0 for the file as a whole
    std::string column;     ///< the column's name as the format spells it; empty for the row as a whole
    std::string rule;       ///< stable id of the rule, for example "K-FTE-2"
    Severity severity = Severity::error;
    std::string message;
    /// What a person may answer "yes, it is so" to: a hash of rule, record and the values that the rule looks at, so that an answer stands until
    /// one of them changes. Made by the kind, never with an identifier in it that could be read back; empty where there is nothing to answer.
    std::string query = {};
    /// Of whom a query asks, as the kind's `touches` names them, and which values it looks at, in its words with spaces between: "fte hours". A later
    /// return that changes one of them for this person mends the query. Empty where only an answer closes it.
    std::string subject = {};
    std::string looks_at = {};
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// How many of each severity.
struct FindingCounts {
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    bool operator==(const FindingCounts&) const = default;
};

/// "error", "warning" or "note", as files and JSON have it.
std::string_view severity_id(Severity severity);
/// "Row not taken", "Value to check" or "Good to know", as pages have it.
std::string_view severity_words(Severity severity);
/// The severity of that id; `note` for anything else.
Severity severity_of(std::string_view id);

FindingCounts count(const Findings& findings);

/// The findings of one rule at one column, for the overview: how often it speaks and where first.
struct RuleGroup {
    std::string rule;
    Severity severity = Severity::error;
    std::string message;              ///< of all its findings; where theirs differ, that of the first as an example with its line
    std::string column;               ///< of all its findings
    std::int64_t count = 0;
    std::vector<std::int64_t> lines;  ///< the first five, in order
    bool operator==(const RuleGroup&) const = default;
};

/// Findings by rule and column: errors first, then warnings, then notes; within each the group with most findings first.
std::vector<RuleGroup> by_rule(const Findings& findings);

}  // namespace kith::returns
