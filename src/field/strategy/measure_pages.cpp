#include "strategy/measure_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_place_pages.hpp"
#include "ui/charts.hpp"
#include "ui/choices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::strategy {
namespace {

using access::Permission;

struct MeasurePlace {
    WholePlan whole;
    Measure measure;
    std::string href() const { return measure.href(whole.plan); }
    std::vector<Point> points() const { return whole.measures.points_of(measure.id); }
};
kith::Result<MeasurePlace> measure_in_path(web::Visit& visit)
{
    auto whole = whole_plan_in_path(visit);
    if (!whole) return std::unexpected(whole.error());
    const auto id = visit.public_id("measure");
    if (!id) return std::unexpected(id.error());
    const auto found = std::ranges::find(whole->measures.measures, *id, &Measure::public_id);
    if (found == whole->measures.measures.end()) return not_found("Measure");
    auto measure = *found;
    return MeasurePlace{*std::move(whole), std::move(measure)};
}

web::Choices choices_of(const auto& named)
{
    web::Choices choices;
    for (const auto& one : named) choices.emplace_back(one.name, one.words);
    return choices;
}

ui::Html measure_fields(const web::Form& form)
{
    return web::line_field(form, "name", "What is measured", "Such as \"Graduates who lead nurseries\"") + web::line_field(form, "code", "Code", "Leave empty where it has none", "govuk-input--width-10") +
           web::line_field(form, "unit", "Unit", "Such as \"staff\" or \"%\"", "govuk-input--width-10") + web::choice_field(form, "better", "Which is better", choices_of(betters())) +
           web::words_field(form, "words", "What is counted, and what is not");
}

void read_into(web::Visit& visit, const WholePlan& whole, Measure& measure)
{
    auto& form = visit.form();
    measure.name = form.text("name");
    measure.code = form.text("code");
    measure.unit = form.text("unit");
    measure.words = form.text("words");
    if (const auto better = choice_named(betters(), form.text("better"))) measure.better = *better;
    else form.add({.field = "better", .message = "Choose which is better"});
    for (auto& problem : problems_of(measure, whole.measures.measures)) form.add(std::move(problem));
}

web::Response new_page(web::Visit& visit, const WholePlan& whole)
{
    return shown(visit, parts_below("Add a measure", whole.plan), ui::two_thirds(visit.in_form({.action = whole.plan.href() + "/measures"}, measure_fields(visit.form()) + ui::button({.text = "Save", .prevent_double_click = true}))));
}

/// Where it is to be and what was counted, at every day on which something of it is known.
ui::Html trajectory_chart(const MeasurePlace& place)
{
    const auto points = place.points();
    std::set<Date> days;
    for (const auto& point : points)
        if (point.on) days.insert(*point.on);
    if (days.size() < 2) return {};
    ui::LineChart chart{.frame = {.id = "trajectory", .title = in_words(place.measure, points), .subtitle = place.measure.called(), .summary = {}, .source = "Source: values entered for " + place.whole.plan.name, .csv_href = {}},
                        .period_heading = "Day", .periods = {}, .series = {{.name = "To be reached", .points = {}}, {.name = "Counted", .points = {}}}, .unit = {.before = {}, .after = place.measure.unit == "%" ? "%" : ""}, .range_name = {}};
    for (const auto day : days) {
        chart.periods.push_back(day.in_words());
        const auto expected = expected_on(points, day);
        chart.series[0].points.push_back({.value = expected, .shown = expected ? fmt::format("{:.1f}", *expected) : "", .range = {}});
        const auto counted = std::ranges::find_if(points, [&](const Point& point) { return point.on == day && point.kind != PointKind::target; });
        chart.series[1].points.push_back({.value = counted == points.end() ? std::nullopt : std::optional{static_cast<double>(counted->thousandths) / 1'000}, .shown = counted == points.end() ? "" : in_words(counted->thousandths), .range = {}});
    }
    return ui::line_chart(chart);
}

ui::Html values_table(web::Visit& visit, const MeasurePlace& place, bool may_enter)
{
    ui::Table table{.head = {{.text = "Day"}, {.text = "Which"}, {.text = "Value", .format = "numeric"}, {.text = "Where it is from"}}, .caption = "Values", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    if (may_enter) table.head.push_back({.text = ui::visually_hidden("What can be done")});
    for (const auto& point : place.points()) {
        const auto value = (point.qualifier.empty() ? "" : point.qualifier + " ") + in_words(point.thousandths);
        ui::TableRow row{{.text = point.on ? point.on->in_words() : "No day is given"}, {.text = choice_of(point_kinds(), point.kind).words}, {.text = value, .format = "numeric"},
                         {.text = ui::text(point.words) + (point.doubt.empty() ? ui::Html{} : ui::paragraph("Does not agree: " + point.doubt, "govuk-body-s"))}};
        if (may_enter)
            row.push_back({.text = visit.in_form({.action = place.href() + "/values/" + point.public_id.text() + "/away", .id = "away-" + point.public_id.text()},
                                                 ui::button({.text = ui::text("Take away") + ui::visually_hidden(": " + value), .classes = "govuk-button--secondary"}))});
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? ui::paragraph("No value is entered yet.") : ui::scrollable_table(table);
}

ui::Html value_form(web::Visit& visit, const MeasurePlace& place)
{
    visit.form().fill("kind", std::string{choice_of(point_kinds(), PointKind::actual).name});
    const auto& form = visit.form();
    return ui::not_in_print(ui::heading(2, "Add a value", "m") + visit.in_form({.action = place.href() + "/values", .id = "add-value"}, web::choice_field(form, "kind", "Which", choices_of(point_kinds())) + web::day_field(form, "on", "Day", "What was counted may have none, where its source gives none") +
                                                                     web::line_field(form, "value", "Value", {}, "govuk-input--width-10") + web::line_field(form, "qualifier", "How sure", "Such as \"about\" or \"more than\". Leave empty where it is exact", "govuk-input--width-10") +
                                                                     web::line_field(form, "from", "Where it is from") + web::line_field(form, "doubt", "What does not agree with it", "Leave empty where nothing does") + ui::button({.text = "Add the value"})));
}

web::Response measure_page(web::Visit& visit, const MeasurePlace& place)
{
    const bool manages = visit.may(Permission::manage_strategy);
    auto parts = parts_below("Measure", place.whole.plan);
    parts.heading = place.measure.called();
    const auto chart = trajectory_chart(place);
    auto content = web::as_lines(place.measure.words) + (chart.empty() ? ui::paragraph(in_words(place.measure, place.points()), "govuk-body-l") : chart) + values_table(visit, place, manages);
    std::vector<ui::Content> tied;
    for (const auto& one : place.whole.measures.shown)
        if (one.measure == place.measure.id)
            for (const auto& action : place.whole.actions)
                if (action.id == one.action) tied.emplace_back(ui::link(action.called(), action.href(place.whole.plan)));
    content += ui::heading(2, "Actions that it will show", "m") + (tied.empty() ? ui::paragraph("None yet: an action's page says why it is done, and by which measure it shows.") : ui::bullets(tied));
    if (!manages) return visit.page(parts, ui::two_thirds(content));
    content += value_form(visit, place);
    if (!place.whole.plan.is_fixed()) {
        visit.form().fill("name", place.measure.name).fill("code", place.measure.code).fill("unit", place.measure.unit).fill("better", std::string{choice_of(betters(), place.measure.better).name}).fill("words", place.measure.words);
        content += ui::not_in_print(ui::heading(2, "Change the measure", "m") + visit.in_form({.action = place.href(), .id = "change"}, measure_fields(visit.form()) + ui::button({.text = "Save", .classes = "govuk-button--secondary"})) +
                                    visit.in_form({.action = place.href() + "/away", .id = "away"}, ui::button({.text = "Take the measure away", .classes = "govuk-button--warning"})));
    }
    return shown(visit, parts, ui::two_thirds(content));
}

}  // namespace

web::Response show_new_measure(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    return whole ? new_page(visit, *whole) : visit.problem(whole.error());
}

web::Response add_measure(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    Measure measure{.plan = whole->plan.id};
    read_into(visit, *whole, measure);
    if (visit.form().has_problems()) return new_page(visit, *whole);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Measure added"};
    if (!is_still_changeable(visit, whole->plan)) return approved_meanwhile(visit);
    measure = measures().keep(changes, std::move(measure), visit.now());
    visit.writer().commit();
    return visit.redirect(measure.href(whole->plan), "Added");
}

web::Response show_measure(web::Visit& visit)
{
    const auto place = measure_in_path(visit);
    return place ? measure_page(visit, *place) : visit.problem(place.error());
}

web::Response change_measure(web::Visit& visit)
{
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    if (place->whole.plan.is_fixed()) return approved_meanwhile(visit);
    auto measure = place->measure;
    read_into(visit, place->whole, measure);
    if (visit.form().has_problems()) return measure_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Measure changed"};
    const auto now = measures().find(visit.writer(), measure.public_id);
    if (!is_still_changeable(visit, place->whole.plan) || now != place->measure) return visit.problem(conflict("Somebody changed this meanwhile. Look at it again").error());
    measures().keep(changes, std::move(measure), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Saved");
}

web::Response take_measure_away(web::Visit& visit)
{
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Measure taken away"};
    if (!is_still_changeable(visit, place->whole.plan) || !measures().find(visit.writer(), place->measure.public_id)) return approved_meanwhile(visit);
    take_away(changes, place->measure);
    visit.writer().commit();
    return visit.redirect(place->whole.plan.href(), "Taken away");
}

web::Response add_point(web::Visit& visit)
{
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    Point point{.measure = place->measure.id, .qualifier = form.text("qualifier"), .words = form.text("from"), .doubt = form.text("doubt")};
    if (const auto kind = choice_named(point_kinds(), form.text("kind"))) point.kind = *kind;
    else form.add({.field = "kind", .message = "Choose which value it is"});
    if (const auto day = form.optional_date("on", "The day")) point.on = *day;
    else form.add(day.error());
    if (const auto value = thousandths_in(form.text("value"))) point.thousandths = *value;
    else form.add({.field = "value", .message = "Enter a number, such as 1,500 or 9.75"});
    for (auto& problem : problems_of(point, place->points(), visit.today()))
        if (!form.error(problem.field)) form.add(std::move(problem));
    if (form.has_problems()) return measure_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Value of a measure added"};
    if (!measures().find(visit.writer(), place->measure.public_id)) return visit.problem(conflict("This measure was taken away meanwhile").error());
    points().keep(changes, std::move(point), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Added");
}

web::Response take_point_away(web::Visit& visit)
{
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto id = visit.public_id("value");
    if (!id) return visit.problem(id.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Value of a measure taken away"};
    const auto point = points().find(visit.writer(), *id);
    if (!point || point->measure != place->measure.id) return visit.problem(not_found("Value").error());
    points().end(changes, *point);
    visit.writer().commit();
    return visit.redirect(place->href(), "Taken away");
}

ui::Html measures_listed(const WholePlan& whole)
{
    std::vector<ui::Content> lines;
    for (const auto& measure : whole.measures.measures) lines.emplace_back(ui::link(measure.called(), measure.href(whole.plan)) + ui::text(": " + lower_first(in_words(measure, whole.measures.points_of(measure.id)))));
    return lines.empty() ? ui::Html{} : ui::heading(2, "Measures", "m") + ui::bullets(lines);
}

}  // namespace kith::strategy
