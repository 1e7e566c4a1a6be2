// The marks of matching on made records, with what was measured: ninja matching_bench && build/matching_bench [RECORDS] [SEED]
// Records come from the generator that `kith made-people` writes files with; a million by default. No answer is given to the linkage.
#include "app/made_people.hpp"
#include "app/match_columns.hpp"
#include "app/match_log.hpp"
#include "matching/evaluation.hpp"

#include <fmt/format.h>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>

namespace kith::app {
namespace {

namespace m = matching;
using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }

struct Made {
    std::vector<m::Told> records;
    std::vector<std::uint32_t> truth;
    std::vector<std::string> origins;
};
Made made(const MadePlan& plan)
{
    Made all;
    make_people(plan, [&](const std::vector<std::string>& row) {
        m::Told told{.id = row[0], .source = row[1], .forename = row[2], .surname = row[3], .birth_date = row[4], .sex = row[5], .birth_place = {}, .address = {row[6], row[7]}, .contact = {}};
        told.identifiers[static_cast<std::size_t>(m::Identifier::national_insurance)] = row[8];
        all.records.push_back(std::move(told));
        all.truth.push_back(static_cast<std::uint32_t>(std::stoul(row[9])));
        all.origins.push_back(row[10]);
    });
    return all;
}

m::People prepared(const Made& made, const m::Variants& variants, std::size_t number)
{
    m::People people;
    people.variants = variants;
    for (std::size_t at = 0; at < number; ++at) m::add(people, made.records[at]);
    return people;
}

void tell(std::string_view what, const m::Linkage& linkage, const Made& made)
{
    const auto found = m::evaluate(linkage.firsts(), made.truth);
    const auto bands = m::bands_of(linkage, made.truth);
    const auto records = static_cast<double>(bands.records);
    fmt::print("{}: F1 {:.4f}, precision {:.4f}, recall {:.4f}; automatic pairs right {:.4f}; records unsure {:.2f}%, for a clerk {:.2f}%\n", what, found.f1(), found.precision(), found.recall(),
               static_cast<double>(bands.right_automatic_pairs) / static_cast<double>(std::max<std::int64_t>(bands.automatic_pairs, 1)), 100 * static_cast<double>(bands.records_unsure) / records, 100 * static_cast<double>(bands.records_for_a_clerk) / records);
}

/// True pairs of one group of names, and how many were found, by person, so that the interval counts persons and not their pairs.
struct OfOrigin {
    std::vector<std::pair<double, double>> persons;  ///< pairs, found
    double recall() const
    {
        double pairs = 0, found = 0;
        for (const auto& [all, right] : persons) pairs += all, found += right;
        return found / pairs;
    }
    /// Of the ratio of two sums over persons. Source: Cochran 1977, "Sampling techniques", chapter 6.
    double variance() const
    {
        double pairs = 0, sum = 0;
        const auto ratio = recall();
        for (const auto& [all, right] : persons) pairs += all, sum += (right - ratio * all) * (right - ratio * all);
        return sum / (pairs * pairs);
    }
};

void tell_recall_by_origin(const m::Linkage& linkage, const Made& made)
{
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> records;
    for (std::uint32_t place = 0; place < made.truth.size(); ++place) records[made.truth[place]].push_back(place);
    std::map<std::string, OfOrigin> by_origin;
    OfOrigin others;
    for (const auto& [person, places] : records) {
        if (places.size() < 2) continue;
        double pairs = 0, found = 0;
        for (std::size_t one = 0; one < places.size(); ++one)
            for (auto other = one + 1; other < places.size(); ++other) ++pairs, found += linkage.person(places[one]) == linkage.person(places[other]) ? 1 : 0;
        by_origin[made.origins[places.front()]].persons.emplace_back(pairs, found);
        if (made.origins[places.front()] != "british") others.persons.emplace_back(pairs, found);
    }
    for (const auto& [origin, of] : by_origin) fmt::print("  recall of names {}: {:.4f} of {} persons\n", origin, of.recall(), of.persons.size());
    const auto& british = by_origin["british"];
    const auto difference = british.recall() - others.recall(), half = 1.96 * std::sqrt(british.variance() + others.variance());
    fmt::print("  recall of british names less that of all others: {:.2f} points, 95% interval {:.2f} to {:.2f} (mark: within 1 point)\n", 100 * difference, 100 * (difference - half), 100 * (difference + half));
}

void tell_arrivals(const Made& made, const m::Variants& names, std::size_t arriving)
{
    const auto first = made.records.size() - arriving;
    m::Linkage linkage{prepared(made, names, first)};
    std::vector<double> milliseconds;
    for (std::size_t at = first; at < made.records.size(); ++at) {
        const auto began = Clock::now();
        if (!linkage.arrive(made.records[at])) std::abort();
        milliseconds.push_back(1000 * seconds_since(began));
    }
    std::ranges::sort(milliseconds);
    fmt::print("one record arriving among {}: p50 {:.3f} ms, p99 {:.3f} ms, most {:.2f} ms (marks: 0.5 and 5)\n", first, milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 99 / 100], milliseconds.back());
}

void tell_durable_arrivals(const Made& made, const m::Variants& names, std::size_t arriving)
{
    const auto first = made.records.size() - arriving;
    const auto path = (std::filesystem::temp_directory_path() / fmt::format("matching_bench_{}.log", getpid())).string();
    {
        auto kept = KeptLinkage::open(path, names, 0.5, {});
        auto began = Clock::now();
        if (!kept->begin(prepared(made, names, first), {made.records.begin(), made.records.begin() + static_cast<std::ptrdiff_t>(first)})) std::abort();
        fmt::print("a log begun with {} records: {:.1f} s\n", first, seconds_since(began));
        began = Clock::now();
        if (!kept->feed({made.records.begin() + static_cast<std::ptrdiff_t>(first), made.records.end()})) std::abort();
        const auto seconds = seconds_since(began);
        fmt::print("{} arrivals, each on disk before it counts: {:.1f} s, {:.0f} a second (mark: 5,000)\n", arriving, seconds, static_cast<double>(arriving) / seconds);
    }
    const auto began = Clock::now();
    const auto kept = KeptLinkage::open(path, names, 0.5, {});
    fmt::print("all of it replayed: {:.1f} s\n", seconds_since(began));
    std::filesystem::remove(path);
}

}  // namespace

int bench(std::int64_t records, std::uint64_t seed)
{
    const auto names = variants_in(*packs::Packs::load(packs::built_in_files()));
    for (const auto kind : {MadeKind::children, MadeKind::workers}) {
        const auto all = made({.kind = kind, .records = records, .seed = seed});
        const auto began = Clock::now();
        const m::Linkage linkage{prepared(all, names, all.records.size())};
        fmt::print("{} {}, seed {}: prepared and joined in {:.2f} s, {} pairs compared\n", records, kind == MadeKind::children ? "children's records" : "workers' records", seed, seconds_since(began), linkage.compared());
        tell("  with variants of names", linkage, all);
        tell("  without variants", m::Linkage{prepared(all, {}, all.records.size())}, all);
        tell_recall_by_origin(linkage, all);
        if (kind == MadeKind::workers) continue;
        const auto arriving = std::min<std::size_t>(20'000, all.records.size() / 5);
        tell_arrivals(all, names, arriving);
        tell_durable_arrivals(all, names, arriving);
    }
    return 0;
}

}  // namespace kith::app

int main(int count, char** words)
{
    const auto number = [&](int at, std::int64_t otherwise) { return count > at ? std::atoll(words[at]) : otherwise; };
    return kith::app::bench(number(1, 1'000'000), static_cast<std::uint64_t>(number(2, 2026)));
}
