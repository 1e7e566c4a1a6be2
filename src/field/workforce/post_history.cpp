#include "workforce/post_history.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::workforce {

std::vector<PostSpell> spells_of(const Post& post, std::vector<Vacancy> vacancies)
{
    using Kind = PostSpell::Kind;
    std::ranges::stable_sort(vacancies, {}, &Vacancy::vacant_from);
    std::vector<PostSpell> spells;
    auto since = post.opened_on;
    bool is_held = true;
    for (const auto& vacancy : vacancies) {
        if (is_held && (!since || *since < vacancy.vacant_from)) spells.push_back({Kind::held, since, vacancy.vacant_from.plus_days(-1), {}});
        std::optional<Date> last;
        if (vacancy.filled_on) last = vacancy.filled_on->plus_days(-1);
        else if (vacancy.closed_on) last = vacancy.closed_on;
        spells.push_back({Kind::vacant, vacancy.vacant_from, last, vacancy});
        is_held = vacancy.filled_on.has_value();
        since = vacancy.filled_on;
    }
    if (is_held) spells.push_back({Kind::held, since, post.closed_on, {}});
    return spells;
}

int days_vacant_in_all(const std::vector<Vacancy>& vacancies, Date today)
{
    int days = 0;
    for (const auto& vacancy : vacancies)
        if (vacancy.vacant_from <= today) days += days_vacant(vacancy, today);
    return days;
}

std::string standing_words(const Post& post, const std::vector<Vacancy>& vacancies, Date today)
{
    if (post.closed_on && *post.closed_on < today) return "Closed on " + post.closed_on->in_words();
    if (vacancies.empty()) return "No vacancy reported";
    for (const auto& vacancy : vacancies) {
        if (is_vacant_on(vacancy, today)) return "Vacant since " + vacancy.vacant_from.in_words() + ", " + counted(days_vacant(vacancy, today), "day");
    }
    const auto& last = *std::ranges::max_element(vacancies, {}, &Vacancy::vacant_from);
    if (today < last.vacant_from) return "Falls vacant on " + last.vacant_from.in_words();
    if (last.filled_on) return "Filled since " + last.filled_on->in_words();
    return last.closed_on ? "Not wanted since " + last.closed_on->in_words() : "Vacant";
}

}  // namespace kith::workforce
