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
    ui::Html html = ui::heading(2, "Go to", "m");
    for (const auto& link : links) {
        html += ui::paragraph(ui::link(link.title, link.href, "govuk-link govuk-!-font-weight-bold") + ui::element("br", ui::Content{}) + ui::text(link.words));
    }
    return html;
}

}  // namespace

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
    return ui::columns({{"two-thirds", main}, {"one-third", ways(links)}});
}

}  // namespace kith::reception
