// What it costs to say which groups may be shown together: ninja disclosure_bench && build/disclosure_bench
#include "disclosure/hands.hpp"

#include <benchmark/benchmark.h>

#include <random>

namespace kith::disclosure {

namespace {

/// Groups as splits of an area have them: everybody first, then ever smaller parts, each cell in about one group of every twenty.
void show(benchmark::State& state)
{
    const auto rule = state.range(2) == 0 ? Rule::atoms : Rule::hands;
    std::mt19937_64 random{2026};
    std::vector<std::int64_t> people;
    for (std::int64_t cell = 0; cell < state.range(0); ++cell) people.push_back(static_cast<std::int64_t>(random() % 12));
    std::vector<std::vector<std::size_t>> groups(static_cast<std::size_t>(state.range(1)));
    for (std::size_t cell = 0; cell < people.size(); ++cell) {
        groups.front().push_back(cell);
        for (std::size_t split = 1; split + 20 <= groups.size(); split += 20) groups[split + random() % 20].push_back(cell);
    }
    for (auto _ : state) benchmark::DoNotOptimize(showing_of(rule, people, groups, 5));
}

/// The dearest there can be: every group has half of the cells, and every one is shown.
void show_large_groups(benchmark::State& state)
{
    std::mt19937_64 random{2027};
    const std::vector<std::int64_t> people(static_cast<std::size_t>(state.range(0)), 5);
    std::vector<std::vector<std::size_t>> groups(static_cast<std::size_t>(state.range(1)));
    for (auto& group : groups)
        for (std::size_t cell = 0; cell < people.size(); ++cell)
            if (random() % 2 == 0) group.push_back(cell);
    for (auto _ : state) benchmark::DoNotOptimize(showing_of(people, groups, 5));
}

}  // namespace

BENCHMARK(show)->ArgNames({"cells", "groups", "hands"})->ArgsProduct({{5'000}, {500}, {0, 1}})->ArgsProduct({{200}, {60}, {0, 1}})->Unit(benchmark::kMillisecond);
BENCHMARK(show_large_groups)->Args({5'000, 500})->Unit(benchmark::kMillisecond);

}  // namespace kith::disclosure

BENCHMARK_MAIN();
