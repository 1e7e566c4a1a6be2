#include "tally/facts.hpp"

#include <iterator>
#include <tuple>

namespace kith::tally {

namespace {

bool comes_before(const Fact& one, const Fact& other)
{
    return std::tie(one.record, one.kind, one.on, one.code, one.detail, one.until) < std::tie(other.record, other.kind, other.on, other.code, other.detail, other.until);
}

}  // namespace

Facts::Facts(std::vector<Fact> facts, Dictionary codes, Dictionary details)
    : facts_(std::move(facts)), codes_(std::move(codes)), details_(std::move(details))
{
    if (!std::ranges::is_sorted(facts_, comes_before)) std::ranges::sort(facts_, comes_before);
}

Facts Facts::with_records_replaced(std::span<const std::int64_t> records, std::vector<Fact> fresh, Dictionary codes, Dictionary details) const
{
    std::ranges::sort(fresh, comes_before);
    std::vector<Fact> kept;
    kept.reserve(facts_.size());
    std::ranges::copy_if(facts_, std::back_inserter(kept), [&](const Fact& fact) { return !std::ranges::binary_search(records, fact.record); });
    std::vector<Fact> merged;
    merged.reserve(kept.size() + fresh.size());
    std::ranges::merge(kept, fresh, std::back_inserter(merged), comes_before);
    return Facts{std::move(merged), std::move(codes), std::move(details)};
}

std::span<const Fact> Facts::of(std::int64_t record) const
{
    const auto [first, last] = std::ranges::equal_range(facts_, record, {}, &Fact::record);
    return {first, last};
}

}  // namespace kith::tally
