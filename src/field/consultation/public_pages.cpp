// For those who are asked: the draft, a comment, and what came of it. Whoever is signed in is not looked up.
#include "consultation/consultation_pages.hpp"
#include "consultation/consultation_register.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

namespace kith::consultation {
namespace {

using strategy::PartKind;

struct Asked {
    Consultation consultation;
    strategy::Plan plan;
    std::vector<strategy::Part> parts;
    std::vector<strategy::Action> actions;
};

/// What the path names, by its key where it is for groups. No difference is told between a wrong key and no such consultation.
kith::Result<Asked> asked_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("consultation");
    if (!id) return std::unexpected(id.error());
    const auto one = consultations().find(visit.reader(), *id);
    const auto key = visit.parameter("key");
    if (!one || (one->audience == Audience::groups ? key != one->key || key.empty() : !key.empty())) return not_found("Consultation");
    const auto plan = strategy::plans().with_id(visit.reader(), one->plan);
    if (!plan) return not_found("Consultation");
    return Asked{*one, *plan, strategy::plan_parts().where(visit.reader(), "plan_id = $1", plan->id), strategy::actions().where(visit.reader(), "plan_id = $1", plan->id)};
}

ui::Html list_of(const Asked& asked, PartKind kind)
{
    std::vector<ui::Content> lines;
    for (const auto* part : strategy::parts_of_kind(asked.parts, kind)) lines.emplace_back(ui::text(part->called() + (part->words.empty() ? "" : ": " + part->words)));
    return lines.empty() ? ui::Html{} : ui::heading(3, strategy::plural_of(kind), "s") + ui::bullets(lines);
}

/// The draft as it stands, section by section.
ui::Html draft(const Asked& asked)
{
    ui::Html html = ui::heading(2, asked.plan.is_fixed() ? "The plan" : "The draft", "l");
    if (!asked.plan.vision.empty()) html += ui::heading(3, "The vision", "s") + web::as_lines(asked.plan.vision);
    for (const auto kind : {PartKind::outcome, PartKind::objective, PartKind::priority}) html += list_of(asked, kind);
    for (const auto* theme : strategy::parts_of_kind(asked.parts, PartKind::theme)) {
        html += ui::heading(3, theme->called(), "m") + web::as_lines(theme->words);
        std::vector<ui::Content> success, actions;
        for (const auto* criterion : strategy::parts_of_kind(asked.parts, PartKind::criterion, theme->id)) success.emplace_back(criterion->called());
        for (const auto& action : asked.actions)
            if (action.theme == theme->id) actions.emplace_back(action.called() + (action.due_on ? ", by " + action.due_on->in_words() : "") + (action.cost ? ", for " + action.cost->pounds() : ""));
        if (!success.empty()) html += ui::heading(4, "What success looks like", "s") + ui::bullets(success);
        if (!actions.empty()) html += ui::heading(4, "What would be done", "s") + ui::bullets(actions);
    }
    return html;
}

ui::Html answers_in(db::Reader& reader, const Asked& asked)
{
    ui::Html html;
    for (const auto& answer : answers_of(reader, asked.consultation.id)) html += ui::inset_text({.text = ui::paragraph(ui::strong("You said: ") + ui::text(answer.said)) + ui::paragraph(ui::strong("We did: ") + ui::text(answer.did))});
    return html.empty() ? html : ui::heading(2, "You said, we did", "l") + html;
}

ui::Html comment_form(web::Visit& visit, const Asked& asked)
{
    web::Choices about, speaks;
    for (const auto& [id, words] : sections_of(asked.parts))
        if (id != "vision" || !asked.plan.vision.empty()) about.emplace_back(id, words);
    speaks.emplace_back("", "Choose");  // nobody is counted as a child who did not say so
    for (const auto& voice : voices()) speaks.emplace_back(voice.name, voice.words);
    const auto& form = visit.form();
    return ui::heading(2, "Say what you think", "l") +
           ui::paragraph("Nobody is told who you are: neither your name nor where you write from is kept with your words. Those who write the plan read them.") +
           visit.in_form({.action = asked.consultation.public_href(), .id = "comment-form"}, web::choice_field(form, "about", "What part is it about?", about) + web::choice_field(form, "voice", "As whom do you speak?", speaks) +
                                                                           web::words_field(form, "comment", "Your comment", "Please name no children, families or staff") + ui::button({.text = "Send it", .prevent_double_click = true}));
}

web::Response asked_page(web::Visit& visit, const Asked& asked)
{
    const auto closed = closed_because(asked.consultation, asked.plan.state, visit.today());
    auto content = web::as_lines(asked.consultation.words) + (closed.empty() ? ui::paragraph("You can comment until " + asked.consultation.closes_on.in_words() + ".") : ui::inset_text({.text = ui::paragraph("Comments are not taken now. " + closed)}));
    content += answers_in(visit.reader(), asked);
    if (closed.empty()) content += ui::paragraph(ui::link("Go to the box for your comment", "#comment-form"));
    if (closed.empty() || (asked.plan.is_fixed() && asked.consultation.opens_on <= visit.today())) content += draft(asked);
    if (closed.empty()) content += comment_form(visit, asked);
    const web::PageParts parts{.title = "Consultation", .heading = asked.consultation.name, .caption = asked.plan.name};
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

web::Response show_asked(web::Visit& visit)
{
    const auto asked = asked_in_path(visit);
    return asked ? asked_page(visit, *asked) : visit.problem(asked.error());
}

web::Response take_comment(web::Visit& visit)
{
    const auto asked = asked_in_path(visit);
    if (!asked) return visit.problem(asked.error());
    auto& form = visit.form();
    const auto voice = choice_named(voices(), form.text("voice"));
    Comment comment{.about = form.text("about"), .voice = voice.value_or(Voice::other), .words = form.text("comment"), .made_on = visit.today()};
    const auto sections = sections_of(asked->parts);
    if (std::ranges::none_of(sections, [&](const auto& section) { return section.first == comment.about; })) form.add({.field = "about", .message = "Choose what part it is about"});
    if (!voice) form.add({.field = "voice", .message = "Choose as whom you speak"});
    for (auto& problem : problems_of(comment)) form.add(std::move(problem));
    if (form.has_problems()) return asked_page(visit, *asked);
    const auto plan = strategy::plans().with_id(visit.writer(), asked->plan.id);
    const auto now = consultations().find(visit.writer(), asked->consultation.public_id);
    if (const auto closed = !now || !plan ? std::string{"It is there no more."} : closed_because(*now, plan->state, visit.today()); !closed.empty()) return visit.problem(conflict("Comments are not taken now. " + closed).error());
    if (comments_on(visit.writer(), now->id, visit.today()) >= most_a_day) return visit.problem(conflict("Very many comments came today, and no more can be taken. Please come back tomorrow").error());
    keep(visit.writer(), now->id, comment);
    visit.writer().commit();
    const auto content = ui::panel({.title_text = "Thank you", .text = "Your comment was kept."}) + ui::paragraph("Those who write the plan read every comment. After " + now->closes_on.in_words() + " this page says what was said and what was done about it.") +
                         ui::paragraph(ui::link("Say something else", now->public_href()));
    return visit.page({.title = "Thank you", .heading = ""}, ui::two_thirds(content));
}

web::Response list_open(web::Visit& visit)
{
    std::vector<ui::Content> open, earlier;
    for (const auto& one : consultations().where(visit.reader(), "audience = 'open'")) {
        const auto plan = strategy::plans().with_id(visit.reader(), one.plan);
        if (!plan) continue;
        const auto line = ui::link(one.name, one.public_href());
        if (closed_because(one, plan->state, visit.today()).empty()) open.emplace_back(line + ui::text(", until " + one.closes_on.in_words()));
        else if (one.closes_on < visit.today() || (plan->is_fixed() && one.opens_on <= visit.today())) earlier.emplace_back(line + ui::text(answers_of(visit.reader(), one.id).empty() ? ", closed; what came of it is not told yet" : ""));
    }
    auto content = open.empty() ? ui::empty_state({.text = "Nothing is open for comments today."}) : ui::bullets(open);
    if (!earlier.empty()) content += ui::heading(2, "What came of earlier ones", "m") + ui::bullets(earlier);
    return visit.page({.title = "Consultations", .heading = "Say what you think"}, ui::two_thirds(content));
}

}  // namespace

void add_public_routes(web::Routes& routes)
{
    constexpr auto anyone = access::Permission::public_page;
    constexpr web::RouteFlags page{.on_worker = true, .apart = true};
    routes.get("/consultations", anyone, list_open, page);
    for (const auto* path : {"/consultations/{consultation}", "/consultations/{consultation}/{key}"}) {
        routes.get(path, anyone, show_asked, page);
        routes.post(path, anyone, take_comment, page);
    }
}

}  // namespace kith::consultation
