#include "workforce/head_count_views.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "ui/charts.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "workforce/measures.hpp"
#include "workforce/question_views.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::workforce {

namespace {

using tally::Column;

constexpr std::size_t most_bars = 20;

std::string grouping_title(Column by)
{
    auto found = std::ranges::find(groupings(), by, &Grouping::column);
    return std::string{found->title};
}

/// The figure with a link to the rows behind it, or to its formula where there are none to see.
ui::Headline with_rows(const HeadCountView& view, ui::Headline figure, const std::optional<HeadCountQuestion>& question, std::string rows, std::string formula)
{
    const bool leads = view.rows && question.has_value();
    figure.href = leads ? rows_address(*question, view.today).text() : "#how";
    figure.link_text = leads ? std::move(rows) : std::move(formula);
    return figure;
}

/// The same question of the core workforce; nothing where it asks for others only.
std::optional<HeadCountQuestion> core_question(const HeadCountView& view)
{
    auto question = view.question;
    const auto& asked = question.breadths;
    if (!asked.empty() && std::ranges::find(asked, "core") == asked.end()) return std::nullopt;
    question.breadths = {"core"};
    return question;
}

ui::Html headline_figures(const HeadCountView& view)
{
    const auto& now = view.count.total;
    const auto& then = view.count.year_before;
    const auto coverage = fmt::format("from {} of {}", with_commas(view.staff.coverage.organisations_in),
                                      counted(view.staff.coverage.organisations_all, "organisation", "organisations"));
    auto a_year_ago = [](const std::string& value) { return value + " a year before"; };
    auto fte_coverage = now.fte_unknown == 0 ? coverage : counted(now.fte_unknown, "engagement reports none", "engagements report none");
    const auto core = core_question(view);
    return ui::figures({.heading = "Headline figures",
                        .heading_hidden = true,
                        .items = {with_rows(view, {.value = with_commas(now.records), .label = "staff", .before = a_year_ago(with_commas(then.records)), .coverage = coverage},
                                            view.question, "See these staff", "How staff are counted"),
                                  with_rows(view, {.value = now.fte.fixed(), .label = "full-time equivalent", .before = a_year_ago(then.fte.fixed()), .coverage = fte_coverage},
                                            view.question, "See the FTE of each", "How it is summed"),
                                  with_rows(view, {.value = with_commas(now.engagements), .label = "engagements", .before = a_year_ago(with_commas(then.engagements)), .coverage = coverage},
                                            view.question, "See what each does", "What an engagement is"),
                                  with_rows(view, {.value = with_commas(view.count.core.records), .label = "core workforce", .before = a_year_ago(with_commas(view.count.core_year_before.records)), .coverage = coverage},
                                            core, "See the core staff", "Who is core")}});
}

std::string chart_title(const HeadCountView& view)
{
    const auto& lines = view.count.lines;
    const auto& first = lines.front();
    if (lines.size() == 1) return fmt::format("All {} staff: {}", with_commas(view.count.total.records), first.label);
    if (first.label == "Not reported") return fmt::format("{} is not reported for {} of {} staff", grouping_title(view.question.by), with_commas(first.counts.records), with_commas(view.count.total.records));
    return fmt::format("{}: {} of {} staff, the largest part", first.label, with_commas(first.counts.records), with_commas(view.count.total.records));
}

ui::Html chart(const HeadCountView& view)
{
    const auto& lines = view.count.lines;
    ui::BarChart chart{.frame = {.id = "staff-by-" + std::string{std::ranges::find(groupings(), view.question.by, &Grouping::column)->id},
                                 .title = chart_title(view),
                                 .subtitle = "Staff by " + lower_ascii(grouping_title(view.question.by)) + ", " + in_words(view.question, view.names),
                                 .source = "Source: staff returns taken so far. " + view.staff.coverage.in_words(),
                                 .csv_href = csv_address(view.address)},
                       .series = {"Staff"},
                       .label_heading = grouping_title(view.question.by)};
    for (std::size_t place = 0; place < std::min(lines.size(), most_bars); ++place) {
        chart.bars.push_back({.label = lines[place].label, .values = {static_cast<double>(lines[place].counts.records)}});
    }
    chart.frame.summary = chart.frame.title + ".";
    if (lines.size() > most_bars) chart.frame.summary += fmt::format(" The {} largest of {} are drawn; the table has all.", most_bars, lines.size());
    return ui::bar_chart(chart);
}

ui::Html table(const HeadCountView& view)
{
    ui::Table table{.head = {{.text = grouping_title(view.question.by)}, {.text = "Staff", .format = "numeric"}, {.text = "Full-time equivalent", .format = "numeric"},
                             {.text = "Engagements", .format = "numeric"}, {.text = "Of them without FTE", .format = "numeric"}},
                    .caption = "Staff by " + lower_ascii(grouping_title(view.question.by)) + " on " + view.question.on.in_words(),
                    .caption_classes = "govuk-table__caption--m",
                    .first_cell_is_header = true};
    auto add = [&](const ui::Content& label, const tally::Counts& counts) {
        table.rows.push_back({{.text = label}, {.text = with_commas(counts.records), .format = "numeric"}, {.text = counts.fte.fixed(), .format = "numeric"},
                              {.text = with_commas(counts.engagements), .format = "numeric"}, {.text = with_commas(counts.fte_unknown), .format = "numeric"}});
    };
    for (const auto& line : view.count.lines) {
        const auto question = view.rows ? narrowed_to(view.question, line) : std::nullopt;
        question ? add(ui::link(line.label, rows_address(*question, view.today).text()), line.counts) : add(line.label, line.counts);
    }
    view.rows ? add(ui::link("All", rows_address(view.question, view.today).text()), view.count.total) : add("All", view.count.total);
    auto part = ui::scrollable_table(table);
    std::int64_t sum = 0;
    for (const auto& line : view.count.lines) sum += line.counts.records;
    if (sum > view.count.total.records) {
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

}  // namespace

std::string csv_address(const web::Address& address)
{
    return web::Address{address.path() + ".csv", address.query()}.text();
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
    auto panel = question_panel({.question = view.question, .names = view.names, .table = view.table, .form = view.form, .address = view.address, .today = view.today});
    return ui::columns({{"one-third", ui::not_in_print(std::move(panel))}, {"two-thirds", std::move(answer)}});
}

std::string head_count_csv(const HeadCountQuestion& question, const HeadCount& count)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string>{"on", std::string{std::ranges::find(groupings(), question.by, &Grouping::column)->id}, "staff", "full_time_equivalent", "engagements", "engagements_without_fte"});
    auto add = [&](const std::string& label, const tally::Counts& counts) {
        writer.row(std::vector<std::string>{question.on.iso(), label, std::to_string(counts.records), counts.fte.text(), std::to_string(counts.engagements), std::to_string(counts.fte_unknown)});
    };
    for (const auto& line : count.lines) add(line.label, line.counts);
    add("All", count.total);
    return std::move(writer).text();
}

}  // namespace kith::workforce
