#pragma once
// Carries out what a file of organisations or settings asks for, in one change set. Part of the room's public door.
#include "db/change_set.hpp"
#include "partnership/dated_plan.hpp"

namespace kith::partnership {

/// All that is current, by code: what plan_for compares with.
HeldPartnership load_held(db::Reader& reader);

/// The same with all that is dated, for the files about it.
HeldDated load_held_dated(db::Reader& reader);

/// Writes the plan: localities and organisations before the settings that name them. A conflict where the register has moved on since the
/// plan was made; then nothing may be committed.
Result<void> carry_out(db::ChangeSet& changes, const PartnershipPlan& plan, Instant now);

}  // namespace kith::partnership
