#pragma once
// Six kinds of file about what is dated in the partnership: links between organisations, register numbers, clusters, teams, their members,
// named links. Handed in by the partnership, for the whole area.
#include "packs/packs.hpp"
#include "returns/kind.hpp"

#include <memory>

namespace kith::intake {

returns::Kind organisation_links_kind(std::shared_ptr<const packs::Packs> packs);
returns::Kind register_numbers_kind(std::shared_ptr<const packs::Packs> packs);
returns::Kind clusters_kind(std::shared_ptr<const packs::Packs> packs);
returns::Kind teams_kind(std::shared_ptr<const packs::Packs> packs);
returns::Kind team_members_kind(std::shared_ptr<const packs::Packs> packs);
returns::Kind named_links_kind(std::shared_ptr<const packs::Packs> packs);

/// Every code that these files and those of organisations and settings may use, as CSV: list, code, what it means, what it looks like.
std::string partnership_codes(const packs::Packs& packs);

}  // namespace kith::intake
