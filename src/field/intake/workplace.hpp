#pragma once
// One row of a workplace file of the adult social care workforce data set, typed; and what its rules say. A workplace becomes a setting of
// the organisation that hands the file in; where none is named, an organisation with one setting.
#include "base/postcode.hpp"
#include "intake/rule.hpp"
#include "partnership/organisation_file.hpp"

#include <optional>

namespace kith::intake {

struct Workplace {
    std::int64_t line = 0;
    bool taken = true;
    Said<std::string> code;  ///< LOCALESTID
    Said<std::string> name;
    Said<std::string> status;
    Said<Postcode> postcode;
    Said<const packs::Code*> establishment_type;
    Said<const packs::Code*> main_service;
    Said<std::int64_t> declared_total;  ///< permanent and temporary staff, as the workplace states them
    bool services_run_parallel = true;  ///< ALLSERVICES, CAPACITY, UTILISATION and SERVICEDESC have as many entries each
    bool jobs_run_parallel = true;      ///< ALLJOBROLES, STARTERS, LEAVERS and VACANCIES
    bool reasons_run_parallel = true;   ///< REASONS and REASONNOS
    bool main_service_listed = true;    ///< MAINSERVICE is one of ALLSERVICES
    bool numbers_readable = true;       ///< every entry of STARTERS, LEAVERS and VACANCIES is a whole number from 0 to 999
    bool job_roles_known = true;        ///< every entry of ALLJOBROLES is a code of the layout's job roles
    bool capacities_readable = true;    ///< every entry of CAPACITY and UTILISATION is empty or a whole number from 0 to the most there may be
    bool within_capacity = true;        ///< no UTILISATION is over its CAPACITY
    std::optional<std::int64_t> starters;   ///< declared in the last twelve months, all roles together; none where 999 or not said
    std::optional<std::int64_t> leavers;
    std::optional<std::int64_t> vacancies;  ///< declared, all roles together
    std::optional<std::int64_t> reasons;    ///< REASONNOS together
    bool registered_manager_vacant = false; ///< VACANCIES names one for job role 4
    bool has_registered_manager_role = false;  ///< ALLJOBROLES names job role 4
    Said<std::string> other_type;
    Said<std::string> location_number;
    Said<std::string> provider_number;
    std::int64_t earlier_line = 0;      ///< of an earlier row with the same code; 0 where there is none
};

/// What a staff file says of one workplace.
struct StaffCount {
    std::int64_t rows = 0;
    std::int64_t started_lately = 0;       ///< STARTDATE in the last twelve months
    std::int64_t registered_managers = 0;  ///< MAINJOBROLE 4
};
/// By LOCALESTID in small letters.
using StaffCounts = std::unordered_map<std::string, StaffCount>;

/// What rules of workplaces may ask.
struct WorkplaceChecking {
    const std::optional<StaffCounts>& staff_beside;
    const RuleLimits& limits;
    /// The staff file's count of this workplace; nothing where no staff file stands beside.
    std::optional<StaffCount> beside(const Workplace& row) const;
};

struct WorkplaceRule {
    Rule rule;
    bool (*speaks)(const Workplace& row, const WorkplaceChecking& checking, std::string& detail);
};

std::span<const WorkplaceRule> workplace_rules();

struct WorkplaceCheck {
    std::string format;
    std::string refusal;
    std::vector<Workplace> rows;
    returns::Findings findings;
    std::int64_t can_take = 0;
};

/// Checks a workplace file. `staff_beside`: the rows of a staff file handed in at the same time, to hold the declared totals against.
WorkplaceCheck check_workplaces(std::string file_name, std::string bytes, const Surroundings& surroundings,
                                const std::optional<StaffCounts>& staff_beside = {});

/// The LOCALESTIDs, in small letters, of a workplace file; none where the file is none.
std::unordered_set<std::string> workplaces_named_in(std::string bytes);
/// What a staff file has of each workplace; nothing where the file is no staff file of the data set.
std::optional<StaffCounts> staff_counts_in(std::string bytes, Date today);

/// What taking the checked rows would write: settings of `handed_in_for`, or an organisation and a setting each where it is none.
partnership::PartnershipPlan plan_for(const WorkplaceCheck& check, const partnership::HeldPartnership& held, const packs::Packs& packs,
                                      const partnership::Organisation* handed_in_for);

}  // namespace kith::intake
