#include "assessment/evidence_pages.hpp"

#include "assessment/evidence_register.hpp"
#include "assessment/evidence_views.hpp"
#include "assessment/workshop_fields_views.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

namespace kith::assessment {
namespace {

using access::Permission;

std::string path_of(const CampaignStand& stand) { return stand.campaign.href() + "/evidence"; }

web::PageParts parts_of(std::string title, const CampaignStand& stand)
{
    auto crumbs = workshop_crumbs(stand.campaign, true);
    crumbs.push_back({"Evidence", path_of(stand)});
    return {.title = std::move(title), .caption = stand.campaign.name, .breadcrumbs = std::move(crumbs), .nav = "/campaigns"};
}

template <class Value>
void choose(web::Form& form, const char* name, const char* message, const std::vector<NamedChoice<Value>>& choices, Value& into)
{
    if (const auto chosen = choice_named(choices, form.text(name))) into = *chosen;
    else form.add({.field = name, .message = message});
}

/// What the form says, with its faults put on the form.
void read_into(web::Visit& visit, const CampaignStand& stand, Evidence& evidence)
{
    auto& form = visit.form();
    evidence.theme = form.text("theme");
    if (stand.theme(evidence.theme) == nullptr) form.add({.field = "theme", .message = "Choose a theme"});
    choose(form, "kind", "Choose what it is", evidence_kinds(), evidence.kind);
    evidence.title = form.text("title");
    evidence.shows = form.text("shows");
    choose(form, "bearing", "Choose whether it speaks for or against", bearings(), evidence.bearing);
    choose(form, "strength", "Choose how strong it is", strengths(), evidence.strength);
    choose(form, "confidentiality", "Choose who may see it", confidentialities(), evidence.confidentiality);
    evidence.source = form.text("source");
    if (auto day = form.optional_date("dated_on", "Date")) evidence.dated_on = *day;
    else form.add(day.error());
    evidence.figure.reset();
    if (evidence.kind == EvidenceKind::figure) {
        evidence.figure = PinnedFigure{form.text("figure_path"), form.text("figure_value"), {}};
        if (const auto day = form.date("figure_as_of", "Day of the figure")) evidence.figure->as_of = *day;
        else form.add(day.error());
    }
    for (auto& problem : problems_of(evidence, visit.today())) form.add(std::move(problem));
}

web::Response form_page(web::Visit& visit, const CampaignStand& stand, std::string title, const std::string& action, const ui::Html& after = {})
{
    const auto content = ui::two_thirds(visit.in_form({.action = action, .id = "evidence"}, evidence_fields(visit.form(), stand) + ui::button({.text = "Save", .prevent_double_click = true})) + after);
    const auto parts = parts_of(std::move(title), stand);
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

web::Response change_page(web::Visit& visit, const CampaignStand& stand, const Evidence& evidence)
{
    const auto away = visit.in_form({.action = evidence.href(stand.campaign) + "/away", .id = "away"}, ui::button({.text = "Take this evidence away", .classes = "govuk-button--warning"}));
    return form_page(visit, stand, "Change evidence", evidence.href(stand.campaign) + "/change", away);
}

/// The evidence in the path, where whoever asks may see it.
kith::Result<Evidence> evidence_in_path(web::Visit& visit, CampaignId campaign)
{
    const auto id = visit.public_id("evidence");
    if (!id) return std::unexpected(id.error());
    auto found = find_evidence(visit.reader(), campaign, *id);
    if (found && found->confidentiality > most_seen_by(visit)) return not_found("Evidence");
    return found;
}

void fill(web::Form& form, const Evidence& evidence)
{
    form.fill("theme", evidence.theme).fill("kind", std::string{choice_of(evidence_kinds(), evidence.kind).name}).fill("title", evidence.title).fill("shows", evidence.shows);
    form.fill("bearing", std::string{choice_of(bearings(), evidence.bearing).name}).fill("strength", std::string{choice_of(strengths(), evidence.strength).name});
    form.fill("confidentiality", std::string{choice_of(confidentialities(), evidence.confidentiality).name}).fill("source", evidence.source);
    if (evidence.dated_on) fill_day(form, "dated_on", *evidence.dated_on);
    if (!evidence.figure) return;
    form.fill("figure_path", evidence.figure->path).fill("figure_value", evidence.figure->value);
    fill_day(form, "figure_as_of", evidence.figure->as_of);
}

}  // namespace

Confidentiality most_seen_by(const web::Visit& visit)
{
    return visit.may(Permission::manage_campaigns) ? Confidentiality::confidential : Confidentiality::partners;
}

web::Response list_evidence(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto all = seen_up_to(evidence_of(visit.reader(), stand->campaign.id), most_seen_by(visit));
    const bool may = visit.may(Permission::manage_campaigns);
    ui::Html content;
    if (may) content += ui::not_in_print(ui::button({.text = "Add evidence", .href = path_of(*stand) + "/new"}));
    content += all.empty() ? ui::empty_state({.text = "No evidence is written down yet."}) : evidence_by_theme(*stand, all, may);
    return visit.page({.title = "Evidence", .heading = all.empty() ? std::string{"No evidence yet"} : counted(static_cast<std::int64_t>(all.size()), "piece of evidence", "pieces of evidence"), .caption = stand->campaign.name,
                       .breadcrumbs = workshop_crumbs(stand->campaign, true), .nav = "/campaigns"}, ui::two_thirds(content));
}

web::Response show_new_evidence(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    visit.form().fill("theme", visit.request.query("theme")).fill("confidentiality", "partners");
    return form_page(visit, *stand, "Add evidence", path_of(*stand));
}

web::Response add_evidence(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    Evidence evidence{.campaign = stand->campaign.id};
    read_into(visit, *stand, evidence);
    if (visit.form().has_problems()) return form_page(visit, *stand, "Add evidence", path_of(*stand));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Evidence added"};
    add(changes, evidence, visit.now());
    visit.writer().commit();
    return visit.redirect(path_of(*stand), "Evidence added");
}

web::Response show_evidence(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto evidence = evidence_in_path(visit, stand->campaign.id);
    if (!evidence) return visit.problem(evidence.error());
    auto parts = parts_of("Evidence", *stand);
    parts.heading = evidence->title;
    auto content = evidence_view(*evidence) + refer_to(reference_to(*evidence), visit.today());
    if (visit.may(Permission::manage_campaigns)) content += ui::not_in_print(ui::paragraph(ui::link("Change", evidence->href(stand->campaign) + "/change")));
    return visit.page(parts, ui::two_thirds(content));
}

web::Response show_change_evidence(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto evidence = evidence_in_path(visit, stand->campaign.id);
    if (!evidence) return visit.problem(evidence.error());
    fill(visit.form(), *evidence);
    return change_page(visit, *stand, *evidence);
}

web::Response change_evidence(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto held = evidence_in_path(visit, stand->campaign.id);
    if (!held) return visit.problem(held.error());
    auto evidence = *held;
    read_into(visit, *stand, evidence);
    if (visit.form().has_problems()) return change_page(visit, *stand, *held);
    if (evidence == *held) return visit.redirect(path_of(*stand));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Evidence changed"};
    if (const auto still = find_evidence(visit.writer(), stand->campaign.id, held->public_id); !still) return visit.problem(still.error());
    replace(changes, evidence);
    visit.writer().commit();
    return visit.redirect(path_of(*stand), "Evidence changed");
}

web::Response take_evidence_away(web::Visit& visit, const Sources& sources)
{
    const auto stand = stand_of(visit, sources);
    if (!stand) return visit.problem(stand.error());
    const auto held = evidence_in_path(visit, stand->campaign.id);
    if (!held) return visit.problem(held.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Evidence taken away"};
    if (const auto still = find_evidence(visit.writer(), stand->campaign.id, held->public_id); !still) return visit.problem(still.error());
    take_away(changes, *held);
    visit.writer().commit();
    return visit.redirect(path_of(*stand), "Evidence taken away");
}

}  // namespace kith::assessment
