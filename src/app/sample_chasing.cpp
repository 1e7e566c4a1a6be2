#include "app/sample_chasing.hpp"

#include "app/sample_account.hpp"
#include "access/accounts.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "scorecards/return_chase_register.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::app {
namespace {

using scorecards::Scored;

// Two rounds as far apart as the pack lets them be, and the lead between the second and the next: whoever serves the sample today reminds nobody anew.
constexpr int opened_before = 60, first_round_before = 24, second_round_before = 10, asked_before = 3;  ///< days
constexpr std::array names{"Robin Ferry", "Alex Moorland", "Charlie Weir", "Kim Hollow"};
/// Nobody signs in by it: the sample's sign-in page offers roles, and this is no hash of any password.
constexpr std::string_view no_password = "!";

std::vector<Scored> late_on(db::Reader& reader, scorecards::ScorecardFeed& feed, Date day)
{
    auto scored = feed.scored(reader, access::Reach::everything(), day);
    std::erase_if(scored, [](const Scored& one) { return one.card.due.punctuality != scorecards::Punctuality::overdue; });
    return scored;
}

Result<void> open_account_of(db::Writer& writer, const Scored& scored, std::string_view name, Instant at)
{
    const access::NewAccount wanted{.email = fmt::format("{}@westmere.example", lower_ascii(scored.organisation.code)), .name = std::string{name},
                                    .grants = {{access::Role::data_steward, access::Scope::organisation(scored.organisation.id)}}};
    const auto opened = access::open_account(writer, wanted, {}, at);
    if (!opened) return std::unexpected(opened.error());
    access::set_password_hash(writer, *opened, std::string{no_password}, {}, at);
    return {};
}

Result<void> ask_for(db::Writer& writer, scorecards::ScorecardFeed& feed, const Scored& late, std::string_view lead, Instant at)
{
    const auto account = account_at(writer, lead);
    if (!account) return std::unexpected(account.error());
    const auto today = at.date_in_london();
    for (const auto& one : feed.scored(writer, access::Reach::everything(), today))
        if (one.organisation.id == late.organisation.id)
            scorecards::chase(writer, one, scorecards::stewards_on(writer, today, false), scorecards::last_chases(writer), account->id, at);
    return {};
}

}  // namespace

Result<void> chase_the_late(db::Database& database, std::shared_ptr<const packs::Packs> packs, std::string_view lead, Instant now)
{
    const auto days_before = [now](int days) { return Instant::parse(now.date_in_london().plus_days(-days).iso() + "T08:30:00Z").value(); };
    scorecards::ScorecardFeed feed{std::move(packs)};
    db::Writer writer{database};
    const auto late = late_on(writer, feed, days_before(first_round_before).date_in_london());
    if (late.size() < 2) return {};
    for (std::size_t at = 1; at < late.size() && at <= names.size(); ++at)
        if (auto opened = open_account_of(writer, late[at], names[at - 1], days_before(opened_before)); !opened) return opened;
    for (const auto days : {first_round_before, second_round_before}) scorecards::remind_all(writer, feed, false, days_before(days));
    if (auto asked = ask_for(writer, feed, late.back(), lead, days_before(asked_before)); !asked) return asked;
    writer.commit();
    return {};
}

}  // namespace kith::app
