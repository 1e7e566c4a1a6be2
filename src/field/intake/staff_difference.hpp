#pragma once
// What a checked staff file would change in what the register holds of one organisation: a pure function of the two. Nothing ends
// because a file does not speak of it, and what a rule refused stays as it was.
#include "intake/staff_check.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_record.hpp"

#include <unordered_set>

namespace kith::intake {

struct StaffDifference {
    workforce::Plan plan;            ///< what staff_register carries out
    returns::Difference difference;  ///< the same for people
    std::unordered_set<workforce::EngagementId> spoken_of = {};  ///< held jobs of which the file says something, changed or not
};

/// The difference between the file's taken rows of `view.organisation` and what the register holds. The same file against a register that
/// has taken it gives an empty plan. Terms without a day of their own, in a job already held, are compared with those in force on `today`
/// and where they differ hold from today.
StaffDifference difference_of(const StaffFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date today);

/// The taken rows of one organisation, in the order of the file.
struct OrganisationRows {
    const partnership::Organisation* organisation = nullptr;
    std::vector<std::uint32_t> rows;
};
/// Organisations in order of first mention.
std::vector<OrganisationRows> rows_by_organisation(const StaffFile& file);

/// The same for one organisation's rows of a file that has been indexed: what a file of many organisations asks for each.
StaffDifference difference_of(const StaffFile& file, const FileIndex& index, std::span<const std::uint32_t> rows, const workforce::RegisterView& view,
                              const packs::Packs& packs, Date today);

/// The organisations that taken rows speak of, in order of first mention.
std::vector<partnership::OrganisationId> organisations_in(const StaffFile& file);
/// The one organisation that every row of the file speaks of, taken or not; none where there are several, or a row names none that is known.
std::optional<partnership::OrganisationId> only_organisation_in(const StaffFile& file);

/// A short text that differs whenever what the plan would write differs.
std::string fingerprint_of(const workforce::Plan& plan);

}  // namespace kith::intake
