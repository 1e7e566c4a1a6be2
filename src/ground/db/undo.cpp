#include "db/change_set.hpp"
#include "db/error.hpp"
#include "db/schema.hpp"
#include "db/seal.hpp"

#include <fmt/format.h>

namespace kith::db {
namespace {

/// The set that stands in the way of undoing `set` in this table: 0 where none does.
std::int64_t blocker_in(Writer& writer, const Table& table, std::int64_t set)
{
    // A row it made was superseded since; or a thing it ended has come back since.
    auto row = writer.one(fmt::format("SELECT COALESCE(MIN(later), 0) AS later FROM ("
                                      "SELECT ended_by AS later FROM {0} WHERE made_by = $1 AND ended_by <> $1 UNION ALL "
                                      "SELECT c.made_by AS later FROM {0} e JOIN {0} c ON c.id = e.id AND c.ended_by IS NULL "
                                      "WHERE e.ended_by = $1 AND c.made_by <> $1) blockers", table.name), set);
    return row->get<std::int64_t>("later");
}

std::string date_of(Writer& writer, std::int64_t set)
{
    auto entry = find_change_set(writer, set);
    return entry ? entry->made_at.in_words() : "an unknown day";
}

Result<void> check_undoable(Writer& writer, const std::vector<Table>& tables, std::int64_t set)
{
    auto entry = find_change_set(writer, set);
    if (!entry) return not_found("Change");
    if (entry->undone_by) {
        return conflict(fmt::format("This has already been undone, by change {} of {}", *entry->undone_by, date_of(writer, *entry->undone_by)));
    }
    if (writer.one("SELECT 1 AS found FROM erased_value WHERE erased_by = $1", set)) {
        return conflict("This change erased personal details, which cannot be brought back");
    }
    for (const auto& table : tables) {
        if (auto later = blocker_in(writer, table, set); later != 0) {
            return conflict(fmt::format("Change {} of {} has since changed the same records. Undo that one first", later, date_of(writer, later)));
        }
    }
    return {};
}

/// The table as rooms declare it; its names are those of `table`, which must live on.
RegisterTable declared(const Table& table)
{
    RegisterTable declaration{table.name, {}};
    for (const auto& column : table.own_columns()) {
        for (const auto& lasting : table.columns) {
            if (lasting.name == column.name) declaration.columns.push_back({lasting.name, lasting.kind});
        }
    }
    return declaration;
}

struct Revived {
    std::vector<std::int64_t> ids;
    PreparedRows rows;
};

/// Copies of the rows that `set` ended and had not made itself.
Revived revived(Writer& writer, const Table& table, const RegisterTable& declaration, std::int64_t set)
{
    std::vector<std::string_view> names;
    for (const auto& column : declaration.columns) names.push_back(column.name);
    Revived copies{{}, PreparedRows{declaration, names, writer.database().options().random}};
    writer.each(fmt::format("SELECT id{} FROM {} WHERE ended_by = $1 AND made_by <> $1 ORDER BY row_id",
                            names.empty() ? "" : fmt::format(", {}", fmt::join(names, ", ")), table.name),
                [&](const Row& row) {
                    copies.ids.push_back(row.at<std::int64_t>(0));
                    copies.rows.add(std::vector<Argument>(row.values().begin() + 1, row.values().end()));
                },
                set);
    return copies;
}

}  // namespace

Result<std::int64_t> undo(Writer& writer, const UndoRequest& request)
{
    auto tables = register_tables_of(writer);
    if (auto allowed = check_undoable(writer, tables, request.change_set); !allowed) return std::unexpected(allowed.error());
    ChangeSet undoing{writer, request.now, request.author, request.reason, request.return_id};
    writer.run("UPDATE change_set SET undoes = $1 WHERE id = $2", request.change_set, undoing.id());
    for (const auto& table : tables) {
        auto declaration = declared(table);
        auto copies = revived(writer, table, declaration, request.change_set);
        auto ended = writer.run(fmt::format("UPDATE {} SET ended_by = $1 WHERE made_by = $2 AND ended_by IS NULL", table.name), undoing.id(),
                                request.change_set);
        if (ended > 0) undoing.touch(table.name);
        if (copies.ids.empty()) continue;
        undoing.append(declaration, std::move(copies.rows), [&](std::size_t i, std::int64_t) { return copies.ids[i]; });
    }
    return undoing.id();
}

}  // namespace kith::db
