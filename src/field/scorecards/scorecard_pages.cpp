#include "scorecards/scorecard_pages.hpp"

#include "access/accounts.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "scorecards/return_chase_register.hpp"
#include "scorecards/scorecard_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <set>

namespace kith::scorecards {
namespace {

using access::Permission;

Result<Scored> asked_for(web::Visit& visit, ScorecardFeed& feed)
{
    auto id = visit.public_id("organisation");
    if (!id) return std::unexpected(id.error());
    auto all = feed.scored(visit.reader(), visit.reach(), visit.today());
    auto found = std::ranges::find_if(all, [&](const auto& one) { return one.organisation.public_id == *id; });
    if (found == all.end()) return not_found("Scorecard");
    return std::move(*found);
}

std::vector<Chased> chased(web::Visit& visit, partnership::OrganisationId organisation)
{
    const auto chases = list_chases(visit.reader(), organisation);
    std::set<access::AccountId> accounts;
    for (const auto& chase : chases)
        if (chase.account) accounts.insert(*chase.account);
    const auto names = accounts.empty() ? std::map<access::AccountId, std::string>{} : access::names_of(visit.reader(), accounts);
    std::vector<Chased> lines;
    for (const auto& chase : chases) {
        auto name = chase.account ? names.find(*chase.account) : names.end();
        lines.push_back({chase.at.in_words(), name == names.end() ? "the daily round" : name->second, chase.told});
    }
    return lines;
}

/// How asking stands, of what is overdue and may be asked for.
Asking asking_of(web::Visit& visit, const std::vector<Scored>& all, const access::Reach& chasing)
{
    const auto stewards = stewards_on(visit.reader(), visit.today(), visit.house.settings.mails);
    const auto last = last_chases(visit.reader());
    Asking asking;
    for (const auto& one : all) {
        if (!is_overdue(one) || !chasing.covers(one.organisation.id)) continue;
        switch (askable(stewards, last, one.organisation.id, visit.today())) {
        case Askable::yes: ++asking.to_ask; break;
        case Askable::asked_today: asking.asked_today.insert(one.organisation.id); break;
        case Askable::not_come_in: ++asking.not_come_in; break;
        case Askable::no_steward: asking.without.push_back(one.organisation.name); break;
        }
    }
    return asking;
}

}  // namespace

web::Response list_scorecards(web::Visit& visit, ScorecardFeed& feed)
{
    const auto all = feed.scored(visit.reader(), visit.reach(), visit.today());
    ScorecardList list{.all = all, .only = light_named(visit.request.query("light")), .only_overdue = visit.request.query("returns") == "overdue", .packs = feed.packs()};
    const auto chasing = visit.reach(Permission::chase_returns);
    if (list.only_overdue && !chasing.is_nothing()) list.asking = asking_of(visit, all, chasing);
    if (list.asking.to_ask > 0)
        list.ask_form = visit.in_form({.action = "/scorecards/ask"}, ui::button({.text = "Ask the data stewards of " + counted(list.asking.to_ask, "organisation", "organisations") + " for the return", .classes = "govuk-button--secondary", .prevent_double_click = true}));
    const auto filters = list.only ? std::string{words_for(*list.only)} : std::string{list.only_overdue ? "Returns overdue" : ""};
    return visit.page({.title = "Scorecards", .heading = "Can the records be relied on?", .nav = "/scorecards", .filters = filters, .wide = true}, scorecard_list(list));
}

web::Response ask_for_overdue(web::Visit& visit, ScorecardFeed& feed)
{
    const auto all = feed.scored(visit.reader(), visit.reach(), visit.today());
    const auto last = last_chases(visit.writer());
    const auto stewards = stewards_on(visit.writer(), visit.today(), visit.house.settings.mails);
    std::int64_t asked = 0;
    for (const auto& one : all)
        if (is_overdue(one) && chase(visit.writer(), one, stewards, last, visit.viewer.account, visit.now()) > 0) ++asked;
    visit.writer().commit();
    // Where nobody was asked there is no success to tell: the list says why.
    return visit.redirect("/scorecards?returns=overdue", asked == 0 ? std::string{} : "The data stewards of " + counted(asked, "organisation", "organisations") + " were asked for their return");
}

web::Response scorecards_file(web::Visit& visit, ScorecardFeed& feed)
{
    return web::Response::file("scorecards-" + visit.today().iso() + ".csv", "text/csv; charset=utf-8",
                               scorecards_csv(feed.scored(visit.reader(), visit.reach(), visit.today()), feed.packs(), visit.today()));
}

web::Response show_scorecard(web::Visit& visit, ScorecardFeed& feed)
{
    const auto scored = asked_for(visit, feed);
    if (!scored) return visit.problem(scored.error());
    OneScorecard view{.scored = *scored, .packs = feed.packs(), .may_hand_in = visit.reach(Permission::hand_in_returns).covers(scored->organisation.id),
                      .chased = chased(visit, scored->organisation.id)};
    const auto punctuality = scored->card.due.punctuality;
    if (visit.reach(Permission::chase_returns).covers(scored->organisation.id) && (punctuality == Punctuality::due || punctuality == Punctuality::overdue))
        view.askable = askable(stewards_on(visit.reader(), visit.today(), visit.house.settings.mails), last_chases(visit.reader()), scored->organisation.id, visit.today());
    if (view.askable == Askable::yes)
        view.chase_form = visit.in_form({.action = scorecard_path(scored->organisation) + "/ask"}, ui::button({.text = "Ask its data stewards for the return", .classes = "govuk-button--secondary"}));
    return visit.page({.title = "Scorecard", .heading = scored->organisation.name, .caption = "Can its records be relied on?",
                       .breadcrumbs = {{"Scorecards", "/scorecards"}}, .nav = "/scorecards"}, one_scorecard(view));
}

web::Response ask_for_return(web::Visit& visit, ScorecardFeed& feed)
{
    const auto scored = asked_for(visit, feed);
    if (!scored) return visit.problem(scored.error());
    const auto stewards = stewards_on(visit.writer(), visit.today(), visit.house.settings.mails);
    const auto told = chase(visit.writer(), *scored, stewards, last_chases(visit.writer()), visit.viewer.account, visit.now());
    visit.writer().commit();
    return visit.redirect(scorecard_path(scored->organisation), told == 0 ? std::string{} : counted(told, "person was", "people were") + " asked for the return");
}

}  // namespace kith::scorecards
