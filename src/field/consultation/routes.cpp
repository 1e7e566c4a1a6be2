#include "consultation/routes.hpp"

#include "consultation/consultation_pages.hpp"
#include "consultation/consultation_register.hpp"
#include "strategy/plan_register.hpp"
#include "web/visit.hpp"

namespace kith::consultation {

void add_routes(web::Routes& routes)
{
    add_desk_routes(routes);
    add_public_routes(routes);
}

namespace {

/// The desk of the consultation in which it was said; none where the plan is gone.
std::optional<std::string> desk_of(db::Reader& reader, const Answer& answer)
{
    const auto one = consultations().with_id(reader, answer.consultation);
    const auto plan = one ? strategy::plans().with_id(reader, one->plan) : std::nullopt;
    return plan ? std::optional{one->href(*plan)} : std::nullopt;
}

kith::Result<web::Referred> referred_answer(web::Visit& visit, const figures::Reference& reference)
{
    const auto id = PublicId::parse(reference.id);
    const auto answer = id ? consultation_answers().find(visit.reader(), *id) : std::nullopt;
    const auto desk = answer ? desk_of(visit.reader(), *answer) : std::nullopt;
    if (!desk) return not_found("What is referred to");
    return web::Referred{.title = "People said: " + answer->said, .says = "What was done: " + answer->did, .said = {}, .href = *desk};
}

}  // namespace

void add_references(web::References& references) { references.add("consultation.answer", access::Permission::see_strategy, referred_answer); }

std::vector<strategy::Finding> findings(db::Reader& reader)
{
    std::vector<strategy::Finding> found;
    for (const auto& answer : consultation_answers().all(reader))
        if (const auto desk = desk_of(reader, answer)) found.push_back({reference_to(answer), "People said: " + answer.said, *desk});
    return found;
}

Result<void> may_go_of(db::Reader& reader, strategy::PlanId plan)
{
    for (const auto& one : consultations_of(reader, plan))
        if (const auto may = may_go(reader, one); !may) return may;
    return {};
}

void take_away_of(db::ChangeSet& changes, strategy::PlanId plan)
{
    for (const auto& one : consultations_of(changes.writer(), plan)) take_away(changes, one);
}

}  // namespace kith::consultation
