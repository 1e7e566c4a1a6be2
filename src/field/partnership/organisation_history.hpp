#pragma once
// What became of an organisation, in words and by day: opened, came to a parent, merged, split, closed. Pure.
#include "partnership/organisation_link.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kith::partnership {

struct OrganisationEvent {
    std::optional<Date> on;  ///< none: nobody knows since when
    std::string words;       ///< "Elm School merged into it"
    std::optional<OrganisationId> other;
};

/// Newest first; those without a day last. `links` may hold those of others too.
std::vector<OrganisationEvent> history_of(const Organisation& organisation, const std::vector<OrganisationLink>& links,
                                          const std::function<std::string(OrganisationId)>& name);

}  // namespace kith::partnership
