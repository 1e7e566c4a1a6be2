#pragma once
// What an employer of the sample knew of its people on a day, as the cells of its files have it. Only the sample's layouts use it.
#include "app/sample_layouts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::app {

inline std::string uk(const std::optional<Date>& day) { return day ? day->uk() : std::string{}; }

/// The last day as the employer knows it: that of a fixed term from its start on.
inline std::optional<Date> last_day_known(const SamplePerson& person, Date on)
{
    const bool is_known = person.ended && (*person.ended <= on || person.terms.front().contract == "fixed_term");
    return is_known ? person.ended : std::nullopt;
}

inline bool has_left(const SamplePerson& person, Date on) { return person.ended && *person.ended <= on; }

inline bool has_changed(const SamplePerson& person, const SampleKnown& known)
{
    const auto is_new = [&](Date day) { return known.since < day && day <= known.on; };
    return is_new(person.started) || (person.ended && is_new(*person.ended)) ||
           std::ranges::any_of(person.terms, [&](const auto& terms) { return is_new(terms.from); });
}

template <class Row>
void for_everyone(const SampleKnown& known, Row row)
{
    for (const auto& person : known.staff.people) {
        if (!person.is_known_on(known.on) || (person.ended && *person.ended <= known.since)) continue;
        if (!known.changes || has_changed(person, known)) row(person);
    }
}

/// What is paid for the hours worked, or for one of them.
inline std::string pay_of(const SamplePerson& person, const SampleTerms& terms)
{
    if (person.yearly_pay == 0) return {};
    const auto pence_an_hour = person.yearly_pay * 100 / (52 * 37);
    return person.is_paid_by_hour ? fmt::format("{}.{:02}", pence_an_hour / 100, pence_an_hour % 100) : std::to_string(person.yearly_pay * terms.fte.thousandths() / 1000);
}

/// Whether that is by the year or by the hour; empty where no pay is told.
inline std::string basis_of(const SamplePerson& person) { return person.yearly_pay == 0 ? "" : person.is_paid_by_hour ? "Hourly" : "Annual"; }

inline std::string cases_of(const SamplePerson& person, Date on)
{
    return person.caseload > 0 && !has_left(person, on) ? std::to_string(person.caseload) : std::string{};
}

/// Hours of 37 a week.
inline std::string hours_of(const SampleTerms& terms)
{
    const auto hundredths = terms.fte.thousandths() * 37 / 10;
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

/// An extract in that format; it knows the terms of the day only.
SampleCells extract_cells(SampleFormat format, const SampleKnown& known);

}  // namespace kith::app
