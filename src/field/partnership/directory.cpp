#include "partnership/directory.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace kith::partnership {

namespace {

/// The localities that each organisation works in, and each cluster.
struct Whereabouts {
    std::unordered_map<OrganisationId, std::set<LocalityId>> organisations;
    std::unordered_map<ClusterId, std::set<LocalityId>> clusters;
};

Whereabouts whereabouts_of(const DirectoryHeld& held)
{
    Whereabouts where;
    std::unordered_map<SettingId, LocalityId> settings;
    for (const auto& setting : held.settings) {
        if (!setting.locality) continue;
        where.organisations[setting.organisation].insert(*setting.locality);
        settings.emplace(setting.id, *setting.locality);
    }
    for (const auto& cluster : held.clusters)
        if (cluster.locality) where.clusters[cluster.id].insert(*cluster.locality);
    for (const auto& member : held.cluster_settings)
        if (auto at = settings.find(member.setting); at != settings.end()) where.clusters[member.cluster].insert(at->second);
    return where;
}

template <class Key>
std::vector<DirectoryLine> lines_for(const DirectoryHeld& held, std::optional<Key> NamedLink::*what, Key key, const DirectoryFilter& filter, Date today)
{
    std::vector<DirectoryLine> lines;
    for (const auto& link : held.links) {
        if (link.*what != key || !link.span.contains(today) || (!filter.kind.empty() && link.kind != filter.kind)) continue;
        lines.push_back({link.kind, link.contact, link.record, link.works_for, link});
    }
    return lines;
}

/// Open settings that are called what their open organisation is: to whoever rings, the two are one place.
std::unordered_multimap<OrganisationId, SettingId> namesakes_of(const DirectoryHeld& held, Date today)
{
    std::unordered_map<OrganisationId, std::string_view> open;
    for (const auto& organisation : held.organisations)
        if (organisation.is_open(today)) open.emplace(organisation.id, organisation.name);
    std::unordered_multimap<OrganisationId, SettingId> namesakes;
    for (const auto& setting : held.settings) {
        const auto owner = open.find(setting.organisation);
        if (setting.is_open(today) && owner != open.end() && owner->second == setting.name) namesakes.emplace(setting.organisation, setting.id);
    }
    return namesakes;
}

class Collector {
public:
    Collector(const DirectoryFilter& filter, std::vector<DirectoryPlace>& places) : filter_(filter), key_(folded(filter.search)), places_(places) {}

    /// Takes the place where it has somebody to ring, its name fits, and it lies where it is asked for.
    void take(DirectoryPlace place, const std::set<LocalityId>& where)
    {
        if (place.lines.empty() || (filter_.locality && !where.contains(*filter_.locality))) return;
        if (!key_.empty() && folded(place.name).find(key_) == std::string::npos) return;
        places_.push_back(std::move(place));
    }

private:
    const DirectoryFilter& filter_;
    std::string key_;
    std::vector<DirectoryPlace>& places_;
};

}  // namespace

std::vector<DirectoryPlace> directory_of(const DirectoryHeld& held, const DirectoryFilter& filter, Date today)
{
    std::vector<DirectoryPlace> places;
    Collector collector{filter, places};
    const auto where = whereabouts_of(held);
    std::unordered_map<OrganisationId, std::string> names;
    const auto namesakes = namesakes_of(held, today);
    const std::set<LocalityId> nowhere;
    const auto in = [&](const auto& map, auto key) -> const std::set<LocalityId>& { auto at = map.find(key); return at == map.end() ? nowhere : at->second; };
    for (const auto& organisation : held.organisations) {
        names.emplace(organisation.id, organisation.name);
        if (!organisation.is_open(today)) continue;
        DirectoryPlace place{.name = organisation.name, .organisation = organisation, .setting = {}, .cluster = {}, .lines = {}};
        if (!organisation.contact.is_empty() && (filter.kind.empty() || filter.kind == "main")) place.lines.push_back({{}, organisation.contact, {}, organisation.id, {}});
        for (auto& line : lines_for(held, &NamedLink::organisation, organisation.id, filter, today)) place.lines.push_back(std::move(line));
        for (auto [at, end] = namesakes.equal_range(organisation.id); at != end; ++at)
            for (auto& line : lines_for(held, &NamedLink::setting, at->second, filter, today)) place.lines.push_back(std::move(line));
        collector.take(std::move(place), in(where.organisations, organisation.id));
    }
    for (const auto& setting : held.settings) {
        const auto namesake = namesakes.equal_range(setting.organisation);
        const bool stands_already = std::any_of(namesake.first, namesake.second, [&](const auto& one) { return one.second == setting.id; });
        if (!setting.is_open(today) || stands_already) continue;
        const auto& owner = names[setting.organisation];
        collector.take({.name = owner == setting.name ? owner : owner + ": " + setting.name, .organisation = {}, .setting = setting, .cluster = {},
                        .lines = lines_for(held, &NamedLink::setting, setting.id, filter, today)},
                       setting.locality ? std::set{*setting.locality} : nowhere);
    }
    for (const auto& cluster : held.clusters) {
        if (!cluster.span.contains(today)) continue;
        collector.take({.name = cluster.name, .organisation = {}, .setting = {}, .cluster = cluster, .lines = lines_for(held, &NamedLink::cluster, cluster.id, filter, today)},
                       in(where.clusters, cluster.id));
    }
    std::ranges::stable_sort(places, {}, [](const DirectoryPlace& place) { return folded(place.name); });
    return places;
}

}  // namespace kith::partnership
