#pragma once
// Reads terms in force and what changed of them, for the tally feed. Private to the room.
#include "workforce/tally_feed.hpp"

#include <optional>
#include <span>

namespace kith::workforce {

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
    std::string role_list;
    std::string role_code;
    std::string sector;
    std::string breadth;
    std::string contract;
    std::optional<Fte> fte;
};

/// Every current row, or those of `records` only; ordered by record, engagement, day.
void each_terms_row(db::Reader& reader, const std::function<void(const TermsRow&)>& take);
void each_terms_row(db::Reader& reader, std::span<const std::int64_t> records, const std::function<void(const TermsRow&)>& take);
/// The staff records that any change set after `change_set` touched, sorted; nothing where a setting was touched, which moves people in
/// ways that only loading the whole finds.
std::optional<std::vector<std::int64_t>> records_changed_since(db::Reader& reader, std::int64_t change_set);
std::unordered_map<OrganisationId, OrganisationState> load_organisation_states(db::Reader& reader);

}  // namespace kith::workforce
