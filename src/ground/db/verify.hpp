#pragma once
// Working out again whether the registers hold what was sealed. Detects a value altered, a row added, removed or its history
// changed, a change set altered, reordered or removed. Not a defence against whoever rewrites the whole chain, or cuts off its
// end: against that, keep the head that a report names outside the database, and give it to the next verification.
#include "db/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::db {

/// One thing that is not as it was sealed; numbers and names, never values.
struct Discrepancy {
    std::optional<std::int64_t> change_set;
    std::string table;                    ///< empty where it is the chain itself
    std::optional<std::int64_t> row_id;   ///< where one row can be named
    std::string message;
    std::string in_words() const;
};

/// The last link of a chain: of change sets, or of the log of reads.
struct ChainHead {
    std::int64_t number = 0;   ///< of the change set, or of the entry; 0 where there is none
    std::string hash;  ///< hexadecimal
    std::string text() const;  ///< "412:9f86d0..."
    static std::optional<ChainHead> parse(std::string_view text);
    bool operator==(const ChainHead&) const = default;
};

struct Verification {
    std::int64_t change_sets = 0;
    std::int64_t rows = 0;
    std::int64_t erased_values = 0;
    ChainHead head;
    std::vector<Discrepancy> discrepancies;  ///< at most 1,000; empty where all is well
    bool holds() const { return discrepancies.empty(); }
};

/// Reads every register row once. `expected`: a head noted earlier, which must still be in the chain.
Verification verify(Reader& reader, const std::optional<ChainHead>& expected = {});

}  // namespace kith::db
