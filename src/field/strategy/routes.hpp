#pragma once
// Strategy: its part of the route table, and what its pages are given by the house.
#include "base/date.hpp"
#include "base/instant.hpp"
#include "strategy/plan_export.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/sight.hpp"
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/routes.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith::jobs {
class Queue;
}

namespace kith::strategy {

/// What a live figure says on a day, in thousandths, and what that rests on.
struct LiveValue {
    std::int64_t thousandths = 0;
    std::string words;  ///< "38 of 40 organisations have handed in"
};
/// A figure of another room that the values of a measure may be taken from.
struct LiveFigure {
    std::string id, title, href;
    /// None where nothing can be said of it that day, or the viewer may not see it.
    std::function<std::optional<LiveValue>(web::Visit&, Date)> value;
};

/// What another room holds of a plan and does with it: each may be none.
struct Companion {
    std::function<void(db::ChangeSet&, PlanId from, const NextVersion& to, Instant)> carry;  ///< into the next version
    std::function<ExportTable(db::Reader&, const Plan&)> table;                              ///< taken away with the plan; none where it holds nothing
    std::function<Result<void>(db::Reader&, PlanId)> may_go;                                 ///< an error where a draft must stay
    std::function<void(db::ChangeSet&, PlanId)> take_away;                                   ///< with a draft
};

/// What the pages are given by the house. Lives as long as the table of routes.
struct Sources {
    const web::References& references;                                       ///< follows the findings that actions answer
    std::function<std::vector<Finding>(web::Visit&)> findings;               ///< of other rooms, which actions may answer
    std::function<std::vector<LiveFigure>(web::Visit&)> live;                ///< those that are offered to this viewer
    /// Pages of other rooms that belong to a plan, such as its money: links on its page.
    std::vector<std::function<std::optional<web::HomeLink>(web::Visit&, const Plan&)>> beside = {};
    std::vector<Companion> companions = {};                                  ///< what other rooms hold of a plan
    std::vector<web::HomeLink> around = {};                                  ///< pages beside the list of plans, such as the boards
};

void add_routes(web::Routes& routes, const Sources& sources);
/// Actions that wait for a word from the viewer.
void add_home(web::Home& home);
/// Asking people for a word on their actions, every day.
void add_jobs(jobs::Queue& queue, std::function<Instant()> now);
/// How References to actions, risks and recommendations are followed.
void add_references(web::References& references);

}  // namespace kith::strategy
