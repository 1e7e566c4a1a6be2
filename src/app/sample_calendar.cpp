#include "app/sample_calendar.hpp"

#include <algorithm>

namespace kith::app {
namespace {

/// Those whom accounts, guides and journeys of the sample speak of: on time and well kept.
bool is_spoken_of(const SampleEmployer& employer)
{
    return employer.code == "COU01" || employer.code == "NHS01" || employer.code == "PRI03" || employer.code == "NUR01" ||
           employer.code == "POL01" || employer.code == "YJS01";
}

/// Days between two returns of a kind of employer, as the pack says how often they are expected.
int days_between(std::string_view kind)
{
    if (kind == "council" || kind == "health_trust" || kind == "police" || kind == "youth_justice" || kind == "probation") return 30;
    if (kind == "school" || kind == "academy" || kind == "college") return 122;
    if (kind == "childrens_home" || kind == "fostering_agency") return 91;
    return 365;
}

std::vector<Date> days_of(SampleSize size, const SampleEmployer& employer, int number, Date today)
{
    const auto step = days_between(employer.pattern->kind);
    const auto begins = sample_history_begins(size, today);
    const auto year_ago = today.plus_years(-1);
    std::vector<Date> days;
    auto day = today.plus_days(-(3 + number * 7 % (step < 60 ? 14 : step < 200 ? 40 : 300)));
    for (; begins < day; day = day.plus_days(day < year_ago && step == 30 ? -91 : -step)) days.insert(days.begin(), day);
    if (size == SampleSize::large || is_spoken_of(employer)) {
        if (size == SampleSize::small) days = employer.code == "COU01" ? std::vector{days.front(), days.back()} : std::vector{days.back()};
        return days;
    }
    if (number % 3 != 0) days = {days.back()};  // a small sample is made in a moment: most have handed in once
    if (days.size() > 2) days = {days.front(), days.back()};
    return days;
}

/// A council tells of everyone before its social work census of October, so that the census finds them.
void add_days_before_census(std::vector<Date>& days)
{
    const auto first = days.front(), last = days.back();
    for (auto year = first.year(); year <= last.year(); ++year) {
        const auto day = *Date::of(year, 10, 8);
        if (day <= first.plus_days(30) || last <= day) continue;
        std::erase_if(days, [day](Date other) { return other.year() == day.year() && other.month() == day.month(); });
        days.push_back(day);
    }
    std::ranges::sort(days);
}

/// Some stopped handing in long ago.
void stop_early(std::vector<Date>& days, int step, Date today)
{
    const auto last = today.plus_days(step == 365 ? -500 : -210);
    while (days.size() > 1 && last < days.back()) days.pop_back();
    if (days.size() == 1) days.front() = std::min(days.front(), today.plus_days(-290));
}

SampleFormat format_of(SampleSize size, const SampleEmployer& employer, int number_of_kind)
{
    const auto& kind = employer.pattern->kind;
    const auto turn = number_of_kind % 3;
    if (kind == "council") return size == SampleSize::large ? SampleFormat::payroll : SampleFormat::kith;
    if (kind == "health_trust") return SampleFormat::nhs;
    if (kind == "school") return turn == 1 ? SampleFormat::school : turn == 2 ? SampleFormat::workbook : SampleFormat::kith;
    if (kind == "academy") return turn == 1 ? SampleFormat::school : SampleFormat::workbook;
    if (kind == "nursery") return turn == 0 ? SampleFormat::workbook : turn == 1 ? SampleFormat::kith : SampleFormat::kith_wide;
    if (kind == "police" || kind == "youth_justice") return SampleFormat::kith;
    return SampleFormat::kith_wide;
}

}  // namespace

Date sample_history_begins(SampleSize size, Date today) { return today.plus_years(size == SampleSize::small ? -1 : -3); }

SampleHandsIn handing_in_of(SampleSize size, const SampleEmployer& employer, int number, int number_of_kind, Date today)
{
    constexpr int never_small = 12, never_large = 21, stopped = 9;
    SampleHandsIn made{.employer = &employer,
                       .number = number,
                       .number_of_kind = number_of_kind,
                       .format = format_of(size, employer, number_of_kind),
                       .days = {},
                       .staff = {}};
    const auto step = days_between(employer.pattern->kind);
    made.tells_changes = step == 30;
    made.days = days_of(size, employer, number, today);
    if (employer.pattern->kind == "council") add_days_before_census(made.days);
    if (is_spoken_of(employer)) return made;
    made.care = number % 10 == 9 ? SampleCare::poor : number % 10 > 5 ? SampleCare::slack : SampleCare::careful;
    if (number % (size == SampleSize::small ? never_small : never_large) == 0) made.format = SampleFormat::nothing_yet;
    if (number % stopped == 4) stop_early(made.days, step, today);
    return made;
}

}  // namespace kith::app
