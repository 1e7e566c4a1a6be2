#pragma once
// Reader: one snapshot of the database, for one page. Writer: the one writer, from here to commit() or scope exit.
// SQL is portable, with parameters $1, $2 ...; both count the statements they run. After a DatabaseError only the way out is left.
#include "db/database.hpp"
#include "db/row.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kith::db {

struct OpenSet;

class Reader {
public:
    /// Waits for a free connection, at most Options::patience. Its snapshot is that of its first statement.
    explicit Reader(Database& database);
    virtual ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    template <class... A>
    Rows all(std::string_view sql, const A&... arguments) { return all_of(sql, packed(arguments...)); }
    /// The first row, or none.
    template <class... A>
    std::optional<Row> one(std::string_view sql, const A&... arguments) { return first_of(sql, packed(arguments...)); }
    template <class... A>
    void each(std::string_view sql, const std::function<void(const Row&)>& take, const A&... arguments)
    {
        each_of(sql, take, packed(arguments...));
    }
    /// The same with arguments made at run time, as for `IN ($1, $2, ...)`.
    Rows all_of(std::string_view sql, std::span<const Argument> arguments);
    void each_of(std::string_view sql, const std::function<void(const Row&)>& take, std::span<const Argument> arguments);

    /// How many statements this has run; opening and closing the transaction not counted.
    int statements() const { return statements_; }
    Engine engine() const;
    Database& database() const { return *database_; }
    /// For the layer itself (bulk door, schema, backup).
    Connection& connection() const { return *connection_; }

protected:
    struct ForWriting {};
    Reader(Database& database, ForWriting);
    template <class... A>
    static std::vector<Argument> packed(const A&... arguments) { return std::vector<Argument>{Argument{arguments}...}; }
    std::optional<Row> first_of(std::string_view sql, std::span<const Argument> arguments);
    void rows_added(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows);
    std::int64_t changed_by(std::string_view sql, std::span<const Argument> arguments);
    void finish(bool keep);
    bool is_finished() const { return finished_; }

private:
    Connection& usable();
    template <class Act>
    auto attempt(const Act& act);
    Database* database_;
    std::unique_ptr<Connection> connection_;
    int statements_ = 0;
    bool finished_ = false;
    bool failed_ = false;
};

class Writer : public Reader {
public:
    /// Waits for its turn, at most Options::patience, then throws DatabaseError `busy`. Sees everything committed before.
    explicit Writer(Database& database);
    ~Writer() override;

    /// How many rows changed.
    template <class... A>
    std::int64_t run(std::string_view sql, const A&... arguments) { return changed_by(sql, packed(arguments...)); }
    std::int64_t run_with(std::string_view sql, std::span<const Argument> arguments) { return changed_by(sql, arguments); }
    /// For `INSERT ... RETURNING id`: the id.
    template <class... A>
    std::int64_t insert(std::string_view sql, const A&... arguments) { return inserted_id(sql, packed(arguments...)); }
    /// Many rows into one table outside the registers, in the fastest way the engine has; counts as one statement.
    void add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows);
    /// Seals the change sets made in this Writer, then commits. Nothing can be run afterwards. Without it everything is rolled back.
    void commit();

private:
    friend class ChangeSet;
    std::int64_t inserted_id(std::string_view sql, std::span<const Argument> arguments);
    std::vector<std::shared_ptr<OpenSet>> sets_;
    class Turn;
    Writer(Database& database, std::unique_ptr<Turn> turn);
    std::unique_ptr<Turn> turn_;
};

}  // namespace kith::db
