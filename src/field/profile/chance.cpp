#include "profile/chance.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kith::profile {
namespace {

constexpr double z = 1.959963984540054;  // of the normal distribution, 2.5 percent above

double part_of(Share share) { return share.percent() / 100.0; }

Interval against_known(Share workforce, double children)
{
    const auto interval = wilson(workforce);
    return {interval.low - children, interval.high - children};
}

Interval difference_to(Share workforce, Share children, ChildrenCounted counted)
{
    return counted == ChildrenCounted::all ? against_known(workforce, part_of(children)) : difference_of(workforce, children);
}

Likeness judged(const Comparison& comparison, ChildrenCounted counted)
{
    const auto known = comparison.workforce.whole;
    if (known < least_known || comparison.children.whole == 0) return Likeness::too_few;
    if (comparison.difference.low > 0) return Likeness::more_common;
    if (comparison.difference.high < 0) return Likeness::less_common;
    return difference_to({0, known}, comparison.children, counted).high < 0 ? Likeness::no_more_than_chance : Likeness::too_few;
}

}  // namespace

Interval wilson(Share share)
{
    if (share.whole == 0) return {};
    const auto n = static_cast<double>(share.whole);
    const auto p = part_of(share);
    const auto middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const auto reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {share.part == 0 ? 0.0 : std::max(0.0, middle - reach), share.part == share.whole ? 1.0 : std::min(1.0, middle + reach)};
}

Interval difference_of(Share one, Share other)
{
    const auto first = wilson(one), second = wilson(other);
    const auto p = part_of(one), q = part_of(other);
    return {p - q - std::hypot(p - first.low, second.high - q), p - q + std::hypot(first.high - p, q - second.low)};
}

std::string_view words_for(Likeness likeness)
{
    switch (likeness) {
    case Likeness::more_common: return "more common";
    case Likeness::less_common: return "less common";
    case Likeness::no_more_than_chance: return "no more than chance would give";
    case Likeness::too_few: break;
    }
    return "too few to say";
}

Comparison compare_with_children(const GroupCount& workforce, Share children, ChildrenCounted counted)
{
    Comparison comparison{.workforce = {workforce.in_group, workforce.known}, .children = children, .left_out = workforce.not_known, .workforce_interval = {}, .difference = {-1, 1}};
    comparison.workforce_interval = wilson(comparison.workforce);
    if (workforce.known > 0 && children.whole > 0) comparison.difference = difference_to(comparison.workforce, children, counted);
    comparison.likeness = judged(comparison, counted);
    return comparison;
}

std::string in_words(std::string_view group, const Comparison& comparison)
{
    const auto& [workforce, children, left_out, interval, difference, likeness] = comparison;
    const auto share = workforce.whole == 0 ? std::string{"nobody known"}
        : fmt::format("{} of {}; {:.0f}% to {:.0f}%", with_commas(workforce.part), with_commas(workforce.whole), 100 * interval.low, 100 * interval.high);
    const auto among = children.whole == 0 ? std::string{"not known"} : fmt::format("{:.0f}%", children.percent());
    std::string words;
    if (likeness == Likeness::more_common || likeness == Likeness::less_common)
        words = fmt::format("{}: {} in the workforce ({}) than among children ({}).", group, words_for(likeness), share, among);
    else
        words = fmt::format("{}: {} in the workforce, {} among children: {}.", group, share, among,
                            likeness == Likeness::too_few ? words_for(likeness) : "a difference no more than chance would give");
    if (left_out > 0) words += fmt::format(" {} of whom nothing is known {} left out.", with_commas(left_out), left_out == 1 ? "is" : "are");
    return words;
}

}  // namespace kith::profile
