#pragma once
// Civil dates and the periods of the field: months, quarters, financial and academic years. No clock: "today" is a parameter.
#include "base/result.hpp"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// A day of the calendar, 1 January 1800 to 31 December 2299: wide enough for every birth and plan, narrow enough to catch slips.
class Date {
public:
    constexpr Date() = default;  ///< 1 January 1970
    /// A day that exists, else a problem that says so.
    static Result<Date> of(int year, int month, int day);
    /// "2026-03-27".
    static Result<Date> parse_iso(std::string_view text);
    /// "27/3/2026", "27/03/2026", "27-03-2026" or "27 3 2026": day first, four-digit year.
    static Result<Date> parse_uk(std::string_view text);
    /// Either of the two; what a file may hold.
    static Result<Date> parse_any(std::string_view text);
    static constexpr Date from_days(int days) { return Date{days}; }

    constexpr int days_since_epoch() const { return days_; }
    int year() const;
    int month() const;
    int day() const;
    std::string iso() const;         ///< "2026-03-27"
    std::string uk() const;          ///< "27/03/2026"
    std::string in_words() const;    ///< "27 March 2026"
    std::string in_short() const;    ///< "27 Mar 2026", for tables
    constexpr Date plus_days(int days) const { return Date{days_ + days}; }
    /// The same day `years` later; 29 February becomes 28 February where the year has none.
    Date plus_years(int years) const;
    constexpr auto operator<=>(const Date&) const = default;

private:
    constexpr explicit Date(int days) : days_(days) {}
    int days_ = 0;
};

/// Whole years from `from` to `to`, as ages are counted: a person born on 29 February comes of age on 1 March in common years
/// (Family Law Reform Act 1969 s9 counts from the commencement of the anniversary).
int whole_years(Date from, Date to);

/// From `from`, to and including `to` where it has ended. The half-open forms of computing are for code, not for people.
struct Period {
    Date from;
    std::optional<Date> to;  ///< last day, inclusive; none while it runs on
    constexpr bool contains(Date day) const { return from <= day && (!to || day <= *to); }
    constexpr bool overlaps(const Period& other) const
    {
        return (!other.to || from <= *other.to) && (!to || other.from <= *to);
    }
    bool operator==(const Period&) const = default;
};

/// A calendar month.
class Month {
public:
    static Month containing(Date day);
    Date first_day() const;
    Date last_day() const;
    Month next() const;
    std::string in_words() const;  ///< "March 2026"
    auto operator<=>(const Month&) const = default;

private:
    int index_ = 0;  // months since year 0
};

/// A year that starts on the first of a given month, named by the calendar year in which it starts.
template <int first_month>
class YearFrom {
public:
    static YearFrom containing(Date day) { return YearFrom{day.month() >= first_month ? day.year() : day.year() - 1}; }
    static YearFrom starting(int year) { return YearFrom{year}; }
    int start_year() const { return start_; }
    Date first_day() const { return Date::of(start_, first_month, 1).value_or(Date{}); }
    Date last_day() const { return Date::of(start_ + 1, first_month, 1).value_or(Date{}).plus_days(-1); }
    YearFrom next() const { return YearFrom{start_ + 1}; }
    std::string in_words() const { return std::to_string(start_) + " to " + std::to_string(start_ + 1); }
    auto operator<=>(const YearFrom&) const = default;

private:
    explicit YearFrom(int start) : start_(start) {}
    int start_ = 1970;
};

using FinancialYear = YearFrom<4>;  ///< 1 April to 31 March
using AcademicYear = YearFrom<9>;   ///< 1 September to 31 August (Education Act 1996 s579, school years by custom)

/// Three months of a financial year: quarter 1 starts on 1 April.
class Quarter {
public:
    static Quarter containing(Date day);
    int number() const { return number_; }  ///< 1 to 4
    Date first_day() const;
    Date last_day() const;
    Quarter next() const;
    std::string in_words() const;  ///< "Quarter 1, 2026 to 2027"
    auto operator<=>(const Quarter&) const = default;

private:
    FinancialYear year_ = FinancialYear::starting(1970);
    int number_ = 1;
};

}  // namespace kith
