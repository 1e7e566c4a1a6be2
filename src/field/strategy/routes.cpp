#include "strategy/routes.hpp"

#include "strategy/action_pages.hpp"
#include "strategy/measure_pages.hpp"
#include "strategy/plan_pages.hpp"
#include "strategy/risk_pages.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

namespace {

void add_risk_routes(web::Routes& routes)
{
    using enum access::Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    routes.get("/strategy/{plan}/risks", see_strategy, list_risks, slow);
    routes.post("/strategy/{plan}/risks", manage_strategy, add_risk, slow);
    routes.get("/strategy/{plan}/risks/new", manage_strategy, show_new_risk, slow);
    routes.get("/strategy/{plan}/risks/{risk}", see_strategy, show_risk, slow);
    routes.get("/strategy/{plan}/risks/{risk}/change", manage_strategy, show_change_risk, slow);
    routes.post("/strategy/{plan}/risks/{risk}/change", manage_strategy, change_risk, slow);
    routes.post("/strategy/{plan}/risks/{risk}/away", manage_strategy, take_risk_away, slow);
    routes.post("/strategy/{plan}/risks/{risk}/reviews", manage_strategy, review_risk, slow);
    routes.post("/strategy/{plan}/risks/{risk}/controls", manage_strategy, add_control, slow);
    routes.post("/strategy/{plan}/risks/{risk}/controls/{control}/away", manage_strategy, take_control_away, slow);
}

}  // namespace

void add_routes(web::Routes& routes, const web::References& references)
{
    using enum access::Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const auto with = [&references](auto handler) { return [&references, handler](web::Visit& visit) { return handler(visit, references); }; };
    add_risk_routes(routes);
    routes.get("/strategy", see_strategy, list_plans, slow);
    routes.post("/strategy", manage_strategy, add_plan, slow);
    routes.get("/strategy/new", manage_strategy, show_new_plan, slow);
    routes.get("/strategy/{plan}", see_strategy, show_plan, slow);
    routes.get("/strategy/{plan}/change", manage_strategy, show_change_plan, slow);
    routes.post("/strategy/{plan}/change", manage_strategy, change_plan, slow);
    routes.post("/strategy/{plan}/state", see_strategy, move_plan, slow);  // approving is the board's, the rest the lead's: the handler asks
    routes.post("/strategy/{plan}/next", manage_strategy, begin_next_version, slow);
    routes.get("/strategy/{plan}/sight", see_strategy, show_sight, slow);
    routes.get("/strategy/{plan}/parts/new", manage_strategy, show_new_part, slow);
    routes.post("/strategy/{plan}/parts/new", manage_strategy, add_part, slow);
    routes.get("/strategy/{plan}/parts/{part}", see_strategy, show_part, slow);
    routes.post("/strategy/{plan}/parts/{part}", manage_strategy, change_part, slow);
    routes.post("/strategy/{plan}/parts/{part}/away", manage_strategy, take_part_away, slow);
    routes.post("/strategy/{plan}/measures", manage_strategy, add_measure, slow);
    routes.get("/strategy/{plan}/measures/new", manage_strategy, show_new_measure, slow);
    routes.get("/strategy/{plan}/measures/{measure}", see_strategy, show_measure, slow);
    routes.post("/strategy/{plan}/measures/{measure}", manage_strategy, change_measure, slow);
    routes.post("/strategy/{plan}/measures/{measure}/away", manage_strategy, take_measure_away, slow);
    routes.post("/strategy/{plan}/measures/{measure}/values", manage_strategy, add_point, slow);
    routes.post("/strategy/{plan}/measures/{measure}/values/{value}/away", manage_strategy, take_point_away, slow);
    routes.post("/strategy/{plan}/actions", manage_strategy, add_action, slow);
    routes.get("/strategy/{plan}/actions/new", manage_strategy, show_new_action, slow);
    routes.get("/strategy/{plan}/actions/{action}", see_strategy, show_action, slow);
    routes.get("/strategy/{plan}/actions/{action}/change", manage_strategy, show_change_action, slow);
    routes.post("/strategy/{plan}/actions/{action}/change", manage_strategy, change_action, slow);
    routes.post("/strategy/{plan}/actions/{action}/away", manage_strategy, take_action_away, slow);
    routes.get("/strategy/{plan}/actions/{action}/update", report_progress, show_new_update, slow);
    routes.post("/strategy/{plan}/actions/{action}/update", report_progress, add_update, slow);
    routes.post("/strategy/{plan}/actions/{action}/milestones", report_progress, add_milestone, slow);
    routes.post("/strategy/{plan}/actions/{action}/milestones/{milestone}/turn", report_progress, turn_milestone, slow);
    routes.post("/strategy/{plan}/actions/{action}/milestones/{milestone}/away", report_progress, take_milestone_away, slow);
    routes.get("/strategy/{plan}/actions/{action}/ties", manage_strategy, with(show_ties), slow);
    routes.post("/strategy/{plan}/actions/{action}/ties", manage_strategy, with(tie), slow);
    routes.post("/strategy/{plan}/actions/{action}/ties/{tie}/away", manage_strategy, untie, slow);
}

void add_home(web::Home& home)
{
    home.add_provider(due_of_viewer);
    home.add_links([](web::Visit& visit) {
        std::vector<web::HomeLink> links;
        if (visit.may(access::Permission::see_strategy)) links.push_back({.title = "Strategy", .words = "Plans, what is done under them, and how it goes", .href = "/strategy"});
        return links;
    });
}

void add_references(web::References& references) { references.add("strategy.action", access::Permission::see_strategy, referred_action); }

}  // namespace kith::strategy
