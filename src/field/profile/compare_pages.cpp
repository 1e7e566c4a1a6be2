// Places side by side by chosen measures, and the sheet of one locality for a meeting.
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "profile/panel_views.hpp"
#include "profile/profile_pages.hpp"
#include "profile/comparison.hpp"
#include "profile/saved_view_pages.hpp"
#include "ui/charts.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/question_register.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

constexpr std::array<std::string_view, 8> usual_measures{"staff", "fte", "core", "levels", "retirements", "vacancies", "turnover", "safeguarding"};

tally::Column side_by_side(const web::Visit& visit)
{
    return visit.request.query("by") == "organisation" ? tally::Column::organisation : tally::Column::locality;
}

std::vector<const MeasureRow*> measures_asked(const web::Visit& visit)
{
    std::vector<const MeasureRow*> rows;
    for (const auto& id : visit.request.query_all("measure")) {
        if (const auto* row = find_measure(id); row != nullptr && std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
    }
    if (rows.empty()) {
        for (auto id : usual_measures) rows.push_back(find_measure(id));
    }
    return rows;
}

SideBySide compared(web::Visit& visit, const Asked& asked)
{
    return compare_places(asked.ground, side_by_side(visit), measures_asked(visit));
}

ui::Html comparison_form(web::Visit& visit, const Asked& asked)
{
    std::vector<ui::CheckboxItem> items;
    std::vector<std::string> values;
    for (const auto& row : measures()) items.push_back({.text = std::string{row.measure.name}, .value = std::string{row.id()}});
    for (const auto* row : measures_asked(visit)) values.emplace_back(row->id());
    auto more = ui::select({.name = "by", .items = {{.value = "locality", .text = "Localities"}, {.value = "organisation", .text = "Organisations", .selected = side_by_side(visit) == tally::Column::organisation}}, .label = {.text = "Side by side"}});
    more += ui::details({.summary_text = "Choose measures", .text = ui::checkboxes({.fieldset = {.legend = {.text = "Measures", .classes = "govuk-fieldset__legend--s"}}, .name = "measure", .items = std::move(items), .values = std::move(values), .classes = "govuk-checkboxes--small"})});
    return ui::not_in_print(workforce::question_panel({.question = asked.question.staff, .names = *asked.names, .table = asked.ground.table(), .form = asked.form, .address = asked.address("/compare"), .today = asked.today,
                                                       .side_by_side = false, .hidden = {}, .more = std::move(more), .more_chosen = {}}));
}

ui::Html comparison_table(const SideBySide& comparison, const Asked& asked, bool by_organisation)
{
    ui::Table table{.head = {{.text = by_organisation ? "Organisation" : "Locality"}}, .caption = "Side by side: " + asked.words(), .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (std::size_t place = 0; place < comparison.measures.size(); ++place) {
        const auto* row = comparison.measures[place];
        table.head.push_back({.text = ui::link(comparison.figures[place], asked.address("/measures/" + std::string{row->id()}).text()), .format = "numeric"});
    }
    for (const auto& place : comparison.places) {
        std::vector<ui::TableCell> cells{{.text = place.label}};
        for (const auto& cell : place.cells) cells.push_back({.text = cell.words, .format = "numeric"});
        table.rows.push_back(std::move(cells));
    }
    return ui::scrollable_table(table);
}

web::Address with_choices(web::Visit& visit, web::Address address)
{
    if (side_by_side(visit) == tally::Column::organisation) address = address.with_only("by", "organisation");
    for (const auto& id : visit.request.query_all("measure")) address = address.with("measure", id);
    return address;
}

}  // namespace

web::Response show_comparison(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    record_figures(visit, access::ReadKind::page, "figures");
    const auto comparison = compared(visit, *asked);
    const bool by_organisation = side_by_side(visit) == tally::Column::organisation;
    ui::Html answer;
    if (comparison.places.size() < 2) {
        answer = ui::empty_state({.text = "There are no two places here to compare. Take a filter off."});
    } else {
        answer = ui::paragraph(asked->coverage.in_words() + ". Figures of a small place move with one person: read them with the number of staff.");
        ui::BarChart chart{.frame = {.id = "compared", .title = comparison.finding, .subtitle = fmt::format("{}, {}", comparison.measures.front()->measure.name, asked->words()), .summary = comparison.finding + ".", .source = "Source: staff returns taken so far",
                                     .csv_href = with_choices(visit, asked->address("/compare.csv")).text(), .table_beside = true},
                           .series = {comparison.figures.front()}, .label_heading = by_organisation ? "Organisation" : "Locality", .bars = {}};
        constexpr std::size_t most_bars = 25;
        for (std::size_t place = 0; place + 1 < comparison.places.size() && place < most_bars; ++place) {
            chart.bars.push_back({.label = comparison.places[place].label, .values = {comparison.places[place].cells.front().value}, .shown = {comparison.places[place].cells.front().words}});
        }
        answer += ui::bar_chart(chart);
    }
    answer += save_view_form(visit, with_choices(visit, asked->address("/compare")));
    auto content = ui::columns({{"one-third", comparison_form(visit, *asked)}, {"two-thirds", std::move(answer)}});
    if (comparison.places.size() >= 2) content = comparison_table(comparison, *asked, by_organisation) + std::move(content);
    return page_or_form_again(visit, *asked, {.title = "Side by side", .breadcrumbs = {{"Workforce profile", asked->address("/profile").text()}}, .nav = "/profile", .filters = asked->words(), .wide = true}, std::move(content));
}

web::Response comparison_csv(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return visit.problem(asked->form.problems().front());
    record_figures(visit, access::ReadKind::export_file, "figures as CSV");
    const auto comparison = compared(visit, *asked);
    files::CsvWriter writer{{.byte_order_mark = true}};
    std::vector<std::string> head{side_by_side(visit) == tally::Column::organisation ? "Organisation" : "Locality"};
    for (const auto* row : comparison.measures) head.emplace_back(row->measure.name);
    writer.row(head);
    for (const auto& place : comparison.places) {
        std::vector<std::string> row{place.label};
        for (const auto& cell : place.cells) row.push_back(cell.value ? fmt::format("{}", *cell.value) : cell.words);
        writer.row(row);
    }
    return web::Response::file("compare.csv", "text/csv; charset=utf-8", std::move(writer).text());
}

}  // namespace kith::profile
