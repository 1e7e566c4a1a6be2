#pragma once
// Counts on a day: engagements, people and FTE, filtered and grouped. Exact: FTE is summed in whole thousandths and people are counted
// once, whatever they work. Protects nothing: what may be shown to whom is decided before a query is made.
#include "tally/table.hpp"

#include <optional>
#include <vector>

namespace kith::tally {

/// Which rows may be counted at all: everything, or rows of any of these. The caller makes it from the access decision.
struct Scope {
    bool everything = false;
    std::vector<Code> organisations;
    std::vector<Code> localities;
    std::vector<std::int64_t> people;
};

struct Query {
    Date on;
    Scope scope;
    /// For each column the codes that pass; none: all pass; an empty list: none does.
    std::array<std::optional<std::vector<Code>>, column_count> filters;
    std::vector<Column> by;  ///< none, one or two columns

    Query& keep(Column column, std::vector<Code> codes)
    {
        filters[place_of(column)] = std::move(codes);
        return *this;
    }
};

struct Counts {
    std::int64_t engagements = 0;
    std::int64_t people = 0;
    Fte fte;                       ///< of the engagements that report one
    std::int64_t fte_unknown = 0;  ///< engagements that report none
    bool operator==(const Counts&) const = default;
};

struct Group {
    std::array<Code, 2> codes{};  ///< of the columns in `by`, in that order
    Counts counts;
    bool operator==(const Group&) const = default;
};

struct Answer {
    Counts total;               ///< a person in two groups is one here
    std::vector<Group> groups;  ///< those with a row, by their codes
    bool operator==(const Answer&) const = default;
};

/// What `query` counts in `table`. At most two columns in `by`; more are refused as a mistake of the program.
Answer count(const Table& table, const Query& query);

/// The people whom `query` counts, sorted, each once; `by` is not looked at.
std::vector<std::int64_t> people_counted(const Table& table, const Query& query);

/// The rows that `query` counts of `people` (in any order), person by person as they are given: what a page says of each beside the figure.
std::vector<std::size_t> rows_counted(const Table& table, const Query& query, std::span<const std::int64_t> people);

}  // namespace kith::tally
