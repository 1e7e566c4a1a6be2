// What the pages of the profile show, as JSON by the same access decision, and its description by OpenAPI 3.1.
#include "profile/api_description.hpp"
#include "profile/comparison.hpp"
#include "profile/panel_views.hpp"
#include "profile/profile_pages.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace kith::profile {

namespace {

web::Response json_response(const boost::json::value& json)
{
    web::Response response;
    response.set("Content-Type", "application/json");
    response.body = boost::json::serialize(json);
    return response;
}

/// A problem as JSON, with the status that its page has.
web::Response json_problem(const Problem& problem)
{
    auto response = json_response(boost::json::object{{"problem", problem.message}});
    response.status = problem.kind == ProblemKind::forbidden ? 403 : problem.kind == ProblemKind::unacceptable ? 422 : 404;
    return response;
}

/// What every answer carries: whom it is about and what it rests on.
boost::json::object ground_of(const Asked& asked)
{
    boost::json::object json{{"about", asked.words()}, {"on", asked.question.staff.on.iso()}, {"known_at", nullptr}, {"change_set", asked.snapshot->change_set}, {"coverage", asked.coverage.in_words()}};
    if (asked.question.known_at) json["known_at"] = asked.question.known_at->iso();
    auto& mappings = json["mappings"].emplace_array();
    for (const auto& mapping : asked.mappings) mappings.emplace_back(mapping.name);
    return json;
}

template <class Answer>
web::Response answered(web::Visit& visit, const Sources& sources, Answer answer)
{
    auto asked = ask(visit, sources);
    if (!asked) return json_problem(asked.error());
    if (asked->form.has_problems()) return json_problem(asked->form.problems().front());
    record_figures(visit, access::ReadKind::page, "figures as JSON");
    return answer(*asked);
}

}  // namespace

web::Response api_profile(web::Visit& visit, const Sources& sources)
{
    return answered(visit, sources, [&](const Asked& asked) {
        auto json = ground_of(asked);
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
    return answered(visit, sources, [&](const Asked& asked) {
        auto json = ground_of(asked);
        json["measure"] = panel_json(*row, panel_of(*row, asked.ground));
        return json_response(json);
    });
}

web::Response api_comparison(web::Visit& visit, const Sources& sources)
{
    return answered(visit, sources, [&](const Asked& asked) {
        std::vector<const MeasureRow*> rows;
        for (const auto& id : visit.request.query_all("measure")) {
            if (const auto* row = find_measure(id)) rows.push_back(row);
        }
        if (rows.empty()) rows.push_back(find_measure("staff"));
        const auto compared = compare_places(asked.ground, visit.request.query("by") == "organisation" ? tally::Column::organisation : tally::Column::locality, rows);
        auto json = ground_of(asked);
        json["finding"] = compared.finding;
        auto& places = json["places"].emplace_array();
        for (const auto& place : compared.places) {
            boost::json::object figures;
            for (std::size_t measure = 0; measure < rows.size(); ++measure) {
                const auto& cell = place.cells[measure];
                boost::json::object figure{{"value", nullptr}, {"words", cell.words}};
                if (cell.value) figure["value"] = *cell.value;
                figures[rows[measure]->id()] = std::move(figure);
            }
            places.push_back(boost::json::object{{"place", place.label}, {"figures", std::move(figures)}});
        }
        return json_response(json);
    });
}

web::Response api_description(web::Visit&, const Sources&)
{
    return json_response(described_api());
}

}  // namespace kith::profile
