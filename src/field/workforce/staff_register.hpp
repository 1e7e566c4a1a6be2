#pragma once
// The public door to staff records: what the register holds of an organisation, and carrying out what a return would have it hold. Who may
// do either is decided before. Reads made through it are not audited here: the page or job that asks does that.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "db/sealed.hpp"
#include "workforce/staff_record.hpp"

#include <functional>
#include <optional>
#include <unordered_map>

namespace kith::workforce {

const db::RegisterTable& staff_record_table();
const db::RegisterTable& engagement_table();
const db::RegisterTable& engagement_terms_table();
const db::RegisterTable& staff_fact_table();

/// Seals National Insurance numbers and opens them. Empty where the house has no key: then no number is kept, and those kept are left alone.
struct NumberKeeper {
    std::function<db::Bytes(const NationalInsuranceNumber&)> seal;
    std::function<std::optional<NationalInsuranceNumber>(const db::Bytes&)> open;  ///< nothing where another key sealed it
    std::function<db::Bytes(const NationalInsuranceNumber&)> blind_index;          ///< the same for the same number, its last letter apart; tells nothing without the key
    std::function<std::string(std::string_view)> mark;  ///< a hash keyed likewise, 33 characters: for what must be found again and not guessed
    bool has_key() const { return static_cast<bool>(seal); }
};

/// Seals under `key`; with no key the keeper is empty, and no number is kept.
NumberKeeper number_keeper(const std::optional<db::SealingKey>& key, db::RandomBytes random);

/// Whether any organisation of the reach has a staff record. One statement.
bool has_records(db::Reader& reader, const access::Reach& reach);

/// What the register holds now of `organisation`: every current record, engagement, terms and fact, in four statements.
RegisterView load_view(db::Reader& reader, OrganisationId organisation, const NumberKeeper& numbers);

/// What carrying out a plan wrote.
struct Applied {
    std::int64_t records_added = 0;
    std::int64_t records_changed = 0;
    std::int64_t engagements_added = 0;
    std::int64_t engagements_changed = 0;
    std::int64_t terms_added = 0;
    std::int64_t terms_changed = 0;
    std::int64_t terms_removed = 0;
    std::int64_t facts_added = 0;
    std::int64_t facts_changed = 0;
    std::int64_t facts_ended = 0;
    std::int64_t rows() const
    {
        return records_added + records_changed + engagements_added + engagements_changed + terms_added + terms_changed + terms_removed
            + facts_added + facts_changed + facts_ended;
    }
    Applied& operator+=(const Applied& other);
};

/// Writes `plan` through the change set, in bulk. The plan must have been made from a view loaded in the same Writer, so that the keys it
/// names are current; a key that is not throws and nothing may be committed.
Applied apply(db::ChangeSet& changes, const Plan& plan, Instant now, const NumberKeeper& numbers);

/// Makes plans, each of another organisation's records, from what `reader` reads, and gives them to `take` one after another.
using PlanMaker = std::function<void(db::Reader& reader, const std::function<void(const Plan&)>& take)>;
/// The same for plans of about so many new records together. Where they are many, `make` runs on a thread beside, and what it made is written
/// here meanwhile. Its reader then sees the register as it was before this Writer, so nothing of staff records may have been written in it yet.
Applied apply_each(db::ChangeSet& changes, std::size_t records, Instant now, const NumberKeeper& numbers, const PlanMaker& make);

/// Records that the register holds as current for an organisation.
std::int64_t count_records(db::Reader& reader, OrganisationId organisation);
/// The record of that organisation's own reference.
std::optional<StaffRecordId> find_staff_record(db::Reader& reader, OrganisationId organisation, std::string_view reference);

/// The public id of the record that an organisation calls, or last called, `reference`: for asking who has looked at it.
Result<PublicId> public_id_of(db::Reader& reader, OrganisationId organisation, std::string_view reference);

/// The record of that public id, as it stands in the address of its page; not found where none is current.
Result<StaffRecordId> find_staff_record(db::Reader& reader, const PublicId& id);

/// One current record, whose it is, and all that is held of it but the National Insurance number, where it lies within `reach`; not found otherwise.
struct FoundRecord {
    OrganisationId organisation;
    PublicId public_id;
    HeldStaffRecord held;
};
Result<FoundRecord> find_record_within(db::Reader& reader, const access::Reach& reach, const PublicId& id, Date today);
/// Public ids of an organisation's current records.
std::unordered_map<StaffRecordId, PublicId> public_ids_of(db::Reader& reader, OrganisationId organisation);

/// The key under which a record is searched: every part of the name folded, each after a space, family name first.
std::string name_key(const PersonName& family_name, const PersonName& given_name);

}  // namespace kith::workforce
