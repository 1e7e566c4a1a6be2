#pragma once
// Change sets that someone made by hand in what this room holds, for the page that lists them and takes them back. Private to the room.
#include "db/change_set.hpp"

#include <vector>

namespace kith::partnership {

/// The newest `most` of them; those that a return made are undone where the return is.
std::vector<db::ChangeSetEntry> changes_by_hand(db::Reader& reader, int most);
/// One of them; not found where the set is not one of these.
Result<db::ChangeSetEntry> find_change_by_hand(db::Reader& reader, const PublicId& id);

}  // namespace kith::partnership
