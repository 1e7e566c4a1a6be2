// Money through the real routes.
#include "kit/test_app.hpp"
#include "money/budget_register.hpp"
#include "money/routes.hpp"
#include "strategy/plan_register.hpp"

#include <gtest/gtest.h>

namespace kith::money {
namespace {

using access::Role;
using access::Scope;

class BudgetPages : public testing::TestWithParam<db::Engine> {
protected:
    BudgetPages()
    {
        app_.sign_in(Role::workforce_lead, Scope::area());
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        const auto plan = strategy::plans().keep(changes, {.name = "Our strategy", .state = strategy::PlanState::current}, app_.now());
        path_ = plan.href() + "/money";
        action_ = strategy::actions().keep(changes, {.plan = plan.id, .title = "Courses", .due_on = app_.today().plus_days(400)}, app_.now()).public_id.text();
        writer.commit();
    }
    std::string path_, action_;
    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes); }, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(BudgetPages);

TEST_P(BudgetPages, HoldWhatIsPlannedAndWhoPays)
{
    EXPECT_TRUE(app_.get(path_).shows("No money is written down yet."));
    const auto ends = app_.today().plus_days(100);
    EXPECT_EQ(app_.post(path_ + "/funds", {{"name", ""}, {"amount", "much"}}).errors, (std::vector<std::string>{"Enter an amount in pounds, such as 20,000 or 1250.50", "Enter the name"}));
    EXPECT_EQ(app_.post(path_ + "/funds", {{"name", "Graduate grant"}, {"kind", "grant"}, {"holder", "Voluntary sector council"}, {"amount", "£20,000"}, {"ends_on-day", std::to_string(ends.day())}, {"ends_on-month", std::to_string(ends.month())}, {"ends_on-year", std::to_string(ends.year())}}).status, 303);
    db::Reader reader{app_.database()};
    const auto fund = funds().all(reader).front();
    EXPECT_EQ(fund.amount, Pence{20'000'00});
    EXPECT_EQ(app_.post(path_ + "/lines", {{"heading", "Fees"}, {"year", "next"}}).errors, (std::vector<std::string>{"Enter a financial year, such as 2026/27"}));
    EXPECT_EQ(app_.post(path_ + "/lines", {{"heading", "Fees"}, {"year", year_words(year_of(app_.today()))}, {"fund", fund.public_id.text()}, {"action", action_}, {"planned", "20,000"}, {"spent", "1250.50"}}).status, 303);
    const auto page = app_.get(path_);
    EXPECT_TRUE(page.shows("£20,000 planned, £1,250.50 spent; expected to come to £20,000."));
    EXPECT_TRUE(page.shows("Graduate grant ends on " + ends.in_words() + ", before \"Courses\" is due on"));
    EXPECT_TRUE(page.shows("Voluntary sector council"));
    EXPECT_EQ(app_.post(path_ + "/funds/" + fund.public_id.text() + "/away", {}).status, 303);
    EXPECT_TRUE(app_.get(path_).shows("Nobody pays for Fees"));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app_.get(path_).status, 200);
    EXPECT_FALSE(app_.get(path_).shows("Add a line"));
    EXPECT_EQ(app_.post(path_ + "/lines", {{"heading", "Fees"}}).status, 403);
    app_.sign_in(Role::manager, Scope::organisation(access::OrganisationId{7}));
    EXPECT_NE(app_.get(path_).body.find("Fees"), std::string::npos) << "whoever may see plans sees their money";
}

TEST_P(BudgetPages, ComeAlongIntoTheNextVersionAndGoWithADraft)
{
    db::Writer writer{app_.database()};
    db::ChangeSet changes{writer, app_.now(), {}, "test"};
    const auto plan = strategy::plans().all(writer).at(0);
    const auto kept = strategy::actions().all(writer).at(0);
    const auto done = strategy::actions().keep(changes, {.plan = plan.id, .title = "Done", .done_on = app_.today()}, app_.now());
    const auto fund = funds().keep(changes, {.plan = plan.id, .name = "Grant"}, app_.now());
    budget_lines().keep(changes, {.plan = plan.id, .heading = "A", .fund = fund.id, .action = kept.id, .planned = Pence{100}, .spent = Pence{60}}, app_.now());
    budget_lines().keep(changes, {.plan = plan.id, .heading = "B", .action = done.id, .planned = Pence{50}}, app_.now());
    const auto next = strategy::next_version(changes, strategy::whole_plan(writer, plan), app_.now());
    carry(changes, plan.id, next, app_.now());
    EXPECT_EQ(sum_of(lines_of(writer, next.plan.id)), sum_of(lines_of(writer, plan.id)));
    const auto lines = lines_of(writer, next.plan.id);
    EXPECT_EQ(lines.at(0).action, next.actions.at(kept.id));
    EXPECT_EQ(lines.at(0).fund, funds_of(writer, next.plan.id).at(0).id) << "the copy of the fund, not the fund";
    EXPECT_FALSE(lines.at(1).action) << "what it was for was left behind";
    take_away_of(changes, next.plan.id);
    EXPECT_TRUE(lines_of(writer, next.plan.id).empty());
    EXPECT_EQ(std::ssize(lines_of(writer, plan.id)), 2);
    writer.commit();
}

}  // namespace
}  // namespace kith::money
