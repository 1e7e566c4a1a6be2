#include "access/accounts.hpp"
#include "scorecards/reminder.hpp"
#include "scorecards/return_chase_register.hpp"
#include "scorecards/routes.hpp"
#include "scorecards/scorecard_views.hpp"
#include "kit/databases.hpp"
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/staff_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::scorecards {
namespace {
using access::Reach;
using access::Role;
using access::Scope;
using testing::HasSubstr;
using testing::Not;
using workforce::EngagementTerms;
using workforce::NewStaffRecord;

Date day(const char* iso) { return *Date::parse_iso(iso); }

std::shared_ptr<const packs::Packs> all_packs()
{
    static const auto packs = std::make_shared<const packs::Packs>(packs::built_in());
    return packs;
}

/// Someone with everything but a date of birth and a qualification; `ended` jobs count for nothing.
NewStaffRecord someone(std::string reference, std::optional<Date> ended = {})
{
    const EngagementTerms terms{.from_on = day("2024-01-08"), .role_list = "roles", .role_code = "teacher", .sector = "education", .breadth = "core", .contract = "permanent",
                                .fte = Fte::thousandths(1000)};
    return {.record = {.reference = std::move(reference), .given_name = workforce::PersonName{"Ana"}, .family_name = workforce::PersonName{"Reyes"}},
            .engagements = {{.engagement = {.reference = "1", .started_on = day("2024-01-08"), .ended_on = ended}, .terms = {terms}}}};
}

struct Place {
    partnership::Organisation acorns, brook;
};

Place add_places(db::Database& database, Instant now)
{
    db::Writer writer{database};
    db::ChangeSet changes{writer, now, {}, "places"};
    using partnership::Organisation;
    Place place{.acorns = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery", .expected_headcount = 4, .returns_every = "monthly"}, now).value(),
                .brook = add(changes, Organisation{.code = "brook", .name = "Brook", .sector = "education", .kind = "school", .returns_every = "none"}, now).value()};
    writer.commit();
    return place;
}

void add_staff(db::Database& database, Instant now, partnership::OrganisationId organisation, std::vector<NewStaffRecord> records)
{
    db::Writer writer{database};
    db::ChangeSet changes{writer, now, {}, "return"};
    apply(changes, workforce::Plan{.organisation = organisation, .new_records = std::move(records)}, now, {});
    writer.commit();
}

class ScorecardPages : public testing::Test {
protected:
    void SetUp() override { place_ = add_places(app_.database(), app_.now()); }
    std::string path() const { return scorecard_path(place_.acorns); }
    /// A data steward of Acorns who has come in, or has only been invited.
    access::AccountId add_steward(bool has_come_in = true)
    {
        const auto account = app_.sign_in(Role::data_steward, Scope::organisation(place_.acorns.id));
        if (!has_come_in) return account;
        db::Writer writer{app_.database()};
        access::set_password_hash(writer, account, "a hash", {}, app_.now());
        writer.commit();
        return account;
    }
    std::string overdue_words() { return kit::text_of(app_.get("/scorecards?returns=overdue").body); }

    std::shared_ptr<ScorecardFeed> feed_ = std::make_shared<ScorecardFeed>(all_packs());
    kit::TestApp app_{[this](web::Routes& routes) { add_routes(routes, {.scorecards = feed_}); }};
    Place place_;
};

}  // namespace

TEST_F(ScorecardPages, SayHowFarEachOrganisationCanBeReliedOn)
{
    add_staff(app_.database(), app_.now(), place_.acorns.id, {someone("A1"), someone("A2"), someone("A3"), someone("A4", day("2025-01-01"))});
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get("/scorecards");
    EXPECT_EQ(page.status, 200);
    const auto words = kit::text_of(page.body);
    EXPECT_THAT(words, HasSubstr("The records of 0 of 2 organisations can be relied on; 1 return is overdue."));
    EXPECT_THAT(words, HasSubstr("3 of 4"));
    EXPECT_THAT(words, HasSubstr("Report date of birth for 3 staff"));
    EXPECT_THAT(words, HasSubstr("No return expected"));
    EXPECT_LE(page.statements, 12);
}

TEST_F(ScorecardPages, ListOnlyThoseOfALight)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto words = kit::text_of(app_.get("/scorecards?light=grey").body);
    EXPECT_THAT(words, HasSubstr("Brook"));
    EXPECT_THAT(words, Not(HasSubstr("Acorns")));
    EXPECT_THAT(kit::text_of(app_.get("/scorecards?light=green").body), HasSubstr("No organisation stands there."));
}

TEST_F(ScorecardPages, ShowAStewardTheirOwnOrganisationOnly)
{
    app_.sign_in(Role::data_steward, Scope::organisation(place_.acorns.id));
    const auto list = kit::text_of(app_.get("/scorecards").body);
    EXPECT_THAT(list, HasSubstr("Acorns"));
    EXPECT_THAT(list, Not(HasSubstr("Brook")));
    EXPECT_EQ(app_.get(path()).status, 200);
    EXPECT_EQ(app_.get(scorecard_path(place_.brook)).status, 404);
    EXPECT_THAT(kit::text_of(app_.get("/scorecards.csv").body), Not(HasSubstr("Brook")));
    EXPECT_NE(app_.post(path() + "/ask", {}).status, 303);
}

TEST_F(ScorecardPages, AskTheStewardsOnceThatItIsDoneByWhom)
{
    const auto steward = add_steward();
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_THAT(app_.get(path()).body, HasSubstr("Ask its data stewards for the return"));
    EXPECT_EQ(app_.post(path() + "/ask", {}).status, 303);
    EXPECT_THAT(kit::text_of(app_.get(path()).body), HasSubstr("asked 1 person"));
    db::Reader reader{app_.database()};
    const auto messages = jobs::unread(reader, steward.value());
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages.front().message.title, "The staff return of Acorns is overdue");
    EXPECT_EQ(messages.front().message.link, path());
}

TEST_F(ScorecardPages, AskForEverythingOverdueOnceADay)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_THAT(overdue_words(), testing::AllOf(HasSubstr("Acorns"), Not(HasSubstr("Brook")), HasSubstr("No data steward to ask: Acorns. Invite one, or ring its contact"),
                                                Not(HasSubstr("Ask the data stewards"))));
    app_.post("/scorecards/ask", {});
    EXPECT_THAT(overdue_words(), Not(HasSubstr("Success")));
    add_steward();
    EXPECT_EQ(app_.post("/scorecards/ask", {}).status, 403);
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_THAT(overdue_words(), HasSubstr("Ask the data stewards of 1 organisation for the return"));
    app_.post("/scorecards/ask", {});
    EXPECT_THAT(overdue_words(), HasSubstr("The data stewards of 1 organisation were asked for their return"));
    EXPECT_THAT(overdue_words(), testing::AllOf(HasSubstr("asked today"), Not(HasSubstr("Ask the data stewards"))));
    app_.post("/scorecards/ask", {});
    EXPECT_THAT(overdue_words(), Not(HasSubstr("Success"))) << "asking nobody is no success";
}

TEST_F(ScorecardPages, AskNobodyWhoCannotBeTold)
{
    const auto steward = add_steward(false);
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get("/scorecards?returns=overdue");
    EXPECT_TRUE(page.shows("The data stewards of 1 organisation have not come in yet, so nothing reaches them: print their letters.")) << page.text();
    EXPECT_THAT(page.body, HasSubstr("href=\"/invitations\""));
    EXPECT_FALSE(page.shows("Ask the data stewards"));
    app_.post("/scorecards/ask", {});
    app_.post(path() + "/ask", {});
    EXPECT_TRUE(app_.get(path()).shows("Its data stewards have not come in yet"));
    db::Reader reader{app_.database()};
    EXPECT_TRUE(jobs::unread(reader, steward.value()).empty());
    EXPECT_TRUE(list_chases(reader, place_.acorns.id).empty());
    EXPECT_LE(page.statements, 14);
}

TEST_F(ScorecardPages, AskByMailThoseTooWhoHaveNotComeIn)
{
    add_steward(false);
    app_.house().settings.mails = true;
    app_.sign_in(Role::workforce_lead, Scope::area());
    app_.post("/scorecards/ask", {});
    EXPECT_THAT(overdue_words(), HasSubstr("The data stewards of 1 organisation were asked for their return"));
}

TEST_F(ScorecardPages, AskNobodyTwiceOnADayFromWhicheverPage)
{
    const auto steward = add_steward();
    app_.sign_in(Role::workforce_lead, Scope::area());
    app_.post(path() + "/ask", {});
    EXPECT_THAT(kit::text_of(app_.get(path()).body), HasSubstr("1 person was asked for the return"));
    EXPECT_THAT(kit::text_of(app_.get(path()).body), testing::AllOf(HasSubstr("It was asked today already"), Not(HasSubstr("Ask its data stewards"))));
    app_.post(path() + "/ask", {});
    app_.post("/scorecards/ask", {});
    db::Reader reader{app_.database()};
    EXPECT_EQ(list_chases(reader, place_.acorns.id).size(), 1U);
    EXPECT_EQ(jobs::unread(reader, steward.value()).size(), 1U);
}

TEST_F(ScorecardPages, ExpectNothingOfTheTimeBeforeAnOrganisationOpened)
{
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        const partnership::Organisation fresh{.code = "cedar", .name = "Cedar", .sector = "early_years", .kind = "nursery", .opened_on = app_.today().plus_days(-1), .returns_every = "monthly"};
        add(changes, fresh, app_.now()).value();
        writer.commit();
    }
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_THAT(kit::text_of(app_.get("/scorecards?returns=overdue").body), Not(HasSubstr("Cedar")));
    EXPECT_THAT(kit::text_of(app_.get("/scorecards").body), HasSubstr("1 return is overdue"));
}

TEST_F(ScorecardPages, OfferNobodyToAskAnOrganisationOfWhichNothingIsExpected)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_THAT(app_.get(scorecard_path(place_.brook)).body, Not(HasSubstr("Ask its data stewards")));
}

TEST_F(ScorecardPages, GiveTheirCountsAsAFile)
{
    add_staff(app_.database(), app_.now(), place_.acorns.id, {someone("A1")});
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto file = app_.get("/scorecards.csv").body;
    EXPECT_THAT(file, HasSubstr("on,organisation_code,organisation,light,expected_staff,staff_in_post"));
    EXPECT_THAT(file, HasSubstr("acorns,Acorns,red,4,1,Every month,Overdue"));
}

TEST(Reminders, GoOutOnceBeforeTheDayAndThenEverySoOften)
{
    const auto& limits = all_packs()->limits("scorecard");
    const Due soon{.punctuality = Punctuality::due, .by = day("2026-11-30"), .days_late = 0};
    EXPECT_FALSE(is_to_be_reminded(soon, {}, day("2026-11-22"), limits));
    EXPECT_TRUE(is_to_be_reminded(soon, {}, day("2026-11-23"), limits));
    EXPECT_TRUE(is_to_be_reminded(soon, day("2026-11-22"), day("2026-11-23"), limits));
    EXPECT_FALSE(is_to_be_reminded(soon, day("2026-11-23"), day("2026-11-24"), limits));
    const Due late{.punctuality = Punctuality::overdue, .by = day("2026-10-31"), .days_late = 20};
    EXPECT_TRUE(is_to_be_reminded(late, {}, day("2026-11-20"), limits));
    EXPECT_FALSE(is_to_be_reminded(late, day("2026-11-07"), day("2026-11-20"), limits));
    EXPECT_TRUE(is_to_be_reminded(late, day("2026-11-06"), day("2026-11-20"), limits));
    EXPECT_FALSE(is_to_be_reminded({.punctuality = Punctuality::handed_in, .by = day("2026-12-01"), .days_late = 0}, {}, day("2026-11-30"), limits));
    EXPECT_FALSE(is_to_be_reminded({}, {}, day("2026-11-30"), limits));
}

using ScorecardStores = kit::EachEngine;

TEST_P(ScorecardStores, CountWhatRecordsInPostReport)
{
    const auto now = Instant::parse("2026-11-20T10:00:00Z").value();
    const auto place = add_places(database(), now);
    auto known = someone("A1");
    known.record.birth_date = workforce::DateOfBirth{day("1980-05-17")};
    known.record.ethnicity = "white_british";
    known.facts = {{.kind = workforce::FactKind::qualification, .list = "qualifications", .code = "degree", .detail = "6"}, {.kind = workforce::FactKind::check, .list = "checks", .code = "identity", .detail = "clear"}};
    auto bare = someone("A2");
    bare.engagements[0].terms[0].fte.reset();
    bare.engagements[0].terms[0].hours = 1850;
    bare.engagements[0].terms[0].contract.clear();
    auto unnamed = someone("A3");
    unnamed.record.given_name = {};
    unnamed.record.family_name = {};
    add_staff(database(), now, place.acorns.id, {known, bare, unnamed, someone("A4", day("2026-11-19"))});
    db::Reader reader{database()};
    const auto counts = workforce::known_counts(reader, day("2026-11-20"));
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts.at(place.acorns.id), (workforce::KnownCounts{.in_post = 3, .name = 2, .birth_date = 1, .role = 3, .fte = 3, .contract = 2, .place = 0, .qualification = 1, .ethnicity = 1, .checks = 1, .training = 0}));
    EXPECT_EQ(workforce::known_counts(reader, day("2026-11-19")).at(place.acorns.id).in_post, 4);
}

TEST_P(ScorecardStores, RemindTheLateOnceInAFortnight)
{
    const auto now = Instant::parse("2026-11-20T10:00:00Z").value();
    const auto place = add_places(database(), now);
    ScorecardFeed feed{all_packs()};
    db::Writer writer{database()};
    EXPECT_EQ(remind_all(writer, feed, true, now.plus_seconds(-86400)), 0) << "nobody is there to be reminded, and nobody was asked";
    const auto steward = access::open_account(writer, {.email = "sky@example.org", .name = "Sky Lane"}, access::By{}, now).value();
    access::give_role(writer, steward, {.role = Role::data_steward, .scope = Scope::organisation(place.acorns.id)}, Period{now.date_in_london(), {}}, access::By{}, now).value();
    EXPECT_EQ(remind_all(writer, feed, true, now), 1);
    EXPECT_EQ(remind_all(writer, feed, true, now.plus_seconds(13 * 86400)), 0);
    EXPECT_EQ(remind_all(writer, feed, true, now.plus_seconds(14 * 86400)), 1);
    EXPECT_EQ(list_chases(writer, place.acorns.id).size(), 2U);
    EXPECT_EQ(list_chases(writer, place.acorns.id).front().told, 1);
}

KITH_ON_EACH_ENGINE(ScorecardStores);

}  // namespace kith::scorecards
