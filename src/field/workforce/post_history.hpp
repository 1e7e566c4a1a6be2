#pragma once
// A post from day to day, as its vacancies tell it: when somebody was in it and when nobody was. Pure. Never says who: posts are held without people.
#include "workforce/vacancy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::workforce {

/// A stretch of days.
struct PostSpell {
    enum class Kind : unsigned char {
        held,    ///< somebody is in it
        vacant,
    };
    Kind kind = Kind::held;
    std::optional<Date> from;  ///< none: since before anything was reported
    std::optional<Date> to;    ///< last day; none: it goes on
    std::optional<Vacancy> vacancy;
};

/// Its stretches, oldest first; `vacancies` are those of the post, in any order. A vacancy that was given up without being filled ends the post's
/// story until the next. Where two run at once, which the rules refuse and older data may hold, nobody is in it until both have ended.
std::vector<PostSpell> spells_of(const Post& post, std::vector<Vacancy> vacancies);

/// Days on which it was vacant up to `today`, or to its last day; a day on which two vacancies ran counts once.
int days_vacant_in_all(const Post& post, std::vector<Vacancy> vacancies, Date today);

/// References of vacancies that run at the same time as another, oldest first.
std::vector<std::string> at_once_in(std::vector<Vacancy> vacancies);

/// True where there is such a post on that day, and nobody is in it.
bool is_vacant_on(const Post& post, const std::vector<Vacancy>& vacancies, Date day);

/// "Vacant since 3 May 2026, 42 days", "Filled since 1 September 2025", "No vacancy reported", "Closed on 31 August 2026", "Opens on 1 April 2027".
std::string standing_words(const Post& post, const std::vector<Vacancy>& vacancies, Date today);

}  // namespace kith::workforce
