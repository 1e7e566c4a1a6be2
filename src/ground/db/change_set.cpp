#include "db/change_set.hpp"

#include "db/error.hpp"
#include "db/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace kith::db {
namespace {

struct Head {
    std::int64_t id = 0;
    Bytes hash;
};

/// The newest set of all, sealed or (earlier in the same Writer) still to be.
Head head_of(Writer& writer, std::vector<std::shared_ptr<OpenSet>>& open)
{
    // Sets of one Writer are sealed one by one, before the next opens, so that each knows the hash it follows.
    for (const auto& set : open) seal(writer, *set);
    open.clear();
    auto row = writer.one("SELECT id, hash FROM change_set ORDER BY id DESC LIMIT 1");
    if (!row) return {0, Bytes(32, 0)};
    return {row->get<std::int64_t>("id"), row->get<Bytes>("hash")};
}

PreparedRows one_row(const RegisterTable& table, const Values& values, const RandomBytes& random)
{
    std::vector<std::string_view> names;
    std::vector<Argument> row;
    for (const auto& given : values) {
        names.push_back(given.name);
        row.push_back(given.value);
    }
    PreparedRows rows{table, std::move(names), random};
    rows.add(std::move(row));
    return rows;
}

}  // namespace

ChangeSet::ChangeSet(Writer& writer, Instant now, Author author, std::string reason, std::optional<std::int64_t> return_id)
    : writer_(&writer), set_(std::make_shared<OpenSet>())
{
    open(now, author, reason, return_id, {});
}

ChangeSet::ChangeSet(Writer& writer, const UndoRequest& undoing) : writer_(&writer), set_(std::make_shared<OpenSet>())
{
    open(undoing.now, undoing.author, undoing.reason, undoing.return_id, undoing.change_set);
}

void ChangeSet::open(Instant now, const Author& author, const std::string& reason, std::optional<std::int64_t> return_id,
                     std::optional<std::int64_t> undoes)
{
    auto& writer = *writer_;
    auto head = head_of(writer, writer.sets_);
    set_->id = head.id + 1;
    set_->public_id = writer.database().make_public_id(now, static_cast<int>(set_->id % 1000));
    Bytes salt(salt_size);
    writer.database().options().random(salt);
    writer.run("INSERT INTO change_set (id, public_id, made_at, account_id, actor, reason, reason_salt, reason_leaf, return_id, undoes, "
               "previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
               set_->id, set_->public_id, now, author.account, author.actor, reason, salt, bytes_of(reason_leaf(salt, reason)), return_id,
               undoes, head.hash, Bytes{});
    writer.sets_.push_back(set_);
}

std::int64_t ChangeSet::id() const
{
    return set_->id;
}

PublicId ChangeSet::public_id() const
{
    return set_->public_id;
}

void ChangeSet::must_be_open() const
{
    if (set_->sealed) throw std::logic_error("a change set was added to after a later one was opened");
}

void ChangeSet::touch(std::string_view table)
{
    must_be_open();
    if (!set_->tables.contains(table)) set_->tables.try_emplace(std::string{table});
}

/// Row ids are given out here, not by the engine: with one writer they are dense, rise with the change sets, and are the same
/// after a dump and load.
std::int64_t ChangeSet::next_row_id(std::string_view table)
{
    touch(table);
    auto found = set_->next_row_id.find(table);
    if (found == set_->next_row_id.end()) {
        auto row = writer_->one(fmt::format("SELECT COALESCE(MAX(row_id), 0) AS last FROM {}", table));
        found = set_->next_row_id.emplace(table, row->get<std::int64_t>("last") + 1).first;
    }
    return found->second;
}

void ChangeSet::append(const RegisterTable& table, PreparedRows rows, const std::function<std::int64_t(std::size_t, std::int64_t)>& id_of)
{
    if (rows.table_ != table.name) throw std::invalid_argument(fmt::format("rows prepared for {} were given to {}", rows.table_, table.name));
    auto row_id = next_row_id(table.name);
    auto& part = set_->tables.find(table.name)->second;
    for (std::size_t i = 0; i < rows.rows_.size(); ++i, ++row_id) {
        rows.rows_[i][0] = row_id;
        rows.rows_[i][1] = id_of(i, row_id);
        rows.rows_[i][2] = set_->id;
        part.made(row_id, std::get<std::int64_t>(rows.rows_[i][1]), std::get<Bytes>(rows.rows_[i][5]));
    }
    std::vector<std::string> columns{"row_id", "id", "made_by", "ended_by", "salt", "digest"};
    for (const auto& column : rows.columns_) columns.emplace_back(column.name);
    writer_->add_rows(table.name, columns, rows.rows_);
    set_->next_row_id.find(table.name)->second = row_id;
}

std::int64_t ChangeSet::next_id(const RegisterTable& table)
{
    return next_row_id(table.name);
}

std::int64_t ChangeSet::add(const RegisterTable& table, const Values& values)
{
    return add_many(table, one_row(table, values, writer_->database().options().random));
}

std::int64_t ChangeSet::add_many(const RegisterTable& table, PreparedRows rows)
{
    auto first = next_row_id(table.name);
    append(table, std::move(rows), [](std::size_t, std::int64_t row_id) { return row_id; });
    return first;
}

void ChangeSet::replace(const RegisterTable& table, std::int64_t id, const Values& values)
{
    replace_many(table, std::span{&id, 1}, one_row(table, values, writer_->database().options().random));
}

void ChangeSet::replace_many(const RegisterTable& table, std::span<const std::int64_t> ids, PreparedRows rows)
{
    if (ids.size() != rows.size()) throw std::invalid_argument("as many ids as rows are needed");
    end_current(table.name, ids);
    append(table, std::move(rows), [&](std::size_t i, std::int64_t) { return ids[i]; });
}

void ChangeSet::end(const RegisterTable& table, std::int64_t id)
{
    end_current(table.name, std::span{&id, 1});
}

void ChangeSet::end_many(const RegisterTable& table, std::span<const std::int64_t> ids)
{
    end_current(table.name, ids);
}

/// In blocks of 256 or 1, so that the engines see two statements and not one for every number of ids.
void ChangeSet::end_current(std::string_view table, std::span<const std::int64_t> ids)
{
    touch(table);
    while (!ids.empty()) {
        auto block = ids.first(ids.size() >= 2 ? std::min<std::size_t>(ids.size(), 256) : 1);
        std::size_t width = block.size() == 1 ? 1 : 256;
        std::string sql = fmt::format("UPDATE {} SET ended_by = $1 WHERE ended_by IS NULL AND id IN (", table);
        std::vector<Argument> arguments{Argument{set_->id}};
        for (std::size_t i = 0; i < width; ++i) {
            sql += fmt::format("{}${}", i == 0 ? "" : ", ", i + 2);
            arguments.emplace_back(block[std::min(i, block.size() - 1)]);
        }
        auto changed = writer_->run_with(sql + ")", arguments);
        if (changed != static_cast<std::int64_t>(block.size())) {
            throw DatabaseError(Failure::other, fmt::format("a row of {} to be superseded has no current version", table));
        }
        ids = ids.subspan(block.size());
    }
}

std::int64_t last_change_set(Reader& reader)
{
    return reader.one("SELECT COALESCE(MAX(id), 0) AS last FROM change_set")->get<std::int64_t>("last");
}

std::optional<ChangeSetEntry> find_change_set(Reader& reader, std::int64_t id)
{
    auto row = reader.one("SELECT s.*, (SELECT MIN(u.id) FROM change_set u WHERE u.undoes = s.id) AS undone_by FROM change_set s WHERE s.id = $1", id);
    if (!row) return std::nullopt;
    return ChangeSetEntry{row->get<std::int64_t>("id"),
                          row->get<PublicId>("public_id"),
                          row->get<Instant>("made_at"),
                          {row->get<std::optional<std::int64_t>>("account_id"), row->get<std::string>("actor")},
                          row->get<std::optional<std::string>>("reason"),
                          row->get<std::optional<std::int64_t>>("return_id"),
                          row->get<std::optional<std::int64_t>>("undoes"),
                          row->get<std::optional<std::int64_t>>("undone_by")};
}

}  // namespace kith::db
