#pragma once
// Mergers and splits as plans: what becomes of settings, numbers, clusters, named links, parents and teams when one organisation goes up in
// another, or part of it becomes one of its own. Pure. Nothing that was is taken back: what ends, ends on the day before, and what goes on
// begins on the day. Staff records stay with the organisation that handed them in; figures before the day stay where they were.
#include "partnership/dated_plan.hpp"

namespace kith::partnership {

struct Merger {
    OrganisationId from;  ///< goes up in the other
    OrganisationId into;
    Date day;             ///< the other's first day with it
};

struct Split {
    OrganisationId from;
    Organisation fresh;  ///< the new organisation; opened on the day
    std::vector<SettingId> settings;
    Date day;
};

/// What carrying it out writes; a problem on "other", "day", "settings" or "code" where it cannot be.
Result<PartnershipPlan> plan_for(const Merger& merger, HeldDated held);
Result<PartnershipPlan> plan_for(const Split& split, HeldDated held);

/// What the plan does, in sentences for the page and for the history.
struct SuccessionCounts {
    std::int64_t settings = 0;
    std::int64_t numbers = 0;
    std::int64_t clusters = 0;
    std::int64_t named_links = 0;
};
SuccessionCounts counts_of(const PartnershipPlan& plan);

}  // namespace kith::partnership
