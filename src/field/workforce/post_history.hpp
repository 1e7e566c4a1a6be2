#pragma once
// A post from day to day, as its vacancies tell it: when somebody was in it and when nobody was. Pure. Never says who: posts are held without people.
#include "workforce/vacancy.hpp"

#include <optional>
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
/// story until the next.
std::vector<PostSpell> spells_of(const Post& post, std::vector<Vacancy> vacancies);

/// Days on which it was vacant up to `today`, two vacancies at once counted once each.
int days_vacant_in_all(const std::vector<Vacancy>& vacancies, Date today);

/// "Vacant since 3 May 2026, 42 days", "Filled since 1 September 2025", "No vacancy reported", "Closed".
std::string standing_words(const Post& post, const std::vector<Vacancy>& vacancies, Date today);

}  // namespace kith::workforce
