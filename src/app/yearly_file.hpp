#pragma once
// Yearly counts of authorities from a file laid out as the published indicators of the children's social work workforce.
#include "base/result.hpp"
#include "forecast/yearly.hpp"

#include <string>
#include <vector>

namespace kith::app {

struct YearlyFile {
    std::vector<forecast::Authority> authorities;       ///< by code; years in order
    std::int64_t rows = 0, without_count = 0;           ///< of local authorities
};
/// Reads the rows of local authorities: time_period, new_la_code, la_name and region_code where there are any, inpost_fte, starters_fte, leavers_fte; markers of what is not published (c, z, x, u, low, k) are no numbers. Refuses a file that cannot be read, lacks a column, or has a year of an authority twice. Source: Department for Education, "Children's social
/// work workforce", the table of indicators.
Result<YearlyFile> read_yearly_file(const std::string& path);

}  // namespace kith::app
