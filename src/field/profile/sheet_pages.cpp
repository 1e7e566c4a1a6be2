// The locality sheet: as a page that prints on one side of paper, as files and as JSON.
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/xlsx_writer.hpp"
#include "profile/api_answers.hpp"
#include "profile/locality_sheet.hpp"
#include "profile/panel_views.hpp"
#include "profile/profile_pages.hpp"
#include "profile/saved_view_pages.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

ui::Html part_view(const SheetPart& part)
{
    const auto& list = part.list;
    auto shown = ui::heading(2, list.title, "s");
    if (!list.lines.empty()) {
        ui::Table table{.head = {{.text = part.lines_are}, {.text = part.counted, .format = "numeric"}}, .caption = list.title, .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true, .classes = "kith-sheet__table"};
        for (const auto& [label, words] : list.lines) table.rows.push_back({{.text = label}, {.text = words, .format = "numeric"}});
        shown += ui::table(table);
    }
    if (!list.more.empty()) shown += ui::paragraph(list.more, "govuk-body-s");
    return ui::element("section", {{.name = "class", .value = "kith-sheet__part"}}, std::move(shown));
}

ui::Html bullets_view(std::string title, const std::vector<ui::Content>& items)
{
    return ui::element("section", {{.name = "class", .value = "kith-sheet__part"}}, ui::heading(2, std::move(title), "s") + ui::bullets(items));
}

ui::Html sheet_view(const Sheet& sheet)
{
    std::vector<ui::Content> figures, gaps, questions;
    for (const auto& figure : sheet.at_a_glance) figures.push_back(ui::Content{ui::strong(figure.words) + ui::text(" " + figure.label + " (" + figure.rests_on + ")")});
    for (const auto& gap : sheet.gaps) gaps.push_back(ui::Content{gap});
    for (const auto& question : sheet.questions) questions.push_back(ui::Content{question});
    ui::Html left, right;
    for (const auto& part : sheet.left) left += part_view(part);
    for (const auto& part : sheet.right) right += part_view(part);
    auto discuss = ui::element("section", {{.name = "class", .value = "kith-sheet__questions"}}, ui::heading(2, "Three questions to discuss", "m") + ui::numbered(questions));
    return ui::paragraph(sheet.opening, "govuk-body-l") + ui::columns({{"one-half", bullets_view("At a glance", figures)}, {"one-half", bullets_view("Gaps", gaps)}}) + ui::columns({{"one-half", std::move(left)}, {"one-half", std::move(right)}}) + std::move(discuss)
         + ui::paragraph(sheet.ending, "govuk-body-s");
}

/// The day of the question, kept when another locality is chosen.
std::vector<std::pair<std::string, std::string>> kept_day(const Asked& asked)
{
    const auto on = asked.question.staff.on;
    if (on == asked.today) return {};
    return {{"on-day", std::to_string(on.day())}, {"on-month", std::to_string(on.month())}, {"on-year", std::to_string(on.year())}};
}

/// The locality that the question is about alone; null where it is about none or several.
const partnership::Locality* locality_of(const Asked& asked)
{
    const auto& chosen = asked.question.staff.localities;
    const auto& all = asked.names->localities;
    const auto found = chosen.size() == 1 ? std::ranges::find(all, chosen.front(), &partnership::Locality::code) : all.end();
    return found == all.end() ? nullptr : &*found;
}

Problem no_locality()
{
    return {ProblemKind::unacceptable, "locality", "Choose one locality"};
}

ui::Html choosing(const Asked& asked)
{
    ui::Select select{.name = "locality", .items = {}, .label = {.text = "Locality"}};
    for (const auto& locality : asked.names->localities) select.items.push_back({.value = locality.code, .text = locality.name, .selected = &locality == locality_of(asked)});
    return ui::not_in_print(ui::form({.action = "/locality-sheet", .method = "get", .hidden = kept_day(asked), .content = ui::select(select) + ui::button({.text = "Show the sheet"})}));
}

/// The sheet as rows of a file: part, what, figure, what it rests on.
std::vector<std::array<std::string, 4>> rows_of(const Sheet& sheet)
{
    std::vector<std::array<std::string, 4>> rows;
    for (const auto& figure : sheet.at_a_glance) rows.push_back({"At a glance", upper_first(figure.label), figure.words, figure.rests_on});
    for (const auto& gap : sheet.gaps) rows.push_back({"Gaps", gap, "", ""});
    for (const auto* side : {&sheet.left, &sheet.right}) {
        for (const auto& part : *side) {
            for (const auto& [label, words] : part.list.lines) rows.push_back({part.list.title, label, words, lower_first(part.counted)});
            if (!part.list.more.empty()) rows.push_back({part.list.title, upper_first(part.list.more), "", ""});
        }
    }
    for (const auto& question : sheet.questions) rows.push_back({"Three questions to discuss", question, "", ""});
    return rows;
}

/// Runs `write(asked, locality, sheet)` for a file, which stands in the audit of reads first.
template <class Write>
web::Response as_file(web::Visit& visit, const Sources& sources, std::string purpose, Write write)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    if (asked->form.has_problems()) return visit.problem(asked->form.problems().front());
    const auto* locality = locality_of(*asked);
    if (locality == nullptr) return visit.problem(no_locality());
    record_figures(visit, access::ReadKind::export_file, std::move(purpose));
    return write(*asked, locality->name, sheet_of(for_paper(asked->ground), locality->name, asked->coverage.in_words()));
}

boost::json::array parts_json(const std::vector<SheetPart>& parts)
{
    boost::json::array all;
    for (const auto& part : parts) {
        boost::json::array lines;
        for (const auto& [label, words] : part.list.lines) lines.push_back(boost::json::object{{"label", label}, {"words", words}});
        all.push_back(boost::json::object{{"title", part.list.title}, {"lines_are", part.lines_are}, {"counted", part.counted}, {"lines", std::move(lines)}, {"more", part.list.more}});
    }
    return all;
}

}  // namespace

web::Response locality_sheet(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    const auto& localities = asked->names->localities;
    const bool is_refused = asked->form.has_problems();
    if (localities.size() == 1 && asked->question.staff.localities.empty() && !is_refused) return visit.redirect(asked->address("/locality-sheet").with("locality", localities.front().code).text());
    web::PageParts parts{.title = "Locality sheet", .breadcrumbs = {{"Workforce profile", "/profile"}}, .nav = "/profile", .filters = asked->words(), .wide = true};
    auto choose = choosing(*asked);
    if (is_refused) return form_again(visit, *asked, parts, std::move(choose));
    const auto* locality = locality_of(*asked);
    if (locality == nullptr) return visit.page(parts, ui::paragraph("One side of paper for a meeting: who is here, what they can do, what is missing, and three questions to discuss.", "govuk-body-l") + choose);
    record_figures(visit, access::ReadKind::page, "figures");
    parts.heading = locality->name + ": who works with children here";
    const auto caution = asked->caution();
    auto sheet = (caution.empty() ? ui::Html{} : ui::inset_text({.text = caution})) + sheet_view(sheet_of(for_paper(asked->ground), locality->name, asked->coverage.in_words()));
    auto print = ui::not_in_print(ui::paragraph("Print this page: it fits one side of paper."));
    auto files = ui::not_in_print(ui::bullets({ui::Content{ui::link("Download as a workbook (XLSX)", asked->address("/locality-sheet.xlsx").text())}, ui::Content{ui::link("Download as CSV", asked->address("/locality-sheet.csv").text())}}));
    return visit.page(parts, choose + print + ui::element("div", {{.name = "class", .value = "kith-sheet"}}, std::move(sheet)) + files + save_view_form(visit, asked->address("/locality-sheet")));
}

web::Response locality_sheet_csv(web::Visit& visit, const Sources& sources)
{
    return as_file(visit, sources, "figures as CSV", [](const Asked& asked, const std::string&, const Sheet& sheet) {
        files::CsvWriter writer{{.byte_order_mark = true}};
        writer.row(std::vector<std::string>{"Part", "What", "Figure", "Of what", "On", "About", "Rests on"});
        for (auto& [part, what, figure, of] : rows_of(sheet)) writer.row(std::vector<std::string>{part, what, figure, of, asked.question.staff.on.iso(), asked.words(), asked.coverage.in_words()});
        return web::Response::file(file_name("locality-sheet", asked.question.staff.on, "csv"), csv_type, std::move(writer).text());
    });
}

web::Response locality_sheet_xlsx(web::Visit& visit, const Sources& sources)
{
    return as_file(visit, sources, "figures as a workbook", [](const Asked& asked, const std::string& locality, const Sheet& sheet) {
        files::XlsxWriter book;
        book.sheet(locality).columns(0, 0, 30).columns(1, 1, 90, {.wrapped = true}).columns(2, 2, 16).columns(3, 3, 44);
        book.text(locality + ": who works with children here", {.large = true}).end_row();
        book.text(sheet.opening, {.strong = true}).end_row();
        book.text(asked.words()).end_row();
        book.text(asked.coverage.in_words()).end_row().end_row();
        for (const auto* heading : {"Part", "What", "Figure", "Of what"}) book.text(heading, {.heading = true});
        book.end_row();
        for (const auto& [part, what, figure, of] : rows_of(sheet)) book.text(part).text(what, {.wrapped = true}).text(figure).text(of).end_row();
        book.end_row();
        book.text(sheet.ending).end_row();
        return web::Response::file(file_name("locality-sheet", asked.question.staff.on, "xlsx"), xlsx_type, std::move(book).bytes());
    });
}

web::Response api_locality_sheet(web::Visit& visit, const Sources& sources)
{
    return as_json(visit, sources, [](const Asked& asked) {
        const auto* locality = locality_of(asked);
        if (locality == nullptr) return json_problem(no_locality());
        const auto sheet = sheet_of(for_paper(asked.ground), locality->name, asked.coverage.in_words());
        auto json = ground_json(asked);
        json["locality"] = locality->name;
        json["opening"] = sheet.opening;
        auto& glance = json["at_a_glance"].emplace_array();
        for (const auto& figure : sheet.at_a_glance) glance.push_back(boost::json::object{{"words", figure.words}, {"label", figure.label}, {"rests_on", figure.rests_on}});
        json["gaps"] = boost::json::array(sheet.gaps.begin(), sheet.gaps.end());
        auto lists = parts_json(sheet.left);
        for (auto& part : parts_json(sheet.right)) lists.push_back(std::move(part));
        json["lists"] = std::move(lists);
        json["questions"] = boost::json::array(sheet.questions.begin(), sheet.questions.end());
        return json_response(json);
    });
}

}  // namespace kith::profile
