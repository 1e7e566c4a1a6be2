// Handlers of "Who to ring" and of named links.
#include "base/text.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/dated_store.hpp"
#include "partnership/edit_pages.hpp"
#include "partnership/field_views.hpp"
#include "partnership/lookup_pages.hpp"
#include "partnership/network_pages.hpp"
#include "partnership/organisation_store.hpp"
#include "web/page_number.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

using access::Permission;

constexpr int places_a_page = 25;

/// The filter of the query, and the address that says the same: what is not known is left out of both.
std::pair<DirectoryFilter, web::Address> filter_of(const web::Visit& visit, const Sources& sources, const std::vector<Locality>& localities)
{
    DirectoryFilter filter{.search = std::string{clipped(trimmed(visit.request.query("search")), 100)}, .kind = {}, .locality = {}};
    auto address = web::Address{"/who-to-ring"}.with("search", filter.search);
    const std::string kind{visit.request.query("about")};
    if (kind == "main" || sources.packs->list("named_link_kinds").find(kind) != nullptr) filter.kind = kind;
    address = address.with("about", filter.kind);
    auto found = std::ranges::find(localities, visit.request.query("locality"), &Locality::code);
    if (found != localities.end()) {
        filter.locality = found->id;
        address = address.with("locality", found->code);
    }
    return {filter, address};
}

/// Those of the viewer's own organisation or locality before the others; all are shown, since contacts are given so that partners reach one another.
void own_places_first(std::vector<DirectoryPlace>& places, const DirectoryHeld& held, const access::Reach& reach)
{
    if (reach.is_everything()) return;
    std::stable_partition(places.begin(), places.end(), [&](const DirectoryPlace& place) {
        if (place.cluster) return false;
        access::Subject subject{.organisation = place.organisation ? place.organisation->id : place.setting->organisation, .localities = {}, .staff_record = {}};
        for (const auto& setting : held.settings) {
            const bool is_of_it = place.setting ? setting.id == place.setting->id : setting.organisation == subject.organisation;
            if (is_of_it && setting.locality) subject.localities.push_back(*setting.locality);
        }
        return reach.covers(subject);
    });
}

/// What a new link is for, by the query; the page it came from, and the address it is posted to.
struct LinkTarget {
    NamedLink link;
    std::string back;
    std::string action;
};

LinkTarget target_of(NamedLink link, std::string back, std::string_view what, const PublicId& id)
{
    return {std::move(link), std::move(back), fmt::format("/named-links/new?{}={}", what, id.text())};
}

Result<LinkTarget> target_asked_for(web::Visit& visit)
{
    NamedLink link;
    const auto id_in = [&](std::string_view name) { return PublicId::parse(visit.request.query(name)); };
    if (auto id = id_in("organisation")) {
        auto organisation = find_organisation(visit.reader(), visit.reach(), *id);
        if (!organisation) return std::unexpected(organisation.error());
        link.organisation = organisation->id;
        return target_of(link, path_of(*organisation), "organisation", *id);
    }
    if (auto id = id_in("setting")) {
        auto setting = find_setting(visit.reader(), visit.reach(), *id);
        if (!setting) return std::unexpected(setting.error());
        link.setting = setting->id;
        return target_of(link, path_of(*setting), "setting", *id);
    }
    auto id = id_in("cluster");
    if (!id) return not_found("Page");
    auto cluster = load_one<Cluster>(visit.reader(), "Cluster", *id);
    if (!cluster) return std::unexpected(cluster.error());
    link.cluster = cluster->id;
    return target_of(link, path_of(*cluster), "cluster", *id);
}

/// The page that a link stands on.
std::string page_of(const Directory& directory, const NamedLink& link, db::Reader& reader)
{
    if (const auto* organisation = directory.organisation(link.organisation)) return path_of(*organisation);
    if (const auto* setting = directory.setting(link.setting)) return path_of(*setting);
    const auto clusters = link.cluster ? load<Cluster>(reader, "id = $1", *link.cluster) : std::vector<Cluster>{};
    return clusters.empty() ? "/who-to-ring" : path_of(clusters.front());
}

NamedLink read_link(web::Visit& visit, const Sources& sources, const Directory& directory, NamedLink before)
{
    auto& form = visit.form();
    before.kind = form.text("kind");
    before.contact = read_contact(form);
    before.span = read_span(form);
    before.works_for = chosen_organisation(form, "works_for", directory);
    before.record = chosen_record(visit, sources, form, before.works_for);
    return before;
}

EditFrame frame_for(const Sources& sources, const Directory& directory, Date today, std::string title, std::string back, std::string action)
{
    return {.title = std::move(title), .back = std::move(back), .action = std::move(action), .nav = "/who-to-ring",
            .fields = [&sources, &directory, today](const web::Form& form) { return named_link_fields(sources, directory, form, today); }};
}

}  // namespace

web::Response who_to_ring(web::Visit& visit, const Sources& sources)
{
    auto& reader = visit.reader();
    const DirectoryHeld held{all_organisations(reader), all_settings(reader), all_clusters(reader), all_cluster_settings(reader), all_named_links(reader)};
    const Directory directory{held.organisations, held.settings, all_localities(reader)};
    const auto [filter, address] = filter_of(visit, sources, directory.localities);
    auto places = directory_of(held, filter, visit.today());
    own_places_first(places, held, visit.reach());
    const auto total = static_cast<std::int64_t>(places.size());
    const auto page = web::page_asked_for(visit.request, total, places_a_page);
    places = page.part_of(std::move(places));
    std::vector<StaffRecordId> records;
    for (const auto& place : places)
        for (const auto& line : place.lines)
            if (line.record) records.push_back(*line.record);
    const auto names = staff_names(visit, sources, std::move(records));
    const auto opens = may_open(visit, held.settings);
    return visit.page({.title = "Who to ring", .nav = "/who-to-ring", .wide = true},
                      who_to_ring_page({.sources = sources, .directory = directory, .places = places, .names = names, .filter = filter, .address = address, .total = total,
                                        .page = page.page, .pages = page.pages, .may_open = opens, .may_manage = visit.may(Permission::manage_organisations)}));
}

web::Response new_named_link(web::Visit& visit, const Sources& sources)
{
    auto target = target_asked_for(visit);
    if (!target) return visit.problem(target.error());
    const auto directory = load_directory(visit.reader());
    return shown(visit, frame_for(sources, directory, visit.today(), "Add somebody to ring", target->back, target->action));
}

web::Response create_named_link(web::Visit& visit, const Sources& sources)
{
    auto target = target_asked_for(visit);
    if (!target) return visit.problem(target.error());
    const auto directory = load_directory(visit.reader());
    const auto link = read_link(visit, sources, directory, target->link);
    const auto frame = frame_for(sources, directory, visit.today(), "Add somebody to ring", target->back, target->action);
    return saved(visit, frame, "Named link added", "Added", [&](db::ChangeSet& changes) -> Result<std::string> {
        auto added = add(changes, link, visit.now());
        if (!added) return std::unexpected(added.error());
        return target->back;
    });
}

web::Response edit_named_link(web::Visit& visit, const Sources& sources)
{
    auto link = asked_for<NamedLink>(visit, "contact", "Named link");
    if (!link) return visit.problem(link.error());
    const auto directory = load_directory(visit.reader());
    auto& form = visit.form();
    form.fill("kind", link->kind);
    fill(form, link->contact);
    fill(form, link->span);
    if (const auto* employer = directory.organisation(link->works_for)) form.fill("works_for", employer->public_id.text());
    fill_seen(visit, Stored<NamedLink>::table(), link->id.value());
    return shown(visit, frame_for(sources, directory, visit.today(), "Change a named link", page_of(directory, *link, visit.reader()), path_of(*link) + "/edit"));
}

web::Response update_named_link(web::Visit& visit, const Sources& sources)
{
    auto link = asked_for<NamedLink>(visit, "contact", "Named link");
    if (!link) return visit.problem(link.error());
    const auto directory = load_directory(visit.reader());
    auto next = read_link(visit, sources, directory, *link);
    if (!next.record && visit.form().text("reference").empty() && next.works_for == link->works_for) next.record = link->record;
    const auto back = page_of(directory, *link, visit.reader());
    if (next == *link) return visit.redirect(back, "Nothing was changed");
    return saved(visit, frame_for(sources, directory, visit.today(), "Change a named link", back, path_of(*link) + "/edit"), "Named link changed", "Changed",
                 [&](db::ChangeSet& changes) -> Result<std::string> {
                     if (auto same = still_as_seen(visit, Stored<NamedLink>::table(), link->id.value()); !same) return std::unexpected(same.error());
                     if (auto done = change(changes, next); !done) return std::unexpected(done.error());
                     return back;
                 });
}

}  // namespace kith::partnership
