// Handlers of clusters and of the settings in them, and of a setting's own page.
#include "partnership/dated_register.hpp"
#include "partnership/edit_pages.hpp"
#include "partnership/field_views.hpp"
#include "partnership/lookup_pages.hpp"
#include "partnership/network_pages.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

using access::Permission;

const web::Crumb clusters_crumb{.text = "Clusters", .href = "/clusters"};

/// A cluster is in reach where its locality is, or one of its settings: through its owner or its locality.
bool is_within(const access::Reach& reach, const Cluster& cluster, const std::vector<ClusterSetting>& members, const Directory& directory)
{
    if (reach.is_everything()) return true;
    if (cluster.locality && reach.covers(access::Subject{.organisation = {}, .localities = {*cluster.locality}, .staff_record = {}})) return true;
    return std::ranges::any_of(members, [&](const ClusterSetting& member) {
        const auto* setting = member.cluster == cluster.id ? directory.setting(member.setting) : nullptr;
        if (setting == nullptr) return false;
        access::Subject subject{.organisation = setting->organisation, .localities = {}, .staff_record = {}};
        if (setting->locality) subject.localities.push_back(*setting->locality);
        return reach.covers(subject);
    });
}

Cluster read_cluster(web::Form& form, const Directory& directory, Cluster before)
{
    before.name = form.text("name");
    before.code = form.text("code");
    before.locality = chosen_locality(form, "locality", directory);
    before.span = read_span(form);
    return before;
}

EditFrame cluster_frame(const Directory& directory, std::string title, std::string back, std::string action)
{
    return {.title = std::move(title), .back = std::move(back), .action = std::move(action), .fields = [&directory](const web::Form& form) { return cluster_fields(directory, form); }};
}

EditFrame setting_frame(const Directory& directory, Date today, bool may_choose, std::string title, std::string back, std::string action)
{
    return {.title = std::move(title), .back = std::move(back), .action = std::move(action),
            .fields = [&directory, today, may_choose](const web::Form& form) { return cluster_setting_fields(directory, form, today, may_choose); }};
}

std::vector<StaffRecordId> records_of(const std::vector<NamedLink>& links, Date today)
{
    std::vector<StaffRecordId> records;
    for (const auto& link : links)
        if (link.record && !link.span.is_over(today)) records.push_back(*link.record);
    return records;
}

}  // namespace

web::Response list_clusters(web::Visit& visit, const Sources&)
{
    const auto directory = load_directory(visit.reader());
    const auto members = all_cluster_settings(visit.reader());
    std::vector<ClusterLine> lines;
    for (const auto& cluster : load<Cluster>(visit.reader(), "1 = 1 ORDER BY name, id")) {
        if (cluster.span.is_over(visit.today()) || !is_within(visit.reach(), cluster, members, directory)) continue;
        const auto inside = std::ranges::count_if(members, [&](const auto& member) { return member.cluster == cluster.id && member.span.contains(visit.today()); });
        lines.push_back({cluster, inside});
    }
    return visit.page({.title = "Clusters", .nav = "/organisations", .wide = true}, cluster_list(directory, lines, visit.may(Permission::manage_organisations)));
}

web::Response show_cluster(web::Visit& visit, const Sources& sources)
{
    auto cluster = asked_for<Cluster>(visit, "cluster", "Cluster");
    if (!cluster) return visit.problem(cluster.error());
    const auto directory = load_directory(visit.reader());
    const auto members = load<ClusterSetting>(visit.reader(), "cluster_id = $1 ORDER BY id", cluster->id);
    if (!is_within(visit.reach(), *cluster, members, directory)) return visit.problem(not_found("Cluster").error());
    const auto links = links_around(visit.reader(), cluster->id);
    const auto names = staff_names(visit, sources, records_of(links, visit.today()));
    return visit.page({.title = cluster->name, .breadcrumbs = {clusters_crumb}, .nav = "/organisations"},
                      cluster_page({.sources = sources, .directory = directory, .cluster = *cluster, .settings = members, .links = links, .names = names,
                                    .may_open = may_open(visit, directory.settings), .today = visit.today(), .may_manage = visit.may(Permission::manage_organisations)}));
}

web::Response new_cluster(web::Visit& visit, const Sources&)
{
    const auto directory = load_directory(visit.reader());
    return shown(visit, cluster_frame(directory, "Add a cluster", "/clusters", "/clusters/new"));
}

web::Response create_cluster(web::Visit& visit, const Sources&)
{
    const auto directory = load_directory(visit.reader());
    const auto cluster = read_cluster(visit.form(), directory, {});
    return saved(visit, cluster_frame(directory, "Add a cluster", "/clusters", "/clusters/new"), "Cluster added: " + cluster.name, "Cluster added", [&](db::ChangeSet& changes) -> Result<std::string> {
        auto added = add(changes, cluster, visit.now());
        if (!added) return std::unexpected(added.error());
        return path_of(*added);
    });
}

web::Response edit_cluster(web::Visit& visit, const Sources&)
{
    auto cluster = asked_for<Cluster>(visit, "cluster", "Cluster");
    if (!cluster) return visit.problem(cluster.error());
    const auto directory = load_directory(visit.reader());
    visit.form().fill("name", cluster->name).fill("code", cluster->code);
    for (const auto& locality : directory.localities)
        if (cluster->locality == locality.id) visit.form().fill("locality", locality.code);
    fill(visit.form(), cluster->span);
    fill_seen(visit, Stored<Cluster>::table(), cluster->id.value());
    return shown(visit, cluster_frame(directory, "Change a cluster", path_of(*cluster), path_of(*cluster) + "/edit"));
}

web::Response update_cluster(web::Visit& visit, const Sources&)
{
    auto cluster = asked_for<Cluster>(visit, "cluster", "Cluster");
    if (!cluster) return visit.problem(cluster.error());
    const auto directory = load_directory(visit.reader());
    const auto next = read_cluster(visit.form(), directory, *cluster);
    const auto path = path_of(*cluster);
    return saved(visit, cluster_frame(directory, "Change a cluster", path, path + "/edit"), "Cluster changed: " + next.name, "Cluster changed", [&](db::ChangeSet& changes) -> Result<std::string> {
        if (auto same = still_as_seen(visit, Stored<Cluster>::table(), cluster->id.value()); !same) return std::unexpected(same.error());
        if (auto done = change(changes, next); !done) return std::unexpected(done.error());
        return path;
    });
}

web::Response new_cluster_setting(web::Visit& visit, const Sources&)
{
    auto cluster = asked_for<Cluster>(visit, "cluster", "Cluster");
    if (!cluster) return visit.problem(cluster.error());
    const auto directory = load_directory(visit.reader());
    return shown(visit, setting_frame(directory, visit.today(), true, "Add a setting to " + cluster->name, path_of(*cluster), path_of(*cluster) + "/settings/new"));
}

web::Response create_cluster_setting(web::Visit& visit, const Sources&)
{
    auto cluster = asked_for<Cluster>(visit, "cluster", "Cluster");
    if (!cluster) return visit.problem(cluster.error());
    const auto directory = load_directory(visit.reader());
    const auto chosen = visit.form().text("setting");
    auto setting = std::ranges::find_if(directory.settings, [&](const auto& one) { return one.public_id.text() == chosen; });
    if (setting == directory.settings.end()) visit.form().add({ProblemKind::unacceptable, "setting", "Choose a setting"});
    ClusterSetting member{.cluster = cluster->id, .span = read_span(visit.form())};
    if (setting != directory.settings.end()) member.setting = setting->id;
    const auto path = path_of(*cluster);
    return saved(visit, setting_frame(directory, visit.today(), true, "Add a setting to " + cluster->name, path, path + "/settings/new"), "Setting added to " + cluster->name, "Setting added",
                 [&](db::ChangeSet& changes) -> Result<std::string> {
                     if (auto added = add(changes, member, visit.now()); !added) return std::unexpected(added.error());
                     return path;
                 });
}

namespace {

Result<Cluster> cluster_of(db::Reader& reader, const ClusterSetting& member)
{
    auto found = load<Cluster>(reader, "id = $1", member.cluster);
    if (found.empty()) return not_found("Cluster");
    return found.front();
}

}  // namespace

web::Response edit_cluster_setting(web::Visit& visit, const Sources&)
{
    auto member = asked_for<ClusterSetting>(visit, "member", "Setting");
    if (!member) return visit.problem(member.error());
    auto cluster = cluster_of(visit.reader(), *member);
    if (!cluster) return visit.problem(cluster.error());
    fill(visit.form(), member->span);
    fill_seen(visit, Stored<ClusterSetting>::table(), member->id.value());
    const Directory none;
    return shown(visit, setting_frame(none, visit.today(), false, "Change a setting's days in " + cluster->name, path_of(*cluster), "/cluster-settings/" + member->public_id.text() + "/edit"));
}

web::Response update_cluster_setting(web::Visit& visit, const Sources&)
{
    auto member = asked_for<ClusterSetting>(visit, "member", "Setting");
    if (!member) return visit.problem(member.error());
    auto cluster = cluster_of(visit.reader(), *member);
    if (!cluster) return visit.problem(cluster.error());
    auto next = *member;
    next.span = read_span(visit.form());
    const Directory none;
    const auto path = path_of(*cluster);
    return saved(visit, setting_frame(none, visit.today(), false, "Change a setting's days in " + cluster->name, path, "/cluster-settings/" + member->public_id.text() + "/edit"),
                 "A setting's days changed in " + cluster->name, "Setting changed", [&](db::ChangeSet& changes) -> Result<std::string> {
                     if (auto same = still_as_seen(visit, Stored<ClusterSetting>::table(), member->id.value()); !same) return std::unexpected(same.error());
                     if (auto done = change(changes, next); !done) return std::unexpected(done.error());
                     return path;
                 });
}

web::Response show_setting(web::Visit& visit, const Sources& sources)
{
    auto setting = setting_asked_for(visit);
    if (!setting) return visit.problem(setting.error());
    const auto directory = load_directory(visit.reader());
    const auto numbers = load<RegisterNumber>(visit.reader(), "setting_id = $1 ORDER BY id", setting->id);
    const auto clusters = clusters_with(visit.reader(), setting->id);
    const auto links = load<NamedLink>(visit.reader(), "setting_id = $1 ORDER BY id", setting->id);
    const auto names = staff_names(visit, sources, records_of(links, visit.today()));
    const auto* owner = directory.organisation(setting->organisation);
    return visit.page({.title = setting->name, .breadcrumbs = {{"Organisations", "/organisations"}, {owner == nullptr ? "" : owner->name, owner == nullptr ? "/organisations" : path_of(*owner)}},
                       .nav = "/organisations"},
                      setting_page({.sources = sources, .directory = directory, .setting = *setting, .numbers = numbers, .clusters = clusters, .links = links, .names = names,
                                    .today = visit.today(), .may_manage = visit.reach(Permission::manage_organisations).covers(setting->organisation)}));
}

}  // namespace kith::partnership
