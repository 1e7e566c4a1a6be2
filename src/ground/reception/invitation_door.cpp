#include "reception/invitation_door.hpp"

#include "access/invitations.hpp"
#include "db/transaction.hpp"
#include "reception/invitation_views.hpp"
#include "reception/sign_in_pages.hpp"
#include "ui/words.hpp"

namespace kith::reception {

namespace {

const web::PageParts door_parts{.title = "Come in"};

/// The same whether the link is wrong, was used, ran out or was withdrawn.
web::Response shut(web::Visit& visit, const Desk& desk)
{
    const auto whom = desk.contact.empty() ? std::string{"whoever invited you"} : desk.contact;
    return visit.page({.title = "This link does not work"},
                      ui::two_thirds(ui::paragraph("It may have been used already, or have run out, or not be whole: see that you have all of it, to its last letter.") +
                                     ui::paragraph(ui::text("If you have chosen a password already, ") + ui::link("sign in", "/sign-in") +
                                                   ui::text(". If not, ask " + whom + " for a new link."))),
                      404);
}

ui::Html door_form(web::Visit& visit, const Desk& desk, const access::Invitation& invitation)
{
    ScopeWords words{visit.reader(), desk.places};
    std::vector<std::string> roles;
    for (const auto& grant : access::grants_on(visit.reader(), invitation.account, visit.today())) roles.push_back(words.of(grant));
    return ui::two_thirds(visit.in_form({.action = "/invitation/" + visit.parameter("link")},
                                        welcome_fields(visit.form(), invitation, roles, visit.house.settings.partnership)));
}

}  // namespace

web::Response show_door(web::Visit& visit, const Desk& desk)
{
    const auto invitation = access::invitation_of_link(visit.reader(), visit.parameter("link"), visit.now());
    if (!invitation) return shut(visit, desk);
    return visit.page(door_parts, door_form(visit, desk, *invitation));
}

web::Response come_in(web::Visit& visit, const Desk& desk)
{
    const auto link = visit.parameter("link");
    auto signed_in = access::accept_invitation(sign_in_house(visit, desk), link, access::Password{visit.form().as_given("password")});
    if (signed_in) return let_in(visit, std::move(signed_in->token), "/welcome");
    if (signed_in.error().kind != ProblemKind::unacceptable) return shut(visit, desk);
    visit.form().add(signed_in.error());
    const auto invitation = access::invitation_of_link(visit.reader(), link, visit.now());
    if (!invitation) return shut(visit, desk);
    return visit.try_again(door_parts, door_form(visit, desk, *invitation));
}

web::Response show_welcome(web::Visit& visit, const Desk& desk)
{
    ScopeWords words{visit.reader(), desk.places};
    const auto step = visit.viewer.awaits_second_step
                          ? ui::paragraph(ui::text("A role of yours needs a second step of signing in before it gives you anything. ") +
                                          ui::link("Set it up now", "/account/second-step"))
                          : ui::Html{};
    return visit.page({.title = "Welcome", .heading = "Welcome, " + visit.viewer.name}, ui::two_thirds(step + what_you_may(visit.viewer.grants, words)));
}

}  // namespace kith::reception
