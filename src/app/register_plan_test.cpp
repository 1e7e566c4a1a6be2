#include "app/register_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::app {
namespace {

using tally::Column;

/// Rows of a made register: person, organisation, role, from and to as days from today.
class Made {
public:
    void row(std::int64_t person, std::string_view organisation, std::string_view role, int from, std::optional<int> to, int fte = 1000)
    {
        tally::Stretch stretch{.person = person, .record = person, .engagement = static_cast<std::int64_t>(rows_.size()), .from = today_.plus_days(from)};
        if (to) stretch.to = today_.plus_days(*to);
        for (const auto& [column, text] : {std::pair{Column::organisation, organisation}, std::pair{Column::role, role}, std::pair{Column::sector, std::string_view{"education"}}}) stretch.codes[tally::place_of(column)] = dictionaries_[tally::place_of(column)].add(text);
        stretch.numbers.set(tally::Number::fte, fte).set(tally::Number::started, stretch.from.days_since_epoch()).set(tally::Number::born, today_.plus_days(-40 * 365).days_since_epoch());
        rows_.push_back(stretch);
    }
    Result<RegisterPlan> plan(const std::vector<std::string>& by = {"role"}) const
    {
        const auto packs = packs::Packs::load(packs::built_in_files());
        return plan_of_register(tally::Table{rows_, dictionaries_}, *packs, by, {{"1", "Oak School"}}, {}, today_);
    }
    const forecast::Group& group(const RegisterPlan& plan, std::string_view name) const { return *std::ranges::find(plan.plan.groups, name, &forecast::Group::name); }

private:
    Date today_ = Date::of(2026, 11, 23).value();
    std::vector<tally::Stretch> rows_;
    tally::Dictionaries dictionaries_;
};

TEST(RegisterPlan, TakesWhoIsAtWorkTodayWithWhatIsKnownOfThem)
{
    Made made;
    made.row(1, "1", "teacher", -1461, std::nullopt, 600);
    made.row(2, "1", "teacher", -100, 181);
    made.row(3, "1", "teacher", -900, -10);
    made.row(4, "1", "teacher", 30, std::nullopt);
    const auto plan = made.plan().value();
    ASSERT_EQ(plan.plan.workers.size(), 2U) << "who left and who has not begun are not at work";
    EXPECT_EQ(plan.plan.workers[0].fte, 600);
    EXPECT_NEAR(plan.plan.workers[0].service, 4, 0.01);
    EXPECT_NEAR(plan.plan.workers[0].age, 40, 0.1);
    EXPECT_NEAR(plan.plan.workers[1].until, 182 / 365.25, 0.001) << "an end that is known";
    EXPECT_EQ(plan.plan.workers[0].until, std::numeric_limits<float>::infinity());
    EXPECT_EQ(plan.plan.groups[0].name, "Teacher");
    EXPECT_DOUBLE_EQ(plan.plan.groups[0].leave.usual, 0.10);
    EXPECT_EQ(made.plan({"organisation"}).value().plan.groups[0].name, "Oak School");
    EXPECT_NE(made.plan({"shoe"}).error().message.find("not by \"shoe\""), std::string::npos);
}

TEST(RegisterPlan, CountsLeavingsAndMovesAfterTheFirstLeavingThatAnOrganisationReported)
{
    Made made;
    made.row(1, "1", "teacher", -2000, -800);  // how it is known that leavings are reported; counts for nothing more
    made.row(2, "1", "teacher", -2000, -400);
    made.row(3, "1", "teacher", -2000, -300);
    made.row(3, "1", "teaching_assistant", -290, std::nullopt);  // goes on in another role
    made.row(4, "1", "teacher", -2000, -200);
    made.row(4, "1", "teacher", -199, std::nullopt, 500);  // other hours: neither left nor moved
    made.row(5, "2", "teacher", -2000, std::nullopt);      // of an organisation that has reported no leaving: says nothing
    const auto plan = made.plan().value();
    const auto& teacher = made.group(plan, "Teacher");
    EXPECT_EQ(teacher.leave.events, 1);
    // From the day after: 400 + 500 + 600 + 199 days of the four, the last until yesterday.
    EXPECT_NEAR(teacher.leave.years * 365.25, 400 + 500 + 600 + 199, 1e-6);
    ASSERT_EQ(teacher.moves.size(), 1U);
    EXPECT_EQ(teacher.moves[0].rate.events, 1);
    EXPECT_EQ(plan.plan.groups[teacher.moves[0].to].name, "Teaching assistant");
    // The other group of the sector saw one leave in 1,699 days of its people: beside 60 person-years at 10 %.
    const auto seen = (400 + 500 + 600 + 199) / 365.25;
    EXPECT_NEAR(made.group(plan, "Teaching assistant").leave.usual, (0.10 * 60 + 1) / (60 + seen), 1e-9);
    EXPECT_NEAR(teacher.leave.usual, (0.10 * 60 + 0) / (60 + 290 / 365.25), 1e-9);
    Made cold;
    cold.row(1, "1", "teacher", -500, std::nullopt);
    EXPECT_EQ(cold.plan().value().plan.groups[0].leave.years, 0) << "one snapshot, nobody seen to leave: nothing of its own";
}

}  // namespace
}  // namespace kith::app
