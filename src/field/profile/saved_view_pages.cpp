#include "profile/saved_view_pages.hpp"

#include "profile/saved_view_store.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

namespace kith::profile {

namespace {

/// Name, and hidden beside it what is saved.
ui::Html form_for(web::Visit& visit, const std::string& path, const std::string& query, const std::string& name)
{
    auto hidden = [](std::string_view field, const std::string& value) { return ui::element("input", {{.name = "type", .value = "hidden"}, {.name = "name", .value = std::string{field}}, {.name = "value", .value = value}}); };
    auto fields = hidden("path", path) + hidden("query", query)
                + ui::input({.id = "view-name", .name = "name", .value = name, .label = {.text = "Name of the view"}, .hint = {.text = "Such as \u2018Early years in the north\u2019. The page is kept with its filters; its figures are counted anew whenever it is opened"},
                             .error_message = {.text = visit.form().error("name").value_or("")}, .classes = "govuk-input--width-20", .autocomplete = "off"})
                + ui::button({.text = "Save view", .classes = "govuk-button--secondary"});
    return visit.in_form({.action = "/saved-views"}, std::move(fields));
}

}  // namespace

ui::Html save_view_form(web::Visit& visit, const web::Address& address)
{
    const auto text = address.text();
    const auto mark = text.find('?');
    const auto query = mark == std::string::npos ? std::string{} : text.substr(mark + 1);
    return ui::not_in_print(ui::details({.summary_text = "Save this view", .text = form_for(visit, address.path(), query, "")}));
}

ui::Html your_views(web::Visit& visit)
{
    const auto views = saved_views(visit.reader(), visit.viewer.account);
    if (views.empty()) return {};
    std::vector<ui::Content> items;
    for (const auto& view : views) {
        auto away = visit.in_form({.action = "/saved-views/" + view.public_id.text() + "/delete"},
                                  ui::element("button", {{.name = "type", .value = "submit"}, {.name = "class", .value = "kith-link-button"}}, ui::text("Delete") + ui::visually_hidden(" the view " + view.name)));
        items.push_back(ui::Content{ui::element("div", {{.name = "class", .value = "kith-view"}}, ui::link(view.name, view.href()) + away)});
    }
    return ui::not_in_print(ui::heading(2, "Your views", "m") + ui::bullets(items));
}

web::Response save_this_view(web::Visit& visit)
{
    const auto& form = visit.form();
    const SavedView asked{.name = form.text("name"), .path = form.text("path"), .query = form.text("query")};
    auto saved = save_view(visit.writer(), visit.viewer.account, asked, visit.now());
    if (saved) {
        visit.writer().commit();
        return visit.redirect(saved->href(), "View saved. It is listed under Your views on the profile");
    }
    if (saved.error().field.empty()) return visit.problem(saved.error());
    visit.form().add(saved.error());
    return visit.try_again({.title = "Save this view", .breadcrumbs = {{"Workforce profile", "/profile"}}, .nav = "/profile"}, ui::two_thirds(form_for(visit, asked.path, asked.query, form.as_given("name"))));
}

web::Response delete_saved_view(web::Visit& visit)
{
    const auto id = visit.public_id("view");
    if (!id) return visit.problem(id.error());
    if (auto gone = delete_view(visit.writer(), visit.viewer.account, *id); !gone) return visit.problem(gone.error());
    visit.writer().commit();
    return visit.redirect("/profile", "View deleted. You can save it again from the page it was of");
}

}  // namespace kith::profile
