#pragma once
// Columns in memory from which counts of a workforce are answered, and the dictionaries that code them. Immutable once made: a change
// makes another table. Knows no database and no page; what the codes mean is the caller's.
#include "base/date.hpp"
#include "base/quantity.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kith::tally {

/// What a stretch of work can be filtered and grouped by. The last three are of whoever works it.
enum class Column : std::uint8_t {
    organisation, setting, locality, sector, role, breadth, contract,
    tier, pattern, pay_period, terms_set, pension_scheme, secondment, origin, reason, destination,
    sex, ethnicity, disability
};
inline constexpr std::size_t column_count = 19;
constexpr std::size_t place_of(Column column) { return static_cast<std::size_t>(column); }

/// What a stretch of work has a number of. Days are those of `Date::days_since_epoch`; units are otherwise the caller's.
enum class Number : std::uint8_t { fte, hours, pay, caseload, born, started };
inline constexpr std::size_t number_count = 6;
constexpr std::size_t place_of(Number number) { return static_cast<std::size_t>(number); }
/// Stands for a number that was not reported.
inline constexpr std::int32_t not_given = -2'147'483'647 - 1;

/// A value of a column, as small numbers: 0 is "not reported", the rest are in order of first appearance.
using Code = std::uint32_t;

/// The texts of one column and their codes. Only grows, so that a code keeps its meaning from one table to the next.
class Dictionary {
public:
    Dictionary() : texts_{""} { codes_.emplace("", 0); }
    Code add(std::string_view text);
    /// The code of `text`; nothing where no row ever had it.
    std::optional<Code> find(std::string_view text) const;
    const std::string& text(Code code) const { return texts_.at(code); }
    std::size_t size() const { return texts_.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> texts_;
    std::unordered_map<std::string, Code, Hash, std::equal_to<>> codes_;
};

using Dictionaries = std::array<Dictionary, column_count>;
using Codes = std::array<Code, column_count>;

/// Numbers of a row, those not reported as `not_given`.
struct Numbers {
    Numbers() { values.fill(not_given); }
    std::array<std::int32_t, number_count> values;
    Numbers& set(Number number, std::int64_t value)
    {
        values[place_of(number)] = static_cast<std::int32_t>(value);
        return *this;
    }
    std::int32_t operator[](Number number) const { return values[place_of(number)]; }
    bool operator==(const Numbers&) const = default;
};

/// One row: an engagement on the same terms from a day to a day. Stretches of one engagement do not overlap, so that on any day a row in
/// force is an engagement in force.
struct Stretch {
    std::int64_t person = 0;  ///< who counts as one person, whoever employs them: the least of the records that are theirs
    std::int64_t record = 0;  ///< the staff record
    std::int64_t engagement = 0;
    Date from;
    std::optional<Date> to;  ///< last day; none while it runs on
    Codes codes{};
    Numbers numbers{};
    std::optional<Fte> fte() const
    {
        if (numbers[Number::fte] == not_given) return std::nullopt;
        return Fte::thousandths(numbers[Number::fte]);
    }
    bool operator==(const Stretch&) const = default;
};

/// The rows, ordered by person and record, each column on its own.
class Table {
public:
    Table() = default;
    /// `codes` in the rows are of `dictionaries`. Order of the rows does not matter.
    Table(std::vector<Stretch> rows, Dictionaries dictionaries);

    std::size_t size() const { return people_.size(); }
    const Dictionary& dictionary(Column column) const { return dictionaries_[place_of(column)]; }
    const Dictionaries& dictionaries() const { return dictionaries_; }
    Stretch row(std::size_t index) const;

    /// The table in which all rows of `records` (sorted, each once) have given way to `rows`, which are of those records only. `dictionaries`
    /// are this table's, perhaps longer. Whoever joins or parts people names all of their records.
    Table with_records_replaced(std::span<const std::int64_t> records, std::vector<Stretch> rows, Dictionaries dictionaries) const;

    /// The records, each once, in the order of the rows; a row's place in it is its ordinal.
    std::span<const std::int64_t> records() const { return records_; }
    /// The rows of the record at `ordinal`: from the first to before the last.
    std::pair<std::size_t, std::size_t> rows_of(std::size_t ordinal) const { return {first_rows_[ordinal], first_rows_[ordinal + 1]}; }
    /// Where `record` stands among `records()`; nothing where it has no row.
    std::optional<std::size_t> ordinal_of(std::int64_t record) const;
    /// All records of the person whose `record` is one, sorted; itself where it has no row.
    std::vector<std::int64_t> records_of_person_of(std::int64_t record) const;

    // The columns themselves, for queries.
    std::span<const std::int64_t> people() const { return people_; }
    std::span<const std::uint32_t> ordinals() const { return ordinals_; }
    std::span<const std::int32_t> from_days() const { return from_days_; }
    std::span<const std::int32_t> to_days() const { return to_days_; }
    std::span<const std::int32_t> numbers(Number number) const { return numbers_[place_of(number)]; }
    std::span<const Code> codes(Column column) const { return codes_[place_of(column)]; }
    /// 1 where nobody of the record works the day before the row begins; 1 where nobody does the day after it ends.
    std::span<const std::uint8_t> joins() const { return joins_; }
    std::span<const std::uint8_t> leaves() const { return leaves_; }

private:
    void reserve(std::size_t rows);
    void append(const Stretch& row);
    void append(const Table& other, std::size_t index);
    void finish();
    void mark_joins_and_leaves(std::size_t first, std::size_t last);

    Dictionaries dictionaries_;
    std::vector<std::int64_t> people_;
    std::vector<std::int64_t> engagements_;
    std::vector<std::uint32_t> ordinals_;
    std::vector<std::int32_t> from_days_;
    std::vector<std::int32_t> to_days_;
    std::vector<std::uint8_t> joins_;
    std::vector<std::uint8_t> leaves_;
    std::array<std::vector<std::int32_t>, number_count> numbers_;
    std::array<std::vector<Code>, column_count> codes_;
    std::vector<std::int64_t> records_;
    std::vector<std::size_t> first_rows_{0};                    // of each record, and one more
    std::unordered_map<std::int64_t, std::int64_t> joined_;     // record → person, of those who are not their own
};

}  // namespace kith::tally
