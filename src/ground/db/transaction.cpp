#include "db/transaction.hpp"

#include "db/error.hpp"
#include "db/pool.hpp"
#include "db/seal.hpp"

#include <stdexcept>
#include <utility>

namespace kith::db {

Reader::Reader(Database& database) : database_(&database), connection_(pool_of(database).take(Mode::read)) {}

Reader::Reader(Database& database, ForWriting) : database_(&database), connection_(pool_of(database).take(Mode::write)) {}

Reader::~Reader()
{
    if (!finished_) connection_->rollback();
    pool_of(*database_).give_back(std::move(connection_));
}

Engine Reader::engine() const
{
    return connection_->engine();
}

Connection& Reader::usable()
{
    if (finished_) throw std::logic_error("a statement was run after commit");
    if (failed_) throw DatabaseError(Failure::other, "a statement was run in a transaction that had failed");
    ++statements_;
    return *connection_;
}

/// After a failed statement PostgreSQL takes no more in this transaction, and so nor does SQLite here.
template <class Act>
auto Reader::attempt(const Act& act)
{
    auto& connection = usable();
    try {
        return act(connection);
    } catch (const DatabaseError&) {
        failed_ = true;
        throw;
    }
}

Rows Reader::all_of(std::string_view sql, std::span<const Argument> arguments)
{
    Rows rows;
    attempt([&](Connection& c) { return c.run(sql, arguments, [&](const Row& row) { rows.push_back(row); }); });
    return rows;
}

std::optional<Row> Reader::first_of(std::string_view sql, std::span<const Argument> arguments)
{
    std::optional<Row> first;
    attempt([&](Connection& c) {
        return c.run(sql, arguments, [&](const Row& row) {
            if (!first) first = row;
        });
    });
    return first;
}

void Reader::each_of(std::string_view sql, const std::function<void(const Row&)>& take, std::span<const Argument> arguments)
{
    attempt([&](Connection& c) { return c.run(sql, arguments, take); });
}

std::int64_t Reader::changed_by(std::string_view sql, std::span<const Argument> arguments)
{
    return attempt([&](Connection& c) { return c.run(sql, arguments, {}); });
}

void Reader::rows_added(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows)
{
    if (rows.empty()) return;
    attempt([&](Connection& c) {
        c.add_rows(table, columns, rows);
        return 0;
    });
}

void Reader::finish(bool keep)
{
    if (keep && failed_) throw DatabaseError(Failure::other, "the transaction had failed: nothing was kept");
    if (keep) {
        connection_->commit();
    } else {
        connection_->rollback();
    }
    finished_ = true;
}

/// The writer's turn within this program; between programs the engine's own lock decides.
class Writer::Turn {
public:
    explicit Turn(Database& database) : lock_(pool_of(database).turn(), std::defer_lock)
    {
        if (!lock_.try_lock_for(database.options().patience)) {
            throw DatabaseError(Failure::busy, "another change to the database is taking too long");
        }
    }

private:
    std::unique_lock<std::timed_mutex> lock_;
};

namespace {

/// Lets the turn be taken before the base class opens its transaction.
template <class Turn>
Database& after(const std::unique_ptr<Turn>&, Database& database)
{
    return database;
}

}  // namespace

Writer::Writer(Database& database) : Writer(database, std::make_unique<Turn>(database)) {}

Writer::Writer(Database& database, std::unique_ptr<Turn> turn) : Reader(after(turn, database), ForWriting{}), turn_(std::move(turn)) {}

Writer::~Writer()
{
    if (!is_finished()) finish(false);  // before the turn is given up
}

std::int64_t Writer::inserted_id(std::string_view sql, std::span<const Argument> arguments)
{
    auto row = first_of(sql, arguments);
    if (!row) throw DatabaseError(Failure::other, "an insert answered no id: does it end with RETURNING?");
    return row->at<std::int64_t>(0);
}

void Writer::add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows)
{
    rows_added(table, columns, rows);
}

void Writer::commit()
{
    for (const auto& set : sets_) seal(*this, *set);
    sets_.clear();
    finish(true);
    turn_.reset();
}

}  // namespace kith::db
