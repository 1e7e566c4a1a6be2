// The register tables of the room, and adding and changing through them. The questions asked of them stand in organisation_store.cpp.
#include "partnership/organisation_register.hpp"

#include "base/text.hpp"
#include "db/error.hpp"
#include "partnership/organisation_store.hpp"

namespace kith::partnership {

namespace {

/// NULL for what was not told.
std::optional<std::string> told(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional{text};
}

db::Values values_of(const Area& area)
{
    return {{"public_id", area.public_id}, {"name", area.name}};
}

db::Values values_of(const Locality& locality)
{
    return {{"public_id", locality.public_id}, {"code", locality.code}, {"name", locality.name}};
}

db::Values values_of(const Organisation& organisation)
{
    return {{"public_id", organisation.public_id},
            {"code", organisation.code},
            {"name", organisation.name},
            {"name_key", folded(organisation.name)},
            {"sector", organisation.sector},
            {"kind", organisation.kind},
            {"ownership", code_of(organisation.ownership)},
            {"expected_headcount", organisation.expected_headcount},
            {"opened_on", organisation.opened_on},
            {"closed_on", organisation.closed_on},
            {"returns_every", told(organisation.returns_every)},
            {"contact_name", told(organisation.contact.name.reveal())},
            {"contact_job", told(organisation.contact.job)},
            {"contact_phone", told(organisation.contact.phone.reveal())},
            {"contact_email", told(organisation.contact.email.reveal())}};
}

db::Values values_of(const Setting& setting)
{
    return {{"public_id", setting.public_id},
            {"organisation_id", setting.organisation},
            {"code", setting.code},
            {"name", setting.name},
            {"kind", setting.kind},
            {"locality_id", setting.locality},
            {"postcode", told(setting.postcode)},
            {"opened_on", setting.opened_on},
            {"closed_on", setting.closed_on},
            {"tier", told(setting.tier)},
            {"places", setting.places},
            {"deprivation_band", told(setting.deprivation_band)}};
}

template <class T>
Result<T> added(db::ChangeSet& changes, const db::RegisterTable& table, T value, Instant now)
{
    value.public_id = changes.writer().database().make_public_id(now);
    value.id = decltype(value.id){changes.add(table, values_of(value))};
    return value;
}

std::unexpected<Problem> code_taken(std::string_view what)
{
    return std::unexpected(Problem{ProblemKind::conflict, "code", std::string{"Another "} + std::string{what} + " has this code"});
}

}  // namespace

const db::RegisterTable& area_table()
{
    static const db::RegisterTable table{"area", {{"public_id"}, {"name"}}};
    return table;
}

const db::RegisterTable& locality_table()
{
    static const db::RegisterTable table{"locality", {{"public_id"}, {"code"}, {"name"}}};
    return table;
}

const db::RegisterTable& organisation_table()
{
    static const db::RegisterTable table{"organisation",
                                         {{"public_id"},
                                          {"code"},
                                          {"name"},
                                          {"name_key"},
                                          {"sector"},
                                          {"kind"},
                                          {"ownership"},
                                          {"expected_headcount", db::Kind::integer},
                                          {"opened_on"},
                                          {"closed_on"},
                                          {"returns_every"},
                                          {"contact_name"},
                                          {"contact_job"},
                                          {"contact_phone"},
                                          {"contact_email"}}};
    return table;
}

const db::RegisterTable& setting_table()
{
    static const db::RegisterTable table{"setting",
                                         {{"public_id"},
                                          {"organisation_id", db::Kind::integer},
                                          {"code"},
                                          {"name"},
                                          {"kind"},
                                          {"locality_id", db::Kind::integer},
                                          {"postcode"},
                                          {"opened_on"},
                                          {"closed_on"},
                                          {"tier"},
                                          {"places", db::Kind::integer},
                                          {"deprivation_band"}}};
    return table;
}

Result<Area> add(db::ChangeSet& changes, Area area, Instant now)
{
    if (trimmed(area.name).empty()) return unacceptable("name", "Enter the area's name");
    if (find_area(changes.writer())) return conflict("The area has been named already; change it instead");
    return added(changes, area_table(), std::move(area), now);
}

Result<Locality> add(db::ChangeSet& changes, Locality locality, Instant now)
{
    auto good = checked(std::move(locality));
    if (!good) return good;
    if (is_code_taken(changes.writer(), *good)) return code_taken("locality");
    return added(changes, locality_table(), std::move(*good), now);
}

Result<Organisation> add(db::ChangeSet& changes, Organisation organisation, Instant now)
{
    auto good = checked(std::move(organisation));
    if (!good) return good;
    if (is_code_taken(changes.writer(), *good)) return code_taken("organisation");
    return added(changes, organisation_table(), std::move(*good), now);
}

Result<Setting> add(db::ChangeSet& changes, Setting setting, Instant now)
{
    auto good = checked(std::move(setting));
    if (!good) return good;
    if (is_code_taken(changes.writer(), *good)) return code_taken("setting of this organisation");
    return added(changes, setting_table(), std::move(*good), now);
}

Result<void> change(db::ChangeSet& changes, const Area& area)
{
    if (trimmed(area.name).empty()) return unacceptable("name", "Enter the area's name");
    changes.replace(area_table(), area.id.value(), values_of(area));
    return {};
}

Result<void> change(db::ChangeSet& changes, const Locality& locality)
{
    auto good = checked(locality);
    if (!good) return std::unexpected(good.error());
    if (is_code_taken(changes.writer(), *good)) return code_taken("locality");
    changes.replace(locality_table(), good->id.value(), values_of(*good));
    return {};
}

Result<void> change(db::ChangeSet& changes, const Organisation& organisation)
{
    auto good = checked(organisation);
    if (!good) return std::unexpected(good.error());
    if (is_code_taken(changes.writer(), *good)) return code_taken("organisation");
    changes.replace(organisation_table(), good->id.value(), values_of(*good));
    return {};
}

Result<void> change(db::ChangeSet& changes, const Setting& setting)
{
    auto good = checked(setting);
    if (!good) return std::unexpected(good.error());
    if (is_code_taken(changes.writer(), *good)) return code_taken("setting of this organisation");
    changes.replace(setting_table(), good->id.value(), values_of(*good));
    return {};
}

}  // namespace kith::partnership
