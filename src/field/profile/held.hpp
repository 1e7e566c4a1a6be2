#pragma once
// What the records of a ground hold, as columns worked out for its day: highest level, statuses, languages, training, meetings. Pure.
#include "profile/ground.hpp"
#include "workforce/staff_fact.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace kith::profile {

/// True where the fact stood on the day: begun by then or without a day, and not run out.
bool stands_on(const tally::Fact& fact, Date day);
inline bool is_of(const tally::Fact& fact, workforce::FactKind kind) { return fact.kind == static_cast<std::uint8_t>(kind); }

/// The highest level of qualification held on the day, and one more: 4 is level 3, 0 none reported. The level stands with the qualification, or where it
/// does not is that of its code by the packs.
const tally::Derived& highest_levels(const Ground& ground);
/// 1 where a fact of that kind with one of these codes stood on the day.
tally::Derived holders(const Ground& ground, workforce::FactKind kind, const std::vector<tally::Code>& codes);
/// The codes of facts whose texts are these.
std::vector<tally::Code> fact_codes(const Ground& ground, const std::vector<std::string_view>& texts);

/// Staff who hold each code of a kind of fact on the day, most first: one line a code, labelled by the packs' list of the kind.
Panel staff_by_fact(const Ground& ground, workforce::FactKind kind, std::string lines_are);

}  // namespace kith::profile
