#pragma once
// Sealing: the hash that chains a change set to the one before. Private to db; verify.cpp works the same hashes out again.
#include "db/digest.hpp"
#include "db/schema.hpp"
#include "db/transaction.hpp"

#include <map>
#include <string>

namespace kith::db {

/// What one change set did in one table, as the chain holds it. The name of the erasures' part is that of their table.
struct Part {
    std::int64_t made = 0;
    std::int64_t ended = 0;
    Hash hash{};
};
constexpr std::string_view erasures = "erased_value";

/// Collects a Part row by row, in the order of row_id.
class PartHasher {
public:
    PartHasher() : made_("kith rows made 1"), ended_("kith rows ended 1") {}
    void made(std::int64_t row_id, std::int64_t id, const Bytes& digest);
    void ended(std::int64_t row_id);
    /// An erased value, in the order of table, row_id, column.
    void erased(std::string_view table, std::int64_t row_id, std::string_view column, const Bytes& leaf);
    Part done();

private:
    Hasher made_;
    Hasher ended_;
    Part part_;
};

/// A change set between its opening and its Writer's commit.
struct OpenSet {
    std::int64_t id = 0;
    PublicId public_id;
    std::map<std::string, PartHasher, std::less<>> tables;         ///< touched, by name; of rows made as they are appended
    std::map<std::string, std::int64_t, std::less<>> next_row_id;  ///< per table
    std::vector<Table> registers;  ///< of the database, once an erasure has asked
    bool erases = false;
    bool sealed = false;
};

/// The hash of a row of change_set (`SELECT *`) and its parts.
Hash change_set_hash(const Row& change_set, const std::map<std::string, Part>& parts);
/// What a reason leaves behind, so that it can be erased like a value.
Hash reason_leaf(std::span<const unsigned char> salt, std::string_view reason);
/// Writes the set's parts and hash.
void seal(Writer& writer, OpenSet& set);

}  // namespace kith::db
