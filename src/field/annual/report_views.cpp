#include "annual/report_pages.hpp"
#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/rainbow.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::annual {
namespace {

ui::Html rainbow_of(const ReportSection& section)
{
    using enum ui::RainbowColour;
    static constexpr std::array colours{red, orange, yellow, green, blue, indigo, violet, white};
    std::vector<ui::RainbowArc> arcs;
    for (const auto& arc : section.arcs)
        arcs.push_back({.id = "arc-" + std::to_string(arcs.size() + 1), .label = arc.label, .colour = colours.at(arcs.size() % colours.size()), .position = arc.position, .before = arc.before, .words = arc.position ? fmt::format("{:.1f} of 5", *arc.position) : "No position"});
    return ui::rainbow({.frame = {.id = "rainbow", .title = "How far along each arc the partnership stands, and stood", .subtitle = section.says.empty() ? "" : section.says.front(), .summary = {}, .source = "Source: the partnership's self-assessment", .csv_href = {}},
                        .scale = {}, .label_heading = "Theme", .position_name = "Now", .before_name = "Last time", .arcs = std::move(arcs)});
}

ui::Html table_of(const ReportTable& told)
{
    ui::Table table{.head = {}, .caption = told.title, .caption_classes = "govuk-table__caption--s", .first_cell_is_header = true};
    for (const auto& column : told.columns) table.head.push_back({.text = column});
    for (const auto& row : told.rows) {
        ui::TableRow cells;
        for (const auto& cell : row) cells.push_back({.text = cell});
        table.rows.push_back(std::move(cells));
    }
    return ui::scrollable_table(table);
}

}  // namespace

ui::Html report_body(const ReportDocument& document, const std::string& write_path)
{
    ui::Html html;
    for (const auto& section : document.sections) {
        auto text = ui::heading(2, section.title, "l", section.id) + web::as_lines(section.words);
        const auto* asked = find_section(section.id);
        if (!write_path.empty() && asked != nullptr && !asked->asks.empty()) text += ui::not_in_print(ui::paragraph(ui::link_about(section.words.empty() ? "Write something" : "Change the words", section.title, write_path + section.id)));
        for (std::size_t at = section.arcs.empty() ? 0 : 1; at < section.says.size(); ++at) text += ui::paragraph(section.says[at]);
        for (const auto& missing : section.missing) text += ui::inset_text({.text = "Missing: " + missing});
        html += ui::two_thirds(text);
        if (!section.arcs.empty()) html += rainbow_of(section);
        for (const auto& table : section.tables)
            if (section.arcs.empty()) html += table_of(table);
    }
    return html;
}

}  // namespace kith::annual
