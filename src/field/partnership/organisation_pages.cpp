#include "partnership/organisation_pages.hpp"

#include "base/text.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/edit_pages.hpp"
#include "partnership/form_pages.hpp"
#include "partnership/lookup_pages.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

using access::Permission;

const web::Crumb organisations_crumb{.text = "Organisations", .href = "/organisations"};

/// The filter of the query, and the address that says the same: what is not known is left out of both.
std::pair<OrganisationFilter, web::Address> filter_of(const web::Visit& visit, const Sources& sources, const std::vector<Locality>& localities)
{
    OrganisationFilter filter;
    web::Address address{"/organisations"};
    filter.search = std::string{clipped(trimmed(visit.request.query("search")), 100)};
    address = address.with("search", filter.search);
    for (const auto& code : visit.request.query_all("sector")) {
        if (sources.packs->list("sectors").find(code) == nullptr) continue;
        filter.sectors.push_back(code);
        address = address.with("sector", code);
    }
    for (const auto& code : visit.request.query_all("locality")) {
        auto found = std::ranges::find(localities, code, &Locality::code);
        if (found == localities.end()) continue;
        filter.localities.push_back(found->id);
        address = address.with("locality", code);
    }
    for (const auto& code : visit.request.query_all("ownership")) {
        if (code != "public" && code != "pvi") continue;
        filter.ownerships.push_back(code);
        address = address.with("ownership", code);
    }
    return {filter, address};
}

std::unordered_map<OrganisationId, Recorded> recorded(web::Visit& visit, const Sources& sources)
{
    if (!sources.recorded) return {};
    auto all = sources.recorded(visit.reader(), visit.today());
    return all;
}

Result<Organisation> asked_for(web::Visit& visit)
{
    auto id = visit.public_id("organisation");
    if (!id) return std::unexpected(id.error());
    return find_organisation(visit.reader(), visit.reach(), *id);
}

/// What hangs together with one organisation.
struct Around {
    std::vector<OrganisationLink> organisation_links;
    std::vector<RegisterNumber> numbers;
    std::vector<NamedLink> named_links;
    std::vector<Team> teams;
    StaffNames names;
};

Around load_around(web::Visit& visit, const Sources& sources, OrganisationId id)
{
    auto& reader = visit.reader();
    Around around{load<OrganisationLink>(reader, "(organisation_id = $1 OR other_id = $1) ORDER BY id", id),
                  load<RegisterNumber>(reader, "organisation_id = $1 ORDER BY kind, id", id),
                  links_around(reader, id),
                  load<Team>(reader, "led_by = $1 ORDER BY name, id", id), {}};
    std::vector<StaffRecordId> records;
    for (const auto& link : around.named_links)
        if (link.record && !link.span.is_over(visit.today())) records.push_back(*link.record);
    around.names = staff_names(visit, sources, std::move(records));
    return around;
}

web::PageParts form_parts(std::string title, std::string back)
{
    return {.title = std::move(title), .back = std::move(back), .nav = "/organisations"};
}

ui::Html organisation_form(web::Visit& visit, const Sources& sources, const std::string& action)
{
    return ui::two_thirds(visit.in_form({.action = action}, seen_field(visit.form()) + organisation_fields(sources, visit.form())));
}

}  // namespace

web::Response list_organisations_page(web::Visit& visit, const Sources& sources)
{
    const auto localities = all_localities(visit.reader());
    const auto [filter, address] = filter_of(visit, sources, localities);
    const auto page = list_organisations(visit.reader(), visit.reach(), filter, web::page_number_in(visit.request));
    auto states = recorded(visit, sources);
    std::erase_if(states, [&](const auto& one) { return !visit.reach().is_everything() && !visit.reach().covers(one.first); });
    const auto counting = visit.reach(Permission::see_workforce_figures);
    OrganisationListView view{.sources = sources, .page = page, .filter = filter, .localities = localities, .recorded = states,
                              .may_count = [&](OrganisationId id) { return counting.covers(id); }, .address = address,
                              .may_manage = visit.may(Permission::manage_organisations), .any_at_all = page.total > 0 || !filter.is_empty()};
    return visit.page({.title = "Organisations", .nav = "/organisations", .wide = true}, organisation_list(view));
}

web::Response show_organisation(web::Visit& visit, const Sources& sources)
{
    auto organisation = asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto directory = load_directory(visit.reader());
    std::vector<Setting> settings;
    for (const auto& setting : directory.settings)
        if (setting.organisation == organisation->id) settings.push_back(setting);
    const auto around = load_around(visit, sources, organisation->id);
    const auto states = recorded(visit, sources);
    auto state = states.find(organisation->id);
    OrganisationView view{.sources = sources, .organisation = *organisation, .settings = settings,
                          .recorded = state == states.end() ? std::nullopt : std::optional{state->second},
                          .staff = sources.staff ? sources.staff(visit, *organisation) : std::nullopt,
                          .last_return = sources.last_return && visit.reach(Permission::see_returns).covers(organisation->id)
                              ? sources.last_return(visit, organisation->id) : std::nullopt,
                          .directory = directory, .organisation_links = around.organisation_links, .numbers = around.numbers, .named_links = around.named_links, .teams = around.teams,
                          .names = around.names, .may_open = may_open(visit, directory.settings), .returns_every = returns_every(*sources.packs, *organisation), .today = visit.today(),
                          .may_manage = visit.reach(Permission::manage_organisations).covers(organisation->id),
                          .may_count = visit.reach(Permission::see_workforce_figures).covers(organisation->id)};
    return visit.page({.title = organisation->name, .breadcrumbs = {organisations_crumb}, .nav = "/organisations"}, organisation_page(view));
}

web::Response new_organisation(web::Visit& visit, const Sources& sources)
{
    return visit.page(form_parts("Add an organisation", "/organisations"), organisation_form(visit, sources, "/organisations/new"));
}

web::Response create_organisation(web::Visit& visit, const Sources& sources)
{
    const auto again = [&] {
        return visit.try_again(form_parts("Add an organisation", "/organisations"), organisation_form(visit, sources, "/organisations/new"));
    };
    auto organisation = read_organisation(visit.form(), {});
    if (!organisation) return again();
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Organisation added: " + organisation->name};
    auto added = add(changes, *organisation, visit.now());
    if (!added) {
        visit.form().add(added.error());
        return again();
    }
    visit.writer().commit();
    return visit.redirect(path_of(*added), "Organisation added");
}

web::Response edit_organisation(web::Visit& visit, const Sources& sources)
{
    auto organisation = asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    fill(visit.form(), *organisation);
    fill_seen(visit, organisation_table(), organisation->id.value());
    auto path = path_of(*organisation);
    return visit.page(form_parts("Change an organisation", path), organisation_form(visit, sources, path + "/edit"));
}

web::Response update_organisation(web::Visit& visit, const Sources& sources)
{
    auto organisation = asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto path = path_of(*organisation);
    const auto again = [&] {
        return visit.try_again(form_parts("Change an organisation", path), organisation_form(visit, sources, path + "/edit"));
    };
    auto next = read_organisation(visit.form(), *organisation);
    if (!next) return again();
    if (*next == *organisation) return visit.redirect(path, "Nothing was changed");
    if (auto same = still_as_seen(visit, organisation_table(), organisation->id.value()); !same) return visit.problem(same.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Organisation changed: " + next->name};
    if (auto done = change(changes, *next); !done) {
        visit.form().add(done.error());
        return again();
    }
    visit.writer().commit();
    return visit.redirect(path, "Organisation changed");
}

}  // namespace kith::partnership
