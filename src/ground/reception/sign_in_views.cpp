#include "reception/sign_in_views.hpp"

#include "reception/fields_views.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

namespace kith::reception {

ui::Html sign_in_fields(const web::Form& form)
{
    return text_field(form, {.name = "email", .label = "Email address", .type = "email", .autocomplete = "username"}) +
           password_field(form, {.name = "password", .label = "Password"}) +
           ui::element("input", {{"type", "hidden"}, {"name", "return"}, {"value", form.as_given("return")}}) +
           ui::button({.text = "Sign in"});
}

ui::Html below_sign_in(const std::string& contact)
{
    const auto whom = contact.empty() ? std::string{"your administrator"} : contact;
    return ui::paragraph(ui::link("Sign in with a code you were given", "/sign-in/code")) +
           ui::details({.summary_text = "I cannot sign in",
                        .text = "Ask " + whom + " to reset your account. You will be given a code with which you choose a new password."});
}

ui::Html sample_roles(const std::map<access::Role, access::Account>& holders)
{
    ui::Html html = ui::heading(2, "Look round as", "m") +
                    ui::paragraph("This is a made-up area. Nobody in it is real, and each role can be tried without a password.");
    for (const auto& [role, account] : holders) {
        const auto& row = access::row_of(role);
        html += ui::element("div", {{"class", "govuk-!-margin-bottom-4"}},
                            ui::button({.text = std::string{row.label},
                                        .name = "role",
                                        .value = std::string{row.name},
                                        .classes = "govuk-button--secondary govuk-!-margin-bottom-1"}) +
                                ui::element("div", {{"class", "govuk-hint"}}, row.words));
    }
    return html;
}

ui::Html code_fields(const web::Form& form)
{
    return ui::paragraph("Your administrator gave you a code when your account was opened or reset. It works once, and for a day.") +
           text_field(form, {.name = "email", .label = "Email address", .type = "email", .autocomplete = "username"}) +
           text_field(form, {.name = "code",
                             .label = "Code",
                             .hint = "For example, k7fq-2m9d-x0tb-e4hw",
                             .autocomplete = "one-time-code",
                             .classes = "govuk-input--width-20"}) +
           password_field(form, {.name = "password",
                                 .label = "Choose a password",
                                 .hint = "12 characters or more. Three words that do not belong together are easy to remember and hard to guess",
                                 .is_new = true}) +
           ui::button({.text = "Save password and sign in"});
}

}  // namespace kith::reception
