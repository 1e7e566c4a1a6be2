#include "assessment/workshop_routes.hpp"

#include "assessment/evidence_pages.hpp"
#include "assessment/hand_on_pages.hpp"
#include "assessment/priority_pages.hpp"
#include "assessment/report_pages.hpp"
#include "assessment/workshop_pages.hpp"

namespace kith::assessment {
namespace {

/// Priorities, support and the sending of the report.
void add_following_routes(web::Routes& routes, const Sources& sources)
{
    using enum access::Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, sources); }; };
    routes.get("/campaigns/{campaign}/priorities", see_campaigns, with(list_priorities), slow);
    routes.post("/campaigns/{campaign}/priorities", manage_campaigns, with(add_priority), slow);
    routes.get("/campaigns/{campaign}/priorities/new", manage_campaigns, with(show_new_priority), slow);
    routes.get("/campaigns/{campaign}/priorities/{priority}", see_campaigns, with(show_priority), slow);
    routes.post("/campaigns/{campaign}/priorities/{priority}", manage_campaigns, with(change_priority), slow);
    routes.post("/campaigns/{campaign}/priorities/{priority}/away", manage_campaigns, with(take_priority_away), slow);
    routes.get("/campaigns/{campaign}/priorities/{priority}/hand-on", manage_campaigns, with(show_hand_on), slow);
    routes.post("/campaigns/{campaign}/priorities/{priority}/hand-on", manage_campaigns, with(hand_priority_on), slow);
    routes.post("/campaigns/{campaign}/priorities/{priority}/take-back", manage_campaigns, with(take_priority_back), slow);
    routes.get("/campaigns/{campaign}/priorities/{priority}/answer", see_campaigns, with(show_answer), slow);
    routes.post("/campaigns/{campaign}/priorities/{priority}/answer", see_campaigns, with(save_answer), slow);
    routes.get("/campaigns/{campaign}/support", see_campaigns, with(list_support), slow);
    routes.post("/campaigns/{campaign}/support", manage_campaigns, with(add_support), slow);
    routes.get("/campaigns/{campaign}/support/new", manage_campaigns, with(show_new_support), slow);
    routes.get("/campaigns/{campaign}/support/{support}", see_campaigns, with(show_support), slow);
    routes.post("/campaigns/{campaign}/support/{support}", manage_campaigns, with(change_support), slow);
    routes.post("/campaigns/{campaign}/support/{support}/away", manage_campaigns, with(take_support_away), slow);
    routes.post("/campaigns/{campaign}/report/sent", manage_campaigns, with(save_sending), slow);
}

}  // namespace

void add_workshop_routes(web::Routes& routes, const Sources& sources)
{
    using enum access::Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, sources); }; };
    routes.get("/campaigns/{campaign}/workshop", see_campaigns, with(show_workshop), slow);
    routes.get("/campaigns/{campaign}/workshop/details", manage_campaigns, with(show_workshop_details), slow);
    routes.post("/campaigns/{campaign}/workshop/details", manage_campaigns, with(save_workshop_details), slow);
    routes.get("/campaigns/{campaign}/workshop/themes/{theme}", see_campaigns, with(show_theme_finding), slow);
    routes.post("/campaigns/{campaign}/workshop/themes/{theme}", manage_campaigns, with(save_theme_finding), slow);
    routes.get("/campaigns/{campaign}/workshop/confirm", confirm_position, with(show_confirm), slow);
    routes.post("/campaigns/{campaign}/workshop/confirm", confirm_position, with(confirm_positions), slow);
    routes.post("/campaigns/{campaign}/workshop/withdraw", confirm_position, with(withdraw_confirmation), slow);
    routes.get("/campaigns/{campaign}/evidence", see_campaigns, with(list_evidence), slow);
    routes.post("/campaigns/{campaign}/evidence", manage_campaigns, with(add_evidence), slow);
    routes.get("/campaigns/{campaign}/evidence/new", manage_campaigns, with(show_new_evidence), slow);
    routes.get("/campaigns/{campaign}/evidence/{evidence}", see_campaigns, with(show_evidence), slow);
    routes.get("/campaigns/{campaign}/evidence/{evidence}/change", manage_campaigns, with(show_change_evidence), slow);
    routes.post("/campaigns/{campaign}/evidence/{evidence}/change", manage_campaigns, with(change_evidence), slow);
    routes.post("/campaigns/{campaign}/evidence/{evidence}/away", manage_campaigns, with(take_evidence_away), slow);
    add_following_routes(routes, sources);
    routes.get("/campaigns/{campaign}/report", see_campaigns, with(show_report), slow);
    routes.get("/campaigns/{campaign}/report.xlsx", see_campaigns, with(report_file), slow);
}

}  // namespace kith::assessment
