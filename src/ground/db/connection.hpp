#pragma once
// The seam between the layer and its two engines; private to db. One connection, one thread at a time.
#include "db/database.hpp"
#include "db/row.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {

enum class Mode { read, write };
using RowSink = std::function<void(const Row&)>;

class Connection {
public:
    virtual ~Connection() = default;
    virtual Engine engine() const = 0;
    /// Runs one statement, prepared and kept; `sink` may be empty. Answers how many rows it changed.
    virtual std::int64_t run(std::string_view sql, std::span<const Argument> arguments, const RowSink& sink) = 0;
    /// Runs several statements without parameters, in the engine's own dialect.
    virtual void script(const std::string& sql) = 0;
    virtual void begin(Mode mode) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    /// Adds rows to a table in the fastest way the engine has. Every row has as many values as there are columns.
    virtual void add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows) = 0;
    /// False once the connection is lost: the pool drops it.
    virtual bool is_usable() const = 0;
};

/// Both engines take only UTF-8 without NUL; throws DatabaseError otherwise. What people hand in is checked before it comes here.
void check_text(std::string_view text);

std::unique_ptr<Connection> open_sqlite(const Options& options);
std::unique_ptr<Connection> open_postgresql(const Options& options);

}  // namespace kith::db
