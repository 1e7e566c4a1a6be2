// What anyone reads of annual reports, and the terms that explain them.
#include "annual/report_pages.hpp"
#include "annual/report_register.hpp"
#include "base/text.hpp"
#include "strategy/glossary_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

namespace kith::annual {
namespace {

using access::Permission;

struct Out {
    AnnualReport report;
    PublishedReport published_as;
};
kith::Result<Out> published_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("report");
    if (!id) return std::unexpected(id.error());
    auto report = annual_reports().find(visit.reader(), *id);
    auto out = report ? published(visit.reader(), report->id) : std::nullopt;
    if (!out) return not_found("Report");
    return Out{*std::move(report), *std::move(out)};
}

web::Response list_published(web::Visit& visit)
{
    std::vector<ui::Content> lines;
    for (const auto& out : published_reports().all(visit.reader()))
        if (const auto report = annual_reports().with_id(visit.reader(), out.report)) lines.emplace_back(ui::link(report->name, report->public_href()) + ui::text(", published on " + out.published_on.in_words()));
    return visit.page({.title = "Annual reports"}, ui::two_thirds(lines.empty() ? ui::empty_state({.text = "No annual report is published yet."}) : ui::bullets(lines)));
}

web::Response show_published(web::Visit& visit)
{
    const auto out = published_in_path(visit);
    if (!out) return visit.problem(out.error());
    const auto document = document_from_json(out->published_as.document);
    if (!document) return visit.problem(document.error());
    const auto first = ui::paragraph(document->plan + ", " + document->from.in_words() + " to " + document->as_of.in_words() + ". Published on " + out->published_as.published_on.in_words() + "; it has not changed since.") +
                   ui::not_in_print(ui::paragraph(ui::link("Every figure as a workbook", out->report.public_href() + "/figures.xlsx")));
    const auto last = ui::paragraph("What was published, as one text, has the hash " + out->published_as.hash + " (BLAKE2b, 256 bits).", "govuk-body-s kith-break");
    return visit.page({.title = "Annual report", .heading = document->name, .breadcrumbs = {{"Annual reports", "/annual-reports"}}, .wide = true}, ui::two_thirds(first) + report_body(*document, {}) + ui::two_thirds(last));
}

web::Response published_xlsx(web::Visit& visit)
{
    const auto out = published_in_path(visit);
    if (!out) return visit.problem(out.error());
    const auto document = document_from_json(out->published_as.document);
    if (!document) return visit.problem(document.error());
    return web::Response::file("annual-report-" + document->as_of.iso() + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx(*document));
}

Result<web::ThingPlace<strategy::OwnTerm>> place_of_terms(web::Visit&)
{
    using strategy::OwnTerm;
    return web::ThingPlace<OwnTerm>{.parts = {.breadcrumbs = {{"Strategy", "/strategy"}, {"Terms", "/terms"}}, .nav = "/strategy"}, .path = "/terms",
                                    .fields = {web::line("term", &OwnTerm::term, {"Word or abbreviation", {}, "govuk-input--width-10"}), web::several_lines("words", &OwnTerm::words, {"What it means"})}, .is_here = [](const OwnTerm&) { return true; },
                                    .problems = [](db::Reader& reader, const OwnTerm& term) { return problems_of(term, strategy::own_terms().all(reader)); }, .then = [](const OwnTerm&) { return std::string{"/terms"}; }, .then_taken = "/terms"};
}

web::Response list_terms(web::Visit& visit, const Sources& sources)
{
    const bool manages = visit.may(Permission::manage_strategy);
    ui::Table table{.head = {{.text = "Term"}, {.text = "What it means"}}, .caption = "Terms", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    std::map<std::string, std::string> own;
    for (const auto& term : strategy::own_terms().all(visit.reader())) own.emplace(term.term, "/terms/" + term.public_id.text() + "/change");
    for (const auto& [term, words] : strategy::explained_terms(visit.reader(), *sources.packs)) {
        const auto found = own.find(term);
        table.rows.push_back({{.text = found != own.end() && manages ? ui::link(term, found->second) : ui::text(term)}, {.text = words}});
    }
    ui::Html content;
    if (manages) content += ui::not_in_print(ui::button({.text = "Explain a term", .href = "/terms/new"}));
    return visit.page({.title = "Terms", .heading = "Terms and abbreviations", .breadcrumbs = {{"Strategy", "/strategy"}}, .nav = "/strategy"}, ui::two_thirds(content + ui::scrollable_table(table)));
}

}  // namespace

void add_public_routes(web::Routes& routes)
{
    constexpr web::RouteFlags slow{.on_worker = true};
    routes.get("/annual-reports", Permission::public_page, list_published, slow);
    routes.get("/annual-reports/{report}", Permission::public_page, show_published, slow);
    routes.get("/annual-reports/{report}/figures.xlsx", Permission::public_page, published_xlsx, slow);
}

void add_glossary_routes(web::Routes& routes, const Sources& sources)
{
    routes.get("/terms", Permission::signed_in, [&sources](web::Visit& visit) { return list_terms(visit, sources); }, {.on_worker = true});
    web::add_thing_routes<strategy::OwnTerm>(routes, "/terms", Permission::manage_strategy, {strategy::own_terms(), "term", "term", "a term", place_of_terms});
}

}  // namespace kith::annual
