#pragma once
// Change sets that someone made by hand in what this room holds, for the page that lists them and takes them back. Private to the room.
#include "db/change_set.hpp"

#include <string>
#include <vector>

namespace kith::partnership {

/// The newest first, `limit` of them after `offset`; those that a return made are undone where the return is. `elsewhere`: tables of other rooms that are
/// listed too.
std::vector<db::ChangeSetEntry> changes_by_hand(db::Reader& reader, const std::vector<std::string>& elsewhere, int limit, std::int64_t offset);
std::int64_t count_changes_by_hand(db::Reader& reader, const std::vector<std::string>& elsewhere);
/// One of them; not found where the set is not one of these.
Result<db::ChangeSetEntry> find_change_by_hand(db::Reader& reader, const std::vector<std::string>& elsewhere, const PublicId& id);

}  // namespace kith::partnership
