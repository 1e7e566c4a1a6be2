#pragma once
// Inviting people, handing them links, and their coming in. A link is a secret of 256 bits of which only the hash is kept; it works until one
// of its invitation's links was used, the invitation ran out or was withdrawn. Whoever follows a wrong one is told the same in every case.
#include "access/accounts.hpp"
#include "access/invitation.hpp"

#include <map>
#include <optional>
#include <vector>

namespace kith::access {

/// What inviting someone led to.
struct Invited {
    AccountId account;
    std::optional<InvitationId> invitation;  ///< none where they have an account with a password: they are told of their roles instead
    int roles_given = 0;                     ///< those they did not hold already
};

/// Opens an account for `wanted` in its roles and an invitation to it; where there is an account already, gives the roles it lacks. An account
/// that was closed before anyone used it is opened again; a conflict where one that was used is closed. Forbidden where `inviter` may not
/// invite to a role wanted, or to one that an account which nobody has used yet is to have: a link to it would be a way into that role.
Result<Invited> invite(db::Writer& writer, const NewAccount& wanted, const Viewer& inviter, Instant now);
/// True where `inviter` may handle invitations to `account`: may invite to each role that it holds or will hold.
bool may_handle_invitation(db::Reader& reader, const Viewer& inviter, AccountId account, Date today);
/// A new link: what stands after "/invitation/". The invitation runs for another invitation_days from now. A conflict once it is over.
Result<std::string> make_link(db::Writer& writer, InvitationId invitation, LinkWay way, const Chance& chance, Instant now);
/// No link works any more; an account that nobody has used is closed. A conflict once it was accepted or withdrawn.
Result<void> withdraw_invitation(db::Writer& writer, InvitationId invitation, const By& by, Instant now);

/// The invitation of a link that still works.
std::optional<Invitation> invitation_of_link(db::Reader& reader, std::string_view link, Instant now);
/// The invited person chooses a password and is signed in; every link of the invitation has worked for the last time. Problems in
/// "password"; not found where the link does not work (any more). Slow: on a worker.
Result<SignedIn> accept_invitation(const SignInHouse& house, std::string_view link, const Password& password);

Result<Invitation> find_invitation(db::Reader& reader, const PublicId& id);
Result<Invitation> find_invitation(db::Reader& reader, InvitationId id);
/// Which invitations a list or a count covers.
struct InvitationFilter {
    std::optional<InvitationState> state = {};
    bool area_roles = true;  ///< those to roles over the whole area too, which a workforce lead may not handle
};
/// Newest first.
std::vector<Invitation> list_invitations(db::Reader& reader, const InvitationFilter& filter, int limit, int offset, Instant now);
/// In each state; the filter's own state does not count.
InvitationCounts count_invitations(db::Reader& reader, const InvitationFilter& filter, Instant now);

/// A link that was made, without the link.
struct MadeLink {
    Instant at;
    std::string way;  ///< name_of(LinkWay)
};
std::vector<MadeLink> links_of(db::Reader& reader, InvitationId invitation);

}  // namespace kith::access
