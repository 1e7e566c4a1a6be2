#pragma once
// Consultations: their part of the route table, and the link on a plan's page.
#include "db/change_set.hpp"
#include "strategy/sight.hpp"
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/routes.hpp"

#include <optional>
#include <vector>

namespace kith::consultation {

void add_routes(web::Routes& routes);
/// "Consultation: 12 comments", on the page of a plan.
std::optional<web::HomeLink> link_of(web::Visit& visit, const strategy::Plan& plan);

/// How References to what people said are followed.
void add_references(web::References& references);
/// What people said in consultations, in the words in which it was answered: findings that actions may answer.
std::vector<strategy::Finding> findings(db::Reader& reader);
/// An error where people have said something about the plan: it stays.
Result<void> may_go_of(db::Reader& reader, strategy::PlanId plan);
/// Consultations of a draft that is taken away.
void take_away_of(db::ChangeSet& changes, strategy::PlanId plan);

}  // namespace kith::consultation
