// What Kith makes of an extract before it is handed on; the list of mappings, and one of them with its history.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "intake/mapping_views.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <map>

namespace kith::intake {
namespace {
template <class S, class Words>
std::string words_of(const S& said, Words words)
{
    switch (said.saying()) {
    case Saying::silent: return "–";
    case Saying::blank: return "empty";
    case Saying::unreadable: return "cannot be read";
    case Saying::value: break;
    }
    return words(said);
}

std::string label(const SaidCode& said)
{
    return words_of(said, [](const SaidCode& code) { return code->label; });
}

std::string day(const Said<Date>& said)
{
    return words_of(said, [](const Said<Date>& date) { return date->in_short(); });
}

ui::TableRow row_of(const StaffRow& row)
{
    const auto name = [](const SaidName& said) { return words_of(said, [](const SaidName& value) { return std::string{value.reveal()}; }); };
    return {{.text = words_of(row.staff_reference, [](const SaidText& text) { return std::string{*text}; })},
            {.text = name(row.family_name)},
            {.text = name(row.given_name)},
            {.text = day(row.date_of_birth)},
            {.text = label(row.role)},
            {.text = label(row.contract)},
            {.text = words_of(row.fte, [](const Said<Fte>& fte) { return fte->text(); }), .format = "numeric"},
            {.text = words_of(row.setting, [](const auto& setting) { return setting->name; })},
            {.text = day(row.start_date)},
            {.text = day(row.end_date)},
            {.text = row.taken ? "Can be taken" : "Cannot be taken"}};
}

ui::Html first_rows(const StaffFile& file)
{
    ui::Table table{.head = {{.text = "Reference"}, {.text = "Family name"}, {.text = "Given name"}, {.text = "Born"}, {.text = "Role"}, {.text = "Contract"},
                             {.text = "FTE", .format = "numeric"}, {.text = "Setting"}, {.text = "First day"}, {.text = "Last day"}, {.text = "Row"}},
                    .caption = "The first rows as Kith understands them", .caption_classes = "govuk-table__caption--s"};
    for (std::size_t at = 0; at < file.rows.size() && at < 5; ++at) table.rows.push_back(row_of(file.rows[at]));
    return ui::scrollable_table(table);
}

ui::Html findings(const returns::Findings& all)
{
    constexpr std::size_t most = 12;
    const auto groups = returns::by_rule(all);
    if (groups.empty()) return ui::paragraph("The rules find nothing to mend.");
    ui::Table table{.head = {{.text = "What to mend"}, {.text = "Column"}, {.text = "How often", .format = "numeric"}}, .caption = "What the rules say",
                    .caption_classes = "govuk-table__caption--s"};
    for (std::size_t at = 0; at < groups.size() && at < most; ++at)
        table.rows.push_back({{.text = groups[at].message}, {.text = groups[at].column}, {.text = with_commas(groups[at].count), .format = "numeric"}});
    return ui::scrollable_table(table);
}

ui::Html not_taken(const MappingPreview& preview)
{
    std::vector<ui::Content> lost;
    std::vector<std::string> columns;
    for (const auto& column : preview.draft.columns)
        if (column.target.empty() && !column.header.empty()) columns.push_back(column.header);
    if (!columns.empty()) lost.emplace_back("Columns: " + joined(columns, ", "));
    for (const auto& column : preview.draft.columns) {
        std::vector<std::string> values;
        for (const auto& value : column.values)
            if (value.code == CellTranslation::left_out || value.code == CellTranslation::row_left_out || value.code.empty())
                values.push_back(std::string{clipped(value.counted.value, 40)} + " (" + counted(value.counted.rows, "row") + ")");
        if (!values.empty()) lost.emplace_back("Values of " + column.header + ": " + joined(values, ", "));
    }
    for (const auto& column : preview.draft.columns) {
        std::map<std::string, std::vector<std::string>> by_code;
        for (const auto& value : column.values)
            if (!value.code.empty() && value.code != CellTranslation::left_out && value.code != CellTranslation::row_left_out) by_code[value.code].emplace_back(clipped(value.counted.value, 40));
        for (const auto& [code, values] : by_code)
            if (values.size() > 1) lost.emplace_back(joined(values, ", ") + " in " + column.header + " all become " + code + ": what differs between them is lost");
    }
    const auto refused = static_cast<std::int64_t>(preview.check.file->rows.size()) - preview.check.can_take;
    if (preview.check.file->left_out > 0) lost.emplace_back(counted(static_cast<std::int64_t>(preview.check.file->left_out), "row") + " that the mapping leaves out");
    if (refused > 0) lost.emplace_back(counted(refused, "row") + " that the rules do not take");
    if (lost.empty()) return ui::paragraph("Nothing in the file is left out.");
    return ui::heading(3, "What would not be taken, or be lost", "s") + ui::bullets(lost);
}
}  // namespace

ui::Html mapping_preview(const MappingPreview& preview)
{
    auto html = ui::heading(2, "What Kith makes of it", "m", "preview");
    if (!preview.check.file || !preview.check.refusal.empty())
        return html + ui::paragraph(preview.check.refusal.empty() ? "Map the columns that are needed, then look again." : preview.check.refusal);
    const auto& file = *preview.check.file;
    const auto read = static_cast<std::int64_t>(file.rows.size() + file.left_out);
    auto words = counted(preview.check.can_take, "row") + " of " + with_commas(read) + " can be taken";
    if (read < preview.rows) words += ", of the first " + with_commas(read) + " of " + with_commas(preview.rows);
    return html + ui::paragraph(words + ".") + first_rows(file) + findings(preview.check.findings) + not_taken(preview);
}

std::string path_of(const ColumnMapping& mapping) { return "/mappings/" + mapping.public_id.text(); }

ui::Html mapping_list(const std::vector<MappingLine>& lines)
{
    if (lines.empty())
        return ui::empty_state({.text = "Kith was told no layouts yet. Hand in any file of staff with its column names above the rows, and say what they mean.",
                                .link_text = "Hand in a return", .href = "/returns/new"});
    ui::Table table{.head = {{.text = "Layout"}, {.text = "Organisation"}, {.text = "Version", .format = "numeric"}, {.text = "In use"}},
                    .caption = counted(static_cast<std::int64_t>(lines.size()), "layout"), .caption_classes = "govuk-table__caption--m"};
    for (const auto& line : lines)
        table.rows.push_back({{.text = ui::link(line.mapping.name, path_of(line.mapping))}, {.text = line.organisation},
                              {.text = std::to_string(line.mapping.version), .format = "numeric"},
                              {.text = line.mapping.retired_on ? "Retired on " + line.mapping.retired_on->in_words() : std::string{"Yes"}}});
    return ui::scrollable_table(table);
}

namespace {
ui::Html columns_of(const MappingView& view)
{
    const auto all = targets(view.packs);
    ui::Table table{.head = {{.text = "Column"}, {.text = "What it means"}}, .caption = "Columns", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& column : view.mapping.columns) {
        const auto* target = find_target(all, column.target);
        auto meaning = target == nullptr ? std::string{"Left out"} : target->label;
        if (column.reading == Reading::month_first) meaning += ", month first";
        if (column.reading == Reading::percent) meaning += ", 100 is full time";
        if (!column.constant.empty()) meaning += ": " + column.constant;
        table.rows.push_back({{.text = column.header.empty() ? "All rows" : column.header}, {.text = std::move(meaning)}});
    }
    return ui::table(table);
}

ui::Html values_of(const MappingView& view)
{
    if (view.mapping.values.empty()) return {};
    ui::Table table{.head = {{.text = "Column"}, {.text = "Value"}, {.text = "Becomes"}}, .caption = "Values", .caption_classes = "govuk-table__caption--m"};
    for (const auto& value : view.mapping.values) {
        auto becomes = value.code == CellTranslation::left_out ? "Left out" : value.code == CellTranslation::row_left_out ? "Row left out" : value.code;
        table.rows.push_back({{.text = value.header}, {.text = std::string{clipped(value.value, 80)}}, {.text = std::move(becomes)}});
    }
    return ui::details({.summary_text = counted(static_cast<std::int64_t>(view.mapping.values.size()), "value") + " and what they become", .text = ui::scrollable_table(table)});
}
}  // namespace

ui::Html mapping_view(const MappingView& view)
{
    std::string words = view.organisation + ", version " + std::to_string(view.mapping.version) + (view.is_current ? "" : ", which is not the one in use now") + ".";
    if (view.mapping.retired_on) words += " Retired on " + view.mapping.retired_on->in_words() + ": files with these columns ask again.";
    auto html = ui::paragraph(words, "govuk-body-l") + columns_of(view) + values_of(view);
    html += ui::paragraph("Hours a week that are full time: " + Fte::thousandths(std::int64_t{view.mapping.full_week} * 10).text());
    if (view.change_href) html += ui::not_in_print(ui::paragraph(ui::link("Change it, with the newest file that it read", *view.change_href)));
    ui::Timeline history;
    history.heading_level = 3;
    for (const auto& version : view.versions) {
        auto who = version.account ? view.accounts.find(*version.account) : view.accounts.end();
        history.events.push_back({.title = "Version " + std::to_string(version.version), .by = who == view.accounts.end() ? "" : who->second, .when = version.made_at.in_words(),
                                  .datetime = version.made_at.iso(),
                                  .description = ui::paragraph(ui::link_about("See it", "version " + std::to_string(version.version), path_of(view.mapping) + "/" + std::to_string(version.version)))});
    }
    return html + ui::heading(2, "History", "m") + ui::timeline(history);
}

}  // namespace kith::intake
