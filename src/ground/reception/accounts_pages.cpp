#include "reception/accounts_pages.hpp"

#include "access/second_step.hpp"
#include "db/transaction.hpp"
#include "reception/account_views.hpp"
#include "reception/fields_views.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"
#include "web/page_number.hpp"

namespace kith::reception {

namespace {

const std::vector<web::Crumb> above{{"Home", "/"}, {"Accounts", "/accounts"}};
const web::PageParts new_account_parts{.title = "Open an account", .back = "/accounts", .nav = "/accounts"};

web::PageParts parts_of(const access::Account& account, std::string title)
{
    return {.title = std::move(title), .back = account_path(account), .nav = "/accounts"};
}

/// Commits and goes back to the account, or shows why it could not be done.
web::Response outcome(web::Visit& visit, const access::Account& account, const Result<void>& done, std::string banner)
{
    if (!done) return visit.problem(done.error());
    visit.writer().commit();
    return visit.redirect(account_path(account), std::move(banner));
}

ui::Html rename_form(web::Visit& visit, const access::Account& account)
{
    return ui::two_thirds(visit.in_form({.action = account_path(account, "/name")},
                                        text_field(visit.form(), {.name = "name", .label = "Name", .hint = "As they wish to be called", .autocomplete = "off"}) +
                                            ui::button({.text = "Save name"})));
}

web::Response show_code(web::Visit& visit, const access::Opened& opened, bool is_new)
{
    return visit.shown_once({.title = is_new ? "Account opened" : "Account reset", .heading = "", .nav = "/accounts"}, ui::two_thirds(code_to_hand_over(opened, is_new)),
                            {.words = std::string{is_new ? "The account was opened" : "The account was reset"} +
                                      ". Its code was shown once and cannot be shown again. If it was not written down, reset the account: you are given a new code, and the old one stops working.",
                             .href = "/accounts/" + opened.public_id.text() + "/reset", .way_on = "Reset the account for a new code"});
}

}  // namespace

Result<access::Account> account_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("account");
    if (!id) return std::unexpected(id.error());
    return access::find_account(visit.reader(), *id);
}

access::By by_viewer(const web::Visit& visit)
{
    return {visit.viewer.account, visit.viewer.name};
}

web::Response list_accounts(web::Visit& visit, const Desk& desk)
{
    const auto all = access::count_accounts(visit.reader());
    const auto number = web::page_asked_for(visit.request, all, 50);
    const auto accounts = access::list_accounts(visit.reader(), number.limit, number.offset);
    const auto grants = access::grants_of(visit.reader(), accounts, visit.today());
    ScopeWords words{visit.reader(), desk.places};
    return visit.page({.title = "Accounts", .breadcrumbs = {{"Home", "/"}}, .nav = "/accounts", .wide = true},
                      account_list(accounts, grants, words, all, ui::pagination_of(number.page, number.pages, "/accounts?page=")));
}

web::Response show_new_account(web::Visit& visit)
{
    return visit.page(new_account_parts, ui::two_thirds(visit.in_form({.action = "/accounts/new"}, new_account_fields(visit.form()))));
}

web::Response open_account(web::Visit& visit, const Desk& desk)
{
    auto& form = visit.form();
    const auto opened = access::create_account(visit.writer(), {.email = form.text("email"), .name = form.text("name"), .grants = {}},
                                               by_viewer(visit), desk.limits, visit.house.chance, visit.now());
    if (!opened) {
        form.add(opened.error());
        return visit.try_again(new_account_parts, ui::two_thirds(visit.in_form({.action = "/accounts/new"}, new_account_fields(form))));
    }
    visit.writer().commit();
    return show_code(visit, *opened, true);
}

web::Response show_account_of(web::Visit& visit, const Desk& desk)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const AccountFile file{*account, access::list_grants(visit.reader(), account->id), access::list_events(visit.reader(), account->id),
                           access::second_step_of(visit.reader(), account->id).on};
    ScopeWords words{visit.reader(), desk.places};
    const auto open_form =
        account->is_open() ? ui::Html{} : visit.in_form({.action = account_path(*account, "/open")}, ui::button({.text = "Open account again"}));
    return visit.page({.title = "Account", .heading = account->name, .breadcrumbs = above, .nav = "/accounts"},
                      account_of_someone(file, words, visit.today(), open_form));
}

web::Response show_rename(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    visit.form().fill("name", account->name);
    return visit.page(parts_of(*account, "Change the name of an account"), rename_form(visit, *account));
}

web::Response rename(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto renamed = access::rename_account(visit.writer(), account->id, visit.form().text("name"), by_viewer(visit), visit.now());
    if (!renamed) {
        visit.form().add(renamed.error());
        return visit.try_again(parts_of(*account, "Change the name of an account"), rename_form(visit, *account));
    }
    return outcome(visit, *account, renamed, "Name changed");
}

web::Response show_reset(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto content =
        ui::paragraph("The present password stops working at once, and every browser signed in with this account is signed out. You are given "
                      "a code for " + account->name + " to choose a new password with.") +
        visit.in_form({.action = account_path(*account, "/reset")}, warning_button("Reset account"));
    return visit.page(parts_of(*account, "Reset this account"), ui::two_thirds(content));
}

web::Response reset(web::Visit& visit, const Desk& desk)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto opened = access::reset_account(visit.writer(), account->id, by_viewer(visit), desk.limits, visit.house.chance, visit.now());
    if (!opened) return visit.problem(opened.error());
    visit.writer().commit();
    return show_code(visit, *opened, false);
}

web::Response show_close(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto content = ui::paragraph(account->name + " will be signed out at once and cannot sign in again. The account and its history stay, "
                                                       "and you can open it again.") +
                         visit.in_form({.action = account_path(*account, "/close")}, warning_button("Close account"));
    return visit.page(parts_of(*account, "Close this account"), ui::two_thirds(content));
}

web::Response close(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    return outcome(visit, *account, access::close_account(visit.writer(), account->id, by_viewer(visit), visit.now()), "Account closed");
}

web::Response open_again(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    return outcome(visit, *account, access::reopen_account(visit.writer(), account->id, by_viewer(visit), visit.now()), "Account opened again");
}

}  // namespace kith::reception
