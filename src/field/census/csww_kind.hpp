#pragma once
// The social work census as a kind of return: the authority's XML file checked, compared with its staff records, taken, and handed back with
// what to mend as comments in it.
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::census {

inline constexpr std::string_view census_path = "/returns/social-work-census";
/// The kind of organisation that returns it, as the list of kinds has it: the local authority.
inline constexpr std::string_view returns_census = "council";

returns::Kind csww_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

/// The file with a comment before each line of which a finding speaks; the same document for a machine.
std::string csww_annotated(const returns::File& file, const returns::Findings& findings);

}  // namespace kith::census
