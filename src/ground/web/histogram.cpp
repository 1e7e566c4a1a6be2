#include "web/histogram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kith::web {
namespace {

using Counts = std::array<std::uint64_t, Histogram::buckets>;

std::string one_route(std::string_view name, const Counts& counts, std::uint64_t microseconds)
{
    std::string out;
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;  // a bucket nobody fell into adds nothing to what is read
        below += counts[i];
        out += fmt::format("kith_request_seconds_bucket{{route=\"{}\",le=\"{:.6f}\"}} {}\n", name, Histogram::bound(i) / 1e6, below);
    }
    out += fmt::format("kith_request_seconds_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", name, below);
    out += fmt::format("kith_request_seconds_sum{{route=\"{}\"}} {:.6f}\n", name, static_cast<double>(microseconds) / 1e6);
    out += fmt::format("kith_request_seconds_count{{route=\"{}\"}} {}\n", name, below);
    for (auto [share, label] : {std::pair{0.5, "0.5"}, std::pair{0.99, "0.99"}})
        out += fmt::format("kith_request_milliseconds{{route=\"{}\",quantile=\"{}\"}} {:.3f}\n", name, label, percentile(counts, share));
    return out;
}

}  // namespace

double Histogram::bound(std::size_t index) { return std::exp2(static_cast<double>(index) / 4.0); }

void Histogram::record(std::uint64_t microseconds)
{
    auto index = microseconds <= 1 ? 0.0 : std::ceil(std::log2(static_cast<double>(microseconds)) * 4.0 - 1e-9);
    auto bucket = std::min(static_cast<std::size_t>(index), buckets - 1);
    counts_[bucket].fetch_add(1, std::memory_order_relaxed);
    sum_.fetch_add(microseconds, std::memory_order_relaxed);
}

Counts Histogram::counts() const
{
    Counts out{};
    for (std::size_t i = 0; i < buckets; ++i) out[i] = counts_[i].load(std::memory_order_relaxed);
    return out;
}

double percentile(const Counts& counts, double share)
{
    auto total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
    if (total == 0) return 0.0;
    auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(total)));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        seen += counts[i];
        if (seen >= wanted) return Histogram::bound(i) / 1000.0;
    }
    return Histogram::bound(counts.size() - 1) / 1000.0;
}

std::string metrics_text(const std::vector<std::pair<std::string, const Histogram*>>& histograms)
{
    std::string out = "# TYPE kith_request_seconds histogram\n";
    Counts all{};
    std::uint64_t sum = 0;
    for (const auto& [name, histogram] : histograms) {
        auto counts = histogram->counts();
        if (std::ranges::all_of(counts, [](auto n) { return n == 0; })) continue;
        for (std::size_t i = 0; i < counts.size(); ++i) all[i] += counts[i];
        sum += histogram->total_microseconds();
        out += one_route(name, counts, histogram->total_microseconds());
    }
    return out + one_route("all", all, sum);
}

}  // namespace kith::web
