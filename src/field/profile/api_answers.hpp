#pragma once
// Answers of the profile as JSON: what each carries beside its figures, and problems as programs have them. Private to the room.
#include "profile/profile_pages.hpp"
#include "workforce/question_register.hpp"

#include <functional>

namespace boost::json {
class object;
class value;
}

namespace kith::profile {

web::Response json_response(const boost::json::value& json);
/// A problem as JSON (RFC 9457), with the status that its page has.
web::Response json_problem(const Problem& problem);
boost::json::object figure_json(const Cell& cell);
/// Those behind a figure, a page of them; `more` adds to each what the list is made for.
boost::json::object people_json(const workforce::PeopleBehindFigure& behind, const std::function<void(const workforce::BehindFigure&, boost::json::object&)>& more = {});
/// What every answer carries: whom it is about and what it rests on.
boost::json::object ground_json(const Asked& asked);

/// Runs `answer(asked)` for what the address asks; a refused filter is a problem. `purpose`: in the audit of reads, before anything is answered.
template <class Answer>
web::Response as_json(web::Visit& visit, const Sources& sources, Answer answer, std::string purpose = "figures as JSON")
{
    auto asked = ask(visit, sources);
    if (!asked) return json_problem(asked.error());
    if (asked->form.has_problems()) return json_problem(asked->form.problems().front());
    record_figures(visit, access::ReadKind::page, std::move(purpose));
    return answer(*asked);
}

}  // namespace kith::profile
