#pragma once
// Risks, controls, reviews and where they were taken in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "strategy/risk.hpp"

#include <map>
#include <string>

namespace kith::strategy {

const db::TypedTable<Risk>& risks();
const db::TypedTable<Control>& controls();
const db::TypedTable<Review>& reviews();
const db::TypedTable<Escalation>& escalations();

std::vector<Risk> risks_of(db::Reader& reader, PlanId plan);
std::vector<Control> controls_of(db::Reader& reader, RiskId risk);
/// The newest first.
std::vector<Review> reviews_of(db::Reader& reader, RiskId risk);
/// Those of a plan that are with somebody higher.
std::vector<Escalation> escalations_of(db::Reader& reader, PlanId plan);
/// Risks with their controls and the newest review that scored them, into another version of the plan; what else was said of them stays with the old one. The References of the copies, by those of
/// what they were copied from.
std::map<std::string, std::string> copy_risks(db::ChangeSet& changes, PlanId from, PlanId to, Instant now);
/// With its controls, reviews and where it was taken.
void take_away(db::ChangeSet& changes, const Risk& risk);

}  // namespace kith::strategy
