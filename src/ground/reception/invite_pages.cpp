// Handlers of a list of people to invite: read, tried out, shown, sent.
#include "access/invitations.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "files/csv_writer.hpp"
#include "reception/invitation_pages.hpp"
#include "reception/invitation_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kith::reception {

namespace {

const web::PageParts invite_parts{.title = "Invite people", .breadcrumbs = {{"Home", "/"}, {"Invitations", "/invitations"}}};
constexpr std::uint64_t longest_list = 512 * 1024;

ui::Html invite_form(web::Visit& visit)
{
    return ui::two_thirds(visit.in_form({.action = "/invitations/check", .multipart = true}, invitation_fields(visit.form(), visit.house.settings.mails)));
}

web::Response again(web::Visit& visit, Problem problem)
{
    visit.form().add(std::move(problem));
    return visit.try_again(invite_parts, invite_form(visit));
}

/// What was pasted, or the bytes of the file.
Result<std::string> list_given(web::Visit& visit)
{
    auto pasted = visit.form().as_given("people");
    const auto* file = visit.form().file("file");
    if (!trimmed(pasted).empty()) return pasted;
    if (file == nullptr || file->is_empty()) return unacceptable("people", "Paste a list, or choose a file");
    if (file->size() > longest_list) return unacceptable("people", "The file is larger than a list of people can be");
    std::ifstream in{file->path(), std::ios::binary};
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

std::string outcome_of(const access::Invited& invited)
{
    if (invited.invitation) return "Is invited";
    if (invited.roles_given == 0) return "Has an account, and the role already: nothing is done";
    return "Has an account: is given the role, and told";
}

/// Tells who was invited or given roles.
void tell(db::Writer& writer, const access::Invited& invited, Instant now)
{
    const auto account = invited.account.value();
    if (invited.invitation) {
        jobs::keep_back(writer, invitation_message, invited.invitation->value());
        jobs::tell(writer, account, {.title = "You are invited", .words = "", .link = "/", .kind = std::string{invitation_message}, .subject = invited.invitation->value()}, now);
    } else if (invited.roles_given > 0) {
        jobs::tell(writer, account, {.title = "You were given a role", .words = "Your account shows which.", .link = "/account"}, now);
    }
}

/// Invites each person of `list` in the visit's writer; rows that cannot be done become findings. Nothing is committed here.
Prospects invite_all(web::Visit& visit, InvitationList list)
{
    Prospects done{.people = {}, .findings = std::move(list.findings), .rows = list.rows};
    for (auto& person : list.people) {
        const auto invited = access::invite(visit.writer(), person.wanted, visit.viewer, visit.now());
        if (!invited) {
            done.findings.push_back({person.line, invited.error().message, person.stood});
            continue;
        }
        tell(visit.writer(), *invited, visit.now());
        done.people.push_back({std::move(person), outcome_of(*invited)});
    }
    std::ranges::sort(done.findings, {}, &InvitationFinding::line);
    return done;
}

Result<InvitationList> read_list(web::Visit& visit, const Desk& desk, std::string bytes)
{
    return read_invitation_list(std::move(bytes), desk.places.organisations(visit.reader()), desk.places.localities(visit.reader()), desk.titles);
}

}  // namespace

web::Response show_invite(web::Visit& visit)
{
    visit.form().fill("people", "email,name,organisation,role\n");
    return visit.page(invite_parts, invite_form(visit));
}

web::Response download_invitation_list(web::Visit&)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"email", "name", "organisation", "role"});
    csv.row(std::vector<std::string>{"robin.example@example.org", "Robin Example", "OAK", "Data steward"});
    return web::Response::file("people-to-invite.csv", "text/csv; charset=utf-8", std::move(csv).text());
}

web::Response check_invitations(web::Visit& visit, const Desk& desk)
{
    if (visit.form().has("change")) return visit.page(invite_parts, invite_form(visit));
    const auto given = list_given(visit);
    if (!given) return again(visit, given.error());
    auto list = read_list(visit, desk, *given);
    if (!list) return again(visit, list.error());
    // Tried out in a transaction that is not committed: what is shown is what sending does.
    const auto tried = invite_all(visit, std::move(*list));
    const auto text = is_utf8(*given) ? *given : utf8_from_windows_1252(*given);
    const auto people = static_cast<std::int64_t>(tried.people.size());
    const auto given_list = ui::element("input", {{"type", "hidden"}, {"name", "people"}, {"value", text}});
    const auto send = visit.in_form({.action = "/invitations/send"}, given_list +
                                                                         ui::button({.text = "Invite " + counted(people, "person", "people"), .prevent_double_click = true})) +
                      visit.in_form({.action = "/invitations/check"}, given_list + ui::button({.text = "Change the list", .name = "change", .value = "yes", .classes = "govuk-button--secondary"}));
    ScopeWords words{visit.reader(), desk.places};
    auto parts = invite_parts;
    parts.title = "Check the list";
    parts.heading = tried.findings.empty() ? "Everyone on the list can be invited" : counted(people, "person", "people") + " can be invited";
    parts.wide = true;
    return visit.page(parts, prospects(tried, words, send));
}

web::Response send_invitations(web::Visit& visit, const Desk& desk)
{
    auto list = read_list(visit, desk, visit.form().as_given("people"));
    if (!list) return again(visit, list.error());
    const auto done = invite_all(visit, std::move(*list));
    visit.writer().commit();
    auto banner = counted(static_cast<std::int64_t>(done.people.size()), "person", "people") + " dealt with";
    if (!done.findings.empty()) banner += ", " + counted(static_cast<std::int64_t>(done.findings.size()), "line") + " left out";
    if (!visit.house.settings.mails) banner += ". Now print their letters, or hand them links";
    return visit.redirect("/invitations", banner);
}

}  // namespace kith::reception
