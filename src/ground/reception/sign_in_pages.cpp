#include "reception/sign_in_pages.hpp"

#include "access/accounts.hpp"
#include "db/transaction.hpp"
#include "reception/second_step_pages.hpp"
#include "reception/sign_in_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

const web::PageParts sign_in_parts{.title = "Sign in"};
const web::PageParts code_parts{.title = "Sign in with a code", .back = "/sign-in"};

ui::Html sign_in_content(web::Visit& visit, const Desk& desk)
{
    auto content = visit.in_form({.action = "/sign-in", .id = "sign-in"}, sign_in_fields(visit.form())) + below_sign_in(desk.contact);
    if (visit.house.settings.sample) {
        const auto holders = access::first_holders(visit.reader(), visit.today());
        content += visit.in_form({.action = "/sign-in/as", .id = "sample"}, sample_roles(holders));
    }
    return ui::two_thirds(content);
}

}  // namespace

access::SignInHouse sign_in_house(web::Visit& visit, const Desk& desk)
{
    return {visit.house.database, desk.hasher, desk.limits, visit.house.chance, visit.now()};
}

web::Response let_in(web::Visit& visit, std::string token, std::string_view wanted)
{
    if (visit.session().is_set()) {
        access::sign_out(visit.writer(), visit.session());
        visit.writer().commit();
    }
    auto response = visit.redirect(web::local_path_or(wanted, "/"));
    visit.begin_session(response, std::move(token));
    return response;
}

web::Response show_sign_in(web::Visit& visit, const Desk& desk)
{
    const auto wanted = web::local_path_or(visit.request.query("return"), "/");
    if (visit.viewer.is_signed_in()) return visit.redirect(wanted);
    visit.form().fill("return", wanted);
    return visit.page(sign_in_parts, sign_in_content(visit, desk));
}

web::Response sign_in(web::Visit& visit, const Desk& desk)
{
    auto& form = visit.form();
    auto signed_in = access::sign_in(sign_in_house(visit, desk), form.text("email"), access::Password{form.as_given("password")},
                                     visit.request.address);
    if (!signed_in) {
        form.add(signed_in.error());
        return visit.try_again(sign_in_parts, sign_in_content(visit, desk));
    }
    if (!signed_in->half.empty()) return ask_for_second_step(visit, signed_in->half);
    return let_in(visit, std::move(signed_in->token), form.text("return"));
}

web::Response sign_in_as(web::Visit& visit)
{
    const auto role = access::role_named(visit.form().text("role"));
    if (!visit.house.settings.sample || !role) return visit.problem(not_found("Page").error());
    const auto holders = access::first_holders(visit.reader(), visit.today());
    const auto holder = holders.find(*role);
    if (holder == holders.end()) return visit.problem(not_found("Page").error());
    auto token = access::start_session(visit.writer(), holder->second.id, visit.house.chance, visit.now(), true);
    if (visit.session().is_set()) access::sign_out(visit.writer(), visit.session());
    visit.writer().commit();
    auto response = visit.redirect("/");
    visit.begin_session(response, std::move(token));
    return response;
}

web::Response show_sign_in_with_code(web::Visit& visit, const Desk&)
{
    return visit.page(code_parts, ui::two_thirds(visit.in_form({.action = "/sign-in/code"}, code_fields(visit.form()))));
}

web::Response sign_in_with_code(web::Visit& visit, const Desk& desk)
{
    auto& form = visit.form();
    auto signed_in = access::sign_in_with_code(sign_in_house(visit, desk), form.text("email"), form.text("code"),
                                               access::Password{form.as_given("password")}, visit.request.address);
    if (!signed_in) {
        form.add(signed_in.error());
        return visit.try_again(code_parts, ui::two_thirds(visit.in_form({.action = "/sign-in/code"}, code_fields(form))));
    }
    if (!signed_in->half.empty()) return ask_for_second_step(visit, signed_in->half);
    return let_in(visit, std::move(signed_in->token), "/");
}

web::Response show_sign_out(web::Visit& visit)
{
    const auto content = ui::paragraph("On a computer that others use, close the browser afterwards too.") +
                         visit.in_form({.action = "/sign-out"}, ui::button({.text = "Sign out"}));
    return visit.page({.title = "Sign out", .back = "/"}, ui::two_thirds(content));
}

web::Response sign_out(web::Visit& visit)
{
    access::sign_out(visit.writer(), visit.session());
    visit.writer().commit();
    auto response = visit.redirect("/sign-in", "You are signed out");
    visit.end_session(response);
    return response;
}

}  // namespace kith::reception
