#pragma once
// A plan of the partnership: its area plan, a strategy, the annual action plan under one, with the parts that it is made of. Values and their rules. Pure.
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/named_choice.hpp"
#include "base/written.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::strategy {

using PlanId = Id<struct PlanTag>;
using PartId = Id<struct PartTag>;

enum class PlanKind { area_plan, strategy, sector_strategy, action_plan };
const std::vector<NamedChoice<PlanKind>>& plan_kinds();

/// From approval on the text of a plan is fixed: what comes later is another version.
enum class PlanState { draft, consultation, approved, current, closed };
const std::vector<NamedChoice<PlanState>>& plan_states();

struct Plan {
    PlanId id{};
    PublicId public_id{};
    PlanKind kind = PlanKind::strategy;
    std::string name, vision;
    std::optional<Date> from, until;
    std::optional<PlanId> under;     ///< of an annual action plan: the strategy that it carries out
    PlanState state = PlanState::draft;
    std::int64_t version = 1;
    std::optional<PlanId> replaces;  ///< the version before
    bool operator==(const Plan&) const = default;
    bool is_fixed() const { return state != PlanState::draft && state != PlanState::consultation; }
    std::string href() const { return "/strategy/" + public_id.text(); }
    /// "Our strategy", "Our strategy, version 2, draft": by which one version is told from another.
    std::string called() const;
};
/// Everything in the way of keeping it.
std::vector<Problem> problems_of(const Plan& plan);
/// What may follow a state: the next ones, and the way back. A draft is in consultation by asking people what they think of it.
std::vector<PlanState> may_follow(PlanState state);

/// What a plan is made of besides actions. A criterion says what success in its theme looks like.
/// `missing` is what a source names and does not hold, such as an appendix.
enum class PartKind { principle, outcome, objective, theme, criterion, priority, enabler, step, missing };
const std::vector<NamedChoice<PartKind>>& part_kinds();
/// "Principles", as the heading above them.
std::string_view plural_of(PartKind kind);

struct Part {
    PartId id{};
    PublicId public_id{};
    PlanId plan{};
    PartKind kind = PartKind::theme;
    std::string code;              ///< "13.2", by which files and papers name it; empty where it has none
    std::optional<PartId> under;   ///< of a criterion its theme, of an objective its outcome
    std::string title;             ///< may be missing of an objective that is known by its code alone
    std::string words;             ///< of a theme: its aim
    std::int64_t place = 1;
    bool operator==(const Part&) const = default;
    std::string href(const Plan& in) const { return in.href() + "/parts/" + public_id.text(); }
    /// "13.2 Staff are well trained", "13.2" or the title alone.
    std::string called() const;
};
/// Everything in the way of keeping it; `others` are the plan's other parts.
std::vector<Problem> problems_of(const Part& part, const std::vector<Part>& others);

/// Those of one kind, in their order; with `under`, those under that part alone.
std::vector<const Part*> parts_of_kind(const std::vector<Part>& parts, PartKind kind, std::optional<PartId> under = {});
const Part* part_with(const std::vector<Part>& parts, PartId id);

}  // namespace kith::strategy
