#include "assessment/workshop_pages.hpp"

#include "assessment/evidence_pages.hpp"
#include "assessment/evidence_register.hpp"
#include "assessment/evidence_views.hpp"
#include "assessment/workshop_register.hpp"
#include "assessment/workshop_views.hpp"
#include "assessment/workshop_fields_views.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::assessment {
namespace {

using access::Permission;
namespace q = questionnaire;

web::Response form_page(web::Visit& visit, const web::PageParts& parts, const ui::Html& content)
{
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

web::PageParts parts_of(std::string title, const q::Campaign& campaign)
{
    return {.title = std::move(title), .caption = campaign.name, .breadcrumbs = workshop_crumbs(campaign, true), .nav = "/campaigns"};
}

bool anything_agreed(const CampaignStand& stand)
{
    return std::ranges::any_of(stand.themes, [](const ThemeStand& theme) { return theme.agreed().has_value(); });
}

web::Response details_page(web::Visit& visit, const q::Campaign& campaign)
{
    const auto content = ui::two_thirds(visit.in_form({.action = campaign.href() + "/workshop/details"}, workshop_fields(visit.form()) + ui::button({.text = "Save"})));
    return form_page(visit, parts_of("When it was held and who took part", campaign), content);
}

web::Response theme_page(web::Visit& visit, const CampaignStand& stand, const ThemeStand& theme)
{
    auto parts = parts_of("Theme in the workshop", stand.campaign);
    parts.heading = theme.name;
    auto content = finding_view(stand, theme);
    if (visit.may(Permission::manage_campaigns) && stand.campaign.stage == q::Stage::closed)
        content += ui::not_in_print(visit.in_form({.action = theme_href(stand.campaign, theme.theme)}, finding_fields(visit.form(), stand, theme, stand.confirmation.has_value()) + ui::button({.text = "Save"})));
    const bool manages = visit.may(Permission::manage_campaigns);
    const auto evidence = evidence_on(stand.campaign, seen_up_to(evidence_of(visit.reader(), stand.campaign.id), most_seen_by(visit)), theme.theme, 3, manages);
    content += ui::heading(2, "Evidence", "m") + (evidence.empty() ? ui::paragraph("None is written down for this theme yet.") : evidence);
    if (manages) content += ui::not_in_print(ui::paragraph(ui::link("Add evidence on this theme", stand.campaign.href() + "/evidence/new?theme=" + theme.theme)));
    content += ui::paragraph(ui::link("What was answered on this theme", stand.campaign.href() + "/results/" + theme.theme)) + refer_to(reference_to_theme(stand.campaign, theme.theme), visit.today());
    return form_page(visit, parts, ui::two_thirds(content));
}

web::Response confirm_page(web::Visit& visit, const CampaignStand& stand)
{
    auto content = themes_table(stand) + ui::paragraph("Once a board has confirmed, positions do not change unless the confirmation is withdrawn with a reason.");
    content += visit.in_form({.action = stand.campaign.href() + "/workshop/" + (stand.confirmation ? "withdraw" : "confirm")},
                             stand.confirmation ? ui::paragraph(confirmation_words(stand.confirmation)) + withdrawal_fields(visit.form()) + ui::button({.text = "Withdraw the confirmation", .classes = "govuk-button--warning"})
                                                : web::hidden_field("positions", positions_in_one_line(findings_of(visit.reader(), stand.campaign.id))) + confirmation_fields(visit.form()) + ui::button({.text = "Confirm for the board", .prevent_double_click = true}));
    return form_page(visit, parts_of(stand.confirmation ? "Withdraw the confirmation" : "Confirm where the partnership stands", stand.campaign), content);
}

/// What those who may can do next.
ui::Html workshop_ways(web::Visit& visit, const CampaignStand& stand)
{
    const auto href = stand.campaign.href();
    std::vector<ui::Content> ways{ui::Content{ui::link("Evidence", href + "/evidence")}, ui::Content{ui::link("Priorities and recommendations", href + "/priorities")},
                                  ui::Content{ui::link("Support asked for", href + "/support")}, ui::Content{ui::link("Report", href + "/report")}};
    if (visit.may(Permission::manage_campaigns)) ways.emplace_back(ui::link("Write down when it was held and who took part", href + "/workshop/details"));
    if (visit.may(Permission::confirm_position) && anything_agreed(stand)) ways.emplace_back(ui::link(stand.confirmation ? "Withdraw the board's confirmation" : "Confirm for the board", href + "/workshop/confirm"));
    return ui::not_in_print(ui::bullets(ways));
}

}  // namespace

web::Response show_workshop(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    ui::Html content;
    if (stand->campaign.stage != q::Stage::closed) content += ui::inset_text({.text = "Positions are agreed once the campaign is closed, so that the answers they rest on do not move."});
    content += ui::paragraph(confirmation_words(stand->confirmation)) + workshop_ways(visit, *stand) + themes_table(*stand) + workshop_details(workshop_of(visit.reader(), stand->campaign.id));
    return visit.page({.title = "Workshop: " + stand->campaign.name, .heading = anything_agreed(*stand) ? headline_of(stand->themes) : std::string{"No position is agreed yet"}, .caption = stand->campaign.name, .breadcrumbs = workshop_crumbs(stand->campaign),
                       .nav = "/campaigns", .wide = true}, content);
}

web::Response show_workshop_details(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (const auto held = workshop_of(visit.reader(), campaign->id)) {
        fill_day(visit.form(), "held_on", held->held_on);
        visit.form().fill("facilitator", held->facilitator).fill("participants", held->participants);
    }
    return details_page(visit, *campaign);
}

web::Response save_workshop_details(web::Visit& visit, const Sources&)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return visit.problem(campaign.error());
    auto& form = visit.form();
    Workshop workshop{.campaign = campaign->id, .facilitator = form.text("facilitator"), .participants = form.text("participants")};
    if (const auto day = form.date("held_on", "Day of the workshop")) workshop.held_on = *day;
    else form.add(day.error());
    if (!form.has_problems())
        for (auto& problem : problems_of(workshop, visit.today())) form.add(std::move(problem));
    if (form.has_problems()) return details_page(visit, *campaign);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Workshop written down"};
    keep(changes, workshop, visit.now());
    visit.writer().commit();
    return visit.redirect(campaign->href() + "/workshop", "Saved");
}

web::Response show_theme_finding(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto* theme = stand->theme(visit.parameter("theme"));
    if (theme == nullptr) return visit.problem(not_found("Theme").error());
    if (const auto& finding = theme->finding)
        visit.form().fill("agreed", finding->agreed ? finding->agreed->text() : "").fill("reason", finding->reason).fill("strengths", finding->strengths).fill("barriers", finding->barriers);
    return theme_page(visit, *stand, *theme);
}

web::Response save_theme_finding(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto* theme = stand->theme(visit.parameter("theme"));
    if (theme == nullptr) return visit.problem(not_found("Theme").error());
    if (stand->campaign.stage != q::Stage::closed) return visit.problem(conflict("Positions are agreed once the campaign is closed").error());
    auto& form = visit.form();
    const auto held = theme->finding.value_or(ThemeFinding{.campaign = stand->campaign.id, .theme = theme->theme});
    auto finding = held;
    if (!stand->confirmation || form.has("agreed")) {
        finding.agreed = AgreedPosition::parse(form.text("agreed"));
        finding.reason = form.text("reason");
        if (!finding.agreed && !form.text("agreed").empty()) form.add({.field = "agreed", .message = "Choose a position from the list"});
    }
    finding.strengths = form.text("strengths");
    finding.barriers = form.text("barriers");
    for (auto& problem : problems_of(finding, theme->measured)) form.add(std::move(problem));
    if (form.has_problems()) return theme_page(visit, *stand, *theme);
    // Asked of what is held when nobody else writes: a board may have confirmed in between.
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Agreed in the workshop"};
    const auto confirmation = confirmation_of(visit.writer(), stand->campaign.id);
    if (confirmation && changes_what_is_confirmed(held, finding)) return visit.problem(conflict(confirmation_words(confirmation) + " What it confirmed cannot change unless it withdraws that").error());
    keep(changes, finding, visit.now());
    visit.writer().commit();
    return visit.redirect(stand->campaign.href() + "/workshop", "Saved");
}

web::Response show_confirm(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    return confirm_page(visit, *stand);
}

web::Response confirm_positions(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    if (!anything_agreed(*stand)) return visit.problem(conflict("No position is agreed yet").error());
    auto& form = visit.form();
    Confirmation confirmation{.campaign = stand->campaign.id, .confirmed_by = form.text("confirmed_by")};
    if (const auto day = form.date("confirmed_on", "Day of the confirmation")) confirmation.confirmed_on = *day;
    else form.add(day.error());
    if (!form.has_problems())
        for (auto& problem : problems_of(confirmation, workshop_of(visit.reader(), stand->campaign.id), visit.today())) form.add(std::move(problem));
    if (form.has_problems()) return confirm_page(visit, *stand);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Positions confirmed by a board"};
    if (confirmation_of(visit.writer(), stand->campaign.id)) return visit.problem(conflict("The positions are confirmed already").error());
    if (form.text("positions") != positions_in_one_line(findings_of(visit.writer(), stand->campaign.id)))
        return visit.problem(conflict("Positions were changed since this page was opened, and a board confirms what it has looked at. Go back, look at them, and confirm then").error());
    confirm(changes, confirmation);
    visit.writer().commit();
    return visit.redirect(stand->campaign.href() + "/workshop", "Confirmed");
}

web::Response withdraw_confirmation(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    if (!stand->confirmation) return visit.redirect(stand->campaign.href() + "/workshop");
    const auto why = visit.form().text("withdrawn_because");
    std::vector<Problem> problems;
    check_words(problems, "withdrawn_because", "Why the confirmation is withdrawn", why, longest_line, true);
    for (auto& problem : problems) visit.form().add(std::move(problem));
    if (visit.form().has_problems()) return confirm_page(visit, *stand);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Confirmation withdrawn: " + why};
    const auto held = confirmation_of(visit.writer(), stand->campaign.id);
    if (!held) return visit.redirect(stand->campaign.href() + "/workshop");
    withdraw(changes, *held);
    visit.writer().commit();
    return visit.redirect(stand->campaign.href() + "/workshop", "The confirmation is withdrawn");
}

}  // namespace kith::assessment
