#include "partnership/lookup_pages.hpp"

#include "partnership/organisation_store.hpp"

#include <algorithm>
#include <memory>
#include <set>

namespace kith::partnership {

Directory load_directory(db::Reader& reader)
{
    return {all_organisations(reader), all_settings(reader), all_localities(reader)};
}

std::function<bool(OrganisationId)> may_open(web::Visit& visit, const std::vector<Setting>& settings)
{
    const auto reach = visit.reach(access::Permission::see_organisations);
    auto by_locality = std::make_shared<std::set<OrganisationId>>();
    if (!reach.localities().empty()) {
        for (const auto& setting : settings)
            if (setting.locality && reach.covers(access::Subject{.organisation = {}, .localities = {*setting.locality}, .staff_record = {}})) by_locality->insert(setting.organisation);
    }
    return [reach, by_locality](OrganisationId id) { return reach.covers(id) || by_locality->contains(id); };
}

std::optional<OrganisationId> chosen_organisation(web::Form& form, std::string_view name, const Directory& directory)
{
    const auto text = form.text(name);
    if (text.empty()) return std::nullopt;
    auto at = std::ranges::find_if(directory.organisations, [&](const auto& one) { return one.public_id.text() == text; });
    if (at != directory.organisations.end()) return at->id;
    form.add({ProblemKind::unacceptable, std::string{name}, "Choose an organisation from the list"});
    return std::nullopt;
}

std::optional<LocalityId> chosen_locality(web::Form& form, std::string_view name, const Directory& directory)
{
    const auto code = form.text(name);
    if (code.empty()) return std::nullopt;
    auto at = std::ranges::find(directory.localities, code, &Locality::code);
    if (at != directory.localities.end()) return at->id;
    form.add({ProblemKind::unacceptable, std::string{name}, "Choose a locality from the list"});
    return std::nullopt;
}

std::optional<StaffRecordId> chosen_record(web::Visit& visit, const Sources& sources, web::Form& form, std::optional<OrganisationId> employer)
{
    const auto reference = form.text("reference");
    if (reference.empty()) return std::nullopt;
    auto found = employer && sources.find_staff ? sources.find_staff(visit.reader(), *employer, reference) : std::nullopt;
    if (!found) {
        form.add({ProblemKind::unacceptable, "reference", employer ? "This organisation has no staff record with this reference. Check it, or give the person's name instead"
                                                                   : "Choose the organisation whose staff reference this is"});
    }
    return found;
}

Result<Organisation> organisation_asked_for(web::Visit& visit)
{
    auto id = visit.public_id("organisation");
    if (!id) return std::unexpected(id.error());
    return find_organisation(visit.reader(), visit.reach(), *id);
}

Result<Setting> setting_asked_for(web::Visit& visit)
{
    auto id = visit.public_id("setting");
    if (!id) return std::unexpected(id.error());
    return find_setting(visit.reader(), visit.reach(), *id);
}

}  // namespace kith::partnership
