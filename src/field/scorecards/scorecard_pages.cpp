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

}  // namespace

web::Response list_scorecards(web::Visit& visit, ScorecardFeed& feed)
{
    const auto all = feed.scored(visit.reader(), visit.reach(), visit.today());
    ScorecardList list{.all = all, .only = light_named(visit.request.query("light")), .only_overdue = visit.request.query("returns") == "overdue", .packs = feed.packs(), .ask_form = {}};
    const auto chasing = visit.reach(Permission::chase_returns);
    const auto late = std::ranges::count_if(all, [&](const auto& one) { return is_overdue(one) && chasing.covers(one.organisation.id); });
    if (list.only_overdue && late > 0)
        list.ask_form = visit.in_form({.action = "/scorecards/ask"}, ui::button({.text = "Ask the data stewards of " + counted(late, "organisation", "organisations") + " for the return", .classes = "govuk-button--secondary"}));
    const auto filters = list.only ? std::string{words_for(*list.only)} : std::string{list.only_overdue ? "Returns overdue" : ""};
    return visit.page({.title = "Scorecards", .heading = "Can the records be relied on?", .nav = "/scorecards", .filters = filters, .wide = true}, scorecard_list(list));
}

web::Response ask_for_overdue(web::Visit& visit, ScorecardFeed& feed)
{
    const auto all = feed.scored(visit.reader(), visit.reach(), visit.today());
    const auto last = last_chases(visit.writer());
    Asking asking;
    for (const auto& one : all) {
        if (!is_overdue(one)) continue;
        const auto answer = chase(visit.writer(), one, last, visit.viewer.account, visit.now());
        if (answer.was_asked_today) ++asking.asked_before;
        else if (answer.told > 0) ++asking.asked;
        else asking.without.push_back(one.organisation.name);
    }
    visit.writer().commit();
    return visit.redirect("/scorecards?returns=overdue", asking_words(asking));
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
                      .chased = chased(visit, scored->organisation.id), .chase_form = {}};
    const auto punctuality = scored->card.due.punctuality;
    if (visit.reach(Permission::chase_returns).covers(scored->organisation.id) && (punctuality == Punctuality::due || punctuality == Punctuality::overdue))
        view.chase_form = visit.in_form({.action = scorecard_path(scored->organisation) + "/ask"}, ui::button({.text = "Ask its data stewards for the return", .classes = "govuk-button--secondary"}));
    return visit.page({.title = "Scorecard", .heading = scored->organisation.name, .caption = "Can its records be relied on?",
                       .breadcrumbs = {{"Scorecards", "/scorecards"}}, .nav = "/scorecards"}, one_scorecard(view));
}

web::Response ask_for_return(web::Visit& visit, ScorecardFeed& feed)
{
    const auto scored = asked_for(visit, feed);
    if (!scored) return visit.problem(scored.error());
    const auto answer = chase(visit.writer(), *scored, last_chases(visit.writer()), visit.viewer.account, visit.now());
    visit.writer().commit();
    auto words = counted(answer.told, "person was", "people were") + " asked for the return";
    if (answer.was_asked_today) words = "It was asked today already, so nobody was asked again";
    else if (answer.told == 0) words = "It has no data steward to ask: invite one, or ring its contact";
    return visit.redirect(scorecard_path(scored->organisation), std::move(words));
}

}  // namespace kith::scorecards
