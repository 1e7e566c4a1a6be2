#pragma once
// Measures and their values in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "strategy/measure.hpp"

namespace kith::strategy {

const db::TypedTable<Measure>& measures();
/// Those without a day last, else by their days.
const db::TypedTable<Point>& points();
const db::TypedTable<ShownBy>& shown_by();

/// The measures of a plan with their values, and which action each will show.
struct PlanMeasures {
    std::vector<Measure> measures;
    std::vector<Point> points;
    std::vector<ShownBy> shown;
    std::vector<Point> points_of(MeasureId measure) const;
    /// Those of an action that are behind their line, by name.
    std::vector<std::string> behind(ActionId action) const;
};
PlanMeasures measures_of(db::Reader& reader, PlanId plan);

/// With its values and the ties to it.
void take_away(db::ChangeSet& changes, const Measure& measure);

}  // namespace kith::strategy
