#pragma once
// What stands between a cell of an extract and the field it was mapped to: values as codes, dates in the file's order, names in one column,
// constants for what the file has not. Made by a mapping, used by the one reader of staff files. It judges nothing and holds no rows.
#include "base/date.hpp"
#include "base/quantity.hpp"
#include "intake/profile.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kith::intake {

/// How the cells of one column are to be read.
enum class Reading : std::uint8_t {
    as_written,
    day_first,       ///< 03/04/2020 is 3 April
    month_first,     ///< 03/04/2020 is 4 March
    percent,         ///< 60 is an FTE of 0.6
    surname_first,   ///< "Example, Ann" or "Example Ann"
    forename_first,  ///< "Ann Example"
};
std::string_view id_of(Reading reading);
Reading reading_of(std::string_view id);

/// A day as extracts write it: ISO, numbers in the order given (two- or four-digit years), "27-MAR-1984", "27 March 1984", with a time behind
/// it or not. A two-digit year is the one that lies no more than ten years after `today`, as payroll systems take it.
std::optional<Date> read_date(std::string_view text, bool month_first, Date today);
/// True for dates that stand for "no end": 31/12/4712 (Oracle), any day of 9999.
bool means_no_end(std::string_view text);
/// A number in whole parts of 10^-places, rounded half up: "0.53333" at 3 is 533. Spaces, commas of thousands and words behind it are left off.
std::optional<std::int64_t> read_number(std::string_view text, int places);

class CellTranslation {
public:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    using Values = std::unordered_map<std::string, std::string, TextHash, std::equal_to<>>;

    /// What is done to the cells of one field.
    struct OfField {
        bool is_used = false;
        Reading reading = Reading::as_written;
        bool is_number = false;
        bool is_date = false;
        Values values;           ///< by the cell as written; `left_out` and `row_left_out` are values too
        std::string constant;    ///< where the file has no column for it
        bool may_leave_rows_out = false;
    };

    /// A value that the person chose to leave out: what is held stays. And one whose rows are left out.
    static constexpr std::string_view left_out = "-";
    static constexpr std::string_view row_left_out = "--";
    /// True for what text() answers where the value is left out: told by where it stands, since any text may stand in a file.
    static bool is_left_out(std::string_view text);

    Date today;
    int full_week = 37'00;  ///< full-time hours a week of this employer, in hundredths

    OfField& of(Field field) { return fields_[static_cast<std::size_t>(field)]; }
    const OfField& of(Field field) const { return fields_[static_cast<std::size_t>(field)]; }
    bool has_constant(Field field) const { return !of(field).constant.empty(); }
    /// True where the value of this cell is one whose rows are left out.
    bool leaves_row_out(Field field, std::string_view cell) const;
    /// The text that Kith's own layout would have here: a view of `cell`, of this translation, or what is_left_out() knows.
    std::string_view text(Field field, std::string_view cell) const;
    std::optional<Date> day(Field field, std::string_view text) const { return read_date(text, of(field).reading == Reading::month_first, today); }
    std::optional<Fte> fte(Field field, std::string_view text) const;
    std::optional<int> hours(std::string_view text) const;

private:
    std::array<OfField, static_cast<std::size_t>(Field::count_of_fields)> fields_;
};

/// The part of a whole name that is the family name, or what is before or behind it.
std::string_view family_part(std::string_view name, bool surname_first);
std::string_view given_part(std::string_view name, bool surname_first);

}  // namespace kith::intake
