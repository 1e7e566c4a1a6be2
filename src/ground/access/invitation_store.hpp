#pragma once
// Rows of invitation and invitation_link. Private to this room: see invitations.hpp for what others call.
#include "access/invitations.hpp"

#include <optional>

namespace kith::access {

InvitationId insert_invitation(db::Writer& writer, AccountId account, const By& by, Instant now);
/// It runs for invitation_days from now.
void extend_invitation(db::Writer& writer, InvitationId invitation, Instant now);
void store_accepted(db::Writer& writer, InvitationId invitation, Instant now);
/// Withdrawn, with all its links.
void end_invitation(db::Writer& writer, InvitationId invitation, Instant now);
/// The account's invitation that was neither accepted nor withdrawn, run out or not.
std::optional<InvitationId> find_open_invitation(db::Reader& reader, AccountId account);
void insert_link(db::Writer& writer, InvitationId invitation, const std::string& hash, LinkWay way, Instant now);
std::optional<Invitation> find_invitation_with_link(db::Reader& reader, const std::string& hash);

/// Those that nobody accepted and that ran out or were withdrawn before `before`.
std::vector<InvitationId> find_spent_invitations(db::Reader& reader, Instant before);
/// With its links.
void delete_invitation(db::Writer& writer, InvitationId invitation);

}  // namespace kith::access
