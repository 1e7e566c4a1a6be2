#include "workforce/post_rules.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::workforce {
namespace {

/// The first day on which it is not vacant any more.
std::optional<Date> end_of(const Vacancy& vacancy)
{
    const auto end = vacancy.filled_on ? vacancy.filled_on : vacancy.closed_on;
    return end ? std::optional{std::max(*end, vacancy.vacant_from)} : std::nullopt;
}

bool is_open(const Vacancy& vacancy) { return !vacancy.filled_on && !vacancy.closed_on; }

/// The post had closed, and nobody said what became of the vacancy.
bool outlives(const Vacancy& vacancy, const Post& post, Date today)
{
    return is_open(vacancy) && post.closed_on && *post.closed_on <= today;
}

bool begins_early(const Vacancy& vacancy, const Post& post) { return post.opened_on && vacancy.vacant_from < *post.opened_on; }

bool goes_on_late(const Vacancy& vacancy, const Post& post)
{
    if (!post.closed_on) return false;
    const auto last = *post.closed_on;
    return last < vacancy.vacant_from || (vacancy.filled_on && last < *vacancy.filled_on) || (vacancy.closed_on && last.plus_days(1) < *vacancy.closed_on);
}

/// "Vacancy V1 of this post": references of vacancies name nobody.
std::string named(const Vacancy& vacancy) { return "Vacancy " + vacancy.reference + " of this post"; }

std::string days_of(const Vacancy& vacancy)
{
    auto words = " is vacant from " + vacancy.vacant_from.in_words();
    if (vacancy.filled_on) return words + " until it is filled on " + vacancy.filled_on->in_words();
    if (vacancy.closed_on) return words + " until it is no longer wanted on " + vacancy.closed_on->in_words();
    return words + " and is open";
}

class Faults {
public:
    void say(bool speaks, std::string_view rule, std::string_view field, std::string words)
    {
        if (speaks) found_.push_back({rule, field, true, std::move(words)});
    }
    /// The first of the vacancies that something is said of; more of them would say the same.
    template <class Speaks, class Words>
    void say_of_first(const std::vector<Vacancy>& vacancies, Speaks speaks, std::string_view rule, std::string_view field, Words words)
    {
        const auto found = std::ranges::find_if(vacancies, speaks);
        if (found != vacancies.end()) found_.push_back({rule, field, true, words(*found)});
    }
    std::vector<VacancyFault> take() && { return std::move(found_); }

private:
    std::vector<VacancyFault> found_;
};

}  // namespace

bool run_at_once(const Vacancy& one, const Vacancy& other)
{
    const auto begins_before_end = [](const Vacancy& a, const Vacancy& b) {
        const auto end = end_of(b);
        return !end || a.vacant_from < *end;
    };
    return begins_before_end(one, other) && begins_before_end(other, one);
}

std::vector<VacancyFault> faults_of_post_reference(std::string_view reference)
{
    Faults faults;
    faults.say(reference.empty(), "V-POST-1", "post_reference", "Enter a reference for the post: your own number or a short name");
    faults.say(length_in_characters(reference) > 60, "V-POST-2", "post_reference", "The reference of the post must be 60 characters or fewer");
    return std::move(faults).take();
}

std::vector<VacancyFault> faults_of(const Post& post, const std::vector<Post>& others, const std::vector<Vacancy>& vacancies, Date today)
{
    Faults faults;
    for (const auto& fault : faults_of_post_reference(post.reference)) faults.say(true, fault.rule, fault.field, fault.words);
    const bool is_taken = std::ranges::any_of(others, [&](const Post& other) { return other.id != post.id && other.reference == post.reference; });
    faults.say(is_taken, "V-POST-3", "post_reference", "Another post of this organisation has this reference. Enter one of its own, or change that post");
    faults.say(post.opened_on && post.closed_on && *post.closed_on < *post.opened_on, "V-POST-4", "closed_on", "The last day of the post must not be before the day it opened");
    faults.say_of_first(vacancies, [&](const Vacancy& one) { return outlives(one, post, today); }, "V-POST-5", "closed_on",
                        [](const Vacancy& one) { return named(one) + " is open. Say there that it was filled, or is no longer wanted, before you close the post"; });
    faults.say_of_first(vacancies, [&](const Vacancy& one) { return begins_early(one, post); }, "V-POST-6", "opened_on",
                        [](const Vacancy& one) { return named(one) + days_of(one) + ", before the post opened. Check both days"; });
    faults.say_of_first(vacancies, [&](const Vacancy& one) { return !outlives(one, post, today) && goes_on_late(one, post); }, "V-POST-6", "closed_on",
                        [](const Vacancy& one) { return named(one) + days_of(one) + ", after the post's last day. Check both days"; });
    faults.say(post.wanted.role_code.empty(), "V-POST-10", "role", "Enter the role of the post");
    faults.say(post.wanted.fte && (*post.wanted.fte <= Fte{} || *post.wanted.fte > Fte::thousandths(1000)), "V-POST-11", "fte",
               "Full-time equivalent must be more than 0 and no more than 1. Report two places as two posts");
    return std::move(faults).take();
}

std::vector<VacancyFault> faults_left_open(const Post& post, const std::vector<Vacancy>& vacancies, Date today)
{
    std::vector<VacancyFault> faults;
    for (const auto& one : vacancies) {
        if (!outlives(one, post, today)) continue;
        faults.push_back({"V-POST-12", "post_closed_on", false,
                          named(one) + " is still open, and the post's last day was " + post.closed_on->in_words() +
                              ". Say that the vacancy was filled, or is no longer wanted, or mend the post's last day"});
    }
    return faults;
}

std::vector<VacancyFault> faults_in_post(const Vacancy& vacancy, const Post& post, const std::vector<Vacancy>& others, Date today)
{
    Faults faults;
    faults.say(outlives(vacancy, post, today), "V-POST-5", "post_reference",
               "This post closed. Say that the vacancy was filled, or is no longer wanted, or mend the post's last day");
    faults.say(begins_early(vacancy, post), "V-POST-6", "vacant_from", "The vacancy begins before its post opened. Check its day and the post's");
    faults.say(!outlives(vacancy, post, today) && goes_on_late(vacancy, post), "V-POST-6", vacancy.filled_on ? "filled_on" : vacancy.closed_on ? "closed_on" : "vacant_from",
               "The vacancy goes on after its post's last day. Check its days and the post's");
    faults.say_of_first(others, [&](const Vacancy& other) { return run_at_once(vacancy, other); }, "V-POST-7", "post_reference",
                        [](const Vacancy& other) { return named(other) + days_of(other) + ". A post is vacant once at a time: change the days of one of them, or name another post"; });
    return std::move(faults).take();
}

}  // namespace kith::workforce
