#pragma once
// How organisations hang together: a trust or chain and its members, what merged into what, what split from what, each from a day on.
// Values and their rules; no SQL, no pages.
#include "partnership/organisation.hpp"
#include "partnership/span.hpp"

#include <array>
#include <vector>

namespace kith::partnership {

using OrganisationLinkId = Id<struct OrganisationLinkTag>;

enum class LinkKind : std::uint8_t {
    parent,       ///< `organisation` belongs to `other`
    merged_into,  ///< `organisation` went up in `other`, which took over on the first day
    split_from,   ///< `organisation` came out of `other` and began on the first day
};
inline constexpr std::array every_link_kind{LinkKind::parent, LinkKind::merged_into, LinkKind::split_from};

/// "parent", "merged_into", "split_from", as stored and as files have it.
std::string_view code_of(LinkKind kind);
Result<LinkKind> parse_link_kind(std::string_view text);

struct OrganisationLink {
    OrganisationLinkId id;
    PublicId public_id;
    OrganisationId organisation;
    LinkKind kind = LinkKind::parent;
    OrganisationId other;
    Span span;
    bool operator==(const OrganisationLink&) const = default;
};

/// Nothing where `next` may stand among the links held (its own former self, by id, set aside). Otherwise why not: an organisation that is
/// linked with itself, two parents on one day, a circle of parents on any one day, a circle of mergers, a merger without its day.
Result<void> fits(const OrganisationLink& next, const std::vector<OrganisationLink>& held);

/// The parent on that day; none where it has none.
std::optional<OrganisationId> parent_of(OrganisationId organisation, Date day, const std::vector<OrganisationLink>& links);

}  // namespace kith::partnership
