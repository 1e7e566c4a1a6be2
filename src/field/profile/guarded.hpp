#pragma once
// What someone is shown of a figure who may not see the field behind it: counts to the nearest ten of groups of least_shown or more, so that neither
// one answer nor two side by side tell of a few. Pure.
#include "profile/ground.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::profile {

/// True where the ground's viewer sees figures of that kind in groups only.
bool in_groups(const Ground& ground, Guard guard);
/// So few that a figure would tell of each; nobody is not few.
constexpr bool is_few(std::int64_t people) { return people > 0 && people < least_shown; }
/// True where a part of a whole would tell of few, those in it or the others.
constexpr bool tells_of_few(std::int64_t part, std::int64_t whole) { return is_few(part) || is_few(whole - part); }

/// A part of a group as this viewer is shown it: to the nearest ten where they see groups only, so that two questions whose answers differ by a few do not
/// tell of those few. The whole, which is who is counted and not what they are, needs no rounding.
std::int64_t shown_part(const Ground& ground, Guard guard, std::int64_t people);

/// Which of the groups of one whole are not shown: those of few, and as many of the next smallest as it takes that two or more are hidden, and
/// least_shown or more people in them; else they could be worked out from the whole and the rest.
std::vector<bool> hidden_groups(const std::vector<std::int64_t>& people);
/// The same, where there is a figure of each of several wholes: `of_whole` names that of each group.
std::vector<bool> hidden_groups(const std::vector<std::int64_t>& people, const std::vector<int>& of_whole);

/// Why this viewer is shown nothing of a guarded measure here; nothing where they are: the kind is not theirs, another day than today, fewer
/// than least_shown, filters that leave few out, who could be told from what is shown without them, or filters that ask for several values of one column, which
/// could be asked for one more or one less.
std::optional<std::string> why_withheld(const Ground& ground, Guard guard);

/// Hides every cell of these lines, and says so. No line leads to rows.
void hide_lines(Panel& panel, const std::vector<bool>& hidden);

}  // namespace kith::profile
