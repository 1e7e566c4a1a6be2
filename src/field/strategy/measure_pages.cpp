#include "strategy/measure_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_place_pages.hpp"
#include "ui/charts.hpp"
#include "ui/choices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "ui/notices.hpp"
#include "web/kept_things.hpp"

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
    const std::vector<Point>& points() const { return whole.measures.points_of(measure.id); }
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

Result<web::ThingPlace<Measure>> place_of_measures(web::Visit& visit)
{
    const auto plan = plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    if (plan->is_fixed()) return conflict("This plan is approved, and its text is fixed. Begin the next version of it to change it");
    return web::ThingPlace<Measure>{.parts = parts_below({}, *plan), .path = plan->href() + "/measures", .fresh = {.plan = plan->id},
                                    .fields = {web::line("name", &Measure::name, {"What is measured", "Such as \"Graduates who lead nurseries\""}), web::line("code", &Measure::code, {"Code", "Leave empty where it has none", "govuk-input--width-10"}),
                                               web::line("unit", &Measure::unit, {"Unit", "Such as \"staff\" or \"%\"", "govuk-input--width-10"}), web::choice("better", &Measure::better, betters(), {"Which is better"}),
                                               web::several_lines("words", &Measure::words, {"What is counted, and what is not"})},
                                    .is_here = [id = plan->id](const Measure& measure) { return measure.plan == id; },
                                    .problems = [](db::Reader& reader, const Measure& measure) { return problems_of(measure, measures().where(reader, "plan_id = $1", measure.plan)); }, .still = still_changeable(*plan),
                                    .then = [plan = *plan](const Measure& measure) { return measure.href(plan); }, .then_taken = plan->href(), .take_away = [](db::ChangeSet& changes, const Measure& measure) { take_away(changes, measure); }};
}

/// A value as it is typed.
web::ThingField<Point> value_field()
{
    const std::string name = "value";
    return {name, "Value", [=](const web::Form& form) { return web::line_field(form, name, "Value", "Such as 1,500 or 9.75", "govuk-input--width-10"); },
            [=](const Point& point) { return web::Fields{{name, point.id.is_set() ? in_words(point.thousandths) : ""}}; },
            [=](web::Form& form, Point& point) {
                if (const auto value = thousandths_in(form.text(name))) point.thousandths = *value;
                else form.add({.field = name, .message = "Enter a number, such as 1,500 or 9.75"});
            },
            [](Point& to, const Point& from) { to.thousandths = from.thousandths; }};
}

Result<web::ThingPlace<Point>> place_of_points(web::Visit& visit)
{
    if (const auto open = open_plan_in_path(visit); !open) return std::unexpected(open.error());
    const auto place = measure_in_path(visit);
    if (!place) return std::unexpected(place.error());
    auto parts = parts_below({}, place->whole.plan);
    parts.caption = place->measure.called();
    parts.breadcrumbs.push_back({"Measure", place->href()});
    return web::ThingPlace<Point>{.parts = parts, .path = place->href() + "/values", .fresh = {.measure = place->measure.id, .kind = PointKind::actual},
                                  .fields = {web::choice("kind", &Point::kind, point_kinds(), {"Which"}), web::day("on", &Point::on, {"Day", "What was counted may have none, where its source gives none"}, "The day"), value_field(),
                                             web::line("qualifier", &Point::qualifier, {"How sure", "Such as \"about\" or \"more than\". Leave empty where it is exact", "govuk-input--width-10"}), web::line("from", &Point::words, {"Where it is from"}),
                                             web::line("doubt", &Point::doubt, {"What does not agree with it", "Leave empty where nothing does"})},
                                  .is_here = [id = place->measure.id](const Point& point) { return point.measure == id; },
                                  .problems = [today = visit.today(), fixed = place->whole.plan.is_fixed()](db::Reader& reader, const Point& point) {
                                      auto problems = problems_of(point, points().where(reader, "plan_measure_id = $1", point.measure), today);
                                      const auto held = point.id.is_set() ? points().with_id(reader, point.id) : std::nullopt;
                                      if (fixed && (point.kind != PointKind::actual || (held && held->kind != PointKind::actual))) problems.push_back({.field = "kind", .message = "The plan is approved, and its baselines and targets are fixed. Enter what was counted"});
                                      return problems;
                                  },
                                  .still = [id = place->measure.public_id, open = still_open(place->whole.plan)](db::Reader& reader) -> Result<void> {
                                      if (!measures().find(reader, id)) return conflict("This measure was taken away meanwhile");
                                      return open(reader);
                                  },
                                  .then = [href = place->href()](const Point&) { return href; }, .then_taken = place->href(),
                                  .may_go = [fixed = place->whole.plan.is_fixed()](db::Reader&, const Point& point) -> Result<void> {
                                      if (fixed && point.kind != PointKind::actual) return conflict("The plan is approved, and its baselines and targets are fixed");
                                      return {};
                                  }};
}

/// Where it is to be and what was counted, at every day on which something of it is known.
ui::Html trajectory_chart(const MeasurePlace& place)
{
    const auto& points = place.points();
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

ui::Html values_table(const MeasurePlace& place, bool may_enter)
{
    ui::Table table{.head = {{.text = "Day"}, {.text = "Which"}, {.text = "Value", .format = "numeric"}, {.text = "Where it is from"}}, .caption = "Values", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& point : place.points()) {
        const auto value = in_words(place.measure, point), day = point.on ? point.on->in_words() : std::string{"No day is given"};
        table.rows.push_back({{.text = may_enter ? ui::link(day, place.href() + "/values/" + point.public_id.text() + "/change") : ui::text(day)}, {.text = choice_of(point_kinds(), point.kind).words}, {.text = value, .format = "numeric"},
                              {.text = ui::text(point.words) + (point.doubt.empty() ? ui::Html{} : ui::paragraph("Does not agree: " + point.doubt, "govuk-body-s"))}});
    }
    return table.rows.empty() ? ui::paragraph("No value is entered yet.") : ui::scrollable_table(table);
}

/// Where its values come from, and what its source says today.
ui::Html source_of(web::Visit& visit, const MeasurePlace& place, const std::vector<LiveFigure>& live, bool manages)
{
    const auto* source = place.whole.measures.source_of(place.measure.id);
    ui::Html html = ui::heading(2, "Where its values come from", "m");
    if (source == nullptr) html += ui::paragraph("People enter them.");
    else if (const auto* figure = live_figure(live, source->source); figure == nullptr) html += ui::warning_text({.text = source->title + " is no longer offered as a source. The values that were taken from it stay; choose another source, or enter values by hand", .icon_fallback_text = "Warning"});
    else {
        const auto now = figure->value(visit, visit.today());
        html += ui::paragraph(ui::text("From ") + ui::link(figure->title, figure->href) + ui::text(now ? ": " + in_words(now->thousandths) + " today. " + now->words : std::string{": nothing can be said of it today."}));
        if (manages && now) html += ui::not_in_print(visit.in_form({.action = place.href() + "/pin", .id = "pin"}, ui::button({.text = "Take today's value", .classes = "govuk-button--secondary", .prevent_double_click = true})));
    }
    if (!manages) return html;
    web::Choices choices{{"", "People enter them"}};
    for (const auto& one : live) choices.emplace_back(one.id, one.title);
    if (source != nullptr) visit.form().fill("source", source->source);
    return html + ui::not_in_print(visit.in_form({.action = place.href() + "/source", .id = "source-form"}, web::choice_field(visit.form(), "source", "Take them from", choices) + ui::button({.text = "Save", .classes = "govuk-button--secondary"})));
}

web::Response show_measure(web::Visit& visit, const std::vector<LiveFigure>& live)
{
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    const bool manages = visit.may(Permission::manage_strategy) && place->whole.plan.state != PlanState::closed;
    auto parts = parts_below("Measure", place->whole.plan);
    parts.heading = place->measure.called();
    const auto chart = trajectory_chart(*place);
    auto content = web::as_lines(place->measure.words) + (chart.empty() ? ui::paragraph(in_words(place->measure, place->points()), "govuk-body-l") : chart);
    if (manages) {
        std::vector<ui::Html> ways{ui::button({.text = "Add a value", .href = place->href() + "/values/new"})};
        if (!place->whole.plan.is_fixed()) ways.push_back(ui::button({.text = "Change the measure", .href = place->href() + "/change", .classes = "govuk-button--secondary"}));
        content += ui::not_in_print(ui::button_group(ways));
    }
    content += values_table(*place, manages) + source_of(visit, *place, live, manages);
    std::vector<ui::Content> tied;
    for (const auto& one : place->whole.measures.shown)
        if (const auto* action = one.measure == place->measure.id ? place->whole.action_with(one.action) : nullptr) tied.emplace_back(ui::link(action->called(), action->href(place->whole.plan)));
    content += ui::heading(2, "Actions that it will show", "m") + (tied.empty() ? ui::paragraph("None yet: an action's page says why it is done, and by which measure it shows.") : ui::bullets(tied));
    return visit.page(parts, ui::two_thirds(content));
}

web::Response choose_source(web::Visit& visit, const std::vector<LiveFigure>& live)
{
    if (const auto open = open_plan_in_path(visit); !open) return visit.problem(open.error());
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto chosen = visit.form().text("source");
    const auto* figure = live_figure(live, chosen);
    const auto* held = place->whole.measures.source_of(place->measure.id);
    if (!chosen.empty() && figure == nullptr) return visit.redirect(place->href(), "That source is no longer offered: nothing was changed");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Source of a measure chosen"};
    if (!measures().find(visit.writer(), place->measure.public_id)) return visit.problem(conflict("This measure was taken away meanwhile").error());
    for (const auto& one : measure_sources().where(visit.writer(), "plan_measure_id = $1", place->measure.id)) measure_sources().end(changes, one);
    if (figure != nullptr) measure_sources().keep(changes, {.measure = place->measure.id, .source = figure->id, .title = figure->title}, visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), held == nullptr && figure == nullptr ? "Nothing was changed" : "Saved");
}

/// Today's value of its source, kept with its day and what it rests on. A second time on one day takes the place of the first.
web::Response pin_value(web::Visit& visit, const std::vector<LiveFigure>& live)
{
    if (const auto open = open_plan_in_path(visit); !open) return visit.problem(open.error());
    const auto place = measure_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto* source = place->whole.measures.source_of(place->measure.id);
    const auto* figure = source == nullptr ? nullptr : live_figure(live, source->source);
    const auto value = figure == nullptr ? std::nullopt : figure->value(visit, visit.today());
    if (!value) return visit.problem(conflict("The source of this measure says nothing today. Enter a value by hand").error());
    Point point{.measure = place->measure.id, .kind = PointKind::actual, .on = visit.today(), .thousandths = value->thousandths, .words = figure->title + ". " + value->words};
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Value of a measure taken from its source"};
    for (const auto& one : points().where(visit.writer(), "plan_measure_id = $1 AND kind = 'actual' AND on_day = $2", place->measure.id, visit.today()))
        if (one.words.starts_with(figure->title)) points().end(changes, one);
    points().keep(changes, std::move(point), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Taken, as of today");
}

}  // namespace

const LiveFigure* live_figure(const std::vector<LiveFigure>& live, std::string_view id)
{
    const auto found = std::ranges::find(live, id, &LiveFigure::id);
    return found == live.end() ? nullptr : &*found;
}

void add_measure_routes(web::Routes& routes, const Sources& sources)
{
    constexpr web::RouteFlags slow{.on_worker = true};
    using enum Permission;
    const std::string measures_path = "/strategy/{plan}/measures", one = measures_path + "/{measure}";
    const auto with = [&sources](auto handler) { return [&sources, handler](web::Visit& visit) { return handler(visit, sources.live ? sources.live(visit) : std::vector<LiveFigure>{}); }; };
    routes.get(one, see_strategy, with(show_measure), slow);
    routes.post(one + "/source", manage_strategy, with(choose_source), slow);
    routes.post(one + "/pin", manage_strategy, with(pin_value), slow);
    web::add_thing_routes<Measure>(routes, measures_path, manage_strategy, {measures(), "measure", "measure", "a measure", place_of_measures});
    web::add_thing_routes<Point>(routes, one + "/values", manage_strategy, {points(), "value", "value", "a value", place_of_points});
}

ui::Html measures_listed(const WholePlan& whole)
{
    std::vector<ui::Content> lines;
    for (const auto& measure : whole.measures.measures) lines.emplace_back(ui::link(measure.called(), measure.href(whole.plan)) + ui::text(": " + lower_first(in_words(measure, whole.measures.points_of(measure.id)))));
    return lines.empty() ? ui::Html{} : ui::heading(2, "Measures", "m") + ui::bullets(lines);
}

}  // namespace kith::strategy
