#include "reception/second_step_views.hpp"

#include "base/text.hpp"
#include "reception/fields_views.hpp"
#include "ui/qr_code.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

ui::Html code_field(const web::Form& form, std::string label, std::string hint)
{
    return text_field(form, {.name = "code",
                             .label = std::move(label),
                             .hint = std::move(hint),
                             .autocomplete = "one-time-code",
                             .classes = "govuk-input--width-20 govuk-input--extra-letter-spacing"});
}

}  // namespace

ui::Html second_step_state(const access::SecondStepState& state, bool needed)
{
    const auto why = ui::paragraph("With a second step, nobody gets in with your password alone: signing in also asks for six digits that an app on "
                                   "your phone shows and changes every half minute.");
    const auto must = needed ? ui::inset_text({.text = "A role of yours needs a second step. Until it is set up, that role gives you nothing."}) : ui::Html{};
    if (!state.on) {
        const auto begin = ui::button({.text = state.begun ? "Go on setting it up" : "Set up a second step",
                                       .href = state.begun ? "/account/second-step/set-up" : "/account/second-step/begin"});
        return must + why + ui::paragraph("You need an authenticator app. Any will do: the one that your phone or password manager came with is enough.") +
               begin + (state.begun ? ui::paragraph(ui::link("Begin again with a new key", "/account/second-step/begin")) : ui::Html{});
    }
    auto html = why + ui::paragraph("Your second step is on. You have " + counted(state.recovery_codes_left, "recovery code") + " left.");
    if (state.recovery_codes_left < 3) html += ui::warning_text({.text = "Make new recovery codes before the last one is used."});
    html += ui::paragraph(ui::link("Make new recovery codes", "/account/second-step/codes"));
    if (needed) return html + ui::paragraph("A role of yours needs the second step, so it cannot be turned off. If you change your phone, ask your administrator to remove it, then set it up on the new one.");
    return html + ui::paragraph(ui::link("Turn the second step off", "/account/second-step/off"));
}

ui::Html prove_fields(const web::Form& form, std::string words, std::string button)
{
    return ui::paragraph(std::move(words)) + password_field(form, {.name = "present", .label = "Password"}) +
           ui::button({.text = std::move(button), .prevent_double_click = true});
}

ui::Html set_up_fields(const web::Form& form, const access::AppSecret& secret)
{
    return ui::numbered({"Open your authenticator app and add an account.",
                         "Let it look at the square below, or type the key into it.",
                         "Enter the six digits that the app then shows."}) +
           ui::qr_code(secret.link, "QR code with the key below it") +
           ui::paragraph(ui::text("Key: ") + ui::element("strong", {{"class", "kith-code"}}, secret.text)) +
           code_field(form, "Six digits from the app", "They change every half minute") +
           ui::button({.text = "Turn on the second step", .prevent_double_click = true});
}

ui::Html recovery_codes(const std::vector<std::string>& codes, bool is_new)
{
    std::vector<ui::Content> lines;
    for (const auto& code : codes) lines.emplace_back(ui::element("span", {{"class", "kith-code"}}, code));
    return (is_new ? ui::paragraph("From now on, signing in asks for a code from your app.") : ui::paragraph("The codes you had before no longer work.")) +
           ui::warning_text({.text = "These codes are shown only now. Print them, or write them down, and keep them where your phone is not."}) +
           ui::paragraph("Each lets you in once in place of the six digits, should your phone be lost.") + ui::bullets(lines) +
           ui::not_in_print(ui::button({.text = "I have kept them", .href = "/account/second-step"}));
}

ui::Html half_fields(const web::Form& form, const std::string& half)
{
    return ui::element("input", {{"type", "hidden"}, {"name", "half"}, {"value", half}}) +
           ui::element("input", {{"type", "hidden"}, {"name", "return"}, {"value", form.as_given("return")}}) +
           code_field(form, "Six digits from your app", "Or one of your recovery codes, for example k7fq-2m9d-x0tb-e4hw") + ui::button({.text = "Sign in"}) +
           ui::details({.summary_text = "I have neither my phone nor a code",
                        .text = "Ask your administrator to remove the second step from your account. You then sign in with your password and set it up anew."});
}

}  // namespace kith::reception
