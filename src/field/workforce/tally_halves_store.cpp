#include "workforce/tally_halves_store.hpp"

#include "db/change_set.hpp"

#include <future>

namespace kith::workforce {

namespace {

/// The records from `middle` on, by a reader of its own, which sees what the other sees; nothing where the register has changed meanwhile. The
/// connection is none of the pool's, since whoever waits for the tally holds one of those.
std::optional<RowsMade> upper_half(const RowsWanted& wanted, db::Options options, std::int64_t middle)
{
    options.must_exist = true;
    options.readers = 1;
    auto database = db::Database::open(options);
    db::Reader own{database};
    if (!wanted.known_at && db::last_change_set(own) != wanted.change_set) return std::nullopt;
    RowsMade made{wanted.roles, wanted.joined};
    made.read(own, wanted.known_at, {.first = middle, .before = {}});
    return made;
}

}  // namespace

void RowsMade::read(db::Reader& reader, KnownAt known_at, RecordRange range)
{
    each_terms_row(reader, known_at, range, [&](const TermsRow& row) { stretches.add(row); });
    each_fact_row(reader, known_at, range, [&](const FactRow& row) { facts.add(row); });
}

void RowsMade::add_all(RowsMade&& other)
{
    stretches.add_all(std::move(other.stretches));
    facts.add_all(std::move(other.facts));
}

RowsMade read_rows(const RowsWanted& wanted, db::Reader& reader)
{
    RowsMade made{wanted.roles, wanted.joined};
    const auto first = wanted.records.first.value_or(0), numbers = wanted.records.before.value_or(0) - first;
    if (numbers <= wanted.halved_from) {
        made.read(reader, wanted.known_at, {});
        return made;
    }
    const auto middle = first + numbers / 2;
    auto upper = std::async(std::launch::async, [&] { return upper_half(wanted, reader.database().options(), middle); });
    made.read(reader, wanted.known_at, {.first = {}, .before = middle});
    if (auto other = upper.get()) made.add_all(std::move(*other));
    else made.read(reader, wanted.known_at, {.first = middle, .before = {}});
    return made;
}

}  // namespace kith::workforce
