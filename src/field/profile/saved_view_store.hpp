#pragma once
// Saved views as rows, each read and written for its own account only. Private to the room.
#include "access/ids.hpp"
#include "db/transaction.hpp"
#include "profile/saved_view.hpp"

namespace kith::profile {

/// The views of an account, by name.
std::vector<SavedView> saved_views(db::Reader& reader, access::AccountId account);
/// Saves after the checks of the value and of its fit.
Result<SavedView> save_view(db::Writer& writer, access::AccountId account, SavedView view, Instant now);
/// Not found where the account has no such view.
Result<void> delete_view(db::Writer& writer, access::AccountId account, const PublicId& id);

}  // namespace kith::profile
