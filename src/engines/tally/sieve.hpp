#pragma once
// Decides which rows a query counts, a block of rows and a column at a time, so that each column is read once and in order. Private to the engine.
#include "tally/query.hpp"

#include <bit>
#include <cstring>

namespace kith::tally {

class Sieve {
public:
    Sieve(const Table& table, const Query& query);

    /// Calls `take(row)` for each row that passes, in the order of the table.
    template <class Take>
    void each(Take take)
    {
        each_between(0, table_.size(), take);
    }
    /// The same for rows from `first` to before `last`.
    template <class Take>
    void each_between(std::size_t first, std::size_t last, Take take)
    {
        for (std::size_t start = first; start < last; start += block) {
            const auto rows = std::min(block, last - start);
            if (!sift(start, rows)) continue;
            for (std::size_t eight = 0; eight < rows; eight += 8) {
                std::uint64_t passing;
                std::memcpy(&passing, passes_.data() + eight, 8);
                // A byte is 0 or 1; the first byte is the lowest on the processors that Kith is built for, as sieve.cpp asserts.
                for (; passing != 0; passing &= passing - 1) take(start + eight + static_cast<std::size_t>(std::countr_zero(passing)) / 8);
            }
        }
    }

private:
    static constexpr std::size_t block = 2048;  // masks and a block of every column stay in the nearest cache
    /// For each code whether it passes.
    using Mask = std::vector<std::uint8_t>;
    struct Filter {
        std::span<const Code> codes;
        Mask mask;
    };
    struct DerivedFilter {
        std::span<const Code> of_record;
        Mask mask;
    };

    bool sift(std::size_t start, std::size_t rows);
    void sift_days(std::size_t start, std::size_t rows);
    void sift_scope(std::size_t start, std::size_t rows);

    const Table& table_;
    Counting counting_;
    std::int32_t day_;
    std::int32_t since_;
    bool everything_;
    std::vector<Filter> filters_;
    std::vector<DerivedFilter> derived_;
    Mask organisations_;
    Mask localities_;
    std::vector<std::int64_t> records_;
    std::array<std::uint8_t, block> passes_{};
};

}  // namespace kith::tally
