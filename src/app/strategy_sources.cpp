#include "app/strategy_sources.hpp"

#include "assessment/priority_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "web/visit.hpp"

#include <cmath>

namespace kith::app {
namespace {

constexpr double thousandth = 1'000;

/// Priorities and recommendations of the workshops, newest campaign first.
std::vector<strategy::Finding> priorities(web::Visit& visit)
{
    std::vector<strategy::Finding> findings;
    if (!visit.may(access::Permission::see_campaigns)) return findings;
    for (const auto& campaign : questionnaire::list_campaigns(visit.reader()))
        for (const auto& priority : assessment::priorities_of(visit.reader(), campaign.id)) findings.push_back({assessment::reference_to(priority), campaign.name + ": " + priority.title, priority.href(campaign)});
    return findings;
}

std::vector<strategy::LiveFigure> live_figures(web::Visit& visit, const assessment::Sources& assessment, const profile::Sources& profile)
{
    std::vector<strategy::LiveFigure> figures;
    if (visit.reach(access::Permission::see_staff).is_everything())
        for (const auto& measure : profile::offered_measures())
            figures.push_back({.id = "profile." + measure.id, .title = measure.name, .href = measure.href, .value = [&profile, id = measure.id](web::Visit& on, Date day) -> std::optional<strategy::LiveValue> {
                                   const auto headline = profile::headline_on(on, profile, id, day);
                                   if (!headline) return std::nullopt;
                                   return strategy::LiveValue{std::llround(headline->value * thousandth), headline->words};
                               }});
    if (const auto positions = assessment::newest_positions(visit, assessment))
        for (const auto& theme : positions->themes)
            figures.push_back({.id = "assessment.theme." + theme.theme, .title = "Assessment: " + theme.name, .href = positions->href, .value = [theme, name = positions->name](web::Visit&, Date) -> std::optional<strategy::LiveValue> {
                                   if (!theme.position) return std::nullopt;
                                   return strategy::LiveValue{std::llround(*theme.position * thousandth), name + (theme.is_agreed ? ", as agreed in the workshop, of 5" : ", by the answers, of 5")};
                               }});
    return figures;
}

}  // namespace

strategy::Sources strategy_sources(const web::References& references, const assessment::Sources& assessment, const profile::Sources& profile)
{
    return {.references = references,
            .findings = priorities,
            .live = [&assessment, &profile](web::Visit& visit) { return live_figures(visit, assessment, profile); },
            .beside = {[](web::Visit&, const strategy::Plan& plan) { return std::optional{web::HomeLink{.title = "Money", .words = {}, .href = plan.href() + "/money"}}; }},
            .around = {{.title = "Boards and groups", .words = {}, .href = "/boards", .needs = access::Permission::see_strategy}}};
}

}  // namespace kith::app
