#include "reception/account_pages.hpp"

#include "access/accounts.hpp"
#include "access/second_step.hpp"
#include "db/transaction.hpp"
#include "jobs/inbox.hpp"
#include "reception/account_views.hpp"
#include "reception/scope_words.hpp"
#include "reception/sign_in_pages.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

const web::PageParts password_parts{.title = "Change your password", .back = "/account"};

ui::Html password_form(web::Visit& visit)
{
    return ui::two_thirds(visit.in_form({.action = "/account/password"}, change_password_fields(visit.form())));
}

}  // namespace

web::Response show_account(web::Visit& visit, const Desk& desk)
{
    const auto account = access::find_account(visit.reader(), visit.viewer.account);
    if (!account) return visit.problem(account.error());
    ScopeWords words{visit.reader(), desk.places};
    std::vector<std::string> roles;
    for (const auto& grant : visit.viewer.grants) roles.push_back(words.of(grant));
    const auto everywhere = visit.in_form(
        {.action = "/account/sign-out-everywhere"},
        ui::button({.text = "Sign out everywhere else", .classes = "govuk-button--secondary", .prevent_double_click = true}));
    const OwnAccount own{.account = *account,
                         .roles = std::move(roles),
                         .second_step = access::second_step_of(visit.reader(), account->id).on,
                         .by_mail = jobs::wants_mail(visit.reader(), account->id.value()),
                         .mails = visit.house.settings.mails};
    return visit.page({.title = "Your account", .breadcrumbs = {{"Home", "/"}}}, own_account(own, everywhere));
}

web::Response show_change_password(web::Visit& visit)
{
    return visit.page(password_parts, password_form(visit));
}

web::Response change_password(web::Visit& visit, const Desk& desk)
{
    auto& form = visit.form();
    const auto changed = access::change_password(sign_in_house(visit, desk), visit.viewer.account, visit.session(),
                                                 access::Password{form.as_given("present")}, access::Password{form.as_given("password")});
    if (!changed) {
        form.add(changed.error());
        return visit.try_again(password_parts, password_form(visit));
    }
    return visit.redirect("/account", "Password changed. Every other browser that was signed in with your account is signed out");
}

web::Response sign_out_everywhere(web::Visit& visit)
{
    access::sign_out_everywhere(visit.writer(), visit.viewer.account, visit.session());
    visit.writer().commit();
    return visit.redirect("/account", "Every other browser that was signed in with your account is signed out");
}

}  // namespace kith::reception
