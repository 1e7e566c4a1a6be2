// For those who hold consultations: opened, read, answered.
#include "access/token.hpp"
#include "base/text.hpp"
#include "consultation/consultation_pages.hpp"
#include "consultation/consultation_register.hpp"
#include "consultation/routes.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_place_routes.hpp"
#include "strategy/plan_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

#include <algorithm>
#include <map>

namespace kith::consultation {
namespace {

using access::Permission;

struct Place {
    strategy::Plan plan;
    Consultation consultation;
    std::string href() const { return consultation.href(plan); }
};
kith::Result<Place> consultation_in_path(web::Visit& visit)
{
    auto plan = strategy::plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    const auto id = visit.public_id("consultation");
    if (!id) return std::unexpected(id.error());
    auto found = consultations().find(visit.reader(), *id);
    if (!found || found->plan != plan->id) return not_found("Consultation");
    return Place{*std::move(plan), *std::move(found)};
}

web::PageParts below_consultations(std::string title, const strategy::Plan& plan)
{
    auto parts = strategy::parts_below(std::move(title), plan);
    parts.breadcrumbs.push_back({"Consultations", plan.href() + "/consultations"});
    return parts;
}

/// A draft that people are asked about is in consultation from then on.
void put_in_consultation(db::ChangeSet& changes, const Consultation& consultation, Instant now)
{
    auto plan = strategy::plans().with_id(changes.writer(), consultation.plan);
    if (!plan || plan->state != strategy::PlanState::draft) return;
    plan->state = strategy::PlanState::consultation;
    strategy::plans().keep(changes, *std::move(plan), now);
}

Result<web::ThingPlace<Consultation>> place_of_consultations(web::Visit& visit)
{
    const auto plan = strategy::open_plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    if (plan->is_fixed() && visit.parameter("consultation").empty()) return conflict("This plan is approved: its text does not change any more. Ask about the next version");
    constexpr int usual_days = 28;
    return web::ThingPlace<Consultation>{.parts = below_consultations({}, *plan), .path = plan->href() + "/consultations",
                                         .fresh = {.plan = plan->id, .name = plan->name + ": what do you think?", .opens_on = visit.today(), .closes_on = visit.today().plus_days(usual_days), .key = access::new_token(visit.house.chance)},
                                         .fields = {web::line("name", &Consultation::name, {"Name"}), web::several_lines("words", &Consultation::words, {"What is asked", "And what will come of it"}), web::day("opens_on", &Consultation::opens_on, {"First day"}, "The first day"),
                                                    web::day("closes_on", &Consultation::closes_on, {"Last day"}, "The last day"), web::choice("audience", &Consultation::audience, audiences(), {"Who is asked"}), web::several_lines("groups", &Consultation::groups, {"Which groups", "One a line, where it is not for everyone"})},
                                         .is_here = [id = plan->id](const Consultation& one) { return one.plan == id; }, .problems = [](db::Reader&, const Consultation& one) { return problems_of(one); }, .still = strategy::still_open(*plan), .then = [plan = *plan](const Consultation& one) { return one.href(plan); },
                                         .then_taken = plan->href() + "/consultations", .take_away = [](db::ChangeSet& changes, const Consultation& one) { take_away(changes, one); },
                                         .may_go = [](db::Reader& reader, const Consultation& one) { return may_go(reader, one); }, .with = [now = visit.now()](db::ChangeSet& changes, const Consultation&, const Consultation& one) { put_in_consultation(changes, one, now); }};
}

web::Choices choices_of(db::Reader& reader, const strategy::Plan& plan)
{
    web::Choices choices;
    for (const auto& [id, words] : sections_of(strategy::plan_parts().where(reader, "plan_id = $1", plan.id))) choices.emplace_back(id, words);
    return choices;
}

Result<web::ThingPlace<Answer>> place_of_answers(web::Visit& visit)
{
    const auto place = consultation_in_path(visit);
    if (!place) return std::unexpected(place.error());
    auto parts = below_consultations({}, place->plan);
    parts.breadcrumbs.push_back({place->consultation.name, place->href()});
    return web::ThingPlace<Answer>{.parts = parts, .path = place->href() + "/answers", .fresh = {.consultation = place->consultation.id, .about = "whole"},
                                   .fields = {web::from_list("about", &Answer::about, choices_of(visit.reader(), place->plan), {"What it is about"}), web::several_lines("said", &Answer::said, {"What was said", "In your words, so that nobody can be known by theirs. Anyone can read it"}),
                                              web::several_lines("did", &Answer::did, {"What was done about it", "Or why nothing was"})},
                                   .is_here = [id = place->consultation.id](const Answer& one) { return one.consultation == id; }, .problems = [](db::Reader&, const Answer& one) { return problems_of(one); }, .then = [href = place->href()](const Answer&) { return href; }, .then_taken = place->href()};
}

web::Response list_consultations(web::Visit& visit)
{
    const auto plan = strategy::plan_in_path(visit);
    if (!plan) return visit.problem(plan.error());
    std::vector<ui::Content> lines;
    for (const auto& one : consultations_of(visit.reader(), plan->id)) {
        const auto closed = closed_because(one, plan->state, visit.today());
        lines.emplace_back(ui::link(one.name, one.href(*plan)) + ui::text(", " + counted(count_comments(visit.reader(), one.id), "comment") + ". " + (closed.empty() ? "Open until " + one.closes_on.in_words() + "." : closed)));
    }
    ui::Html content;
    if (visit.may(Permission::manage_strategy) && !plan->is_fixed()) content += ui::not_in_print(ui::button({.text = "Open a consultation", .href = plan->href() + "/consultations/new"}));
    content += lines.empty() ? ui::empty_state({.text = "Nobody was asked about this plan yet."}) : ui::bullets(lines);
    auto parts = below_consultations("Consultations", *plan);
    parts.breadcrumbs.pop_back();
    return visit.page(parts, ui::two_thirds(content));
}

/// What was said of a part that is no longer in the plan stands under a name of its own.
void gather_gone(std::vector<Comment>& comments, web::Choices& sections)
{
    const std::string gone = "gone";
    bool any = false;
    for (auto& comment : comments) {
        const auto is_here = [&](const auto& section) { return section.first == comment.about; };
        if (std::ranges::any_of(sections, is_here)) continue;
        comment.about = gone;
        any = true;
    }
    if (any) sections.emplace_back(gone, "A part that is no longer in the plan");
}

/// How many spoke of what, and as whom.
ui::Html counts(const std::vector<Comment>& comments, const web::Choices& sections)
{
    ui::Table table{.head = {{.text = "What it is about"}}, .caption = "Comments by section and by who spoke", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& voice : voices()) table.head.push_back({.text = voice.words, .format = "numeric"});
    std::map<std::pair<std::string, Voice>, std::int64_t> numbers;
    for (const auto& comment : comments) ++numbers[{comment.about, comment.voice}];
    for (const auto& [id, words] : sections) {
        ui::TableRow row{{.text = words}};
        for (const auto& voice : voices()) row.push_back({.text = std::to_string(numbers[{id, voice.value}]), .format = "numeric"});
        table.rows.push_back(std::move(row));
    }
    return ui::scrollable_table(table);
}

ui::Html comments_by_section(web::Visit& visit, const std::string& href, const std::vector<Comment>& comments, const web::Choices& sections)
{
    ui::Html html;
    for (const auto& [id, words] : sections) {
        std::vector<ui::Content> lines;
        for (const auto& comment : comments)
            if (comment.about == id) {
                const auto who = std::string{choice_of(voices(), comment.voice).words} + ", " + comment.made_on.in_words();
                auto line = comment.taken_out_on ? ui::paragraph("Taken out on " + comment.taken_out_on->in_words() + ": it named somebody, or was not about the plan.") : web::as_lines(comment.words);
                line += ui::paragraph(who, "govuk-body-s");
                if (!comment.taken_out_on) line += ui::not_in_print(visit.in_form({.action = href + "/comments/" + std::to_string(comment.number) + "/out", .id = "out-" + std::to_string(comment.number)}, ui::button({.text = ui::text("Take its words out") + ui::visually_hidden(": " + who), .classes = "govuk-button--secondary"})));
                lines.emplace_back(std::move(line));
            }
        if (!lines.empty()) html += ui::heading(3, words, "s") + ui::bullets(lines);
    }
    return html;
}

web::Response show_consultation(web::Visit& visit)
{
    const auto place = consultation_in_path(visit);
    if (!place) return visit.problem(place.error());
    const bool manages = visit.may(Permission::manage_strategy);
    auto comments = comments_of(visit.reader(), place->consultation.id);
    auto sections = choices_of(visit.reader(), place->plan);
    gather_gone(comments, sections);
    const auto& one = place->consultation;
    const auto closed = closed_because(one, place->plan.state, visit.today());
    auto content = ui::paragraph(counted(std::ssize(comments), "comment") + ". " + (closed.empty() ? "Open until " + one.closes_on.in_words() + "." : closed), "govuk-body-l") + web::as_lines(one.words);
    if (manages) {
        content += ui::paragraph(ui::text("People read and comment at ") + ui::link(visit.house.settings.site + one.public_href(), one.public_href()), "govuk-body kith-break");
        content += ui::not_in_print(ui::button_group({ui::button({.text = "Say what was done about it", .href = place->href() + "/answers/new"}), ui::button({.text = "Change the consultation", .href = place->href() + "/change", .classes = "govuk-button--secondary"})}));
    }
    content += counts(comments, sections);
    std::vector<ui::Content> done;
    for (const auto& answer : answers_of(visit.reader(), one.id))
        done.emplace_back(ui::paragraph(ui::strong("You said: ") + ui::text(answer.said)) + ui::paragraph(ui::strong("We did: ") + ui::text(answer.did)) + (manages ? ui::paragraph(ui::link_about("Change", answer.said, place->href() + "/answers/" + answer.public_id.text() + "/change")) : ui::Html{}));
    if (!done.empty()) content += ui::heading(2, "You said, we did", "m") + ui::bullets(done);
    if (manages && !comments.empty()) content += ui::heading(2, "What people said", "m") + ui::paragraph("Read by those who write plans alone: people may name others in it.") + comments_by_section(visit, place->href(), comments, sections);
    auto parts = below_consultations("Consultation", place->plan);
    parts.heading = one.name;
    return visit.page(parts, content);
}

/// What names somebody is taken out for good, not kept as a version; that something stood there stays.
web::Response take_words_out(web::Visit& visit)
{
    const auto place = consultation_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto comments = comments_of(visit.reader(), place->consultation.id);
    const auto found = std::ranges::find(comments, visit.parameter("number"), [](const Comment& one) { return std::to_string(one.number); });
    if (found == comments.end()) return visit.problem(not_found("Comment").error());
    take_out(visit.writer(), place->consultation.id, found->number, visit.today());
    visit.writer().commit();
    return visit.redirect(place->href(), "Taken out");
}

}  // namespace

std::optional<web::HomeLink> link_of(web::Visit& visit, const strategy::Plan& plan)
{
    const auto all = consultations_of(visit.reader(), plan.id);
    if (all.empty() && plan.is_fixed()) return std::nullopt;
    std::int64_t comments = 0;
    for (const auto& one : all) comments += count_comments(visit.reader(), one.id);
    return web::HomeLink{.title = "Consultation", .words = all.empty() ? std::string{} : counted(comments, "comment"), .href = plan.href() + "/consultations"};
}

void add_desk_routes(web::Routes& routes)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string path = "/strategy/{plan}/consultations", one = path + "/{consultation}";
    routes.get(path, see_strategy, list_consultations, slow);
    routes.get(one, see_strategy, show_consultation, slow);
    routes.post(one + "/comments/{number}/out", manage_strategy, take_words_out, slow);
    web::add_thing_routes<Consultation>(routes, path, manage_strategy, {consultations(), "consultation", "consultation", "a consultation", place_of_consultations});
    web::add_thing_routes<Answer>(routes, one + "/answers", manage_strategy, {consultation_answers(), "answer", "answer", "what was done", place_of_answers});
}

}  // namespace kith::consultation
