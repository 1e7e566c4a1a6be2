#include "strategy/plan_place_pages.hpp"

#include "db/transaction.hpp"

namespace kith::strategy {

kith::Result<Plan> plan_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("plan");
    if (!id) return std::unexpected(id.error());
    auto plan = plans().find(visit.reader(), *id);
    if (!plan) return not_found("Plan");
    return *std::move(plan);
}

kith::Result<Plan> open_plan_in_path(web::Visit& visit)
{
    auto plan = plan_in_path(visit);
    if (plan && plan->state == PlanState::closed) return conflict("This plan is closed, and nothing is written to it any more. Open it again, or write to the version that is current");
    return plan;
}

kith::Result<WholePlan> whole_plan_in_path(web::Visit& visit, Heard heard)
{
    auto plan = plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    return whole_plan(visit.reader(), *std::move(plan), heard);
}

kith::Result<WholePlan> changeable_plan_in_path(web::Visit& visit)
{
    auto whole = whole_plan_in_path(visit);
    if (whole && whole->plan.is_fixed()) return conflict("This plan is approved, and its text is fixed. Begin the next version of it to change it");
    return whole;
}

web::PageParts parts_below(std::string title, const Plan& plan)
{
    return {.title = std::move(title), .caption = plan.name, .breadcrumbs = {{"Strategy", "/strategy"}, {plan.name, plan.href()}}, .nav = "/strategy"};
}

web::Response shown(web::Visit& visit, const web::PageParts& parts, const ui::Html& content)
{
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

std::function<kith::Result<void>(db::Reader&)> still_changeable(const Plan& plan)
{
    return [id = plan.public_id](db::Reader& reader) -> kith::Result<void> {
        const auto now = plans().find(reader, id);
        if (!now || now->is_fixed()) return conflict("This plan was approved or taken away meanwhile. Look at it again");
        return {};
    };
}

std::function<kith::Result<void>(db::Reader&)> still_open(const Plan& plan)
{
    return [id = plan.public_id](db::Reader& reader) -> kith::Result<void> {
        const auto now = plans().find(reader, id);
        if (!now || now->state == PlanState::closed) return conflict("This plan was closed or taken away meanwhile. Look at it again");
        return {};
    };
}

}  // namespace kith::strategy
