#pragma once
// What a file of the social work census would change in the staff records of the authority that hands it in. Pure: the file's taken workers
// against what the register holds. The census knows no names: what it does not say stays as it is, and nobody ends by being left out.
#include "census/csww_file.hpp"
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_record.hpp"

namespace kith::census {

struct CswwPlan {
    workforce::Plan plan;
    returns::Difference difference;
};

/// A worker is the record that holds the Social Work England number as a registration, else the record whose reference it is; else a new one
/// under that number. A job is the one that starts on the same day, else the only one that the census could mean. What holds on the census
/// day (FTE, cases, role) becomes terms from that day in a job already held, and from its start in a new one.
CswwPlan plan_for(const CswwFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date census_day);

/// The code of Kith's list that a code of the census becomes by the packs' mapping, and the other way about; empty where there is none.
std::string from_census(const packs::Packs& packs, std::string_view census_list, std::string_view list, std::string_view code);
std::string to_census(const packs::Packs& packs, std::string_view list, std::string_view census_list, std::string_view code);

/// The year that the census is about: 1 October to the census day.
Period census_year(Date census_day);
/// The Social Work England number that a record holds as a registration, or as its reference; empty where it holds none.
std::string swe_number_of(const workforce::HeldStaffRecord& record);

inline constexpr std::string_view social_worker_status = "social_worker";

}  // namespace kith::census
