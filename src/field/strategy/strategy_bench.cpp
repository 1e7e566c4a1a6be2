// What the pages of a large plan cost: ninja strategy_bench && build/strategy_bench
#include "db/change_set.hpp"
#include "db/migrations.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/plan_views.hpp"
#include "strategy/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <vector>

namespace kith::strategy {
namespace {

constexpr int themes = 8, actions_made = 500, updates_each = 10, measures_made = 200, points_each = 8;

/// 500 actions in eight themes, ten updates each, 200 measures with eight values each.
PlanId make(db::Database& database, Instant now)
{
    db::migrate(database, now);
    db::Writer writer{database};
    db::ChangeSet changes{writer, now, {}, "bench"};
    const auto today = now.date_in_london();
    const auto plan = plans().keep(changes, {.name = "Bench", .state = PlanState::current}, now);
    std::vector<PartId> parts;
    for (int theme = 0; theme < themes; ++theme) parts.push_back(plan_parts().keep(changes, {.plan = plan.id, .kind = PartKind::theme, .title = fmt::format("Theme {}", theme)}, now).id);
    std::vector<MeasureId> shows;
    for (int number = 0; number < measures_made; ++number) {
        shows.push_back(measures().keep(changes, {.plan = plan.id, .name = fmt::format("Measure {}", number), .unit = "staff"}, now).id);
        for (int at = 0; at < points_each; ++at)
            points().keep(changes, {.measure = shows.back(), .kind = at == 0 ? PointKind::baseline : at == 1 ? PointKind::target : PointKind::actual, .on = today.plus_days(at == 1 ? 300 : at * 20 - 300), .thousandths = 1'000 * (at + number)}, now);
    }
    for (int number = 0; number < actions_made; ++number) {
        const auto action = actions().keep(changes, {.plan = plan.id, .theme = parts[static_cast<std::size_t>(number % themes)], .code = fmt::format("A{}", number), .title = fmt::format("Action {} of the plan", number), .owner = "Head of training", .starts_on = today.plus_days(-200), .due_on = today.plus_days(number - 50)}, now);
        for (int at = 0; at < updates_each; ++at) updates().keep(changes, {.action = action.id, .by = access::AccountId{1}, .made_on = today.plus_days(-at * 9), .words = "Three of four courses were held, and the fourth is booked for next month."}, now);
        milestones().keep(changes, {.action = action.id, .title = "Half of it", .due_on = today.plus_days(number % 60 - 10)}, now);
        shown_by().keep(changes, {.action = action.id, .measure = shows[static_cast<std::size_t>(number % measures_made)]}, now);
    }
    writer.commit();
    return plan.id;
}

/// The middle and the slowest but one in a hundred, in milliseconds.
template <class Work>
std::string times(int rounds, Work work)
{
    std::vector<double> took;
    for (int round = 0; round < rounds; ++round) {
        const auto begun = std::chrono::steady_clock::now();
        work();
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }
    std::ranges::sort(took);
    return fmt::format("p50 {:.1f} ms, p99 {:.1f} ms", took[took.size() / 2], took[took.size() * 99 / 100]);
}

void run()
{
    constexpr int rounds = 200;
    const auto file = std::filesystem::temp_directory_path() / fmt::format("kith-strategy-bench-{}.db", std::random_device{}());
    auto database = db::Database::open({.url = "sqlite:" + file.string(), .durable = false});
    const auto now = Instant::parse("2026-11-23T09:00:00Z").value();
    const auto today = now.date_in_london();
    const auto plan = make(database, now);
    std::size_t bytes = 0;
    fmt::print("{} actions, {} updates, {} measures\n", actions_made, actions_made * updates_each, measures_made);
    fmt::print("list of plans, how every action stands: {}\n", times(rounds, [&] {
                   db::Reader reader{database};
                   bytes += statuses(reader, today).size();
               }));
    fmt::print("a plan's page, read and written: {}\n", times(rounds, [&] {
                   db::Reader reader{database};
                   const auto whole = whole_plan(reader, *plans().with_id(reader, plan), Heard::newest);
                   bytes += actions_in_words(whole, today).size() + plan_body(whole, today, true).str().size();
               }));
    fmt::print("the facts of a paper or a report: {}\n", times(rounds, [&] {
                   db::Reader reader{database};
                   const auto whole = whole_plan(reader, *plans().with_id(reader, plan));
                   bytes += progress_of(whole, {}, {}, today.plus_days(-90), today).themes.size();
               }));
    fmt::print("{} bytes made\n", bytes);
    for (const auto* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
}

}  // namespace
}  // namespace kith::strategy

int main() { kith::strategy::run(); }
