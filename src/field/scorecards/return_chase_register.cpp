#include "scorecards/return_chase_register.hpp"

#include "access/accounts.hpp"
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

std::optional<Date> last_day(const LastChases& last, const Scored& scored)
{
    const auto found = last.find(scored.organisation.id);
    return found == last.end() ? std::nullopt : std::optional{found->second.date_in_london()};
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

Chasing chase(db::Writer& writer, const Scored& scored, const LastChases& last, std::optional<access::AccountId> by, Instant now)
{
    const auto today = now.date_in_london();
    if (was_asked_on(last_day(last, scored), today)) return {.was_asked_today = true, .told = 0};
    const auto message = reminder(scored);
    const auto stewards = access::holders_of(writer, access::Role::data_steward, scored.organisation.id, today);
    for (auto steward : stewards) jobs::tell(writer, steward.value(), message, now);
    const auto told = static_cast<std::int64_t>(stewards.size());
    if (told > 0) writer.run("INSERT INTO return_chase (organisation_id, at, account_id, told) VALUES ($1, $2, $3, $4)", scored.organisation.id, now, by, told);
    return {.was_asked_today = false, .told = told};
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

std::int64_t remind_all(db::Writer& writer, ScorecardFeed& feed, Instant now)
{
    const auto today = now.date_in_london();
    const auto last = last_chases(writer);
    std::int64_t reminded = 0;
    for (const auto& scored : feed.scored(writer, access::Reach::everything(), today)) {
        if (!is_to_be_reminded(scored.card.due, last_day(last, scored), today, feed.packs().limits("scorecard"))) continue;
        if (chase(writer, scored, last, std::nullopt, now).told > 0) ++reminded;
    }
    return reminded;
}

void add_reminders(jobs::Queue& queue, std::shared_ptr<ScorecardFeed> feed, std::function<Instant()> now)
{
    queue.every_day("remind-of-returns", "Remind data stewards of returns that are due", morning, [feed = std::move(feed), now = std::move(now)](jobs::JobRun& run) {
        db::Writer writer{run.database()};
        const auto reminded = remind_all(writer, *feed, now());
        writer.commit();
        run.progress(1, 1, counted(reminded, "organisation", "organisations") + " reminded");
    });
}

}  // namespace kith::scorecards
