#pragma once
// "Who to ring": main contacts and named links in force, place by place. Pure: what is held in, what the page shows out.
#include "partnership/named_link.hpp"
#include "partnership/organisation.hpp"

#include <string>
#include <vector>

namespace kith::partnership {

/// One person to ring about one thing.
struct DirectoryLine {
    std::string kind;  ///< code of the list "named_link_kinds"; empty: the organisation's main contact
    WorkContact contact;
    std::optional<StaffRecordId> record;
    std::optional<OrganisationId> works_for;
    std::optional<NamedLink> link;  ///< for those who may change it
};

/// An organisation, a setting or a cluster with whom to ring for it.
struct DirectoryPlace {
    std::string name;   ///< "Oak School", or "Oak School: lower site" for a setting that is named otherwise
    std::optional<Organisation> organisation;
    std::optional<Setting> setting;
    std::optional<Cluster> cluster;
    std::vector<DirectoryLine> lines;
};

struct DirectoryHeld {
    std::vector<Organisation> organisations;
    std::vector<Setting> settings;
    std::vector<Cluster> clusters;
    std::vector<ClusterSetting> cluster_settings;
    std::vector<NamedLink> links;
};

struct DirectoryFilter {
    std::string search;  ///< part of the name of a place
    std::string kind;    ///< code, or "main"
    std::optional<LocalityId> locality;
    bool is_empty() const { return search.empty() && kind.empty() && !locality; }
};

/// Places that have somebody to ring on `today` and pass the filter, by name. A setting whose cluster is asked for comes with the cluster; one called what its
/// organisation is called stands in one place with it.
std::vector<DirectoryPlace> directory_of(const DirectoryHeld& held, const DirectoryFilter& filter, Date today);

}  // namespace kith::partnership
