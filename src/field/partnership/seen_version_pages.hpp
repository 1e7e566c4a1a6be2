#pragma once
// Two people with the same form open: the second to save is told, rather than undoing unknowingly what the first one changed. The form
// carries the version of the row that it was filled from.
#include "db/change_set.hpp"
#include "web/visit.hpp"

namespace kith::partnership {

/// Remembers in the form which version of the row `id` of `table` it shows.
void fill_seen(web::Visit& visit, const db::RegisterTable& table, std::int64_t id);
/// The hidden field of it; nothing in a form that adds.
ui::Html seen_field(const web::Form& form);
/// A conflict where the row is no longer the version that was seen. Takes the writer's turn, so that it stays true until the commit.
Result<void> still_as_seen(web::Visit& visit, const db::RegisterTable& table, std::int64_t id);

}  // namespace kith::partnership
