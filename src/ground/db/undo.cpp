#include "db/change_set.hpp"
#include "db/error.hpp"
#include "db/points_at.hpp"
#include "db/schema.hpp"
#include "db/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kith::db {
namespace {

/// What became of the rows that a set made in one table, told by who made the rows that stand for them now.
struct Heirs {
    std::vector<std::int64_t> makers;  ///< the set itself, and undoings that brought its rows back
    std::int64_t blocker = 0;          ///< a set still in force that superseded one of them; 0 where none did
};

/// How many rows made by `maker` each set ended; only of things that `set` made a row of.
Rows enders(Reader& reader, const Table& table, std::int64_t maker, std::int64_t set)
{
    return reader.all(fmt::format("SELECT ended_by, COUNT(*) AS rows_ended FROM {0} WHERE made_by = $1 AND ended_by IS NOT NULL AND ended_by <> $2 "
                                  "AND id IN (SELECT id FROM {0} WHERE made_by = $2) GROUP BY ended_by ORDER BY ended_by", table.name), maker, set);
}

/// A later set that was itself undone stands in nobody's way: what it ended lives on in the rows that its undoing made.
Heirs heirs_in(Reader& reader, const Table& table, std::int64_t set)
{
    Heirs heirs{{set}, 0};
    for (std::size_t place = 0; place < heirs.makers.size(); ++place) {
        for (const auto& row : enders(reader, table, heirs.makers[place], set)) {
            const auto ender = row.get<std::int64_t>("ended_by");
            const auto undoing = reader.one("SELECT id FROM change_set WHERE undoes = $1 ORDER BY id", ender);
            if (!undoing) {
                heirs.blocker = heirs.blocker == 0 ? ender : std::min(heirs.blocker, ender);
                continue;
            }
            const auto maker = undoing->get<std::int64_t>("id");
            if (std::find(heirs.makers.begin(), heirs.makers.end(), maker) == heirs.makers.end()) heirs.makers.push_back(maker);
        }
    }
    return heirs;
}

/// The set that stands in the way of undoing `set` in this table: 0 where none does.
std::int64_t blocker_in(Reader& reader, const Table& table, std::int64_t set)
{
    if (const auto heirs = heirs_in(reader, table, set); heirs.blocker != 0) return heirs.blocker;
    // A thing that it ended for good has come back since.
    return reader.one(fmt::format("SELECT COALESCE(MIN(c.made_by), 0) AS later FROM {0} e JOIN {0} c ON c.id = e.id AND c.ended_by IS NULL "
                                  "WHERE e.ended_by = $1 AND e.made_by <> $1 AND e.id NOT IN (SELECT id FROM {0} WHERE made_by = $1)",
                                  table.name), set)->get<std::int64_t>("later");
}

/// Things of `table` that undoing `set` would leave without a current version: it made them, and nothing of theirs comes back.
std::string vanishing(const Table& table)
{
    return fmt::format("SELECT id FROM {0} WHERE made_by = $1 AND id NOT IN (SELECT id FROM {0} WHERE ended_by = $1 AND made_by <> $1)", table.name);
}

/// Where `set` brought the rows of `table` back that it stands in the way with, the set that made them: undoing that one takes them away, and
/// undoing an undoing would bring back only what it took.
std::int64_t maker_of(Reader& reader, const Table& table, std::int64_t set)
{
    for (auto entry = find_change_set(reader, set); entry && entry->undoes; entry = find_change_set(reader, set)) {
        const auto maker = reader.one(fmt::format("SELECT COALESCE(MAX(made_by), 0) AS maker FROM {0} WHERE ended_by = $1 AND made_by <> $1 "
                                                  "AND id IN (SELECT id FROM {0} WHERE made_by = $2 AND ended_by IS NULL)", table.name), *entry->undoes, set)->get<std::int64_t>("maker");
        if (maker == 0) break;
        set = maker;
    }
    return set;
}

/// The earliest later set with rows that point at something that undoing `set` would take away. Rows that `set` made itself go with it.
/// 0 where there is none.
std::int64_t user_of(Reader& reader, const std::vector<Table>& tables, const Table& table, std::int64_t set)
{
    std::int64_t first = 0;
    std::optional<bool> any;
    for (const auto& user : tables) {
        for (const auto& column : user.columns) {
            if (target_of(user.name, column.name, tables) != table.name) continue;
            if (!any) any = reader.one(vanishing(table) + " LIMIT 1", set).has_value();
            if (!*any) return 0;
            const auto later = reader.one(fmt::format("SELECT COALESCE(MIN(made_by), 0) AS later FROM {0} WHERE ended_by IS NULL AND {1} IN ({2}) "
                                                      "AND id NOT IN (SELECT id FROM {0} WHERE made_by = $1)", user.name, column.name, vanishing(table)),
                                          set)->get<std::int64_t>("later");
            if (const auto maker = maker_of(reader, user, later); maker != 0 && (first == 0 || maker < first)) first = maker;
        }
    }
    return first;
}

std::string date_of(Writer& writer, std::int64_t set)
{
    auto entry = find_change_set(writer, set);
    return entry ? entry->made_at.in_words() : "an unknown day";
}

Result<void> check_undoable(Writer& writer, std::int64_t set)
{
    auto entry = find_change_set(writer, set);
    if (!entry) return not_found("Change");
    if (entry->undone_by) {
        return conflict(fmt::format("This has already been undone, by change {} of {}", *entry->undone_by, date_of(writer, *entry->undone_by)));
    }
    if (writer.one("SELECT 1 AS found FROM erased_value WHERE erased_by = $1", set)) {
        return conflict("This change erased personal details, which cannot be brought back");
    }
    if (auto later = undo_blocker(writer, set); later != 0) {
        return conflict(fmt::format("Change {} of {} has since changed the same records, or added to them. Undo that one first", later, date_of(writer, later)));
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

/// Ends what `set` made, or what stands for it now; answers how many rows.
std::int64_t end_heirs(Writer& writer, const Table& table, std::int64_t set, std::int64_t by)
{
    std::int64_t ended = 0;
    for (const auto maker : heirs_in(writer, table, set).makers) {
        // Most often the maker is the set itself, and the engine need not look each id up.
        ended += maker == set ? writer.run(fmt::format("UPDATE {} SET ended_by = $1 WHERE made_by = $2 AND ended_by IS NULL", table.name), by, set)
                              : writer.run(fmt::format("UPDATE {0} SET ended_by = $1 WHERE made_by = $2 AND ended_by IS NULL "
                                                       "AND id IN (SELECT id FROM {0} WHERE made_by = $3)", table.name), by, maker, set);
    }
    return ended;
}

}  // namespace

std::int64_t undo_blocker(Reader& reader, std::int64_t change_set)
{
    const auto tables = register_tables_of(reader);
    for (const auto& table : tables) {
        if (auto later = blocker_in(reader, table, change_set); later != 0) return later;
    }
    for (const auto& table : tables) {
        if (auto later = user_of(reader, tables, table, change_set); later != 0) return later;
    }
    return 0;
}

Result<std::int64_t> undo(Writer& writer, const UndoRequest& request)
{
    auto tables = register_tables_of(writer);
    if (auto allowed = check_undoable(writer, request.change_set); !allowed) return std::unexpected(allowed.error());
    ChangeSet undoing{writer, request};
    for (const auto& table : tables) {
        auto declaration = declared(table);
        auto copies = revived(writer, table, declaration, request.change_set);
        if (end_heirs(writer, table, request.change_set, undoing.id()) > 0) undoing.touch(table.name);
        if (copies.ids.empty()) continue;
        undoing.append(declaration, std::move(copies.rows), [&](std::size_t i, std::int64_t) { return copies.ids[i]; });
    }
    return undoing.id();
}

}  // namespace kith::db
