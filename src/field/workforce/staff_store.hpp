#pragma once
// The questions that this room asks of staff records. Private to the room; other rooms use staff_register.hpp.
#include "access/reach.hpp"
#include "db/transaction.hpp"
#include "workforce/sight.hpp"
#include "workforce/staff_record.hpp"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::workforce {

/// A National Insurance number as it is stored.
struct SealedNumber {
    std::optional<db::Bytes> sealed;
    std::optional<db::Bytes> index;
};

/// What a new version of a record keeps of the old one unless it is told otherwise.
struct Kept {
    PublicId public_id;
    SealedNumber number;
};
std::unordered_map<StaffRecordId, Kept> load_kept(db::Reader& reader, std::span<const std::int64_t> ids);

/// One line of the staff list.
struct StaffLine {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string organisation_name;
    std::string reference;
    PersonName given_name;
    PersonName family_name;
};

/// Rows to values, for this room's stores.
StaffRecord record_of(const db::Row& row);
Engagement engagement_of(const db::Row& row);
EngagementTerms terms_of(const db::Row& row);
Fact fact_of(const db::Row& row);

/// The columns that those read, besides `id` and the key of what they belong to; `table` is its short name with a dot ("t."), or nothing.
std::string record_columns(std::string_view table = "");
std::string engagement_columns(std::string_view table = "");
std::string terms_columns(std::string_view table = "");
std::string fact_columns(std::string_view table = "");

inline constexpr int staff_a_page = 50;
inline constexpr int staff_an_export = 5000;

/// What the staff list is narrowed to; empty: not narrowed.
struct StaffFilter {
    std::string search;  ///< words, each the beginning of a part of the name; or a reference
    std::optional<OrganisationId> organisation;
};

struct StaffPage {
    std::vector<StaffLine> lines;  ///< by family name; those without a name last
    std::int64_t total = 0;
    int page = 1;
    int pages = 1;
};

/// The access decision on staff records that a query calls r, as an SQL condition: within reach of a role (of organisations, of people who
/// work in localities on `today`, or one by one), or shared.
std::string staff_within(const Whose& whose, Date today);

/// The staff records that `whose` covers: of its organisations, of people who work in its localities on `today`, its own records, or those
/// shared with it by agreement.
StaffPage list_staff(db::Reader& reader, const Whose& whose, const StaffFilter& filter, Date today, int page,
                     int a_page = staff_a_page);

/// Those of `people` (sorted; counted by the tally) that `whose` covers today, a page of them. `total` is how many were given.
StaffPage list_people(db::Reader& reader, const Whose& whose, std::span<const std::int64_t> people, Date today, int page, int a_page = staff_a_page);

/// What settings are called, by key; one statement.
std::unordered_map<std::int64_t, std::string> load_setting_names(db::Reader& reader, std::span<const std::int64_t> settings);

/// A staff record with all that is current of it, where `whose` covers it; not found otherwise. Which parts of it are seen is sight_of's.
struct FullRecord {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    StaffRecord record;  ///< without the National Insurance number
    std::optional<db::Bytes> sealed_number;
    std::vector<HeldEngagement> engagements;  ///< newest first
    std::vector<HeldFact> facts;              ///< by kind, then by code, then by day
};
Result<FullRecord> find_full_record(db::Reader& reader, const Whose& whose, const PublicId& id, Date today);
/// Everything current of these records but their numbers, in four statements for each thousand, in the order of the ids.
std::vector<HeldStaffRecord> load_records(db::Reader& reader, std::span<const StaffRecordId> ids);
/// The records that `reach` names one by one: a practitioner's own.
std::vector<PublicId> own_records(db::Reader& reader, const access::Reach& reach);

}  // namespace kith::workforce
