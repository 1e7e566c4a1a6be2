// Groups through the real routes: seats, meetings, papers assembled from a plan, options weighed, decided, followed up.
#include "governance/board_register.hpp"
#include "governance/paper.hpp"
#include "governance/routes.hpp"
#include "kit/test_app.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/recommendation_register.hpp"
#include "strategy/risk_register.hpp"

#include <gtest/gtest.h>

namespace kith::governance {
namespace {

using access::Role;
using access::Scope;

class BoardPages : public testing::TestWithParam<db::Engine> {
protected:
    BoardPages() { lead(); }
    void lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    std::int64_t member() { return app_.sign_in(Role::board_member, Scope::area()).value(); }
    web::Fields day(const std::string& name, int days) const
    {
        const auto date = app_.today().plus_days(days);
        return {{name + "-day", std::to_string(date.day())}, {name + "-month", std::to_string(date.month())}, {name + "-year", std::to_string(date.year())}};
    }
    static web::Fields with(web::Fields fields, const web::Fields& more)
    {
        fields.insert(fields.end(), more.begin(), more.end());
        return fields;
    }
    std::string board(web::Fields more = {}) { return app_.post("/boards", with({{"name", "Trust board"}}, more)).location(); }
    std::string meeting(const std::string& of, int days, const std::string& state = "planned") { return app_.post(of + "/meetings", with(day("held_on", days), {{"state", state}})).location(); }
    static std::string id(const std::string& path) { return path.substr(path.rfind('/') + 1); }

    /// A current plan with one theme, one late action that said something lately, and a risk that rose.
    std::string plan()
    {
        namespace s = strategy;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto plan = s::plans().keep(changes, {.name = "Our strategy", .state = s::PlanState::current}, app_.now());
        const auto theme = s::plan_parts().keep(changes, {.plan = plan.id, .kind = s::PartKind::theme, .title = "Skills"}, app_.now());
        const auto action = s::actions().keep(changes, {.plan = plan.id, .theme = theme.id, .title = "Train", .owner = "Head", .due_on = app_.today().plus_days(-2)}, app_.now());
        s::updates().keep(changes, {.action = action.id, .made_on = app_.today().plus_days(-5), .words = "Three courses held"}, app_.now());
        const auto risk = s::risks().keep(changes, {.plan = plan.id, .title = "Nobody comes", .current = s::Score{4, 4}, .review_on = app_.today().plus_days(-1)}, app_.now());
        s::recommendations().keep(changes, {.source = "A review", .title = "Train more", .stand = s::Stand::accepted}, app_.now());
        s::reviews().keep(changes, {.risk = risk.id, .made_on = app_.today().plus_days(-60), .likelihood = 2, .impact = 4}, app_.now());
        writer.commit();
        return theme.public_id.text();
    }

    Sources sources_{.money = [](db::Reader&, const strategy::Plan&, Date) { return std::vector<PaperLine>{{"£20,000 planned, and nobody pays", "/money"}}; }};
    kit::TestApp app_{[this](web::Routes& routes) {
                          add_routes(routes, sources_);
                          routes.get("/to-do", access::Permission::signed_in, [](web::Visit& visit) {
                              std::string words;
                              web::Home home;
                              add_home(home);
                              for (const auto& provider : home.providers())
                                  for (const auto& item : provider(visit)) words += item.title + ". " + item.words;
                              return visit.page({.title = "To do"}, ui::text(words));
                          });
                      }, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(BoardPages);

TEST_P(BoardPages, ReportToOneAnotherAndNeverInACircle)
{
    EXPECT_TRUE(app_.get("/boards").shows("No boards or groups yet"));
    const auto top = board();
    const auto below = app_.post("/boards", {{"name", "Workforce group"}, {"reports_to", id(top)}}).location();
    EXPECT_TRUE(app_.get("/boards").shows("2 boards and groups"));
    EXPECT_EQ(app_.post(top + "/change", {{"name", "Trust board"}, {"reports_to", id(below)}}).errors, (std::vector<std::string>{"It would report to itself by way of Trust board. Choose another group, or none"}));
    EXPECT_TRUE(app_.get(below).shows("Reports to"));
    EXPECT_EQ(app_.post(top + "/away", {}).status, 303);
    EXPECT_FALSE(app_.get(below).shows("Reports to")) << "it reports to nobody that is written down now";
    member();
    EXPECT_EQ(app_.get("/boards/new").status, 403);
    EXPECT_EQ(app_.post(below + "/away", {}).status, 403);
}

TEST_P(BoardPages, SaySeatsByKindAndThatNobodyFillsThem)
{
    const auto one = board();
    EXPECT_EQ(app_.post(one + "/seats", {{"number", "0"}}).errors, (std::vector<std::string>{"Enter a whole number from 1 to 50", "Enter the role"}));
    const auto chair = app_.post(one + "/seats", {{"role", "Director"}, {"kind", "chair"}, {"number", "1"}, {"filled", "vacant"}}).location();
    app_.post(one + "/seats", {{"role", "Union representative"}, {"kind", "receives_minutes"}, {"number", "2"}, {"filled", "filled"}});
    auto page = app_.get(one);
    EXPECT_TRUE(page.shows("3 seats: 1 chair, 2 for minutes only. 1 stands empty."));
    EXPECT_TRUE(page.shows("Nobody fills a seat of this group that decides."));
    app_.post(one + "/seats", {{"role", "Head of schools"}, {"kind", "member"}, {"number", "1"}, {"filled", "filled"}});
    EXPECT_FALSE(app_.get(one).shows("Nobody fills a seat"));
    EXPECT_EQ(chair, one);
}

TEST_P(BoardPages, AreGivenPapersFromWhatStandsAndKeepThem)
{
    const auto theme = plan();
    const auto one = board({{"plan", "Our strategy"}});
    const auto before = meeting(one, -30, "held"), coming = meeting(one, 5);
    const auto item = app_.post(coming + "/items", {{"title", "Who pays the trainers"}, {"wanted", "decision"}, {"about", theme}, {"place", "1"}}).location();
    for (const auto* title : {"Each partner", "The council"}) app_.post(item + "/options", {{"title", title}});
    auto page = app_.get(coming + "/papers");
    EXPECT_TRUE(page.shows("1 decision is wanted; 1 thing is late; 1 risk rose."));
    EXPECT_TRUE(page.shows("Train: Three courses held"));
    EXPECT_TRUE(page.shows("Who pays the trainers: a decision. Options: Each partner; The council")) << "the whole agenda, with what is weighed";
    EXPECT_TRUE(page.shows("£20,000 planned, and nobody pays"));
    EXPECT_TRUE(page.shows("Nobody comes: to be looked at since"));
    EXPECT_TRUE(page.shows("Train more (A review)"));
    EXPECT_TRUE(page.shows("Nobody comes: 4 x 4 = 16, high, from 2 x 4 = 8, medium"));
    EXPECT_EQ(app_.post(coming + "/papers", {}).status, 303);
    app_.post(coming + "/items", {{"title", "Another question"}, {"wanted", "decision"}, {"place", "2"}});
    page = app_.get(coming + "/papers");
    EXPECT_TRUE(page.shows("1 decision is wanted")) << "kept as they stood";
    EXPECT_TRUE(page.shows("Kept as it stood on"));
    EXPECT_EQ(app_.post(coming + "/papers/away", {}).status, 303);
    EXPECT_TRUE(app_.get(coming + "/papers").shows("2 decisions are wanted"));
    EXPECT_NE(before, coming);
    EXPECT_EQ(app_.get(item).status, 200);
}

TEST_P(BoardPages, WeighOptionsDecideAndFollowUp)
{
    const auto one = board();
    const auto coming = meeting(one, 0);
    const auto item = app_.post(coming + "/items", {{"title", "Who pays"}, {"wanted", "decision"}, {"words", "The grant ends"}, {"place", "1"}}).location();
    EXPECT_EQ(app_.post(item + "/options", {{"title", "The council"}, {"costs", "20,000 a year"}, {"risks", "No money next year"}}).status, 303);
    EXPECT_EQ(app_.post(item + "/options", {{"title", "Nobody"}}).status, 303);
    const auto account = member();
    EXPECT_TRUE(app_.get(item).shows("Record the decision"));
    EXPECT_EQ(app_.post(item + "/decision", {}).errors, (std::vector<std::string>{"Enter what was decided", "Enter the day it was decided"}));
    EXPECT_EQ(app_.post(item + "/decision", with(day("decided_on", 1), {{"decision", "The council pays"}})).errors, (std::vector<std::string>{"The day it was decided must be today or before"}));
    db::Reader reader{app_.database()};
    const auto options = decision_options().all(reader);
    EXPECT_EQ(app_.post(item + "/decision", with(day("decided_on", 0), {{"decision", "The council pays"}, {"chosen", options.front().public_id.text()}})).status, 303);
    EXPECT_TRUE(app_.get(item).shows("Chosen"));
    EXPECT_TRUE(app_.get(coming).shows("The council pays"));
    EXPECT_EQ(app_.post(item + "/decision", with(day("decided_on", 0), {{"decision", "Another"}})).status, 409) << "what was decided is not written over";
    lead();
    EXPECT_EQ(app_.get(item + "/options/new").status, 409) << "what was weighed stays";
    EXPECT_EQ(app_.post(item + "/follow-ups", with(day("due_on", -1), {{"title", "Write to the finance team"}, {"owner", "Head of workforce"}})).status, 303);
    EXPECT_TRUE(app_.get(one).shows("Write to the finance team"));
    EXPECT_TRUE(app_.get(one).shows("overdue"));
    EXPECT_TRUE(app_.get("/to-do").shows("1 thing left to do by Trust board is overdue. Write to the finance team"));
    EXPECT_EQ(app_.post(one + "/seats", {{"role", "Director"}, {"kind", "chair"}, {"number", "1"}, {"filled", "filled"}, {"account", std::to_string(account)}}).status, 303);
    const auto seat = app_.get(coming + "/attendance").between("name=\"seat-", "\"");
    EXPECT_EQ(app_.post(coming + "/attendance", {{"seat-" + seat, "came"}}).status, 303);
    EXPECT_TRUE(app_.get(coming).shows("1 of 1 seat that decides was there."));
    EXPECT_EQ(app_.post(coming + "/away", {}).status, 409) << "something was decided at it";
    EXPECT_EQ(app_.post(item + "/away", {}).status, 409);
    EXPECT_EQ(app_.get(item + "/change").status, 409);
    EXPECT_EQ(app_.post(coming + "/change", with(day("held_on", 0), {{"state", "cancelled"}})).errors.size(), 1U);
    EXPECT_EQ(app_.post(one + "/away", {}).status, 409) << "the group has met";
    const auto never = meeting(one, 20);
    const auto asked = app_.post(never + "/items", {{"title", "Another"}, {"wanted", "decision"}, {"place", "1"}}).location();
    EXPECT_EQ(app_.post(never + "/away", {}).status, 303);
    EXPECT_EQ(app_.get(asked).status, 404);
}

TEST_P(BoardPages, KeepADecisionThatIsTakenBackAndWhy)
{
    const auto one = board();
    const auto held = meeting(one, 0), coming = meeting(one, 5);
    const auto item = app_.post(held + "/items", {{"title", "Who pays"}, {"wanted", "decision"}, {"place", "1"}}).location(), later = app_.post(coming + "/items", {{"title", "And then"}, {"wanted", "decision"}, {"place", "1"}}).location();
    EXPECT_EQ(app_.get(item + "/decision/away").status, 409) << "nothing is decided yet";
    EXPECT_EQ(app_.post(later + "/decision", with(day("decided_on", 0), {{"decision", "Yes"}})).errors.size(), 1U) << "before its meeting nothing is decided";
    EXPECT_FALSE(app_.get(later).shows("Record it"));
    EXPECT_EQ(app_.post(item + "/decision", with(day("decided_on", 0), {{"decision", "The council pays."}})).status, 303) << "by those who write the minutes";
    EXPECT_TRUE(app_.get(item).shows("A decision was wanted."));
    EXPECT_EQ(app_.post(item + "/decision/away", {}).errors, (std::vector<std::string>{"Enter why it is taken back"}));
    EXPECT_EQ(app_.post(item + "/decision/away", {{"why", "The vote was not valid."}}).status, 303);
    EXPECT_TRUE(app_.get(item).shows("The council pays. Taken back on " + app_.today().in_words() + ": The vote was not valid."));
    EXPECT_TRUE(app_.get(item).shows("A decision is wanted."));
    app_.post(item + "/decision", with(day("decided_on", 0), {{"decision", "Each pays its own."}}));
    app_.post(item + "/follow-ups", with(with(day("due_on", 0), day("done_on", 0)), {{"title", "Write to all"}, {"owner", "Head"}}));
    EXPECT_EQ(app_.post(item + "/decision/away", {{"why", "No"}}).status, 409) << "something was done after it";
    EXPECT_FALSE(app_.get(item).shows("Take the decision back"));
    app_.sign_in(Role::manager, Scope::organisation(access::OrganisationId{7}));
    EXPECT_NE(app_.post(item + "/decision/away", {{"why", "No"}}).status, 303);
}

TEST_P(BoardPages, SayOfAMeetingToComeOnlyWhoSentApologies)
{
    const auto one = board();
    app_.post(one + "/seats", {{"role", "Director"}, {"kind", "chair"}, {"number", "1"}, {"filled", "filled"}});
    const auto coming = meeting(one, 5);
    const auto page = app_.get(coming + "/attendance");
    EXPECT_FALSE(page.shows("A substitute came"));
    const auto seat = "seat-" + page.between("name=\"seat-", "\"");
    app_.post(coming + "/attendance", {{seat, "came"}});
    EXPECT_FALSE(app_.get(coming).shows("Who will be there")) << "nobody was there yet";
    app_.post(coming + "/attendance", {{seat, "apologies"}});
    EXPECT_TRUE(app_.get(coming).shows("1 seat that decides sent apologies, of 1."));
}

TEST_P(BoardPages, TellThoseWhoSitThereThatPapersWait)
{
    const auto account = member();
    const auto as_member = app_.cookies();
    lead();
    const auto one = board();
    app_.post(one + "/seats", {{"role", "Director"}, {"kind", "chair"}, {"number", "1"}, {"filled", "filled"}, {"account", std::to_string(account)}});
    const auto coming = meeting(one, 10);
    meeting(one, 60);
    app_.post(coming + "/items", {{"title", "Who pays"}, {"wanted", "decision"}, {"place", "1"}});
    app_.cookies() = as_member;
    const auto page = app_.get("/to-do");
    EXPECT_TRUE(page.shows("Read the papers: Trust board."));
    EXPECT_TRUE(page.shows("1 decision is wanted."));
    EXPECT_FALSE(page.shows(app_.today().plus_days(60).in_words()));
}

}  // namespace
}  // namespace kith::governance
