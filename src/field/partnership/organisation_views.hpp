#pragma once
// Organisations, settings and localities as pages show them: values in, markup out. Private to the room.
#include "partnership/named_link.hpp"
#include "partnership/organisation_link.hpp"
#include "partnership/organisation_store.hpp"
#include "partnership/register_number.hpp"
#include "partnership/routes.hpp"
#include "ui/fields.hpp"
#include "web/address.hpp"
#include "web/form.hpp"

namespace kith::partnership {

struct Directory;
using StaffNames = std::unordered_map<StaffRecordId, StaffName>;

std::string path_of(const Organisation& organisation);
std::string path_of(const Locality& locality);
std::string path_of(const Setting& setting);
/// What a code of a pack's list is called; the code itself where the list has none such.
std::string label_of(const Sources& sources, std::string_view list, std::string_view code);

/// When staff were last handed in, and how many of those expected are recorded.
std::string handed_in(const std::optional<Recorded>& recorded);
std::string recorded_of_expected(const std::optional<Recorded>& recorded, const std::optional<std::int64_t>& expected);

struct OrganisationListView {
    const Sources& sources;
    const OrganisationPage& page;
    const OrganisationFilter& filter;
    const std::vector<Locality>& localities;
    const std::unordered_map<OrganisationId, Recorded>& recorded;
    std::function<bool(OrganisationId)> may_count;  ///< whether this viewer may see how many staff are recorded
    web::Address address;                            ///< of the list as it is narrowed now, without its page
    bool may_manage = false;
    bool any_at_all = true;                          ///< false: there is no organisation yet, filtered or not
};
ui::Html organisation_list(const OrganisationListView& view);

struct OrganisationView {
    const Sources& sources;
    const Organisation& organisation;
    const std::vector<Setting>& settings;
    std::optional<Recorded> recorded;
    std::optional<StaffCount> staff;
    std::optional<LastReturn> last_return;
    const Directory& directory;                  ///< names of what it hangs together with
    const std::vector<OrganisationLink>& organisation_links;
    const std::vector<RegisterNumber>& numbers;
    const std::vector<NamedLink>& named_links;   ///< of it and of its settings
    const std::vector<Team>& teams;              ///< that it leads
    const StaffNames& names;
    std::function<bool(OrganisationId)> may_open;
    std::string returns_every;                   ///< code of the list "return_frequencies"
    Date today;
    bool may_manage = false;
    bool may_count = false;
};
ui::Html organisation_page(const OrganisationView& view);

ui::Html locality_list(const std::vector<LocalityLine>& localities, bool may_manage);
ui::Html locality_page(const Sources& sources, const Locality& locality, const std::vector<Organisation>& organisations, bool may_manage);

/// Localities to choose from, by code.
std::vector<ui::SelectItem> locality_items(const std::vector<Locality>& localities);
/// The fields of each form, answers and errors from `form`.
ui::Html organisation_fields(const Sources& sources, const web::Form& form);
ui::Html setting_fields(const Sources& sources, const web::Form& form, const std::vector<Locality>& localities);
ui::Html locality_fields(const web::Form& form);

}  // namespace kith::partnership
