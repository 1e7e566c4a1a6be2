#include "partnership/changes_store.hpp"

#include <fmt/format.h>

namespace kith::partnership {

namespace {

std::string made_by_hand(const std::vector<std::string>& elsewhere)
{
    std::string tables = "'organisation', 'setting', 'locality', 'organisation_link', 'register_number', 'cluster', 'cluster_setting', 'team', 'team_member', 'named_link'";
    for (const auto& table : elsewhere) tables += ", '" + table + "'";
    return fmt::format("FROM change_set c WHERE c.return_id IS NULL AND EXISTS (SELECT 1 FROM change_set_part p WHERE p.change_set_id = c.id AND p.table_name IN ({}))", tables);
}

std::string by_hand(const std::vector<std::string>& elsewhere)
{
    return "SELECT c.id, c.public_id, c.made_at, c.account_id, c.actor, c.reason, c.undoes, (SELECT MIN(u.id) FROM change_set u WHERE u.undoes = c.id) AS undone_by "
           + made_by_hand(elsewhere);
}

db::ChangeSetEntry entry_of(const db::Row& row)
{
    db::ChangeSetEntry entry;
    entry.id = row.get<std::int64_t>("id");
    entry.public_id = row.get<PublicId>("public_id");
    entry.made_at = row.get<Instant>("made_at");
    entry.author = {row.get<std::optional<std::int64_t>>("account_id"), row.get<std::string>("actor")};
    entry.reason = row.get<std::optional<std::string>>("reason");
    entry.undoes = row.get<std::optional<std::int64_t>>("undoes");
    entry.undone_by = row.get<std::optional<std::int64_t>>("undone_by");
    return entry;
}

}  // namespace

std::int64_t count_changes_by_hand(db::Reader& reader, const std::vector<std::string>& elsewhere)
{
    return reader.one("SELECT COUNT(*) AS changes " + made_by_hand(elsewhere))->get<std::int64_t>("changes");
}

std::vector<db::ChangeSetEntry> changes_by_hand(db::Reader& reader, const std::vector<std::string>& elsewhere, int limit, std::int64_t offset)
{
    std::vector<db::ChangeSetEntry> entries;
    reader.each(fmt::format("{} ORDER BY c.id DESC LIMIT {} OFFSET {}", by_hand(elsewhere), limit, offset), [&](const db::Row& row) { entries.push_back(entry_of(row)); });
    return entries;
}

Result<db::ChangeSetEntry> find_change_by_hand(db::Reader& reader, const std::vector<std::string>& elsewhere, const PublicId& id)
{
    auto row = reader.one(fmt::format("{} AND c.public_id = $1", by_hand(elsewhere)), id);
    if (!row) return not_found("Change");
    return entry_of(*row);
}

}  // namespace kith::partnership
