#pragma once
// Is a group as common in the workforce as among the children it serves, or is the difference no more than chance would give? Shares with
// intervals; those of whom nothing is known are left out and counted. Pure. (base/chance.hpp is where unpredictable bytes come from.)
#include "base/quantity.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kith::profile {

/// Ends of an interval of 95 percent, as parts of one.
struct Interval {
    double low = 0;
    double high = 1;
    bool contains(double value) const { return low <= value && value <= high; }
};

/// The score interval of a share without correction for continuity; nought to one where the whole is nought.
/// Source: Wilson 1927, Journal of the American Statistical Association 22, 209; recommended by Newcombe 1998, Statistics in Medicine 17, 857 (method 3).
Interval wilson(Share share);

/// The interval of the first share less the second, where both are samples, from their two score intervals.
/// Source: Newcombe 1998, Statistics in Medicine 17, 873 (method 10, hybrid score).
Interval difference_of(Share one, Share other);

/// People of known characteristic under which nothing is said. Kith's choice: with fewer, an interval is wider than a third.
inline constexpr std::int64_t least_known = 30;

/// How many of the people counted are of a group, and of how many nothing is known.
struct GroupCount {
    std::int64_t in_group = 0;
    std::int64_t known = 0;      ///< who answered; those of the group among them
    std::int64_t not_known = 0;  ///< not reported, not stated, refused
};

/// What the count of children is.
enum class ChildrenCounted : std::uint8_t {
    all,     ///< a census or register of all children: its share is taken as it is
    sample,  ///< a survey, or a count of some: it has an interval of its own
};

enum class Likeness : std::uint8_t {
    more_common,
    less_common,
    no_more_than_chance,
    too_few,  ///< fewer than least_known are known; or nothing is found, and not even none of them in the group would be
};
/// "more common", "less common", "no more than chance would give", "too few to say".
std::string_view words_for(Likeness likeness);

struct Comparison {
    Share workforce;
    Share children;
    std::int64_t left_out = 0;   ///< of the workforce: nothing is known of them
    Interval workforce_interval;
    Interval difference;         ///< workforce less children
    Likeness likeness = Likeness::too_few;
};

/// A group's share of the workforce against its share of the children. The people counted are taken as if drawn by chance from many who
/// might have been recruited; a difference counts where the 95 percent interval of it leaves out nought. One in twenty comparisons of equal
/// shares does so too. Where there are no children, nothing can be said.
Comparison compare_with_children(const GroupCount& workforce, Share children, ChildrenCounted counted);

/// "Men: less common in the workforce (24 of 200; 8% to 17%) than among children (51%). 14 of whom nothing is known are left out."
std::string in_words(std::string_view group, const Comparison& comparison);

}  // namespace kith::profile
