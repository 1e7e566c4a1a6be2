#pragma once
// Which findings of a staff file ask something that a person can answer, and what makes two of them the same question: rule, record and the
// values that the rule looks at. A pure function of table and findings. National Insurance numbers never go into it.
#include "access/ids.hpp"
#include "files/csv_table.hpp"
#include "intake/profile.hpp"
#include "intake/staff_row.hpp"
#include "returns/finding.hpp"
#include "workforce/staff_register.hpp"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace kith::intake {

/// 32 hex digits of the pieces, each with its length before it.
std::string query_of(std::span<const std::string_view> pieces);

/// Keys the queries' hashes, so that whoever has the database alone cannot try values out against them. As they are where the house has no key.
void key_queries(returns::Findings& findings, const workforce::NumberKeeper& numbers);

/// Gives each doubtful finding that stands at a row its query: 32 hex digits, the same as long as the rule asks about the same values of the
/// same record. `doubtful`: ids of rules whose finding is taken and worth a look.
void mark_queries(returns::Findings& findings, const files::CsvTable& table, const Profile& profile, const ColumnPlaces& places,
                  const std::optional<access::OrganisationId>& organisation, const std::set<std::string_view>& doubtful);

/// Says of each query about a job or a list of facts in a staff file of whom it asks and which held values it looks at, so that a later return which
/// changes one of them closes it. Nothing where the house has no key, or the row says not whose it is.
void mark_subjects(returns::Findings& findings, const StaffFile& file, const workforce::NumberKeeper& numbers);

}  // namespace kith::intake
