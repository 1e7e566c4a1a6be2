#pragma once
// Measures and their values in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "strategy/measure.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::strategy {

const db::TypedTable<Measure>& measures();
/// Those without a day last, else by their days.
const db::TypedTable<Point>& points();
const db::TypedTable<ShownBy>& shown_by();
const db::TypedTable<MeasureSource>& measure_sources();

/// The measures of a plan with their values, and which action each will show.
class PlanMeasures {
public:
    PlanMeasures() = default;
    PlanMeasures(std::vector<Measure> measures, std::vector<Point> points, std::vector<ShownBy> shown, std::vector<MeasureSource> sources);
    std::vector<Measure> measures;
    std::vector<ShownBy> shown;
    const std::vector<Point>& points_of(MeasureId measure) const;
    /// Without what was counted after that day.
    PlanMeasures counted_until(Date day) const;
    /// Where its values are taken from; null where people enter them.
    const MeasureSource* source_of(MeasureId measure) const;
    /// Those of an action that are behind their line, by name.
    const std::vector<std::string>& behind(ActionId action) const;

private:
    std::map<MeasureId, std::vector<Point>> points_;
    std::map<MeasureId, MeasureSource> sources_;
    std::map<ActionId, std::vector<std::string>> behind_;
};
PlanMeasures measures_of(db::Reader& reader, PlanId plan);
/// Those of every plan.
PlanMeasures all_measures(db::Reader& reader);

/// With its values and the ties to it.
void take_away(db::ChangeSet& changes, const Measure& measure);

}  // namespace kith::strategy
