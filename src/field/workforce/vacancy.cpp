#include "workforce/vacancy.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kith::workforce {

namespace {

constexpr int longest_vacancy = 366 * 3;  // days; longer and open it is more often forgotten than wanted

std::optional<Date> last_day_of(const Vacancy& vacancy)
{
    if (vacancy.filled_on) return vacancy.filled_on;
    return vacancy.closed_on;
}

}  // namespace

VacancyState state_on(const Vacancy& vacancy, Date day)
{
    auto by = [&](const std::optional<Date>& date) { return date && *date <= day; };
    if (by(vacancy.filled_on)) return VacancyState::filled;
    if (by(vacancy.closed_on)) return VacancyState::closed;
    if (by(vacancy.offered_on)) return VacancyState::offered;
    if (vacancy.vacant_from > day) return VacancyState::to_come;
    return by(vacancy.advertised_on) ? VacancyState::advertised : VacancyState::open;
}

std::string_view id_of(VacancyState state)
{
    static constexpr std::array<std::string_view, vacancy_state_count> ids{"to_come", "open", "advertised", "offered", "filled", "closed"};
    return ids[static_cast<std::size_t>(state)];
}

std::string_view words_of(VacancyState state)
{
    static constexpr std::array<std::string_view, vacancy_state_count> words{"Falls vacant later", "Vacant", "Advertised", "Offered", "Filled", "No longer wanted"};
    return words[static_cast<std::size_t>(state)];
}

bool is_vacant_on(const Vacancy& vacancy, Date day)
{
    const auto last = last_day_of(vacancy);
    return vacancy.vacant_from <= day && (!last || *last > day);
}

int days_vacant(const Vacancy& vacancy, Date day)
{
    const auto until = std::min(last_day_of(vacancy).value_or(day), day);
    return std::max(0, until.days_since_epoch() - vacancy.vacant_from.days_since_epoch());
}

std::vector<VacancyFault> faults_of(const Vacancy& v, Date today)
{
    std::vector<VacancyFault> faults;
    auto say = [&](bool speaks, std::string_view rule, std::string_view field, bool is_error, std::string words) {
        if (speaks) faults.push_back({rule, field, is_error, std::move(words)});
    };
    auto before = [](const std::optional<Date>& one, const std::optional<Date>& other) { return one && other && *one < *other; };
    say(v.reference.empty(), "V-REF-1", "vacancy_reference", true, "Enter a reference for the vacancy: your own number or a short name");
    say(length_in_characters(v.reference) > 60, "V-REF-2", "vacancy_reference", true, "The reference of the vacancy must be 60 characters or fewer");
    say(v.wanted.role_code.empty(), "V-ROLE-1", "role", true, "Enter the role that is wanted");
    say(v.wanted.fte && (*v.wanted.fte <= Fte{} || *v.wanted.fte > Fte::thousandths(1000)), "V-FTE-1", "fte", true,
        "Full-time equivalent must be more than 0 and no more than 1. Report two posts as two vacancies");
    say(!v.wanted.fte, "V-FTE-2", "fte", false, "No full-time equivalent is given, so this vacancy counts as one post and adds nothing to the hours that are wanted");
    say(v.filled_on && v.closed_on, "V-DATE-1", "closed_on", true, "A vacancy is either filled or no longer wanted. Leave one of the two days out");
    say(before(v.offered_on, v.advertised_on), "V-DATE-2", "offered_on", true, "The day of the offer must not be before the day of the advertisement");
    say(before(v.filled_on, v.offered_on), "V-DATE-3", "filled_on", true, "The day it was filled must not be before the day of the offer");
    say(v.closed_on && *v.closed_on < v.vacant_from, "V-DATE-4", "closed_on", false, "It was no longer wanted before it fell vacant. Check both days");
    say(v.filled_on && *v.filled_on > today.plus_days(366), "V-DATE-5", "filled_on", true, "The day it was filled is more than a year ahead. Check the year");
    say(v.vacant_from > today.plus_days(366 * 2), "V-DATE-6", "vacant_from", true, "It falls vacant more than two years from now. Check the year");
    say(is_vacant_on(v, today) && days_vacant(v, today) > longest_vacancy, "V-DATE-7", "vacant_from", false, "It has been vacant for more than three years. Say that it was filled, or is no longer wanted");
    say(!v.hard_to_fill.empty() && !v.advertised_on, "V-HARD-1", "hard_to_fill", false, "It is called hard to fill and was never advertised. Check the day of the advertisement");
    return faults;
}

}  // namespace kith::workforce
