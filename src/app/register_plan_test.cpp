#include "app/register_plan.hpp"

#include "base/london.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::app {
namespace {

using tally::Column;

/// Rows of a made register: person, organisation, role, from and to as days from today.
class Made {
public:
    void row(std::int64_t person, std::string_view organisation, std::string_view role, int from, std::optional<int> to, int fte = 1000, std::string_view reason = "", int born = -40 * 365)
    {
        tally::Stretch stretch{.person = person, .record = person, .engagement = static_cast<std::int64_t>(rows_.size()), .from = today_.plus_days(from)};
        if (to) stretch.to = today_.plus_days(*to);
        for (const auto& [column, text] : {std::pair{Column::organisation, organisation}, std::pair{Column::role, role}, std::pair{Column::sector, std::string_view{"education"}}, std::pair{Column::reason, reason}}) stretch.codes[tally::place_of(column)] = dictionaries_[tally::place_of(column)].add(text);
        stretch.numbers.set(tally::Number::started, stretch.from.days_since_epoch()).set(tally::Number::born, today_.plus_days(born).days_since_epoch());
        if (fte > 0) stretch.numbers.set(tally::Number::fte, fte);
        rows_.push_back(stretch);
    }
    void last_changed(std::int64_t organisation, int days)
    {
        organisations_[access::OrganisationId{organisation}].last_at = in_london(today_.plus_days(days), 12);
    }
    void vacancy(std::string_view role, int from, std::optional<int> to, bool is_filled = true)
    {
        workforce::TalliedVacancy one{.role = std::string{role}, .sector = "education", .from = today_.plus_days(from), .is_filled = is_filled};
        if (to) one.to = today_.plus_days(*to);
        vacancies_.push_back(one);
    }
    Result<RegisterPlan> plan(const std::vector<std::string>& by = {"role"}) const
    {
        const auto packs = packs::Packs::load(packs::built_in_files());
        return plan_of_register({.table = tally::Table{rows_, dictionaries_}, .facts = {}, .vacancies = vacancies_, .organisations = organisations_, .role_lists = {}}, *packs, by, {.organisations = {{"1", "Oak School"}, {"2", "Oak School"}}}, today_);
    }
    const forecast::Group& group(const RegisterPlan& plan, std::string_view name) const { return *std::ranges::find(plan.plan.groups, name, &forecast::Group::name); }

private:
    Date today_ = Date::of(2026, 11, 23).value();
    std::vector<tally::Stretch> rows_;
    tally::Dictionaries dictionaries_;
    std::vector<workforce::TalliedVacancy> vacancies_;
    std::unordered_map<access::OrganisationId, workforce::OrganisationState> organisations_;
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
    made.row(9, "2", "teacher", -100, std::nullopt);
    EXPECT_EQ(made.plan({"organisation"}).value().plan.groups[1].name, "Oak School (2)") << "two of one name are told apart";
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
    EXPECT_EQ(teacher.change_hours.events, 1);
    EXPECT_EQ(plan.plan.groups[teacher.moves[0].to].name, "Teaching assistant");
    // The other group of the sector saw one leave in 1,699 days of its people: beside 60 person-years at 10 %.
    const auto seen = (400 + 500 + 600 + 199) / 365.25;
    EXPECT_NEAR(made.group(plan, "Teaching assistant").leave.usual, (0.10 * 60 + 1) / (60 + seen), 1e-9);
    EXPECT_NEAR(teacher.leave.usual, (0.10 * 60 + 0) / (60 + 290 / 365.25), 1e-9);
    Made cold;
    cold.row(1, "1", "teacher", -500, std::nullopt);
    EXPECT_EQ(cold.plan().value().plan.groups[0].leave.years, 0) << "one snapshot, nobody seen to leave: nothing of its own";
}

TEST(RegisterPlan, WatchesNobodyAfterAnOrganisationFellSilent)
{
    Made made;
    made.row(1, "1", "teacher", -2000, -1000);
    made.row(2, "1", "teacher", -2000, -400);
    made.row(3, "1", "teacher", -2000, std::nullopt);
    made.last_changed(1, -365);
    const auto& teacher = made.group(made.plan().value(), "Teacher");
    EXPECT_EQ(teacher.leave.events, 1);
    EXPECT_NEAR(teacher.leave.years * 365.25, (1000 - 400) + (1000 - 365), 1.5) << "who is still there was watched until the last change";
}

TEST(RegisterPlan, TellsRetiringFromLeavingAndASecondJobFromAMove)
{
    Made made;
    made.row(1, "1", "teacher", -2000, -1000);
    made.row(2, "1", "teacher", -2000, -400, 1000, "retired");
    made.row(3, "1", "teacher", -2000, -300, 1000, "", -62 * 365);          // no reason, and old enough
    made.row(4, "1", "teacher", -2000, -300, 1000, "resigned", -62 * 365);
    made.row(5, "1", "teacher", -2000, -300);
    made.row(5, "1", "teaching_assistant", -900, std::nullopt);              // another job, which goes on: the first was left
    made.row(6, "1", "teacher", -2000, -300, 1000, "transferred");
    const auto plan = made.plan().value();
    const auto& teacher = made.group(plan, "Teacher");
    EXPECT_EQ(teacher.leave.events, 2);
    EXPECT_TRUE(teacher.moves.empty());
    EXPECT_GT(teacher.retire[forecast::age_bands - 3], 0.12 * 50 / 53) << "60 to 65: one in about four person-years";
    EXPECT_GT(teacher.retire[3], 0) << "one retired at 39";
}

TEST(RegisterPlan, FillsWhatStandsOpenInTheTimeThatOthersTook)
{
    Made made;
    for (int person = 1; person <= 4; ++person) made.row(person, "1", "teacher", -500, std::nullopt, person == 4 ? 0 : 600, "", person * -9000);
    for (int number = 0; number < 30; ++number) made.vacancy("teacher", -400, -400 + 364);
    made.vacancy("teacher", -100, std::nullopt);
    made.vacancy("psychologist", -50, 20);
    made.vacancy("teacher", 10, std::nullopt);
    made.vacancy("teacher", -300, -200, false);
    const auto plan = made.plan().value();
    EXPECT_EQ(plan.vacancies_open, 2) << "one that falls vacant later is not open";
    EXPECT_EQ(std::ssize(plan.plan.open_posts), 2 + plan.not_reported);
    EXPECT_EQ(plan.plan.open_posts[0].fte, 0) << "no hours are given: as who comes";
    EXPECT_EQ(plan.vacancies_seen, 31);
    EXPECT_EQ(plan.without_hours, 1);
    EXPECT_EQ(plan.plan.workers[3].fte, 600);
    EXPECT_EQ(plan.plan.groups[0].people, 4);
    ASSERT_EQ(plan.plan.groups.size(), 2U) << "a role that nobody has is a group too";
    EXPECT_EQ(plan.plan.groups[plan.plan.open_posts[1].group].name, "psychologist");
    const auto& stages = made.group(plan, "Teacher").refill.stages;
    // All: thirty took a year, ten are taken to have taken four months; 101 days until one was given up, 100 and 50 that two have waited. The teachers' own are drawn towards that as ten.
    const auto all = (10 / 3.0 + (30 * 365 + 101 + 100 + 50) / 365.25) / 40;
    EXPECT_NEAR(stages[0] + stages[1] + stages[2], (all * 10 + (30 * 365 + 101 + 100) / 365.25) / 40, 1e-4);
    EXPECT_NEAR(plan.plan.groups[0].joining_ages.front(), (9000 * 1.09375 - 500) / 365.25, 0.1) << "of four the lowest thirty-second";
}

}  // namespace
}  // namespace kith::app
