#include "db/transaction.hpp"
#include "strategy/action_pages.hpp"
#include "strategy/action_place_pages.hpp"
#include "strategy/action_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"
#include "web/target.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

constexpr std::string_view pinned_address = "to=";  ///< what stands before the Reference in the address of a finding

/// The address without the house it is of: "/profile/people?locality=N".
std::string_view path_of(std::string_view address)
{
    const auto house = address.find("://");
    if (house == address.npos) return address;
    const auto path = address.find('/', house + 3);
    return path == address.npos ? std::string_view{} : address.substr(path);
}

/// The Reference in what someone pasted: the address at which it is followed, the text itself, or a page of figures, meant as of today.
kith::Result<figures::Reference> reference_in(std::string_view pasted, Date today)
{
    auto text = pasted;
    if (const auto at = text.find(pinned_address); at != text.npos) text = text.substr(at + pinned_address.size());
    else if (const auto path = path_of(text); path.starts_with('/')) return figures::Reference{.kind = "page", .id = std::string{path}, .pinned = today};
    text = text.substr(0, text.find('&'));
    const auto decoded = web::percent_decoded(text, true);
    return decoded ? figures::Reference::parse(*decoded) : unacceptable("finding", {});
}

/// Each tie with a way to take it away.
ui::Html untie_forms(web::Visit& visit, const ActionPlace& place)
{
    const auto sight = place.whole.sight();
    const auto href = place.action.href(place.whole.plan) + "/ties/";
    ui::Html html;
    const auto add = [&](const PublicId& id, const std::string& title) {
        html += visit.in_form({.action = href + id.text() + "/away", .id = "away-" + id.text()}, ui::button({.text = ui::text("Untie") + ui::visually_hidden(" it from " + title), .classes = "govuk-button--secondary"}) + ui::text(" " + title));
    };
    for (const auto& one : place.whole.serves)
        if (const auto* part = one.action == place.action.id ? part_with(place.whole.parts, one.part) : nullptr) add(one.public_id, part->called());
    for (const auto* one : sight.answered_by(place.action.id)) add(one->public_id, one->title);
    for (const auto& one : place.whole.measures.shown)
        for (const auto& measure : place.whole.measures.measures)
            if (one.action == place.action.id && one.measure == measure.id) add(one.public_id, measure.called());
    return html.empty() ? html : ui::heading(2, "Tied to", "m") + html;
}

web::Response ties_page(web::Visit& visit, const ActionPlace& place)
{
    const auto& [whole, action] = place;
    const auto href = action.href(whole.plan);
    web::Choices choices{{"", "None"}};
    for (const auto kind : {PartKind::outcome, PartKind::objective, PartKind::priority, PartKind::step})
        for (const auto* part : parts_of_kind(whole.parts, kind)) choices.emplace_back(part->public_id.text(), part->called());
    web::Choices shows{{"", "None"}};
    for (const auto& measure : whole.measures.measures) shows.emplace_back(measure.public_id.text(), measure.called());
    auto parts = parts_below("Why it is done", whole.plan);
    parts.caption = action.called();
    parts.breadcrumbs.push_back({"Action", href});
    const auto fields = web::choice_field(visit.form(), "part", "What it serves", choices, "An outcome, objective, priority or next step of this plan") +
                        web::line_field(visit.form(), "finding", "Which finding it answers", "Follow \"Refer to this as it stands today\" on the page of the finding, and put that page's address here; or the address of a page of the profile") +
                        web::choice_field(visit.form(), "measure", "Which measure will show whether it works", shows, "Measures are added on the plan's page");
    return shown(visit, parts, ui::two_thirds(visit.in_form({.action = href + "/ties"}, fields + ui::button({.text = "Tie it", .prevent_double_click = true})) + untie_forms(visit, place)));
}

/// What the form ties the action to; faults are put on the form.
struct Wanted {
    std::optional<Serves> serves;
    std::optional<Answers> answers;
    std::optional<ShownBy> shown;
};
Wanted read_wanted(web::Visit& visit, const ActionPlace& place, const web::References& references)
{
    Wanted wanted;
    auto& form = visit.form();
    if (const auto part = form.text("part"); !part.empty()) {
        const auto found = std::ranges::find_if(place.whole.parts, [&](const Part& one) { return one.public_id.text() == part; });
        if (found == place.whole.parts.end()) form.add({.field = "part", .message = "Choose what it serves from the list"});
        else wanted.serves = Serves{.action = place.action.id, .part = found->id};
    }
    if (const auto pasted = form.text("finding"); !pasted.empty()) {
        const auto reference = reference_in(pasted, visit.today());
        const auto found = reference ? references.resolve(visit, *reference) : kith::Result<web::Referred>{not_found("Finding")};
        if (!found) form.add({.field = "finding", .message = "There is no finding at that address that you may see. Copy it from the page of the finding"});
        else wanted.answers = Answers{.action = place.action.id, .finding = reference->text(), .title = found->title, .since = visit.today()};
    }
    if (const auto measure = form.text("measure"); !measure.empty()) {
        const auto found = std::ranges::find_if(place.whole.measures.measures, [&](const Measure& one) { return one.public_id.text() == measure; });
        if (found == place.whole.measures.measures.end()) form.add({.field = "measure", .message = "Choose a measure from the list"});
        else wanted.shown = ShownBy{.action = place.action.id, .measure = found->id};
    }
    if (!form.has_problems() && !wanted.serves && !wanted.answers && !wanted.shown) form.add({.field = "part", .message = "Choose what it serves, give the address of the finding that it answers, or choose a measure"});
    return wanted;
}

}  // namespace

web::Response show_ties(web::Visit& visit, const web::References&)
{
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    visit.form().fill("finding", std::string{visit.request.query("finding")});
    return ties_page(visit, *place);
}

web::Response tie(web::Visit& visit, const web::References& references)
{
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto wanted = read_wanted(visit, *place, references);
    if (visit.form().has_problems()) return ties_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action tied to what it serves or answers"};
    const auto now = whole_plan(visit.writer(), place->whole.plan);
    if (std::ranges::find(now.actions, place->action.id, &Action::id) == now.actions.end()) return visit.problem(conflict("This action was taken away meanwhile").error());
    const auto is_same_part = [&](const Serves& one) { return wanted.serves && one.action == wanted.serves->action && one.part == wanted.serves->part; };
    const auto is_same_finding = [&](const Answers& one) { return wanted.answers && one.action == wanted.answers->action && one.finding == wanted.answers->finding; };
    if (wanted.serves && std::ranges::none_of(now.serves, is_same_part)) serves().keep(changes, *wanted.serves, visit.now());
    if (wanted.answers && std::ranges::none_of(now.answers, is_same_finding)) answers().keep(changes, *wanted.answers, visit.now());
    const auto is_same_measure = [&](const ShownBy& one) { return wanted.shown && one.action == wanted.shown->action && one.measure == wanted.shown->measure; };
    if (wanted.shown && std::ranges::none_of(now.measures.shown, is_same_measure)) shown_by().keep(changes, *wanted.shown, visit.now());
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Tied");
}

web::Response untie(web::Visit& visit)
{
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto id = visit.public_id("tie");
    if (!id) return visit.problem(id.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action untied"};
    if (const auto one = serves().find(visit.writer(), *id); one && one->action == place->action.id) serves().end(changes, *one);
    else if (const auto other = answers().find(visit.writer(), *id); other && other->action == place->action.id) answers().end(changes, *other);
    else if (const auto shows = shown_by().find(visit.writer(), *id); shows && shows->action == place->action.id) shown_by().end(changes, *shows);
    else return visit.problem(not_found("Tie").error());
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Untied");
}

}  // namespace kith::strategy
