#include "tally/sieve.hpp"

#include <algorithm>

namespace kith::tally {

static_assert(std::endian::native == std::endian::little);

namespace {

std::vector<std::uint8_t> mask_of(const std::vector<Code>& codes, std::size_t size)
{
    std::vector<std::uint8_t> mask(size, 0);
    for (auto code : codes) {
        if (code < size) mask[code] = 1;
    }
    return mask;
}

}  // namespace

Sieve::Sieve(const Table& table, const Query& query)
    : table_(table), counting_(query.counting), day_(query.on.days_since_epoch()), since_(query.since.days_since_epoch()), everything_(query.scope.everything)
{
    for (std::size_t place = 0; place < column_count; ++place) {
        if (!query.filters[place]) continue;
        const auto column = static_cast<Column>(place);
        filters_.push_back({table.codes(column), mask_of(*query.filters[place], table.dictionary(column).size())});
    }
    for (const auto& filter : query.derived_filters) derived_.push_back({filter.derived->of_record, mask_of(filter.codes, filter.derived->most + 1)});
    if (everything_) return;
    organisations_ = mask_of(query.scope.organisations, table.dictionary(Column::organisation).size());
    localities_ = mask_of(query.scope.localities, table.dictionary(Column::locality).size());
    records_ = query.scope.records;
    std::ranges::sort(records_);
}

bool Sieve::sift(std::size_t start, std::size_t rows)
{
    if (rows < block) passes_.fill(0);
    sift_days(start, rows);
    for (const auto& filter : filters_) {
        const auto* codes = filter.codes.data() + start;
        for (std::size_t row = 0; row < rows; ++row) passes_[row] &= filter.mask[codes[row]];
    }
    for (const auto& filter : derived_) {
        const auto* ordinals = table_.ordinals().data() + start;
        for (std::size_t row = 0; row < rows; ++row) passes_[row] &= filter.mask[filter.of_record[ordinals[row]]];
    }
    if (!everything_) sift_scope(start, rows);
    return std::any_of(passes_.begin(), passes_.begin() + static_cast<std::ptrdiff_t>(rows), [](auto passes) { return passes != 0; });
}

void Sieve::sift_days(std::size_t start, std::size_t rows)
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
}

void Sieve::sift_scope(std::size_t start, std::size_t rows)
{
    const auto* organisations = table_.codes(Column::organisation).data() + start;
    const auto* localities = table_.codes(Column::locality).data() + start;
    const auto* ordinals = table_.ordinals().data() + start;
    for (std::size_t row = 0; row < rows; ++row) {
        std::uint8_t within = organisations_[organisations[row]] | localities_[localities[row]];
        if (!within && passes_[row] && !records_.empty()) within = std::ranges::binary_search(records_, table_.records()[ordinals[row]]);
        passes_[row] &= within;
    }
}

}  // namespace kith::tally
