#include "access/invitation.hpp"

namespace kith::access {

namespace {

constexpr std::array<std::string_view, 4> state_names{"waiting", "expired", "accepted", "withdrawn"};

}  // namespace

std::string_view name_of(InvitationState state)
{
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<InvitationState> invitation_state_named(std::string_view name)
{
    for (std::size_t n = 0; n < state_names.size(); ++n) {
        if (state_names[n] == name) return static_cast<InvitationState>(n);
    }
    return std::nullopt;
}

std::string_view name_of(LinkWay way)
{
    static constexpr std::array<std::string_view, 3> names{"mail", "letter", "copied"};
    return names[static_cast<std::size_t>(way)];
}

InvitationState Invitation::state(Instant now) const
{
    if (withdrawn_at) return InvitationState::withdrawn;
    if (accepted_at) return InvitationState::accepted;
    return ends_at <= now ? InvitationState::expired : InvitationState::waiting;
}

bool may_invite_to(const Viewer& inviter, Role role)
{
    const auto scope = row_of(role).scope;
    if (scope == ScopeKind::own_record) return false;
    if (inviter.has_role(Role::administrator)) return true;
    return inviter.has_role(Role::workforce_lead) && scope != ScopeKind::area;
}

}  // namespace kith::access
