#pragma once
// The area, its localities, and the organisations and settings that work in it: values and their rules. No SQL, no pages.
#include "access/ids.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "partnership/work_contact.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::partnership {

using access::LocalityId;
using access::OrganisationId;
using AreaId = Id<struct AreaTag>;
using SettingId = Id<struct SettingTag>;

/// The territory of the partnership: one a database.
struct Area {
    AreaId id;
    PublicId public_id;
    std::string name;
    bool operator==(const Area&) const = default;
};

/// A part of the area by which services and figures are arranged.
struct Locality {
    LocalityId id;
    PublicId public_id;
    std::string code;
    std::string name;
    bool operator==(const Locality&) const = default;
};

/// Who owns an organisation: the public, or private, voluntary and independent (PVI) owners.
enum class Ownership : std::uint8_t { public_sector, pvi };

/// "public" or "pvi", as stored and as files have it.
std::string_view code_of(Ownership ownership);
/// "Public" or "Private, voluntary or independent".
std::string_view words_for(Ownership ownership);
Result<Ownership> parse_ownership(std::string_view text);

/// An employer that is a partner. Sector and kind are codes as reported; packs say what they mean.
struct Organisation {
    OrganisationId id;
    PublicId public_id;
    std::string code;  ///< short name it goes by in files, unique in the area
    std::string name;
    std::string sector;
    std::string kind;
    Ownership ownership = Ownership::public_sector;
    std::optional<std::int64_t> expected_headcount;  ///< staff it says it has; what coverage is measured against
    std::optional<Date> opened_on;
    std::optional<Date> closed_on;  ///< last day
    std::string returns_every;  ///< code of the list "return_frequencies"; empty: as is usual for its kind
    WorkContact contact;        ///< whom to ring first
    bool is_open(Date day) const { return (!opened_on || *opened_on <= day) && (!closed_on || day <= *closed_on); }
    bool operator==(const Organisation&) const = default;
};

/// A place where an organisation works with children and families.
struct Setting {
    SettingId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string code;  ///< unique within its organisation
    std::string name;
    std::string kind;
    std::optional<LocalityId> locality;
    std::string postcode;  ///< "SY1 2AB"; empty where it is not known
    std::optional<Date> opened_on;
    std::optional<Date> closed_on;  ///< last day
    std::string tier;                    ///< code of the list "tiers": universal, targeted, specialist; empty where it is not known
    std::optional<std::int64_t> places;  ///< children or young people it has room for at a time
    std::string deprivation_band;        ///< code of the list "deprivation_bands", of the place; empty where it is not known
    bool is_open(Date day) const { return (!opened_on || *opened_on <= day) && (!closed_on || day <= *closed_on); }
    bool operator==(const Setting&) const = default;
};

/// The same with spaces tidied, or the first thing that stands in the way; fields are named as the members are.
Result<Organisation> checked(Organisation organisation);
Result<Setting> checked(Setting setting);
Result<Locality> checked(Locality locality);
/// Code and name with spaces tidied in place, or the first thing that stands in the way of either.
Result<void> checked_code_and_name(std::string& code, std::string& name);

}  // namespace kith::partnership
