// Rules of posts and of vacancies in them: one case each.
#include "workforce/post_rules.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

Date day(int year, int month, int on) { return Date::of(year, month, on).value(); }

const Date today = day(2026, 11, 22);

Post post_called(std::string reference)
{
    return {.id = PostId{1}, .reference = std::move(reference), .wanted = {.role_list = "roles", .role_code = "teacher"}};
}

Vacancy vacant(Date from, std::optional<Date> filled = {}, std::optional<Date> closed = {})
{
    return {.reference = "V1", .vacant_from = from, .filled_on = filled, .closed_on = closed};
}

std::string rules_in(const std::vector<VacancyFault>& faults)
{
    std::string rules;
    for (const auto& fault : faults) rules += std::string{fault.rule} + " " + std::string{fault.field} + "; ";
    return rules;
}

TEST(PostRules, APostHasAReferenceOfItsOwnARoleAndAnFteOfOnePlace)
{
    EXPECT_EQ(rules_in(faults_of(post_called("P1"), {}, {}, today)), "");
    EXPECT_EQ(rules_in(faults_of(Post{}, {}, {}, today)), "V-POST-1 post_reference; V-POST-10 role; ");
    EXPECT_EQ(rules_in(faults_of(post_called(std::string(61, 'x')), {}, {}, today)), "V-POST-2 post_reference; ");
    auto other = post_called("P1");
    EXPECT_EQ(rules_in(faults_of(post_called("P1"), {other}, {}, today)), "") << "itself";
    other.id = PostId{2};
    EXPECT_EQ(rules_in(faults_of(post_called("P1"), {other}, {}, today)), "V-POST-3 post_reference; ");
    auto large = post_called("P1");
    large.wanted.fte = Fte::thousandths(1500);
    EXPECT_EQ(rules_in(faults_of(large, {}, {}, today)), "V-POST-11 fte; ");
}

TEST(PostRules, APostClosesAfterItOpenedAndNotWhileItIsVacant)
{
    auto post = post_called("P1");
    post.opened_on = day(2020, 9, 1);
    post.closed_on = day(2020, 8, 31);
    EXPECT_EQ(rules_in(faults_of(post, {}, {}, today)), "V-POST-4 closed_on; ");
    post.closed_on = day(2026, 10, 31);
    const auto open = vacant(day(2026, 9, 1));
    EXPECT_EQ(rules_in(faults_of(post, {}, {open}, today)), "V-POST-5 closed_on; ");
    EXPECT_NE(faults_of(post, {}, {open}, today)[0].words.find("Vacancy V1 of this post is open"), std::string::npos);
    EXPECT_EQ(rules_in(faults_in_post(open, post, {}, today)), "V-POST-5 post_reference; ");
    EXPECT_EQ(rules_in(faults_of(post, {}, {vacant(day(2026, 9, 1), {}, day(2026, 10, 31))}, today)), "");
    post.closed_on = day(2027, 8, 31);
    EXPECT_EQ(rules_in(faults_of(post, {}, {open}, today)), "") << "there is time to fill it";
}

TEST(PostRules, AVacancyThatIsOpenAfterThePostsLastDayIsSaid)
{
    auto post = post_called("P1");
    const std::vector<Vacancy> vacancies{vacant(day(2026, 9, 1)), vacant(day(2026, 8, 1), day(2026, 9, 1))};
    EXPECT_EQ(rules_in(faults_left_open(post, vacancies, today)), "");
    post.closed_on = day(2026, 11, 23);
    EXPECT_EQ(rules_in(faults_left_open(post, vacancies, today)), "");
    post.closed_on = day(2026, 11, 21);
    const auto faults = faults_left_open(post, vacancies, today);
    EXPECT_EQ(rules_in(faults), "V-POST-12 post_closed_on; ");
    EXPECT_FALSE(faults.at(0).is_error);
    EXPECT_EQ(faults.at(0).words, "Vacancy V1 of this post is still open, and the post's last day was 21 November 2026. Say that the vacancy was filled, or is no longer wanted, or mend the post's last day");
}

TEST(PostRules, AVacancyLiesWithinThePostsDays)
{
    auto post = post_called("P1");
    post.opened_on = day(2020, 9, 1);
    post.closed_on = day(2026, 10, 31);
    const auto early = vacant(day(2020, 8, 31), day(2020, 10, 1));
    EXPECT_EQ(rules_in(faults_of(post, {}, {early}, today)), "V-POST-6 opened_on; ");
    EXPECT_EQ(rules_in(faults_in_post(early, post, {}, today)), "V-POST-6 vacant_from; ");
    const auto late = vacant(day(2026, 10, 1), day(2026, 11, 1));
    EXPECT_EQ(rules_in(faults_of(post, {}, {late}, today)), "V-POST-6 closed_on; ");
    EXPECT_EQ(rules_in(faults_in_post(late, post, {}, today)), "V-POST-6 filled_on; ");
    EXPECT_EQ(rules_in(faults_in_post(vacant(day(2026, 10, 1), {}, day(2026, 11, 2)), post, {}, today)), "V-POST-6 closed_on; ");
    EXPECT_EQ(rules_in(faults_in_post(vacant(day(2020, 9, 1), day(2026, 10, 31)), post, {}, today)), "");
}

TEST(PostRules, APostIsVacantOnceAtATime)
{
    const auto post = post_called("P1");
    const auto held = vacant(day(2026, 9, 1));
    auto next = vacant(day(2026, 10, 1));
    const auto faults = faults_in_post(next, post, {held}, today);
    EXPECT_EQ(rules_in(faults), "V-POST-7 post_reference; ");
    EXPECT_EQ(faults.at(0).words, "Vacancy V1 of this post is vacant from 1 September 2026 and is open. A post is vacant once at a time: change the days of one of them, or name another post");
    EXPECT_TRUE(run_at_once(held, next));
    EXPECT_FALSE(run_at_once(vacant(day(2026, 9, 1), day(2026, 10, 1)), next)) << "filled on the day that it falls vacant again";
    EXPECT_TRUE(run_at_once(vacant(day(2026, 9, 1), day(2026, 10, 2)), next));
    EXPECT_TRUE(run_at_once(next, vacant(day(2026, 9, 1), day(2026, 10, 2))));
    EXPECT_FALSE(run_at_once(next, vacant(day(2026, 9, 1), {}, day(2026, 10, 1))));
}

}  // namespace
}  // namespace kith::workforce
