#include "reception/home_pages.hpp"

#include "db/transaction.hpp"
#include "jobs/inbox.hpp"
#include "reception/home_views.hpp"
#include "ui/choices.hpp"

#include <charconv>

namespace kith::reception {

namespace {

/// Where reception's own pages are, for those who may open them.
std::vector<web::HomeLink> own_links(const web::Visit& visit)
{
    using enum access::Permission;
    std::vector<web::HomeLink> links;
    if (visit.may(manage_accounts)) links.push_back({"Accounts", "Open and close accounts, give and end roles", "/accounts", manage_accounts});
    if (visit.may(invite_people)) links.push_back({"Invitations", "Who was invited, and who has come in", "/invitations", invite_people});
    if (visit.may(see_read_audit)) links.push_back({"Who has looked at what", "The audit of reads, and a check that it is whole", "/read-audit", see_read_audit});
    if (visit.may(see_jobs)) links.push_back({"Background work", "What is being checked and taken in, and what failed", "/jobs", see_jobs});
    links.push_back({"Messages", "What you were told, read or not", "/messages"});
    links.push_back({"Your account", "Your roles, your password, your second step, other browsers", "/account", own_account});
    return links;
}

ui::Html clear_form(web::Visit& visit, const std::vector<jobs::HeldMessage>& messages)
{
    if (messages.empty()) return {};
    return visit.in_form({.action = "/messages/read"},
                         ui::button({.text = "Put these away",
                                     .name = "last",
                                     .value = std::to_string(messages.front().id.value()),
                                     .classes = "govuk-button--secondary"}));
}

}  // namespace

web::Response show_home(web::Visit& visit, const Desk& desk)
{
    std::vector<web::HomeItem> items;
    for (const auto& provider : desk.home.providers()) {
        for (auto& item : provider(visit)) items.push_back(std::move(item));
    }
    if (visit.viewer.awaits_second_step) {
        items.push_back({"Set up a second step of signing in", "A role of yours needs it, and gives you nothing until then", "/account/second-step", web::Urgency::today});
    }
    std::vector<web::HomeLink> links;
    for (const auto& provider : desk.home.link_providers()) {
        for (auto& link : provider(visit)) links.push_back(std::move(link));
    }
    for (auto& link : own_links(visit)) links.push_back(std::move(link));
    items = in_order(std::move(items));
    links = in_order_for(visit.viewer, std::move(links));
    const auto messages = jobs::unread(visit.reader(), visit.viewer.account.value());
    const auto clear = clear_form(visit, messages);
    return visit.page({.title = "Home", .heading = answer(items), .nav = "/", .wide = true},
                      home(items, links, messages, clear, !visit.viewer.grants.empty() || visit.viewer.awaits_second_step));
}

web::Response read_messages(web::Visit& visit)
{
    const auto given = visit.form().text("last");
    std::int64_t last = 0;
    std::from_chars(given.data(), given.data() + given.size(), last);
    jobs::mark_all_read(visit.writer(), visit.viewer.account.value(), jobs::MessageId{last}, visit.now());
    visit.writer().commit();
    return visit.redirect("/");
}

}  // namespace kith::reception
