#pragma once
// How long requests took, in fixed buckets that grow by a quarter of a doubling. Counts only: no request can be told from another.
#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

class Histogram {
public:
    static constexpr std::size_t buckets = 108;  ///< up to 2^27 microseconds (134 s), the last takes all above
    void record(std::uint64_t microseconds);
    /// Upper bound of bucket `index` in microseconds.
    static double bound(std::size_t index);
    std::array<std::uint64_t, buckets> counts() const;
    std::uint64_t total_microseconds() const { return sum_.load(std::memory_order_relaxed); }

private:
    std::array<std::atomic<std::uint64_t>, buckets> counts_{};
    std::atomic<std::uint64_t> sum_{0};
};

/// The time in milliseconds that the part `share` (0.99) of the counted requests stayed under: the upper bound of the bucket in which it
/// lies, so never flattering; 0 where nothing was counted.
double percentile(const std::array<std::uint64_t, Histogram::buckets>& counts, double share);

/// A name and its histogram, as text in the Prometheus exposition format, with p50 and p99 in milliseconds beside.
std::string metrics_text(const std::vector<std::pair<std::string, const Histogram*>>& histograms);

}  // namespace kith::web
