#include "reception/invitation_pages.hpp"

#include "access/accounts.hpp"
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "reception/invitation_views.hpp"
#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

namespace kith::reception {

namespace {

using access::InvitationState;

/// Which invitations the viewer may handle.
access::InvitationFilter filter_of(const web::Visit& visit)
{
    return {.state = access::invitation_state_named(visit.request.query("state")), .area_roles = visit.viewer.has_role(access::Role::administrator)};
}

Result<access::Invitation> invitation_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("invitation");
    if (!id) return std::unexpected(id.error());
    auto found = access::find_invitation(visit.reader(), *id);
    if (!found || !access::may_handle_invitation(visit.reader(), visit.viewer, found->account, visit.today())) return not_found("Invitation");
    return found;
}

std::string path_of(const access::Invitation& invitation, std::string_view rest = {})
{
    return "/invitations/" + invitation.public_id.text() + std::string{rest};
}

/// The invitation goes out (again) by mail.
void mail(db::Writer& writer, access::AccountId account, access::InvitationId invitation, Instant now)
{
    jobs::keep_back(writer, invitation_message, invitation.value());
    jobs::tell(writer, account.value(), {.title = "You are invited", .words = "", .link = "/", .kind = std::string{invitation_message}, .subject = invitation.value()}, now);
}

std::vector<access::Grant> grants_of(db::Reader& reader, access::AccountId account, Date today)
{
    return access::grants_on(reader, account, today);
}

/// Waiting and run out, at most `limit`.
std::vector<access::Invitation> not_in_yet(web::Visit& visit, int limit)
{
    auto filter = filter_of(visit);
    std::vector<access::Invitation> open;
    for (auto state : {InvitationState::waiting, InvitationState::expired}) {
        filter.state = state;
        for (auto& one : access::list_invitations(visit.reader(), filter, limit, 0, visit.now())) open.push_back(std::move(one));
    }
    return open;
}

ui::Html actions_for_all(web::Visit& visit, std::int64_t open)
{
    if (open == 0) return ui::button({.text = "Invite people", .href = "/invitations/new"});
    const auto remind = visit.in_form({.action = "/invitations/remind", .id = "remind"},
                                      ui::button({.text = "Remind those who are not in yet", .classes = "govuk-button--secondary", .prevent_double_click = true}));
    const auto letters = visit.in_form({.action = "/invitations/letters", .id = "letters"},
                                       ui::button({.text = "Print letters for those who are not in yet", .classes = "govuk-button--secondary"}));
    return ui::not_in_print(ui::button({.text = "Invite people", .href = "/invitations/new"}) + (visit.house.settings.mails ? remind : ui::Html{}) + letters);
}

ui::Html actions_for_one(web::Visit& visit, const access::Invitation& invitation)
{
    const auto state = invitation.state(visit.now());
    if (state == InvitationState::accepted || state == InvitationState::withdrawn) return {};
    const auto form = [&](std::string_view rest, std::string text) {
        return visit.in_form({.action = path_of(invitation, rest), .id = std::string{rest.substr(1)}},
                             ui::button({.text = std::move(text), .classes = "govuk-button--secondary", .prevent_double_click = true}));
    };
    return (visit.house.settings.mails ? form("/remind", "Send the mail again") : ui::Html{}) + form("/link", "Show a link to hand over") +
           ui::paragraph(ui::link("Withdraw this invitation", path_of(invitation, "/withdraw")));
}

}  // namespace

jobs::Composer invitation_composer(const Desk& desk, std::string site, std::string partnership, Chance chance)
{
    return [&desk, site = std::move(site), partnership = std::move(partnership), chance = std::move(chance)](db::Writer& writer, std::int64_t subject,
                                                                                                          Instant now) -> std::optional<jobs::Composed> {
        const access::InvitationId id{subject};
        const auto link = access::make_link(writer, id, access::LinkWay::mail, chance, now);
        if (!link) return std::nullopt;
        const auto invitation = access::find_invitation(writer, id).value();
        ScopeWords words{writer, desk.places};
        std::string roles;
        for (const auto& grant : grants_of(writer, invitation.account, now.date_in_london())) roles += "- " + words.of(grant) + "\n";
        auto text = "Hello " + invitation.name + ",\n\n" + invitation.invited_by + " invites you to the workforce service of " + partnership + " as:\n\n" + roles +
                    "\nFollow this link and choose a password:\n\n" + site + "/invitation/" + *link + "\n\nIt works once, until " +
                    invitation.ends_at.date_in_london().in_words() + ", and is for you alone. If you did not expect it, leave it and nothing happens.\n\n" + partnership + "\n";
        if (!desk.contact.empty()) text += desk.contact + "\n";
        return jobs::Composed{"Your invitation to " + partnership, std::move(text)};
    };
}

web::Response list_invitations(web::Visit& visit, const Desk& desk)
{
    const auto filter = filter_of(visit);
    const auto counts = access::count_invitations(visit.reader(), filter, visit.now());
    std::int64_t all = 0;
    for (std::size_t n = 0; n < counts.size(); ++n) {
        if (!filter.state || static_cast<std::size_t>(*filter.state) == n) all += counts[n];
    }
    const auto number = web::page_asked_for(visit.request, all, 50);
    const auto invitations = access::list_invitations(visit.reader(), filter, number.limit, number.offset, visit.now());
    std::vector<access::Account> accounts;
    for (const auto& invitation : invitations) accounts.push_back({.id = invitation.account});
    const auto grants = access::grants_of(visit.reader(), accounts, visit.today());
    const auto mails = jobs::mail_progress(visit.reader(), invitation_message);
    std::vector<InvitationLine> lines;
    for (const auto& invitation : invitations) {
        const auto held = grants.find(invitation.account);
        const auto sent = mails.find(invitation.id.value());
        lines.push_back({invitation, held == grants.end() ? std::vector<access::Grant>{} : held->second, sent == mails.end() ? jobs::MailProgress{} : sent->second});
    }
    ScopeWords words{visit.reader(), desk.places};
    const auto query = filter.state ? "state=" + std::string{access::name_of(*filter.state)} + "&page=" : std::string{"page="};
    const auto asked = counts[0] + counts[1] + counts[2];
    const auto heading = asked == 0 ? std::string{"Nobody is invited yet"} : with_commas(counts[2]) + " of " + counted(asked, "invited person", "invited people") + " came in";
    return visit.page({.title = "Invitations", .heading = heading, .breadcrumbs = {{"Home", "/"}}, .wide = true},
                      invitation_counts(counts, filter.state) + actions_for_all(visit, counts[0] + counts[1]) +
                          invitation_list(lines, words, visit.now(), visit.house.settings.mails, all) +
                          ui::pagination_of(number.page, number.pages, "/invitations?" + query));
}

web::Response show_invitation(web::Visit& visit, const Desk& desk)
{
    const auto invitation = invitation_in_path(visit);
    if (!invitation) return visit.problem(invitation.error());
    const auto mails = jobs::mail_progress(visit.reader(), invitation_message);
    const auto sent = mails.find(invitation->id.value());
    const InvitationLine line{*invitation, grants_of(visit.reader(), invitation->account, visit.today()), sent == mails.end() ? jobs::MailProgress{} : sent->second};
    ScopeWords words{visit.reader(), desk.places};
    const auto links = access::links_of(visit.reader(), invitation->id);
    return visit.page({.title = "Invitation", .heading = invitation->name, .breadcrumbs = {{"Home", "/"}, {"Invitations", "/invitations"}}},
                      ui::two_thirds(one_invitation(line, links, words, visit.now(), visit.house.settings.mails, actions_for_one(visit, *invitation))));
}

web::Response copy_link(web::Visit& visit)
{
    auto invitation = invitation_in_path(visit);
    if (!invitation) return visit.problem(invitation.error());
    const auto link = access::make_link(visit.writer(), invitation->id, access::LinkWay::copied, visit.house.chance, visit.now());
    if (!link) return visit.problem(link.error());
    invitation = access::find_invitation(visit.writer(), invitation->id);
    visit.writer().commit();
    return visit.shown_once({.title = "A link to hand over"}, ui::two_thirds(link_to_hand_over(*invitation, visit.house.settings.site + "/invitation/" + *link)),
                            {.words = "The link was shown once and cannot be shown again. If it was not handed over, ask for another on the page of the invitation.",
                             .href = path_of(*invitation), .way_on = "Go to the invitation"});
}

web::Response remind(web::Visit& visit)
{
    const auto invitation = invitation_in_path(visit);
    if (!invitation) return visit.problem(invitation.error());
    const auto state = invitation->state(visit.now());
    if (state == InvitationState::accepted || state == InvitationState::withdrawn) return visit.problem(conflict("This invitation is over").error());
    mail(visit.writer(), invitation->account, invitation->id, visit.now());
    visit.writer().commit();
    return visit.redirect(path_of(*invitation), "The mail goes out again");
}

web::Response remind_all(web::Visit& visit)
{
    const auto open = not_in_yet(visit, 1000);
    for (const auto& invitation : open) mail(visit.writer(), invitation.account, invitation.id, visit.now());
    if (!open.empty()) visit.writer().commit();
    return visit.redirect("/invitations", counted(static_cast<std::int64_t>(open.size()), "person", "people") + " will be reminded");
}

web::Response print_letters(web::Visit& visit, const Desk& desk)
{
    const auto open = not_in_yet(visit, 1000);
    std::vector<access::Account> accounts;
    for (const auto& invitation : open) accounts.push_back({.id = invitation.account});
    const auto grants = access::grants_of(visit.reader(), accounts, visit.today());
    ScopeWords words{visit.reader(), desk.places};
    std::vector<PaperLetter> paper;
    for (const auto& invitation : open) {
        const auto link = access::make_link(visit.writer(), invitation.id, access::LinkWay::letter, visit.house.chance, visit.now());
        if (!link) return visit.problem(link.error());
        jobs::keep_back(visit.writer(), invitation_message, invitation.id.value());
        PaperLetter letter{invitation.name, visit.house.settings.site + "/invitation/" + *link, {}, visit.now().plus_seconds(std::int64_t{access::invitation_days} * 86400)};
        if (const auto held = grants.find(invitation.account); held != grants.end()) {
            for (const auto& grant : held->second) letter.roles.push_back(words.of(grant));
        }
        paper.push_back(std::move(letter));
    }
    if (!open.empty()) visit.writer().commit();
    return visit.shown_once({.title = counted(static_cast<std::int64_t>(paper.size()), "letter"), .back = "/invitations"},
                            ui::two_thirds(letters(paper, visit.house.settings.partnership, desk.contact)),
                            {.words = "The letters were shown once, since each holds a link that lets somebody in. If they were not printed, make them again on the page of the "
                                      "invitations: the links in the letters made before go on working until they run out.",
                             .href = "/invitations", .way_on = "Go to the invitations"});
}

web::Response show_withdraw(web::Visit& visit)
{
    const auto invitation = invitation_in_path(visit);
    if (!invitation) return visit.problem(invitation.error());
    const auto content = ui::paragraph("No link that " + invitation->name + " was sent works any more, and the account that was opened for them is closed.") +
                         visit.in_form({.action = path_of(*invitation, "/withdraw")},
                                       ui::button({.text = "Withdraw invitation", .classes = "govuk-button--warning", .prevent_double_click = true}));
    return visit.page({.title = "Withdraw this invitation", .back = path_of(*invitation)}, ui::two_thirds(content));
}

web::Response withdraw(web::Visit& visit)
{
    const auto invitation = invitation_in_path(visit);
    if (!invitation) return visit.problem(invitation.error());
    const auto done = access::withdraw_invitation(visit.writer(), invitation->id, {visit.viewer.account, visit.viewer.name}, visit.now());
    if (!done) return visit.problem(done.error());
    jobs::keep_back(visit.writer(), invitation_message, invitation->id.value());
    visit.writer().commit();
    return visit.redirect(path_of(*invitation), "Invitation withdrawn");
}

}  // namespace kith::reception
