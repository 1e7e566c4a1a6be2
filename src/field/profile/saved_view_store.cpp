#include "profile/saved_view_store.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::profile {

std::vector<SavedView> saved_views(db::Reader& reader, access::AccountId account)
{
    std::vector<SavedView> views;
    reader.each("SELECT public_id, name, path, query FROM saved_view WHERE account_id = $1 ORDER BY id", [&](const db::Row& row) {
        views.push_back({.public_id = row.get<PublicId>("public_id"), .name = row.get<std::string>("name"), .path = row.get<std::string>("path"), .query = row.get<std::string>("query")});
    }, account);
    // Here and not in the statement: the engines order letters differently.
    std::ranges::stable_sort(views, {}, [](const SavedView& view) { return folded(view.name); });
    return views;
}

Result<SavedView> save_view(db::Writer& writer, access::AccountId account, SavedView given, Instant now)
{
    auto view = checked(std::move(given));
    if (!view) return view;
    if (auto fit = fits(*view, saved_views(writer, account)); !fit) return std::unexpected(fit.error());
    view->public_id = writer.database().make_public_id(now);
    writer.run("INSERT INTO saved_view (public_id, account_id, name, path, query, saved_at) VALUES ($1, $2, $3, $4, $5, $6)", view->public_id, account, view->name, view->path, view->query, now);
    return view;
}

Result<void> delete_view(db::Writer& writer, access::AccountId account, const PublicId& id)
{
    if (writer.run("DELETE FROM saved_view WHERE account_id = $1 AND public_id = $2", account, id) == 0) return std::unexpected(Problem{ProblemKind::not_found, "", "Saved view not found"});
    return {};
}

}  // namespace kith::profile
