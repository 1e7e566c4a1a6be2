// What stands behind one figure of a measure, as a page and as JSON: the staff whom the viewer reaches, or vacancies or settings.
#include "profile/api_answers.hpp"
#include "profile/profile_pages.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/question_register.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace kith::profile {

namespace {

/// The rows that an address asks for.
struct RowsAsked {
    Asked asked;
    const MeasureRow* row = nullptr;
    Panel panel;
    std::string heading;

    const std::string& key() const { return asked.ground.rows_of; }
    std::string path() const { return "/measures/" + std::string{row->id()}; }
};

Result<RowsAsked> rows_asked(web::Visit& visit, const Sources& sources)
{
    const auto* row = find_measure(visit.parameter("measure"));
    if (row == nullptr) return std::unexpected(Problem{ProblemKind::not_found, "", "There is no measure of that name"});
    auto asked = ask(visit, sources);
    if (!asked) return std::unexpected(asked.error());
    if (asked->form.has_problems()) return std::unexpected(asked->form.problems().front());
    asked->ground.rows_of = visit.request.query("line");
    auto panel = panel_of(*row, asked->ground);
    auto heading = rows_heading(panel, asked->ground.rows_of);
    if (!heading) return std::unexpected(Problem{ProblemKind::not_found, "", "That line of the figures is not there"});
    return RowsAsked{std::move(*asked), row, std::move(panel), std::move(*heading)};
}

/// Rows that are no staff as a table; where staff stand behind one, it leads to them.
ui::Html table_of_rows(const RowsAsked& rows, const RowsBehind& behind)
{
    ui::Table table{.head = {}, .caption = fmt::format("{}: {}", rows.row->measure.name, rows.asked.words()), .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& column : behind.columns) table.head.push_back({.text = column});
    for (const auto& one : behind.rows) {
        std::vector<ui::TableCell> cells;
        for (const auto& words : one.words) cells.push_back({.text = words});
        if (!one.key.empty()) cells.front().text = ui::Content{ui::link(one.words.front(), rows.asked.address(rows.path() + "/rows").with("line", one.key).text())};
        table.rows.push_back(std::move(cells));
    }
    return ui::scrollable_table(table);
}

boost::json::object table_json(const RowsBehind& behind)
{
    boost::json::array rows;
    for (const auto& one : behind.rows) {
        boost::json::object row{{"cells", boost::json::array(one.words.begin(), one.words.end())}};
        if (!one.key.empty()) row["rows"] = one.key;
        rows.push_back(std::move(row));
    }
    return {{"columns", boost::json::array(behind.columns.begin(), behind.columns.end())}, {"rows", std::move(rows)}};
}

}  // namespace

web::Response measure_rows(web::Visit& visit, const Sources& sources)
{
    const auto rows = rows_asked(visit, sources);
    if (!rows) return visit.problem(rows.error());
    const auto& [asked, row, panel, heading] = *rows;
    if (panel.rows) record_figures(visit, access::ReadKind::page, "rows behind a figure");
    auto content = ui::paragraph(fmt::format("{}: {}.", row->measure.name, asked.words()));
    content += panel.rows ? table_of_rows(*rows, *panel.rows)
                          : workforce::list_behind_figure(visit, *sources.packs, *asked.snapshot, asked.ground.query, panel.records, asked.address(rows->path() + "/rows").with("line", rows->key()));
    const web::PageParts parts{.title = panel.rows ? "Behind a figure" : "Staff behind a figure", .heading = heading, .breadcrumbs = {{"Workforce profile", asked.address("/profile").text()}, {std::string{row->measure.name}, asked.address(rows->path()).text()}},
                               .nav = "/profile", .filters = asked.words(), .wide = true};
    return visit.page(parts, std::move(content));
}

web::Response api_rows(web::Visit& visit, const Sources& sources)
{
    const auto rows = rows_asked(visit, sources);
    if (!rows) return json_problem(rows.error());
    const auto& [asked, row, panel, heading] = *rows;
    auto json = ground_json(asked);
    json["measure"] = row->id();
    json["heading"] = heading;
    if (panel.rows) {
        record_figures(visit, access::ReadKind::page, "rows behind a figure");
        json["table"] = table_json(*panel.rows);
    } else {
        json["staff"] = people_json(workforce::people_behind_figure(visit, *sources.packs, *asked.snapshot, asked.ground.query, panel.records));
    }
    return json_response(json);
}

}  // namespace kith::profile
