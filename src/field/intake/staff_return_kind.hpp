#pragma once
// The staff return as a kind of return: Kith's own format and the adult social care staff file, checked by intake's rules and written by
// the workforce's register. The only place where the three rooms meet.
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

returns::Kind staff_return_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

}  // namespace kith::intake
