#pragma once
// The partnership's own terms in the register, and all terms that it has. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "packs/packs.hpp"
#include "strategy/glossary.hpp"

namespace kith::strategy {

/// By term.
const db::TypedTable<OwnTerm>& own_terms();
/// Of the pack `terms` and the partnership's own, which stand in the place of the pack's.
Explained explained_terms(db::Reader& reader, const packs::Packs& packs);

}  // namespace kith::strategy
