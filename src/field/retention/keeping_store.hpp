#pragma once
// Rows of erasure, correction and retention_run. Private to this room. Whatever lies outside the reach given is answered as not found.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "retention/correction.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kith::retention {

const db::RegisterTable& correction_table();
const db::RegisterTable& erasure_table();
const db::RegisterTable& retention_run_table();

/// One erasure as the journal lists it.
struct ErasureLine {
    Instant at;
    std::string by;  ///< account holder's name, or the command line, or Kith
    access::OrganisationId organisation;
    std::string depth;
    std::string ground;
    std::string words;
    std::int64_t values = 0;
    std::int64_t files = 0;
};
/// Newest first.
std::vector<ErasureLine> list_erasures(db::Reader& reader, const access::Reach& reach, int limit, int offset);
std::int64_t count_erasures(db::Reader& reader, const access::Reach& reach);

/// The last time that each rule was carried out, by rule.
struct LastRun {
    Instant at;
    std::string by;
    std::int64_t done = 0;
    std::int64_t passed_over = 0;
};
std::map<std::string, LastRun> last_runs(db::Reader& reader);

/// Those within reach, those waiting first, then the newest.
std::vector<Correction> list_corrections(db::Reader& reader, const access::Reach& reach, int limit, int offset);
std::int64_t count_corrections(db::Reader& reader, const access::Reach& reach);
std::int64_t count_waiting(db::Reader& reader, const access::Reach& reach);
std::vector<Correction> corrections_of(db::Reader& reader, access::StaffRecordId record);
Result<Correction> find_correction(db::Reader& reader, const access::Reach& reach, const PublicId& id);
void save_answer(db::ChangeSet& changes, const Correction& correction);

/// A change set as the pages of this room name it.
struct Made {
    Instant at;
    std::string by;
    std::optional<std::int64_t> return_id;
};
std::map<std::int64_t, Made> change_sets_named(db::Reader& reader, const std::set<std::int64_t>& ids);

}  // namespace kith::retention
