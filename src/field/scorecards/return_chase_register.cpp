#include "scorecards/return_chase_register.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "scorecards/reminder.hpp"
#include "scorecards/scorecard_views.hpp"
#include "jobs/queue.hpp"

#include <fmt/format.h>

namespace kith::scorecards {
namespace {

constexpr jobs::TimeOfDay morning{.hour = 7, .minute = 30};
constexpr int kept_on_page = 20;

std::optional<Date> last_day(const LastChases& last, partnership::OrganisationId organisation)
{
    const auto found = last.find(organisation);
    return found == last.end() ? std::nullopt : std::optional{found->second.date_in_london()};
}

/// Those who can be told: everyone where mail goes out, else those who have an inbox to look into.
std::vector<access::AccountId> tellable(const Stewards& stewards, partnership::OrganisationId organisation)
{
    std::vector<access::AccountId> accounts;
    const auto found = stewards.of.find(organisation);
    if (found == stewards.of.end()) return accounts;
    for (const auto& holder : found->second)
        if (holder.has_come_in || stewards.mails) accounts.push_back(holder.account);
    return accounts;
}

}  // namespace

jobs::Message reminder(const Scored& scored)
{
    const auto& due = scored.card.due;
    const bool late = due.punctuality == Punctuality::overdue;
    return {.title = fmt::format("The staff return of {} is {}", scored.organisation.name, late ? "overdue" : "due"),
            .words = fmt::format("It {} due by {}. Hand in the staff as they are now; where nothing has changed, confirming that they are still right is enough.",
                                 late ? "was" : "is", due.by ? due.by->in_words() : std::string{"the end of the period"}),
            .link = scorecard_path(scored.organisation)};
}

Stewards stewards_on(db::Reader& reader, Date today, bool mails)
{
    return {.of = access::holders_by_organisation(reader, access::Role::data_steward, today), .mails = mails};
}

Askable askable(const Stewards& stewards, const LastChases& last, partnership::OrganisationId organisation, Date today)
{
    if (was_asked_on(last_day(last, organisation), today)) return Askable::asked_today;
    if (!stewards.of.contains(organisation)) return Askable::no_steward;
    return tellable(stewards, organisation).empty() ? Askable::not_come_in : Askable::yes;
}

std::int64_t chase(db::Writer& writer, const Scored& scored, const Stewards& stewards, const LastChases& last, std::optional<access::AccountId> by, Instant now)
{
    if (askable(stewards, last, scored.organisation.id, now.date_in_london()) != Askable::yes) return 0;
    const auto message = reminder(scored);
    const auto accounts = tellable(stewards, scored.organisation.id);
    for (auto steward : accounts) jobs::tell(writer, steward.value(), message, now);
    const auto told = static_cast<std::int64_t>(accounts.size());
    writer.run("INSERT INTO return_chase (organisation_id, at, account_id, told) VALUES ($1, $2, $3, $4)", scored.organisation.id, now, by, told);
    return told;
}

std::vector<Chase> list_chases(db::Reader& reader, partnership::OrganisationId organisation)
{
    std::vector<Chase> chases;
    reader.each("SELECT at, account_id, told FROM return_chase WHERE organisation_id = $1 ORDER BY id DESC LIMIT $2",
                [&](const db::Row& row) {
                    chases.push_back({organisation, row.get<Instant>("at"), row.get<std::optional<access::AccountId>>("account_id"), row.get<std::int64_t>("told")});
                },
                organisation, kept_on_page);
    return chases;
}

LastChases last_chases(db::Reader& reader)
{
    LastChases last;
    reader.each("SELECT organisation_id, max(at) AS at FROM return_chase GROUP BY organisation_id",
                [&](const db::Row& row) { last.emplace(row.get<partnership::OrganisationId>("organisation_id"), row.get<Instant>("at")); });
    return last;
}

std::int64_t remind_all(db::Writer& writer, ScorecardFeed& feed, bool mails, Instant now)
{
    const auto today = now.date_in_london();
    const auto last = last_chases(writer);
    const auto stewards = stewards_on(writer, today, mails);
    std::int64_t reminded = 0;
    for (const auto& scored : feed.scored(writer, access::Reach::everything(), today)) {
        if (!is_to_be_reminded(scored.card.due, last_day(last, scored.organisation.id), today, feed.packs().limits("scorecard"))) continue;
        if (chase(writer, scored, stewards, last, std::nullopt, now) > 0) ++reminded;
    }
    return reminded;
}

void add_reminders(jobs::Queue& queue, std::shared_ptr<ScorecardFeed> feed, bool mails, std::function<Instant()> now)
{
    queue.every_day("remind-of-returns", "Remind data stewards of returns that are due", morning, [feed = std::move(feed), mails, now = std::move(now)](jobs::JobRun& run) {
        db::Writer writer{run.database()};
        const auto reminded = remind_all(writer, *feed, mails, now());
        writer.commit();
        run.progress(1, 1, counted(reminded, "organisation", "organisations") + " reminded");
    });
}

}  // namespace kith::scorecards
