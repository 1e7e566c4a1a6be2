#pragma once
// The register as a forecast takes it: who works today in which group, which posts stand open, and what has been seen of leaving, moving, changing hours and filling posts.
#include "app/forecast_groups.hpp"
#include "base/date.hpp"

namespace kith::app {

struct RegisterPlan {
    forecast::Plan plan;
    int years_of_history = 0;                ///< that were looked at
    std::int64_t without_hours = 0;          ///< engagements whose full-time equivalent is not reported: they count as the middle of their group
    std::int64_t vacancies_open = 0;         ///< that were reported, and stand open
    int not_reported = 0;                    ///< posts that must stand open beside them, for as many to come as go
    std::int64_t vacancies_seen = 0;         ///< that were filled or given up in those years
};

/// Engagements in force on `today`, in groups by the named columns, and the vacancies that stand open. Leaving, retiring (by its reason; without one from sixty), moving between groups and changing hours are counted over the last `years`; an organisation's history counts from the day after the first leaving that it
/// reported, since before it nobody can be seen to leave, until the day on which its records were last changed, since after it nobody would be. Who begins elsewhere within a month has moved; who was transferred with a service has not left. Agency cover stays as much as it is: who goes is followed on the same terms. Posts that stand open are as many as are reported, and at least as many as it takes to stay in balance. Refuses a column that there is none of, and more groups than can be told apart.
Result<RegisterPlan> plan_of_register(const workforce::Snapshot& register_now, const packs::Packs& packs, const std::vector<std::string>& group_by, const PlaceNames& names, Date today, int years = 3);

}  // namespace kith::app
