#include "db/dump.hpp"

#include "db/digest.hpp"
#include "db/dump_cells.hpp"
#include "db/error.hpp"
#include "db/schema.hpp"

#include <fmt/format.h>

#include <ostream>

namespace kith::db {
namespace {

/// Everything written also goes into the checksum.
class Sink {
public:
    explicit Sink(std::ostream& out) : out_(out)
    {
        if (sodium_init() < 0) throw DatabaseError(Failure::other, "libsodium cannot be initialised");
        crypto_generichash_init(&state_, nullptr, 0, sizeof(Hash));
    }
    void line(std::string_view text)
    {
        write(text);
        write("\n");
    }
    void close()
    {
        Hash hash;
        crypto_generichash_final(&state_, hash.data(), hash.size());
        out_ << "checksum\t" << hex(hash) << "\n" << std::flush;
        if (!out_) throw DatabaseError(Failure::disk_full, "the dump cannot be written: is the disk full?");
    }

private:
    void write(std::string_view text)
    {
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        out_.write(text.data(), static_cast<std::streamsize>(text.size()));
    }
    std::ostream& out_;
    crypto_generichash_state state_;
};

constexpr std::int64_t rows_at_once = 5000;

std::int64_t dump_rows(Reader& reader, const Table& table, Sink& sink)
{
    std::int64_t count = 0;
    std::int64_t last = 0;
    auto write = [&](const Row& row) {
        std::string line;
        for (const auto& value : row.values()) {
            if (!line.empty()) line += '\t';
            append_cell(line, value);
        }
        sink.line(line);
        ++count;
        if (const auto* key = std::get_if<std::int64_t>(&row.value(table.key.empty() ? row.columns()[0] : table.key[0]))) last = *key;
    };
    if (table.key.size() != 1 || !table.columns[0].numbers_itself) {
        reader.each(fmt::format("SELECT * FROM {}{}", table.name, table.key.empty() ? "" : fmt::format(" ORDER BY {}", fmt::join(table.key, ", "))), write);
        return count;
    }
    auto first = reader.one(fmt::format("SELECT COALESCE(MIN({}), 0) AS first FROM {}", table.key[0], table.name));
    last = first->get<std::int64_t>("first") - 1;
    auto sql = fmt::format("SELECT * FROM {0} WHERE {1} > $1 ORDER BY {1} LIMIT $2", table.name, table.key[0]);
    for (std::int64_t before = -1; before != count;) {
        before = count;
        reader.each(sql, write, last, rows_at_once);
    }
    return count;
}

}  // namespace

DumpCount dump(Reader& reader, std::ostream& out)
{
    Sink sink{out};
    DumpCount counted;
    sink.line("kith-dump 1");
    reader.each("SELECT number, name, hash FROM migration ORDER BY number", [&](const Row& row) {
        sink.line(fmt::format("migration\t{}\t{}\t{}", row.get<int>("number"), row.get<std::string>("name"), row.get<std::string>("hash")));
    });
    for (const auto& table : in_filling_order(reader, tables_of(reader))) {
        if (table.name == "migration") continue;
        std::string line = "table\t" + table.name;
        for (const auto& column : table.columns) line += "\t" + column.name;
        sink.line(line);
        counted.rows += dump_rows(reader, table, sink);
        ++counted.tables;
    }
    sink.line(fmt::format("end\t{}", counted.rows));
    sink.close();
    return counted;
}

}  // namespace kith::db
