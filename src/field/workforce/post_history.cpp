#include "workforce/post_history.hpp"

#include "base/text.hpp"
#include "workforce/post_rules.hpp"

#include <algorithm>

namespace kith::workforce {
namespace {

/// The day from which it is filled or no longer wanted.
std::optional<Date> end_of(const Vacancy& vacancy) { return vacancy.filled_on ? vacancy.filled_on : vacancy.closed_on; }

std::optional<Date> last_vacant_day(const Post& post, const Vacancy& vacancy)
{
    auto last = vacancy.filled_on ? std::optional{vacancy.filled_on->plus_days(-1)} : vacancy.closed_on;
    if (post.closed_on && vacancy.vacant_from <= *post.closed_on && (!last || *post.closed_on < *last)) last = post.closed_on;
    return last;
}

/// Whether somebody is in the post once the vacancies so far have ended, and from when.
struct Holding {
    bool is_held = true;
    std::optional<Date> since;  ///< none: since before anything was reported
    bool is_open = false;       ///< a vacancy so far has no end
    bool any = false;

    void see(const Vacancy& vacancy)
    {
        const auto end = end_of(vacancy);
        is_open = is_open || !end;
        if (end && (!any || !since || *since <= *end)) {
            is_held = vacancy.filled_on.has_value();
            since = end;
        }
        is_held = is_held && !is_open;
        any = true;
    }
};

}  // namespace

std::vector<PostSpell> spells_of(const Post& post, std::vector<Vacancy> vacancies)
{
    using Kind = PostSpell::Kind;
    std::ranges::stable_sort(vacancies, {}, &Vacancy::vacant_from);
    std::vector<PostSpell> spells;
    Holding holding{.since = post.opened_on};
    for (const auto& vacancy : vacancies) {
        if (holding.is_held && (!holding.since || *holding.since < vacancy.vacant_from)) spells.push_back({Kind::held, holding.since, vacancy.vacant_from.plus_days(-1), {}});
        spells.push_back({Kind::vacant, vacancy.vacant_from, last_vacant_day(post, vacancy), vacancy});
        holding.see(vacancy);
    }
    const bool goes_on = !post.closed_on || !holding.since || *holding.since <= *post.closed_on;
    if (holding.is_held && goes_on) spells.push_back({Kind::held, holding.since, post.closed_on, {}});
    return spells;
}

int days_vacant_in_all(const Post& post, std::vector<Vacancy> vacancies, Date today)
{
    std::ranges::stable_sort(vacancies, {}, &Vacancy::vacant_from);
    const auto until = post.closed_on ? std::min(today, post.closed_on->plus_days(1)) : today;
    int days = 0;
    std::optional<Date> counted_to;
    for (const auto& vacancy : vacancies) {
        const auto from = counted_to ? std::max(*counted_to, vacancy.vacant_from) : vacancy.vacant_from;
        const auto to = std::min(end_of(vacancy).value_or(until), until);
        if (to <= from) continue;
        days += to.days_since_epoch() - from.days_since_epoch();
        counted_to = to;
    }
    return days;
}

std::vector<std::string> at_once_in(std::vector<Vacancy> vacancies)
{
    std::ranges::stable_sort(vacancies, {}, &Vacancy::vacant_from);
    std::vector<std::string> references;
    for (const auto& one : vacancies) {
        if (std::ranges::any_of(vacancies, [&](const Vacancy& other) { return &other != &one && run_at_once(one, other); })) references.push_back(one.reference);
    }
    return references;
}

bool is_vacant_on(const Post& post, const std::vector<Vacancy>& vacancies, Date day)
{
    if ((post.closed_on && *post.closed_on < day) || (post.opened_on && day < *post.opened_on)) return false;
    return std::ranges::any_of(vacancies, [&](const Vacancy& vacancy) { return is_vacant_on(vacancy, day); });
}

std::string standing_words(const Post& post, const std::vector<Vacancy>& vacancies, Date today)
{
    if (post.closed_on && *post.closed_on < today) return "Closed on " + post.closed_on->in_words();
    if (post.opened_on && today < *post.opened_on) return "Opens on " + post.opened_on->in_words();
    if (vacancies.empty()) return "No vacancy reported";
    const Vacancy* vacant = nullptr;
    const Vacancy* to_come = nullptr;
    const Vacancy* ended = nullptr;
    const auto earlier = [](const Vacancy* one, const Vacancy& other) { return one == nullptr || other.vacant_from < one->vacant_from; };
    for (const auto& vacancy : vacancies) {
        if (is_vacant_on(vacancy, today)) vacant = earlier(vacant, vacancy) ? &vacancy : vacant;
        else if (today < vacancy.vacant_from) to_come = earlier(to_come, vacancy) ? &vacancy : to_come;
        else if (ended == nullptr || *end_of(*ended) <= *end_of(vacancy)) ended = &vacancy;
    }
    if (vacant != nullptr) return "Vacant since " + vacant->vacant_from.in_words() + ", " + counted(days_vacant(*vacant, today), "day");
    if (to_come != nullptr) return "Falls vacant on " + to_come->vacant_from.in_words();
    return (ended->filled_on ? "Filled since " : "Not wanted since ") + end_of(*ended)->in_words();
}

}  // namespace kith::workforce
