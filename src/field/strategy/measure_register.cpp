#include "strategy/measure_register.hpp"

#include "db/transaction.hpp"

#include <algorithm>

namespace kith::strategy {

using db::typed;

const db::TypedTable<Measure>& measures()
{
    static const db::TypedTable<Measure> table{"plan_measure", "id",
                                               {typed("plan_id", &Measure::plan), typed("code", &Measure::code), typed("name", &Measure::name), typed("unit", &Measure::unit), typed("words", &Measure::words), typed("better", &Measure::better, betters())}};
    return table;
}

const db::TypedTable<Point>& points()
{
    static const db::TypedTable<Point> table{"measure_point", "CASE WHEN on_day IS NULL THEN 1 ELSE 0 END, on_day, id",
                                             {typed("plan_measure_id", &Point::measure), typed("kind", &Point::kind, point_kinds()), typed("on_day", &Point::on), typed("thousandths", &Point::thousandths), typed("qualifier", &Point::qualifier),
                                              typed("words", &Point::words), typed("doubt", &Point::doubt)}};
    return table;
}

const db::TypedTable<ShownBy>& shown_by()
{
    static const db::TypedTable<ShownBy> table{"action_shown_by", "id", {typed("plan_action_id", &ShownBy::action), typed("plan_measure_id", &ShownBy::measure)}};
    return table;
}

std::vector<Point> PlanMeasures::points_of(MeasureId measure) const
{
    std::vector<Point> found;
    std::ranges::copy_if(points, std::back_inserter(found), [&](const Point& point) { return point.measure == measure; });
    return found;
}

std::vector<std::string> PlanMeasures::behind(ActionId action) const
{
    std::vector<std::string> names;
    for (const auto& one : shown)
        if (one.action == action)
            for (const auto& measure : measures)
                if (measure.id == one.measure && is_behind(measure, points_of(measure.id)).value_or(false)) names.push_back(measure.name);
    return names;
}

PlanMeasures measures_of(db::Reader& reader, PlanId plan)
{
    constexpr std::string_view of_the_plan = "plan_measure_id IN (SELECT id FROM plan_measure WHERE ended_by IS NULL AND plan_id = $1)";
    return {.measures = measures().where(reader, "plan_id = $1", plan), .points = points().where(reader, of_the_plan, plan), .shown = shown_by().where(reader, of_the_plan, plan)};
}

void take_away(db::ChangeSet& changes, const Measure& measure)
{
    for (const auto& one : points().where(changes.writer(), "plan_measure_id = $1", measure.id)) points().end(changes, one);
    for (const auto& one : shown_by().where(changes.writer(), "plan_measure_id = $1", measure.id)) shown_by().end(changes, one);
    measures().end(changes, measure);
}

}  // namespace kith::strategy
