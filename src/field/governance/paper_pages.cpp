#include "base/text.hpp"
#include "db/transaction.hpp"
#include "governance/meeting_pages.hpp"
#include "governance/paper.hpp"
#include "governance/routes.hpp"
#include "strategy/recommendation_register.hpp"
#include "strategy/risk_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

namespace kith::governance {
namespace {

using access::Permission;
constexpr int first_meeting_looks_back_days = 90;

/// The day of the meeting before this one that was held; else some three months before.
Date day_before(db::Reader& reader, const MeetingPlace& place)
{
    for (const auto& other : meetings_of(reader, place.board.id))
        if (other.state == MeetingState::held && other.held_on < place.meeting.held_on) return other.held_on;
    return place.meeting.held_on.plus_days(-first_meeting_looks_back_days);
}

/// Recommendations that were accepted, and that no action answers.
std::vector<PaperLine> unanswered(db::Reader& reader)
{
    std::vector<PaperLine> lines;
    for (const auto& one : strategy::recommendations().all(reader))
        if (one.wants_action() && strategy::actions_answering(reader, reference_to(one)).empty()) lines.push_back({one.called() + " (" + one.source + ")", one.href()});
    return lines;
}

/// From what stands in the house now.
Paper assembled(db::Reader& reader, const Sources& sources, const MeetingPlace& place, Date today)
{
    const auto since = std::min(day_before(reader, place), today);
    strategy::PlanProgress progress{.since = since, .as_of = today, .themes = {}, .risen = {}};
    PaperFacts facts{.plan = {}, .items = items_of(reader, place.meeting.id), .options = {}, .open = {}, .to_look_at = {}, .unanswered = unanswered(reader), .money = {}, .item_path = place.href() + "/items/"};
    if (auto plan = steered_plan(reader, place.board)) {
        facts.plan = plan->name;
        if (sources.money) facts.money = sources.money(reader, *plan, today);
        const auto risks = strategy::risks_of(reader, plan->id);
        std::vector<strategy::Review> reviews;
        for (const auto& risk : risks)
            for (auto& review : strategy::reviews_of(reader, risk.id)) reviews.push_back(std::move(review));
        for (const auto& risk : risks)
            if (risk.review_on && *risk.review_on <= today) facts.to_look_at.push_back({risk.called() + ": to be looked at since " + risk.review_on->in_words(), risk.href(*plan)});
        progress = strategy::progress_of(strategy::whole_plan(reader, *std::move(plan)), risks, reviews, since, today);
    }
    for (auto& one : follow_ups_of_board(reader, place.board.id))
        if (!one.done_on) facts.open.push_back(std::move(one));
    for (const auto& item : facts.items) std::ranges::copy(options_of(reader, item.id), std::back_inserter(facts.options));
    return paper_of(progress, facts, today);
}

ui::Html lines_of(const char* heading, const std::vector<PaperLine>& lines, std::string none)
{
    auto html = ui::heading(3, heading, "s");
    if (lines.empty()) return html + ui::paragraph(std::move(none));
    std::vector<ui::Content> items;
    for (const auto& line : lines) items.emplace_back(line.href.empty() ? ui::text(line.words) : ui::link(line.words, line.href));
    return html + ui::bullets(items);
}

ui::Html paper_body(const Paper& paper)
{
    auto first = ui::heading(2, "What is asked of this meeting", "m") + lines_of("Agenda", paper.agenda, "Nothing is on the agenda yet.");
    if (!paper.wanted.empty()) first += lines_of("Decisions wanted", paper.wanted, {});
    first += lines_of("Risks that rose", paper.risen, "None.");
    if (!paper.to_look_at.empty()) first += lines_of("Risks to be looked at", paper.to_look_at, {});
    if (!paper.unanswered.empty()) first += lines_of("Recommendations that no action answers", paper.unanswered, {});
    if (!paper.money.empty()) first += lines_of("Money", paper.money, {});
    first += lines_of("Still to be done after earlier meetings", paper.follow_ups, "Nothing.");
    auto html = ui::element("section", {{"class", "kith-paper"}}, first);
    for (const auto& theme : paper.themes) {
        auto page = ui::heading(2, theme.name, "m") + ui::paragraph(theme.stands.empty() ? "No action is written down for this theme." : upper_first(theme.stands) + ".");
        if (!theme.wanted.empty()) page += lines_of("Decisions wanted", theme.wanted, {});
        page += lines_of("What moved", theme.moved, "Nothing was said, counted or done.");
        page += theme.late.empty() ? ui::paragraph("Nothing is late.") : lines_of("What is late", theme.late, {});
        if (!theme.behind.empty()) page += lines_of("Measures behind their line", theme.behind, {});
        html += ui::element("section", {{"class", "kith-paper"}}, page);
    }
    return html;
}

web::Response show_papers(web::Visit& visit, const Sources& sources)
{
    const auto place = meeting_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto kept = paper_of(visit.reader(), place->meeting.id);
    const auto paper = kept ? paper_from_json(kept->facts) : Result<Paper>{assembled(visit.reader(), sources, *place, visit.today())};
    if (!paper) return visit.problem(paper.error());
    auto content = ui::paragraph(in_words(*paper), "govuk-body-l");
    const auto about = (paper->plan.empty() ? std::string{"This group steers no plan: its papers hold decisions and what is still to be done. "} : "What moved under " + paper->plan + " since " + paper->since.in_words() + ". ");
    content += ui::paragraph(about + (kept ? "Kept as it stood on " + kept->kept_on.in_words() + "." : "Assembled from what stands in Kith today, " + paper->as_of.in_words() + "."));
    if (visit.may(Permission::manage_strategy))
        content += ui::not_in_print(visit.in_form({.action = place->href() + (kept ? "/papers/away" : "/papers"), .id = "keep"}, ui::button({.text = kept ? "Assemble them anew" : "Keep them as they stand", .classes = "govuk-button--secondary", .prevent_double_click = true})));
    content += paper_body(*paper);
    auto parts = parts_below("Papers", *place);
    parts.heading = "Papers: " + lower_first(place->meeting.called());
    return visit.page(parts, ui::two_thirds(content));
}

web::Response keep_papers(web::Visit& visit, const Sources& sources)
{
    const auto place = meeting_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto paper = assembled(visit.reader(), sources, *place, visit.today());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Papers of a meeting kept"};
    if (!meetings().find(visit.writer(), place->meeting.public_id)) return visit.problem(conflict("This meeting was taken away meanwhile").error());
    if (paper_of(visit.writer(), place->meeting.id)) return visit.redirect(place->href() + "/papers", "They were kept already");
    kept_papers().keep(changes, {.meeting = place->meeting.id, .kept_on = visit.today(), .facts = to_json(paper)}, visit.now());
    visit.writer().commit();
    return visit.redirect(place->href() + "/papers", "Kept");
}

web::Response forget_papers(web::Visit& visit)
{
    const auto place = meeting_in_path(visit);
    if (!place) return visit.problem(place.error());
    if (place->meeting.state == MeetingState::held) return visit.problem(conflict("The meeting was held with these papers: they stay as they were").error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Papers of a meeting to be assembled anew"};
    if (const auto now = meetings().find(visit.writer(), place->meeting.public_id); !now || now->state == MeetingState::held) return visit.problem(conflict("The meeting was held with these papers: they stay as they were").error());
    if (const auto kept = paper_of(visit.writer(), place->meeting.id)) kept_papers().end(changes, *kept);
    visit.writer().commit();
    return visit.redirect(place->href() + "/papers", "Assembled anew");
}

}  // namespace

void add_paper_routes(web::Routes& routes, const Sources& sources)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string papers = "/boards/{board}/meetings/{meeting}/papers";
    routes.get(papers, see_strategy, [&sources](web::Visit& visit) { return show_papers(visit, sources); }, slow);
    routes.post(papers, manage_strategy, [&sources](web::Visit& visit) { return keep_papers(visit, sources); }, slow);
    routes.post(papers + "/away", manage_strategy, forget_papers, slow);
}

}  // namespace kith::governance
