// SQLite behind the Connection seam: WAL, synchronous FULL, foreign keys on, statements kept.
#include "db/connection.hpp"
#include "db/error.hpp"
#include "db/sqlite_failure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <map>
#include <string>
#include <utility>

namespace kith::db {
namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

constexpr const char* cache_for_pages = "PRAGMA cache_size = -32000";
/// What a change of a million rows works on at the same time: with less, pages of the indexes go to the log and come back again and again.
constexpr const char* cache_for_many_rows = "PRAGMA cache_size = -256000";
constexpr std::size_t many_rows = 20'000;

struct Statement {
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    ColumnNames names;
    std::vector<int> places;  // places[i]: SQLite's number of $(i+1), 0 where the SQL does not use it
};

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(const Options& options);
    Engine engine() const override { return Engine::sqlite; }
    std::int64_t run(std::string_view sql, std::span<const Argument> arguments, const RowSink& sink) override;
    void script(const std::string& sql) override { execute(sql.c_str()); }
    void begin(Mode mode) override;
    void commit() override;
    void rollback() noexcept override;
    void add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows) override;
    bool is_usable() const override { return usable_; }
    sqlite3* handle() const { return handle_.get(); }

private:
    Statement prepared(std::string_view sql);
    Statement take(std::string_view sql);
    void keep(std::string_view sql, Statement statement);
    void bind(const Statement& statement, std::span<const Argument> arguments);
    void execute(const char* sql);
    void expect(std::size_t rows);
    void calm_down() noexcept;
    [[noreturn]] void fail(std::string_view sql) { throw_sqlite_failure(handle_.get(), sql); }

    std::unique_ptr<sqlite3, Close> handle_;
    std::map<std::string, Statement, std::less<>> kept_;
    Mode mode_ = Mode::write;
    bool usable_ = true;
    std::size_t rows_added_ = 0;  ///< in this transaction
};

SqliteConnection::SqliteConnection(const Options& options)
{
    auto path = options.url.substr(7);
    if (path.empty() || path.starts_with(':')) throw DatabaseError(Failure::other, "a SQLite URL names a file: \"sqlite:PATH\"");
    // The pool gives a connection to one thread at a time; a lock for each column of each row was a tenth of reading millions.
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOMUTEX | (options.must_exist ? 0 : SQLITE_OPEN_CREATE);
    // Made here where it is new, so that only its owner can read it; SQLite gives the log beside it the same permissions.
    // Only where it is new: closing any descriptor of a file drops every lock that this process holds on it, SQLite's too, and then
    // another program that closes the database takes its log away from under us.
    if (int made = options.must_exist ? -1 : open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600); made >= 0) close(made);
    sqlite3* handle = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (code != SQLITE_OK) throw DatabaseError(Failure::lost, fmt::format("cannot open the database file \"{}\"", path));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, static_cast<int>(options.patience.count()));
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);  // "name" is always a name, as in PostgreSQL
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    execute("PRAGMA journal_mode = WAL");
    execute(options.durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA cell_size_check = ON");
    execute("PRAGMA secure_delete = ON");  // what is erased is gone from the file too
    execute("PRAGMA temp_store = MEMORY");
    execute(cache_for_pages);
    execute("PRAGMA journal_size_limit = 67108864");  // the log of a large change is not kept at its largest
}

void SqliteConnection::execute(const char* sql)
{
    if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

/// A Reader cannot write, as on PostgreSQL.
void SqliteConnection::begin(Mode mode)
{
    if (mode != mode_) execute(mode == Mode::read ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
    mode_ = mode;
    execute(mode == Mode::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

void SqliteConnection::commit()
{
    execute("COMMIT");
    calm_down();
}

/// More rows are about to be added: room for them once they are many.
void SqliteConnection::expect(std::size_t rows)
{
    const bool were_many = rows_added_ >= many_rows;
    rows_added_ += rows;
    if (!were_many && rows_added_ >= many_rows) execute(cache_for_many_rows);
}

/// The room for many rows is given back.
void SqliteConnection::calm_down() noexcept
{
    if (rows_added_ >= many_rows) sqlite3_exec(handle_.get(), cache_for_pages, nullptr, nullptr, nullptr);
    if (rows_added_ >= many_rows) sqlite3_db_release_memory(handle_.get());
    rows_added_ = 0;
}

void SqliteConnection::rollback() noexcept
{
    const bool open = sqlite3_get_autocommit(handle_.get()) == 0;  // else SQLite has already rolled back, as it does on a full disk
    if (open && sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK) usable_ = false;
    calm_down();
}

Statement SqliteConnection::prepared(std::string_view sql)
{
    sqlite3_stmt* raw = nullptr;
    const char* rest = nullptr;
    int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, &rest);
    Statement statement{std::unique_ptr<sqlite3_stmt, Finalize>{raw}, {}, {}};
    if (code != SQLITE_OK) fail(sql);
    auto names = std::make_shared<std::vector<std::string>>();
    for (int i = 0; i < sqlite3_column_count(raw); ++i) names->emplace_back(sqlite3_column_name(raw, i));
    statement.names = std::move(names);
    // "$1" is a *named* parameter to SQLite, numbered by first appearance: find each by its name.
    for (int found = 0, number = 1; found < sqlite3_bind_parameter_count(raw) && number < 32'768; ++number) {
        statement.places.push_back(sqlite3_bind_parameter_index(raw, fmt::format("${}", number).c_str()));
        if (statement.places.back() != 0) ++found;
    }
    return statement;
}

/// A kept statement is taken out while it runs, so that the same SQL can run inside its own rows.
Statement SqliteConnection::take(std::string_view sql)
{
    auto found = kept_.find(sql);
    if (found == kept_.end() || !found->second.handle) return prepared(sql);
    return std::move(found->second);
}

void SqliteConnection::keep(std::string_view sql, Statement statement)
{
    sqlite3_reset(statement.handle.get());
    sqlite3_clear_bindings(statement.handle.get());
    if (kept_.size() > 512) kept_.clear();
    kept_.insert_or_assign(std::string{sql}, std::move(statement));
}

int bind_value(sqlite3_stmt* statement, int place, const Value& value)
{
    switch (value.index()) {
    case 1: return sqlite3_bind_int64(statement, place, std::get<std::int64_t>(value));
    case 2: return sqlite3_bind_double(statement, place, std::get<double>(value));
    case 3: {
        const auto& text = std::get<std::string>(value);
        check_text(text);
        return sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    case 4: {
        const auto& bytes = std::get<Bytes>(value);
        return bytes.empty() ? sqlite3_bind_zeroblob(statement, place, 0)
                             : sqlite3_bind_blob64(statement, place, bytes.data(), bytes.size(), SQLITE_STATIC);
    }
    default: return sqlite3_bind_null(statement, place);
    }
}

void SqliteConnection::bind(const Statement& statement, std::span<const Argument> arguments)
{
    if (statement.places.size() != arguments.size()) {
        throw DatabaseError(Failure::other, fmt::format("{} arguments given for {} parameters", arguments.size(), statement.places.size()));
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (statement.places[i] == 0) continue;
        if (bind_value(statement.handle.get(), statement.places[i], arguments[i].value()) != SQLITE_OK) fail("binding");
    }
}

Value column_value(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return std::string{text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement, column));
        return Bytes(bytes, bytes + sqlite3_column_bytes(statement, column));
    }
    default: return {};
    }
}

Row row_of(const Statement& statement)
{
    auto width = statement.names->size();
    std::vector<Value> values;
    values.reserve(width);
    for (std::size_t i = 0; i < width; ++i) values.push_back(column_value(statement.handle.get(), static_cast<int>(i)));
    return Row{statement.names, std::move(values)};
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<const Argument> arguments, const RowSink& sink)
{
    auto statement = take(sql);
    bind(statement, arguments);
    auto* raw = statement.handle.get();
    auto before = sqlite3_total_changes64(handle_.get());
    int code = SQLITE_OK;
    while ((code = sqlite3_step(raw)) == SQLITE_ROW) {
        if (sink) sink(row_of(statement));
    }
    if (code != SQLITE_DONE) fail(sql);
    bool writes = sqlite3_stmt_readonly(raw) == 0;
    bool changed = sqlite3_total_changes64(handle_.get()) != before;
    keep(sql, std::move(statement));
    return writes && changed ? sqlite3_changes64(handle_.get()) : 0;
}

std::string insert_of(std::string_view table, std::span<const std::string> columns, std::size_t rows)
{
    std::string sql = fmt::format("INSERT INTO {} ({}) VALUES ", table, fmt::join(columns, ", "));
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ", (";
        for (std::size_t column = 0; column < columns.size(); ++column) sql += fmt::format("{}${}", column == 0 ? "" : ", ", ++number);
        sql += ")";
    }
    return sql;
}

/// One prepared row at a time: measured faster than many rows a statement, whose parameters SQLite looks up by name.
void SqliteConnection::add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows)
{
    expect(rows.size());
    auto sql = insert_of(table, columns, 1);
    auto statement = take(sql);
    auto* raw = statement.handle.get();
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (bind_value(raw, statement.places.at(i), row[i]) != SQLITE_OK) fail(sql);
        }
        if (sqlite3_step(raw) != SQLITE_DONE) fail(sql);
        sqlite3_reset(raw);
    }
    keep(sql, std::move(statement));
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const Options& options)
{
    return std::make_unique<SqliteConnection>(options);
}

}  // namespace kith::db
