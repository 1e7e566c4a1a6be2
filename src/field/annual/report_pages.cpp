#include "annual/report_pages.hpp"

#include "annual/report_register.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "governance/board_register.hpp"
#include "money/budget_register.hpp"
#include "returns/kind.hpp"
#include "strategy/glossary_register.hpp"
#include "strategy/plan_place_routes.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

namespace kith::annual {
namespace {

using access::Permission;

struct ReportPlace {
    strategy::Plan plan;
    AnnualReport report;
    std::string href() const { return report.href(plan); }
};

kith::Result<ReportPlace> report_in_path(web::Visit& visit)
{
    auto plan = strategy::plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    const auto id = visit.public_id("report");
    if (!id) return std::unexpected(id.error());
    auto report = annual_reports().find(visit.reader(), *id);
    if (!report || report->plan != plan->id) return not_found("Report");
    return ReportPlace{*std::move(plan), *std::move(report)};
}

web::PageParts below_reports(std::string title, const strategy::Plan& plan)
{
    auto parts = strategy::parts_below(std::move(title), plan);
    parts.breadcrumbs.push_back({"Annual reports", plan.href() + "/reports"});
    return parts;
}

/// An error where the report was published: it never changes.
Result<void> unpublished(db::Reader& reader, const PublicId& id)
{
    const auto report = annual_reports().find(reader, id);
    if (report && published(reader, report->id)) return conflict("This report is published, and never changes. Begin another for what is to be said now");
    return {};
}

Result<web::ThingPlace<AnnualReport>> place_of_reports(web::Visit& visit)
{
    const auto plan = strategy::plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    const auto id = PublicId::parse(visit.parameter("report"));
    if (id)
        if (const auto open = unpublished(visit.reader(), *id); !open) return std::unexpected(open.error());
    constexpr int days = 365;
    return web::ThingPlace<AnnualReport>{.parts = below_reports({}, *plan), .path = plan->href() + "/reports", .fresh = {.plan = plan->id, .name = plan->name + ": annual report", .from = visit.today().plus_days(-days), .as_of = visit.today()},
                                         .fields = {web::line("name", &AnnualReport::name, {"Name"}), web::day("from", &AnnualReport::from, {"From", "Progress is told since this day"}, "The first day"),
                                                    web::day("as_of", &AnnualReport::as_of, {"As of", "Figures are those of this day"}, "The day it is as of")},
                                         .is_here = [id = plan->id](const AnnualReport& report) { return report.plan == id; }, .problems = [today = visit.today()](db::Reader&, const AnnualReport& report) { return problems_of(report, today); },
                                         .still = [id](db::Reader& reader) { return id ? unpublished(reader, *id) : Result<void>{}; }, .then = [plan = *plan](const AnnualReport& report) { return report.href(plan); }, .then_taken = plan->href() + "/reports",
                                         .take_away = [](db::ChangeSet& changes, const AnnualReport& report) { take_away(changes, report); }};
}

/// Decisions of groups that steer the plan, in the period.
std::vector<Decided> decisions_of(db::Reader& reader, const ReportPlace& place)
{
    std::vector<Decided> decided;
    for (const auto& board : governance::boards().where(reader, "plan_name = $1", place.plan.name))
        for (const auto& meeting : governance::meetings_of(reader, board.id))
            for (const auto& item : governance::items_of(reader, meeting.id))
                if (item.decided_on && place.report.from < *item.decided_on && *item.decided_on <= place.report.as_of) decided.push_back({*item.decided_on, board.name, item.title, item.decision});
    std::ranges::stable_sort(decided, {}, &Decided::on);
    return decided;
}

/// The abbreviations that the report uses, at its end, with what they mean.
void explain_terms(ReportDocument& document, const strategy::Explained& terms)
{
    ReportTable table{.title = "Terms", .columns = {"Term", "What it means"}, .rows = {}};
    for (const auto& word : strategy::abbreviations_in(texts_of(document)))
        if (const auto found = terms.find(word); found != terms.end()) table.rows.push_back({word, found->second});
    if (!table.rows.empty()) document.sections.push_back({.id = "terms", .title = "Terms", .words = {}, .says = {}, .tables = {std::move(table)}, .missing = {}, .arcs = {}});
}

ReportDocument assembled(web::Visit& visit, const Sources& sources, const ReportPlace& place)
{
    auto& reader = visit.reader();
    const auto as_of = place.report.as_of;
    auto risks = strategy::risks_of(reader, place.plan.id);
    std::vector<strategy::Review> reviews;
    for (const auto& risk : risks)
        for (auto& review : strategy::reviews_of(reader, risk.id)) reviews.push_back(std::move(review));
    ReportFacts facts{.whole = strategy::as_on(strategy::whole_plan(reader, place.plan), as_of), .risks = strategy::as_on(std::move(risks), reviews, as_of), .reviews = reviews, .assessment = {}, .assessment_before = {}, .arcs = {}, .workforce = sources.workforce ? sources.workforce(visit, place.report.from, place.report.as_of) : std::vector<ThenAndNow>{}, .money = {},
                      .money_in_short = {}, .money_flags = {}, .decisions = decisions_of(reader, place)};
    if (const auto assessed = sources.assessed ? sources.assessed(visit, as_of) : std::nullopt) facts.assessment = assessed->name, facts.assessment_before = assessed->before_name, facts.arcs = assessed->arcs;
    const auto lines = money::lines_of(reader, place.plan.id);
    for (const auto& [year, sums] : money::by_year(lines)) facts.money.push_back({money::year_words(year), sums.planned.pounds(), sums.spent.pounds(), sums.forecast.pounds()});
    facts.money_in_short = money::in_words(money::sum_of(lines));
    for (const auto& flag : money::flags_of(money::funds_of(reader, place.plan.id), lines, facts.whole.actions, as_of)) facts.money_flags.push_back(flag.words + ".");
    auto document = document_of(place.report, facts, words_of(reader, place.report.id));
    explain_terms(document, strategy::explained_terms(reader, *sources.packs));
    return document;
}

web::Response list_reports(web::Visit& visit)
{
    const auto plan = strategy::plan_in_path(visit);
    if (!plan) return visit.problem(plan.error());
    std::vector<ui::Content> lines;
    for (const auto& report : reports_of(visit.reader(), plan->id)) {
        const auto out = published(visit.reader(), report.id);
        lines.emplace_back(ui::link(report.name, report.href(*plan)) + ui::text(", as of " + report.as_of.in_words() + (out ? ", published on " + out->published_on.in_words() : ", a draft")));
    }
    ui::Html content;
    if (visit.may(Permission::manage_strategy)) content += ui::not_in_print(ui::button({.text = "Begin a report", .href = plan->href() + "/reports/new"}));
    content += lines.empty() ? ui::empty_state({.text = "No report is begun yet. Its skeleton is made of what stands in Kith; people write inside it."}) : ui::bullets(lines);
    auto parts = below_reports("Annual reports", *plan);
    parts.breadcrumbs.pop_back();
    return visit.page(parts, ui::two_thirds(content));
}

/// What is asked of whoever is about to publish: what is missing, and abbreviations that nobody explains.
ui::Html before_publishing(const ReportDocument& document, const strategy::Explained& terms)
{
    const auto missing = missing_of(document);
    std::vector<ui::Content> lines(missing.begin(), missing.end());
    auto html = lines.empty() ? ui::Html{} : ui::details({.summary_text = counted(std::ssize(lines), "thing is missing", "things are missing"), .text = ui::bullets(lines)});
    if (const auto words = strategy::unexplained(texts_of(document), terms); !words.empty())
        html += ui::details({.summary_text = counted(std::ssize(words), "abbreviation is explained nowhere", "abbreviations are explained nowhere"), .text = ui::paragraph(joined(words, ", ")) + ui::paragraph(ui::link("Explain them among the partnership's terms", "/terms"))});
    return html;
}

web::Response show_report(web::Visit& visit, const Sources& sources)
{
    const auto place = report_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto out = published(visit.reader(), place->report.id);
    if (out) return visit.redirect(place->report.public_href());
    const auto document = assembled(visit, sources, *place);
    const bool manages = visit.may(Permission::manage_strategy);
    auto content = ui::paragraph("A draft, " + lower_first(document.from.in_words()) + " to " + document.as_of.in_words() + ", as Kith knows it today. Nobody outside sees it before it is published.");
    content += before_publishing(document, strategy::explained_terms(visit.reader(), *sources.packs));
    if (manages)
        content += ui::not_in_print(ui::button_group({ui::button({.text = "Publish it", .href = place->href() + "/publish"}), ui::button({.text = "Change name and days", .href = place->href() + "/change", .classes = "govuk-button--secondary"}),
                                                      ui::button({.text = "Every figure as a workbook", .href = place->href() + "/figures.xlsx", .classes = "govuk-button--secondary"})}));
    auto parts = below_reports("Annual report", place->plan);
    parts.heading = place->report.name;
    parts.wide = true;
    return visit.page(parts, ui::two_thirds(content) + report_body(document, manages ? place->href() + "/words/" : ""));
}

/// `held`: what stands there now.
web::Response words_page(web::Visit& visit, const ReportPlace& place, const SectionAsked& asked, const std::string& held)
{
    auto parts = below_reports({}, place.plan);
    parts.caption = place.report.name;
    parts.breadcrumbs.push_back({place.report.name, place.href()});
    return web::thing_form_page(visit, parts, std::string{asked.title}, place.href() + "/words/" + std::string{asked.id}, web::words_field(visit.form(), "words", std::string{asked.asks}, "Leave empty to say nothing. No names of children or staff") + web::was_fields({{"words", held}}));
}

struct WordsPlace {
    ReportPlace at;
    const SectionAsked* asked = nullptr;
};
Result<WordsPlace> words_in_path(web::Visit& visit)
{
    auto place = report_in_path(visit);
    if (!place) return std::unexpected(place.error());
    const auto* asked = find_section(visit.parameter("section"));
    if (asked == nullptr || asked->asks.empty()) return not_found("Page");
    if (const auto open = unpublished(visit.reader(), place->report.public_id); !open) return std::unexpected(open.error());
    return WordsPlace{*std::move(place), asked};
}

ReportWords words_held(db::Reader& reader, const WordsPlace& place)
{
    for (const auto& one : words_of(reader, place.at.report.id))
        if (one.section == place.asked->id) return one;
    return {.report = place.at.report.id, .section = std::string{place.asked->id}};
}

web::Response show_words(web::Visit& visit)
{
    const auto place = words_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto held = words_held(visit.reader(), *place).words;
    visit.form().fill("words", held);
    return words_page(visit, place->at, *place->asked, held);
}

web::Response keep_words(web::Visit& visit)
{
    const auto place = words_in_path(visit);
    if (!place) return visit.problem(place.error());
    std::vector<Problem> problems;
    check_words(problems, "words", "The words", visit.form().text("words"), longest_words, false);
    for (auto& problem : problems) visit.form().add(std::move(problem));
    if (visit.form().has_problems()) return words_page(visit, place->at, *place->asked, words_held(visit.reader(), *place).words);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Written in an annual report"};
    if (const auto open = unpublished(visit.writer(), place->at.report.public_id); !open) return visit.problem(open.error());
    auto words = words_held(visit.writer(), *place);
    const web::Fields theirs{{"words", words.words}}, ours{{"words", visit.form().text("words")}};
    if (const auto before = web::was(visit.form(), theirs); before && !web::is_same(*before, theirs) && !web::is_same(ours, theirs)) {
        visit.form().add({.field = "words", .message = web::changed_meanwhile_to(theirs)});
        return words_page(visit, place->at, *place->asked, words.words);
    }
    words.words = visit.form().text("words");
    report_words().keep(changes, std::move(words), visit.now());
    visit.writer().commit();
    return visit.redirect(place->at.href(), "Saved");
}

web::Response draft_xlsx(web::Visit& visit, const Sources& sources)
{
    const auto place = report_in_path(visit);
    if (!place) return visit.problem(place.error());
    return web::Response::file("annual-report-" + place->report.as_of.iso() + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx(assembled(visit, sources, *place)));
}

/// A report on a draft would make the draft public for good.
Result<void> approved(const strategy::Plan& plan)
{
    if (!plan.is_fixed()) return conflict("This plan is not approved, and a report would make it public for good. Publish once it is");
    return {};
}

/// What is missing stands before whoever publishes: it cannot be undone.
web::Response ask_to_publish(web::Visit& visit, const Sources& sources)
{
    const auto place = report_in_path(visit);
    if (!place) return visit.problem(place.error());
    if (const auto open = unpublished(visit.reader(), place->report.public_id); !open) return visit.problem(open.error());
    if (const auto plan = approved(place->plan); !plan) return visit.problem(plan.error());
    const auto document = assembled(visit, sources, *place);
    const auto missing = missing_of(to_be_published(document));
    const auto words = strategy::unexplained(texts_of(document), strategy::explained_terms(visit.reader(), *sources.packs));
    auto content = ui::warning_text({.text = "Once it is published anyone can read it, and nobody can change it or take it away.", .icon_fallback_text = "Warning"});
    std::vector<std::string> unwritten;
    for (const auto& section : document.sections)
        if (const auto* asked = find_section(section.id); asked != nullptr && !asked->asks.empty() && trimmed(section.words).empty()) unwritten.push_back(section.title);
    if (!unwritten.empty()) content += ui::heading(2, "Nobody has written anything under " + counted(std::ssize(unwritten), "section"), "m") + ui::paragraph(joined(unwritten, ", ") + ".");
    if (missing.empty()) content += ui::paragraph("Nothing is missing that should stand in it.");
    else content += ui::heading(2, counted(std::ssize(missing), "thing is missing", "things are missing") + ", and it will say so", "m") + ui::bullets(std::vector<ui::Content>(missing.begin(), missing.end()));
    if (!words.empty()) content += ui::heading(2, counted(std::ssize(words), "abbreviation is explained nowhere", "abbreviations are explained nowhere"), "m") + ui::paragraph(joined(words, ", ") + ". ") + ui::paragraph(ui::link("Explain them among the partnership's terms", "/terms"));
    content += visit.in_form({.action = place->href() + "/publish", .id = "publish"}, web::hidden_field("seen", returns::hash_of(to_json(to_be_published(document)))) + ui::button({.text = "Publish it for good", .classes = "govuk-button--warning", .prevent_double_click = true}));
    content += ui::paragraph(ui::link("Back to the draft", place->href()));
    auto parts = below_reports("Publish the report", place->plan);
    parts.caption = place->report.name;
    parts.breadcrumbs.push_back({place->report.name, place->href()});
    return visit.page(parts, ui::two_thirds(content));
}

web::Response publish(web::Visit& visit, const Sources& sources)
{
    const auto place = report_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto document = to_json(to_be_published(assembled(visit, sources, *place)));
    auto hash = returns::hash_of(document);
    const auto written = words_of(visit.reader(), place->report.id);
    if (visit.form().text("seen") != hash) return visit.problem(conflict("Something that the report tells of changed since you looked. Look at it again before it is published for good").error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Annual report published"};
    const auto plan = strategy::plans().find(visit.writer(), place->plan.public_id);
    if (!plan) return visit.problem(not_found("Plan").error());
    if (const auto is = approved(*plan); !is) return visit.problem(is.error());
    if (published(visit.writer(), place->report.id)) return visit.problem(conflict("This report is published already. It stands as it was published").error());
    if (annual_reports().find(visit.writer(), place->report.public_id) != place->report || words_of(visit.writer(), place->report.id) != written) return visit.problem(conflict("Somebody changed this report meanwhile. Look at it again").error());
    published_reports().keep(changes, {.report = place->report.id, .published_on = visit.today(), .by = visit.viewer.account, .document = std::move(document), .hash = std::move(hash)}, visit.now());
    visit.writer().commit();
    return visit.redirect(place->report.public_href(), "Published");
}

}  // namespace

void add_report_routes(web::Routes& routes, const Sources& sources)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const auto with = [&sources](auto handler) { return [&sources, handler](web::Visit& visit) { return handler(visit, sources); }; };
    const std::string path = "/strategy/{plan}/reports", one = path + "/{report}";
    routes.get(path, see_strategy, list_reports, slow);
    routes.get(one, see_strategy, with(show_report), slow);
    routes.get(one + "/figures.xlsx", see_strategy, with(draft_xlsx), slow);
    routes.get(one + "/words/{section}", manage_strategy, show_words, slow);
    routes.post(one + "/words/{section}", manage_strategy, keep_words, slow);
    routes.get(one + "/publish", manage_strategy, with(ask_to_publish), slow);
    routes.post(one + "/publish", manage_strategy, with(publish), slow);
    web::add_thing_routes<AnnualReport>(routes, path, manage_strategy, {annual_reports(), "report", "report", "a report", place_of_reports});
}

}  // namespace kith::annual
