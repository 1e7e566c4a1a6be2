// The page on which a person says what the columns of an extract mean.
#include "intake/mapping_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::intake {
namespace {
constexpr const char* hidden = "govuk-visually-hidden";

std::string samples_of(const ColumnInDraft& column)
{
    if (column.content.filled == 0) return "Empty in every row";
    if (column.content.are_insurance_numbers()) return "National Insurance numbers, not shown here";
    std::vector<std::string> samples;
    for (std::size_t at = 0; at < column.content.samples.size() && at < 3; ++at) samples.emplace_back(clipped(column.content.samples[at], 30));
    return joined(samples, " · ");
}

ui::Html select_of(const std::string& name, std::string label, std::vector<ui::SelectItem> items, const std::string& value, const std::string& hint = {},
                   const std::optional<std::string>& error = {}, bool label_hidden = true)
{
    return ui::select({.name = name, .items = std::move(items), .value = value, .label = {.text = std::move(label), .classes = label_hidden ? hidden : ""},
                       .hint = {.text = hint}, .error_message = {.text = error.value_or("")}, .form_group = {.classes = "govuk-!-margin-bottom-2"}});
}

ui::Html hidden_field(const std::string& name, const std::string& value)
{
    return ui::element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

std::string hint_of(const ColumnInDraft& column)
{
    if (column.why.empty()) return {};
    if (column.certainty == Certainty::doubtful) return column.why + ". A guess: look twice";
    return column.why;
}

/// How the cells of the column are to be read, where there is more than one way.
ui::Html reading_of_column(const ColumnInDraft& column, std::size_t at, const Target& target)
{
    const auto ask = [&](std::string label, std::vector<ui::SelectItem> items, const std::string& hint = {}) {
        return select_of(reading_field(at), label + " in " + column.header, std::move(items), std::string{id_of(column.reading)}, hint);
    };
    if (target.shape == TargetShape::date && column.content.either_order + column.content.day_first_only + column.content.month_first_only > 0)
        return ask("Order of day and month", {{.value = "day_first", .text = "Day first: 03/04 is 3 April"}, {.value = "month_first", .text = "Month first: 03/04 is 4 March"}},
                   column.content.order_is_doubtful() ? "Both orders are possible here: say which it is" : "");
    if (target.id == whole_name_target)
        return ask("Order of names", {{.value = "surname_first", .text = "Family name first"}, {.value = "forename_first", .text = "Given name first"}});
    if (target.id == "fte") return ask("Unit", {{.value = "", .text = "1 is full time"}, {.value = "percent", .text = "100 is full time"}});
    return {};
}

ui::TableRow column_row(const MappingPage& page, std::size_t at, const std::vector<ui::SelectItem>& items)
{
    const auto& column = page.draft.columns[at];
    auto choice = select_of(target_field(at), "What " + column.header + " means", items, column.target, hint_of(column), page.error(target_field(at)));
    choice += hidden_field(asked_field(at), column.target);
    if (const auto* target = page.draft.target_of(column)) choice += reading_of_column(column, at, *target);
    return {{.text = column.header}, {.text = page.shows_values ? samples_of(column) : "Not shown to you", .classes = "kith-break"}, {.text = std::move(choice)}};
}

ui::Html columns_table(const MappingPage& page, bool fresh, const std::vector<ui::SelectItem>& items, std::string caption)
{
    ui::Table table{.head = {{.text = "Column"}, {.text = "What stands in it"}, {.text = "What it means"}}, .caption = std::move(caption),
                    .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true, .classes = "kith-stack"};
    for (std::size_t at = 0; at < page.draft.columns.size(); ++at) {
        if (page.draft.columns[at].header.empty() || page.draft.columns[at].is_fresh != fresh) continue;
        table.rows.push_back(column_row(page, at, items));
    }
    return table.rows.empty() ? ui::Html{} : ui::table(table);
}

std::vector<ui::SelectItem> choice_items(const std::vector<Choice>& choices, std::string none)
{
    std::vector<ui::SelectItem> items{{.value = "", .text = std::move(none)}};
    for (const auto& choice : choices) items.push_back({.value = choice.code, .text = choice.label});
    return items;
}

ui::Html values_of_column(const MappingPage& page, std::size_t at)
{
    const auto& column = page.draft.columns[at];
    const auto& target = *page.draft.target_of(column);
    auto items = choice_items(choices_for(target, page.surroundings), "Nothing chosen yet");
    items.push_back({.value = std::string{CellTranslation::left_out}, .text = "Leave this value out, and say so"});
    items.push_back({.value = std::string{CellTranslation::row_left_out}, .text = "Leave these rows out, and say so"});
    ui::Table table{.head = {{.text = "Value"}, {.text = "Rows", .format = "numeric"}, {.text = "Becomes"}},
                    .caption = "Values of " + column.header + ": " + lower_ascii(target.label), .caption_classes = "govuk-table__caption--s",
                    .first_cell_is_header = true, .classes = "kith-stack"};
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        const auto& value = column.values[i];
        table.rows.push_back({{.text = std::string{clipped(value.counted.value, 80)}, .classes = "kith-break"}, {.text = with_commas(value.counted.rows), .format = "numeric"},
                              {.text = select_of(value_field(at, i), "What " + std::string{clipped(value.counted.value, 80)} + " becomes", items, value.code, value.why)}});
    }
    auto html = ui::table(table);
    if (std::cmp_greater(column.different, column.values.size()))
        html += ui::paragraph("The " + with_commas(static_cast<std::int64_t>(column.values.size())) + " most frequent of " + with_commas(column.different) +
                              " values are shown. The others are taken where they have the name of a code; findings say where they have not.");
    return html;
}

/// "3 values have nothing chosen yet, in 5 rows: ...", and what becomes of those rows: what the rules do, in the same words.
std::string unsaid_words(const MappingDraft& draft)
{
    const auto unsaid = draft.without_code();
    if (unsaid.empty()) return {};
    std::int64_t values = 0;
    bool needs_organisation = false;
    std::vector<std::string> columns;
    for (const auto& one : unsaid) {
        const auto& column = draft.columns[one.column];
        values += one.values;
        needs_organisation = needs_organisation || column.target == "organisation";
        columns.push_back(column.header + " " + counted(one.values, "value") + " in " + counted(one.rows, "row"));
    }
    auto words = counted(values, "value has", "values have") + " nothing chosen yet: " + joined(columns, ", ") +
                 ". Their rows are taken, and the value is left out: what the register holds there stays as it is, and of someone new it is not reported.";
    if (needs_organisation) words += " A row whose organisation is not known is not taken.";
    return words;
}
}  // namespace

ui::Html mapping_introduction(const MappingPage& page)
{
    const auto& draft = page.draft;
    const auto recognised = std::ranges::count_if(draft.columns, [](const auto& c) { return !c.target.empty(); });
    const auto all = counted(static_cast<std::int64_t>(draft.columns.size()), "column");
    ui::Html html;
    if (!draft.base) {
        html += ui::paragraph("Kith does not know this layout yet: tell it once what the columns mean.", "govuk-body-l");
        html += ui::paragraph("The file has " + all + " and " + counted(page.rows, "row") + ". Kith has a guess for " + with_commas(recognised) +
                              ". Check each, change what is not right, and look at what Kith makes of it. The next file with the same columns is read by itself.");
    } else if (draft.change.is_none()) {
        html += ui::paragraph("Change what the columns mean in " + name_and_version(*draft.base) + ". Saving makes a new version; returns keep the one that read them.", "govuk-body-l");
    } else {
        html += ui::paragraph("This file is like “" + draft.base->name + "”, and its columns have changed.", "govuk-body-l");
        std::vector<ui::Content> changes;
        if (!draft.change.fresh.empty()) changes.emplace_back("New: " + joined(draft.change.fresh, ", "));
        if (!draft.change.gone.empty()) changes.emplace_back("No longer there: " + joined(draft.change.gone, ", "));
        html += ui::bullets(changes) + ui::paragraph("Say what these mean. The rest is read as before.");
    }
    if (page.beginnings.empty()) return html;
    std::vector<ui::Content> links;
    for (const auto& beginning : page.beginnings) links.emplace_back(ui::link(beginning.words, beginning.href));
    return html + ui::details({.summary_text = "Begin from a layout that Kith was told before", .text = ui::bullets(links)});
}

ui::Html mapping_columns(const MappingPage& page)
{
    std::vector<ui::SelectItem> items{{.value = "", .text = "Leave this column out"}};
    for (const auto& target : page.draft.targets) items.push_back({.value = target.id, .text = target.label + (target.needed ? " (needed)" : "")});
    auto fresh = columns_table(page, true, items, page.draft.base ? "New columns" : "Columns of the file");
    auto known = columns_table(page, false, items, "Columns that Kith knows");
    if (known.empty()) return fresh;
    if (fresh.empty()) return known;
    return fresh + ui::details({.summary_text = "The other columns are read as before", .text = known});
}

ui::Html mapping_values(const MappingPage& page)
{
    if (!page.shows_values)
        return ui::paragraph("What stands in the columns, and what Kith makes of it, is not shown to you: the file may hold pay, ethnic group, "
                             "National Insurance numbers and the like, which you may not see. Values are matched as Kith guesses them; whoever handed the file in can look at them and say otherwise.");
    ui::Html html;
    for (std::size_t at = 0; at < page.draft.columns.size(); ++at)
        if (!page.draft.columns[at].values.empty()) html += values_of_column(page, at);
    if (html.empty()) return html;
    auto heading = ui::heading(2, "What the values mean", "m");
    if (const auto words = unsaid_words(page.draft); !words.empty()) heading += ui::paragraph(words);
    return heading + html;
}

ui::Html mapping_constants(const MappingPage& page)
{
    ui::Html fields;
    for (const auto& target : page.draft.targets) {
        if (!target.may_be_constant || page.draft.has_column_for(target.id)) continue;
        const auto choices = choices_for(target, page.surroundings);
        if (choices.empty()) continue;
        fields += select_of(constant_field(target.id), target.label + " of everyone in the file", choice_items(choices, "Not the same for all, or not known"),
                            page.draft.constant_of(target.id), {}, page.error(constant_field(target.id)), false);
    }
    if (page.draft.has_column_for("hours"))
        fields += ui::input({.name = "full_week", .inputmode = "decimal", .value = page.draft.full_week, .label = {.text = "Hours a week that are full time here"},
                             .hint = {.text = "Kith works out the FTE from it where a row has hours and no FTE"},
                             .error_message = {.text = page.error("full_week").value_or("")}, .classes = "govuk-input--width-5"});
    if (fields.empty()) return fields;
    return ui::heading(2, "The same for all rows", "m") + ui::paragraph("What the file has no column for.") + fields;
}

ui::Html mapping_end(const MappingPage& page)
{
    ui::Html warning;
    if (page.warns_of_unsaid) warning = ui::warning_text({.text = "Nothing has been saved yet. " + unsaid_words(page.draft), .icon_fallback_text = "Warning", .classes = {}, .attributes = {}});
    return warning + ui::input({.name = "name", .value = page.draft.name, .label = {.text = "Name of this layout"}, .hint = {.text = "Such as Payroll extract"},
                      .error_message = {.text = page.error("name").value_or("")}, .classes = "govuk-input--width-20"}) +
           ui::button({.text = "Save and check the file", .name = "do", .value = "save", .prevent_double_click = true}) +
           (page.warns_of_unsaid ? ui::button({.text = "Save without these values", .name = "do", .value = "save_anyway", .classes = "govuk-button--secondary", .prevent_double_click = true})
                                 : ui::Html{});
}

}  // namespace kith::intake
