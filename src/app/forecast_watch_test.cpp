#include "app/forecast_watch.hpp"

#include "forecast/simulation.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>

namespace kith::app {
namespace {

TEST(ForecastWatch, EndsAForecastOnAnInterruptAndGivesItBackAfterwards)
{
    auto* before = std::signal(SIGINT, SIG_IGN);
    {
        ForecastWatch watch{10};
        EXPECT_FALSE(watch.stop().stop_requested());
        std::raise(SIGINT);
        while (!watch.stop().stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds{5});
        forecast::Plan plan{.workers = std::vector<forecast::Worker>(20), .groups = {{.name = "all", .leave = {.usual = 0.1, .source = {}}}}};
        EXPECT_NE(forecast::simulate(plan, false, watch.stop(), watch.runs_done()).error().message.find("cancelled"), std::string::npos);
    }
    {
        ForecastWatch watch{10};
        EXPECT_FALSE(watch.stop().stop_requested()) << "an interrupt of one forecast is not one of the next";
        forecast::Plan plan{.workers = std::vector<forecast::Worker>(20), .groups = {{.name = "all", .leave = {.usual = 0.1, .source = {}}}}, .runs = 10};
        EXPECT_TRUE(forecast::simulate(plan, false, watch.stop(), watch.runs_done()));
        EXPECT_EQ(*watch.runs_done(), 10);
    }
    EXPECT_EQ(std::signal(SIGINT, before), SIG_IGN) << "as it was before";
}

}  // namespace
}  // namespace kith::app
