#pragma once
// Someone asked to come in: an account in their roles that waits for their password, and links that let them choose it. Values only; see
// invitations.hpp for what can be done.
#include "access/account.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kith::access {

using InvitationId = Id<struct InvitationTag>;

/// Days for which an invitation stands after it was last sent.
constexpr int invitation_days = 21;

/// In the order in which a list of all shows them: what needs a hand first.
enum class InvitationState { waiting, expired, accepted, withdrawn };
/// "waiting", as in addresses.
std::string_view name_of(InvitationState state);
std::optional<InvitationState> invitation_state_named(std::string_view name);

struct Invitation {
    InvitationId id;
    PublicId public_id;
    AccountId account;
    PublicId account_public_id;
    std::string name;      ///< of whom it is for
    EmailAddress email;
    std::string invited_by;  ///< name of who invited
    Instant invited_at;
    Instant ends_at;
    std::optional<Instant> accepted_at;
    std::optional<Instant> withdrawn_at;

    InvitationState state(Instant now) const;
};

/// How many are in each state.
using InvitationCounts = std::array<std::int64_t, 4>;

/// By which way a link was handed over.
enum class LinkWay { mail, letter, copied };
std::string_view name_of(LinkWay way);

/// True where someone who holds `inviter` may invite others to `role`: administrators to every role but that over one's own record, a
/// workforce lead to those of an organisation or a locality.
bool may_invite_to(const Viewer& inviter, Role role);

}  // namespace kith::access
