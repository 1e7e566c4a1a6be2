#include "forecast/required.hpp"

#include <gtest/gtest.h>

namespace kith::forecast {
namespace {

TEST(Required, ByWorkloadIsWhatTheManualsFormulasGive)
{
    // 3,000 visits of two hours and 500 assessments of ten: 11,000 hours; 1,500 a person: 7.333; a fifth of all time shared: 9.167; 300 hours of some: 0.2 more.
    EXPECT_NEAR(required_by_workload({.available_hours = 1500, .activities = {{3000, 2}, {500, 10}}, .shared_by_all = 0.2, .hours_of_some = 300}).value(), 11'000.0 / 1500 / 0.8 + 0.2, 1e-12);
    EXPECT_FALSE(required_by_workload({.available_hours = 0, .activities = {{1, 1}}}));
    EXPECT_FALSE(required_by_workload({.available_hours = 1500, .activities = {}, .shared_by_all = 1}));
    EXPECT_FALSE(required_by_workload({.available_hours = 1500, .activities = {{-1, 1}}}));
    EXPECT_NEAR(required_by_ratio(120, 8).value(), 15, 1e-12);
    EXPECT_FALSE(required_by_ratio(120, 0));
}

TEST(Trajectory, IsThatOfNineteenToSeventySeven)
{
    const auto found = trajectory(19, 77, 6, 0.10).value();
    EXPECT_NEAR(found.without_leavers, 9.7, 0.05);
    EXPECT_NEAR(found.starters_stay_first, 14.3, 0.05);
    EXPECT_NEAR(found.starters_leave_too, 15.9, 0.05);
    // Year by year instead of by formula.
    double stays = 19, too = 19;
    for (int year = 0; year < 6; ++year) stays = stays * 0.9 + found.starters_stay_first, too = (too + found.starters_leave_too) * 0.9;
    EXPECT_NEAR(stays, 77, 1e-9);
    EXPECT_NEAR(too, 77, 1e-9);
    EXPECT_NEAR(trajectory(50, 40, 2, 0).value().starters_stay_first, -5, 1e-12) << "a target below";
    EXPECT_NE(trajectory(19, 77, 0, 0.1).error().message.find("in the past"), std::string::npos);
    EXPECT_FALSE(trajectory(19, 77, -3, 0.1));
    EXPECT_FALSE(trajectory(19, 77, 6, 1));
}

}  // namespace
}  // namespace kith::forecast
