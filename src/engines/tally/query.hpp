#pragma once
// Counts on a day, or of those who joined or left until it: engagements, staff records, people and FTE, filtered and grouped. Exact: FTE is
// summed in whole thousandths, and records and people are counted once, whatever they work. Protects nothing: what may be shown to whom is
// decided before a query is made.
#include "tally/table.hpp"

#include <optional>
#include <vector>

namespace kith::tally {

/// Which rows may be counted at all: everything, or rows of any of these. The caller makes it from the access decision.
struct Scope {
    bool everything = false;
    std::vector<Code> organisations;
    std::vector<Code> localities;
    std::vector<std::int64_t> records;
};

/// A column worked out for one question, such as bands of age on its day: a code for each record of one table, by ordinal. 0: not known.
struct Derived {
    std::vector<Code> of_record;
    Code most = 0;  ///< no code is greater
};

/// What an answer is grouped by: a column of the table, or one worked out, which the caller keeps while it asks.
struct Axis {
    Axis(Column of) : column(of) {}                  // NOLINT: a column is an axis
    Axis(const Derived& of) : derived(&of) {}        // NOLINT: and so is one worked out
    Column column = Column::organisation;
    const Derived* derived = nullptr;
};

/// Which rows a query is about.
enum class Counting : std::uint8_t {
    in_force,  ///< on the day `on`
    joined,    ///< that begin after `since` and by `on`, of records that did no work the day before
    left,      ///< that end from `since` and before `on`, of records that do no work the day after
};

struct Query {
    Date on;
    Scope scope;
    /// For each column the codes that pass; none: all pass; an empty list: none does.
    std::array<std::optional<std::vector<Code>>, column_count> filters{};
    std::vector<Axis> by{};  ///< none, one or two
    Counting counting = Counting::in_force;
    Date since{};  ///< looked at where `counting` is of those who joined or left
    struct DerivedFilter {
        const Derived* derived;
        std::vector<Code> codes;
    };
    std::vector<DerivedFilter> derived_filters{};  ///< all of them pass

    Query& keep(Column column, std::vector<Code> codes)
    {
        filters[place_of(column)] = std::move(codes);
        return *this;
    }
    Query& keep(const Derived& derived, std::vector<Code> codes)
    {
        derived_filters.push_back({&derived, std::move(codes)});
        return *this;
    }
};

struct Counts {
    std::int64_t engagements = 0;
    std::int64_t records = 0;      ///< staff records
    std::int64_t people = 0;       ///< whoever holds them, each once
    Fte fte;                       ///< of the engagements that report one
    std::int64_t fte_unknown = 0;  ///< engagements that report none
    bool operator==(const Counts&) const = default;
};

struct Group {
    std::array<Code, 2> codes{};  ///< of what the query groups by, in that order
    Counts counts;
    bool operator==(const Group&) const = default;
};

struct Answer {
    Counts total;               ///< a record in two groups is one here
    std::vector<Group> groups;  ///< those with a row, by their codes
    bool operator==(const Answer&) const = default;
};

/// What `query` counts in `table`. At most two in `by`; more are refused as a mistake of the program.
Answer count(const Table& table, const Query& query);

/// The records that `query` counts, sorted, each once; `by` is not looked at.
std::vector<std::int64_t> records_counted(const Table& table, const Query& query);

/// The rows that `query` counts of `records` (in any order), record by record as they are given: what a page says of each beside the figure.
std::vector<std::size_t> rows_counted(const Table& table, const Query& query, std::span<const std::int64_t> records);

/// All rows that `query` counts, in the order of the table.
std::vector<std::size_t> rows_counted(const Table& table, const Query& query);

/// A number of the rows that a query counts, group by group.
struct Spread {
    std::array<Code, 2> codes{};
    std::vector<std::int32_t> values;  ///< of each row that reports one, least first
    std::int64_t unknown = 0;          ///< rows that report none
    bool operator==(const Spread&) const = default;
};
/// For each group that `query` counts, by its codes, the values of `number`; one group where it groups by nothing and counts something.
std::vector<Spread> spread_of(const Table& table, const Query& query, Number number);

/// A code for each record of `table`: what `choose(first row, row after the last)` gives.
template <class Choose>
Derived derived_from_rows(const Table& table, Choose choose)
{
    Derived derived;
    derived.of_record.reserve(table.records().size());
    for (std::size_t ordinal = 0; ordinal < table.records().size(); ++ordinal) {
        const auto [first, last] = table.rows_of(ordinal);
        const Code code = choose(first, last);
        derived.most = std::max(derived.most, code);
        derived.of_record.push_back(code);
    }
    return derived;
}

/// 1 for each of `records` (in any order), 0 for the rest.
Derived derived_from_records(const Table& table, std::span<const std::int64_t> records);

}  // namespace kith::tally
