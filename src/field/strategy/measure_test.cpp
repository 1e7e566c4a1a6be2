#include "strategy/measure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

Date day(int year, int month, int number) { return Date::of(year, month, number).value(); }
Point at(PointKind kind, Date on, std::int64_t value) { return {.kind = kind, .on = on, .thousandths = value * 1'000}; }
const Measure graduates{.name = "Graduates", .unit = "graduates"};

TEST(Point, SaysHowSureItIsBeforeOrAfterItsNumber)
{
    const Measure counted_people{.name = "Graduates", .unit = "graduates"};
    const auto words = [&](const char* qualifier) { return in_words(counted_people, Point{.thousandths = 15'000, .qualifier = qualifier}); };
    EXPECT_EQ(words(""), "15 graduates");
    EXPECT_EQ(words("more than"), "more than 15 graduates");
    EXPECT_EQ(words("An estimated"), "An estimated 15 graduates");
    EXPECT_EQ(words("of these"), "15 graduates (of these)");
    EXPECT_EQ(words("currently predicted, by 2015"), "15 graduates (currently predicted, by 2015)");
}

TEST(NewestActual, IsTheLaterEnteredOfOneDayUnlessItsSourceDoubtsIt)
{
    const auto on = Date::of(2009, 5, 12).value();
    const Point first{.kind = PointKind::actual, .on = on, .thousandths = 19'000}, mended{.kind = PointKind::actual, .on = on, .thousandths = 20'000}, doubted{.kind = PointKind::actual, .on = on, .thousandths = 15'000, .doubt = "of these 15"};
    EXPECT_EQ(newest_actual({first, mended})->thousandths, 20'000);
    EXPECT_EQ(newest_actual({first, doubted})->thousandths, 19'000);
    EXPECT_EQ(newest_actual({doubted, first})->thousandths, 19'000);
}

TEST(Numbers, AreWrittenAsPeopleWriteThem)
{
    EXPECT_EQ(thousandths_in("1,500"), 1'500'000);
    EXPECT_EQ(thousandths_in(" 9.75 "), 9'750);
    EXPECT_EQ(thousandths_in("-2"), -2'000);
    EXPECT_EQ(thousandths_in("1,234,567.5"), 1'234'567'500);
    for (const auto* text : {"", "-", "1,5", "1,00", ",100", "1.", "1.2345", "1e3", "12 3", "1,2345", "£5", "9999999999999"}) EXPECT_EQ(thousandths_in(text), std::nullopt) << text;
    EXPECT_EQ(in_words(1'500'000), "1,500");
    EXPECT_EQ(in_words(9'750), "9.75");
    EXPECT_EQ(in_words(-500), "-0.5");
    EXPECT_EQ(in_words(0), "0");
}

// 19 graduates to 77 in six years: a straight line is at 19 + 58 x 1/6 a year after, worked out by hand: 28.67; at 48 half way.
TEST(Trajectory, IsAStraightLineFromTheBaselineThroughTheTargets)
{
    const std::vector<Point> points{at(PointKind::baseline, day(2009, 1, 1), 19), at(PointKind::target, day(2015, 1, 1), 77)};
    EXPECT_NEAR(*expected_on(points, day(2010, 1, 1)), 28.66, 0.02);
    EXPECT_NEAR(*expected_on(points, day(2012, 1, 1)), 47.99, 0.02);
    EXPECT_DOUBLE_EQ(*expected_on(points, day(2009, 1, 1)), 19);
    EXPECT_DOUBLE_EQ(*expected_on(points, day(2015, 1, 1)), 77);
    EXPECT_EQ(expected_on(points, day(2008, 12, 31)), std::nullopt);
    EXPECT_DOUBLE_EQ(*expected_on(points, day(2015, 1, 2)), 77) << "a target that was missed stays missed";
    EXPECT_EQ(expected_on({{.kind = PointKind::target, .on = day(2010, 1, 1), .thousandths = 1000}, {.kind = PointKind::target, .on = day(2010, 1, 1), .thousandths = 2000}}, day(2010, 1, 1)), std::nullopt) << "two targets of one day make no line";
    EXPECT_EQ(expected_on({points[0]}, day(2010, 1, 1)), std::nullopt);
    auto bent = points;
    bent.push_back(at(PointKind::target, day(2012, 1, 1), 30));
    EXPECT_DOUBLE_EQ(*expected_on(bent, day(2012, 1, 1)), 30) << "through each target";
}

TEST(Trajectory, IsMissedOnTheSideThatIsWorse)
{
    std::vector<Point> points{at(PointKind::baseline, day(2009, 1, 1), 19), at(PointKind::target, day(2015, 1, 1), 77)};
    EXPECT_EQ(is_behind(graduates, points), std::nullopt) << "nothing was counted";
    points.push_back(at(PointKind::actual, day(2010, 1, 1), 28));
    EXPECT_EQ(is_behind(graduates, points), true);
    EXPECT_EQ(in_words(graduates, points), "28 graduates on 1 January 2010, behind the 28.7 expected that day.");
    points.push_back(at(PointKind::actual, day(2011, 1, 1), 40));
    EXPECT_EQ(is_behind(graduates, points), false) << "the newest counts";
    const Measure empty{.name = "Empty posts", .unit = "%", .better = Better::less};
    EXPECT_EQ(is_behind(empty, points), true) << "less is better";
    EXPECT_EQ(in_words(empty, std::vector<Point>{at(PointKind::actual, day(2011, 1, 1), 40)}), "40% on 1 January 2011. There is no baseline and target to hold it against.");
    EXPECT_EQ(in_words(empty, std::vector<Point>{}), "Nothing was counted yet.");
    EXPECT_EQ(in_words(empty, {{.kind = PointKind::actual, .thousandths = 55'000, .qualifier = "about"}}), "About 55%; no day is given.");
}

TEST(Point, OfATargetComesAfterTheBaseline)
{
    const auto today = day(2026, 6, 1);
    Point baseline = at(PointKind::baseline, day(2026, 1, 1), 5);
    baseline.id = PointId{1};
    EXPECT_EQ(problems_of(at(PointKind::target, day(2025, 1, 1), 9), {baseline}, today).front().message, "A target must be after the baseline, 1 January 2026");
    EXPECT_TRUE(problems_of(at(PointKind::target, day(2027, 1, 1), 9), {baseline}, today).empty());
    EXPECT_EQ(problems_of(at(PointKind::baseline, day(2026, 2, 1), 9), {baseline}, today).front().field, "kind");
    EXPECT_EQ(problems_of(at(PointKind::actual, day(2026, 6, 2), 9), {}, today).front().field, "on");
    EXPECT_EQ(problems_of(Point{.kind = PointKind::target}, {}, today).front().field, "on");
    EXPECT_TRUE(problems_of(Point{.kind = PointKind::actual}, {}, today).empty()) << "what a source gives no day for is kept without one";
}

}  // namespace
}  // namespace kith::strategy
