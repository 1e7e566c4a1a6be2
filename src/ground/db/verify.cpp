#include "db/verify.hpp"

#include "db/digest.hpp"
#include "db/schema.hpp"
#include "db/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace kith::db {
namespace {

constexpr std::size_t most_discrepancies = 1000;
constexpr std::int64_t rows_at_once = 5000;

using Parts = std::map<std::int64_t, std::map<std::string, Part>>;  // by change set, by table

class Verifier {
public:
    explicit Verifier(Reader& reader) : reader_(reader) {}
    Verification run(const std::optional<ChainHead>& expected);

private:
    struct CellKey {
        std::int64_t row_id;
        std::string column;
        auto operator<=>(const CellKey&) const = default;
    };
    void read_erasures();
    void read_table(const Table& table);
    void check_row(const Table& table, const std::vector<TableColumn>& own, const Row& row);
    std::optional<Hash> leaf_at(const Table& table, const TableColumn& column, const Row& row, const std::optional<Bytes>& salt);
    void compare_parts(const Parts& sealed, std::int64_t last);
    void compare_part(std::int64_t set, const std::string& table, const Part& sealed, const Part& found);
    Parts sealed_parts();
    void walk_chain(const Parts& sealed, const std::optional<ChainHead>& expected);
    void check_reason(const Row& set);
    void report(std::optional<std::int64_t> set, std::string table, std::optional<std::int64_t> row_id, std::string message);

    Reader& reader_;
    Verification result_;
    Parts found_;
    bool table_has_erasures_ = false;
    std::map<std::string, std::map<CellKey, Hash>> leaves_;  // erased values, by table
    std::map<std::string, std::map<CellKey, Hash>> salts_;   // kept salts, by table
};

void Verifier::report(std::optional<std::int64_t> set, std::string table, std::optional<std::int64_t> row_id, std::string message)
{
    if (result_.discrepancies.size() < most_discrepancies) result_.discrepancies.push_back({set, std::move(table), row_id, std::move(message)});
}

void Verifier::read_erasures()
{
    std::map<std::int64_t, PartHasher> hashers;
    reader_.each("SELECT table_name, row_id, column_name, leaf, erased_by FROM erased_value ORDER BY table_name, row_id, column_name",
                 [&](const Row& row) {
                     auto table = row.at<std::string>(0);
                     auto row_id = row.at<std::int64_t>(1);
                     auto column = row.at<std::string>(2);
                     auto leaf = row.at<Bytes>(3);
                     hashers[row.at<std::int64_t>(4)].erased(table, row_id, column, leaf);
                     if (leaf.size() == sizeof(Hash)) leaves_[table].emplace(CellKey{row_id, column}, hash_of(leaf));
                     ++result_.erased_values;
                 });
    for (auto& [set, hasher] : hashers) found_[set][std::string{erasures}] = hasher.done();
    reader_.each("SELECT table_name, row_id, column_name, salt FROM kept_salt", [&](const Row& row) {
        auto salt = row.at<Bytes>(3);
        if (salt.size() == sizeof(Hash)) salts_[row.at<std::string>(0)].emplace(CellKey{row.at<std::int64_t>(1), row.at<std::string>(2)}, hash_of(salt));
    });
}

/// What this cell adds to its row's digest; none for NULL. A cell that cannot be worked out adds a leaf of noughts, which fails.
std::optional<Hash> Verifier::leaf_at(const Table& table, const TableColumn& column, const Row& row, const std::optional<Bytes>& salt)
{
    const auto& value = row.value(column.name);
    if (salt && !table_has_erasures_) return value.index() == 0 ? std::nullopt : std::optional{leaf_of(leaf_salt(*salt, column.name), value)};
    CellKey cell{row.get<std::int64_t>("row_id"), column.name};
    const auto& erased = leaves_[table.name];
    if (auto found = erased.find(cell); found != erased.end()) {
        if (value != erased_mark(column)) report(row.get<std::int64_t>("made_by"), table.name, cell.row_id, fmt::format("{} was erased and holds a value again", column.name));
        return found->second;
    }
    if (value.index() == 0) return std::nullopt;
    if (salt) return leaf_of(leaf_salt(*salt, column.name), value);
    const auto& kept = salts_[table.name];
    auto found = kept.find(cell);
    return found == kept.end() ? Hash{} : leaf_of(found->second, value);
}

void Verifier::check_row(const Table& table, const std::vector<TableColumn>& own, const Row& row)
{
    auto salt = row.get<std::optional<Bytes>>("salt");
    RowDigest digest;
    for (const auto& column : own) {
        if (auto leaf = leaf_at(table, column, row, salt)) digest.add(*leaf);
    }
    if (bytes_of(digest.done()) != row.get<Bytes>("digest")) {
        report(row.get<std::int64_t>("made_by"), table.name, row.get<std::int64_t>("row_id"), "its values are not those that were sealed");
    }
    ++result_.rows;
}

/// In blocks by row_id, so that a register of millions does not have to fit in memory.
void Verifier::read_table(const Table& table)
{
    auto own = table.own_columns();
    table_has_erasures_ = leaves_.contains(table.name);
    std::map<std::int64_t, PartHasher> hashers;
    auto sql = fmt::format("SELECT * FROM {} WHERE row_id > $1 ORDER BY row_id LIMIT $2", table.name);
    std::int64_t last = -1;
    for (bool more = true; more;) {
        more = false;
        reader_.each(sql, [&](const Row& row) {
            more = true;
            last = row.get<std::int64_t>("row_id");
            check_row(table, own, row);
            hashers[row.get<std::int64_t>("made_by")].made(last, row.get<std::int64_t>("id"), row.get<Bytes>("digest"));
            if (auto ended_by = row.get<std::optional<std::int64_t>>("ended_by")) hashers[*ended_by].ended(last);
        }, last, rows_at_once);
    }
    for (auto& [set, hasher] : hashers) found_[set][table.name] = hasher.done();
}

void Verifier::compare_part(std::int64_t set, const std::string& table, const Part& sealed, const Part& found)
{
    if (sealed.hash == found.hash && sealed.made == found.made && sealed.ended == found.ended) return;
    if (found.made != sealed.made) {
        report(set, table, {}, fmt::format("{} rows were sealed as made, {} are there", sealed.made, found.made));
    } else if (found.ended != sealed.ended) {
        report(set, table, {}, fmt::format("{} rows were sealed as ended, {} are", sealed.ended, found.ended));
    } else {
        report(set, table, {}, "its rows are not those that were sealed");
    }
}

void Verifier::compare_parts(const Parts& sealed, std::int64_t last)
{
    for (const auto& [set, tables] : sealed) {
        for (const auto& [table, part] : tables) compare_part(set, table, part, found_[set][table]);
    }
    for (const auto& [set, tables] : found_) {
        for (const auto& [table, part] : tables) {
            auto known = sealed.find(set);
            if (part.made + part.ended == 0 || (known != sealed.end() && known->second.contains(table))) continue;
            report(set, table, {}, set < 1 || set > last ? "its rows name a change set that is not there" : "it was sealed without rows of this table");
        }
    }
}

Parts Verifier::sealed_parts()
{
    Parts parts;
    reader_.each("SELECT change_set_id, table_name, rows_made, rows_ended, hash FROM change_set_part", [&](const Row& row) {
        auto hash = row.at<Bytes>(4);
        Part part{row.at<std::int64_t>(2), row.at<std::int64_t>(3), hash.size() == sizeof(Hash) ? hash_of(hash) : Hash{}};
        parts[row.at<std::int64_t>(0)].emplace(row.at<std::string>(1), part);
    });
    return parts;
}

void Verifier::check_reason(const Row& set)
{
    auto id = set.get<std::int64_t>("id");
    auto reason = set.get<std::optional<std::string>>("reason");
    auto salt = set.get<std::optional<Bytes>>("reason_salt");
    const auto& erased = leaves_["change_set"];
    auto gone = erased.find(CellKey{id, "reason"});
    auto sealed = set.get<Bytes>("reason_leaf");
    if (gone != erased.end() ? !reason && bytes_of(gone->second) == sealed : reason && salt && bytes_of(reason_leaf(*salt, *reason)) == sealed) return;
    report(id, "change_set", {}, "its reason is not the one that was sealed");
}

void Verifier::walk_chain(const Parts& sealed, const std::optional<ChainHead>& expected)
{
    Bytes previous(sizeof(Hash), 0);
    bool met = !expected || expected->number == 0;
    static const std::map<std::string, Part> none;
    reader_.each("SELECT * FROM change_set ORDER BY id", [&](const Row& row) {
        auto id = row.get<std::int64_t>("id");
        auto hash = row.get<Bytes>("hash");
        for (auto missing = result_.head.number + 1; missing < id && missing < result_.head.number + 10; ++missing) report(missing, {}, {}, "the change set is missing");
        if (row.get<Bytes>("previous_hash") != previous) report(id, {}, {}, "it does not follow the change set before it");
        auto parts = sealed.find(id);
        if (hash != bytes_of(change_set_hash(row, parts == sealed.end() ? none : parts->second))) report(id, {}, {}, "it is not as it was sealed");
        check_reason(row);
        met = met || (expected->number == id && expected->hash == hex(hash));
        previous = hash;
        result_.head = {id, hex(hash)};
        ++result_.change_sets;
    });
    if (!met) report(expected->number, {}, {}, "the chain does not hold the head that was noted");
}

Verification Verifier::run(const std::optional<ChainHead>& expected)
{
    read_erasures();
    auto sealed = sealed_parts();
    walk_chain(sealed, expected);
    for (const auto& table : register_tables_of(reader_)) read_table(table);
    compare_parts(sealed, result_.head.number);
    return std::move(result_);
}

}  // namespace

std::string Discrepancy::in_words() const
{
    std::string where = change_set ? fmt::format("Change set {}", *change_set) : std::string{"Register"};
    if (!table.empty()) where += fmt::format(", table {}", table);
    if (row_id) where += fmt::format(", row {}", *row_id);
    return where + ": " + message;
}

std::string ChainHead::text() const
{
    return fmt::format("{}:{}", number, hash);
}

std::optional<ChainHead> ChainHead::parse(std::string_view text)
{
    auto colon = text.find(':');
    if (colon == text.npos) return std::nullopt;
    ChainHead head{0, std::string{text.substr(colon + 1)}};
    auto [end, error] = std::from_chars(text.data(), text.data() + colon, head.number);
    bool hash_fits = head.hash.empty() ? head.number == 0 : head.hash.size() == 2 * sizeof(Hash) && from_hex(head.hash).has_value();
    if (error != std::errc{} || end != text.data() + colon || !hash_fits) return std::nullopt;
    return head;
}

Verification verify(Reader& reader, const std::optional<ChainHead>& expected)
{
    return Verifier{reader}.run(expected);
}

}  // namespace kith::db
