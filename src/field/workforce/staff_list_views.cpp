#include "workforce/staff_list_views.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/navigation.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

namespace kith::workforce {

namespace {

/// One line for each thing that someone does, by one of its parts.
ui::Html each_line(const std::vector<WorkShown>& work, std::string WorkShown::*part)
{
    ui::Html lines;
    for (std::size_t place = 0; place < work.size(); ++place) {
        if (place > 0) lines += ui::element("br", ui::Content{});
        lines += ui::text((work[place].*part).empty() ? "Not reported" : work[place].*part);
    }
    return lines;
}

/// The list for a purpose: its own columns next to the name, so that a phone shows them first, then role, setting and organisation.
ui::Html table_with_more(const StaffListView& view)
{
    ui::Table table{.head = {{.text = "Name"}}, .caption = "Staff records", .caption_classes = "govuk-visually-hidden", .classes = "kith-dense"};
    for (const auto& column : view.more) table.head.push_back({.text = column.heading});
    for (const auto* heading : {"Role", "Setting", "Organisation"}) table.head.push_back({.text = heading});
    const ui::Content none = ui::Content{std::string{}};
    for (const auto& line : view.page.lines) {
        const auto work = view.work.find(line.id);
        const bool works = work != view.work.end();
        std::vector<ui::TableCell> cells{{.text = ui::link(list_name(line), "/staff/" + line.public_id.text())}};
        for (const auto& column : view.more) {
            const auto cell = column.cells.find(line.id);
            cells.push_back({.text = cell == column.cells.end() ? none : ui::Content{cell->second}});
        }
        cells.push_back({.text = works ? ui::Content{each_line(work->second, &WorkShown::role)} : ui::Content{std::string{"No engagement on this day"}}});
        cells.push_back({.text = works ? ui::Content{each_line(work->second, &WorkShown::setting)} : none});
        cells.push_back({.text = line.organisation_name});
        table.rows.push_back(std::move(cells));
    }
    return ui::scrollable_table(table);
}

ui::Html list_table(const StaffListView& view)
{
    if (!view.more.empty()) return table_with_more(view);
    ui::Table table{.head = {{.text = "Name"}, {.text = "Role"}, {.text = "Setting"}, {.text = "FTE", .format = "numeric"}, {.text = "Organisation"}, {.text = "Reference"}},
                    .caption = "Staff records", .caption_classes = "govuk-visually-hidden"};
    for (const auto& line : view.page.lines) {
        const auto work = view.work.find(line.id);
        const bool works = work != view.work.end();
        const ui::Content none = ui::Content{std::string{}};
        table.rows.push_back({{.text = ui::link(list_name(line), "/staff/" + line.public_id.text())},
                              {.text = works ? ui::Content{each_line(work->second, &WorkShown::role)} : ui::Content{std::string{"No engagement on this day"}}},
                              {.text = works ? ui::Content{each_line(work->second, &WorkShown::setting)} : none},
                              {.text = works ? ui::Content{each_line(work->second, &WorkShown::fte)} : none, .format = "numeric"},
                              {.text = line.organisation_name},
                              {.text = line.reference}});
    }
    return ui::scrollable_table(table);
}

ui::Html opening(const StaffListView& view)
{
    if (!view.search.empty()) return ui::heading(2, counted(view.page.total, "result", "results") + " for \u2018" + view.search + "\u2019", "m");
    if (view.answer.empty()) return ui::paragraph(counted(view.page.total, "staff record", "staff records") + " within your reach.", "govuk-body-l");
    auto words = ui::paragraph(view.answer, "govuk-body-l");
    if (!view.sums.empty()) words += ui::paragraph(view.sums);
    if (view.beyond > 0) words += ui::paragraph(counted(view.beyond, "of them is", "of them are") + " no longer within your reach, and not listed.");
    return words;
}

std::string empty_words(const StaffListView& view)
{
    if (!view.search.empty()) return "Nobody within your reach has a name or reference like that. Try the beginning of one name only.";
    if (!view.answer.empty()) return "Nobody matches these filters on that day. Take a filter off, or choose another day.";
    return "No staff records yet. They appear here once a staff return is accepted.";
}

}  // namespace

std::string list_name(const StaffLine& line)
{
    const auto& given = line.given_name.reveal();
    const auto& family = line.family_name.reveal();
    auto name = given + (given.empty() || family.empty() ? "" : " ") + family;
    return name.empty() ? "Name not held, reference " + line.reference : name;
}

ui::Html search_fields(const std::string& search)
{
    return ui::input({.name = "search", .value = search, .label = {.text = "Name or staff reference"}, .hint = {.text = "Part of a name will do"},
                      .autocomplete = "off", .spellcheck = false}) + ui::button({.text = "Search"});
}

ui::Html staff_list(const StaffListView& view)
{
    auto content = opening(view);
    if (view.page.lines.empty()) {
        content += ui::empty_state({.text = empty_words(view)});
    } else {
        if (!view.search.empty() && view.page.pages > 1) content += ui::paragraph("The first " + std::to_string(staff_a_page) + " are shown. Add more of the name to find others.");
        content += list_table(view);
        if (view.search.empty()) content += ui::pagination_of(view.page.page, view.page.pages, view.address.open_for("page"));
        if (view.search.empty() && view.may_export) {
            const web::Address file{"/staff/export.csv", view.address.query()};
            content += ui::not_in_print(ui::paragraph(ui::link("Download these records (CSV)", file.text())));
        }
    }
    if (view.panel.str().empty()) return ui::not_in_print(ui::two_thirds(view.search_form)) + content;
    return ui::columns({{"one-third", ui::not_in_print(view.search_form + view.panel)}, {"two-thirds", std::move(content)}});
}

}  // namespace kith::workforce
