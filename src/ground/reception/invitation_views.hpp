#pragma once
// Invitations as pages show them: the list to send, who has accepted, one of them, letters. Private to this room.
#include "access/invitations.hpp"
#include "jobs/mail.hpp"
#include "reception/invitation_check.hpp"
#include "reception/scope_words.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::reception {

ui::Html invitation_fields(const web::Form& form, bool mails);

/// What sending would do for one person.
struct Prospect {
    Invitee person;
    std::string outcome;  ///< "Will be invited", "Has an account: is given the role"
};
struct Prospects {
    std::vector<Prospect> people;
    std::vector<InvitationFinding> findings;
    std::size_t rows = 0;
};
/// The findings first, then who is invited to what; `send` is the form that does it.
ui::Html prospects(const Prospects& list, ScopeWords& words, const ui::Html& send);

/// One line of the list of invitations.
struct InvitationLine {
    access::Invitation invitation;
    std::vector<access::Grant> grants;
    jobs::MailProgress mail;
};
/// "Sent on 3 October 2026; whether it arrived is not known".
std::string mail_words(const jobs::MailProgress& mail, bool mails);
ui::Html invitation_counts(const access::InvitationCounts& counts, std::optional<access::InvitationState> chosen);
ui::Html invitation_list(const std::vector<InvitationLine>& lines, ScopeWords& words, Instant now, bool mails, std::int64_t all);
ui::Html one_invitation(const InvitationLine& line, const std::vector<access::MadeLink>& links, ScopeWords& words, Instant now, bool mails,
                        const ui::Html& actions);
/// A link, shown this once.
ui::Html link_to_hand_over(const access::Invitation& invitation, const std::string& address);

/// One letter, to be handed over on paper.
struct PaperLetter {
    std::string name;
    std::string address;  ///< of the link, in full
    std::vector<std::string> roles;
    Instant ends_at;
};
/// Each on a page of its own in print.
ui::Html letters(const std::vector<PaperLetter>& letters, const std::string& partnership, const std::string& contact);

/// What the invited person meets: who asks them, to what, and the boxes to come in.
ui::Html welcome_fields(const web::Form& form, const access::Invitation& invitation, const std::vector<std::string>& roles, const std::string& partnership);
/// What their roles let them do, the first time they are in.
ui::Html what_you_may(const std::vector<access::Grant>& grants, ScopeWords& words);

}  // namespace kith::reception
