#pragma once
// Teams, clusters, named links, numbers, parents, mergers and splits as pages show them: values in, markup out. Private to the room.
#include "partnership/directory.hpp"
#include "partnership/organisation_views.hpp"
#include "partnership/people_views.hpp"
#include "partnership/succession.hpp"

namespace kith::partnership {

std::string path_of(const Team& team);
std::string path_of(const Cluster& cluster);
std::string path_of(const NamedLink& link);
/// "Oak School: lower site", or the name alone where both are called the same.
std::string full_name(const Setting& setting, const Organisation* owner);

/// Names of what pages speak of, by id; loaded once a page.
struct Directory {
    std::vector<Organisation> organisations;
    std::vector<Setting> settings;
    std::vector<Locality> localities;
    const Organisation* organisation(std::optional<OrganisationId> id) const;
    const Setting* setting(std::optional<SettingId> id) const;
    std::string locality(std::optional<LocalityId> id, std::string none) const;
    std::string name_of(const Setting& setting) const { return full_name(setting, organisation(setting.organisation)); }
    /// To choose from in forms, by public id.
    std::vector<ui::SelectItem> organisation_items(Date today) const;
    std::vector<ui::SelectItem> setting_items(Date today) const;
};

struct WhoToRingView {
    const Sources& sources;
    const Directory& directory;
    const std::vector<DirectoryPlace>& places;  ///< of this page only
    const StaffNames& names;
    const DirectoryFilter& filter;
    web::Address address;
    std::int64_t total = 0;
    int page = 1;
    int pages = 1;
    std::function<bool(OrganisationId)> may_open;  ///< whether this viewer has the organisation's page
    bool may_manage = false;
};
ui::Html who_to_ring_page(const WhoToRingView& view);

struct TeamLine {
    Team team;
    std::int64_t members = 0;
    std::int64_t employers = 0;
};
ui::Html team_list(const Sources& sources, const Directory& directory, const std::vector<TeamLine>& lines, bool may_manage);

struct TeamView {
    const Sources& sources;
    const Directory& directory;
    const Team& team;
    const std::vector<TeamMember>& members;
    const StaffNames& names;
    std::function<bool(OrganisationId)> may_open;
    Date today;
    bool may_manage = false;
};
ui::Html team_page(const TeamView& view);

struct ClusterLine {
    Cluster cluster;
    std::int64_t settings = 0;
};
ui::Html cluster_list(const Directory& directory, const std::vector<ClusterLine>& lines, bool may_manage);

struct ClusterView {
    const Sources& sources;
    const Directory& directory;
    const Cluster& cluster;
    const std::vector<ClusterSetting>& settings;
    const std::vector<NamedLink>& links;  ///< of the cluster and of its settings
    const StaffNames& names;
    std::function<bool(OrganisationId)> may_open;
    Date today;
    bool may_manage = false;
};
ui::Html cluster_page(const ClusterView& view);

struct SettingView {
    const Sources& sources;
    const Directory& directory;
    const Setting& setting;
    const std::vector<RegisterNumber>& numbers;
    const std::vector<Cluster>& clusters;
    const std::vector<NamedLink>& links;
    const StaffNames& names;
    Date today;
    bool may_manage = false;
};
ui::Html setting_page(const SettingView& view);

/// Those of the links that hold today or are to come, as a list of people; for whom where the heading does not say it.
ui::Html link_blocks(const Sources& sources, const Directory& directory, const std::vector<NamedLink>& links, const StaffNames& names, Date today, bool may_manage,
                     bool say_for_whom);

ui::Html named_link_fields(const Sources& sources, const Directory& directory, const web::Form& form, Date today);
ui::Html team_fields(const Sources& sources, const Directory& directory, const web::Form& form, Date today);
ui::Html member_fields(const Directory& directory, const web::Form& form, Date today);
ui::Html cluster_fields(const Directory& directory, const web::Form& form);
ui::Html cluster_setting_fields(const Directory& directory, const web::Form& form, Date today, bool may_choose);
ui::Html number_fields(const Sources& sources, const std::vector<Setting>& settings, const web::Form& form);
ui::Html parent_fields(const Directory& directory, const Organisation& organisation, const Organisation* parent, const web::Form& form, Date today);
ui::Html merger_fields(const Directory& directory, const Organisation& organisation, const std::vector<Setting>& settings, const web::Form& form, Date today);
ui::Html split_fields(const Sources& sources, const Organisation& organisation, const std::vector<Setting>& settings, const web::Form& form);

}  // namespace kith::partnership
