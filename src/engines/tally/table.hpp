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

/// What a stretch of work can be filtered and grouped by.
enum class Column : std::uint8_t { organisation, setting, locality, sector, role, breadth, contract };
inline constexpr std::size_t column_count = 7;
constexpr std::size_t place_of(Column column) { return static_cast<std::size_t>(column); }

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

/// One row: an engagement on the same terms from a day to a day. Stretches of one engagement do not overlap, so that on any day a row in
/// force is an engagement in force.
struct Stretch {
    std::int64_t person = 0;  ///< who counts as one; today the staff record
    std::int64_t engagement = 0;
    Date from;
    std::optional<Date> to;  ///< last day; none while it runs on
    Codes codes{};
    std::optional<Fte> fte;
    bool operator==(const Stretch&) const = default;
};

/// The rows, ordered by person, each column on its own.
class Table {
public:
    Table() = default;
    /// `codes` in the rows are of `dictionaries`. Order of the rows does not matter.
    Table(std::vector<Stretch> rows, Dictionaries dictionaries);

    std::size_t size() const { return people_.size(); }
    const Dictionary& dictionary(Column column) const { return dictionaries_[place_of(column)]; }
    const Dictionaries& dictionaries() const { return dictionaries_; }
    Stretch row(std::size_t index) const;

    /// The table in which all rows of `people` (sorted, each once) have given way to `rows`, which are of those people only. `dictionaries`
    /// are this table's, perhaps longer.
    Table with_people_replaced(std::span<const std::int64_t> people, std::vector<Stretch> rows, Dictionaries dictionaries) const;

    // The columns themselves, for queries.
    std::span<const std::int64_t> people() const { return people_; }
    std::span<const std::int64_t> engagements() const { return engagements_; }
    std::span<const std::int32_t> from_days() const { return from_days_; }
    std::span<const std::int32_t> to_days() const { return to_days_; }
    std::span<const std::int32_t> ftes() const { return ftes_; }  ///< thousandths; -1 where not reported
    std::span<const Code> codes(Column column) const { return codes_[place_of(column)]; }

private:
    void reserve(std::size_t rows);
    void append(const Stretch& row);
    void append(const Table& other, std::size_t index);

    Dictionaries dictionaries_;
    std::vector<std::int64_t> people_;
    std::vector<std::int64_t> engagements_;
    std::vector<std::int32_t> from_days_;
    std::vector<std::int32_t> to_days_;
    std::vector<std::int32_t> ftes_;
    std::array<std::vector<Code>, column_count> codes_;
};

}  // namespace kith::tally
