#pragma once
// Which records are compared at all: those that share one of several keys. Pure.
#include "matching/person.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::matching {

/// Places of two records in the run, the lower first.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// A key that too many records share, such as a birth date that a form fills in: it makes no pairs.
struct Capped {
    std::string key;           ///< what it is made of: "birth date and surname"
    std::int64_t records = 0;  ///< in the largest such block
    std::int64_t blocks = 0;
};

/// Records by their keys: names with birth date, with each other and with address, address by itself, whatever identifies, and one value alone where few have it. A block of records that share a key makes pairs while it is not
/// larger than is allowed for that key; which pairs there are depends on which records there are, not on the order in which they came.
class Keys {
public:
    /// Takes in all of them at once: sorted lists, on two threads.
    explicit Keys(const People& people);
    /// Takes in one more. Where that makes a block larger than is allowed, `outgrown` is called with its records, this one aside: pairs among them that no other key makes are pairs no longer.
    void add(const People& people, std::uint32_t place, const std::function<void(const std::vector<std::uint32_t>&)>& outgrown);

    /// Every pair of the records taken in at once, each once, in order.
    std::vector<Pair> pairs() const;
    /// The records that share a key with one, in order, itself left out.
    std::vector<std::uint32_t> sharing(const People& people, std::uint32_t place) const;
    /// True where a key makes a pair of them.
    bool make_pair_of(const People& people, std::uint32_t one, std::uint32_t other) const;
    /// Keys that too many share, of those that tell people apart and of the records taken in at once.
    std::vector<Capped> capped() const;

private:
    using Keyed = std::pair<std::uint64_t, std::uint32_t>;
    struct Table {
        std::vector<Keyed> first;  ///< sorted
        std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> later;
    };
    /// Adds the records of a block to `found`; where there are more than are allowed, none of them, and false.
    bool gather(std::size_t maker, std::uint64_t key, std::vector<std::uint32_t>& found) const;
    /// True where no more records share a key than are allowed.
    bool is_small(std::size_t maker, std::uint64_t key) const;
    std::vector<Table> tables_;
};

}  // namespace kith::matching
