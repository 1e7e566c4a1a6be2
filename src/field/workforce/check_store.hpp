#pragma once
// Whose checks are asked about: people who work for an organisation or at a setting, or are about to, each with the checks recorded. Private
// to this room.
#include "access/reach.hpp"
#include "db/transaction.hpp"
#include "workforce/record_of_checks.hpp"
#include "workforce/staff_record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::workforce {

/// Someone's work in one place, and the checks recorded of them.
struct CheckedPerson {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string reference;
    PersonName given_name;
    PersonName family_name;
    std::optional<SettingId> setting;
    Date starts_on;
    EngagementTerms terms;  ///< in force on the day, or the first where the work has not begun
    std::vector<Fact> checks;
};

/// What is asked about; empty: everyone within reach.
struct CheckFilter {
    std::optional<OrganisationId> organisation;
    std::optional<SettingId> setting;
    bool by_name = true;  ///< false: in any order, for counting
};

/// Everyone within reach whose engagement runs on `today` or begins later, by family name; once for each setting they work at. Three statements.
std::vector<CheckedPerson> people_to_check(db::Reader& reader, const access::Reach& reach, const CheckFilter& filter, Date today);

/// Organisations of which a record, a job, its terms or a fact changed after that change set. One statement.
std::vector<OrganisationId> organisations_changed_after(db::Reader& reader, std::int64_t change_set);

}  // namespace kith::workforce
