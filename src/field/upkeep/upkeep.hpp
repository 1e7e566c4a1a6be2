#pragma once
// Upkeep by hand: what a form says, as rows of a Kith staff return, so that a person added on a phone walks the same rules, difference, change
// set and undo as a file. Pure: values in, bytes out.
#include "base/date.hpp"
#include "packs/packs.hpp"
#include "workforce/staff_record.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::upkeep {

/// Columns and cells of one row. A column that no row has is left as the register holds it; an empty cell clears.
class UpkeepRow {
public:
    std::string& operator[](std::string_view column);
    bool has(std::string_view column) const;
    std::string_view cell(std::string_view column) const;
    const std::vector<std::pair<std::string, std::string>>& cells() const { return cells_; }

private:
    std::vector<std::pair<std::string, std::string>> cells_;
};

/// A staff return of these rows, all with the columns of the first.
std::string staff_return_of(const std::vector<UpkeepRow>& rows);

/// The row that names a job that is held, and says nothing new: organisation, references, role, days.
UpkeepRow row_of(std::string_view organisation_code, const workforce::StaffRecord& record, const workforce::HeldEngagement& job, Date today);

/// The terms in force on the day, the first where all come later; null where there are none.
const workforce::EngagementTerms* terms_on(const workforce::HeldEngagement& job, Date day);
/// Jobs that run on the day.
std::vector<const workforce::HeldEngagement*> running_on(const std::vector<workforce::HeldEngagement>& jobs, Date day);
/// "Teacher since 1 September 2019", for choosing among jobs.
std::string job_words(const workforce::HeldEngagement& job, const packs::Packs& packs, Date today);
/// "Robin Hale", or the staff reference where no name is held.
std::string person_words(const workforce::StaffRecord& record);

/// The next free reference for someone whose organisation has none of its own: "P1", "P2"...
std::string next_reference(const workforce::RegisterView& view);

}  // namespace kith::upkeep
