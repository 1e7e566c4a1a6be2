#include "base/date.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

namespace kith {
namespace {
constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                  "July",    "August",   "September", "October", "November", "December"};

std::chrono::year_month_day civil(int days)
{
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

std::optional<int> digits(std::string_view text, std::size_t most)
{
    int value = 0;
    if (text.empty() || text.size() > most) return std::nullopt;
    for (char c : text)
        if (c < '0' || c > '9') return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}
}  // namespace

Result<Date> Date::of(int year, int month, int day)
{
    using namespace std::chrono;
    if (year < 1800 || year > 2299) return unacceptable({}, "Year must be between 1800 and 2299");
    if (month < 1 || month > 12) return unacceptable({}, "Month must be between 1 and 12");
    year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    if (day < 1 || !ymd.ok()) return unacceptable({}, "Date must be a real date");
    return Date{static_cast<int>(sys_days{ymd}.time_since_epoch().count())};
}

Result<Date> Date::parse_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return unacceptable({}, "Date must look like 2026-03-27");
    auto y = digits(text.substr(0, 4), 4);
    auto m = digits(text.substr(5, 2), 2);
    auto d = digits(text.substr(8, 2), 2);
    if (!y || !m || !d) return unacceptable({}, "Date must look like 2026-03-27");
    return of(*y, *m, *d);
}

Result<Date> Date::parse_uk(std::string_view text)
{
    auto first = text.find_first_of("/- ");
    auto second = first == text.npos ? text.npos : text.find(text[first], first + 1);
    if (second == text.npos) return unacceptable({}, "Date must look like 27/03/2026");
    auto d = digits(text.substr(0, first), 2);
    auto m = digits(text.substr(first + 1, second - first - 1), 2);
    auto y = digits(text.substr(second + 1), 4);
    if (!y || !m || !d || text.size() - second != 5) return unacceptable({}, "Date must look like 27/03/2026");
    return of(*y, *m, *d);
}

Result<Date> Date::parse_any(std::string_view text)
{
    if (text.size() == 10 && text[4] == '-') return parse_iso(text);
    return parse_uk(text);
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }
std::string Date::uk() const { return fmt::format("{:02}/{:02}/{:04}", day(), month(), year()); }
std::string Date::in_words() const { return fmt::format("{} {} {}", day(), months[static_cast<std::size_t>(month() - 1)], year()); }
std::string Date::in_short() const { return fmt::format("{} {} {}", day(), months[static_cast<std::size_t>(month() - 1)].substr(0, 3), year()); }

Date Date::plus_years(int years) const
{
    auto same = of(year() + years, month(), day());
    return same ? *same : of(year() + years, 2, 28).value_or(*this);
}

int whole_years(Date from, Date to)
{
    int years = to.year() - from.year();
    bool reached = to.month() > from.month() || (to.month() == from.month() && to.day() >= from.day());
    return reached ? years : years - 1;
}

Month Month::containing(Date day)
{
    Month month;
    month.index_ = day.year() * 12 + day.month() - 1;
    return month;
}

Date Month::first_day() const { return Date::of(index_ / 12, index_ % 12 + 1, 1).value_or(Date{}); }
Date Month::last_day() const { return next().first_day().plus_days(-1); }

Month Month::next() const
{
    Month month = *this;
    ++month.index_;
    return month;
}

std::string Month::in_words() const { return fmt::format("{} {}", months[static_cast<std::size_t>(index_ % 12)], index_ / 12); }

Quarter Quarter::containing(Date day)
{
    Quarter quarter;
    quarter.year_ = FinancialYear::containing(day);
    quarter.number_ = (day.month() + 8) % 12 / 3 + 1;
    return quarter;
}

Date Quarter::first_day() const
{
    auto day = year_.first_day();
    for (int i = 0; i < (number_ - 1) * 3; ++i) day = Month::containing(day).next().first_day();
    return day;
}

Date Quarter::last_day() const { return next().first_day().plus_days(-1); }

Quarter Quarter::next() const
{
    Quarter quarter = *this;
    quarter.number_ = number_ % 4 + 1;
    if (number_ == 4) quarter.year_ = year_.next();
    return quarter;
}

std::string Quarter::in_words() const { return fmt::format("Quarter {}, {}", number_, year_.in_words()); }

}  // namespace kith
