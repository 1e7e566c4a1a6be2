#pragma once
// Rules that hold a file against what the register has of the organisation: against last time, and against what others have. Pure.
#include "intake/rule.hpp"
#include "intake/staff_difference.hpp"
#include "workforce/held_elsewhere.hpp"

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kith::intake {

/// By row: who is held under its National Insurance number by other organisations.
using Elsewhere = std::unordered_map<std::uint32_t, std::vector<workforce::HeldElsewhere>>;

/// What such a rule may ask.
struct AgainstRegister {
    const StaffFile& file;
    const FileIndex& index;
    const std::vector<std::uint32_t>& rows;  ///< of the organisation, taken, in order
    const partnership::Organisation& organisation;
    const workforce::RegisterView& view;
    const returns::Difference& difference;
    const RuleLimits& limits;
    Date today;
    const Elsewhere& elsewhere;
    bool lists_everyone = true;  ///< a return of changes says nothing of how many there are
};

struct RegisterRule {
    Rule rule;
    std::vector<Spoken> (*speaks)(const AgainstRegister& against);
};

std::span<const RegisterRule> rules_against_the_register();

/// What they say of one organisation's rows. `first`: findings of earlier organisations stand before.
returns::Findings judged_against_the_register(const AgainstRegister& against);

/// Lines of a file at which a rule asks for what the register answers, by rule: something is missing that is held, and the file has no such
/// column (a file that is silent leaves it as it is); a check came after the job's start, or is old, and another one is held.
using HeldAnyway = std::unordered_map<std::string_view, std::unordered_set<std::int64_t>>;
void note_held_anyway(HeldAnyway& held_anyway, const AgainstRegister& against);
/// Takes such findings away; not where the year's pack refuses the row for it.
void leave_out(returns::Findings& findings, const HeldAnyway& held_anyway);

}  // namespace kith::intake
