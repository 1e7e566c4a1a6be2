#include "reception/home_views.hpp"

#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::reception {

namespace {

ui::TaskStatus status_of(web::Urgency urgency)
{
    if (urgency == web::Urgency::at_once) return {.tag = ui::Tag{.text = "Now", .classes = "govuk-tag--red"}};
    if (urgency == web::Urgency::overdue) return {.tag = ui::Tag{.text = "Overdue", .classes = "govuk-tag--red"}};
    if (urgency == web::Urgency::today) return {.tag = ui::Tag{.text = "Today", .classes = "govuk-tag--yellow"}};
    return {};
}

ui::Html needs(const std::vector<web::HomeItem>& items)
{
    ui::TaskList list{.id_prefix = "needs"};
    for (const auto& item : items) {
        list.items.push_back({.title = {.text = item.title}, .hint = item.words, .status = status_of(item.urgency), .href = item.href});
    }
    return ui::task_list(list);
}

ui::Html told(const std::vector<jobs::HeldMessage>& messages, const ui::Html& clear)
{
    std::vector<ui::Content> lines;
    for (const auto& message : messages) {
        lines.emplace_back(ui::link(message.message.title, message.message.link) + ui::text(", " + message.at.in_words()));
    }
    return ui::heading(2, "Since you last looked", "m") + ui::bullets(lines) + ui::not_in_print(clear);
}

ui::Html ways(const std::vector<web::HomeLink>& links)
{
    ui::Html items;
    for (const auto& link : links) {
        const auto title = ui::link(link.title, link.href, "govuk-link govuk-!-font-weight-bold");
        items += ui::element("li", {{"class", "govuk-body"}}, title + ui::element("br", ui::Content{}) + ui::text(link.words));
    }
    return ui::heading(2, "Go to", "m") + ui::element("ul", {{"class", "kith-ways"}}, items);
}

/// What each role comes to Kith for, first things first; what is not named follows.
std::vector<access::Permission> comes_for(access::Role role)
{
    using enum access::Permission;
    switch (role) {
    case access::Role::administrator: return {manage_accounts, see_read_audit, see_jobs};
    case access::Role::workforce_lead: return {see_workforce_figures, see_staff, see_returns, hand_in_returns, see_organisations};
    case access::Role::locality_lead: return {see_workforce_figures, see_staff};
    case access::Role::data_steward: return {hand_in_returns, see_staff, see_workforce_figures};
    case access::Role::manager: return {see_staff, see_workforce_figures};
    case access::Role::practitioner: return {see_own_record};
    case access::Role::board_member: return {see_organisations};
    }
    return {};
}

/// How early a link to something that needs `permission` stands for this viewer.
std::size_t place_for(const access::Viewer& viewer, access::Permission permission)
{
    constexpr std::size_t unnamed = 100;
    std::size_t place = permission == access::Permission::own_account ? unnamed + 1 : unnamed;
    for (const auto& grant : viewer.grants) {
        const auto order = comes_for(grant.role);
        const auto found = std::ranges::find(order, permission);
        if (found != order.end()) place = std::min(place, static_cast<std::size_t>(found - order.begin()));
    }
    return place;
}

}  // namespace

std::vector<web::HomeLink> in_order_for(const access::Viewer& viewer, std::vector<web::HomeLink> links)
{
    std::ranges::stable_sort(links, {}, [&](const web::HomeLink& link) { return place_for(viewer, link.needs); });
    return links;
}

std::vector<web::HomeItem> in_order(std::vector<web::HomeItem> items)
{
    std::stable_sort(items.begin(), items.end(), [](const web::HomeItem& left, const web::HomeItem& right) { return left.urgency < right.urgency; });
    return items;
}

std::string answer(const std::vector<web::HomeItem>& items)
{
    if (items.empty()) return "Nothing needs you today";
    const auto overdue = std::count_if(items.begin(), items.end(), [](const web::HomeItem& item) { return item.urgency == web::Urgency::overdue; });
    auto words = items.size() == 1 ? std::string{"1 thing needs you"} : std::to_string(items.size()) + " things need you";
    if (overdue == 0) return words;
    return items.size() == 1 ? words + ", and is overdue" : words + ", " + std::to_string(overdue) + " of them overdue";
}

ui::Html home(const std::vector<web::HomeItem>& items, const std::vector<web::HomeLink>& links, const std::vector<jobs::HeldMessage>& messages,
              const ui::Html& clear, bool has_roles)
{
    ui::Html main;
    if (!has_roles) {
        main += ui::inset_text({.text = "Your account has no role yet, so there is little to see. Ask your administrator to give you one."});
    } else if (items.empty()) {
        main += ui::empty_state({.text = "Everything that waits for you is done. What you look after is under Go to."});
    } else {
        main += needs(items);
    }
    if (!messages.empty()) main += told(messages, clear);
    if (links.empty()) return ui::two_thirds(main);
    return ui::two_thirds(main) + ways(links);
}

}  // namespace kith::reception
