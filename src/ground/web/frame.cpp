#include "web/frame.hpp"

#include "ui/layout.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

namespace kith::web {
namespace {

std::vector<ui::NavigationItem> menu_for(const House& house, const access::Viewer& viewer, std::string_view current)
{
    std::vector<ui::NavigationItem> items;
    for (const auto& item : house.navigation)
        if (!access::reach(viewer, item.permission).is_nothing())
            items.push_back({.text = item.text, .href = item.href, .active = item.href == current});
    return items;
}

/// At the end of the menu: who is signed in, and the ways to one's own account and out.
ui::Html account_links(const access::Viewer& viewer)
{
    if (!viewer.is_signed_in()) return {};
    return ui::link(viewer.name, "/account", "govuk-link govuk-link--no-visited-state") + ui::text(" ") +
           ui::link("Sign out", "/sign-out", "govuk-link govuk-link--no-visited-state");
}

ui::Html before_content(const PageParts& parts)
{
    if (!parts.back.empty()) return ui::back_link({.href = parts.back});
    if (parts.breadcrumbs.empty()) return {};
    ui::Breadcrumbs crumbs{.collapse_on_mobile = true};
    for (const auto& crumb : parts.breadcrumbs) crumbs.items.push_back({.text = crumb.text, .href = crumb.href});
    return ui::breadcrumbs(crumbs);
}

ui::Html summary_of(const std::vector<Problem>& problems)
{
    if (problems.empty()) return {};
    ui::ErrorSummary summary;
    for (const auto& problem : problems)
        summary.error_list.push_back({.href = problem.field.empty() ? std::string{} : "#" + problem.field, .text = problem.message});
    return ui::error_summary(summary);
}

ui::Html heading_of(const PageParts& parts)
{
    auto words = parts.heading.value_or(parts.title);
    ui::Html html;
    if (!parts.caption.empty()) html += ui::element("span", {{"class", "govuk-caption-l"}}, parts.caption);
    if (!words.empty()) html += ui::heading(1, words, "l");
    return html;
}

struct ProblemWords {
    int status;
    std::string_view title;
    std::string_view sentence;
};

ProblemWords words_for(int status)
{
    switch (status) {
        case 400: return {400, "This could not be read", "What was sent could not be read. Go back and try again."};
        case 403: return {403, "You cannot do this", "Your role does not cover this page. Ask whoever looks after accounts if it should."};
        case 404: return {404, "Page not found", "If you typed the address, check it. If you followed a link, what it led to may have moved, or lie outside what your role covers."};
        case 405: return {405, "Page not found", "This address cannot be opened in this way. Go back and use the link or button on the page."};
        case 408: return {408, "This took too long", "What you sent did not arrive in time. Go back and try again."};
        case 409: return {409, "This has changed", "Someone changed this since you opened the page. Go back, look at it as it is now, and try again."};
        case 410: return {410, "This is no longer kept", "What a form was answered with is kept while you are signed in, and for half an hour. Open the page again."};
        case 413: return {413, "This is too large", "What you sent is larger than can be taken."};
        case 415: return {415, "This could not be read", "What was sent is not a form."};
        case 422: return {422, "There is a problem", "Something needs to be put right before this can go on."};
        case 503: return {503, "Kith is busy", "Too many people are asking at once. Wait a moment, then try again."};
        case 507: return {507, "There is no room", "What you sent could not be kept because the disk is full. Tell whoever looks after this system."};
        default: return {status, "There is a problem with this service", "Something went wrong. What you were doing was not saved. Try again; if it happens again, tell whoever looks after this system."};
    }
}

}  // namespace

std::string framed_page(const House& house, const access::Viewer& viewer, Instant now, const PageParts& parts, const ui::Html& content,
                        const std::vector<Problem>& problems)
{
    ui::Page page{.partnership = house.settings.partnership, .title = parts.title, .has_errors = !problems.empty()};
    page.navigation = menu_for(house, viewer, parts.nav);
    page.account = account_links(viewer);
    page.before_content = before_content(parts);
    if (!parts.banner.empty() && problems.empty()) page.banner = ui::notification_banner({.text = parts.banner, .type = "success"});
    page.content = summary_of(problems) + heading_of(parts) + content;
    page.wide = parts.wide;
    page.print.filters = parts.filters;
    page.print.printed = fmt::format("Printed {}", now.date_in_london().in_words());
    if (viewer.is_signed_in() && !parts.handed_out) page.print.printed += " by " + viewer.name;
    page.contact = house.settings.contact;
    page.footer_links = house.footer_links;
    page.assets = house.assets;
    page.head_end = parts.refresh_seconds > 0
                        ? ui::element("noscript", {}, ui::element("meta", {{"http-equiv", "refresh"}, {"content", std::to_string(parts.refresh_seconds)}}))
                        : ui::Html{};
    return ui::layout(page).str();
}

Response problem_page(const House& house, const access::Viewer& viewer, Instant now, const ProblemParts& parts)
{
    auto usual = words_for(parts.status);
    auto content = ui::paragraph(parts.words.empty() ? usual.sentence : parts.words);
    if (!parts.reference.empty()) content += ui::paragraph(fmt::format("Reference: {}", parts.reference));
    if (!parts.href.empty()) content += ui::not_in_print(ui::paragraph(ui::link(std::string{parts.way_on}, std::string{parts.href})));
    content += ui::not_in_print(ui::paragraph(ui::link(viewer.is_signed_in() ? "Go to your home page" : "Go to the first page", "/")));
    const std::string title{parts.title.empty() ? usual.title : parts.title};
    auto response = Response::html(framed_page(house, viewer, now, {.title = title}, ui::two_thirds(content), {}), parts.status);
    if (parts.status == 503) response.set("Retry-After", "5");
    return response;
}

}  // namespace kith::web
