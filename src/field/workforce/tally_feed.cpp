#include "workforce/tally_feed.hpp"

#include "db/change_set.hpp"
#include "workforce/tally_halves_store.hpp"
#include "workforce/tally_store.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

/// How many snapshots of earlier knowledge are kept: each is as large as the tally.
constexpr std::size_t most_earlier = 3;

/// `changed`, and whoever is or was one person with any of them by `claims` or in `table`: their rows are made anew together. Sorted, each once.
std::vector<std::int64_t> with_their_people(const std::vector<std::int64_t>& changed, const std::vector<identity::Claim>& claims, const tally::Table& table)
{
    std::vector<std::int64_t> records;
    for (auto record : changed) std::ranges::copy(table.records_of_person_of(record), std::back_inserter(records));
    for (const auto& claim : claims) std::ranges::copy(table.records_of_person_of(claim.record), std::back_inserter(records));
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    return records;
}

}  // namespace

std::shared_ptr<const Snapshot> TallyFeed::up_to_date(db::Reader& reader)
{
    const auto last = db::last_change_set(reader);
    if (auto snapshot = current(); snapshot && snapshot->change_set >= last) return snapshot;
    std::lock_guard building{building_};
    auto before = current();
    if (before && before->change_set >= last) return before;
    auto next = before ? load_part(reader, *before, last) : load_whole(reader, last, true);
    std::lock_guard swap{swap_};
    snapshot_ = next;
    return next;
}

std::shared_ptr<const Snapshot> TallyFeed::as_known_at(db::Reader& reader, std::int64_t change_set)
{
    if (change_set >= db::last_change_set(reader)) return up_to_date(reader);
    std::lock_guard building{building_};
    // What was erased since may stand in any of them.
    if (const auto erased = last_erasure(reader); erased > earlier_erasure_) {
        earlier_.clear();
        earlier_erasure_ = erased;
    }
    auto found = std::ranges::find(earlier_, change_set, [](const auto& snapshot) { return snapshot->change_set; });
    if (found != earlier_.end()) {
        std::rotate(found, found + 1, earlier_.end());
        return earlier_.back();
    }
    if (earlier_.size() == most_earlier) earlier_.erase(earlier_.begin());
    earlier_.push_back(load_whole(reader, change_set, false));
    return earlier_.back();
}

std::shared_ptr<const Snapshot> TallyFeed::current() const
{
    std::lock_guard swap{swap_};
    return snapshot_;
}

std::shared_ptr<const Snapshot> TallyFeed::load_whole(db::Reader& reader, std::int64_t change_set, bool as_it_stands)
{
    ++whole_loads_;
    const KnownAt known_at = as_it_stands ? KnownAt{} : KnownAt{change_set};
    const auto joined = joiner_(claims(reader, known_at));
    RecordRange records;
    auto organisations = load_organisation_states(reader, known_at, &records);
    auto made = read_rows({.roles = roles_, .joined = joined, .records = records, .known_at = known_at, .change_set = change_set}, reader);
    auto& [stretches, facts] = made;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->role_lists = stretches.role_lists();
    snapshot->table = tally::Table{stretches.take_rows(), stretches.take_dictionaries()};
    snapshot->facts = std::move(facts).whole();
    snapshot->vacancies = load_vacancies(reader, known_at, roles_);
    snapshot->organisations = std::move(organisations);
    snapshot->change_set = change_set;
    return snapshot;
}

std::shared_ptr<const Snapshot> TallyFeed::load_part(db::Reader& reader, const Snapshot& before, std::int64_t change_set)
{
    const auto changed = records_changed_since(reader, before.change_set);
    // Fetching people one by one costs several times what a scan does for each of them.
    if (!changed || changed->size() > before.table.size() / 4 + 100) return load_whole(reader, change_set, true);
    ++part_loads_;
    auto snapshot = std::make_shared<Snapshot>(before);
    snapshot->change_set = change_set;
    snapshot->vacancies = load_vacancies(reader, {}, roles_);
    if (changed->empty()) return snapshot;
    const auto records = with_their_people(*changed, claims(reader, *changed), before.table);
    StretchRows stretches{roles_, joiner_(claims(reader, records)), before.table.dictionaries(), before.role_lists};
    each_terms_row(reader, records, [&](const TermsRow& row) { stretches.add(row); });
    FactRows facts{before.facts.codes(), before.facts.details()};
    each_fact_row(reader, records, [&](const FactRow& row) { facts.add(row); });
    snapshot->role_lists = stretches.role_lists();
    auto rows = stretches.take_rows();
    snapshot->table = before.table.with_records_replaced(records, std::move(rows), stretches.take_dictionaries());
    snapshot->facts = std::move(facts).in_place_of(records, before.facts);
    snapshot->organisations = load_organisation_states(reader);
    return snapshot;
}

}  // namespace kith::workforce
