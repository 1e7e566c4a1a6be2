#include "assessment/priority_pages.hpp"

#include "assessment/hand_on_pages.hpp"
#include "assessment/priority_register.hpp"
#include "assessment/priority_views.hpp"
#include "assessment/workshop_fields_views.hpp"
#include "db/transaction.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <charconv>

namespace kith::assessment {
namespace {

using access::Permission;

web::PageParts parts_of(std::string title, const questionnaire::Campaign& campaign, const char* list, const char* path)
{
    auto crumbs = workshop_crumbs(campaign, true);
    crumbs.push_back({list, campaign.href() + path});
    return {.title = std::move(title), .caption = campaign.name, .breadcrumbs = std::move(crumbs), .nav = "/campaigns"};
}
web::PageParts priority_parts(std::string title, const questionnaire::Campaign& campaign) { return parts_of(std::move(title), campaign, "Priorities", "/priorities"); }

web::Response shown(web::Visit& visit, const web::PageParts& parts, const ui::Html& content)
{
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

/// What the form says, with its faults put on the form.
void read_into(web::Visit& visit, const CampaignStand& stand, Priority& priority)
{
    auto& form = visit.form();
    if (const auto kind = choice_named(priority_kinds(), form.text("kind"))) priority.kind = *kind;
    else form.add({.field = "kind", .message = "Choose what it is"});
    priority.title = form.text("title");
    priority.why = form.text("why");
    const auto theme = form.text("theme");
    priority.theme = theme.empty() ? std::nullopt : std::optional{theme};
    if (priority.theme && stand.theme(theme) == nullptr) form.add({.field = "theme", .message = "Choose a theme from the list"});
    const auto place = form.text("place");
    priority.place = 0;
    if (const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), priority.place); error != std::errc{} || end != place.data() + place.size()) priority.place = 0;
    for (auto& problem : problems_of(priority)) form.add(std::move(problem));
}

ui::Html priority_form(web::Visit& visit, const CampaignStand& stand, const std::string& action)
{
    return visit.in_form({.action = action}, priority_fields(visit.form(), stand) + ui::button({.text = "Save", .prevent_double_click = true}));
}

web::Response priority_page(web::Visit& visit, const CampaignStand& stand, const Priority& priority)
{
    auto parts = priority_parts(std::string{choice_of(priority_kinds(), priority.kind).words}, stand.campaign);
    parts.heading = priority.title;
    auto content = as_lines(priority.why);
    if (const auto* theme = priority.theme ? stand.theme(*priority.theme) : nullptr) content += ui::paragraph(ui::link(theme->name, theme_href(stand.campaign, theme->theme)));
    const auto support = support_table_of(stand.campaign, support_of(visit.reader(), stand.campaign.id), {priority}, visit.today(), &priority);
    content += who_has_it(visit, stand.campaign, priority);
    auto below = refer_to(reference_to(priority), visit.today());
    if (visit.may(Permission::manage_campaigns)) {
        const auto away = visit.in_form({.action = priority.href(stand.campaign) + "/away", .id = "away"}, ui::button({.text = "Take it away", .classes = "govuk-button--warning"}));
        below += ui::not_in_print(ui::heading(2, "Change it", "m") + priority_form(visit, stand, priority.href(stand.campaign)) + away);
    }
    return shown(visit, parts, ui::two_thirds(content) + support + ui::two_thirds(below));
}

kith::Result<Priority> priority_in_path(web::Visit& visit, CampaignId campaign)
{
    const auto id = visit.public_id("priority");
    if (!id) return std::unexpected(id.error());
    return find_priority(visit.reader(), campaign, *id);
}

}  // namespace

web::Response list_priorities(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto all = priorities_of(visit.reader(), stand->campaign.id);
    ui::Html content;
    if (visit.may(Permission::manage_campaigns)) content += ui::not_in_print(ui::button({.text = "Add a priority or recommendation", .href = stand->campaign.href() + "/priorities/new"}));
    if (all.empty()) content += ui::empty_state({.text = "No priorities are written down yet."});
    for (const auto& [kind, heading] : {std::pair{PriorityKind::priority, "Priorities"}, {PriorityKind::recommendation, "Recommendations"}})
        if (const auto list = priorities_list(*stand, all, kind); !list.empty()) content += ui::heading(2, heading, "m") + list;
    return visit.page({.title = "Priorities", .caption = stand->campaign.name, .breadcrumbs = workshop_crumbs(stand->campaign, true), .nav = "/campaigns"}, ui::two_thirds(content));
}

web::Response show_new_priority(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto all = priorities_of(visit.reader(), stand->campaign.id);
    visit.form().fill("place", std::to_string(std::min<std::size_t>(all.size() + 1, last_place)));
    return shown(visit, priority_parts("Add a priority or recommendation", stand->campaign), ui::two_thirds(priority_form(visit, *stand, stand->campaign.href() + "/priorities")));
}

web::Response add_priority(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    Priority priority{.campaign = stand->campaign.id};
    read_into(visit, *stand, priority);
    if (visit.form().has_problems()) return shown(visit, priority_parts("Add a priority or recommendation", stand->campaign), ui::two_thirds(priority_form(visit, *stand, stand->campaign.href() + "/priorities")));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Priority added"};
    keep(changes, priority, visit.now());
    visit.writer().commit();
    return visit.redirect(stand->campaign.href() + "/priorities", "Added");
}

web::Response show_priority(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto priority = priority_in_path(visit, stand->campaign.id);
    if (!priority) return visit.problem(priority.error());
    visit.form().fill("kind", std::string{choice_of(priority_kinds(), priority->kind).name}).fill("title", priority->title).fill("why", priority->why).fill("theme", priority->theme.value_or("")).fill("place", std::to_string(priority->place));
    return priority_page(visit, *stand, *priority);
}

web::Response change_priority(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto held = priority_in_path(visit, stand->campaign.id);
    if (!held) return visit.problem(held.error());
    auto priority = *held;
    read_into(visit, *stand, priority);
    if (visit.form().has_problems()) return priority_page(visit, *stand, *held);
    if (priority != *held) {
        db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Priority changed"};
        keep(changes, priority, visit.now());
        visit.writer().commit();
    }
    return visit.redirect(stand->campaign.href() + "/priorities", "Saved");
}

web::Response take_priority_away(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Priority taken away"};
    const auto held = priority_in_path(visit, campaign->id);
    if (!held) return visit.problem(held.error());
    take_away(changes, *held);
    visit.writer().commit();
    return visit.redirect(campaign->href() + "/priorities", "Taken away");
}

}  // namespace kith::assessment
