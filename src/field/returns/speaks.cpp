#include "returns/speaks.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace kith::returns {
namespace {

constexpr std::array<std::string_view, 12> month_names{"january", "february", "march", "april", "may", "june",
                                                       "july", "august", "september", "october", "november", "december"};

struct Term {
    std::string_view id;
    std::string_view words;
    unsigned first_month;
    unsigned last_month;
};
constexpr std::array<Term, 3> terms{{{"spring", "Spring", 1, 4}, {"summer", "Summer", 5, 8}, {"autumn", "Autumn", 9, 12}}};

Period whole(Month month) { return {month.first_day(), month.last_day()}; }

std::optional<Month> month_of(int year, unsigned month)
{
    const auto day = Date::parse_iso(fmt::format("{:04}-{:02}-01", year, month));
    return day ? std::optional{Month::containing(*day)} : std::nullopt;
}

std::optional<Period> term_of(const Term& term, int year)
{
    const auto first = month_of(year, term.first_month);
    const auto last = month_of(year, term.last_month);
    if (!first || !last) return std::nullopt;
    return Period{first->first_day(), last->last_day()};
}

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "september", "sept" or "sep": the month's number; none for other words.
std::optional<unsigned> month_named(std::string_view word)
{
    constexpr std::size_t shortest = 3;
    if (word.size() < shortest) return std::nullopt;
    for (std::size_t at = 0; at < month_names.size(); ++at) {
        if (month_names[at].starts_with(word)) return static_cast<unsigned>(at + 1);
    }
    return std::nullopt;
}

/// Runs of letters and runs of digits, in small letters.
std::vector<std::string> words_in(std::string_view text)
{
    std::vector<std::string> words;
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto small = lower_ascii(text);
    for (std::size_t at = 0; at < small.size();) {
        const auto from = at;
        const bool letters = is_letter(small[at]);
        if (!letters && !is_digit(small[at])) {
            ++at;
            continue;
        }
        while (at < small.size() && (letters ? is_letter(small[at]) : is_digit(small[at]))) ++at;
        words.push_back(small.substr(from, at - from));
    }
    return words;
}

std::optional<int> year_in(std::string_view word)
{
    const auto year = number_in(word);
    return year && *year >= 2000 && *year < 2100 ? year : std::nullopt;
}

Finding query(std::string rule, std::string message) { return {{}, 0, {}, std::move(rule), Severity::warning, std::move(message)}; }

}  // namespace

std::string_view act_id(Act act) { return act == Act::full ? "full" : "changes"; }

Act act_of(std::string_view id) { return id == "full" ? Act::full : Act::changes; }

Date last_day_of(const Speaks& speaks, Date today)
{
    if (speaks.last_day) return *speaks.last_day;
    if (speaks.about && speaks.about->to && *speaks.about->to < today) return *speaks.about->to;
    return today;
}

std::string words_of(const Period& about)
{
    const auto month = Month::containing(about.from);
    if (about == whole(month)) return month.in_words();
    const auto year = about.from.year();
    for (const auto& term : terms) {
        if (term_of(term, year) == about) return fmt::format("{} term {}", term.words, year);
    }
    return about.from.in_words() + (about.to ? " to " + about.to->in_words() : std::string{});
}

std::vector<PeriodChoice> period_choices(Date today)
{
    std::vector<PeriodChoice> choices;
    constexpr std::size_t terms_offered = 3;
    for (int year = today.year(); choices.size() < terms_offered; --year) {
        for (auto at = terms.rbegin(); at != terms.rend() && choices.size() < terms_offered; ++at) {
            const auto period = term_of(*at, year);
            if (period && period->from <= today) choices.push_back({fmt::format("{}-{}", at->id, year), words_of(*period), *period});
        }
    }
    constexpr int months_offered = 12;
    auto month = Month::containing(today);
    for (int number = 0; number < months_offered; ++number) {
        choices.push_back({month.first_day().iso().substr(0, 7), month.in_words(), whole(month)});
        month = Month::containing(month.first_day().plus_days(-1));
    }
    return choices;
}

std::optional<Period> period_of(std::string_view id, Date today)
{
    for (const auto& choice : period_choices(today)) {
        if (choice.id == id) return choice.period;
    }
    const auto first = Date::parse_iso(std::string{id} + "-01");
    if (!first || id.size() != 7) return std::nullopt;
    return whole(Month::containing(*first));
}

std::optional<Period> period_named_in(std::string_view file_name)
{
    const auto words = words_in(file_name.substr(0, file_name.rfind('.')));
    const auto year_at = [&](std::size_t at) { return at < words.size() ? year_in(words[at]) : std::nullopt; };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto year = year_at(at);
        if (year && at + 1 < words.size() && words[at + 1].size() == 2) {
            const auto number = number_in(words[at + 1]);
            if (number && *number >= 1 && *number <= 12) return whole(*month_of(*year, static_cast<unsigned>(*number)));
        }
        const auto month = month_named(words[at]);
        if (!month) continue;
        const auto before = at > 0 ? year_at(at - 1) : std::nullopt;
        const auto beside = year_at(at + 1) ? year_at(at + 1) : before;
        if (beside) return whole(*month_of(*beside, *month));
    }
    return std::nullopt;
}

Findings judge_period(const Speaks& speaks, std::string_view file_name, std::optional<Date> newest_day, const Before& before)
{
    Findings findings;
    if (!speaks.about) return findings;
    const auto said = words_of(*speaks.about);
    const auto named = period_named_in(file_name);
    if (named && !named->overlaps(*speaks.about)) {
        findings.push_back(query("R-PERIOD-1", "The file's name speaks of " + words_of(*named) + ", and the return is said to be for " + said +
                                                   ". Check that it is the file you meant."));
    }
    if (newest_day && speaks.about->to && *newest_day > *speaks.about->to) {
        findings.push_back(query("R-PERIOD-2", "Rows of the file start as late as " + newest_day->in_words() + ", after " + said +
                                                   ", for which the return is said to be. Check the month or term."));
    }
    if (before.latest_about && before.latest_about->from > speaks.about->from) {
        findings.push_back(query("R-PERIOD-3", "A return for " + words_of(*before.latest_about) + " has been accepted already, and this one is for " + said +
                                                   ", which is earlier. Check that it does not bring back what has changed since."));
    }
    return findings;
}

bool is_more_than(std::int64_t ends, std::int64_t held, std::int64_t percent) { return ends > 0 && ends * 100 > held * percent; }

}  // namespace kith::returns
