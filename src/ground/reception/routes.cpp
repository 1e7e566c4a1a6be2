#include "reception/routes.hpp"

#include "reception/account_pages.hpp"
#include "reception/accounts_pages.hpp"
#include "reception/home_pages.hpp"
#include "reception/invitation_door.hpp"
#include "reception/invitation_pages.hpp"
#include "reception/jobs_pages.hpp"
#include "reception/messages_pages.hpp"
#include "reception/read_audit_pages.hpp"
#include "reception/role_changes_pages.hpp"
#include "reception/roles_pages.hpp"
#include "reception/second_step_pages.hpp"
#include "reception/sign_in_pages.hpp"
#include "reception/words_pages.hpp"

namespace kith::reception {

namespace {

using enum access::Permission;
constexpr web::RouteFlags slow{.on_worker = true};
constexpr web::RouteFlags again{.on_worker = true, .once = false};

/// A handler that takes the desk, as the table wants it.
template <class DeskHandler>
web::Handler with_desk(const Desk& desk, DeskHandler handler)
{
    return [&desk, handler](web::Visit& visit) { return handler(visit, desk); };
}

void add_door_routes(web::Routes& routes, const Desk& desk)
{
    const auto with = [&desk](auto handler) { return with_desk(desk, handler); };
    routes.get("/", see_home, with(show_home));
    routes.post("/messages/read", see_home, read_messages, slow);

    routes.get("/sign-in", public_page, with(show_sign_in));
    routes.post("/sign-in", public_page, with(sign_in), again);
    routes.post("/sign-in/as", public_page, sign_in_as, again);
    routes.get("/sign-in/code", public_page, with(show_sign_in_with_code));
    routes.post("/sign-in/code", public_page, with(sign_in_with_code), again);
    routes.get("/sign-in/second-step", public_page, back_to_sign_in);
    routes.post("/sign-in/second-step", public_page, with(sign_in_second_step), again);
    routes.get("/invitation/{link}", public_page, with(show_door));
    routes.post("/invitation/{link}", public_page, with(come_in), again);
    routes.get("/welcome", own_account, with(show_welcome));
    routes.get("/sign-out", signed_in, show_sign_out);
    routes.post("/sign-out", signed_in, sign_out, again);
}

void add_own_routes(web::Routes& routes, const Desk& desk)
{
    const auto with = [&desk](auto handler) { return with_desk(desk, handler); };
    routes.get("/account", own_account, with(show_account));
    routes.get("/account/password", own_account, show_change_password);
    routes.post("/account/password", own_account, with(change_password), again);
    routes.post("/account/sign-out-everywhere", own_account, sign_out_everywhere, slow);
    routes.get("/account/messages", own_account, show_mail_choice);
    routes.post("/account/messages", own_account, choose_mail, slow);
    routes.get("/messages", own_account, list_messages);

    routes.get("/account/second-step", own_account, show_second_step);
    routes.get("/account/second-step/begin", own_account, show_begin_second_step);
    routes.post("/account/second-step/begin", own_account, with(begin_second_step), again);
    routes.get("/account/second-step/set-up", own_account, with(show_set_up_second_step));
    routes.post("/account/second-step/set-up", own_account, with(set_up_second_step), again);
    routes.get("/account/second-step/codes", own_account, show_new_codes);
    routes.post("/account/second-step/codes", own_account, with(make_new_codes), again);
    routes.get("/account/second-step/off", own_account, show_second_step_off);
    routes.post("/account/second-step/off", own_account, with(turn_second_step_off), again);
}

void add_account_routes(web::Routes& routes, const Desk& desk)
{
    const auto with = [&desk](auto handler) { return with_desk(desk, handler); };
    routes.get("/accounts", manage_accounts, with(list_accounts));
    routes.get("/accounts/new", manage_accounts, show_new_account);
    routes.post("/accounts/new", manage_accounts, with(open_account), slow);
    routes.get("/accounts/changes", manage_accounts, with(list_role_changes));
    routes.get("/accounts/changes.csv", manage_accounts, with(download_role_changes), slow);
    routes.get("/accounts/{account}", manage_accounts, with(show_account_of));
    routes.get("/accounts/{account}/name", manage_accounts, show_rename);
    routes.post("/accounts/{account}/name", manage_accounts, rename, slow);
    routes.get("/accounts/{account}/reset", manage_accounts, show_reset);
    routes.post("/accounts/{account}/reset", manage_accounts, with(reset), slow);
    routes.get("/accounts/{account}/close", manage_accounts, show_close);
    routes.post("/accounts/{account}/close", manage_accounts, close, slow);
    routes.post("/accounts/{account}/open", manage_accounts, open_again, slow);
    routes.get("/accounts/{account}/second-step", manage_accounts, show_remove_second_step);
    routes.post("/accounts/{account}/second-step", manage_accounts, remove_second_step, slow);
    routes.get("/accounts/{account}/roles/new", manage_accounts, show_roles);
    routes.get("/accounts/{account}/roles/new/{role}", manage_accounts, with(show_new_role));
    routes.post("/accounts/{account}/roles/new/{role}", manage_accounts, with(give_role), slow);
    routes.get("/accounts/{account}/roles/{grant}/end", manage_accounts, with(show_end_role));
    routes.post("/accounts/{account}/roles/{grant}/end", manage_accounts, end_role, slow);
}

void add_invitation_routes(web::Routes& routes, const Desk& desk)
{
    const auto with = [&desk](auto handler) { return with_desk(desk, handler); };
    routes.get("/invitations", invite_people, with(list_invitations));
    routes.get("/invitations/list.csv", invite_people, download_invitation_list);
    routes.get("/invitations/new", invite_people, show_invite);
    routes.post("/invitations/check", invite_people, with(check_invitations), {.on_worker = true, .upload = true, .once = false, .upload_limit = 1U << 20U});
    routes.post("/invitations/send", invite_people, with(send_invitations), slow);
    routes.post("/invitations/remind", invite_people, remind_all, slow);
    routes.post("/invitations/letters", invite_people, with(print_letters), slow);
    routes.get("/invitations/{invitation}", invite_people, with(show_invitation));
    routes.post("/invitations/{invitation}/link", invite_people, copy_link, slow);
    routes.post("/invitations/{invitation}/remind", invite_people, remind, slow);
    routes.get("/invitations/{invitation}/withdraw", invite_people, show_withdraw);
    routes.post("/invitations/{invitation}/withdraw", invite_people, withdraw, slow);
}

void add_watching_routes(web::Routes& routes, const Desk& desk)
{
    const auto with = [&desk](auto handler) { return with_desk(desk, handler); };
    routes.get("/read-audit", see_read_audit, with(show_read_audit), slow);
    routes.get("/read-audit.csv", see_read_audit, with(download_read_audit), slow);
    routes.post("/read-audit/check", see_read_audit, check_read_audit, again);

    routes.get("/jobs", see_jobs, list_jobs);
    routes.post("/jobs/{job}/retry", manage_jobs, retry_job, slow);
}

void add_word_routes(web::Routes& routes, const Desk& desk)
{
    const auto with = [&desk](auto handler) { return with_desk(desk, handler); };
    routes.get("/design", see_design, show_design);
    routes.get("/help", public_page, with(show_help));
    routes.get("/accessibility", public_page, with(show_accessibility));
    routes.get("/privacy", public_page, with(show_privacy));
}

}  // namespace

void add_routes(web::Routes& routes, const Desk& desk)
{
    add_door_routes(routes, desk);
    add_own_routes(routes, desk);
    add_account_routes(routes, desk);
    add_invitation_routes(routes, desk);
    add_watching_routes(routes, desk);
    add_word_routes(routes, desk);
}

void add_composers(jobs::MailDesk& mail, const Desk& desk, std::string site, std::string partnership, Chance chance)
{
    mail.composers[std::string{invitation_message}] = invitation_composer(desk, std::move(site), std::move(partnership), std::move(chance));
}

}  // namespace kith::reception
