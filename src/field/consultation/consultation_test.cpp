// Consultations: their rules, and through the real routes.
#include "consultation/consultation_register.hpp"
#include "consultation/routes.hpp"
#include "kit/test_app.hpp"
#include "strategy/plan_register.hpp"

#include <gtest/gtest.h>

namespace kith::consultation {
namespace {

using access::Role;
using access::Scope;

const Date today = Date::of(2026, 6, 1).value();

TEST(Consultation, IsOpenOnItsDaysUntilThePlanIsApproved)
{
    const Consultation one{.name = "What do you think?", .words = "Say it", .opens_on = today, .closes_on = today.plus_days(1)};
    EXPECT_TRUE(problems_of(one).empty());
    EXPECT_EQ(closed_because(one, strategy::PlanState::consultation, today), "");
    EXPECT_EQ(closed_because(one, strategy::PlanState::consultation, today.plus_days(1)), "") << "its last day is one of them";
    EXPECT_EQ(closed_because(one, strategy::PlanState::consultation, today.plus_days(2)), "It closed on 2 June 2026.");
    EXPECT_EQ(closed_because(one, strategy::PlanState::consultation, today.plus_days(-1)), "It opens on 1 June 2026.");
    EXPECT_NE(closed_because(one, strategy::PlanState::approved, today), "");
    EXPECT_EQ(closed_because(one, strategy::PlanState::draft, today), "The draft was taken back to be worked on.");
    auto wrong = one;
    wrong.audience = Audience::groups;
    wrong.closes_on = today.plus_days(-1);
    EXPECT_EQ(problems_of(wrong).size(), 2U) << "no group is named, and it ends before it begins";
}

class ConsultationPages : public testing::TestWithParam<db::Engine> {
protected:
    ConsultationPages()
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        plan_ = strategy::plans().keep(changes, {.name = "Our strategy", .vision = "One workforce", .state = strategy::PlanState::consultation}, app_.now());
        theme_ = strategy::plan_parts().keep(changes, {.plan = plan_.id, .kind = strategy::PartKind::theme, .title = "Skills", .words = "Staff feel prepared"}, app_.now()).public_id.text();
        writer.commit();
        lead();
    }
    void lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    std::string opened(const char* audience = "open", int from = 0, int until = 10)
    {
        web::Fields fields{{"name", "What do you think?"}, {"words", "Say it plainly"}, {"audience", audience}, {"groups", "Foster carers"}};
        for (const auto& [name, days] : {std::pair{"opens_on", from}, std::pair{"closes_on", until}}) {
            const auto date = app_.today().plus_days(days);
            fields.insert(fields.end(), {{std::string{name} + "-day", std::to_string(date.day())}, {std::string{name} + "-month", std::to_string(date.month())}, {std::string{name} + "-year", std::to_string(date.year())}});
        }
        return app_.post(plan_.href() + "/consultations", fields).location();
    }
    static std::string id(const std::string& path) { return path.substr(path.rfind('/') + 1); }
    web::Fields comment(std::string words = "More courses at weekends") const { return {{"about", theme_}, {"voice", "works"}, {"comment", std::move(words)}}; }

    strategy::Plan plan_;
    std::string theme_;
    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes); }, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(ConsultationPages);

TEST_P(ConsultationPages, TakeWhatAnyoneSaysAndTellWhatCameOfIt)
{
    EXPECT_TRUE(app_.get("/consultations").shows("Nothing is open for comments today."));
    const auto desk = opened();
    const auto out = "/consultations/" + id(desk);
    app_.cookies() = {};
    EXPECT_TRUE(app_.get("/consultations").shows("What do you think?"));
    EXPECT_TRUE(app_.get(out).shows("Staff feel prepared"));
    EXPECT_EQ(app_.post(out, {{"about", "the weather"}, {"voice", "king"}}).errors, (std::vector<std::string>{"Choose what part it is about", "Choose as whom you speak", "Enter your comment"}));
    const auto thanks = app_.post(out, comment());
    EXPECT_EQ(thanks.status, 200);
    EXPECT_TRUE(thanks.shows("Thank you"));
    EXPECT_FALSE(app_.get(out).shows("More courses at weekends")) << "what people write is not published";
    lead();
    EXPECT_TRUE(app_.get(desk).shows("More courses at weekends"));
    EXPECT_EQ(app_.post(desk + "/answers", {{"about", theme_}, {"said", "Courses at weekends"}, {"did", "Two a year"}}).status, 303);
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_TRUE(app_.get(desk).shows("1 comment"));
    EXPECT_FALSE(app_.get(desk).shows("More courses at weekends")) << "a board member sees counts";
    EXPECT_EQ(app_.post(desk + "/answers", {{"said", "x"}, {"did", "y"}}).status, 403);
    app_.cookies() = {};
    EXPECT_TRUE(app_.get(out).shows("Two a year"));
}

TEST_P(ConsultationPages, ForGroupsAreFoundByTheirKeyAlone)
{
    const auto desk = opened("groups");
    const auto link = app_.get(desk).between("href=\"" , "\"");
    db::Reader reader{app_.database()};
    const auto one = consultations().all(reader).at(0);
    ASSERT_GE(one.key.size(), 20U);
    app_.cookies() = {};
    EXPECT_EQ(app_.get("/consultations/" + id(desk)).status, 404);
    EXPECT_EQ(app_.get("/consultations/" + id(desk) + "/wrong").status, 404);
    EXPECT_EQ(app_.get(one.public_href()).status, 200);
    EXPECT_FALSE(app_.get("/consultations").shows("What do you think?"));
    EXPECT_EQ(app_.post(one.public_href(), comment()).status, 200);
}

TEST_P(ConsultationPages, TakeNothingOnceTheyAreClosedOrThePlanIsApproved)
{
    const auto desk = opened("open", -10, -1);
    const auto out = "/consultations/" + id(desk);
    EXPECT_TRUE(app_.get(out).shows("Comments are not taken now."));
    const auto running = opened();
    const auto page = app_.get("/consultations/" + id(running));
    EXPECT_TRUE(page.shows("Send it"));
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        auto plan = plan_;
        plan.state = strategy::PlanState::approved;
        strategy::plans().keep(changes, plan, app_.now());
        writer.commit();
    }
    EXPECT_TRUE(app_.get("/consultations/" + id(running)).shows("The plan is approved"));
    db::Reader reader{app_.database()};
    EXPECT_TRUE(comments_of(reader, consultations().all(reader).at(0).id).empty());
}

TEST_P(ConsultationPages, AreFindingsThatActionsMayAnswer)
{
    const auto desk = opened();
    app_.post(desk + "/answers", {{"about", theme_}, {"said", "Courses at weekends"}, {"did", "Two a year"}});
    db::Reader reader{app_.database()};
    const auto found = findings(reader);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.at(0).title, "People said: Courses at weekends");
    EXPECT_EQ(found.at(0).href, desk);
    EXPECT_EQ(found.at(0).reference.kind, "consultation.answer");
}

TEST_P(ConsultationPages, PutTheDraftInConsultationAndStayOncePeopleHaveSpoken)
{
    const auto unwanted = opened();
    {
        db::Reader reader{app_.database()};
        EXPECT_EQ(strategy::plans().find(reader, plan_.public_id)->state, strategy::PlanState::consultation);
    }
    EXPECT_EQ(app_.post(unwanted + "/away", {}).status, 303) << "nobody has said anything";
    const auto desk = opened();
    app_.post("/consultations/" + id(desk), comment());
    EXPECT_EQ(app_.post(desk + "/away", {}).status, 409);
    EXPECT_TRUE(app_.get(desk).shows("More courses at weekends"));
}

TEST_P(ConsultationPages, LoseNoCommentWithAPartAndShowNoDraftThatWasTakenBack)
{
    const auto desk = opened();
    const auto out = "/consultations/" + id(desk);
    app_.post(out, comment());
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        for (const auto& part : strategy::plan_parts().all(writer))
            if (part.public_id.text() == theme_) strategy::plan_parts().end(changes, part);
        writer.commit();
    }
    EXPECT_TRUE(app_.get(desk).shows("A part that is no longer in the plan"));
    EXPECT_TRUE(app_.get(desk).shows("More courses at weekends"));
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        auto plan = *strategy::plans().find(writer, plan_.public_id);
        plan.state = strategy::PlanState::draft;
        strategy::plans().keep(changes, plan, app_.now());
        writer.commit();
    }
    app_.cookies() = {};
    EXPECT_TRUE(app_.get(out).shows("The draft was taken back to be worked on."));
    EXPECT_FALSE(app_.get(out).shows("The draft Outcomes")) << app_.get(out).body;
    EXPECT_EQ(app_.post(out, {{"about", "whole"}, {"voice", "works"}, {"comment", "More"}}).status, 409);
}

TEST_P(ConsultationPages, LoseWordsThatNameSomebodyForGood)
{
    const auto desk = opened();
    app_.post("/consultations/" + id(desk), comment("Somebody of the nursery never rings back"));
    app_.post("/consultations/" + id(desk), comment());
    EXPECT_EQ(app_.post(desk + "/comments/99/out", {}).status, 404);
    const auto number = app_.get(desk).between("/comments/", "/out");
    EXPECT_EQ(app_.post(desk + "/comments/" + number + "/out", {}).status, 303);
    const auto page = app_.get(desk);
    EXPECT_FALSE(page.shows("never rings back"));
    EXPECT_TRUE(page.shows("Taken out on " + app_.today().in_words()));
    EXPECT_TRUE(page.shows("2 comments"));
    EXPECT_TRUE(page.shows("More courses at weekends"));
    db::Reader reader{app_.database()};
    EXPECT_TRUE(comments_of(reader, consultations().all(reader).at(0).id).at(0).words.empty());
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.post(desk + "/comments/" + number + "/out", {}).status, 403);
}

TEST_P(ConsultationPages, LoseTheirWordsOnceTheyAreLongOver)
{
    const auto desk = opened();
    app_.post("/consultations/" + id(desk), comment());
    const auto closes_on = [&] {
        db::Reader reader{app_.database()};
        return consultations().all(reader).at(0).closes_on;
    }();
    const auto take_out = [&](Date closed_before) {
        db::Writer writer{app_.database()};
        const auto gone = take_out_old(writer, closed_before, app_.today());
        writer.commit();
        return gone;
    };
    EXPECT_EQ(take_out(closes_on), 0) << "its last day is not before itself";
    EXPECT_TRUE(app_.get(desk).shows("More courses at weekends"));
    EXPECT_EQ(take_out(closes_on.plus_days(1)), 1);
    EXPECT_EQ(take_out(closes_on.plus_days(1)), 0) << "once";
    EXPECT_FALSE(app_.get(desk).shows("More courses at weekends"));
    EXPECT_TRUE(app_.get(desk).shows("1 comment"));
}

TEST_P(ConsultationPages, AreNotFlooded)
{
    const auto desk = opened();
    {
        db::Writer writer{app_.database()};
        const auto one = consultations().all(writer).at(0);
        for (std::int64_t number = 0; number < most_a_day; ++number) keep(writer, one.id, {.about = "whole", .voice = Voice::other, .words = "Again", .made_on = app_.today()});
        writer.commit();
    }
    app_.get("/consultations/" + id(desk));
    EXPECT_EQ(app_.post("/consultations/" + id(desk), comment()).status, 409);
}

}  // namespace
}  // namespace kith::consultation
