#include "strategy/reminder.hpp"

#include "kit/test_app.hpp"
#include "strategy/action_chase_register.hpp"
#include "strategy/routes.hpp"

#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

const Date today = Date::of(2026, 6, 1).value();
Action due_in(int days) { return {.id = ActionId{1}, .title = "Train", .account = access::AccountId{5}, .starts_on = today.plus_days(-10), .due_on = today.plus_days(days)}; }
ActionFacts facts_of(const Action& action) { return {.action = action, .milestones = {}, .updates = {}, .behind = {}, .held_up_by = {}}; }
std::string because(const ActionFacts& facts)
{
    const auto wanted = wanted_of(facts, today);
    return wanted ? (wanted->is_late ? "late: " : "") + wanted->because : "";
}

TEST(Wanted, IsTheMostPressingOfWhatAnActionLacks)
{
    EXPECT_EQ(because(facts_of(due_in(8))), "");
    EXPECT_EQ(because(facts_of(due_in(7))), "Is due on 8 June 2026");
    EXPECT_EQ(because(facts_of(due_in(0))), "Is due on 1 June 2026");
    EXPECT_EQ(because(facts_of(due_in(-1))), "late: Was due on 31 May 2026");
    const auto open = due_in(40);
    auto facts = facts_of(open);
    facts.milestones = {{.title = "First course", .due_on = today.plus_days(-3)}};
    EXPECT_EQ(because(facts), "late: First course was due on 29 May 2026");
    facts.milestones.front().done_on = today;
    EXPECT_EQ(because(facts), "");
    auto quiet = due_in(40);
    quiet.starts_on = today.plus_days(-61);
    EXPECT_EQ(because(facts_of(quiet)), "Nothing was said of it for 60 days or more");
    auto done = due_in(-9);
    done.done_on = today;
    EXPECT_EQ(because(facts_of(done)), "");
    const auto past = due_in(-9);
    auto stopped = facts_of(past);
    stopped.updates = {{.made_on = today.plus_days(-30), .words = "No money", .says = ActionState::stopped, .reason = "The grant ended"}};
    EXPECT_EQ(because(stopped), "") << "what was stopped is asked for no more";
}

TEST(Wanted, IsAskedForOnceAFortnightAndNotSoonAfterAnUpdate)
{
    const auto late = due_in(-1);
    auto facts = facts_of(late);
    EXPECT_TRUE(is_to_be_asked(facts, {}, today));
    EXPECT_FALSE(is_to_be_asked(facts, today, today));
    EXPECT_FALSE(is_to_be_asked(facts, today.plus_days(-13), today));
    EXPECT_TRUE(is_to_be_asked(facts, today.plus_days(-14), today));
    facts.updates = {{.made_on = today.plus_days(-13), .words = "Soon"}};
    EXPECT_FALSE(is_to_be_asked(facts, today.plus_days(-20), today)) << "they have just said how it goes";
    facts.updates.front().made_on = today.plus_days(-14);
    EXPECT_TRUE(is_to_be_asked(facts, today.plus_days(-20), today));
}

TEST(Message, NamesTheFirstFewAndCountsTheRest)
{
    EXPECT_EQ(message_about({{"A1 Train", "Was due on 31 May 2026"}}).title, "1 action waits for a word from you");
    EXPECT_EQ(message_about({{"A1 Train", "Was due on 31 May 2026"}}).words, "A1 Train: was due on 31 May 2026. Say how it goes; a sentence or two is enough.");
    const auto many = message_about(std::vector<AskedFor>(8, {"A", "Is due on 8 June 2026"}));
    EXPECT_EQ(many.title, "8 actions wait for a word from you");
    EXPECT_NE(many.words.find("And 3 more."), std::string::npos);
}

class ActionChase : public testing::TestWithParam<db::Engine> {
protected:
    ActionChase()
    {
        owner_ = app_.sign_in(access::Role::manager, access::Scope::organisation(access::OrganisationId{7}));
        as_owner_ = app_.cookies();
        app_.sign_in(access::Role::workforce_lead, access::Scope::area());
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto current = plans().keep(changes, {.name = "Our strategy", .state = PlanState::current}, app_.now());
        const auto draft = plans().keep(changes, {.name = "The next one"}, app_.now());
        for (const auto* plan : {&current, &draft})
            for (int number = 0; number < 2; ++number)
                late_ = actions().keep(changes, {.plan = plan->id, .title = "Hold course " + std::to_string(number), .owner = "Head", .account = owner_, .due_on = app_.today().plus_days(-1)}, app_.now()).href(*plan);
        actions().keep(changes, {.plan = current.id, .title = "Nobody's", .owner = "Head", .due_on = app_.today().plus_days(-1)}, app_.now());
        current_ = actions().where(changes.writer(), "plan_id = $1", current.id).front().href(current);
        writer.commit();
    }
    std::int64_t round(int days_on)
    {
        db::Writer writer{app_.database()};
        const auto told = remind_owners(writer, app_.now().plus_seconds(days_on * 86'400L));
        writer.commit();
        return told;
    }
    std::vector<jobs::HeldMessage> inbox()
    {
        db::Reader reader{app_.database()};
        return jobs::unread(reader, owner_.value());
    }

    web::References references_;
    Sources sources_{.references = references_, .findings = [](web::Visit&) { return std::vector<Finding>{}; }, .live = [](web::Visit&) { return std::vector<LiveFigure>{}; }};
    kit::TestApp app_{[this](web::Routes& routes) { add_routes(routes, sources_); }, {.engine = GetParam()}};
    access::AccountId owner_{};
    std::map<std::string, std::string> as_owner_;
    std::string late_, current_;
};
KITH_ON_EACH_ENGINE(ActionChase);

TEST_P(ActionChase, TellsAPersonOfAllTheirsInCurrentPlansAtOnceAndRarely)
{
    EXPECT_EQ(round(0), 1);
    ASSERT_EQ(inbox().size(), 1U);
    EXPECT_EQ(inbox().front().message.title, "2 actions wait for a word from you") << "those of a draft wait for its approval";
    EXPECT_EQ(round(1), 0);
    EXPECT_EQ(round(13), 0);
    EXPECT_EQ(round(14), 1);
    EXPECT_EQ(inbox().size(), 2U);
}

TEST_P(ActionChase, IsDoneByHandOnceADayByThoseWhoWritePlans)
{
    EXPECT_TRUE(app_.get(current_).shows("Ask how it goes"));
    EXPECT_EQ(app_.post(current_ + "/ask", {}).status, 303);
    EXPECT_TRUE(app_.get(current_).shows("Asked how it goes, last on " + app_.today().in_words()));
    EXPECT_FALSE(app_.get(current_).shows("Ask how it goes Your"));
    app_.post(current_ + "/ask", {});
    EXPECT_EQ(inbox().size(), 1U) << "nobody is told twice a day";
    app_.post(late_ + "/ask", {});
    EXPECT_EQ(inbox().size(), 1U) << "a draft is carried out by nobody";
    app_.cookies() = as_owner_;
    EXPECT_EQ(app_.post(current_ + "/ask", {}).status, 403);
    const auto own = app_.get("/my-actions");
    EXPECT_TRUE(own.shows("2 actions wait for a word from you."));
    EXPECT_TRUE(own.shows("Hold course 0")) << own.body;
    EXPECT_FALSE(own.shows("Nobody's"));
}

TEST_P(ActionChase, IsHandedOverWhileThePlanStands)
{
    const auto other = app_.sign_in(access::Role::workforce_lead, access::Scope::area());
    EXPECT_TRUE(app_.get(current_ + "/hand-over").shows("Who says how it goes"));
    EXPECT_EQ(app_.post(current_ + "/hand-over", {{"account", "99999"}}).errors, (std::vector<std::string>{"Choose somebody from the list"}));
    EXPECT_EQ(app_.post(current_ + "/hand-over", {{"account", std::to_string(other.value())}}).status, 303);
    EXPECT_TRUE(app_.get("/my-actions").shows("Hold course 0"));
    app_.cookies() = as_owner_;
    EXPECT_TRUE(app_.get("/my-actions").shows("1 action waits for a word from you.")) << "the other one is theirs still";
    EXPECT_EQ(app_.post(current_ + "/hand-over", {{"account", "1"}}).status, 403);
}

TEST_P(ActionChase, ARemarkUndoesNeitherThatItIsDoneNorWhatWasSaidOfIt)
{
    app_.cookies() = as_owner_;
    EXPECT_EQ(app_.post(current_ + "/update", {{"update", "No money"}, {"says", "stopped"}, {"reason", "The grant ended"}}).status, 303);
    EXPECT_TRUE(app_.get(current_ + "/update").shows("The grant ended")) << "it holds until somebody leaves it to the facts";
    const auto day = app_.today().plus_days(-30);
    const web::Fields done{{"update", "It was held"}, {"says", "facts"}, {"done", "yes"}, {"done_on-day", std::to_string(day.day())}, {"done_on-month", std::to_string(day.month())}, {"done_on-year", std::to_string(day.year())}};
    EXPECT_EQ(app_.post(current_ + "/update", done).status, 303);
    EXPECT_TRUE(app_.get(current_).shows("Done on " + day.in_words()));
    const auto form = app_.get(current_ + "/update");
    EXPECT_NE(form.body.find("value=\"yes\" checked"), std::string::npos);
    EXPECT_TRUE(form.body.contains("value=\"" + std::to_string(day.year()) + "\""));
    auto early = done;
    early[2] = {"done", ""};
    early.erase(early.begin() + 2);
    EXPECT_EQ(app_.post(current_ + "/update", early).errors, (std::vector<std::string>{"Tick that it is done, or leave the day empty"}));
}

TEST_P(ActionChase, AnUpdateIsTakenBackByWhoeverMadeIt)
{
    app_.post(current_ + "/update", {{"update", "By the lead"}, {"says", "facts"}});
    const auto of_lead = app_.get(current_).between("/update/", "/away");
    app_.cookies() = as_owner_;
    EXPECT_EQ(app_.post(current_ + "/update/" + of_lead + "/away", {}).status, 404) << "it is somebody else's word";
    app_.post(current_ + "/update", {{"update", "Said in the wrong place"}, {"says", "facts"}});
    const auto own = app_.get(current_).between("/update/", "/away");
    EXPECT_NE(own, of_lead);
    EXPECT_EQ(app_.post(late_ + "/update/" + own + "/away", {}).status, 404) << "it is of another action";
    EXPECT_EQ(app_.post(current_ + "/update/" + own + "/away", {}).status, 303);
    EXPECT_FALSE(app_.get(current_).shows("Said in the wrong place"));
}

}  // namespace
}  // namespace kith::strategy
