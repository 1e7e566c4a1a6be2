#pragma once
// Where groups stand apart, and what has changed since last time: each difference with its interval, and which of them are more than chance
// once it is allowed for how many were looked at. Only groups that are shown are compared.
#include "assessment/results.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kith::assessment {

struct Gap {
    std::size_t measure = 0;  ///< place in the results'
    std::size_t one = 0, other = 0;  ///< places of the groups; of a change, the same group now and last time
    Difference difference;    ///< the one less the other
    double adjusted_p = 1;    ///< after Holm
    std::size_t looked_at = 1;  ///< differences in the family
    bool is_more_than_chance() const { return adjusted_p < level; }
    bool operator==(const Gap&) const = default;
};

/// Every two groups of one split, in every measure of that kind: the family that is allowed for. The one stands higher, or level.
std::vector<Gap> gaps_between(const Results& results, Split split, Measure::Kind kind);

/// Every group of one split now and last time, in every measure of that kind that was there both times: the one is now. Two answers of one
/// person count as if two had answered, which makes chance look larger than it is, never smaller.
std::vector<Gap> changes_since(const Results& now, const Results& before, Split split, Measure::Kind kind);

/// The largest first, those that are more than chance before all others; at most so many.
std::vector<Gap> ladder(std::vector<Gap> gaps, std::size_t most);

/// The sentence of `in_words`, with the names that the caller gives the two.
std::string in_words(const Gap& gap, const Named& one, std::string_view other);

}  // namespace kith::assessment
