#pragma once
// Reads terms in force and what changed of them, for the tally feed. Private to the room.
#include "workforce/tally_feed.hpp"

#include <optional>
#include <span>

namespace kith::workforce {

/// As of which change set the register is read: as it stands, or as it stood when that one had been made.
using KnownAt = std::optional<std::int64_t>;

/// One row as the register holds it: terms of an engagement of a record, joined.
struct TermsRow {
    StaffRecordId record;
    OrganisationId organisation;
    EngagementId engagement;
    Date started_on;
    std::optional<Date> ended_on;
    std::optional<Date> from_on;  ///< none: the engagement has no terms
    std::optional<SettingId> setting;
    std::optional<LocalityId> locality;  ///< of the terms, or where they name none of the setting
    std::string_view role_list;
    std::string_view role_code;
    std::string_view sector;
    std::string_view breadth;
    std::string_view contract;
    std::string_view tier;  ///< of the setting
    std::string_view pattern;
    std::string_view pay_period;
    std::string_view terms_set;
    std::string_view pension_scheme;
    std::string_view seconded_from;
    std::string_view seconded_to;
    std::string_view origin;
    std::string_view reason;
    std::string_view destination;
    std::string_view sex;
    std::string_view ethnicity;
    std::string_view disability;
    tally::Numbers numbers;  ///< all of them
};

/// Records by number: from the first, to before another; without either, all.
struct RecordRange {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> before;
};

/// Every row known at that time of a range of records, or those of `records` only; record by record. Texts hold until the next row is read.
void each_terms_row(db::Reader& reader, KnownAt known_at, RecordRange range, const std::function<void(const TermsRow&)>& take);
void each_terms_row(db::Reader& reader, std::span<const std::int64_t> records, const std::function<void(const TermsRow&)>& take);

/// One fact as the register holds it. `code` stands as reported, with the list that it is of.
struct FactRow {
    StaffRecordId record;
    FactKind kind;
    std::string_view list;
    std::string_view code;
    std::string_view detail;
    std::optional<Date> on;
    std::optional<Date> until;
};
void each_fact_row(db::Reader& reader, KnownAt known_at, RecordRange range, const std::function<void(const FactRow&)>& take);
void each_fact_row(db::Reader& reader, std::span<const std::int64_t> records, const std::function<void(const FactRow&)>& take);

/// The claims of all records that share a National Insurance number with another, or of those that share one with any of `records`.
std::vector<identity::Claim> claims(db::Reader& reader, KnownAt known_at);
std::vector<identity::Claim> claims(db::Reader& reader, std::span<const std::int64_t> records);

/// Every vacancy known at that time.
std::vector<TalliedVacancy> load_vacancies(db::Reader& reader, KnownAt known_at, const RoleMapping& roles);

/// The staff records that any change set after `change_set` touched, sorted; nothing where a setting was touched, which moves people in
/// ways that only loading the whole finds, or where a value was erased, of which no copy may stay.
std::optional<std::vector<std::int64_t>> records_changed_since(db::Reader& reader, std::int64_t change_set);
/// The last change set that erased a value; 0: none has.
std::int64_t last_erasure(db::Reader& reader);
/// By organisation; and between which numbers their records lie, where `records` is given.
std::unordered_map<OrganisationId, OrganisationState> load_organisation_states(db::Reader& reader, KnownAt known_at = {}, RecordRange* records = nullptr);

}  // namespace kith::workforce
