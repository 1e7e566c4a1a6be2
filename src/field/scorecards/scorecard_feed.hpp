#pragma once
// Scorecards of a day, put together from what the register, the partnership and the returns hold. Reads only; the judging is scorecard.hpp's.
#include "access/reach.hpp"
#include "scorecards/scorecard.hpp"
#include "packs/packs.hpp"
#include "returns/return_standing.hpp"
#include "workforce/known_counts.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace kith::scorecards {

/// One organisation with its scorecard, what each was made from, and how often it is to hand in.
struct Scored {
    partnership::Organisation organisation;
    std::string every;  ///< code of the list "return_frequencies"
    returns::ReturnStanding standing;
    Scorecard card;
};

/// Counts of the register are dear, so they are kept until a change set or a day has passed. One for the house, used by every thread.
class ScorecardFeed {
public:
    explicit ScorecardFeed(std::shared_ptr<const packs::Packs> packs) : packs_(std::move(packs)) {}

    /// The organisations within reach that are open on the day, by name, each with its scorecard.
    std::vector<Scored> scored(db::Reader& reader, const access::Reach& reach, Date today);

    const packs::Packs& packs() const { return *packs_; }

private:
    using Known = std::map<partnership::OrganisationId, workforce::KnownCounts>;
    std::shared_ptr<const Known> known(db::Reader& reader, Date today);

    std::shared_ptr<const packs::Packs> packs_;
    std::mutex mutex_;
    std::shared_ptr<const Known> known_;
    std::int64_t known_at_ = -1;
    Date known_on_;
};

/// What a scorecard is judged from, of one organisation.
Standing standing_of(const partnership::Organisation& organisation, std::string_view every, const workforce::KnownCounts& known, const returns::ReturnStanding& returned);

}  // namespace kith::scorecards
