#include "scorecards/scorecard_feed.hpp"

#include "db/change_set.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"

namespace kith::scorecards {

Standing standing_of(const partnership::Organisation& organisation, std::string_view every, const workforce::KnownCounts& known, const returns::ReturnStanding& returned)
{
    Standing standing{.organisation = organisation.id, .expected = organisation.expected_headcount, .is_expected_to_hand_in = every != "none", .in_post = known.in_post,
                      .last_confirmed = confirmed_up_to(every, returned.confirmed_on, returned.about), .rows = returned.rows, .rows_taken = returned.rows_taken, .open_queries = returned.open_queries};
    const std::pair<Asked, std::int64_t> counts[] = {
        {Asked::name, known.name}, {Asked::birth_date, known.birth_date}, {Asked::role, known.role}, {Asked::fte, known.fte}, {Asked::contract, known.contract},
        {Asked::place, known.place}, {Asked::qualification, known.qualification}, {Asked::ethnicity, known.ethnicity}, {Asked::checks, known.checks}, {Asked::training, known.training}};
    static_assert(std::size(counts) == asked_number);
    for (const auto& [field, count] : counts) standing.known[static_cast<std::size_t>(field)] = count;
    return standing;
}

std::shared_ptr<const ScorecardFeed::Known> ScorecardFeed::known(db::Reader& reader, Date today)
{
    const auto last = db::last_change_set(reader);
    {
        const std::lock_guard lock{mutex_};
        if (known_ && known_at_ >= last && known_on_ == today) return known_;
    }
    auto fresh = std::make_shared<const Known>(workforce::known_counts(reader, today));
    const std::lock_guard lock{mutex_};
    if (known_on_ != today || known_at_ < last) {
        known_ = fresh;
        known_at_ = last;
        known_on_ = today;
    }
    return fresh;
}

std::vector<Scored> ScorecardFeed::scored(db::Reader& reader, const access::Reach& reach, Date today)
{
    const auto counts = known(reader, today);
    const auto returned = returns::standings(reader);
    const auto& limits = packs_->limits("scorecard");
    std::vector<Scored> all;
    for (auto& organisation : partnership::organisations_within(reader, reach)) {
        if (!organisation.is_open(today)) continue;
        Scored scored{.organisation = std::move(organisation), .every = {}, .standing = {}, .card = {}};
        scored.every = partnership::returns_every(*packs_, scored.organisation);
        if (auto found = returned.find(scored.organisation.id); found != returned.end()) scored.standing = found->second;
        const auto found = counts->find(scored.organisation.id);
        const auto periods = return_periods(scored.every, today);
        const auto standing = standing_of(scored.organisation, scored.every, found == counts->end() ? workforce::KnownCounts{} : found->second, scored.standing);
        const OpenDays open{scored.organisation.opened_on, scored.organisation.closed_on};
        scored.card = scorecard(standing, periods ? due(standing.last_confirmed, *periods, today, limits.value("days_of_grace"), open) : Due{}, limits);
        all.push_back(std::move(scored));
    }
    return all;
}

}  // namespace kith::scorecards
