// Reading a dump back: the file is checked whole before the database is touched.
#include "base/text.hpp"
#include "db/digest.hpp"
#include "db/dump.hpp"
#include "db/dump_cells.hpp"
#include "db/error.hpp"
#include "db/migrations.hpp"
#include "db/schema.hpp"
#include "db/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <istream>
#include <map>

namespace kith::db {
namespace {

constexpr std::size_t rows_at_once = 5000;

/// Reads to the end and compares the checksum. Nothing of the content is trusted before this.
Result<void> check_whole(std::istream& in)
{
    crypto_generichash_state state;
    if (sodium_init() < 0) throw DatabaseError(Failure::other, "libsodium cannot be initialised");
    crypto_generichash_init(&state, nullptr, 0, sizeof(Hash));
    std::string line;
    if (!std::getline(in, line) || !line.starts_with("kith-dump ")) return unacceptable("file", "The file is not a Kith dump");
    if (line != "kith-dump 1") return unacceptable("file", "The file is a dump of a newer Kith: load it with that one");
    do {
        if (line.starts_with("checksum\t")) {
            Hash hash;
            crypto_generichash_final(&state, hash.data(), hash.size());
            bool fits = line.substr(9) == hex(hash) && !in.eof() && in.peek() == std::istream::traits_type::eof();
            return fits ? Result<void>{} : unacceptable("file", "The file was altered since it was dumped: its checksum does not fit");
        }
        line += '\n';
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(line.data()), line.size());
    } while (std::getline(in, line));
    return unacceptable("file", "The file is cut short: its end is missing");
}

/// Tables alone are not anything: migrations, or a load that the disk had no room for, leave them.
bool holds_anything(Reader& reader)
{
    for (const auto& table : tables_of(reader)) {
        if (table.name != "change_set" && table.name != "account") continue;
        if (reader.one("SELECT COUNT(*) FROM " + table.name)->at<std::int64_t>(0) > 0) return true;
    }
    return false;
}

class Loader {
public:
    Loader(Database& database, std::istream& in, Instant now) : database_(database), in_(in), now_(now) {}
    Result<DumpCount> run();

private:
    Result<void> read_migrations();
    Result<void> read_rows(Writer& writer);
    Result<void> begin_table(Writer& writer, std::string_view line);
    Result<void> add_row(std::string_view line);
    void flush(Writer& writer);
    Result<void> broken() const { return unacceptable("file", fmt::format("Line {} of the file is not as a dump has it", line_number_)); }
    bool next();

    Database& database_;
    std::istream& in_;
    Instant now_;
    std::string line_;
    std::int64_t line_number_ = 1;  // the first is read before
    std::vector<Migration> migrations_;
    std::map<std::string, Table, std::less<>> tables_;
    const Table* table_ = nullptr;
    std::vector<std::string> columns_;
    std::vector<std::vector<Value>> rows_;
    DumpCount counted_;
};

bool Loader::next()
{
    ++line_number_;
    return static_cast<bool>(std::getline(in_, line_));
}

/// The migrations the dump was made under: exactly those, as this program knows them.
Result<void> Loader::read_migrations()
{
    const auto& known = embedded_migrations();
    while (next() && line_.starts_with("migration\t")) {
        auto parts = split(line_, '\t');
        if (parts.size() != 4) return broken();
        auto place = migrations_.size();
        if (place >= known.size() || known[place].name != parts[2]) {
            return unacceptable("file", fmt::format("The dump is of a newer Kith: it has migration {}, which this program does not know", parts[2]));
        }
        if (migration_hash(known[place]) != parts[3]) {
            return unacceptable("file", fmt::format("Migration {} of the dump is another than this program's", parts[2]));
        }
        migrations_.push_back(known[place]);
    }
    return {};
}

void Loader::flush(Writer& writer)
{
    if (rows_.empty()) return;
    writer.add_rows(table_->name, columns_, rows_);
    counted_.rows += static_cast<std::int64_t>(rows_.size());
    rows_.clear();
}

Result<void> Loader::begin_table(Writer& writer, std::string_view line)
{
    flush(writer);
    auto parts = split(line, '\t');
    auto found = parts.size() < 3 ? tables_.end() : tables_.find(parts[1]);
    if (found == tables_.end()) return broken();
    table_ = &found->second;
    columns_.assign(parts.begin() + 2, parts.end());
    for (const auto& column : columns_) {
        if (std::ranges::find(table_->columns, column, &TableColumn::name) == table_->columns.end()) return broken();
    }
    ++counted_.tables;
    return {};
}

Result<void> Loader::add_row(std::string_view line)
{
    auto cells = split(line, '\t');
    if (table_ == nullptr || cells.size() != columns_.size()) return broken();
    std::vector<Value> row;
    row.reserve(cells.size());
    for (auto cell : cells) {
        auto value = cell_in(cell);
        if (!value) return broken();
        row.push_back(std::move(*value));
    }
    rows_.push_back(std::move(row));
    return {};
}

Result<void> Loader::read_rows(Writer& writer)
{
    for (auto& table : tables_of(writer)) tables_.emplace(table.name, table);
    for (; !line_.starts_with("end\t"); ++line_number_) {
        auto done = line_.starts_with("table\t") ? begin_table(writer, line_) : add_row(line_);
        if (!done) return done;
        if (rows_.size() >= rows_at_once) flush(writer);
        if (!std::getline(in_, line_)) return broken();
    }
    flush(writer);
    if (line_.substr(4) != fmt::format("{}", counted_.rows)) return broken();
    return {};
}

Result<DumpCount> Loader::run()
{
    if (auto read = read_migrations(); !read) return std::unexpected(read.error());
    if (!migrations_.empty() && schema_state(database_).applied > migrations_.back().number)
        return conflict("The database has tables of a newer Kith than the dump: load it into a database that has none");
    migrate(database_, now_, migrations_);
    Writer writer{database_};
    auto filling = in_filling_order(writer, tables_of(writer));
    for (auto table = filling.rbegin(); table != filling.rend(); ++table) {  // what migrations filled in comes with the dump
        if (table->name != "migration") writer.run("DELETE FROM " + table->name);
    }
    if (auto read = read_rows(writer); !read) return std::unexpected(read.error());
    continue_numbering(writer);
    auto verified = verify(writer);
    if (!verified.holds()) return unacceptable("file", "The registers in the file are not as they were sealed. " + verified.discrepancies[0].in_words());
    writer.commit();
    return counted_;
}

}  // namespace

Result<DumpCount> load(Database& database, std::istream& in, Instant now)
{
    {
        Reader reader{database};
        if (holds_anything(reader)) return conflict("The database is not empty: a dump is loaded into a new one");
    }
    if (auto whole = check_whole(in); !whole) return std::unexpected(whole.error());
    in.clear();
    in.seekg(0);
    in.ignore(1'000, '\n');
    auto loaded = Loader{database, in, now}.run();
    if (loaded) migrate(database, now);
    return loaded;
}

}  // namespace kith::db
