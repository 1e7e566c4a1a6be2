#include "strategy/routes.hpp"

#include "strategy/action_chase_register.hpp"
#include "strategy/action_pages.hpp"
#include "strategy/calendar_pages.hpp"
#include "strategy/measure_pages.hpp"
#include "strategy/plan_pages.hpp"
#include "strategy/recommendation_pages.hpp"
#include "strategy/risk_pages.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

void add_routes(web::Routes& routes, const Sources& sources)
{
    add_plan_routes(routes, sources);
    add_part_routes(routes);
    add_action_routes(routes);
    add_progress_routes(routes);
    add_own_action_routes(routes);
    add_tie_routes(routes, sources);
    add_measure_routes(routes, sources);
    add_risk_routes(routes);
    add_recommendation_routes(routes);
    add_calendar_routes(routes);
}

void add_home(web::Home& home)
{
    home.add_provider(due_of_viewer);
    home.add_provider(due_in_plans);
    home.add_links([](web::Visit& visit) {
        std::vector<web::HomeLink> links;
        if (visit.may(access::Permission::see_strategy)) links.push_back({.title = "Strategy", .words = "Plans, what is done under them, and how it goes", .href = "/strategy"});
        if (visit.may(access::Permission::report_progress)) links.push_back({.title = "Your actions", .words = "What you are named for in plans, how it goes, and its days in your calendar", .href = std::string{own_actions_path}, .needs = access::Permission::report_progress});
        return links;
    });
}

void add_references(web::References& references)
{
    constexpr auto see = access::Permission::see_strategy;
    references.add("strategy.action", see, referred_action);
    references.add("strategy.risk", see, referred_risk);
    references.add("strategy.recommendation", see, referred_recommendation);
}

void add_jobs(jobs::Queue& queue, std::function<Instant()> now) { add_reminders(queue, std::move(now)); }

}  // namespace kith::strategy
