#pragma once
// New people of a return whom the organisation seems to hold already, under other references: same given name, family name and date of birth, or
// the same National Insurance number.
// An organisation that hands in payroll numbers for the references it used before would otherwise be doubled. Pure.
#include "intake/register_rules.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace kith::intake {

/// The rule that says it, row by row.
inline constexpr std::string_view held_already_rule = "K-LAST-11";

/// Rows whose reference is new and whose names, folded, and date of birth, or whose National Insurance number, are those of somebody held with a job that has not ended, under a
/// reference that stands nowhere in the file.
std::vector<Spoken> held_already(const AgainstRegister& against);

/// How many people those rows are, where they are enough of those who are new for the return to stop and ask; 0 where they are not.
std::int64_t held_already_to_ask(const AgainstRegister& against);

}  // namespace kith::intake
