// The life of a plan through the real routes: approved and taken back, closed and opened again, its versions, a draft that goes.
#include "kit/test_app.hpp"
#include "packs/packs.hpp"
#include "strategy/glossary_register.hpp"
#include "strategy/glossary_routes.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_register.hpp"
#include "strategy/routes.hpp"

#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

using access::Role;
using access::Scope;

class PlanLife : public testing::TestWithParam<db::Engine> {
protected:
    PlanLife()
    {
        lead();
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto plan = plans().keep(changes, {.name = "Our strategy"}, app_.now());
        action_ = actions().keep(changes, {.plan = plan.id, .title = "Train", .owner = "Head", .due_on = app_.today().plus_days(90)}, app_.now());
        updates().keep(changes, {.action = action_.id, .made_on = app_.today().plus_days(-70), .words = "Begun"}, app_.now());
        updates().keep(changes, {.action = action_.id, .made_on = app_.today().plus_days(-3), .words = "Half of them"}, app_.now());
        writer.commit();
        plan_ = plan.href();
    }
    void lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    void board() { app_.sign_in(Role::board_member, Scope::area()); }
    int move(const std::string& plan, const char* state) { return app_.post(plan + "/state", {{"state", state}}).status; }
    void make_current(const std::string& plan)
    {
        board();
        EXPECT_EQ(move(plan, "approved"), 303);
        lead();
        EXPECT_EQ(move(plan, "current"), 303);
    }
    PlanState state_of(const std::string& plan)
    {
        db::Reader reader{app_.database()};
        return plans().find(reader, PublicId::parse(plan.substr(plan.rfind('/') + 1)).value())->state;
    }

    std::vector<PlanId> carried_, gone_;
    bool may_go_ = true;
    web::References references_;
    Sources sources_{.references = references_, .findings = [](web::Visit&) { return std::vector<Finding>{}; }, .live = [](web::Visit&) { return std::vector<LiveFigure>{}; },
                     .companions = {{.carry = [this](db::ChangeSet&, PlanId, const NextVersion& to, Instant) { carried_.push_back(to.plan.id); },
                                     .may_go = [this](db::Reader&, PlanId) { return may_go_ ? Result<void>{} : Result<void>{conflict("It stays")}; }, .take_away = [this](db::ChangeSet&, PlanId plan) { gone_.push_back(plan); }}}};
    kit::TestApp app_{[this](web::Routes& routes) { add_routes(routes, sources_); }, {.engine = GetParam()}};
    Action action_;
    std::string plan_;
};
KITH_ON_EACH_ENGINE(PlanLife);

TEST_P(PlanLife, AnApprovalIsTakenBackByThoseWhoGaveIt)
{
    EXPECT_EQ(move(plan_, "approved"), 404) << "approving is the board's";
    board();
    EXPECT_EQ(move(plan_, "approved"), 303);
    EXPECT_TRUE(app_.get(plan_).shows("Take the approval back"));
    lead();
    EXPECT_FALSE(app_.get(plan_).shows("Take the approval back"));
    EXPECT_EQ(move(plan_, "draft"), 404);
    board();
    EXPECT_EQ(move(plan_, "draft"), 303);
    EXPECT_EQ(move(plan_, "approved"), 303);
    lead();
    app_.post(plan_ + "/next", {});
    board();
    EXPECT_EQ(move(plan_, "draft"), 409) << "another version was begun from it";
}

TEST_P(PlanLife, WhatIsClosedIsNotWrittenToUntilItIsOpenedAgain)
{
    make_current(plan_);
    const auto action = action_.href({.public_id = PublicId::parse(plan_.substr(plan_.rfind('/') + 1)).value()});
    EXPECT_EQ(move(plan_, "closed"), 303);
    for (const auto& path : {action + "/update", plan_ + "/risks/new", action + "/milestones/new", action + "/hand-over"}) EXPECT_EQ(app_.get(path).status, 409) << path;
    EXPECT_FALSE(app_.get(action).shows("Say how it goes"));
    EXPECT_FALSE(app_.get(plan_ + "/risks").shows("Add a risk"));
    EXPECT_TRUE(app_.get(plan_).shows("Open it again"));
    EXPECT_EQ(move(plan_, "current"), 303);
    EXPECT_EQ(app_.get(action + "/update").status, 200);
}

TEST_P(PlanLife, OneVersionIsCurrentAndTheNextKnowsHowActionsGo)
{
    {
        db::Reader reader{app_.database()};
        const auto newest = whole_plan(reader, plans().all(reader).at(0), Heard::newest).updates;
        ASSERT_EQ(newest.at(action_.id).size(), 1U) << "pages that show how actions stand read no more than that";
        EXPECT_EQ(newest.at(action_.id).front().words, "Half of them");
    }
    make_current(plan_);
    const auto next = app_.post(plan_ + "/next", {}).location();
    ASSERT_EQ(carried_.size(), 1U) << "what other rooms hold comes along";
    EXPECT_TRUE(app_.get("/strategy").shows("1 current plan with 1 action")) << "a draft counts nothing twice";
    {
        db::Reader reader{app_.database()};
        const auto whole = whole_plan(reader, *plans().with_id(reader, carried_.front()));
        ASSERT_EQ(whole.updates.size(), 1U);
        EXPECT_EQ(whole.updates.begin()->second.size(), 1U);
        EXPECT_EQ(whole.updates.begin()->second.front().words, "Half of them") << "the newest word";
    }
    make_current(next);
    EXPECT_EQ(state_of(plan_), PlanState::closed);
    EXPECT_EQ(move(plan_, "current"), 409) << "beside the next version";
    EXPECT_EQ(state_of(next), PlanState::current);
}

TEST_P(PlanLife, ADraftGoesWithAllOfItAndNothingElseDoes)
{
    app_.post(plan_ + "/risks", {{"title", "Nobody comes"}});
    may_go_ = false;
    EXPECT_EQ(app_.post(plan_ + "/away", {}).status, 409) << "another room keeps it";
    EXPECT_EQ(app_.get(plan_).status, 200);
    may_go_ = true;
    EXPECT_EQ(app_.post(plan_ + "/away", {}).location(), "/strategy");
    EXPECT_EQ(app_.get(plan_).status, 404);
    db::Reader reader{app_.database()};
    EXPECT_TRUE(actions().all(reader).empty());
    EXPECT_TRUE(updates().all(reader).empty());
    EXPECT_TRUE(risks().all(reader).empty());
    EXPECT_EQ(gone_.size(), 1U);
}

TEST_P(PlanLife, WhatIsApprovedDoesNotGo)
{
    board();
    move(plan_, "approved");
    lead();
    EXPECT_EQ(app_.post(plan_ + "/away", {}).status, 409);
    board();
    move(plan_, "draft");
    lead();
    EXPECT_EQ(app_.post(plan_ + "/away", {}).status, 409) << "it was approved once";
    EXPECT_EQ(app_.get(plan_).status, 200);
}

TEST_P(PlanLife, TheNextVersionKeepsNameRisksAndWhatAnswersThem)
{
    const auto risk = app_.post(plan_ + "/risks", {{"title", "Nobody comes"}, {"owner", "Head"}, {"current_likelihood", "2"}, {"current_impact", "3"}}).location();
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto held = risks().all(writer).at(0);
        answers().keep(changes, {.action = action_.id, .finding = reference_to(held).text(), .title = "Risk: Nobody comes", .since = app_.today()}, app_.now());
        writer.commit();
    }
    make_current(plan_);
    const auto next = app_.post(plan_ + "/next", {}).location();
    EXPECT_FALSE(app_.post(next + "/change", {{"kind", "strategy"}, {"name", "Another name"}}).errors.empty());
    db::Reader reader{app_.database()};
    const auto whole = whole_plan(reader, *plans().with_id(reader, carried_.front()));
    const auto copy = risks_of(reader, whole.plan.id).at(0);
    EXPECT_EQ(whole.answers.at(0).finding, reference_to(copy).text()) << "the copy of the risk, not the risk of the version before";
    EXPECT_EQ(std::ssize(reviews_of(reader, copy.id)), 1) << "with its score and the day of it";
}

TEST_P(PlanLife, TwoPeopleOnItsNameAndVisionAreMerged)
{
    const auto form = app_.get(plan_ + "/change");
    const web::Fields was{{"was-kind", "strategy"}, {"was-name", "Our strategy"}, {"was-vision", ""}};
    auto first = was, second = was;
    first.insert(first.end(), {{"kind", "strategy"}, {"name", "Our strategy"}, {"vision", "One workforce"}});
    second.insert(second.end(), {{"kind", "strategy"}, {"name", "Our new strategy"}, {"vision", ""}});
    EXPECT_EQ(app_.post(plan_ + "/change", first).status, 303);
    EXPECT_EQ(app_.post(plan_ + "/change", second).status, 303);
    EXPECT_TRUE(app_.get(plan_).shows("Our new strategy"));
    EXPECT_TRUE(app_.get(plan_).shows("One workforce")) << "what only the other changed stays";
    EXPECT_TRUE(form.shows("Change the plan"));
}

TEST_P(PlanLife, ItsPageEndsWithTheAbbreviationsThatStandOnIt)
{
    const auto packs = std::make_shared<const packs::Packs>(packs::built_in());
    app_.house().explain = [packs](web::Visit& visit, const ui::Html& content) { return terms_on_page(visit, *packs, content); };
    EXPECT_FALSE(app_.get(plan_).shows("What CAF means"));
    app_.post(plan_ + "/actions", {{"title", "Train leads for the CAF and the XYZ"}});
    const auto page = app_.get(plan_);
    EXPECT_TRUE(page.shows("What CAF means"));
    EXPECT_TRUE(page.shows("one assessment of a child that agencies share"));
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        own_terms().keep(changes, {.term = "XYZ", .words = "Something of ours"}, app_.now());
        writer.commit();
    }
    EXPECT_TRUE(app_.get(plan_).shows("What CAF, XYZ mean"));
    EXPECT_FALSE(app_.get(plan_ + "0/none").shows("mean")) << "a page that says what is wrong explains nothing else";
}

TEST_P(PlanLife, AScoreThatChangesStandsInTheHistory)
{
    const auto risk = app_.post(plan_ + "/risks", {{"title", "Nobody comes"}, {"current_likelihood", "2"}, {"current_impact", "3"}}).location();
    EXPECT_TRUE(app_.get(risk).shows("The score was given.")) << app_.get(risk).body;
    app_.post(risk + "/change", {{"title", "Nobody comes"}, {"current_likelihood", "4"}, {"current_impact", "3"}});
    EXPECT_TRUE(app_.get(risk).shows("The score was changed."));
    db::Reader reader{app_.database()};
    EXPECT_EQ(reviews().all(reader).size(), 2U);
}

}  // namespace
}  // namespace kith::strategy
