#pragma once
// Vacancies as a return: Kith's own vacancies file, a row each, checked by the rules of a vacancy and compared with what is held.
#include "packs/packs.hpp"
#include "returns/kind.hpp"

#include <memory>

namespace kith::intake {

/// Vacancies that the file does not name stay as they are.
returns::Kind vacancies_kind(std::shared_ptr<const packs::Packs> packs);

}  // namespace kith::intake
