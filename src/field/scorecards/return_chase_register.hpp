#pragma once
// Asking an organisation's data stewards for the return that is due: what they are told, what is kept of it, and the daily round. When the
// round does so is reminder.hpp's.
#include "access/ids.hpp"
#include "base/instant.hpp"
#include "scorecards/scorecard_feed.hpp"
#include "jobs/inbox.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::jobs {
class Queue;
}

namespace kith::scorecards {

/// That someone was asked: by a person, or by the daily round where `account` is none.
struct Chase {
    partnership::OrganisationId organisation;
    Instant at;
    std::optional<access::AccountId> account;
    std::int64_t told = 0;  ///< how many people
};

/// What a data steward is told. It names the organisation and the day, nobody.
jobs::Message reminder(const Scored& scored);

/// When each organisation was last asked.
using LastChases = std::map<partnership::OrganisationId, Instant>;
LastChases last_chases(db::Reader& reader);

/// What came of asking one organisation.
struct Chasing {
    bool was_asked_today = false;  ///< by anyone: nobody is told again
    std::int64_t told = 0;         ///< how many people; nobody where it has no data steward
};
/// Tells every data steward of the organisation, and keeps that it was done. `last`: as it stands in this writer's turn.
Chasing chase(db::Writer& writer, const Scored& scored, const LastChases& last, std::optional<access::AccountId> by, Instant now);

/// Of one organisation, newest first, at most 20.
std::vector<Chase> list_chases(db::Reader& reader, partnership::OrganisationId organisation);

/// The round of one day: everyone who is to be reminded. How many organisations were.
std::int64_t remind_all(db::Writer& writer, ScorecardFeed& feed, Instant now);

/// Registers the daily round with the queue.
void add_reminders(jobs::Queue& queue, std::shared_ptr<ScorecardFeed> feed, std::function<Instant()> now);

}  // namespace kith::scorecards
