// What a forecast person by person costs: ninja forecast_bench && build/forecast_bench. Two threads; everything may happen: leaving by service and age, retiring, moving, changing hours, posts filled again and varying.
#include "forecast/draws.hpp"
#include "forecast/simulation.hpp"

#include <fmt/format.h>

#include <sys/resource.h>

#include <chrono>

namespace kith::forecast {
namespace {

Plan plan_of(std::size_t workers, int years, int runs)
{
    Plan plan{.months = years * 12, .runs = runs};
    for (int group = 0; group < 20; ++group) {
        auto& one = plan.groups.emplace_back(Group{.name = "role " + std::to_string(group), .leave = {.usual = 0.15, .usual_years = 100, .events = 30, .years = 200, .source = {}}, .by_service = {1.6, 1.2, 0.9, 0.7}});
        one.retire = {0, 0, 0, 0, 0, 0, 0, 0.03, 0.12, 0.3, 0.01};
        one.change_hours = {.usual = 0.05, .usual_years = 100, .source = {}};
        one.hours = one.hours_after = {400, 500, 600, 800, 1000};
        one.joining_ages = {22, 25, 28, 33, 40, 48};
        one.posts_vary = 0.05;
        one.moves = {{static_cast<std::uint16_t>((group + 1) % 20), {.usual = 0.03, .usual_years = 100, .source = {}}}};
    }
    plan.workers.reserve(workers);
    for (std::size_t at = 0; at < workers; ++at) {
        Draws draws{1, 0, at};
        plan.workers.push_back({.group = static_cast<std::uint16_t>(draws.next() % 20), .fte = static_cast<std::uint16_t>(400 + draws.next() % 601), .age = static_cast<float>(21 + 43 * draws.uniform()), .service = static_cast<float>(15 * draws.uniform())});
    }
    return plan;
}

double processor_seconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec) + static_cast<double>(used.ru_utime.tv_usec) / 1e6;
}

void tell(std::size_t workers, int years, int runs, std::string_view mark)
{
    const auto plan = plan_of(workers, years, runs);
    const auto before = processor_seconds();
    const auto began = std::chrono::steady_clock::now();
    const auto answer = simulate(plan).value();
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    double events = 0;
    for (const auto& group : answer.groups)
        for (const auto expected : group.expected) events += expected * runs;
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    fmt::print("{} workers, {} years, {} runs: {:.2f} s, {:.2f} s of processor, {:.0f} million events, {:.2f} GB at most ({})\n", workers, years, runs, seconds, processor_seconds() - before, events / 1e6, static_cast<double>(used.ru_maxrss) / 1e6, mark);
}

}  // namespace
}  // namespace kith::forecast

int main()
{
    kith::forecast::tell(6'000, 10, 200, "mark: under 0.5 s");
    kith::forecast::tell(6'000, 10, 1'000, "mark: under 3 s");
    kith::forecast::tell(4'000'000, 12, 100, "marks: under 120 s and 4 GB");
}
