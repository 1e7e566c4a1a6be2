// What results cost, and how much of them is shown: ninja assessment_bench && build/assessment_bench
#include "assessment/campaign_results.hpp"
#include "assessment/gaps.hpp"
#include "db/change_set.hpp"
#include "db/migrations.hpp"
#include "db/transaction.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/instruments.hpp"
#include "questionnaire/sheet_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <random>
#include <stdexcept>

namespace kith::assessment {

namespace {

using questionnaire::Instrument;

/// Thirty items on five steps in eight themes, asked of all of five viewpoints.
Instrument an_instrument()
{
    Instrument instrument{.id = "bench"};
    for (int viewpoint = 0; viewpoint < 5; ++viewpoint) instrument.viewpoints.push_back({.id = fmt::format("viewpoint_{}", viewpoint)});
    questionnaire::Scale scale{.id = "position"};
    for (int value = 1; value <= 5; ++value) scale.steps.push_back({.value = value});
    instrument.scales.push_back(scale);
    for (int theme = 0; theme < 8; ++theme) {
        instrument.themes.push_back({.id = fmt::format("theme_{}", theme)});
        instrument.scores.push_back({.theme = instrument.themes.back().id});
    }
    for (int item = 0; item < 30; ++item) {
        instrument.items.push_back({.key = fmt::format("item_{}", item), .theme = fmt::format("theme_{}", item % 8), .scale = "position"});
        instrument.scores[static_cast<std::size_t>(item % 8)].items.push_back(instrument.items.back().key);
    }
    return instrument;
}

/// Organisations have a sector, and most a locality; front line is most of those who answer.
std::vector<Sheet> sheets(const Instrument& instrument, int people, int localities, int sectors, int organisations)
{
    std::mt19937_64 random{2026};
    std::vector<Sheet> made;
    for (int person = 0; person < people; ++person) {
        const auto organisation = static_cast<int>(random() % static_cast<std::uint64_t>(organisations));
        Sheet sheet{.viewpoint = instrument.viewpoints[random() % instrument.viewpoints.size()].id, .leader = random() % 6 == 0};
        sheet.organisation = organisation;
        sheet.locality = organisation % 4 == 0 ? static_cast<int>(random() % static_cast<std::uint64_t>(localities)) : organisation % localities;
        sheet.sector = fmt::format("sector_{}", organisation % sectors);
        for (const auto& item : instrument.items) {
            const auto chance = random() % 20;
            sheet.answers[item.key] = chance == 0   ? questionnaire::Answer{questionnaire::Unsaid::dont_know}
                                      : chance == 1 ? questionnaire::Answer{}
                                                    : questionnaire::Answer{questionnaire::Step{static_cast<int>(1 + random() % 5)}};
        }
        made.push_back(std::move(sheet));
    }
    return made;
}

void print_shown(const Results& results, const char* what)
{
    constexpr std::array names = {"whole", "viewpoints", "leaders", "localities", "sectors", "viewpoints by locality", "organisations"};
    fmt::print("{}\n", what);
    for (std::size_t split = 0; split < names.size(); ++split) {
        std::size_t shown = 0, all = 0;
        for (std::size_t measure = 0; measure < results.measures.size(); ++measure)
            for (std::size_t group = 0; group < results.groups.size(); ++group)
                if (results.groups[group].split == static_cast<Split>(split)) {
                    ++all;
                    shown += results.at(measure, group).shown() ? 1 : 0;
                }
        fmt::print("  {:<24}{:>6} of {} shown\n", names[split], shown, all);
    }
}

template <class Work>
std::string best_of(int times, Work work)
{
    double best = 1e9, processor = 1e9;
    for (int turn = 0; turn < times; ++turn) {
        const auto start = std::chrono::steady_clock::now();
        const auto before = std::clock();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        processor = std::min(processor, 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
    }
    return fmt::format("{:.1f} ms by the clock, {:.1f} ms of processor time, best of {}", best, processor, times);
}

/// A campaign whose sheets lie in a database, all counted.
questionnaire::CampaignId keep_all(db::Database& database, const Instrument& instrument, const std::vector<Sheet>& made)
{
    db::migrate(database, Instant::parse("2026-11-22T09:00:00Z").value());
    std::mt19937_64 random{2026};
    const Chance chance = [&random](std::span<std::uint8_t> bytes) { std::ranges::generate(bytes, [&random] { return static_cast<std::uint8_t>(random()); }); };
    db::Writer writer{database};
    const auto now = Instant::parse("2026-11-22T09:00:00Z").value();
    db::ChangeSet changes{writer, now, {}, "bench"};
    const auto day = now.date_in_london();
    const auto campaign = questionnaire::add(changes, {.name = "Bench", .instrument = instrument.id, .version = 1, .digest = "bench", .opens_on = day, .closes_on = day.plus_days(30), .stage = questionnaire::Stage::running}, now);
    for (const auto& sheet : made) {
        questionnaire::Sheet kept{.respondent = {.viewpoint = sheet.viewpoint, .leader = sheet.leader}, .answers = sheet.answers};
        if (sheet.organisation) kept.organisation = access::OrganisationId{*sheet.organisation + 1};
        if (sheet.locality) kept.locality = access::LocalityId{*sheet.locality + 1};
        questionnaire::keep(writer, {.sheet = std::move(kept), .words = {}}, campaign, {}, false, chance, now);
    }
    questionnaire::count_waiting(writer, campaign.id, 5, true);
    writer.commit();
    return campaign.id;
}

void run()
{
    using disclosure::Rule;
    const auto instrument = an_instrument();
    const auto many = sheets(instrument, 3'300, 8, 6, 60), some = sheets(instrument, 400, 5, 6, 40);
    Results results;
    for (const auto rule : {Rule::atoms, Rule::hands}) {
        fmt::print("BY {}\nresults of {} sheets x {} items: {}\n", rule == Rule::atoms ? "ATOMS" : "HANDS", many.size(), instrument.items.size(),
                   best_of(9, [&] { results = results_of(instrument, many, 5, usual_splits, rule); }));
        print_shown(results, "3,300 sheets, 8 localities, 6 sectors, 60 organisations");
        print_shown(results_of(instrument, some, 5, usual_splits, rule), "400 sheets, 5 localities, 6 sectors, 40 organisations");
    }
    const auto file = std::filesystem::temp_directory_path() / fmt::format("kith-assessment-bench-{}.db", std::random_device{}());
    auto database = db::Database::open({.url = "sqlite:" + file.string(), .durable = false});
    const auto campaign = keep_all(database, instrument, many);
    fmt::print("the same sheets loaded from SQLite: {}\n", best_of(9, [&] {
                   db::Reader reader{database};
                   if (sheets_for_results(questionnaire::sheets_of(reader, instrument, campaign), {}).size() != many.size()) throw std::logic_error("sheets are missing");
               }));
    for (const auto* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
    std::size_t gaps = 0;
    fmt::print("gaps, changes and ladder: {}\n", best_of(9, [&] {
                   gaps = ladder(gaps_between(results, Split::viewpoint, Measure::Kind::theme), 20).size() +
                          gaps_between(results, Split::leaders, Measure::Kind::item).size() +
                          changes_since(results, results, Split::viewpoint, Measure::Kind::theme).size();
               }));
    fmt::print("{} groups, {} measures, {} gaps\n", results.groups.size(), results.measures.size(), gaps);
}

}  // namespace

}  // namespace kith::assessment

int main()
{
    kith::assessment::run();
}
