#include "strategy/measure_register.hpp"

#include "db/transaction.hpp"


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

const db::TypedTable<MeasureSource>& measure_sources()
{
    static const db::TypedTable<MeasureSource> table{"measure_source", "id", {typed("plan_measure_id", &MeasureSource::measure), typed("source", &MeasureSource::source), typed("title", &MeasureSource::title)}};
    return table;
}

PlanMeasures::PlanMeasures(std::vector<Measure> all, std::vector<Point> values, std::vector<ShownBy> shows, std::vector<MeasureSource> sources) : measures(std::move(all)), shown(std::move(shows))
{
    for (auto& point : values) points_[point.measure].push_back(std::move(point));
    for (auto& source : sources) sources_.emplace(source.measure, std::move(source));
    std::map<MeasureId, std::string> late;
    for (const auto& measure : measures)
        if (is_behind(measure, points_of(measure.id)).value_or(false)) late.emplace(measure.id, measure.name);
    for (const auto& one : shown)
        if (const auto found = late.find(one.measure); found != late.end()) behind_[one.action].push_back(found->second);
}

PlanMeasures PlanMeasures::counted_until(Date day) const
{
    std::vector<Point> kept;
    std::vector<MeasureSource> sources;
    for (const auto& measure : measures)
        for (const auto& point : points_of(measure.id))
            if (point.kind != PointKind::actual || !point.on || *point.on <= day) kept.push_back(point);
    for (const auto& [measure, source] : sources_) sources.push_back(source);
    return {measures, std::move(kept), shown, std::move(sources)};
}

const std::vector<Point>& PlanMeasures::points_of(MeasureId measure) const
{
    static const std::vector<Point> none;
    const auto found = points_.find(measure);
    return found == points_.end() ? none : found->second;
}

const MeasureSource* PlanMeasures::source_of(MeasureId measure) const
{
    const auto found = sources_.find(measure);
    return found == sources_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& PlanMeasures::behind(ActionId action) const
{
    static const std::vector<std::string> none;
    const auto found = behind_.find(action);
    return found == behind_.end() ? none : found->second;
}

PlanMeasures measures_of(db::Reader& reader, PlanId plan)
{
    constexpr std::string_view of_the_plan = "plan_measure_id IN (SELECT id FROM plan_measure WHERE ended_by IS NULL AND plan_id = $1)";
    return {measures().where(reader, "plan_id = $1", plan), points().where(reader, of_the_plan, plan), shown_by().where(reader, of_the_plan, plan), measure_sources().where(reader, of_the_plan, plan)};
}

PlanMeasures all_measures(db::Reader& reader) { return {measures().all(reader), points().all(reader), shown_by().all(reader), measure_sources().all(reader)}; }

void take_away(db::ChangeSet& changes, const Measure& measure)
{
    for (const auto& one : points().where(changes.writer(), "plan_measure_id = $1", measure.id)) points().end(changes, one);
    for (const auto& one : shown_by().where(changes.writer(), "plan_measure_id = $1", measure.id)) shown_by().end(changes, one);
    for (const auto& one : measure_sources().where(changes.writer(), "plan_measure_id = $1", measure.id)) measure_sources().end(changes, one);
    measures().end(changes, measure);
}

}  // namespace kith::strategy
