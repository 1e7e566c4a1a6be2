#pragma once
// What taking a plan from a file would change of the draft that is held, and the taking of it.
#include "strategy/plan_file.hpp"
#include "strategy/plan_register.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith::strategy {

/// The file held against the draft of its name. Things are the same by their code, or by their title where they have none.
struct PlanDifference {
    PlanFile file;
    std::optional<WholePlan> held;  ///< none: the plan is new
    std::vector<std::string> added, changed;  ///< what they are called
    std::int64_t unchanged = 0, absent = 0;   ///< `absent`: held, and not in the file; they stay
    std::vector<std::string> themes_made;     ///< named by rows, without a row of their own
    std::int64_t links = 0;                   ///< new ties from actions to what they serve
    bool plan_changes = false;                ///< its vision or period
    std::int64_t writes() const { return std::ssize(added) + std::ssize(changed) + std::ssize(themes_made) + links + (!held || plan_changes ? 1 : 0); }
    /// Changes whenever what taking it would do changes.
    std::string in_one_line() const;
};
PlanDifference difference_of(PlanFile file, std::optional<WholePlan> held);

/// Carries it out: the plan, its parts, its actions and what they serve. What a file does not say of a held action (who says how it goes, when it was done) stays.
Plan take(db::ChangeSet& changes, const PlanDifference& difference, Instant now);

}  // namespace kith::strategy
