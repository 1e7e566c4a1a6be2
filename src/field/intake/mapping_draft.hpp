#pragma once
// A mapping in the making: what a file holds, what is said about it so far, what is still to be said. Pure; made anew from the file and the
// answers of the form each time, so that nothing need be kept between two looks.
#include "intake/mapping_values.hpp"
#include "intake/staff_check.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith::intake {

/// One value of a column of codes and what it becomes.
struct ValueInDraft {
    CountedValue counted;
    std::string code;   ///< empty: nothing is said yet
    std::string why;    ///< where the code came from; empty where a person said it
};

struct ColumnInDraft {
    std::string header;
    ColumnContent content;
    std::string target;
    Reading reading = Reading::as_written;
    std::string why;         ///< where the target came from
    Certainty certainty = Certainty::none;
    bool is_fresh = false;   ///< not known to the mapping that this draft began from
    std::vector<ValueInDraft> values;
    std::int64_t different = 0;  ///< values in all; only the most frequent are among `values`
};

struct MappingDraft {
    std::vector<Target> targets;
    std::vector<ColumnInDraft> columns;
    std::vector<std::pair<std::string, std::string>> constants;  ///< target and code, for all rows
    std::string name;
    std::string full_week;  ///< as typed: "37", "36.25"
    std::optional<ColumnMapping> base;  ///< the mapping that it changes, or none
    HeaderChange change;                ///< of the file's header against `base`

    const Target* target_of(const ColumnInDraft& column) const { return find_target(targets, column.target); }
    bool has_column_for(std::string_view target) const;
    std::string constant_of(std::string_view target) const;
    /// The mapping as it stands. What the base knows and this file has not stays known where it was left out.
    ColumnMapping mapping() const;
    /// Values of which nothing is said yet, and the rows that hold them: by column.
    struct Unsaid {
        std::size_t column = 0;
        std::int64_t values = 0, rows = 0;
    };
    std::vector<Unsaid> without_code() const;
};

/// The answers of a form: by field name; none where it was not asked.
using Answers = std::function<std::optional<std::string>(const std::string&)>;

/// Field names of the form.
std::string target_field(std::size_t column);
std::string reading_field(std::size_t column);
std::string asked_field(std::size_t column);
std::string value_field(std::size_t column, std::size_t value);
std::string constant_field(std::string_view target);

/// What is known before anyone has said anything: the base where there is one, guesses for the rest. `layout`: another's columns to begin from.
MappingDraft begin_draft(const files::CsvTable& table, const Surroundings& surroundings, std::optional<ColumnMapping> base,
                         const std::optional<ColumnMapping>& layout, std::string name);

/// The draft with the answers of a form in place of what was known.
void take_answers(MappingDraft& draft, const files::CsvTable& table, const Surroundings& surroundings, const Answers& answers);

/// Problems beyond those of the mapping itself: columns of National Insurance numbers mapped to something else, an order of dates not said.
std::vector<Problem> problems_of(const MappingDraft& draft);

}  // namespace kith::intake
