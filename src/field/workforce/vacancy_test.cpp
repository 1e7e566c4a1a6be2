// Vacancies: their rules, the register on both engines, and the pages.
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
#include "workforce/vacancy_register.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::workforce {
namespace {

using access::Role;
using access::Scope;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

const Date today = day(2026, 11, 22);

Vacancy wanted(std::string reference = "V1")
{
    return {.reference = std::move(reference), .wanted = {.role_list = "roles", .role_code = "nursery_nurse", .fte = Fte::thousandths(600)}, .vacant_from = day(2026, 9, 1)};
}

/// The rules that speak, errors with an exclamation mark.
std::string rules_of(const Vacancy& vacancy)
{
    std::string rules;
    for (const auto& fault : faults_of(vacancy, today)) rules += std::string{fault.rule} + (fault.is_error ? "! " : " ");
    return rules;
}

TEST(Vacancies, StandWhereTheirDaysSay)
{
    auto vacancy = wanted();
    EXPECT_EQ(state_on(vacancy, day(2026, 8, 31)), VacancyState::to_come);
    EXPECT_EQ(state_on(vacancy, today), VacancyState::open);
    EXPECT_TRUE(is_vacant_on(vacancy, today));
    EXPECT_EQ(days_vacant(vacancy, today), 82);
    vacancy.advertised_on = day(2026, 9, 10);
    EXPECT_EQ(state_on(vacancy, today), VacancyState::advertised);
    vacancy.offered_on = day(2026, 10, 1);
    EXPECT_EQ(state_on(vacancy, today), VacancyState::offered);
    EXPECT_TRUE(is_vacant_on(vacancy, today)) << "nobody does the work yet";
    vacancy.filled_on = day(2026, 11, 2);
    EXPECT_EQ(state_on(vacancy, today), VacancyState::filled);
    EXPECT_FALSE(is_vacant_on(vacancy, day(2026, 11, 2)));
    EXPECT_TRUE(is_vacant_on(vacancy, day(2026, 11, 1)));
    EXPECT_EQ(days_vacant(vacancy, today), 62);
    auto closed = wanted();
    closed.closed_on = day(2026, 10, 1);
    EXPECT_EQ(state_on(closed, today), VacancyState::closed);
    EXPECT_FALSE(is_vacant_on(closed, today));
}

TEST(Vacancies, AreHeldToTheirRules)
{
    EXPECT_EQ(rules_of(wanted()), "");
    EXPECT_EQ(rules_of(Vacancy{.vacant_from = today}), "V-REF-1! V-ROLE-1! V-FTE-2 ");
    auto vacancy = wanted(std::string(61, 'x'));
    EXPECT_EQ(rules_of(vacancy), "V-REF-2! ");
    vacancy = wanted();
    vacancy.wanted.fte = Fte::thousandths(1500);
    EXPECT_EQ(rules_of(vacancy), "V-FTE-1! ");
    vacancy = wanted();
    vacancy.advertised_on = day(2026, 10, 2);
    vacancy.offered_on = day(2026, 10, 1);
    vacancy.filled_on = day(2026, 9, 30);
    vacancy.closed_on = day(2026, 8, 1);
    EXPECT_EQ(rules_of(vacancy), "V-DATE-1! V-DATE-2! V-DATE-3! V-DATE-4 ");
    vacancy = wanted();
    vacancy.filled_on = day(2028, 1, 1);
    EXPECT_EQ(rules_of(vacancy), "V-DATE-5! ");
    vacancy = wanted();
    vacancy.vacant_from = day(2029, 1, 1);
    EXPECT_EQ(rules_of(vacancy), "V-DATE-6! ");
    vacancy.vacant_from = day(2020, 1, 1);
    EXPECT_EQ(rules_of(vacancy), "V-DATE-7 ");
    vacancy = wanted();
    vacancy.hard_to_fill = "pay";
    EXPECT_EQ(rules_of(vacancy), "V-HARD-1 ");
}

using VacancyRegister = kit::EachEngine;

TEST_P(VacancyRegister, AddsChangesAndMakesPostsThatAreNamed)
{
    db::Writer writer{database()};
    db::ChangeSet changes{writer, now(), {}, "vacancies"};
    const OrganisationId oak{1};
    auto applied = apply(changes, {.organisation = oak, .entries = {{wanted("V1"), "P7"}, {wanted("V2"), "P7"}, {wanted("V3"), ""}}}, now());
    EXPECT_EQ(applied.added, 3);
    EXPECT_EQ(applied.posts_added, 1);
    auto held = vacancies_of(writer, oak);
    ASSERT_EQ(held.size(), 3U);
    EXPECT_EQ(held[0].post, held[1].post);
    EXPECT_FALSE(held[2].post);
    EXPECT_EQ(free_reference(held), "V4");
    held[0].filled_on = day(2026, 10, 1);
    EXPECT_EQ(apply(changes, {.organisation = oak, .entries = {{held[0], "P7"}}}, now()).changed, 1);
    EXPECT_EQ(vacancies_of(writer, oak)[0].filled_on, day(2026, 10, 1));
    EXPECT_EQ(posts_of(writer, oak).size(), 1U);
    EXPECT_EQ(vacancies_within(writer, access::Reach::within({OrganisationId{2}})).size(), 0U);
    EXPECT_EQ(vacancies_within(writer, access::Reach::within({oak})).size(), 3U);
    writer.commit();
}

TEST_P(VacancyRegister, WritesPostsBeforeTheVacanciesThatNameThemAndTakesThemBack)
{
    db::Writer writer{database()};
    const OrganisationId oak{1};
    std::int64_t set = 0;
    {
        db::ChangeSet changes{writer, now(), {}, "a post and its vacancy"};
        const Post post{.reference = "P7", .wanted = wanted().wanted, .opened_on = day(2020, 9, 1)};
        const auto applied = apply(changes, {.organisation = oak, .entries = {{wanted("V1"), "P7"}}, .posts = {post}}, now());
        EXPECT_EQ(applied.posts_added, 1);
        set = changes.id();
    }
    auto held = posts_of(writer, oak);
    ASSERT_EQ(held.size(), 1U);
    EXPECT_EQ(held[0].opened_on, day(2020, 9, 1));
    EXPECT_EQ(vacancies_of(writer, oak).at(0).post, held[0].id);
    {
        db::ChangeSet changes{writer, now(), {}, "closed"};
        held[0].closed_on = day(2026, 10, 31);
        EXPECT_EQ(apply(changes, {.organisation = oak, .entries = {}, .posts = held}, now()).posts_changed, 1);
        set = changes.id();
    }
    EXPECT_EQ(posts_of(writer, oak).at(0).closed_on, day(2026, 10, 31));
    ASSERT_TRUE(db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "Not closed after all", .return_id = {}}));
    EXPECT_EQ(posts_of(writer, oak).at(0).closed_on, std::nullopt);
    writer.commit();
}

KITH_ON_EACH_ENGINE(VacancyRegister);

/// Two organisations, a setting of the first in a locality, one vacancy each.
class VacancyPages : public testing::Test {
protected:
    void SetUp() override
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, app_.now())->id;
        acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, app_.now()).value();
        brook_ = add(changes, Organisation{.code = "brook", .name = "Brook", .sector = "education", .kind = "school"}, app_.now()).value();
        const auto hall = add(changes, Setting{.organisation = acorns_.id, .code = "hall", .name = "Acorns at the Hall", .kind = "day_nursery", .locality = east_}, app_.now())->id;
        auto first = wanted();
        first.vacant_from = app_.today().plus_days(-30);
        first.wanted.setting = hall;
        apply(changes, {.organisation = acorns_.id, .entries = {{first, ""}}}, app_.now());
        auto second = first;
        second.wanted.setting.reset();
        apply(changes, {.organisation = brook_.id, .entries = {{second, ""}}}, app_.now());
        writer.commit();
    }
    web::Fields answers()
    {
        const auto now = app_.today();
        return {{"role", "teacher"}, {"fte", "0.5"}, {"setting", "hall"}, {"vacant_from-day", std::to_string(now.day())}, {"vacant_from-month", std::to_string(now.month())}, {"vacant_from-year", std::to_string(now.year())}};
    }

    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes, {}); }};
    LocalityId east_;
    partnership::Organisation acorns_, brook_;
};

TEST_F(VacancyPages, ListWhatIsVacantWithinReach)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    auto page = app_.get("/vacancies");
    EXPECT_TRUE(page.shows("2 vacancies today, 1.2 full-time equivalent."));
    EXPECT_LE(page.statements, 7);
    EXPECT_TRUE(app_.get("/vacancies?organisation=brook").shows("1 vacancy today"));
    EXPECT_TRUE(app_.get("/vacancies?role=teacher").shows("Nothing is vacant today."));
    EXPECT_TRUE(app_.get("/vacancies.csv").shows("Acorns,V1,Nursery nurse"));
    app_.sign_in(Role::locality_lead, Scope::locality(east_));
    page = app_.get("/vacancies");
    EXPECT_TRUE(page.shows("1 vacancy today"));
    EXPECT_TRUE(page.shows("Acorns at the Hall"));
    EXPECT_FALSE(page.shows("Add a vacancy"));
    app_.sign_in(Role::manager, Scope::organisation(brook_.id));
    EXPECT_FALSE(app_.get("/vacancies").shows("Acorns"));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.get("/vacancies").status, 403);
}

TEST_F(VacancyPages, AreAddedAndChangedByHand)
{
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    EXPECT_FALSE(app_.get("/vacancies/new").shows("Brook"));
    EXPECT_EQ(app_.post("/vacancies/new", {}).errors.size(), 2U);
    auto given = answers();
    given.emplace_back("post_reference", "P1");
    ASSERT_EQ(app_.post("/vacancies/new", given).location(), "/vacancies");
    const auto list = app_.get("/vacancies");
    EXPECT_TRUE(list.shows("2 vacancies today, 1.1 full-time equivalent."));
    db::Reader reader{app_.database()};
    const auto held = vacancies_of(reader, acorns_.id);
    ASSERT_EQ(held.size(), 2U);
    EXPECT_EQ(held[1].reference, "V2");
    const auto path = "/vacancies/" + held[1].public_id.text() + "/edit";
    EXPECT_EQ(app_.get(path).value("post_reference"), "P1");
    given = answers();
    given.emplace_back("vacancy_reference", "V1");
    EXPECT_EQ(app_.post(path, given).errors, std::vector<std::string>{"Another vacancy of this organisation has this reference"});
    given = answers();
    for (auto part : {"day", "month", "year"}) given.emplace_back(std::string{"filled_on-"} + part, answers()[part == std::string{"day"} ? 3 : part == std::string{"month"} ? 4 : 5].second);
    EXPECT_EQ(app_.post(path, given).location(), "/vacancies");
    EXPECT_TRUE(app_.get("/vacancies?state=filled").shows("Filled"));
    EXPECT_TRUE(app_.get("/vacancies").shows("1 vacancy today"));
    const auto of_brook = vacancies_of(reader, brook_.id)[0].public_id.text();
    EXPECT_EQ(app_.get("/vacancies/" + of_brook + "/edit").status, 404);
    EXPECT_EQ(app_.post("/vacancies/" + of_brook + "/edit", answers()).status, 404);
}

TEST_F(VacancyPages, AreRefusedWhereTheirPostIsVacantAlready)
{
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    auto given = answers();
    given.emplace_back("post_reference", "P1");
    ASSERT_EQ(app_.post("/vacancies/new", given).location(), "/vacancies");
    const auto refused = app_.post("/vacancies/new", given);
    ASSERT_EQ(refused.errors.size(), 1U);
    EXPECT_TRUE(refused.errors[0].starts_with("Vacancy V2 of this post is vacant from")) << refused.errors[0];
    db::Reader reader{app_.database()};
    EXPECT_EQ(vacancies_of(reader, acorns_.id).size(), 2U);
    const auto own = vacancies_of(reader, acorns_.id).at(1).public_id.text();
    EXPECT_EQ(app_.post("/vacancies/" + own + "/edit", given).location(), "/vacancies") << "it does not stand in its own way";
}

void add_day(web::Fields& fields, const std::string& name, Date on)
{
    fields.emplace_back(name + "-day", std::to_string(on.day()));
    fields.emplace_back(name + "-month", std::to_string(on.month()));
    fields.emplace_back(name + "-year", std::to_string(on.year()));
}

TEST_F(VacancyPages, PostsAreAddedAndChangedByHand)
{
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    EXPECT_TRUE(app_.get("/posts").shows("Add a post"));
    EXPECT_EQ(app_.post("/posts/new", {}).errors.size(), 2U);
    web::Fields given{{"post_reference", "P9"}, {"role", "teacher"}, {"fte", "0.5"}, {"setting", "hall"}};
    add_day(given, "opened_on", day(2020, 9, 1));
    ASSERT_EQ(app_.post("/posts/new", given).location(), "/posts");
    EXPECT_EQ(app_.post("/posts/new", given).errors, std::vector<std::string>{"Another post of this organisation has this reference. Enter one of its own, or change that post"});
    const auto posts_now = [&] {
        db::Reader reader{app_.database()};
        return posts_of(reader, acorns_.id);
    };
    auto posts = posts_now();
    ASSERT_EQ(posts.size(), 1U);
    EXPECT_EQ(posts[0].opened_on, day(2020, 9, 1));
    const auto path = "/posts/" + posts[0].public_id.text();
    EXPECT_TRUE(app_.get(path).shows("Change this post"));
    EXPECT_EQ(app_.get(path + "/edit").value("opened_on-year"), "2020");
    auto vacancy = answers();
    vacancy.emplace_back("post_reference", "P9");
    ASSERT_EQ(app_.post("/vacancies/new", vacancy).location(), "/vacancies");
    add_day(given, "closed_on", app_.today());
    EXPECT_EQ(app_.post(path + "/edit", given).errors, std::vector<std::string>{"Vacancy V2 of this post is open. Say there that it was filled, or is no longer wanted, before you close the post"});
    given.resize(given.size() - 3);
    add_day(given, "closed_on", app_.today().plus_days(300));
    ASSERT_EQ(app_.post(path + "/edit", given).location(), path);
    posts = posts_now();
    ASSERT_EQ(posts.size(), 1U) << "changed, not added";
    EXPECT_EQ(posts[0].closed_on, app_.today().plus_days(300));
    app_.sign_in(Role::data_steward, Scope::organisation(brook_.id));
    EXPECT_EQ(app_.get(path + "/edit").status, 404);
    EXPECT_EQ(app_.post(path + "/edit", given).status, 404);
    app_.sign_in(Role::manager, Scope::organisation(acorns_.id));
    EXPECT_FALSE(app_.get("/posts").shows("Add a post"));
    EXPECT_EQ(app_.get("/posts/new").status, 403);
}

TEST_F(VacancyPages, PostsHeldWithTwoVacanciesAtOnceSaySo)
{
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "as older programs took them"};
        auto one = wanted("V7"), two = wanted("V8");
        one.vacant_from = app_.today().plus_days(-83), two.vacant_from = app_.today().plus_days(-53), two.filled_on = app_.today().plus_days(-22);
        apply(changes, {.organisation = acorns_.id, .entries = {{one, "P1"}, {two, "P1"}}}, app_.now());
        writer.commit();
    }
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    db::Reader reader{app_.database()};
    const auto page = app_.get("/posts/" + posts_of(reader, acorns_.id).at(0).public_id.text());
    EXPECT_TRUE(page.shows("Vacancies V7, V8 of this post run at the same time")) << page.text();
    EXPECT_TRUE(page.shows("83 days"));
    EXPECT_FALSE(page.shows("Filled since"));
}

TEST_F(VacancyPages, PostsSayThatAVacancyIsOpenAfterTheirLastDay)
{
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    auto given = answers();
    given.emplace_back("post_reference", "P1");
    ASSERT_EQ(app_.post("/vacancies/new", given).location(), "/vacancies");
    {
        db::Writer writer{app_.database()};
        writer.run("UPDATE post SET closed_on = $1", app_.today().plus_days(-1));  // it lay ahead when it was entered, and time has passed
        writer.commit();
    }
    db::Reader reader{app_.database()};
    const auto path = "/posts/" + posts_of(reader, acorns_.id).at(0).public_id.text();
    EXPECT_TRUE(app_.get(path).shows("of this post is still open, and the post's last day was")) << app_.get(path).text();
}

TEST_F(VacancyPages, PostsShowWhenTheyWereVacantWithinReach)
{
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    EXPECT_TRUE(app_.get("/posts").shows("No post is held yet"));
    auto given = answers();
    given.emplace_back("post_reference", "P1");
    ASSERT_EQ(app_.post("/vacancies/new", given).location(), "/vacancies");
    const auto list = app_.get("/posts");
    EXPECT_TRUE(list.shows("1 post, 1 vacant today.")) << list.text();
    EXPECT_LE(list.statements, 9);
    db::Reader reader{app_.database()};
    const auto path = "/posts/" + posts_of(reader, acorns_.id).at(0).public_id.text();
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("Filled, as far as is known")) << page.text();
    EXPECT_TRUE(page.shows("Change vacancy V2"));
    EXPECT_LE(page.statements, 9);
    app_.sign_in(Role::data_steward, Scope::organisation(brook_.id));
    EXPECT_EQ(app_.get(path).status, 404);
    EXPECT_FALSE(app_.get("/posts").shows("P1"));
}

}  // namespace
}  // namespace kith::workforce
