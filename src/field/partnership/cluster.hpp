#pragma once
// A cluster: settings that work together, often the schools of one neighbourhood with the services around them. Values and their rules.
#include "partnership/organisation.hpp"
#include "partnership/span.hpp"

#include <vector>

namespace kith::partnership {

using ClusterId = Id<struct ClusterTag>;
using ClusterSettingId = Id<struct ClusterSettingTag>;

struct Cluster {
    ClusterId id;
    PublicId public_id;
    std::string code;  ///< unique in the area
    std::string name;
    std::optional<LocalityId> locality;
    Span span;
    bool operator==(const Cluster&) const = default;
};

/// That a setting is in a cluster, with its days. A setting may be in several clusters at a time, and in each of them once.
struct ClusterSetting {
    ClusterSettingId id;
    PublicId public_id;
    ClusterId cluster;
    SettingId setting;
    Span span;
    bool operator==(const ClusterSetting&) const = default;
};

Result<Cluster> checked(Cluster cluster);
/// A conflict where the setting is in this cluster already at that time.
Result<void> fits(const ClusterSetting& next, const std::vector<ClusterSetting>& held);

}  // namespace kith::partnership
