#pragma once
// What the handlers of this room load and read again and again: names by id, choices of forms, what stands in the address. Private.
#include "partnership/dated_store.hpp"
#include "partnership/network_views.hpp"
#include "partnership/organisation_register.hpp"
#include "web/visit.hpp"

namespace kith::partnership {

/// Three statements.
Directory load_directory(db::Reader& reader);

/// Whether this viewer has the organisation's page: as find_organisation answers, for many at once.
std::function<bool(OrganisationId)> may_open(web::Visit& visit, const std::vector<Setting>& settings);

/// The organisation chosen by its public id; none where nothing was chosen. One that is not there is a problem on the form.
std::optional<OrganisationId> chosen_organisation(web::Form& form, std::string_view name, const Directory& directory);
std::optional<LocalityId> chosen_locality(web::Form& form, std::string_view name, const Directory& directory);
/// The staff record of the reference in the field "reference" at that employer; a problem on the form where there is none.
std::optional<StaffRecordId> chosen_record(web::Visit& visit, const Sources& sources, web::Form& form, std::optional<OrganisationId> employer);

/// The thing whose public id stands in the address under `part`.
template <class T>
Result<T> asked_for(web::Visit& visit, std::string_view part, std::string_view what)
{
    auto id = visit.public_id(part);
    if (!id) return std::unexpected(id.error());
    return load_one<T>(visit.reader(), what, *id);
}
Result<Organisation> organisation_asked_for(web::Visit& visit);
Result<Setting> setting_asked_for(web::Visit& visit);

}  // namespace kith::partnership
