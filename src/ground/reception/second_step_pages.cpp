#include "reception/second_step_pages.hpp"

#include "db/transaction.hpp"
#include "reception/account_views.hpp"
#include "reception/accounts_pages.hpp"
#include "reception/fields_views.hpp"
#include "reception/second_step_views.hpp"
#include "reception/sign_in_pages.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::reception {

namespace {

const web::PageParts half_parts{.title = "Your second step", .back = "/sign-in"};
const web::PageParts begin_parts{.title = "Set up a second step", .back = "/account/second-step"};
const web::PageParts set_up_parts{.title = "Add Kith to your app", .back = "/account/second-step"};
const web::PageParts codes_parts{.title = "Make new recovery codes", .back = "/account/second-step"};
const web::PageParts off_parts{.title = "Turn the second step off", .back = "/account/second-step"};

/// What access needs for a second step, kept together for the length of a handler.
struct Step {
    access::SignInHouse sign_in;
    access::SecondStepHouse house;
    Step(web::Visit& visit, const Desk& desk) : sign_in(sign_in_house(visit, desk)), house{sign_in, desk.key ? &*desk.key : nullptr} {}
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;
};

const web::Afterwards codes_afterwards{.words = "The recovery codes were shown once and cannot be shown again. If they were not written down, make new ones: the old ones stop working.",
                                       .href = "/account/second-step/codes", .way_on = "Make new recovery codes"};

access::Password present(web::Visit& visit)
{
    return access::Password{visit.form().as_given("present")};
}

ui::Html prove_form(web::Visit& visit, const std::string& action, std::string words, std::string button)
{
    return ui::two_thirds(visit.in_form({.action = action}, prove_fields(visit.form(), std::move(words), std::move(button))));
}

ui::Html begin_form(web::Visit& visit)
{
    return prove_form(visit, "/account/second-step/begin", "First say that it is you.", "Continue");
}

ui::Html codes_form(web::Visit& visit)
{
    return prove_form(visit, "/account/second-step/codes", "The recovery codes you have now stop working, and you are shown new ones.", "Make new codes");
}

ui::Html off_form(web::Visit& visit)
{
    return prove_form(visit, "/account/second-step/off", "From then on your password alone lets you in, and your recovery codes are of no use.", "Turn it off");
}

ui::Html half_form(web::Visit& visit, const std::string& half)
{
    return ui::two_thirds(visit.in_form({.action = "/sign-in/second-step"}, half_fields(visit.form(), half)));
}

/// The form again with what is wrong beside its field; a page of its own where it is no field's fault.
web::Response again(web::Visit& visit, const Problem& problem, const web::PageParts& parts, ui::Html (*form)(web::Visit&))
{
    if (problem.kind != ProblemKind::unacceptable) return visit.problem(problem);
    visit.form().add(problem);
    return visit.try_again(parts, form(visit));
}

}  // namespace

bool needs_second_step(const web::Visit& visit)
{
    const auto& needing = visit.house.settings.sessions.second_step;
    return visit.viewer.awaits_second_step ||
           std::ranges::any_of(visit.viewer.grants, [&](const access::Grant& grant) { return std::ranges::find(needing, grant.role) != needing.end(); });
}

web::Response ask_for_second_step(web::Visit& visit, const std::string& half)
{
    return visit.page(half_parts, half_form(visit, half));
}

web::Response sign_in_second_step(web::Visit& visit, const Desk& desk)
{
    auto& form = visit.form();
    const Step step{visit, desk};
    const auto half = form.text("half");
    auto signed_in = access::pass_second_step(step.house, half, form.text("code"), visit.request.address);
    if (signed_in) return let_in(visit, std::move(signed_in->token), form.text("return"));
    if (signed_in.error().kind == ProblemKind::conflict) return visit.redirect("/sign-in", signed_in.error().message);
    form.add(signed_in.error());
    return visit.try_again(half_parts, half_form(visit, half));
}

web::Response back_to_sign_in(web::Visit& visit)
{
    return visit.redirect("/sign-in");
}

web::Response show_second_step(web::Visit& visit)
{
    const auto state = access::second_step_of(visit.reader(), visit.viewer.account);
    return visit.page({.title = "Second step of signing in", .breadcrumbs = {{"Home", "/"}, {"Your account", "/account"}}},
                      ui::two_thirds(second_step_state(state, needs_second_step(visit))));
}

web::Response show_begin_second_step(web::Visit& visit)
{
    if (access::second_step_of(visit.reader(), visit.viewer.account).on) return visit.redirect("/account/second-step");
    return visit.page(begin_parts, begin_form(visit));
}

web::Response begin_second_step(web::Visit& visit, const Desk& desk)
{
    const Step step{visit, desk};
    const auto begun = access::begin_second_step(step.house, visit.viewer.account, present(visit));
    if (!begun) return again(visit, begun.error(), begin_parts, begin_form);
    return visit.redirect("/account/second-step/set-up");
}

web::Response show_set_up_second_step(web::Visit& visit, const Desk& desk)
{
    const Step step{visit, desk};
    const auto secret = access::waiting_secret(visit.reader(), step.house, visit.viewer.account, visit.house.settings.partnership);
    if (!secret) return visit.redirect("/account/second-step");
    return visit.page(set_up_parts, ui::two_thirds(visit.in_form({.action = "/account/second-step/set-up"}, set_up_fields(visit.form(), *secret))));
}

web::Response set_up_second_step(web::Visit& visit, const Desk& desk)
{
    const Step step{visit, desk};
    const auto codes = access::confirm_second_step(step.house, visit.viewer.account, visit.session(), visit.form().text("code"));
    if (codes) return visit.shown_once({.title = "Second step turned on", .nav = "/account"}, ui::two_thirds(recovery_codes(*codes, true)), codes_afterwards);
    if (codes.error().kind != ProblemKind::unacceptable) return visit.redirect("/account/second-step");
    visit.form().add(codes.error());
    const auto secret = access::waiting_secret(visit.reader(), step.house, visit.viewer.account, visit.house.settings.partnership);
    if (!secret) return visit.problem(secret.error());
    return visit.try_again(set_up_parts, ui::two_thirds(visit.in_form({.action = "/account/second-step/set-up"}, set_up_fields(visit.form(), *secret))));
}

web::Response show_new_codes(web::Visit& visit)
{
    if (!access::second_step_of(visit.reader(), visit.viewer.account).on) return visit.redirect("/account/second-step");
    return visit.page(codes_parts, codes_form(visit));
}

web::Response make_new_codes(web::Visit& visit, const Desk& desk)
{
    const Step step{visit, desk};
    const auto codes = access::renew_recovery_codes(step.house, visit.viewer.account, present(visit));
    if (!codes) return again(visit, codes.error(), codes_parts, codes_form);
    return visit.shown_once({.title = "New recovery codes"}, ui::two_thirds(recovery_codes(*codes, false)), codes_afterwards);
}

web::Response show_second_step_off(web::Visit& visit)
{
    if (!access::second_step_of(visit.reader(), visit.viewer.account).on || needs_second_step(visit)) return visit.redirect("/account/second-step");
    return visit.page(off_parts, off_form(visit));
}

web::Response turn_second_step_off(web::Visit& visit, const Desk& desk)
{
    const Step step{visit, desk};
    const auto off = access::end_second_step(step.house, visit.viewer.account, present(visit), needs_second_step(visit));
    if (!off) return again(visit, off.error(), off_parts, off_form);
    return visit.redirect("/account/second-step", "The second step is off");
}

web::Response show_remove_second_step(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto content =
        ui::paragraph("Do this where " + account->name + " has lost both phone and recovery codes, once you have made sure that it is " + account->name +
                      " who asks. Their password alone then lets them in, until they set up a second step anew. They are signed out everywhere.") +
        visit.in_form({.action = account_path(*account, "/second-step")}, warning_button("Remove second step"));
    return visit.page({.title = "Remove the second step of this account", .back = account_path(*account), .nav = "/accounts"}, ui::two_thirds(content));
}

web::Response remove_second_step(web::Visit& visit)
{
    const auto account = account_in_path(visit);
    if (!account) return visit.problem(account.error());
    const auto removed = access::remove_second_step(visit.writer(), account->id, by_viewer(visit), visit.now());
    if (!removed) return visit.problem(removed.error());
    visit.writer().commit();
    return visit.redirect(account_path(*account), "Second step removed");
}

}  // namespace kith::reception
