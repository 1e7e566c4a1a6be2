#include "workforce/head_count_views.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/measures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::workforce {

namespace {

using tally::Column;

constexpr std::size_t most_bars = 20;
const std::string page_path = "/who-works-here";

std::string grouping_title(Column by)
{
    auto found = std::ranges::find(groupings(), by, &Grouping::column);
    return std::string{found->title};
}

ui::Html headline_figures(const HeadCountView& view)
{
    const auto& now = view.count.total;
    const auto& then = view.count.year_before;
    const auto coverage = fmt::format("from {} of {}", with_commas(view.staff.coverage.organisations_in),
                                      counted(view.staff.coverage.organisations_all, "organisation", "organisations"));
    auto a_year_ago = [](const std::string& value) { return value + " a year before"; };
    auto fte_coverage = now.fte_unknown == 0 ? coverage : counted(now.fte_unknown, "engagement reports none", "engagements report none");
    return ui::figures({.heading = "Headline figures",
                        .heading_hidden = true,
                        .items = {{.value = with_commas(now.people), .label = "staff", .before = a_year_ago(with_commas(then.people)), .coverage = coverage, .href = "#how", .link_text = "How staff are counted"},
                                  {.value = now.fte.fixed(), .label = "full-time equivalent", .before = a_year_ago(then.fte.fixed()), .coverage = fte_coverage, .href = "#how", .link_text = "How it is summed"},
                                  {.value = with_commas(now.engagements), .label = "engagements", .before = a_year_ago(with_commas(then.engagements)), .coverage = coverage, .href = "#how", .link_text = "What an engagement is"},
                                  {.value = with_commas(view.count.core.people), .label = "core workforce", .before = a_year_ago(with_commas(view.count.core_year_before.people)), .coverage = coverage, .href = "#how", .link_text = "Who is core"}}});
}

std::string chart_title(const HeadCountView& view)
{
    const auto& lines = view.count.lines;
    const auto& first = lines.front();
    if (lines.size() == 1) return fmt::format("All {} staff: {}", with_commas(view.count.total.people), first.label);
    if (first.label == "Not reported") return fmt::format("{} is not reported for {} of {} staff", grouping_title(view.question.by), with_commas(first.counts.people), with_commas(view.count.total.people));
    return fmt::format("{}: {} of {} staff, the largest part", first.label, with_commas(first.counts.people), with_commas(view.count.total.people));
}

ui::Html chart(const HeadCountView& view)
{
    const auto& lines = view.count.lines;
    ui::BarChart chart{.id = "staff-by-" + std::string{std::ranges::find(groupings(), view.question.by, &Grouping::column)->id},
                       .title = chart_title(view),
                       .subtitle = "Staff by " + lower_ascii(grouping_title(view.question.by)) + ", " + in_words(view.question, view.names),
                       .series = {"Staff"},
                       .label_heading = grouping_title(view.question.by),
                       .source = "Source: staff returns taken so far. " + view.staff.coverage.in_words(),
                       .csv_href = csv_address(view.address)};
    for (std::size_t place = 0; place < std::min(lines.size(), most_bars); ++place) {
        chart.bars.push_back({.label = lines[place].label, .values = {static_cast<double>(lines[place].counts.people)}});
    }
    chart.summary = chart.title + ".";
    if (lines.size() > most_bars) chart.summary += fmt::format(" The {} largest of {} are drawn; the table has all.", most_bars, lines.size());
    return ui::bar_chart(chart);
}

ui::Html table(const HeadCountView& view)
{
    ui::Table table{.head = {{.text = grouping_title(view.question.by)}, {.text = "Staff", .format = "numeric"}, {.text = "Full-time equivalent", .format = "numeric"},
                             {.text = "Engagements", .format = "numeric"}, {.text = "Of them without FTE", .format = "numeric"}},
                    .caption = "Staff by " + lower_ascii(grouping_title(view.question.by)) + " on " + view.question.on.in_words(),
                    .caption_classes = "govuk-table__caption--m",
                    .first_cell_is_header = true};
    auto add = [&](const std::string& label, const tally::Counts& counts) {
        table.rows.push_back({{.text = label}, {.text = with_commas(counts.people), .format = "numeric"}, {.text = counts.fte.fixed(), .format = "numeric"},
                              {.text = with_commas(counts.engagements), .format = "numeric"}, {.text = with_commas(counts.fte_unknown), .format = "numeric"}});
    };
    for (const auto& line : view.count.lines) add(line.label, line.counts);
    add("All", view.count.total);
    auto part = ui::scrollable_table(table);
    std::int64_t sum = 0;
    for (const auto& line : view.count.lines) sum += line.counts.people;
    if (sum > view.count.total.people) {
        part += ui::paragraph("Someone who works in two of these is counted in both, and once in the total.");
    }
    return part;
}

ui::Html working(const HeadCountView& view)
{
    std::string mappings;
    for (const auto& mapping : view.staff.mappings) mappings += (mappings.empty() ? "" : "; ") + mapping.name;
    const auto& measure = *view.staff.measure;
    auto panel = ui::how_do_we_know({.formula = std::string{measure.formula},
                                     .population = std::string{measure.population},
                                     .as_of = view.staff.as_of.in_words(),
                                     .organisations = counted(view.staff.coverage.organisations_all, "organisation", "organisations") + " within your reach",
                                     .coverage = view.staff.coverage.in_words(),
                                     .mapping = mappings.empty() ? "Roles stand as reported" : mappings,
                                     .more = {{std::string{fte_measure().name}, std::string{fte_measure().formula}},
                                              {std::string{engagement_measure().name}, std::string{engagement_measure().formula}},
                                              {std::string{core_measure().name}, std::string{core_measure().formula}},
                                              {"Sector", "As reported; where the return does not say, that of the role by Kith's list of roles"},
                                              {"Source", std::string{measure.source}}}});
    return ui::element("div", {{.name = "id", .value = "how"}}, std::move(panel));
}

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

ui::Html date_field(const HeadCountView& view)
{
    ui::DateInput date{.id = "on", .name_prefix = "on", .error_message = error_of(view.form, "on"),
                       .fieldset = {.legend = {.text = "On the day", .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[std::string{"on-"} + part] = view.form.as_given(std::string{"on-"} + part);
    return ui::date_input(date);
}

ui::Html boxes(std::string name, std::string legend, std::vector<ui::CheckboxItem> items, std::vector<std::string> values)
{
    if (items.empty()) return {};
    return ui::checkboxes({.fieldset = {.legend = {.text = std::move(legend), .classes = "govuk-fieldset__legend--s"}}, .name = std::move(name),
                           .items = std::move(items), .values = std::move(values), .classes = "govuk-checkboxes--small"});
}

ui::Html role_field(const HeadCountView& view)
{
    ui::Select select{.name = "role", .items = {{.value = "", .text = "Every role"}}, .value = view.question.roles.empty() ? "" : view.question.roles.front(), .label = {.text = "Role"}};
    const auto& dictionary = view.table.dictionary(Column::role);
    std::set<std::pair<std::string, std::string>> roles;
    for (const auto& role : view.names.packs.list("roles").codes()) {
        if (dictionary.find(role.code)) roles.emplace(role.label, role.code);
    }
    for (const auto& [label, code] : roles) select.items.push_back({.value = code, .text = label});
    return ui::select(select);
}

ui::Html organisation_field(const HeadCountView& view)
{
    if (view.names.organisations.size() < 2) return {};
    ui::Select select{.name = "organisation", .items = {{.value = "", .text = "Every organisation"}},
                      .value = view.question.organisations.empty() ? "" : view.question.organisations.front(), .label = {.text = "Organisation"}};
    for (const auto& organisation : view.names.organisations) select.items.push_back({.value = organisation.code, .text = organisation.name});
    return ui::select(select);
}

ui::Html grouping_field(const HeadCountView& view)
{
    ui::Select select{.name = "by", .items = {}, .label = {.text = "Side by side"}};
    for (const auto& grouping : groupings()) {
        select.items.push_back({.value = std::string{grouping.id}, .text = std::string{grouping.title}, .selected = grouping.column == view.question.by});
    }
    return ui::select(select);
}

ui::Html filters(const HeadCountView& view)
{
    std::vector<ui::CheckboxItem> localities;
    for (const auto& locality : view.names.localities) localities.push_back({.text = locality.name, .value = locality.code});
    std::vector<ui::CheckboxItem> sectors;
    for (const auto& sector : view.names.packs.list("sectors").codes()) sectors.push_back({.text = sector.label, .value = sector.code});
    auto fields = date_field(view) + grouping_field(view);
    fields += boxes("locality", "Locality", std::move(localities), view.question.localities);
    fields += boxes("sector", "Sector", std::move(sectors), view.question.sectors);
    fields += role_field(view) + organisation_field(view);
    fields += boxes("breadth", "Core or wider workforce", {{.text = "Core", .value = "core"}, {.text = "Wider", .value = "wider"}}, view.question.breadths);
    ui::FilterPanel panel{.action = page_path, .fields = std::move(fields), .clear_href = page_path};
    auto chosen = [&](std::string text, std::string_view name, std::string_view value) {
        panel.chosen.push_back({.text = std::move(text), .remove_href = view.address.without(name, value).text()});
    };
    if (view.question.on != view.today) {
        panel.chosen.push_back({.text = "On " + view.question.on.in_words(), .remove_href = view.address.without("on-day").without("on-month").without("on-year").text()});
    }
    for (const auto& locality : view.names.localities) {
        if (std::ranges::find(view.question.localities, locality.code) != view.question.localities.end()) chosen("Locality: " + locality.name, "locality", locality.code);
    }
    for (const auto& code : view.question.sectors) chosen("Sector: " + label_of(Column::sector, code, view.names), "sector", code);
    for (const auto& code : view.question.roles) chosen("Role: " + label_of(Column::role, code, view.names), "role", code);
    for (const auto& organisation : view.names.organisations) {
        if (std::ranges::find(view.question.organisations, organisation.code) != view.question.organisations.end()) chosen("Organisation: " + organisation.name, "organisation", organisation.code);
    }
    for (const auto& code : view.question.breadths) chosen(label_of(Column::breadth, code, view.names), "breadth", code);
    return ui::filter_panel(panel);
}

}  // namespace

std::string csv_address(const web::Address& address)
{
    return web::Address{page_path + ".csv", address.query()}.text();
}

ui::Html head_count_page(const HeadCountView& view)
{
    if (!view.has_any) return ui::empty_state({.text = "Nobody within your reach has handed in their staff yet. Figures appear here as soon as a staff return is accepted."});
    auto answer = ui::paragraph(sentence(view.question, view.count, view.names, view.today), "govuk-body-l");
    answer += ui::paragraph(view.staff.coverage.in_words() + ".");
    if (view.count.lines.empty()) {
        answer += ui::empty_state({.text = "Nobody matches these filters on that day. Take a filter off, or choose another day."});
    } else {
        answer += headline_figures(view) + chart(view) + table(view);
    }
    answer += working(view);
    return ui::columns({{"one-third", ui::not_in_print(filters(view))}, {"two-thirds", std::move(answer)}});
}

std::string head_count_csv(const HeadCountQuestion& question, const HeadCount& count)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string>{"on", std::string{std::ranges::find(groupings(), question.by, &Grouping::column)->id}, "staff", "full_time_equivalent", "engagements", "engagements_without_fte"});
    auto add = [&](const std::string& label, const tally::Counts& counts) {
        writer.row(std::vector<std::string>{question.on.iso(), label, std::to_string(counts.people), counts.fte.text(), std::to_string(counts.engagements), std::to_string(counts.fte_unknown)});
    };
    for (const auto& line : count.lines) add(line.label, line.counts);
    add("All", count.total);
    return std::move(writer).text();
}

}  // namespace kith::workforce
