#include "workforce/tally_feed.hpp"

#include "db/change_set.hpp"
#include "workforce/tally_store.hpp"

#include <algorithm>

namespace kith::workforce {

namespace {

/// Makes stretches of terms rows, which come engagement by engagement: each holds until the day before the next, the first from the
/// engagement's start, the last to its end.
class Stretches {
public:
    Stretches(const RoleMapping& roles, tally::Dictionaries dictionaries, std::set<std::string> role_lists)
        : roles_(roles), dictionaries_(std::move(dictionaries)), role_lists_(std::move(role_lists))
    {
    }

    void add(const TermsRow& row)
    {
        const bool follows = !rows_.empty() && rows_.back().engagement == row.engagement.value();
        auto from = follows ? row.from_on.value_or(row.started_on) : row.started_on;
        if (follows) rows_.back().to = std::min(from.plus_days(-1), rows_.back().to.value_or(from));
        rows_.push_back({.person = row.record.value(), .engagement = row.engagement.value(), .from = from, .to = row.ended_on,
                         .codes = codes_of(row), .fte = row.fte});
    }

    std::vector<tally::Stretch> take_rows()
    {
        // Terms that begin after their engagement's end, or give way before they begin, are in force on no day.
        std::erase_if(rows_, [](const tally::Stretch& row) { return row.to && *row.to < row.from; });
        return std::move(rows_);
    }
    tally::Dictionaries take_dictionaries() { return std::move(dictionaries_); }
    std::set<std::string> take_role_lists() { return std::move(role_lists_); }

private:
    const MappedRole& role_of(const TermsRow& row)
    {
        static const MappedRole none;
        if (row.role_code.empty()) return none;
        role_lists_.insert(row.role_list);
        auto key = row.role_list + ":" + row.role_code;
        auto [found, is_new] = mapped_.try_emplace(key);
        if (is_new) {
            if (roles_) found->second = roles_(row.role_list, row.role_code);
            if (found->second.role.empty()) found->second.role = key;
        }
        return found->second;
    }

    tally::Codes codes_of(const TermsRow& row)
    {
        using enum tally::Column;
        tally::Codes codes{};
        auto set = [&](tally::Column column, std::string_view text) { codes[place_of(column)] = dictionaries_[place_of(column)].add(text); };
        set(organisation, tally_text(row.organisation));
        if (row.setting) set(setting, tally_text(*row.setting));
        if (row.locality) set(locality, tally_text(*row.locality));
        const auto& mapped = role_of(row);
        set(sector, row.sector.empty() ? mapped.sector : row.sector);
        set(role, mapped.role);
        set(breadth, row.breadth.empty() ? mapped.breadth : row.breadth);
        set(contract, row.contract);
        return codes;
    }

    const RoleMapping& roles_;
    tally::Dictionaries dictionaries_;
    std::set<std::string> role_lists_;
    std::unordered_map<std::string, MappedRole> mapped_;
    std::vector<tally::Stretch> rows_;
};

}  // namespace

std::shared_ptr<const Snapshot> TallyFeed::up_to_date(db::Reader& reader)
{
    const auto last = db::last_change_set(reader);
    if (auto snapshot = current(); snapshot && snapshot->change_set >= last) return snapshot;
    std::lock_guard building{building_};
    auto before = current();
    if (before && before->change_set >= last) return before;
    auto next = before ? load_part(reader, *before, last) : load_whole(reader, last);
    std::lock_guard swap{swap_};
    snapshot_ = next;
    return next;
}

std::shared_ptr<const Snapshot> TallyFeed::current() const
{
    std::lock_guard swap{swap_};
    return snapshot_;
}

std::shared_ptr<const Snapshot> TallyFeed::load_whole(db::Reader& reader, std::int64_t change_set)
{
    ++whole_loads_;
    Stretches stretches{roles_, {}, {}};
    each_terms_row(reader, [&](const TermsRow& row) { stretches.add(row); });
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->table = tally::Table{stretches.take_rows(), stretches.take_dictionaries()};
    snapshot->role_lists = stretches.take_role_lists();
    snapshot->organisations = load_organisation_states(reader);
    snapshot->change_set = change_set;
    return snapshot;
}

std::shared_ptr<const Snapshot> TallyFeed::load_part(db::Reader& reader, const Snapshot& before, std::int64_t change_set)
{
    const auto changed = records_changed_since(reader, before.change_set);
    // Fetching people one by one costs several times what a scan does for each of them.
    if (!changed || changed->size() > before.table.size() / 4 + 100) return load_whole(reader, change_set);
    ++part_loads_;
    auto snapshot = std::make_shared<Snapshot>(before);
    snapshot->change_set = change_set;
    if (changed->empty()) return snapshot;
    Stretches stretches{roles_, before.table.dictionaries(), before.role_lists};
    each_terms_row(reader, *changed, [&](const TermsRow& row) { stretches.add(row); });
    auto rows = stretches.take_rows();
    snapshot->table = before.table.with_people_replaced(*changed, std::move(rows), stretches.take_dictionaries());
    snapshot->role_lists = stretches.take_role_lists();
    snapshot->organisations = load_organisation_states(reader);
    return snapshot;
}

}  // namespace kith::workforce
