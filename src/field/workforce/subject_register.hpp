#pragma once
// The public door to everything that is held about one person by one organisation: reading all of it as it lies in the registers, and
// erasing it. It asks the database which tables there are, so that what is added to a staff record later is neither left out of an
// answer nor kept after an erasure. Who may do either is decided before; reads are audited by whoever asks.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "workforce/staff_record.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kith::workforce {

/// One value as it lies in the register.
struct HeldValue {
    std::string column;
    std::string value;    ///< empty where there is none; "Held, sealed" for what only a key opens
    bool erased = false;
    std::optional<db::Bytes> sealed{};  ///< what the key opens
};

/// One version of one thing.
struct HeldRow {
    std::int64_t id = 0;
    std::int64_t made_by = 0;               ///< the change set that made it
    std::optional<std::int64_t> ended_by;   ///< and the one that superseded it; none while it is current
    std::vector<HeldValue> values;          ///< without keys that only join tables
};

/// Every version of every thing of one register table that belongs to the person.
struct HeldTable {
    std::string name;
    std::vector<HeldRow> rows;  ///< oldest first
};

/// All that the registers hold about the person behind `record`: the record, what hangs on it by a column named for it (TABLE_id, or
/// subject_id), and what hangs on that.
std::vector<HeldTable> everything_held(db::Reader& reader, StaffRecordId record);

/// The change sets that made or ended any of it.
std::set<std::int64_t> change_sets_of(const std::vector<HeldTable>& held);

/// How much an erasure takes.
enum class ErasureDepth {
    person,      ///< who it is: what is left counts in figures as someone whose name is not held
    everything,  ///< the record too: it leaves every figure, past ones included
};
std::string_view id_of(ErasureDepth depth);

/// Erases within the change set, and answers how many values. At depth `person` only what figures count stays, without what names anyone: places,
/// roles, dates, FTE and other columns named in subject_register.cpp; any column that is not named there is erased, and what is none of it (a
/// place in a team, a named link) ends. Where colleagues have the person as manager by the reference, that goes too. Undoing cannot bring it back.
std::int64_t erase_person(db::ChangeSet& changes, StaffRecordId record, ErasureDepth depth);

/// What stands in place of a reference that was erased. Returns never match such a record.
inline constexpr std::string_view erased_reference = "erased";

/// What an organisation knows the person by, and what else a page needs to name them.
struct Subject {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string reference;
    PersonName given_name;
    PersonName family_name;
    bool has_job = false;  ///< has an engagement that has not ended
    bool is_erased() const { return reference == erased_reference; }
};
/// The current record of that public id; not found where there is none.
Result<Subject> find_subject(db::Reader& reader, const PublicId& id, Date today);
Result<Subject> find_subject(db::Reader& reader, StaffRecordId id, Date today);

/// Someone who has left: no engagement runs on or after `before`, and the last one ended before it.
struct Leaver {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string reference;
    Date left_on;
};
/// Leavers of the organisations within reach whose last engagement ended before that day and who are not erased yet, longest gone first.
std::vector<Leaver> left_before(db::Reader& reader, const access::Reach& reach, Date before, int limit);
std::int64_t count_left_before(db::Reader& reader, const access::Reach& reach, Date before);

}  // namespace kith::workforce
