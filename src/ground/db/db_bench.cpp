// What the layer costs: bulk rows, verification, small change sets, single reads. Prints one line a figure, on SQLite with fsync,
// and on PostgreSQL where its first argument is the URL of a server for tests. The second argument is how many rows (100,000).
#include "db/change_set.hpp"
#include "db/connection.hpp"
#include "db/dialect.hpp"
#include "db/dump.hpp"
#include "db/migrations.hpp"
#include "db/verify.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>

namespace kith::db {
namespace {

const RegisterTable& staff_table()
{
    static const RegisterTable table{"bench_staff",
                                     {{"public_id"}, {"organisation_id", Kind::integer}, {"forename"}, {"surname"}, {"born_on"}, {"role"},
                                      {"sector"}, {"contract"}, {"fte", Kind::integer}, {"hours", Kind::real}, {"postcode"}, {"email"},
                                      {"start_on"}, {"end_on"}, {"qualification", Kind::integer}}};
    return table;
}

constexpr const char* staff_sql = R"(
CREATE TABLE bench_staff (row_id INTEGER PRIMARY KEY, id INTEGER NOT NULL, made_by INTEGER NOT NULL REFERENCES change_set (id),
    ended_by INTEGER REFERENCES change_set (id), salt BLOB, digest BLOB NOT NULL,
    public_id TEXT, organisation_id INTEGER, forename TEXT, surname TEXT, born_on TEXT, role TEXT, sector TEXT, contract TEXT, fte INTEGER,
    hours REAL, postcode TEXT, email TEXT, start_on TEXT, end_on TEXT, qualification INTEGER);
CREATE UNIQUE INDEX bench_staff_current ON bench_staff (id) WHERE ended_by IS NULL;
CREATE INDEX bench_staff_made_by ON bench_staff (made_by);
CREATE INDEX bench_staff_ended_by ON bench_staff (ended_by) WHERE ended_by IS NOT NULL;
CREATE INDEX bench_staff_organisation ON bench_staff (organisation_id);
)";

const Instant now = Instant::parse("2026-11-18T10:30:00Z").value();

/// Runs `act` and prints how many of `count` it did a second.
template <class Act>
void measure(std::string_view what, std::int64_t count, const Act& act)
{
    auto start = std::chrono::steady_clock::now();
    auto start_work = std::clock();
    act();
    double work = static_cast<double>(std::clock() - start_work) / CLOCKS_PER_SEC;
    double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    fmt::print("  {:<46} {:>8.3f} s {:>9.0f} a second {:>8.3f} s of processor here\n", what, seconds, static_cast<double>(count) / seconds, work);
}

PreparedRows made_rows(Database& database, int count)
{
    std::vector<std::string_view> columns;
    for (const auto& column : staff_table().columns) columns.push_back(column.name);
    PreparedRows rows{staff_table(), columns, database.options().random};
    for (int i = 0; i < count; ++i) {
        rows.add({database.make_public_id(now), i % 400, "Forename", "Surname " + std::to_string(i), "1985-04-01", "early years practitioner",
                  "early years and childcare", "permanent", 1000, 37.5, "AB1 2CD", "someone@example.org", "2019-09-01", nullptr, 3});
    }
    return rows;
}

void bulk(Database& database, int count)
{
    std::optional<PreparedRows> rows;
    measure(fmt::format("prepare {} rows of 15 (no lock held)", count), count, [&] { rows = made_rows(database, count); });
    std::int64_t first = 0;
    measure("add them in one change set and commit", count, [&] {
        Writer writer{database};
        ChangeSet set{writer, now, {{}, "command line"}, "bench", {}};
        first = set.add_many(staff_table(), std::move(*rows));
        writer.commit();
    });
    std::vector<std::int64_t> ids;
    for (int i = 0; i < count; i += 5) ids.push_back(first + i);
    auto newer = made_rows(database, static_cast<int>(ids.size()));
    measure("replace a fifth of them", static_cast<std::int64_t>(ids.size()), [&] {
        Writer writer{database};
        ChangeSet set{writer, now, {{}, "command line"}, "bench", {}};
        set.replace_many(staff_table(), ids, std::move(newer));
        writer.commit();
    });
    measure("undo that", static_cast<std::int64_t>(ids.size()), [&] {
        Writer writer{database};
        if (undo(writer, {2, now, {{}, "command line"}, "bench", {}})) writer.commit();
    });
}

void small(Database& database)
{
    measure("200 change sets of one row", 200, [&] {
        for (int i = 0; i < 200; ++i) {
            Writer writer{database};
            ChangeSet set{writer, now, {{}, "command line"}, "bench", {}};
            set.add(staff_table(), {{"forename", "Forename"}, {"surname", "Surname"}, {"fte", 600}});
            writer.commit();
        }
    });
    measure("5,000 reads of one row, a Reader each", 5000, [&] {
        for (int i = 0; i < 5000; ++i) Reader{database}.one("SELECT * FROM bench_staff WHERE id = $1 AND ended_by IS NULL", i + 1);
    });
}

void whole(Database& database, int count)
{
    Reader reader{database};
    std::int64_t seen = 0;
    measure("read every current row", count, [&] { reader.each("SELECT * FROM bench_staff WHERE ended_by IS NULL", [&](const Row&) { ++seen; }); });
    measure("verify the chain", count, [&] {
        if (!verify(reader).holds()) std::abort();
    });
    std::ofstream out{"/dev/null"};
    measure("dump", count, [&] { dump(reader, out); });
}

void bench(const Options& options, int count)
{
    auto database = Database::open(options);
    migrate(database, now);
    {
        Writer writer{database};
        writer.connection().script(in_dialect(database.engine(), staff_sql));
        writer.commit();
    }
    bulk(database, count);
    small(database);
    whole(database, count);
}

void bench_sqlite(int count)
{
    auto folder = std::filesystem::temp_directory_path() / "kith-db-bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    fmt::print("SQLite, synchronous=FULL\n");
    bench({.url = "sqlite:" + (folder / "kith.sqlite").string()}, count);
    fmt::print("  {} MB\n", std::filesystem::file_size(folder / "kith.sqlite") / 1'000'000);
    std::filesystem::remove_all(folder);
}

void bench_postgresql(const std::string& url, int count)
{
    auto slash = url.find('/', url.find("://") + 3);
    run_outside_transaction(url, "DROP DATABASE IF EXISTS kith_bench WITH (FORCE)");
    run_outside_transaction(url, "CREATE DATABASE kith_bench TEMPLATE template0");
    fmt::print("PostgreSQL, as the server is set up\n");
    bench({.url = url.substr(0, slash) + "/kith_bench"}, count);
    run_outside_transaction(url, "DROP DATABASE kith_bench WITH (FORCE)");
}

}  // namespace
}  // namespace kith::db

int main(int count, char** arguments)
{
    int rows = count > 2 ? std::atoi(arguments[2]) : 100'000;
    kith::db::bench_sqlite(rows);
    if (count > 1 && *arguments[1] != '\0') kith::db::bench_postgresql(arguments[1], rows);
}
