// Places side by side by chosen measures, as a page and as files.
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/xlsx_writer.hpp"
#include "profile/comparison.hpp"
#include "profile/panel_views.hpp"
#include "profile/profile_pages.hpp"
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
#include <array>

namespace kith::profile {

namespace {

constexpr std::array<std::string_view, 8> usual_measures{"staff", "fte", "core", "levels", "retirements", "vacancies", "turnover", "safeguarding"};

/// What an address asks to have side by side, and its answer.
struct Compared {
    bool by_organisation = false;
    MeasuresAsked measures;
    SideBySide figures;
    std::string place_heading() const { return by_organisation ? "Organisation" : "Locality"; }
};

Compared chosen(const web::Visit& visit)
{
    Compared chosen{.by_organisation = visit.request.query("by") == "organisation", .measures = measures_to_compare(visit.request.query_all("measure")), .figures = {}};
    if (chosen.measures.rows.empty()) {
        for (auto id : usual_measures) chosen.measures.rows.push_back(find_measure(id));
    }
    return chosen;
}

Compared compared(const web::Visit& visit, const Asked& asked)
{
    auto compared = chosen(visit);
    compared.figures = compare_places(asked.ground, compared.by_organisation ? tally::Column::organisation : tally::Column::locality, compared.measures.rows);
    return compared;
}

/// The page with its question and what it has side by side.
web::Address with_choices(const web::Visit& visit, web::Address address)
{
    if (visit.request.query("by") == "organisation") address = address.with_only("by", "organisation");
    for (const auto& id : visit.request.query_all("measure")) address = address.with("measure", id);
    return address;
}

bool is_chosen(const Asked& asked, const std::string& organisation)
{
    return std::ranges::find(asked.question.staff.organisations, organisation) != asked.question.staff.organisations.end();
}

/// One more organisation beside those chosen, which stand above as tags.
ui::Html one_more_organisation(const Asked& asked)
{
    if (asked.names->organisations.size() < 2) return {};
    const bool first = asked.question.staff.organisations.empty();
    ui::Select select{.name = "organisation", .items = {{.value = "", .text = first ? "Every organisation" : "No other"}}, .value = "",
                      .label = {.text = first ? "Organisation" : "One more organisation"}, .hint = {.text = "Choose one and add it; add others after it"}};
    for (const auto& organisation : asked.names->organisations) {
        if (!is_chosen(asked, organisation.code)) select.items.push_back({.value = organisation.code, .text = organisation.name});
    }
    return ui::element("div", ui::select(select) + ui::button({.text = "Add", .classes = "govuk-button--secondary"}));
}

/// The measures that can be compared, part by part of the profile.
ui::Html measures_field(const Compared& compared)
{
    std::vector<std::string> values;
    for (const auto* row : compared.measures.rows) values.emplace_back(row->id());
    ui::Html boxes;
    for (const auto& section : sections()) {
        std::vector<ui::CheckboxItem> items;
        for (const auto& row : measures()) {
            if (row.section == section.id && can_be_compared(row)) items.push_back({.text = std::string{row.measure.name}, .value = std::string{row.id()}});
        }
        if (items.empty()) continue;
        boxes += ui::checkboxes({.fieldset = {.legend = {.text = std::string{section.title}, .classes = "govuk-fieldset__legend--s"}}, .id_prefix = "measure-" + std::string{section.id}, .name = "measure", .items = std::move(items), .values = values,
                                 .classes = "govuk-checkboxes--small"});
    }
    return ui::details({.summary_text = "Choose measures", .text = ui::paragraph(fmt::format("Up to {}.", most_compared)) + boxes});
}

ui::Html comparison_form(const web::Visit& visit, const Asked& asked, const Compared& compared)
{
    auto more = one_more_organisation(asked);
    more += ui::select({.name = "by", .items = {{.value = "locality", .text = "Localities"}, {.value = "organisation", .text = "Organisations", .selected = compared.by_organisation}}, .label = {.text = "Side by side"}});
    more += measures_field(compared);
    const auto address = with_choices(visit, asked.address("/compare"));
    std::vector<std::pair<std::string, std::string>> kept;
    std::vector<ui::ChosenFilter> chosen;
    const auto narrowed = asked.address("/compare");
    for (const auto& [name, value] : narrowed.query()) {
        if (name == "organisation" || name == "setting" || name == "team" || name.starts_with("known-")) kept.emplace_back(name, value);
    }
    for (const auto& organisation : asked.names->organisations) {
        if (is_chosen(asked, organisation.code)) chosen.push_back({.text = "Organisation: " + organisation.name, .remove_href = address.without("organisation", organisation.code).text()});
    }
    if (asked.question.setting) chosen.push_back({.text = "Setting", .remove_href = address.without("setting").text()});
    if (!asked.question.team.empty()) chosen.push_back({.text = "Team", .remove_href = address.without("team").text()});
    if (asked.question.known_at) chosen.push_back({.text = "As known on " + asked.question.known_at->in_words(), .remove_href = address.without("known-day").without("known-month").without("known-year").text()});
    // Organisations are chosen one after another here, so the filter that has one or all of them is left out.
    const workforce::Names without_organisations{asked.names->packs, asked.names->localities, {}};
    return ui::not_in_print(workforce::question_panel({.question = asked.question.staff, .names = without_organisations, .table = asked.ground.table(), .form = asked.form, .address = address, .today = asked.today,
                                                       .side_by_side = false, .hidden = std::move(kept), .more = std::move(more), .more_chosen = std::move(chosen), .clear_href = with_choices(visit, web::Address{"/compare"}).text()}));
}

/// What of the address is not answered, in words.
ui::Html what_is_left_out(const Compared& compared)
{
    ui::Html words;
    for (const auto& id : compared.measures.refused) {
        const auto* row = find_measure(id);
        words += ui::inset_text({.text = row == nullptr ? fmt::format("There is no measure “{}”.", clipped(id, 60)) : fmt::format("{} has no single figure that can be compared. Its own page shows it.", row->measure.name)});
    }
    if (compared.measures.too_many) words += ui::inset_text({.text = fmt::format("{} measures are compared at once; the others are left out.", most_compared)});
    return words;
}

/// The figure, and beneath it that of a year before; what was not known either is said once.
ui::Html figure_cell(const Cell& now, const Cell& before)
{
    auto figure = ui::text(now.words);
    if (!now.value && now.words == before.words) return figure;
    figure += ui::element("br", ui::Attributes{}) + ui::element("span", {{"class", before.value ? "kith-before kith-unbroken" : "kith-before"}}, ui::text("was " + before.words));
    return figure;
}

ui::Html comparison_table(const Compared& compared, const Asked& asked)
{
    const auto& comparison = compared.figures;
    ui::Table table{.head = {{.text = compared.place_heading()}}, .caption = "Side by side, with what each was a year before: " + asked.words(), .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    if (comparison.measures.size() >= 5) table.classes = "kith-dense";
    for (std::size_t place = 0; place < comparison.measures.size(); ++place) {
        const auto* row = comparison.measures[place];
        table.head.push_back({.text = ui::link(upper_first(comparison.figures[place]), asked.address("/measures/" + std::string{row->id()}).text()), .format = "numeric"});
    }
    for (const auto& place : comparison.places) {
        std::vector<ui::TableCell> cells{{.text = place.label}};
        for (std::size_t measure = 0; measure < place.cells.size(); ++measure) cells.push_back({.text = figure_cell(place.cells[measure], place.before[measure]), .format = "numeric"});
        table.rows.push_back(std::move(cells));
    }
    return ui::scrollable_table(table);
}

ui::Html comparison_chart(const web::Visit& visit, const Asked& asked, const Compared& compared)
{
    const auto& comparison = compared.figures;
    ui::BarChart chart{.frame = {.id = "compared", .title = comparison.finding, .subtitle = fmt::format("{}, {}", comparison.measures.front()->measure.name, asked.words()), .summary = comparison.finding + ".", .source = "Source: staff returns taken so far",
                                 .csv_href = with_choices(visit, asked.address("/compare.csv")).text(), .table_beside = true},
                       .series = {comparison.figures.front()}, .label_heading = compared.place_heading(), .bars = {}};
    constexpr std::size_t most_bars = 25;
    for (std::size_t place = 0; place + 1 < comparison.places.size() && place < most_bars; ++place) {
        const auto& first = comparison.places[place].cells.front();
        chart.bars.push_back({.label = comparison.places[place].label, .values = {first.value}, .shown = {first.words}});
    }
    if (chart.bars.size() + 1 < comparison.places.size()) chart.frame.subtitle += fmt::format("; the first {} of {} are drawn, the table has all", chart.bars.size(), comparison.places.size() - 1);
    return on_screen_where_long(ui::bar_chart(chart), chart.bars.size(), comparison.finding);
}

/// The headings of a file's columns: each measure's headline with its unit, and the same a year before.
std::vector<std::string> headings_of(const Compared& compared)
{
    std::vector<std::string> head{compared.place_heading()};
    for (std::size_t measure = 0; measure < compared.figures.measures.size(); ++measure) {
        head.push_back(heading_of(compared.figures.figures[measure], compared.figures.units[measure]));
        head.push_back(heading_of(compared.figures.figures[measure] + ", a year before", compared.figures.units[measure]));
    }
    return head;
}

std::string name_of_file(const Compared& compared, const Asked& asked, std::string_view ending)
{
    return file_name(compared.by_organisation ? "organisations-compared" : "localities-compared", asked.question.staff.on, ending);
}

/// Runs `answer(asked, compared)` for a file, which stands in the audit of reads first.
template <class Answer>
web::Response as_file(web::Visit& visit, const Sources& sources, std::string purpose, Answer answer)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return visit.problem(asked->form.problems().front());
    record_figures(visit, access::ReadKind::export_file, std::move(purpose));
    return answer(*asked, compared(visit, *asked));
}

}  // namespace

web::Response show_comparison(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    const web::PageParts parts{.title = "Side by side", .breadcrumbs = {{"Workforce profile", asked->address("/profile").text()}}, .nav = "/profile", .filters = asked->words(), .wide = true};
    if (asked->form.has_problems()) return form_again(visit, *asked, parts, comparison_form(visit, *asked, chosen(visit)));
    record_figures(visit, access::ReadKind::page, "figures");
    const auto answered = compared(visit, *asked);
    auto answer = what_is_left_out(answered);
    if (answered.figures.places.size() < 2) {
        answer += ui::empty_state({.text = "Nobody is counted here in any place. Take a filter off."});
    } else {
        answer += ui::paragraph(asked->coverage.in_words() + ". Figures of a small place move with one person: read them with the number of staff.");
        if (answered.figures.places.size() == 2) answer += ui::paragraph("There is one place only. Take a filter off, or add another, to compare it.");
        answer += comparison_chart(visit, *asked, answered) + comparison_table(answered, *asked);
        answer += ui::not_in_print(ui::bullets({ui::Content{ui::link("Download as a workbook (XLSX)", with_choices(visit, asked->address("/compare.xlsx")).text())}}));
    }
    answer += save_view_form(visit, with_choices(visit, asked->address("/compare")));
    auto content = ui::columns({{"one-third", comparison_form(visit, *asked, answered)}, {"two-thirds", std::move(answer)}});
    return visit.page(parts, std::move(content));
}

web::Response comparison_csv(web::Visit& visit, const Sources& sources)
{
    return as_file(visit, sources, "figures as CSV", [&](const Asked& asked, const Compared& compared) {
        files::CsvWriter writer{{.byte_order_mark = true}};
        auto head = headings_of(compared);
        for (const auto* name : {"On", "About", "Rests on"}) head.emplace_back(name);
        writer.row(head);
        for (const auto& place : compared.figures.places) {
            std::vector<std::string> row{place.label};
            for (std::size_t measure = 0; measure < place.cells.size(); ++measure) {
                row.push_back(in_csv(place.cells[measure]));
                row.push_back(in_csv(place.before[measure]));
            }
            for (auto words : {asked.question.staff.on.iso(), asked.words(), asked.coverage.in_words()}) row.push_back(std::move(words));
            writer.row(row);
        }
        return web::Response::file(name_of_file(compared, asked, "csv"), csv_type, std::move(writer).text());
    });
}

web::Response comparison_xlsx(web::Visit& visit, const Sources& sources)
{
    return as_file(visit, sources, "figures as a workbook", [&](const Asked& asked, const Compared& compared) {
        files::XlsxWriter book;
        const auto head = headings_of(compared);
        book.sheet("Side by side").columns(0, 0, 44).columns(1, head.size() - 1, 20);
        book.text("Side by side", {.large = true}).end_row();
        book.text(compared.figures.finding, {.strong = true}).end_row();
        book.text(asked.words()).end_row();
        book.text(asked.coverage.in_words()).end_row().end_row();
        for (const auto& heading : head) book.text(heading, {.heading = true, .wrapped = true});
        book.end_row();
        for (const auto& place : compared.figures.places) {
            book.text(place.label);
            for (std::size_t measure = 0; measure < place.cells.size(); ++measure) {
                write_cell(book, place.cells[measure]);
                write_cell(book, place.before[measure]);
            }
            book.end_row();
        }
        return web::Response::file(name_of_file(compared, asked, "xlsx"), xlsx_type, std::move(book).bytes());
    });
}

}  // namespace kith::profile
