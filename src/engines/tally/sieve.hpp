#pragma once
// Decides which rows a query counts, a block of rows at a time: the days of every row, then each filter over the rows that are left, the one that
// leaves fewest first. So little of a column is read where another has said no. Private to the engine.
#include "tally/query.hpp"

#include <array>

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
            const auto left = sift(start, std::min(block, last - start));
            for (std::size_t place = 0; place < left; ++place) take(start + left_[place]);
        }
    }

private:
    static constexpr std::size_t block = 4096;  // its places and a block of every column stay in the nearer caches
    /// For each code whether it passes.
    using Mask = std::vector<std::uint8_t>;
    struct Filter {
        std::span<const Code> codes;              ///< of each row, or where there are ordinals of each record
        std::span<const std::uint32_t> ordinals;  ///< none where the codes are of each row
        Mask mask;
        std::size_t asked = 0;
        std::size_t passed = 0;
    };

    std::size_t sift(std::size_t start, std::size_t rows);
    std::size_t sift_days(std::size_t start, std::size_t rows);
    std::size_t sift_scope(std::size_t start, std::size_t left);

    const Table& table_;
    Counting counting_;
    std::int32_t day_;
    std::int32_t since_;
    bool everything_;
    std::vector<Filter> filters_;
    Mask organisations_;
    Mask localities_;
    std::vector<std::int64_t> records_;
    std::array<std::uint8_t, block> passes_;
    std::array<std::uint32_t, block> left_;  ///< places within the block of the rows that pass so far, in order
};

}  // namespace kith::tally
