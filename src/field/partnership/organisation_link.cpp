#include "partnership/organisation_link.hpp"

#include "base/text.hpp"

namespace kith::partnership {

namespace {

/// True where, on some day of `span`, the links of `kind` lead from `from` to `goal`. `steps` bounds the walk where links that are held run in
/// a circle already.
bool leads_to(OrganisationId from, OrganisationId goal, const Span& span, LinkKind kind, const OrganisationLink& next,
              const std::vector<OrganisationLink>& held, std::size_t steps)
{
    if (from == goal) return true;
    if (steps == 0) return false;
    for (const auto& link : held) {
        if (link.id == next.id && next.id.is_set()) continue;
        if (link.kind != kind || link.organisation != from) continue;
        // A merger is for good: what went up in another is there on every later day, so days tell no mergers apart.
        if (kind == LinkKind::parent && !link.span.overlaps(span)) continue;
        const auto days = kind == LinkKind::parent ? link.span.both(span) : span;
        if (leads_to(link.other, goal, days, kind, next, held, steps - 1)) return true;
    }
    return false;
}

std::unexpected<Problem> taken(std::string field, std::string message)
{
    return std::unexpected(Problem{ProblemKind::conflict, std::move(field), std::move(message)});
}

std::string_view circle_words(LinkKind kind)
{
    switch (kind) {
    case LinkKind::parent: return "This would make the organisation its own parent, through the parents above it. Choose another parent, or end one of the links above first";
    case LinkKind::merged_into: return "The other organisation merged into this one. Undo that first, or turn the two around";
    case LinkKind::split_from: break;
    }
    return "The other organisation came out of this one. Turn the two around";
}

}  // namespace

std::string_view code_of(LinkKind kind)
{
    switch (kind) {
    case LinkKind::parent: return "parent";
    case LinkKind::merged_into: return "merged_into";
    case LinkKind::split_from: break;
    }
    return "split_from";
}

Result<LinkKind> parse_link_kind(std::string_view text)
{
    const auto key = lower_ascii(trimmed(text));
    for (auto kind : every_link_kind) {
        if (key == code_of(kind)) return kind;
    }
    return unacceptable("kind", "Kind of link must be parent, merged_into or split_from");
}

Result<void> fits(const OrganisationLink& next, const std::vector<OrganisationLink>& held)
{
    if (auto good = in_order(next.span); !good) return good;
    if (next.organisation == next.other) return unacceptable("other", "An organisation cannot be linked with itself. Choose another organisation");
    if (next.kind != LinkKind::parent && !next.span.from) return unacceptable("from", "Enter the day on which it happened");
    for (const auto& link : held) {
        if ((link.id == next.id && next.id.is_set()) || link.organisation != next.organisation || link.kind != next.kind) continue;
        if (next.kind == LinkKind::parent && link.span.overlaps(next.span)) {
            return taken("from", link.other == next.other ? "It belongs to this parent already at that time"
                                                          : "It has another parent at that time. End that link first, or choose a later day");
        }
        if (next.kind == LinkKind::merged_into) return taken("other", "It has merged into another organisation already. Undo that first");
    }
    if (leads_to(next.other, next.organisation, next.span, next.kind, next, held, held.size() + 1)) {
        return unacceptable("other", std::string{circle_words(next.kind)});
    }
    return {};
}

std::optional<OrganisationId> parent_of(OrganisationId organisation, Date day, const std::vector<OrganisationLink>& links)
{
    for (const auto& link : links) {
        if (link.kind == LinkKind::parent && link.organisation == organisation && link.span.contains(day)) return link.other;
    }
    return std::nullopt;
}

}  // namespace kith::partnership
