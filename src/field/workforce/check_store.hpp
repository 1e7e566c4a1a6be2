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

/// One job, on the terms in force on the day, or the first where it has not begun.
struct CheckedJob {
    Date starts_on;
    EngagementTerms terms;
};

/// Someone's work in one place, all jobs that run there, and the checks recorded of them.
struct CheckedPerson {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string reference;
    PersonName given_name;
    PersonName family_name;
    std::optional<SettingId> setting;
    std::vector<CheckedJob> jobs;  ///< by start
    std::vector<Fact> checks;
};

/// What is asked about; empty: everyone within reach.
struct CheckFilter {
    std::optional<OrganisationId> organisation;
    std::optional<SettingId> setting;
    bool nowhere = false;  ///< only those for whom no setting is reported
    bool by_name = true;  ///< false: in any order, for counting
};

/// Everyone within reach whose engagement runs on `today` or begins later, by family name; once for each setting they work at. Three statements.
std::vector<CheckedPerson> people_to_check(db::Reader& reader, const access::Reach& reach, const CheckFilter& filter, Date today);

/// Organisations of which a record, a job, its terms or a fact changed after that change set. One statement.
std::vector<OrganisationId> organisations_changed_after(db::Reader& reader, std::int64_t change_set);

}  // namespace kith::workforce
