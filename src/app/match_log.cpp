#include "app/match_log.hpp"

#include <algorithm>
#include <set>

namespace kith::app {
namespace {

namespace m = matching;

/// Ids of the others of each record's person.
std::vector<std::set<std::uint32_t>> companions(const m::Linkage& linkage)
{
    std::vector<std::set<std::uint32_t>> all(linkage.people().persons.size());
    for (std::uint32_t place = 0; place < all.size(); ++place)
        for (const auto other : linkage.group_of(place))
            if (other != place) all[place].insert(other);
    return all;
}

Result<void> decide_again(m::Linkage& linkage, const m::Decisions& decisions)
{
    for (const auto& decision : decisions.all()) {
        if (const auto made = linkage.decide(decision); !made) return std::unexpected(made.error());
        if (!decision.is_withdrawn) continue;
        if (const auto withdrawn = linkage.withdraw(decision.number); !withdrawn) return std::unexpected(withdrawn.error());
    }
    return {};
}

}  // namespace

Result<KeptLinkage> KeptLinkage::open(const std::string& path, const m::Variants& variants, double threshold, const std::vector<std::string>& one_each, bool for_a_new_model)
{
    std::vector<m::Event> events;
    auto log = files::AppendLog::open(path, [&](std::string_view line) -> Result<void> {
        auto event = m::read_event(line);
        if (!event) return std::unexpected(event.error());
        events.push_back(std::move(*event));
        return {};
    });
    if (!log) return std::unexpected(log.error());
    KeptLinkage kept{std::move(*log), variants, threshold, one_each};
    if (const auto done = kept.replay(events, for_a_new_model); !done) return std::unexpected(done.error());
    return kept;
}

m::Joining KeptLinkage::joining_for(m::People& people) const
{
    m::Joining joining{.threshold = threshold_, .one_each = {}};
    for (const auto& source : one_each_) joining.one_each.push_back(m::source_text(people, source));
    return joining;
}

m::People KeptLinkage::prepared() const
{
    m::People people;
    people.variants = variants_;
    return people;
}

Result<void> KeptLinkage::replay(const std::vector<m::Event>& events, bool for_a_new_model)
{
    const m::Frozen* model = nullptr;
    for (const auto& event : events)
        if (const auto* one = std::get_if<m::Frozen>(&event)) model = one;
    const m::Settings* last = nullptr;
    for (const auto& event : events)
        if (const auto* one = std::get_if<m::Settings>(&event)) last = one;
    if (last != nullptr && *last != settings() && !for_a_new_model) {
        const auto* what = last->threshold != threshold_ ? "another threshold" : last->variants != variants_.mark() ? "other variants of names" : "other sources that hold each person once";
        return unacceptable("log", std::string{"The log's model came with "} + what + ": other persons would come of it. Give the same, or learn a new model with --new-model, which says what it would change");
    }
    if (model == nullptr) {
        if (std::ranges::any_of(events, [](const auto& event) { return !std::holds_alternative<m::Settings>(event); })) return unacceptable("log", "The log has records and no model: its beginning is missing");
        return {};
    }
    auto people = prepared();
    const auto frozen = m::put_into(people, *model);
    for (const auto& event : events)
        if (const auto* told = std::get_if<m::Told>(&event))
            if (m::add(people, *told)) told_.push_back(*told);
    auto joining = joining_for(people);
    linkage_.emplace(std::move(people), std::move(joining), frozen);
    for (const auto& event : events) {
        if (const auto* decision = std::get_if<m::Decision>(&event))
            if (const auto made = linkage_->decide(*decision); !made) return std::unexpected(made.error());
        if (const auto* withdrawal = std::get_if<m::Withdrawal>(&event))
            if (const auto made = linkage_->withdraw(withdrawal->number); !made) return std::unexpected(made.error());
    }
    return {};
}

Result<void> KeptLinkage::put(const m::Event& event)
{
    log_.append(m::written(event));
    return log_.sync();
}

Result<void> KeptLinkage::begin(m::People people, const std::vector<m::Told>& records)
{
    auto joining = joining_for(people);
    linkage_.emplace(std::move(people), std::move(joining));
    told_ = records;
    log_.append(m::written(settings()));
    log_.append(m::written(m::frozen(*linkage_)));
    for (const auto& record : records) log_.append(m::written(record));
    return log_.sync();
}

Result<Fed> KeptLinkage::feed(const std::vector<m::Told>& records)
{
    constexpr std::size_t at_once = 256;  // on disk together; none of them is acknowledged before
    Fed fed;
    for (std::size_t from = 0; from < records.size(); from += at_once) {
        std::vector<const m::Told*> fresh;
        std::set<std::string_view> ids;
        for (auto at = from; at < std::min(from + at_once, records.size()); ++at) {
            const auto& told = records[at];
            if (told.id.empty()) {
                ++fed.without_id;
                continue;
            }
            const auto place = linkage_->people().place_of(told.id);
            if (place || !ids.insert(told.id).second) {
                ++fed.known;
                fed.changed += place && m::written(told_[*place]) != m::written(told) ? 1 : 0;
                continue;
            }
            log_.append(m::written(told));
            fresh.push_back(&told);
        }
        if (const auto synced = log_.sync(); !synced) return std::unexpected(synced.error());
        for (const auto* told : fresh) {
            if (const auto arrived = linkage_->arrive(*told); !arrived) return std::unexpected(arrived.error());
            told_.push_back(*told);
            ++fed.arrived;
        }
    }
    return fed;
}

Result<m::Decision> KeptLinkage::decide(m::Decision decision)
{
    auto made = linkage_->decide(std::move(decision));
    if (!made) return made;
    if (const auto kept = put(*made); !kept) return std::unexpected(kept.error());
    return made;
}

Result<m::Decision> KeptLinkage::withdraw(const m::Withdrawal& withdrawal)
{
    auto made = linkage_->withdraw(withdrawal.number);
    if (!made) return made;
    if (const auto kept = put(withdrawal); !kept) return std::unexpected(kept.error());
    return made;
}

Result<Reestimated> KeptLinkage::reestimate(bool even_so)
{
    auto people = prepared();
    for (const auto& told : told_) m::add(people, told);
    const auto pairs = m::Keys{people}.pairs();
    auto model = m::learnt(people, pairs);
    model.version = linkage_->model().version + 1;
    auto joining = joining_for(people);
    m::Linkage next{std::move(people), std::move(joining), model};
    if (const auto decided = decide_again(next, linkage_->decisions()); !decided) return std::unexpected(decided.error());
    Reestimated found{.moved = m::moved_too_far(linkage_->model(), next.model())};
    const auto before = companions(*linkage_), after = companions(next);
    for (std::size_t place = 0; place < before.size(); ++place) {
        const auto& id = next.people().id_of(static_cast<std::uint32_t>(place));
        if (!std::ranges::includes(before[place], after[place])) found.joined_anew.push_back(id);
        if (!std::ranges::includes(after[place], before[place])) found.parted.push_back(id);
    }
    if (!found.moved.empty() && !even_so) return found;
    log_.append(m::written(settings()));
    if (const auto kept = put(m::frozen(next)); !kept) return std::unexpected(kept.error());
    linkage_.emplace(std::move(next));
    found.is_taken = true;
    return found;
}

}  // namespace kith::app
