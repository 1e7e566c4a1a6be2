#pragma once
// How the rows of one job meet the terms that the register holds of it. Pure, and used by staff_difference only.
#include "intake/staff_row.hpp"

#include <optional>
#include <vector>

namespace kith::intake {

/// Terms as they will stand: with the register's key where they stood before.
struct MergedTerms {
    std::optional<workforce::TermsId> id;
    workforce::EngagementTerms terms;
    bool changed = false;          ///< differs from what is held, or is new
    std::int64_t line = 0;         ///< of the row that changed it
    std::optional<workforce::EngagementTerms> before;  ///< what held on that day until now
};

/// The terms with what the row says laid over them.
workforce::EngagementTerms overlaid(workforce::EngagementTerms base, const StaffRow& row, std::string_view role_list);

/// The job's terms in order of day once `rows` (of that job, taken, with a start) are laid over `held`.
std::vector<MergedTerms> merged_terms(const std::vector<workforce::HeldTerms>& held, const std::vector<const StaffRow*>& rows,
                                      const workforce::Engagement& engagement, std::string_view role_list, Date today);

}  // namespace kith::intake
