// What a count costs, at a small partnership's size and at a region's: ninja tally_bench && build/tally_bench
#include "tally/query.hpp"

#include <benchmark/benchmark.h>

#include <random>

namespace kith::tally {

namespace {

/// As an area looks: organisations by size, one engagement for most, two stretches of terms for half.
Table a_workforce(std::int64_t rows)
{
    std::mt19937_64 random{2026};
    Dictionaries dictionaries;
    const std::array<std::uint64_t, column_count> values{1 + static_cast<std::uint64_t>(rows) / 600, 1 + static_cast<std::uint64_t>(rows) / 300,
                                                         15, 8, 120, 2, 6, 4, 20, 2, 8, 6, 2, 10, 10, 10, 3, 18, 3};
    for (std::size_t place = 0; place < column_count; ++place) {
        for (std::uint64_t value = 1; value <= values[place]; ++value) dictionaries[place].add("code " + std::to_string(value));
    }
    std::vector<Stretch> stretches;
    for (std::int64_t row = 0; row < rows; ++row) {
        Stretch stretch{.person = row * 5 / 8, .record = row * 5 / 8, .engagement = row * 5 / 7, .from = Date::from_days(static_cast<int>(random() % 4000))};
        for (std::size_t place = 0; place < column_count; ++place) stretch.codes[place] = static_cast<Code>(1 + random() % values[place]);
        if (random() % 4 == 0) stretch.to = stretch.from.plus_days(900);
        if (random() % 10 != 0) stretch.numbers.set(Number::fte, static_cast<std::int64_t>(random() % 1000));
        stretches.push_back(stretch);
    }
    return Table{std::move(stretches), std::move(dictionaries)};
}

Query a_query()
{
    return {.on = Date::from_days(3900), .scope = {.everything = true}};
}

void count_all(benchmark::State& state)
{
    const auto table = a_workforce(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(count(table, a_query()));
}

void cross_tabulate_with_two_filters(benchmark::State& state)
{
    const auto table = a_workforce(state.range(0));
    auto query = a_query();
    query.keep(Column::breadth, {1}).keep(Column::sector, {1, 2, 3, 4});
    query.by = {Column::locality, Column::role};
    for (auto _ : state) benchmark::DoNotOptimize(count(table, query));
}

/// What the page of an area asks at its dearest: two filters more, and what lies within one locality or eleven organisations.
void cross_tabulate_with_three_filters_within_a_scope(benchmark::State& state)
{
    const auto table = a_workforce(state.range(0));
    auto query = a_query();
    query.scope = {.organisations = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, .localities = {3, 4, 5, 6, 7, 8}};
    query.keep(Column::breadth, {1}).keep(Column::sector, {1, 2, 3, 4}).keep(Column::contract, {1, 2, 3, 4});
    query.by = {Column::locality, Column::role};
    for (auto _ : state) benchmark::DoNotOptimize(count(table, query));
}

void by_organisation_within_one_locality(benchmark::State& state)
{
    const auto table = a_workforce(state.range(0));
    auto query = a_query();
    query.scope = {.localities = {3}};
    query.by = {Column::organisation};
    for (auto _ : state) benchmark::DoNotOptimize(count(table, query));
}

void replace_ten_people(benchmark::State& state)
{
    const auto table = a_workforce(state.range(0));
    const std::vector<std::int64_t> people{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    for (auto _ : state) benchmark::DoNotOptimize(table.with_records_replaced(people, {}, table.dictionaries()));
}

}  // namespace

BENCHMARK(count_all)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(cross_tabulate_with_two_filters)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(cross_tabulate_with_three_filters_within_a_scope)->Arg(20'000)->Arg(4'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(by_organisation_within_one_locality)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(replace_ten_people)->Arg(20'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace kith::tally

BENCHMARK_MAIN();
