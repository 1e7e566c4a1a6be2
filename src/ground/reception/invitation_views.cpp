#include "reception/invitation_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "reception/fields_views.hpp"
#include "ui/qr_code.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kith::reception {

namespace {

using access::InvitationState;

ui::Html state_tag(InvitationState state)
{
    switch (state) {
    case InvitationState::waiting: return ui::tag({.text = "Not in yet", .classes = "govuk-tag--yellow"});
    case InvitationState::expired: return ui::tag({.text = "Ran out", .classes = "govuk-tag--orange"});
    case InvitationState::accepted: return ui::tag({.text = "Accepted", .classes = "govuk-tag--green"});
    case InvitationState::withdrawn: return ui::tag({.text = "Withdrawn", .classes = "govuk-tag--grey"});
    }
    return {};
}

ui::Html roles_of(const std::vector<access::Grant>& grants, ScopeWords& words)
{
    std::vector<ui::Content> lines;
    for (const auto& grant : grants) lines.emplace_back(words.of(grant));
    if (lines.empty()) return ui::text("None any more");
    return lines.size() == 1 ? lines.front().html() : ui::bullets(lines);
}

ui::Html name_over_address(const ui::Content& name, const std::string& address)
{
    return name.html() + ui::element("br", ui::Content{}) + ui::element("span", {{"class", "govuk-hint kith-long-words"}}, address);
}

std::string path_of(const access::Invitation& invitation)
{
    return "/invitations/" + invitation.public_id.text();
}

ui::Html findings_table(const std::vector<InvitationFinding>& findings)
{
    ui::Table table{.head = {{.text = "Line"}, {.text = "What stands on it"}, {.text = "What to do"}},
                    .caption = counted(static_cast<std::int64_t>(findings.size()), "line") + " cannot be taken",
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& finding : findings) table.rows.push_back({{.text = std::to_string(finding.line)}, {.text = finding.stood}, {.text = finding.words}});
    return ui::scrollable_table(table);
}

std::string_view way_words(std::string_view way)
{
    if (way == "mail") return "Link made for a mail";
    return way == "letter" ? "Link made for a printed letter" : "Link shown to be copied";
}

/// Where the list has managers for organisations and nobody who hands in for them: a nursery manager who is to confirm the list of staff needs both.
ui::Html managers_alone(const Prospects& list)
{
    const auto anyone_is = [&](access::Role role, const access::Scope& scope) {
        return std::ranges::any_of(list.people, [&](const auto& one) { return std::ranges::find(one.person.wanted.grants, access::Grant{role, scope}) != one.person.wanted.grants.end(); });
    };
    std::int64_t alone = 0;
    for (const auto& [person, outcome] : list.people)
        alone += std::ranges::count_if(person.wanted.grants, [&](const auto& grant) { return grant.role == access::Role::manager && !anyone_is(access::Role::data_steward, grant.scope); });
    if (alone == 0) return {};
    return ui::inset_text({.text = counted(alone, "manager is", "managers are") + " invited for an organisation for which the list has no data steward. A manager sees staff and figures, and "
                          "cannot hand in a return or confirm the list of staff. Where they are to do that too, give them a second line with the role data steward."});
}

}  // namespace

ui::Html invitation_fields(const web::Form& form, bool mails)
{
    const auto how = mails ? "Each is sent a mail with a link, and chooses a password with it."
                           : "Mail is not set up here: you print a letter for each, or copy their links, and hand them over.";
    return ui::paragraph(how) +
           ui::paragraph(ui::text("Give a line for each person: email, name, the code of their organisation, and their role (data steward where you leave it "
                                  "out). Someone who looks after several organisations has a line for each. ") +
                         ui::link("Download an empty list", "/invitations/list.csv")) +
           area_field(form,
                      {.name = "people", .label = "Paste the list", .hint = "With the columns' names on the first line. Copying from a spreadsheet works", .classes = "kith-code"}, 8) +
           ui::file_upload({.name = "file", .label = {.text = "Or choose a CSV file"}}) + ui::button({.text = "Check the list"});
}

ui::Html prospects(const Prospects& list, ScopeWords& words, const ui::Html& send)
{
    ui::Html html;
    if (!list.findings.empty()) html += findings_table(list.findings);
    if (list.people.empty()) return html + ui::paragraph(ui::link("Change the list", "/invitations/new"));
    ui::Table table{.head = {{.text = "Who"}, {.text = "Role"}, {.text = "What happens"}},
                    .caption = counted(static_cast<std::int64_t>(list.people.size()), "person", "people"),
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& [person, outcome] : list.people) {
        table.rows.push_back({{.text = name_over_address(person.wanted.name, person.wanted.email)},
                              {.text = roles_of(person.wanted.grants, words)},
                              {.text = outcome}});
    }
    return html + ui::scrollable_table(table) + managers_alone(list) + send;
}

std::string mail_words(const jobs::MailProgress& mail, bool mails)
{
    switch (mail.state) {
    case jobs::MailState::sent: return "Sent on " + mail.at.date_in_london().in_short();
    case jobs::MailState::failed: return mail.words.empty() ? "Could not be sent" : mail.words;
    case jobs::MailState::waiting:
        if (!mails) return "Not sent: hand over a letter or a link";
        return mail.tries == 0 ? "Going out" : "Tried " + counted(mail.tries, "time") + ", goes on";
    case jobs::MailState::none: break;
    }
    return "Handed over otherwise";
}

ui::Html invitation_counts(const access::InvitationCounts& counts, std::optional<InvitationState> chosen)
{
    static constexpr std::array<std::string_view, 4> words{"not in yet", "ran out", "accepted", "withdrawn"};
    std::vector<ui::Content> lines;
    std::int64_t all = 0;
    for (std::size_t n = 0; n < counts.size(); ++n) {
        all += counts[n];
        const auto state = static_cast<InvitationState>(n);
        const auto text = with_commas(counts[n]) + " " + std::string{words[n]};
        if (state == chosen) lines.emplace_back(ui::strong(text));
        else lines.emplace_back(ui::link(text, "/invitations?state=" + std::string{access::name_of(state)}));
    }
    if (chosen) lines.emplace_back(ui::link("All " + with_commas(all), "/invitations"));
    return ui::bullets(lines);
}

ui::Html invitation_list(const std::vector<InvitationLine>& lines, ScopeWords& words, Instant now, bool mails, std::int64_t all)
{
    if (lines.empty()) return ui::empty_state({.text = "No invitation is in this list.", .link_text = "Invite people", .href = "/invitations/new"});
    ui::Table table{.head = {{.text = "Who"}, {.text = "Role"}, {.text = "State"}, {.text = "Mail"}, {.text = "Runs until"}},
                    .caption = counted(all, "invitation"),
                    .caption_classes = "govuk-table__caption--m"};
    for (const auto& [invitation, grants, mail] : lines) {
        const auto state = invitation.state(now);
        const bool open = state == InvitationState::waiting || state == InvitationState::expired;
        table.rows.push_back({{.text = name_over_address(ui::link(invitation.name, path_of(invitation)), invitation.email.reveal())},
                              {.text = roles_of(grants, words)},
                              {.text = state_tag(state)},
                              {.text = open ? mail_words(mail, mails) : ""},
                              {.text = open ? invitation.ends_at.date_in_london().in_short() : ""}});
    }
    return ui::scrollable_table(table);
}

ui::Html one_invitation(const InvitationLine& line, const std::vector<access::MadeLink>& links, ScopeWords& words, Instant now, bool mails,
                        const ui::Html& actions)
{
    const auto& invitation = line.invitation;
    const auto fact = [](std::string key, ui::Content value) { return ui::SummaryRow{.key = {.text = std::move(key)}, .value = {.text = std::move(value)}}; };
    const auto state = invitation.state(now);
    ui::SummaryList facts{.rows = {fact("Email address", invitation.email.reveal()), fact("Role", roles_of(line.grants, words)), fact("State", state_tag(state)),
                                   fact("Invited", invitation.invited_at.in_words() + " by " + invitation.invited_by)}};
    if (state == InvitationState::waiting || state == InvitationState::expired) {
        facts.rows.push_back(fact(state == InvitationState::waiting ? "Runs until" : "Ran out", invitation.ends_at.in_words()));
        facts.rows.push_back(fact("Mail", mail_words(line.mail, mails)));
    }
    if (invitation.accepted_at) facts.rows.push_back(fact("Accepted", invitation.accepted_at->in_words()));
    if (invitation.withdrawn_at) facts.rows.push_back(fact("Withdrawn", invitation.withdrawn_at->in_words()));
    ui::Html html = ui::summary_list(facts) + ui::not_in_print(actions);
    if (links.empty()) return html;
    std::vector<ui::Content> made;
    for (const auto& link : links) made.emplace_back(std::string{way_words(link.way)} + ", " + link.at.in_words());
    return html + ui::heading(2, "Links", "m") + ui::bullets(made) +
           ui::paragraph("Each works until one of them was used. Whether a mail arrived cannot be known: if someone has nothing, hand them a link.");
}

ui::Html link_to_hand_over(const access::Invitation& invitation, const std::string& address)
{
    return ui::warning_text({.text = "This link is shown only now. Whoever has it can come in as " + invitation.name + ": hand it to nobody else."}) +
           ui::element("p", {{"class", "govuk-body kith-long-words kith-code"}}, address) +
           ui::paragraph("It works once, until " + invitation.ends_at.in_words() + ".") +
           ui::not_in_print(ui::paragraph(ui::link("Back to the invitation", path_of(invitation))));
}

ui::Html letters(const std::vector<PaperLetter>& letters, const std::string& partnership, const std::string& contact)
{
    ui::Html html = ui::not_in_print(ui::warning_text({.text = "These letters are shown only now. Print them from here, a page each, and hand each to nobody but whom it is for."}));
    for (const auto& letter : letters) {
        const std::vector<ui::Content> roles{letter.roles.begin(), letter.roles.end()};
        html += ui::element("div", {{"class", "kith-letter"}},
                            ui::paragraph(ui::strong(partnership)) + ui::paragraph(letter.name) +
                                ui::paragraph("You are invited to look after the workforce records of our partnership as:") + ui::bullets(roles) +
                                ui::paragraph("Point a phone at the square, or type the address below it into a browser, and choose a password:") +
                                ui::qr_code(letter.address, "QR code with the address below it") +
                                ui::element("p", {{"class", "govuk-body kith-long-words kith-code"}}, letter.address) +
                                ui::paragraph("It works once, until " + letter.ends_at.date_in_london().in_words() + ", and is for you alone.") +
                                (contact.empty() ? ui::Html{} : ui::paragraph("Questions: " + contact)));
    }
    return html;
}

ui::Html welcome_fields(const web::Form& form, const access::Invitation& invitation, const std::vector<std::string>& roles, const std::string& partnership)
{
    const std::vector<ui::Content> lines{roles.begin(), roles.end()};
    return ui::paragraph(invitation.invited_by + " invites you, " + invitation.name + ", to the workforce service of " + partnership + " as:") + ui::bullets(lines) +
           ui::paragraph(ui::text("You will sign in with your email address, ") + ui::strong(invitation.email.reveal()) + ui::text(", and the password that you choose now.")) +
           ui::element("input", {{"type", "hidden"}, {"name", "email"}, {"value", invitation.email.reveal()}, {"autocomplete", "username"}}) +
           password_field(form, {.name = "password",
                                 .label = "Choose a password",
                                 .hint = "12 characters or more. Three words that do not belong together are easy to remember and hard to guess",
                                 .is_new = true}) +
           ui::button({.text = "Save password and come in", .prevent_double_click = true}) +
           ui::details({.summary_text = "What is kept about me", .text = ui::paragraph(ui::link("Read what is kept about people who sign in, and why", "/privacy"))});
}

ui::Html what_you_may(const std::vector<access::Grant>& grants, ScopeWords& words)
{
    ui::Html html;
    std::set<access::Grant> each{grants.begin(), grants.end()};
    for (const auto& grant : each) {
        html += ui::heading(2, words.of(grant), "m");
        std::vector<ui::Content> lines;
        for (const auto& row : access::permission_table()) {
            if (row.openness == access::Openness::by_role && access::row_of(grant.role).may.holds(row.permission)) lines.emplace_back("You may " + std::string{row.words});
        }
        html += ui::paragraph(std::string{access::row_of(grant.role).words}) + ui::details({.summary_text = "All that this lets you do", .text = ui::bullets(lines)});
    }
    return html + ui::button({.text = "Begin", .href = "/"});
}

}  // namespace kith::reception
