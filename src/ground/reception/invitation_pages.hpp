#pragma once
// Handlers of inviting people and watching who comes. Private to this room; the way in by a link is invitation_door.hpp.
#include "jobs/mail.hpp"
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

/// The kind of message that invites someone: its mail is written by invitation_composer at the moment it is sent.
inline constexpr std::string_view invitation_message = "invitation";
/// Writes the mail of an invitation, with a link made for it; nothing once it was accepted or withdrawn.
jobs::Composer invitation_composer(const Desk& desk, std::string site, std::string partnership, Chance chance);

web::Response list_invitations(web::Visit& visit, const Desk& desk);
web::Response download_invitation_list(web::Visit& visit);
web::Response show_invite(web::Visit& visit);
web::Response check_invitations(web::Visit& visit, const Desk& desk);
web::Response send_invitations(web::Visit& visit, const Desk& desk);
web::Response remind_all(web::Visit& visit);
web::Response print_letters(web::Visit& visit, const Desk& desk);

web::Response show_invitation(web::Visit& visit, const Desk& desk);
web::Response copy_link(web::Visit& visit);
web::Response remind(web::Visit& visit);
web::Response show_withdraw(web::Visit& visit);
web::Response withdraw(web::Visit& visit);

}  // namespace kith::reception
