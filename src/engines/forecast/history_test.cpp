#include "forecast/history.hpp"

#include "forecast/run_rates.hpp"
#include "forecast/test_plans.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace kith::forecast {
namespace {

Plan groups(int number, Rate leave)
{
    Plan plan{.workers = {}, .groups = {}};
    for (int at = 0; at < number; ++at) plan.groups.push_back({.name = "g" + std::to_string(at), .leave = leave});
    return plan;
}

TEST(History, IsWhatWasSeenBesideWhatIsUsual)
{
    auto plan = groups(2, {.usual = 0.1, .usual_years = 60, .source = {}});
    const std::vector<Spell> spells{{.group = 0, .ending = Ending::left, .years = 2}, {.group = 0, .years = 3}, {.group = 0, .to = 1, .ending = Ending::moved, .years = 1}, {.group = 0, .ending = Ending::left, .years = 0}, {.group = 9, .ending = Ending::left, .years = 1}};
    learn_rates(plan, spells, std::vector<std::uint32_t>{0, 0});
    const auto& one = plan.groups[0];
    EXPECT_EQ(one.leave.events, 1) << "a spell of no length tells nothing";
    EXPECT_DOUBLE_EQ(one.leave.years, 6);
    ASSERT_EQ(one.moves.size(), 1U);
    EXPECT_DOUBLE_EQ(one.moves[0].rate.mean(), 1.0 / 6);
    EXPECT_DOUBLE_EQ(one.leave.usual, 0.1) << "what others of the pool saw, and its own not twice";
    EXPECT_DOUBLE_EQ(plan.groups[1].leave.usual, (6.0 + 1) / (60 + 6));
}

TEST(History, TakesRetiringOffWhatIsUsualAndLearnsItByAge)
{
    auto plan = groups(2, {.usual = 0.1, .usual_years = 60, .source = {}});
    for (auto& group : plan.groups) group.retire[9] = 0.3, group.retire[8] = 0.1;
    // Of the first group one in ten is 66; the second is all of that age.
    for (int at = 0; at < 20; ++at) plan.workers.push_back({.group = 0, .age = at % 10 == 0 ? 66.0F : 40.0F}), plan.workers.push_back({.group = 1, .age = 70});
    std::vector<Spell> spells;
    for (int at = 0; at < 50; ++at) spells.push_back({.group = 0, .ending = at < 10 ? Ending::retired : Ending::goes_on, .age = 67, .years = 1});
    learn_rates(plan, spells, std::vector<std::uint32_t>{0, 1});
    EXPECT_NEAR(plan.groups[1].retire[9], (0.3 * 50 + 10) / (50 + 50), 1e-6);
    EXPECT_DOUBLE_EQ(plan.groups[1].retire[8], 0.1);
    EXPECT_NEAR(plan.groups[0].leave.usual, 0.1 - 0.25 / 10, 1e-6);
    EXPECT_DOUBLE_EQ(plan.groups[1].leave.usual, 0.05) << "at least half";
}

/// Made history of known rates: who has been there for less than a year leaves 2.5 times as often, agency staff three times.
TEST(History, FindsTheFactorsThatItWasMadeWith)
{
    auto plan = groups(3, {.usual = 0.2, .usual_years = 30, .source = {}});
    constexpr std::array made_with{0.05, 0.1, 0.2};
    std::vector<Spell> spells;
    for (std::uint32_t person = 0; person < 6'000; ++person) {
        Draws draws{7, 0, person};
        Spell spell{.group = static_cast<std::uint16_t>(person % 3), .terms = draws.uniform() < 0.2 ? Terms::agency : Terms::lasting, .age = static_cast<float>(25 + 30 * draws.uniform()), .service = static_cast<float>(4 * draws.uniform())};
        const auto base = made_with.at(spell.group) * (spell.terms == Terms::agency ? 3 : 1);
        // Piecewise by hand: until a year of service at one rate, then at the other; watched for two years.
        const auto early = std::max(0.0, 1.0 - static_cast<double>(spell.service));
        const auto unit = draws.exponential(1);
        const auto until = unit < early * base * 2.5 ? unit / (base * 2.5) : early + (unit - early * base * 2.5) / base;
        spell.years = static_cast<float>(std::min(until, 2.0));
        spell.ending = until < 2 ? Ending::left : Ending::goes_on;
        spells.push_back(spell);
    }
    learn_rates(plan, spells, std::vector<std::uint32_t>{0, 1, 2});
    const auto& group = plan.groups[1];
    EXPECT_NEAR(group.by_service[0] / group.by_service[1], 2.5, 0.4);
    EXPECT_NEAR(group.by_service[2] / group.by_service[1], 1, 0.15);
    EXPECT_NEAR(group.by_terms[3] / group.by_terms[0], 3, 0.35);
    EXPECT_NEAR(group.by_age[4] / group.by_age[2], 1, 0.2);
    for (std::size_t at = 0; at < 3; ++at) {
        const auto& own = plan.groups[at];
        EXPECT_NEAR(own.leave.mean() * own.by_service[2] * own.by_terms[0] * own.by_age[3], made_with.at(at), 0.03) << at;
    }
}

TEST(History, LeavesFactorsAtOneWhereNothingWasSeen)
{
    auto plan = groups(1, {.usual = 0.2, .usual_years = 30, .source = {}});
    learn_rates(plan, {}, std::vector<std::uint32_t>{0});
    EXPECT_EQ(plan.groups[0].by_service, (std::array<double, service_bands>{1, 1, 1, 1}));
    EXPECT_EQ(plan.groups[0].by_terms, (std::array<double, terms_count>{1, 1, 1, 1, 1}));
    EXPECT_DOUBLE_EQ(plan.groups[0].leave.mean(), 0.2);
}

TEST(History, OfOneMonthSaysLittle)
{
    auto plan = groups(1, {.usual = 0.1, .usual_years = 60, .source = {}});
    std::vector<Spell> month(10, {.group = 0, .years = 1.0 / 12});
    month[0].ending = Ending::left;
    learn_rates(plan, month, std::vector<std::uint32_t>{0});
    EXPECT_NEAR(plan.groups[0].leave.mean(), 7 / (60 + 10.0 / 12), 1e-12) << "one of ten in a month would be seven in ten in a year";
    for (const auto factor : plan.groups[0].by_service) EXPECT_NEAR(factor, 1, 0.06);
}

TEST(History, WalksABirthdayAndAnAnniversaryToTheRightBand)
{
    auto plan = groups(1, {.usual = 0.1, .usual_years = 1, .source = {}});
    for (auto& rate : plan.groups[0].retire) rate = 0;
    // From 59.5 to 61 years of age: half a year below sixty, and a year in which they retire.
    learn_rates(plan, std::vector<Spell>{{.group = 0, .ending = Ending::retired, .age = 59.5F, .service = 0.25F, .years = 1.5F}}, std::vector<std::uint32_t>{0});
    EXPECT_EQ(plan.groups[0].retire[age_bands - 4], 0) << "55 to 60";
    EXPECT_NEAR(plan.groups[0].retire[age_bands - 3], 1.0 / 51, 1e-4) << "60 to 65";
    EXPECT_NEAR(plan.groups[0].leave.years, 1.5, 1e-4);
}

TEST(History, TakesHoursFromChangesWhereEnoughWereSeen)
{
    auto plan = groups(2, {.usual = 0.1, .usual_years = 60, .source = {}});
    for (auto& group : plan.groups) group.change_hours = {.usual = 0.05, .usual_years = 60, .source = {}};
    for (int at = 0; at < 30; ++at) plan.workers.push_back({.group = static_cast<std::uint16_t>(at % 2), .fte = static_cast<std::uint16_t>(at % 4 < 2 ? 1000 : 500)});
    std::vector<Spell> spells(25, {.group = 0, .ending = Ending::changed_hours, .fte_after = 600, .fte_began = 800, .years = 2});
    spells.push_back({.group = 1, .ending = Ending::changed_hours, .fte_after = 100, .years = 2});
    learn_rates(plan, spells, std::vector<std::uint32_t>{0, 1});
    EXPECT_NEAR(plan.groups[0].change_hours.mean(), (3 + 25) / 110.0, 1e-9);
    for (const auto hours : plan.groups[0].hours_after) EXPECT_EQ(hours, 600);
    for (const auto hours : plan.groups[0].hours) EXPECT_EQ(hours, 800) << "those who joined";
    double sum = 0;
    for (const auto hours : plan.groups[1].hours) sum += hours;
    EXPECT_NEAR(sum / static_cast<double>(plan.groups[1].hours.size()), 750, 20) << "one is no pattern: as those at work";
}

TEST(Refills, CountFilledAndStillOpenAndGivenUp)
{
    auto plan = groups(2, {});
    std::vector<Wait> waits(30, {.group = 0, .years = 0.5, .is_filled = true});
    waits.insert(waits.end(), 10, {.group = 0, .years = 1});
    waits.insert(waits.end(), 10, {.group = 1, .years = 0.5});
    learn_refills(plan, waits);
    const auto mean = [&](std::size_t at) { return plan.groups[at].refill.stages[0] + plan.groups[at].refill.stages[1] + plan.groups[at].refill.stages[2]; };
    const auto all = (10.0 / 3 + 15 + 10 + 5) / (10 + 30);
    EXPECT_NEAR(mean(0), (all * 10 + 25) / (10 + 30), 1e-9);
    EXPECT_NEAR(mean(1), (all * 10 + 5) / 10, 1e-9) << "nobody came in five years of waiting";
    EXPECT_EQ(plan.groups[0].refill.share, 1) << "posts that are given up are no trend";
    EXPECT_NEAR(plan.groups[0].refill.stages[2] / plan.groups[0].refill.stages[0], 2, 1e-9) << "the stages keep their proportions";
}

TEST(Refills, StandInBalanceWhereNobodyReportsThem)
{
    auto plan = plan_of(1'000, exactly(0.2), 60, 60);
    plan.groups[0].refill = {.share = 1, .stages = {0.1, 0.1, 0.3}};
    plan.groups[0].retire.fill(0.04);
    plan.open_posts.assign(20, {.group = 0});
    EXPECT_EQ(balance_open_posts(plan), 100) << "of 120 that are open in balance twenty were reported";
    const auto answer = simulate(plan).value();
    for (const std::size_t month : {6U, 24U, 60U}) EXPECT_NEAR(answer.groups[0].months[month].heads, 1'000, 10) << month;
    EXPECT_EQ(balance_open_posts(plan), 0);
    auto full = plan_of(10, exactly(0.1));
    full.open_posts.assign(30, {.group = 0});
    EXPECT_EQ(balance_open_posts(full), 0) << "more stand open than in balance: they will be filled";
}

/// People of a made partnership: those of their first year leave twice as often; whoever leaves is followed at once by somebody new.
Plan made_partnership(std::uint32_t number, double rate)
{
    auto plan = plan_of(0, exactly(rate), 24, 1);
    auto& group = plan.groups[0];
    group.by_service = {2, 1, 1, 1};
    group.refill = {.share = 1, .stages = {0.1, 0.1, 0.1}};
    group.posts_vary = 0.05;
    for (std::uint32_t person = 0; person < 120; ++person) {
        Draws draws{5, number, person, 90};
        plan.workers.push_back({.service = static_cast<float>(draws.exponential(0.2))});
    }
    return plan;
}

TEST(History, MakesBandsThatHoldAsTheySay)
{
    int within = 0;
    constexpr int partnerships = 400;
    for (std::uint32_t number = 0; number < partnerships; ++number) {
        Draws draws{11, number, 0, 91};
        const auto rate = gamma_of(draws, 0.16 * 60, 60);
        auto truth = made_partnership(number, rate);
        // Two years of history, of others who worked there.
        std::vector<Spell> spells;
        for (std::uint32_t person = 0; person < 120; ++person) {
            Draws own{6, number, person, 92};
            Spell spell{.service = static_cast<float>(own.exponential(0.2))};
            const auto early = std::max(0.0, 1.0 - static_cast<double>(spell.service)), unit = own.exponential(1);
            const auto until = unit < early * rate * 2 ? unit / (rate * 2) : early + (unit - early * rate * 2) / rate;
            spell.years = std::min(until, 2.0), spell.ending = until < 2 ? Ending::left : Ending::goes_on;
            spells.push_back(spell);
        }
        auto plan = truth;
        plan.groups[0].leave = {.usual = 0.18, .usual_years = 60, .source = {}};
        plan.groups[0].by_service.fill(1);
        plan.runs = 100, plan.seed = number + 1;
        learn_rates(plan, spells, std::vector<std::uint32_t>{0});
        plan.groups[0].hours = {1000};
        const auto said = end_of(simulate(plan).value());
        truth.seed = 100'000 + number;
        const auto came = end_of(simulate(truth).value()).median;
        within += said.low80 <= came && came <= said.high80 ? 1 : 0;
    }
    EXPECT_GT(within, partnerships * 74 / 100);
    EXPECT_LT(within, partnerships * 88 / 100);
}

}  // namespace
}  // namespace kith::forecast
