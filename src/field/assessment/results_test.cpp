#include "assessment/results.hpp"

#include "assessment/test_sheets.hpp"
#include "questionnaire/instruments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace kith::assessment {

namespace {

using disclosure::Showing;
using questionnaire::Grid;
using questionnaire::Unsaid;
using testing::ElementsAre;

TEST(Measures, AreItemsOnScalesRowsOfMatricesAndThemes)
{
    std::vector<std::string> named;
    for (const auto& measure : measures_of(small_instrument())) named.push_back(measure.key + (measure.row.empty() ? "" : "/" + measure.row));
    EXPECT_THAT(named, ElementsAre("a", "b", "c", "m/north", "m/south", "purpose"));
    EXPECT_TRUE(measures_of(small_instrument())[0].has_high());
}

TEST(Results, OfOneItemHaveAllThatIsSaidOfIt)
{
    auto sheets = sheets_of("practitioner", {5, 4, 4, 5, 3, 4, 5, 4});
    for (int person = 0; person < 5; ++person) sheets.push_back({.viewpoint = "practitioner", .answers = {{"a", Answer{Unsaid::dont_know}}}});
    sheets.push_back({.viewpoint = "practitioner", .answers = {{"a", Answer{Unsaid::not_applicable}}}});
    sheets.push_back({.viewpoint = "practitioner"});
    const auto results = results_of(small_instrument(), sheets, 5);
    const auto& whole = result_of(results, item_a, {});
    EXPECT_EQ(whole.sums.n, 8);
    EXPECT_DOUBLE_EQ(*whole.mean, 4.25);
    EXPECT_NEAR(*whole.deviation, 0.70710678, 1e-8);
    EXPECT_NEAR(whole.interval->low, 3.6588439, 1e-6);
    EXPECT_THAT(whole.distribution, ElementsAre(0, 0, 1, 4, 3));
    EXPECT_EQ(whole.high, (Part{7, 8}));
    EXPECT_EQ(whole.unsaid, (assessment::Unsaid{.dont_know = 5, .not_applicable = 1, .no_answer = 1}));
    EXPECT_EQ(result_of(results, item_a, by_viewpoint("practitioner")), whole);
}

TEST(Results, OfAViewpointThatNobodyAnsweredAreThereWithNobody)
{
    const auto results = results_of(small_instrument(), sheets_of("practitioner", {1, 2, 3, 4, 5}), 5);
    const auto& child = result_of(results, item_a, by_viewpoint("child"));
    EXPECT_TRUE(child.shown());
    EXPECT_EQ(child.sums.n, 0);
    EXPECT_EQ(child.mean, std::nullopt);
    EXPECT_EQ(child.interval, std::nullopt);
    EXPECT_THAT(child.distribution, ElementsAre(0, 0, 0, 0, 0));
}

TEST(Results, FrontLineAreThoseAloneWhoWereAskedWhetherTheyLead)
{
    auto instrument = small_instrument();
    instrument.viewpoints[2].children = true;
    auto sheets = sheets_of("practitioner", {5, 5, 5, 5, 5});
    sheets += sheets_of("child", {1, 1, 1, 1, 1, 1});
    const auto results = results_of(instrument, sheets, 5);
    const auto& front_line = result_of(results, item_a, {.split = Split::leaders, .leader = false});
    EXPECT_EQ(front_line.sums.n, 5) << "children are no front line";
    EXPECT_DOUBLE_EQ(*front_line.mean, 5);
}

/// Sheets of practitioners in batches; of each, how many say something of `a` and how many nothing.
std::vector<Sheet> in_batches(const std::vector<std::pair<int, int>>& batches, std::int64_t first)
{
    std::vector<Sheet> sheets;
    for (auto batch = first; const auto& [answered, silent] : batches) {
        for (int person = 0; person < answered + silent; ++person) {
            auto sheet = person < answered ? sheet_of("practitioner", 4) : Sheet{.viewpoint = "practitioner"};
            sheet.batch = batch;
            sheets.push_back(std::move(sheet));
        }
        ++batch;
    }
    return sheets;
}
std::int64_t answers_to_a(const std::vector<std::pair<int, int>>& counted, const std::pair<int, int>& waiting)
{
    auto sheets = in_batches(counted, 1);
    sheets += in_batches({waiting}, 0);
    return result_of(results_of(small_instrument(), sheets, 5), item_a, {}).sums.n;
}

TEST(Results, GrowWhileSheetsWaitByAsManyWhoAnsweredTheMeasureAndAsManyAreLeft)
{
    EXPECT_EQ(answers_to_a({{5, 0}}, {5, 0}), 5);
    EXPECT_EQ(answers_to_a({{5, 0}, {1, 4}}, {5, 0}), 5) << "the one more could be told by looking before and after";
    EXPECT_EQ(answers_to_a({{5, 0}, {1, 4}, {4, 1}}, {5, 0}), 10) << "with four others they may come";
    EXPECT_EQ(answers_to_a({{5, 0}, {5, 0}}, {2, 8}), 5) << "two would be told by the last look, so the five before them wait too";
    EXPECT_EQ(answers_to_a({{5, 0}, {5, 0}}, {0, 10}), 5) << "nobody knows yet whether more come";
    EXPECT_EQ(answers_to_a({{2, 8}, {2, 8}}, {9, 0}), 0);
    EXPECT_EQ(answers_to_a({{9, 9}}, {0, 0}), 9) << "nobody waits: it is the last look";
}

TEST(Results, OfAnyWayThatAnswersComeNeverDifferByFewBetweenTwoLooks)
{
    std::mt19937 dice{7};
    for (int round = 0; round < 300; ++round) {
        std::vector<std::pair<int, int>> batches;
        std::int64_t before = 0;
        const auto grown_by_enough = [&](std::int64_t now) { return now == before || now - before >= 5; };
        const auto some = [&] { return std::pair{std::uniform_int_distribution<int>{0, 8}(dice), std::uniform_int_distribution<int>{0, 8}(dice)}; };
        auto waiting = some();
        for (int look = 0; look < 6; ++look) {
            const auto now = answers_to_a(batches, waiting);
            EXPECT_TRUE(grown_by_enough(now)) << before << " to " << now << " in round " << round;
            before = now;
            batches.push_back(waiting);
            waiting = some();
            if (waiting == std::pair{0, 0}) waiting.second = 1;  // the campaign goes on
        }
        batches.push_back(waiting);
        const auto last = answers_to_a(batches, {0, 0});
        EXPECT_TRUE(grown_by_enough(last)) << before << " to " << last << " at the end of round " << round;
    }
}

TEST(Results, WithoutSheetsAreNothingFromNobody)
{
    const auto results = results_of(small_instrument(), {}, 5);
    EXPECT_EQ(results.groups.size(), 6U) << "the whole, three viewpoints, leaders and front line";
    EXPECT_TRUE(std::ranges::all_of(results.results, [](const Result& result) { return result.shown() && result.sums.n == 0; }));
}

TEST(Results, IntervalsStayWithinTheScale)
{
    const auto results = results_of(small_instrument(), sheets_of("child", {5, 5, 5, 5, 1}), 5);
    EXPECT_EQ(result_of(results, item_a, {}).interval->high, 5);
}

TEST(Results, ThemeScoresAreTheMeanOfASheetsAnsweredItems)
{
    std::vector<Sheet> sheets;
    for (int person = 0; person < 6; ++person) {
        auto sheet = sheet_of("practitioner", 5);
        sheet.answers["b"] = Answer{Step{2}};
        sheet.answers["m"] = Answer::of(Grid{{{"north", Step{1}}, {"south", Unsaid::dont_know}}});
        sheets.push_back(std::move(sheet));
    }
    sheets[0].answers["b"] = Answer{Unsaid::dont_know};  // (5 + 1) / 2
    sheets[1].answers.erase("m");                        // (5 + 2) / 2
    sheets[2].answers["m"] = Answer::of(Grid{{{"north", Step{1}}, {"south", Step{4}}}});  // (5 + 2 + 2.5) / 3
    const auto results = results_of(small_instrument(), sheets, 5);
    const auto& score = result_of(results, purpose, {});
    EXPECT_EQ(score.sums.n, 6);
    EXPECT_NEAR(*score.mean, (3 + 3.5 + 9.5 / 3 + 3 * 8.0 / 3) / 6, 1e-5);
    EXPECT_TRUE(score.distribution.empty());
    EXPECT_EQ(score.high, (Part{0, 6}));
    EXPECT_DOUBLE_EQ(*result_of(results, {.kind = Measure::Kind::row, .key = "m", .row = "north"}, {}).mean, 1);
}

TEST(Results, AThemeWithoutAValueSaysWhatWasSaidInstead)
{
    auto sheets = sheets_of("child", {3, 3, 3, 3, 3});
    for (const auto unsaid : {Unsaid::dont_know, Unsaid::not_applicable, Unsaid::no_answer})
        for (int person = 0; person < 2; ++person) sheets.push_back({.viewpoint = "child", .answers = {{"a", Answer{unsaid}}}});
    const auto results = results_of(small_instrument(), sheets, 5);
    EXPECT_EQ(result_of(results, purpose, {}).unsaid, (assessment::Unsaid{.dont_know = 2, .not_applicable = 2, .no_answer = 2}));
}

TEST(Results, AnswersToWhatIsNotAskedCountForNothing)
{
    auto sheets = sheets_of("child", {1, 1, 1, 1, 1, 1});
    for (auto& sheet : sheets) {
        sheet.answers["b"] = Answer{Step{5}};    // for practitioners
        sheet.answers["c"] = Answer{Step{5}};    // for leaders
        sheet.answers["old"] = Answer{Step{5}};  // asked no more
    }
    const auto results = results_of(small_instrument(), sheets, 5);
    for (const char* key : {"b", "c"}) {
        const auto& result = result_of(results, {.kind = Measure::Kind::item, .key = key}, {});
        EXPECT_EQ(result.sums.n, 0) << key;
        EXPECT_EQ(result.unsaid, (assessment::Unsaid{})) << "nor did they leave it out";
    }
    EXPECT_DOUBLE_EQ(*result_of(results, purpose, {}).mean, 1);
}

TEST(Results, RoutingByAnswersIsFollowed)
{
    auto instrument = small_instrument();
    instrument.items[3].show_if = *questionnaire::parse_condition("a is at least 4");
    auto sheets = sheets_of("child", {5, 5, 5, 5, 5, 2, 2, 2, 2, 2});
    for (auto& sheet : sheets) sheet.answers["m"] = Answer::of(Grid{{{"north", Step{3}}, {"south", Step{3}}}});
    const auto results = results_of(instrument, sheets, 5);
    EXPECT_EQ(result_of(results, {.kind = Measure::Kind::row, .key = "m", .row = "north"}, {}).sums.n, 5);
}

TEST(Results, AHiddenGroupHasNothingInItButWhy)
{
    auto sheets = sheets_of("practitioner", {1, 2, 3, 4, 5, 3, 3});
    sheets += sheets_of("child", {5, 5, 4});
    sheets += sheets_of("partnership", {2, 2, 3, 3, 2});
    const auto results = results_of(small_instrument(), sheets, 5);
    EXPECT_EQ(result_of(results, item_a, by_viewpoint("child")), (Result{.showing = Showing::too_few}));
    EXPECT_EQ(result_of(results, item_a, by_viewpoint("partnership")), (Result{.showing = Showing::others_could_be_worked_out}))
        << "with it the three children could be worked out";
    EXPECT_TRUE(result_of(results, item_a, by_viewpoint("practitioner")).shown()) << "the larger goes first";
}

TEST(Results, UnsaidIsHiddenWhereItWouldTellOfFew)
{
    auto sheets = sheets_of("practitioner", {1, 2, 3, 4, 5, 3});
    sheets.push_back({.viewpoint = "child", .answers = {{"a", Answer{Unsaid::dont_know}}}});
    const auto results = results_of(small_instrument(), sheets, 5);
    EXPECT_EQ(result_of(results, item_a, {}).unsaid->dont_know, 1);
    const auto& practitioners = result_of(results, item_a, by_viewpoint("practitioner"));
    EXPECT_TRUE(practitioners.shown());
    EXPECT_EQ(practitioners.unsaid, std::nullopt) << "the whole less these is the one child, who does not know";
}

TEST(Results, MeasuresAreProtectedByWhoAnsweredThem)
{
    auto sheets = sheets_of("practitioner", {1, 2, 3, 4, 5, 3});
    for (std::size_t person = 0; person < 6; ++person) sheets[person].answers["b"] = person < 4 ? Answer{Step{2}} : Answer{};
    const auto results = results_of(small_instrument(), sheets, 5);
    EXPECT_TRUE(result_of(results, item_a, {}).shown());
    EXPECT_EQ(result_of(results, {.kind = Measure::Kind::item, .key = "b"}, {}).showing, Showing::too_few);
}

std::vector<Sheet> an_area(std::uint64_t seed, int people)
{
    std::mt19937_64 random{seed};
    const std::vector<std::string> viewpoints{"partnership", "practitioner", "child"};
    std::vector<Sheet> sheets;
    for (int person = 0; person < people; ++person) {
        auto sheet = sheet_of(viewpoints[random() % 3], static_cast<int>(1 + random() % 5));
        sheet.leader = random() % 5 == 0;
        if (random() % 5 != 0) sheet.locality = static_cast<std::int64_t>(random() % 3);
        if (random() % 3 != 0) sheet.organisation = static_cast<std::int64_t>(random() % 4);
        sheet.sector = random() % 2 == 0 ? "health" : "";
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

TEST(Results, AreTheSameInAnyOrderOfSheets)
{
    auto sheets = an_area(1, 200);
    const auto results = results_of(small_instrument(), sheets, 5);
    std::ranges::shuffle(sheets, std::mt19937_64{2});
    EXPECT_EQ(results_of(small_instrument(), sheets, 5), results);
    EXPECT_TRUE(std::ranges::any_of(results.results, [](const Result& result) { return !result.shown(); }));
}

/// Shown counts of groups that split the whole: what is left of it is nobody or enough, in every split and every measure.
TEST(Results, LeaveNobodyAloneInWhatIsLeftOfTheWhole)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto results = results_of(small_instrument(), an_area(seed, 120), 5);
        for (const auto split : usual_splits) {
            for (std::size_t measure = 0; measure < results.measures.size(); ++measure) {
                std::int64_t rest = results.at(measure, 0).sums.n;
                if (split == Split::whole || !results.at(measure, 0).shown()) continue;
                for (std::size_t group = 0; group < results.groups.size(); ++group)
                    if (results.groups[group].split == split) rest -= results.at(measure, group).sums.n;
                ASSERT_TRUE(rest == 0 || rest >= 5) << "seed " << seed << ", measure " << measure << ", rest " << rest;
            }
        }
    }
}

TEST(Results, FewerSplitsLetMoreBeShown)
{
    const auto shown = [](const Results& results, Split split) {
        std::size_t count = 0;
        for (std::size_t group = 0; group < results.groups.size(); ++group)
            count += results.groups[group].split == split && results.at(0, group).shown() ? 1 : 0;
        return count;
    };
    const auto sheets = an_area(5, 60);
    EXPECT_EQ(shown(results_of(small_instrument(), sheets, 5, {Split::whole, Split::locality}), Split::locality), 3U);
    EXPECT_LT(shown(results_of(small_instrument(), sheets, 5), Split::locality), 3U);
}

TEST(Results, ByHandsShowMoreAndLeaveNobodyAloneEither)
{
    const auto shown = [](const Results& results) { return std::ranges::count_if(results.results, [](const Result& result) { return result.shown(); }); };
    std::int64_t by_atoms = 0, by_hands = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto sheets = an_area(seed, 120);
        const auto hands = results_of(small_instrument(), sheets, 5, usual_splits, disclosure::Rule::hands);
        by_atoms += shown(results_of(small_instrument(), sheets, 5));
        by_hands += shown(hands);
        for (std::size_t measure = 0; measure < hands.measures.size(); ++measure) {
            auto rest = hands.at(measure, 0).sums.n;
            for (std::size_t group = 0; group < hands.groups.size(); ++group)
                if (hands.groups[group].split == Split::viewpoint_and_locality) rest -= hands.at(measure, group).sums.n;
            ASSERT_TRUE(rest == 0 || rest >= 5) << "seed " << seed << ", measure " << measure << ", rest " << rest;
        }
    }
    EXPECT_GT(by_hands, by_atoms + by_atoms / 10);
}

TEST(Results, OfEveryBuiltInInstrumentComeOutWithNobody)
{
    const auto built_in = questionnaire::Instruments::load(questionnaire::built_in_instrument_files());
    ASSERT_TRUE(built_in.has_value());
    for (const auto& instrument : built_in->all()) {
        const auto results = results_of(instrument, {}, 5);
        EXPECT_FALSE(results.measures.empty()) << instrument.id;
        for (const auto& measure : results.measures) EXPECT_FALSE(measure.steps.empty()) << instrument.id << " " << measure.key;
    }
}

}  // namespace

}  // namespace kith::assessment
