#pragma once
// The questions that this room's pages ask of its tables. Private to the room; other rooms use organisation_register.hpp.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "db/transaction.hpp"
#include "partnership/organisation.hpp"

#include <string>
#include <vector>

namespace kith::partnership {

/// True where another current one has the code.
bool is_code_taken(db::Reader& reader, const Locality& locality);
bool is_code_taken(db::Reader& reader, const Organisation& organisation);
bool is_code_taken(db::Reader& reader, const Setting& setting);

/// What a list of organisations is narrowed to; empty: not narrowed.
struct OrganisationFilter {
    std::vector<std::string> sectors;
    std::vector<LocalityId> localities;  ///< organisations with a setting there
    std::vector<std::string> ownerships;
    std::string search;  ///< part of a name, or a code
    bool is_empty() const { return sectors.empty() && localities.empty() && ownerships.empty() && search.empty(); }
};

inline constexpr int organisations_a_page = 50;

/// One page of a list, and how long the whole is.
struct OrganisationPage {
    std::vector<Organisation> organisations;  ///< by name
    std::int64_t total = 0;
    int page = 1;  ///< the page shown; one that is not there becomes the first
    int pages = 1;
};
OrganisationPage list_organisations(db::Reader& reader, const access::Reach& reach, const OrganisationFilter& filter, int page);

/// The organisation where it lies within `reach`; not found otherwise.
Result<Organisation> find_organisation(db::Reader& reader, const access::Reach& reach, const PublicId& id);
/// Organisations within `reach` that have a setting in the locality, by name.
std::vector<Organisation> organisations_in(db::Reader& reader, const access::Reach& reach, LocalityId locality);

/// A locality with how many organisations within reach work there.
struct LocalityLine {
    Locality locality;
    std::int64_t organisations = 0;
};
/// Localities within `reach`, and those where an organisation within it has a setting; by name.
std::vector<LocalityLine> list_localities(db::Reader& reader, const access::Reach& reach);
Result<Locality> find_locality(db::Reader& reader, const access::Reach& reach, const PublicId& id);
/// The setting where its organisation, or its own locality, lies within `reach`.
Result<Setting> find_setting(db::Reader& reader, const access::Reach& reach, const PublicId& id);

/// Which version of the row is current: another after each change; 0 where there is none.
std::int64_t version_of(db::Reader& reader, const db::RegisterTable& table, std::int64_t id);

}  // namespace kith::partnership
