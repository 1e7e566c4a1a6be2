#include "partnership/named_link.hpp"

#include "base/text.hpp"

namespace kith::partnership {

Result<NamedLink> checked(NamedLink link)
{
    if (link.kind.empty()) return unacceptable("kind", "Choose what they are to be rung about");
    const int things = int{link.organisation.has_value()} + int{link.setting.has_value()} + int{link.cluster.has_value()};
    if (things != 1) return unacceptable("organisation", "Say for which organisation, setting or cluster they are to be rung: one of the three");
    auto contact = checked(link.contact);
    if (!contact) return std::unexpected(contact.error());
    link.contact = *contact;
    if (!link.record && link.contact.name.reveal().empty()) return unacceptable("contact_name", "Enter the name of the person to ring");
    if (!link.record && link.contact.phone.reveal().empty() && link.contact.email.reveal().empty()) {
        return unacceptable("contact_phone", "Enter a telephone number or an e-mail address, so that they can be reached");
    }
    if (auto good = in_order(link.span); !good) return std::unexpected(good.error());
    return link;
}

bool is_same_link(const NamedLink& one, const NamedLink& other)
{
    if (one.kind != other.kind || one.organisation != other.organisation || one.setting != other.setting || one.cluster != other.cluster) return false;
    if (one.record || other.record) return one.record == other.record;
    return folded(one.contact.name.reveal()) == folded(other.contact.name.reveal());
}

Result<void> fits(const NamedLink& next, const std::vector<NamedLink>& held)
{
    for (const auto& other : held) {
        if (other.id == next.id && next.id.is_set()) continue;
        if (is_same_link(other, next) && other.span.overlaps(next.span)) {
            return std::unexpected(Problem{ProblemKind::conflict, "from", "This person is recorded for it already at that time. Change the other entry instead"});
        }
    }
    return {};
}

}  // namespace kith::partnership
