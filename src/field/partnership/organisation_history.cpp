#include "partnership/organisation_history.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

void add_link(std::vector<OrganisationEvent>& events, const Organisation& organisation, const OrganisationLink& link, const std::function<std::string(OrganisationId)>& name)
{
    const bool is_own = link.organisation == organisation.id;
    const auto other = is_own ? link.other : link.organisation;
    const auto whose = name(other);
    switch (link.kind) {
    case LinkKind::merged_into: events.push_back({link.span.from, is_own ? "Merged into " + whose : whose + " merged into it", other}); return;
    case LinkKind::split_from: events.push_back({link.span.from, is_own ? "Split from " + whose : whose + " split from it", other}); return;
    case LinkKind::parent: break;
    }
    events.push_back({link.span.from, is_own ? "Belongs to " + whose : whose + " belongs to it", other});
    if (link.span.until) {
        events.back().words = is_own ? "Came to " + whose : whose + " came to it";
        events.push_back({link.span.until->plus_days(1), is_own ? "No longer belongs to " + whose : whose + " no longer belongs to it", other});
    }
}

}  // namespace

std::vector<OrganisationEvent> history_of(const Organisation& organisation, const std::vector<OrganisationLink>& links,
                                          const std::function<std::string(OrganisationId)>& name)
{
    std::vector<OrganisationEvent> events;
    if (organisation.opened_on) events.push_back({organisation.opened_on, "Opened", {}});
    for (const auto& link : links)
        if (link.organisation == organisation.id || link.other == organisation.id) add_link(events, organisation, link, name);
    if (organisation.closed_on) events.push_back({organisation.closed_on, "Last day", {}});
    std::ranges::stable_sort(events, [](const auto& one, const auto& other) { return one.on.value_or(Date::from_days(-100'000)) > other.on.value_or(Date::from_days(-100'000)); });
    return events;
}

}  // namespace kith::partnership
