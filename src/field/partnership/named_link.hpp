#pragma once
// A named link: whom to ring about one thing for an organisation, a setting or a cluster, such as the common assessment link of a school.
// Values and their rules.
#include "partnership/cluster.hpp"
#include "partnership/team.hpp"

namespace kith::partnership {

using NamedLinkId = Id<struct NamedLinkTag>;

struct NamedLink {
    NamedLinkId id;
    PublicId public_id;
    std::string kind;  ///< code of the list "named_link_kinds"
    std::optional<OrganisationId> organisation;  ///< what it is for: one of these three
    std::optional<SettingId> setting;
    std::optional<ClusterId> cluster;
    std::optional<OrganisationId> works_for;  ///< the employer of the person, where it is known
    std::optional<StaffRecordId> record;
    WorkContact contact;
    Span span;
    bool operator==(const NamedLink&) const = default;
};

/// One thing it is for; a name or a staff record; a telephone or an e-mail, unless the staff record leads to the person.
Result<NamedLink> checked(NamedLink link);
/// True where both are the same person for the same thing and purpose.
bool is_same_link(const NamedLink& one, const NamedLink& other);
/// A conflict where the same person is that link already at that time. Two people may be the same kind of link at one time.
Result<void> fits(const NamedLink& next, const std::vector<NamedLink>& held);

}  // namespace kith::partnership
