#pragma once
// Which pairs of records are compared at all: those that share one of several keys. Pure.
#include "matching/person.hpp"

#include <cstdint>
#include <string>
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
struct Candidates {
    std::vector<Pair> pairs;   ///< each once, in order
    std::vector<Capped> capped;
};
/// Pairs of a union of keys: surname and birth date, forename and birth date, both names, birth date and postcode, postcode and forename, postcode and house, postcode and surname, names exchanged
/// with the birth date, birth date with the beginnings of both names, surname with month and first letter, whatever else tells people apart, and either name or the birth date alone where few have it. Blocks above `largest` make no pairs, and are told.
Candidates candidates(const People& people, std::size_t largest = 200);

}  // namespace kith::matching
