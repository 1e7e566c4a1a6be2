#pragma once
// Asking an organisation's data stewards for the return that is due: what they are told, what is kept of it, and the daily round. When the
// round does so is reminder.hpp's.
#include "access/role_holders.hpp"
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

/// The data stewards of each organisation, and whether what they are told leaves the house by mail.
struct Stewards {
    std::map<partnership::OrganisationId, std::vector<access::RoleHolder>> of;
    bool mails = false;
};
Stewards stewards_on(db::Reader& reader, Date today, bool mails);

/// How asking one organisation stands today.
enum class Askable : std::uint8_t {
    yes,
    asked_today,   ///< by anyone: nobody is told again
    not_come_in,   ///< it has data stewards, none of whom can be told: they have not come in yet, and no mail goes out
    no_steward,
};
Askable askable(const Stewards& stewards, const LastChases& last, partnership::OrganisationId organisation, Date today);

/// Tells every data steward of the organisation who can be told, and keeps that it was done: how many people. Nobody where it is not askable.
/// `last` and `stewards`: as they stand in this writer's turn.
std::int64_t chase(db::Writer& writer, const Scored& scored, const Stewards& stewards, const LastChases& last, std::optional<access::AccountId> by, Instant now);

/// Of one organisation, newest first, at most 20.
std::vector<Chase> list_chases(db::Reader& reader, partnership::OrganisationId organisation);

/// The round of one day: everyone who is to be reminded. How many organisations were.
std::int64_t remind_all(db::Writer& writer, ScorecardFeed& feed, bool mails, Instant now);

/// Registers the daily round with the queue.
void add_reminders(jobs::Queue& queue, std::shared_ptr<ScorecardFeed> feed, bool mails, std::function<Instant()> now);

}  // namespace kith::scorecards
