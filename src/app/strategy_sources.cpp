#include "app/strategy_sources.hpp"

#include "assessment/priority_register.hpp"
#include "consultation/routes.hpp"
#include "annual/report_register.hpp"
#include "money/budget_register.hpp"
#include "money/routes.hpp"
#include "questionnaire/campaign_register.hpp"
#include "web/visit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

namespace kith::app {
namespace {

constexpr double thousandth = 1'000;

/// Priorities and recommendations of the workshops, newest campaign first; then what people said in consultations.
std::vector<strategy::Finding> found_elsewhere(web::Visit& visit)
{
    std::vector<strategy::Finding> findings;
    for (const auto& campaign : visit.may(access::Permission::see_campaigns) ? questionnaire::list_campaigns(visit.reader()) : std::vector<questionnaire::Campaign>{})
        for (const auto& priority : assessment::priorities_of(visit.reader(), campaign.id)) findings.push_back({assessment::reference_to(priority), campaign.name + ": " + priority.title, priority.href(campaign)});
    std::ranges::move(consultation::findings(visit.reader()), std::back_inserter(findings));
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
    if (const auto positions = assessment::newest_positions(visit, assessment, visit.today()))
        for (const auto& theme : positions->themes)
            figures.push_back({.id = "assessment.theme." + theme.theme, .title = "Assessment: " + theme.name, .href = positions->href, .value = [theme, name = positions->name](web::Visit&, Date) -> std::optional<strategy::LiveValue> {
                                   if (!theme.position) return std::nullopt;
                                   return strategy::LiveValue{std::llround(*theme.position * thousandth), name + (theme.is_agreed ? ", as agreed in the workshop, of 5" : ", by the answers, of 5")};
                               }});
    return figures;
}

/// What a report says of the workforce, in this order.
constexpr std::array<std::string_view, 9> reported{"people", "fte", "levels", "safeguarding", "supervision", "starters", "leavers", "turnover", "vacancies"};

std::vector<annual::ThenAndNow> workforce_then_and_now(web::Visit& visit, const profile::Sources& profile, Date from, Date as_of)
{
    std::vector<annual::ThenAndNow> figures;
    for (const auto& measure : profile::offered_measures()) {
        if (std::ranges::find(reported, measure.id) == reported.end()) continue;
        const auto then = profile::headline_on(visit, profile, measure.id, from), now = profile::headline_on(visit, profile, measure.id, as_of);
        // Who joined and left before the first return nobody has told: none known of is not none.
        const auto then_words = !then ? std::string{} : then->value == 0 ? std::string{"None known of"} : then->shown;
        if (then || now) figures.push_back({measure.name, then_words, now ? now->shown : "", now ? now->words : then->words});
    }
    return figures;
}

}  // namespace

annual::Sources annual_sources(std::shared_ptr<const packs::Packs> packs, const assessment::Sources& assessment, const profile::Sources& profile)
{
    return {.packs = std::move(packs),
            .assessed = [&assessment](web::Visit& visit, Date as_of) -> std::optional<annual::Assessed> {
                const auto positions = assessment::newest_positions(visit, assessment, as_of);
                if (!positions) return std::nullopt;
                annual::Assessed assessed{.name = positions->name, .before_name = positions->before_name, .arcs = {}};
                for (const auto& theme : positions->themes) assessed.arcs.push_back({theme.name, theme.position, theme.before});
                return assessed;
            },
            .workforce = [&profile](web::Visit& visit, Date from, Date as_of) { return workforce_then_and_now(visit, profile, from, as_of); }};
}

strategy::Sources strategy_sources(const web::References& references, const assessment::Sources& assessment, const profile::Sources& profile)
{
    return {.references = references,
            .findings = found_elsewhere,
            .live = [&assessment, &profile](web::Visit& visit) { return live_figures(visit, assessment, profile); },
            .beside = {consultation::link_of, [](web::Visit&, const strategy::Plan& plan) { return std::optional{web::HomeLink{.title = "Money", .words = {}, .href = plan.href() + "/money"}}; },
                       [](web::Visit&, const strategy::Plan& plan) { return std::optional{web::HomeLink{.title = "Annual reports", .words = {}, .href = plan.href() + "/reports"}}; }},
            .companions = {{.carry = money::carry, .table = money::table_of, .may_go = {}, .take_away = money::take_away_of},
                           {.carry = {}, .table = {}, .may_go = consultation::may_go_of, .take_away = consultation::take_away_of},
                           {.carry = {}, .table = {}, .may_go = annual::may_go_of, .take_away = annual::take_away_of}},
            .around = {{.title = "Boards and groups", .words = {}, .href = "/boards", .needs = access::Permission::see_strategy}, {.title = "Terms and abbreviations", .words = {}, .href = "/terms", .needs = access::Permission::see_strategy},
                       {.title = "Annual reports that are published", .words = {}, .href = "/annual-reports", .needs = access::Permission::see_strategy}}};
}

}  // namespace kith::app
