#pragma once
// A plan taken apart into rows ready to be written: salted, digested, and under the ids that they will have, so that one thread can make them
// while another writes. Private to the room; other rooms use staff_register.hpp.
#include "workforce/staff_register.hpp"

#include <map>
#include <vector>

namespace kith::workforce {

/// Ids that tables will give out, in the order in which they are asked for here.
class ComingIds {
public:
    using First = std::function<std::int64_t(const db::RegisterTable&)>;
    /// `first`: the id that a table gives out next; asked once for each table.
    explicit ComingIds(First first) : first_(std::move(first)) {}
    /// The first of as many ids as there are rows.
    std::int64_t take(const db::RegisterTable& table, std::size_t rows);

private:
    First first_;
    std::map<std::string_view, std::int64_t> next_;
};

/// The order (0 to 999) within their second of public ids of about so many records: it rises throughout, so that they stand in their index in
/// the order in which they are written.
class PublicIdOrder {
public:
    explicit PublicIdOrder(std::size_t records) : records_(records) {}
    int next();

private:
    std::size_t records_;
    std::size_t given_ = 0;
};

/// What rows are made with.
struct StaffRows {
    db::Reader& reader;
    const NumberKeeper& numbers;
    Instant now;
    ComingIds& ids;
    PublicIdOrder& order;
};

/// One act on one table: `ids` end where there are no rows, get new versions where there are; without ids the rows are new, from id `first` on.
struct StaffStep {
    const db::RegisterTable* table;
    std::vector<std::int64_t> ids;
    std::optional<db::PreparedRows> rows;
    std::int64_t first = 0;
};

/// Steps in their order, and what they come to.
struct StaffSteps {
    std::vector<StaffStep> steps;
    Applied applied;
};

/// Takes a plan apart, some thousand new records at a time.
void make_ready(const StaffRows& rows, const Plan& plan, const std::function<void(StaffSteps)>& take);
/// Writes the steps. Throws std::logic_error where the ids are not those that the rows were made for: then nothing may be committed.
Applied carry_out(db::ChangeSet& changes, StaffSteps steps);

}  // namespace kith::workforce
