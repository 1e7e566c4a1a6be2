#include "assessment/priority_pages.hpp"

#include "assessment/campaign_stand_pages.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/priority_views.hpp"
#include "assessment/workshop_fields_views.hpp"
#include "db/transaction.hpp"
#include "questionnaire/campaign_register.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::assessment {
namespace {

using access::Permission;
namespace q = questionnaire;

std::string list_of(const q::Campaign& campaign) { return campaign.href() + "/support"; }

web::PageParts parts_of(std::string title, const q::Campaign& campaign)
{
    auto crumbs = workshop_crumbs(campaign, true);
    crumbs.push_back({"Support", list_of(campaign)});
    return {.title = std::move(title), .caption = campaign.name, .breadcrumbs = std::move(crumbs), .nav = "/campaigns"};
}

web::Response form_page(web::Visit& visit, const q::Campaign& campaign, std::string title, const std::string& action, const ui::Html& before = {})
{
    ui::Html content = before;
    if (visit.may(Permission::manage_campaigns))
        content += ui::not_in_print(visit.in_form({.action = action}, support_fields(visit.form(), priorities_of(visit.reader(), campaign.id)) + ui::button({.text = "Save", .prevent_double_click = true})));
    const auto parts = parts_of(std::move(title), campaign);
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

/// What the form says, with its faults put on the form.
void read_into(web::Visit& visit, Support& support)
{
    auto& form = visit.form();
    support.asked_of = form.text("asked_of");
    support.what = form.text("what");
    support.priority.reset();
    if (const auto wanted = form.text("priority"); !wanted.empty()) {
        const auto all = priorities_of(visit.reader(), support.campaign);
        const auto found = std::ranges::find_if(all, [&](const Priority& one) { return one.public_id.text() == wanted; });
        if (found == all.end()) form.add({.field = "priority", .message = "Choose a priority from the list"});
        else support.priority = found->id;
    }
    if (const auto day = form.date("due_on", "Day by which it is wanted")) support.due_on = *day;
    else form.add(day.error());
    if (const auto state = choice_named(support_states(), form.text("state"))) support.state = *state;
    else form.add({.field = "state", .message = "Choose how it stands"});
    support.promised = form.text("promised");
    if (auto day = form.optional_date("promised_on", "Day of the promise")) support.promised_on = *day;
    else form.add(day.error());
    support.outcome = form.text("outcome");
    for (auto& problem : problems_of(support, visit.today())) form.add(std::move(problem));
}

kith::Result<Support> support_in_path(web::Visit& visit, CampaignId campaign)
{
    const auto id = visit.public_id("support");
    if (!id) return std::unexpected(id.error());
    return find_support(visit.reader(), campaign, *id);
}

ui::Html one_support(web::Visit& visit, const q::Campaign& campaign, const Support& support)
{
    auto content = support_table_of(campaign, {support}, priorities_of(visit.reader(), campaign.id), visit.today());
    if (visit.may(Permission::manage_campaigns))
        content += ui::not_in_print(visit.in_form({.action = support.href(campaign) + "/away", .id = "away"}, ui::button({.text = "Take it away", .classes = "govuk-button--warning"})));
    return content;
}

std::optional<web::HomeItem> report_due(web::Visit& visit, const q::Campaign& campaign)
{
    if (campaign.stage == q::Stage::draft || !campaign.report_due || visit.today().plus_days(report_spoken_of_days) < *campaign.report_due || sending_of(visit.reader(), campaign.id)) return std::nullopt;
    const bool past = *campaign.report_due < visit.today();
    return web::HomeItem{.title = "Send the report of " + campaign.name, .words = (past ? "It was due on " : "It is due on ") + campaign.report_due->in_words(), .href = campaign.href() + "/report",
                         .urgency = past ? web::Urgency::overdue : *campaign.report_due == visit.today() ? web::Urgency::today : web::Urgency::soon};
}

}  // namespace

web::Response list_support(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto all = support_of(visit.reader(), campaign->id);
    ui::Html content;
    if (visit.may(Permission::manage_campaigns)) content += ui::not_in_print(ui::button({.text = "Ask for support", .href = list_of(*campaign) + "/new"}));
    content += all.empty() ? ui::empty_state({.text = "No support is asked for yet."}) : support_table_of(*campaign, all, priorities_of(visit.reader(), campaign->id), visit.today());
    return visit.page({.title = "Support", .caption = campaign->name, .breadcrumbs = workshop_crumbs(*campaign, true), .nav = "/campaigns", .wide = true}, content);
}

web::Response show_new_support(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    visit.form().fill("state", "asked").fill("priority", visit.request.query("priority"));
    return form_page(visit, *campaign, "Ask for support", list_of(*campaign));
}

web::Response add_support(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    Support support{.campaign = campaign->id};
    read_into(visit, support);
    if (visit.form().has_problems()) return form_page(visit, *campaign, "Ask for support", list_of(*campaign));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Support asked for"};
    keep(changes, support, visit.now());
    visit.writer().commit();
    return visit.redirect(list_of(*campaign), "Added");
}

web::Response show_support(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto support = support_in_path(visit, campaign->id);
    if (!support) return visit.problem(support.error());
    auto& form = visit.form();
    form.fill("asked_of", support->asked_of).fill("what", support->what).fill("state", std::string{choice_of(support_states(), support->state).name}).fill("promised", support->promised).fill("outcome", support->outcome);
    for (const auto& priority : priorities_of(visit.reader(), campaign->id))
        if (support->priority == priority.id) form.fill("priority", priority.public_id.text());
    fill_day(form, "due_on", support->due_on);
    if (support->promised_on) fill_day(form, "promised_on", *support->promised_on);
    return form_page(visit, *campaign, "Support asked for", support->href(*campaign), one_support(visit, *campaign, *support));
}

web::Response change_support(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto held = support_in_path(visit, campaign->id);
    if (!held) return visit.problem(held.error());
    auto support = *held;
    read_into(visit, support);
    if (visit.form().has_problems()) return form_page(visit, *campaign, "Support asked for", held->href(*campaign), one_support(visit, *campaign, *held));
    if (support != *held) {
        db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Support followed up"};
        keep(changes, support, visit.now());
        visit.writer().commit();
    }
    return visit.redirect(list_of(*campaign), "Saved");
}

web::Response take_support_away(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Support taken away"};
    const auto held = support_in_path(visit, campaign->id);
    if (!held) return visit.problem(held.error());
    take_away(changes, *held);
    visit.writer().commit();
    return visit.redirect(list_of(*campaign), "Taken away");
}

web::Response save_sending(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    auto& form = visit.form();
    ReportSending sending{.campaign = campaign->id, .sent_to = form.text("sent_to")};
    if (const auto day = form.date("sent_on", "Day on which it was sent")) sending.sent_on = *day;
    else form.add(day.error());
    for (auto& problem : problems_of(sending, visit.today())) form.add(std::move(problem));
    if (form.has_problems())
        return visit.try_again({.title = "The report was sent", .caption = campaign->name, .breadcrumbs = workshop_crumbs(*campaign, true), .nav = "/campaigns"},
                               ui::two_thirds(visit.in_form({.action = campaign->href() + "/report/sent"}, sending_fields(form) + ui::button({.text = "Save"}))));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Report sent"};
    keep(changes, sending);
    visit.writer().commit();
    return visit.redirect(campaign->href() + "/report", "Saved");
}

std::vector<web::HomeItem> due_of_workshops(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    if (!visit.may(Permission::manage_campaigns)) return items;
    const auto campaigns = q::list_campaigns(visit.reader());
    for (const auto& campaign : campaigns)
        if (auto item = report_due(visit, campaign)) items.push_back(std::move(*item));
    for (const auto& support : support_overdue(visit.reader(), visit.today())) {
        const auto campaign = std::ranges::find(campaigns, support.campaign, &q::Campaign::id);
        if (campaign == campaigns.end()) continue;
        items.push_back({.title = "Follow up the support asked of " + support.asked_of, .words = campaign->name + ": wanted by " + support.due_on.in_words() + (support.state == SupportState::promised ? ", promised" : ", not promised yet"),
                         .href = support.href(*campaign), .urgency = web::Urgency::overdue});
    }
    return items;
}

}  // namespace kith::assessment
