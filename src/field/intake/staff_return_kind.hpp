#pragma once
// The staff return as a kind of return: Kith's own format and the adult social care staff file, checked by intake's rules and written by
// the workforce's register. The only place where the three rooms meet.
#include "intake/staff_check.hpp"
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

returns::Kind staff_return_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

/// What the file is read against: the partnership as the register holds it.
std::shared_ptr<const Surroundings> surroundings_of(const packs::Packs& packs, const returns::Handed& handed);

/// A staff file read and judged, with all that its rows point into.
struct ReadStaff {
    StaffCheck check;
    std::shared_ptr<const Surroundings> surroundings;
    std::shared_ptr<const void> reading;  ///< a mapping that read it; may be empty
};
/// Compared with what the register holds; its plan is what the kind's accept takes.
returns::Checked compared(ReadStaff read, const returns::Handed& handed, const packs::Packs& packs, const workforce::NumberKeeper& numbers);

}  // namespace kith::intake
