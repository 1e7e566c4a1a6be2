// PostgreSQL behind the Connection seam: libpq, prepared statements kept, one advisory lock for the one writer, COPY for bulk.
#include "base/text.hpp"
#include "db/connection.hpp"
#include "db/digest.hpp"
#include "db/error.hpp"
#include "db/postgresql_failure.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <string>
#include <utility>

namespace kith::db {
namespace {

constexpr Oid oid_bool = 16, oid_bytea = 17, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23, oid_text = 25, oid_oid = 26;
constexpr Oid oid_float4 = 700, oid_float8 = 701, oid_numeric = 1700;

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

/// Arguments in the shape libpq wants: text, but bytes as they are.
struct Bound {
    explicit Bound(std::span<const Argument> arguments)
    {
        texts.reserve(arguments.size());  // pointers into the strings must stay
        for (const auto& argument : arguments) add(argument.value());
    }

    void add(const Value& value)
    {
        const char* pointer = nullptr;
        int length = 0;
        int format = 0;
        if (const auto* text = std::get_if<std::string>(&value)) {
            check_text(*text);
            pointer = text->c_str();
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            pointer = bytes->empty() ? "" : reinterpret_cast<const char*>(bytes->data());
            length = static_cast<int>(bytes->size());
            format = 1;
        } else if (value.index() != 0) {
            const auto* whole = std::get_if<std::int64_t>(&value);
            texts.push_back(whole != nullptr ? fmt::format("{}", *whole) : fmt::format("{}", std::get<double>(value)));
            pointer = texts.back().c_str();
        }
        pointers.push_back(pointer);
        lengths.push_back(length);
        formats.push_back(format);
    }

    std::vector<std::string> texts;
    std::vector<const char*> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;
};

Oid oid_of(Kind kind)
{
    switch (kind) {
    case Kind::integer: return oid_int8;
    case Kind::real: return oid_float8;
    case Kind::text: return oid_text;
    case Kind::blob: return oid_bytea;
    default: return 0;  // the server works it out
    }
}

/// The highest $n of a statement. The server would let arguments without a parameter pass.
std::size_t parameters_of(std::string_view sql)
{
    std::size_t highest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\'') quoted = !quoted;
        if (quoted || sql[i] != '$') continue;
        std::size_t number = 0;
        std::from_chars(sql.data() + i + 1, sql.data() + sql.size(), number);
        highest = std::max(highest, number);
    }
    return highest;
}

class PostgresqlConnection final : public Connection {
public:
    explicit PostgresqlConnection(const Options& options);
    Engine engine() const override { return Engine::postgresql; }
    std::int64_t run(std::string_view sql, std::span<const Argument> arguments, const RowSink& sink) override;
    void script(const std::string& sql) override { checked(PQexec(handle_.get(), sql.c_str()), sql); }
    void begin(Mode mode) override;
    void commit() override;
    void rollback() noexcept override;
    void add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows) override;
    bool is_usable() const override;
    void require_c_collation();

private:
    Answer checked(PGresult* result, std::string_view sql);
    const std::string& prepared(std::string_view sql, const std::vector<Oid>& types);
    Answer run_prepared(std::string_view sql, std::span<const Argument> arguments, const std::vector<Oid>& types);
    void insert_one_by_one(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows);
    void send(std::string& buffer);
    void analyse_what_grew();

    std::unique_ptr<PGconn, Close> handle_;
    std::map<std::string, std::string, std::less<>> names_;  // SQL and types to the name of the prepared statement
    int next_name_ = 1;
    std::int64_t writer_lock_;
    /// Rows added to a table in bulk by this connection, and at how many its statistics are due.
    struct Growth {
        std::size_t rows = 0;
        std::size_t due = 50;
    };
    std::map<std::string, Growth, std::less<>> growth_;
};

PostgresqlConnection::PostgresqlConnection(const Options& options)
    : handle_(PQconnectdb(options.url.c_str())), writer_lock_(options.writer_lock)
{
    // libpq's own words name the host and the reason, never the password.
    if (PQstatus(handle_.get()) != CONNECTION_OK) {
        throw DatabaseError(Failure::lost, fmt::format("PostgreSQL cannot be reached: {}", trimmed(PQerrorMessage(handle_.get()))));
    }
    PQsetNoticeProcessor(handle_.get(), [](void*, const char*) {}, nullptr);
    PQsetClientEncoding(handle_.get(), "UTF8");
    script(fmt::format("SET lock_timeout = {}; SET timezone = 'UTC'; SET standard_conforming_strings = on; SET extra_float_digits = 1; "
                       "SET bytea_output = 'hex'; SET synchronous_commit = {}",
                       options.patience.count(), options.durable ? "on" : "off"));
}

void PostgresqlConnection::require_c_collation()
{
    bool fits = false;
    run("SELECT datcollate IN ('C', 'POSIX') AND datlocprovider = 'c' AND pg_encoding_to_char(encoding) = 'UTF8' AS fits FROM pg_database "
        "WHERE datname = current_database()",
        {}, [&](const Row& row) { fits = row.get<bool>("fits"); });
    if (!fits) {
        throw DatabaseError(Failure::other, "the PostgreSQL database must have encoding UTF8 and collation C, so that it sorts as SQLite does: "
                                            "CREATE DATABASE kith ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0");
    }
}

Answer PostgresqlConnection::checked(PGresult* result, std::string_view sql)
{
    Answer answer{result};
    auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) throw_postgresql_failure(handle_.get(), result, sql);
    return answer;
}

void PostgresqlConnection::begin(Mode mode)
{
    if (mode == Mode::read) {
        script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        return;
    }
    script("BEGIN");
    try {
        script(fmt::format("SELECT pg_advisory_xact_lock({})", writer_lock_));
    } catch (...) {
        rollback();
        throw;
    }
}

/// Without statistics PostgreSQL takes one row in 200 for current (ended_by IS NULL) and walks whole tables for each record: seconds a query,
/// until its own rounds come. Each time a table has doubled they are made here, so that the first returns of an area need not wait for them.
void PostgresqlConnection::analyse_what_grew()
{
    for (auto& [table, growth] : growth_) {
        if (growth.rows < growth.due) continue;
        script("ANALYZE " + table);
        growth.due = 2 * growth.rows;
    }
}

void PostgresqlConnection::commit()
{
    if (PQtransactionStatus(handle_.get()) == PQTRANS_INTRANS) analyse_what_grew();
    auto answer = checked(PQexec(handle_.get(), "COMMIT"), "COMMIT");
    // COMMIT of a failed transaction answers ROLLBACK and calls it success.
    if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT") throw DatabaseError(Failure::other, "the transaction had failed: nothing was kept");
}

void PostgresqlConnection::rollback() noexcept
{
    if (PQtransactionStatus(handle_.get()) != PQTRANS_IDLE) Answer{PQexec(handle_.get(), "ROLLBACK")};
}

bool PostgresqlConnection::is_usable() const
{
    return PQstatus(handle_.get()) == CONNECTION_OK && PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
}

const std::string& PostgresqlConnection::prepared(std::string_view sql, const std::vector<Oid>& types)
{
    std::string key{sql};
    for (auto type : types) key += fmt::format("\x1f{}", type);
    auto found = names_.find(key);
    if (found != names_.end()) return found->second;
    if (auto wanted = parameters_of(sql); wanted != types.size()) {
        throw DatabaseError(Failure::other, fmt::format("{} arguments given for {} parameters", types.size(), wanted));
    }
    if (names_.size() >= 512) {
        script("DEALLOCATE ALL");
        names_.clear();
    }
    auto name = fmt::format("k{}", next_name_++);
    checked(PQprepare(handle_.get(), name.c_str(), std::string{sql}.c_str(), static_cast<int>(types.size()), types.data()), sql);
    return names_.emplace(std::move(key), std::move(name)).first->second;
}

Answer PostgresqlConnection::run_prepared(std::string_view sql, std::span<const Argument> arguments, const std::vector<Oid>& types)
{
    const auto& name = prepared(sql, types);
    Bound bound{arguments};
    return checked(PQexecPrepared(handle_.get(), name.c_str(), static_cast<int>(arguments.size()), bound.pointers.data(), bound.lengths.data(),
                                  bound.formats.data(), 0),
                   sql);
}

template <class T>
T number_in(std::string_view text)
{
    T number{};
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) throw DatabaseError(Failure::other, "a number of PostgreSQL cannot be read");
    return number;
}

double real_in(std::string_view text)
{
    if (text == "Infinity") return HUGE_VAL;
    if (text == "-Infinity") return -HUGE_VAL;
    if (text == "NaN") return NAN;
    return number_in<double>(text);
}

Value value_in(const PGresult* result, int row, int column)
{
    if (PQgetisnull(result, row, column) != 0) return {};
    std::string_view text{PQgetvalue(result, row, column), static_cast<std::size_t>(PQgetlength(result, row, column))};
    switch (PQftype(result, column)) {
    case oid_bool: return std::int64_t{text == "t" ? 1 : 0};
    case oid_int2:
    case oid_int4:
    case oid_oid:
    case oid_int8: return number_in<std::int64_t>(text);
    case oid_float4:
    case oid_float8: return real_in(text);
    // SUM of BIGINT is numeric: whole numbers stay whole, as in SQLite.
    case oid_numeric: return text.find('.') == text.npos ? Value{number_in<std::int64_t>(text)} : Value{real_in(text)};
    case oid_bytea: return from_hex(text.substr(2)).value();
    default: return std::string{text};
    }
}

std::int64_t PostgresqlConnection::run(std::string_view sql, std::span<const Argument> arguments, const RowSink& sink)
{
    std::vector<Oid> types;
    for (const auto& argument : arguments) types.push_back(oid_of(argument.kind()));
    auto answer = run_prepared(sql, arguments, types);
    auto* result = answer.get();
    if (sink && PQntuples(result) > 0) {
        auto names = std::make_shared<std::vector<std::string>>();
        for (int i = 0; i < PQnfields(result); ++i) names->emplace_back(PQfname(result, i));
        for (int row = 0; row < PQntuples(result); ++row) {
            std::vector<Value> values;
            values.reserve(names->size());
            for (int i = 0; i < PQnfields(result); ++i) values.push_back(value_in(result, row, i));
            sink(Row{names, std::move(values)});
        }
    }
    std::string_view changed{PQcmdTuples(result)};
    return changed.empty() || std::string_view{PQcmdStatus(result)}.starts_with("SELECT") ? 0 : number_in<std::int64_t>(changed);
}

void PostgresqlConnection::insert_one_by_one(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows)
{
    std::string sql = fmt::format("INSERT INTO {} ({}) VALUES (", table, fmt::join(columns, ", "));
    for (std::size_t i = 0; i < columns.size(); ++i) sql += fmt::format("{}${}", i == 0 ? "" : ", ", i + 1);
    sql += ")";
    for (const auto& row : rows) {
        std::vector<Argument> arguments(row.begin(), row.end());
        run_prepared(sql, arguments, std::vector<Oid>(row.size(), 0));  // no types: a statement for each pattern of NULLs would be many
    }
}

/// COPY's text format: tab between columns, \N for NULL, backslash before what would be mistaken.
void append_copied(std::string& buffer, const Value& value)
{
    switch (value.index()) {
    case 1: fmt::format_to(std::back_inserter(buffer), "{}", std::get<std::int64_t>(value)); return;
    case 2: fmt::format_to(std::back_inserter(buffer), "{}", std::get<double>(value)); return;
    case 4: buffer += "\\\\x" + hex(std::get<Bytes>(value)); return;
    case 3: break;
    default: buffer += "\\N"; return;
    }
    const auto& text = std::get<std::string>(value);
    check_text(text);
    for (char c : text) {
        if (c == '\\') buffer += "\\\\";
        else if (c == '\n') buffer += "\\n";
        else if (c == '\r') buffer += "\\r";
        else if (c == '\t') buffer += "\\t";
        else buffer += c;
    }
}

void PostgresqlConnection::send(std::string& buffer)
{
    if (PQputCopyData(handle_.get(), buffer.data(), static_cast<int>(buffer.size())) != 1) throw_postgresql_failure(handle_.get(), nullptr, "COPY");
    buffer.clear();
}

void PostgresqlConnection::add_rows(std::string_view table, std::span<const std::string> columns, std::span<const std::vector<Value>> rows)
{
    growth_[std::string{table}].rows += rows.size();
    if (rows.size() < 8) {
        insert_one_by_one(table, columns, rows);
        return;
    }
    auto sql = fmt::format("COPY {} ({}) FROM STDIN", table, fmt::join(columns, ", "));
    checked(PQexec(handle_.get(), sql.c_str()), sql);
    try {
        std::string buffer;
        for (const auto& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0) buffer += '\t';
                append_copied(buffer, row[i]);
            }
            buffer += '\n';
            if (buffer.size() > 60'000) send(buffer);
        }
        if (!buffer.empty()) send(buffer);
    } catch (...) {
        PQputCopyEnd(handle_.get(), "given up");
        while (Answer left{PQgetResult(handle_.get())}) {}
        throw;
    }
    if (PQputCopyEnd(handle_.get(), nullptr) != 1) throw_postgresql_failure(handle_.get(), nullptr, sql);
    auto answer = Answer{PQgetResult(handle_.get())};
    while (Answer left{PQgetResult(handle_.get())}) {}
    checked(answer.release(), sql);
}

}  // namespace

std::unique_ptr<Connection> open_postgresql(const Options& options)
{
    auto connection = std::make_unique<PostgresqlConnection>(options);
    connection->require_c_collation();
    return connection;
}

void run_outside_transaction(const std::string& url, const std::string& statement)
{
    PostgresqlConnection{Options{.url = url}}.script(statement);
}

}  // namespace kith::db
