#include "profile/api_answers.hpp"

#include <boost/json.hpp>

namespace kith::profile {

web::Response json_response(const boost::json::value& json)
{
    web::Response response;
    response.set("Content-Type", "application/json");
    response.body = boost::json::serialize(json);
    return response;
}

web::Response json_problem(const Problem& problem)
{
    const int status = problem.kind == ProblemKind::forbidden ? 403 : problem.kind == ProblemKind::unacceptable ? 422 : 404;
    auto response = json_response(boost::json::object{{"type", "about:blank"}, {"title", web::reason_of(status)}, {"status", status}, {"detail", problem.message}});
    response.set("Content-Type", "application/problem+json");
    response.status = status;
    return response;
}

boost::json::object figure_json(const Cell& cell)
{
    boost::json::object figure{{"value", nullptr}, {"words", cell.words}};
    if (cell.value) figure["value"] = *cell.value;
    return figure;
}

boost::json::object ground_json(const Asked& asked)
{
    boost::json::object json{{"about", asked.words()}, {"on", asked.question.staff.on.iso()}, {"known_at", nullptr}, {"change_set", asked.snapshot->change_set}, {"coverage", asked.coverage.in_words()}};
    if (asked.question.known_at) json["known_at"] = asked.question.known_at->iso();
    auto& mappings = json["mappings"].emplace_array();
    for (const auto& mapping : asked.mappings) mappings.emplace_back(mapping.name);
    return json;
}

boost::json::object people_json(const workforce::PeopleBehindFigure& behind, const std::function<void(const workforce::BehindFigure&, boost::json::object&)>& more)
{
    boost::json::array people;
    for (const auto& person : behind.people) {
        boost::json::array work;
        for (const auto& one : person.work) work.push_back(boost::json::object{{"role", one.role}, {"setting", one.setting}, {"full_time_equivalent", one.fte}});
        boost::json::object json{{"id", person.public_id.text()}, {"name", person.name}, {"reference", person.reference}, {"organisation", person.organisation}, {"work", std::move(work)}};
        if (more) more(person, json);
        people.push_back(std::move(json));
    }
    return {{"people", std::move(people)}, {"total", behind.total}, {"beyond_reach", behind.beyond}, {"page", behind.page}, {"pages", behind.pages}};
}

}  // namespace kith::profile
