// What the pages of the profile show, as JSON by the same access decision, and its description by OpenAPI 3.1.
#include "base/text.hpp"
#include "profile/api_answers.hpp"
#include "profile/api_description.hpp"
#include "profile/comparison.hpp"
#include "profile/panel_views.hpp"
#include "profile/profile_pages.hpp"
#include "profile/trend.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

/// The measure's headline month by month.
boost::json::array trend_json(const MeasureRow& row, const Ground& ground, const Panel& now)
{
    boost::json::array months;
    for (const auto& point : trend_of(row, ground, now)) {
        months.push_back(boost::json::object{{"on", point.on.iso()}, {"figure", point.cell ? boost::json::value(figure_json(*point.cell)) : boost::json::value(nullptr)}});
    }
    return months;
}

}  // namespace

web::Response api_profile(web::Visit& visit, const Sources& sources)
{
    return as_json(visit, sources, [&](const Asked& asked) {
        auto json = ground_json(asked);
        auto& panels = json["measures"].emplace_array();
        for (const auto& row : measures()) panels.push_back(panel_json(row, panel_of(row, asked.ground)));
        return json_response(json);
    });
}

web::Response api_measures(web::Visit&, const Sources&)
{
    boost::json::array list;
    for (const auto& row : measures()) {
        list.push_back(boost::json::object{{"measure", row.id()}, {"name", row.measure.name}, {"section", row.section}, {"formula", row.measure.formula}, {"population", row.measure.population}, {"source", row.measure.source}, {"needs", row.needs}, {"missing", row.missing}});
    }
    return json_response(boost::json::object{{"measures", std::move(list)}});
}

web::Response api_measure(web::Visit& visit, const Sources& sources)
{
    const auto* row = find_measure(visit.parameter("measure"));
    if (row == nullptr) return json_problem({ProblemKind::not_found, "", "There is no measure of that name"});
    return as_json(visit, sources, [&](const Asked& asked) {
        auto json = ground_json(asked);
        const auto panel = panel_of(*row, asked.ground);
        json["measure"] = panel_json(*row, panel);
        if (visit.request.query("trend") == "1") json["trend"] = trend_json(*row, asked.ground, panel);
        return json_response(json);
    });
}

web::Response api_comparison(web::Visit& visit, const Sources& sources)
{
    const auto wanted = measures_to_compare(visit.request.query_all("measure"));
    if (!wanted.refused.empty()) return json_problem({ProblemKind::unacceptable, "measure", fmt::format("There is no measure “{}” that can be compared", clipped(wanted.refused.front(), 60))});
    if (wanted.too_many) return json_problem({ProblemKind::unacceptable, "measure", fmt::format("At most {} measures are compared at once", most_compared)});
    return as_json(visit, sources, [&](const Asked& asked) {
        auto rows = wanted.rows;
        if (rows.empty()) rows.push_back(find_measure("staff"));
        const auto compared = compare_places(asked.ground, visit.request.query("by") == "organisation" ? tally::Column::organisation : tally::Column::locality, rows);
        auto json = ground_json(asked);
        json["finding"] = compared.finding;
        auto& places = json["places"].emplace_array();
        for (const auto& place : compared.places) {
            boost::json::object figures, before;
            for (std::size_t measure = 0; measure < rows.size(); ++measure) {
                figures[rows[measure]->id()] = figure_json(place.cells[measure]);
                before[rows[measure]->id()] = figure_json(place.before[measure]);
            }
            places.push_back(boost::json::object{{"place", place.label}, {"figures", std::move(figures)}, {"a_year_before", std::move(before)}});
        }
        return json_response(json);
    });
}

web::Response api_description(web::Visit&, const Sources&)
{
    return json_response(described_api());
}

}  // namespace kith::profile
