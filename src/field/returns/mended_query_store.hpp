#pragma once
// Queries that a later return mends: one that changes, of the same person, a value that the query looks at. Private to this room.
#include "returns/kind.hpp"
#include "returns/return_store.hpp"

#include <vector>

namespace kith::returns {

/// An open query of an earlier return.
struct EarlierQuery {
    ReturnId of;
    std::int64_t number = 0;
};

/// Those that taking `handed_in` mends, asked while the register still stands as it was. None where it lists everyone: it stands in the place of
/// the returns before it, and asks itself.
std::vector<EarlierQuery> queries_mended_by(db::Reader& reader, const Kind& kind, const HandedIn& handed_in, const Checked& checked);
void keep_mended(db::Writer& writer, ReturnId by, const std::vector<EarlierQuery>& queries);
/// The return is undone: what it mended is asked again.
void forget_mended(db::Writer& writer, ReturnId by);

}  // namespace kith::returns
