#include "db/seal.hpp"

#include <fmt/format.h>

namespace kith::db {

void PartHasher::made(std::int64_t row_id, std::int64_t id, const Bytes& digest)
{
    made_.integer(row_id).integer(id).bytes(digest);
    ++part_.made;
}

void PartHasher::ended(std::int64_t row_id)
{
    ended_.integer(row_id);
    ++part_.ended;
}

void PartHasher::erased(std::string_view table, std::int64_t row_id, std::string_view column, const Bytes& leaf)
{
    made_.text(table).integer(row_id).text(column).bytes(leaf);
    ++part_.made;
}

Part PartHasher::done()
{
    part_.hash = Hasher{"kith part 1"}.bytes(made_.done()).bytes(ended_.done()).done();
    return part_;
}

Hash reason_leaf(std::span<const unsigned char> salt, std::string_view reason)
{
    return leaf_of(leaf_salt(salt, "reason"), std::string{reason});
}

Hash change_set_hash(const Row& set, const std::map<std::string, Part>& parts)
{
    Hasher hasher{"kith change set 1"};
    hasher.bytes(set.get<Bytes>("previous_hash")).integer(set.get<std::int64_t>("id")).text(set.get<std::string>("public_id"));
    hasher.text(set.get<std::string>("made_at")).optional_integer(set.get<std::optional<std::int64_t>>("account_id"));
    hasher.text(set.get<std::string>("actor")).bytes(set.get<Bytes>("reason_leaf"));
    hasher.optional_integer(set.get<std::optional<std::int64_t>>("return_id"));
    hasher.optional_integer(set.get<std::optional<std::int64_t>>("undoes"));
    for (const auto& [table, part] : parts) hasher.text(table).integer(part.made).integer(part.ended).bytes(part.hash);
    return hasher.done();
}

namespace {

/// What was made went by on its way in, in the order of row_id; what was ended is read back in that order.
Part part_of(Writer& writer, const std::string& table, PartHasher& hasher, std::int64_t set)
{
    writer.each(fmt::format("SELECT row_id FROM {} WHERE ended_by = $1 ORDER BY row_id", table),
                [&](const Row& row) { hasher.ended(row.at<std::int64_t>(0)); }, set);
    return hasher.done();
}

Part erasures_of(Writer& writer, std::int64_t set)
{
    PartHasher hasher;
    writer.each("SELECT table_name, row_id, column_name, leaf FROM erased_value WHERE erased_by = $1 ORDER BY table_name, row_id, column_name",
                [&](const Row& row) {
                    hasher.erased(row.at<std::string>(0), row.at<std::int64_t>(1), row.at<std::string>(2), row.at<Bytes>(3));
                },
                set);
    return hasher.done();
}

}  // namespace

void seal(Writer& writer, OpenSet& set)
{
    set.sealed = true;
    std::map<std::string, Part> parts;
    for (auto& [table, hasher] : set.tables) {
        auto part = part_of(writer, table, hasher, set.id);
        if (part.made + part.ended > 0) parts.emplace(table, part);
    }
    if (set.erases) parts.emplace(erasures, erasures_of(writer, set.id));
    for (const auto& [table, part] : parts) {
        writer.run("INSERT INTO change_set_part (change_set_id, table_name, rows_made, rows_ended, hash) VALUES ($1, $2, $3, $4, $5)", set.id,
                   table, part.made, part.ended, bytes_of(part.hash));
    }
    auto row = writer.one("SELECT * FROM change_set WHERE id = $1", set.id);
    writer.run("UPDATE change_set SET hash = $1 WHERE id = $2", bytes_of(change_set_hash(row.value(), parts)), set.id);
}

}  // namespace kith::db
