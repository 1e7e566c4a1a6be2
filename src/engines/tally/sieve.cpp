#include "tally/sieve.hpp"

#include <algorithm>

namespace kith::tally {

namespace {

std::vector<std::uint8_t> mask_of(const std::vector<Code>& codes, std::size_t size)
{
    std::vector<std::uint8_t> mask(size, 0);
    for (auto code : codes) {
        if (code < size) mask[code] = 1;
    }
    return mask;
}

/// Keeps of `left` places those that pass, in order; how many they are. Without a branch, since which pass is chance.
template <class Passes>
std::size_t keep(std::uint32_t* places, std::size_t left, Passes passes)
{
    std::size_t kept = 0;
    for (std::size_t at = 0; at < left; ++at) {
        const auto place = places[at];
        places[kept] = place;
        kept += passes(place) ? 1 : 0;
    }
    return kept;
}

}  // namespace

Sieve::Sieve(const Table& table, const Query& query)
    : table_(table), counting_(query.counting), day_(query.on.days_since_epoch()), since_(query.since.days_since_epoch()), everything_(query.scope.everything)
{
    for (std::size_t place = 0; place < column_count; ++place) {
        if (!query.filters[place]) continue;
        const auto column = static_cast<Column>(place);
        filters_.push_back({table.codes(column), {}, mask_of(*query.filters[place], table.dictionary(column).size())});
    }
    for (const auto& filter : query.derived_filters) filters_.push_back({filter.derived->of_record, table.ordinals(), mask_of(filter.codes, filter.derived->most + 1)});
    if (everything_) return;
    organisations_ = mask_of(query.scope.organisations, table.dictionary(Column::organisation).size());
    localities_ = mask_of(query.scope.localities, table.dictionary(Column::locality).size());
    records_ = query.scope.records;
    std::ranges::sort(records_);
}

std::size_t Sieve::sift(std::size_t start, std::size_t rows)
{
    auto left = sift_days(start, rows);
    for (auto& filter : filters_) {
        filter.asked += left;
        const auto* mask = filter.mask.data();
        if (filter.ordinals.empty()) {
            left = keep(left_.data(), left, [mask, codes = filter.codes.data() + start](std::uint32_t place) { return mask[codes[place]]; });
        } else {
            left = keep(left_.data(), left, [mask, codes = filter.codes.data(), ordinals = filter.ordinals.data() + start](std::uint32_t place) { return mask[codes[ordinals[place]]]; });
        }
        filter.passed += left;
    }
    // What let fewest of its rows pass comes first from now on.
    std::ranges::sort(filters_, [](const Filter& one, const Filter& other) { return one.passed * (other.asked + 1) < other.passed * (one.asked + 1); });
    return everything_ ? left : sift_scope(start, left);
}

std::size_t Sieve::sift_days(std::size_t start, std::size_t rows)
{
    const auto* from = table_.from_days().data() + start;
    const auto* to = table_.to_days().data() + start;
    switch (counting_) {
    case Counting::in_force:
        for (std::size_t row = 0; row < rows; ++row) passes_[row] = static_cast<std::uint8_t>((from[row] <= day_) & (to[row] >= day_));
        break;
    case Counting::joined:
        for (std::size_t row = 0; row < rows; ++row) passes_[row] = static_cast<std::uint8_t>((from[row] > since_) & (from[row] <= day_) & table_.joins()[start + row]);
        break;
    case Counting::left:
        for (std::size_t row = 0; row < rows; ++row) passes_[row] = static_cast<std::uint8_t>((to[row] >= since_) & (to[row] < day_) & table_.leaves()[start + row]);
        break;
    }
    std::size_t left = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        left_[left] = static_cast<std::uint32_t>(row);
        left += passes_[row];
    }
    return left;
}

std::size_t Sieve::sift_scope(std::size_t start, std::size_t left)
{
    const auto* organisations = table_.codes(Column::organisation).data() + start;
    const auto* localities = table_.codes(Column::locality).data() + start;
    const auto* ordinals = table_.ordinals().data() + start;
    if (records_.empty()) return keep(left_.data(), left, [&](std::uint32_t place) { return organisations_[organisations[place]] | localities_[localities[place]]; });
    return keep(left_.data(), left, [&](std::uint32_t place) {
        return (organisations_[organisations[place]] | localities_[localities[place]]) != 0 || std::ranges::binary_search(records_, table_.records()[ordinals[place]]);
    });
}

}  // namespace kith::tally
