#pragma once
// Reads the rows of the whole register for the tally: in two halves at once where they are many. Private to the room.
#include "workforce/tally_rows.hpp"

namespace kith::workforce {

/// What is made of the rows of some records.
struct RowsMade {
    RowsMade(const RoleMapping& roles, const identity::Joined& joined) : stretches{roles, joined, {}, {}} {}
    void read(db::Reader& reader, KnownAt known_at, RecordRange range);
    void add_all(RowsMade&& other);

    StretchRows stretches;
    FactRows facts{{}, {}};
};

struct RowsWanted {
    const RoleMapping& roles;
    const identity::Joined& joined;
    RecordRange records;                 ///< all that there are
    KnownAt known_at;
    std::int64_t change_set = 0;         ///< the last that the reader sees
    std::int64_t halved_from = 100'000;  ///< a smaller register is read in less than another connection costs
};
RowsMade read_rows(const RowsWanted& wanted, db::Reader& reader);

}  // namespace kith::workforce
