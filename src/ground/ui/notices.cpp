#include "ui/notices.hpp"

#include "ui/choices.hpp"
#include "ui/markup.hpp"

namespace kith::ui
{

Html tag(const Tag& params)
{
    Markup m;
    m.raw("<strong").classes("govuk-tag", params.classes).attributes(params.attributes).raw(">").content(params.text);
    return m.raw("</strong>").take();
}

Html error_summary(const ErrorSummary& params)
{
    Markup m;
    m.raw("<div").classes("govuk-error-summary", params.classes);
    if (params.disable_auto_focus) m.attribute("data-disable-auto-focus", *params.disable_auto_focus ? "true" : "false");
    m.attributes(params.attributes).raw(" data-module=\"govuk-error-summary\"><div role=\"alert\">");
    m.raw("<h2 class=\"govuk-error-summary__title\">").content(params.title_text).raw("</h2><div class=\"govuk-error-summary__body\">");
    if (!params.description_text.empty()) m.raw("<p>").content(params.description_text).raw("</p>");
    if (!params.error_list.empty()) m.raw("<ul class=\"govuk-list govuk-error-summary__list\">");
    for (const auto& line : params.error_list) {
        m.raw("<li>");
        if (!line.href.empty()) m.raw("<a").address("href", line.href).attributes(line.attributes).raw(">");
        m.content(line.text);
        if (!line.href.empty()) m.raw("</a>");
        m.raw("</li>");
    }
    if (!params.error_list.empty()) m.raw("</ul>");
    return m.raw("</div></div></div>").take();
}

Html notification_banner(const NotificationBanner& params)
{
    const bool success = params.type == "success";
    const std::string role = !params.role.empty() ? params.role : success ? "alert" : "region";
    const Content title = !params.title_text.empty() ? params.title_text : Content{success ? "Success" : "Important"};
    Markup m;
    m.raw("<div").classes(success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner",
                          params.classes);
    m.attribute("role", role).attribute("aria-labelledby", params.title_id).raw(" data-module=\"govuk-notification-banner\"");
    if (params.disable_auto_focus) m.attribute("data-disable-auto-focus", *params.disable_auto_focus ? "true" : "false");
    m.attributes(params.attributes).raw("><div class=\"govuk-notification-banner__header\">");
    m.raw("<h").number(params.title_heading_level).raw(" class=\"govuk-notification-banner__title\"").attribute("id", params.title_id);
    m.raw(">").content(title).raw("</h").number(params.title_heading_level).raw("></div>");
    m.raw("<div class=\"govuk-notification-banner__content\">");
    if (params.text.is_markup()) {
        m.content(params.text);
    } else if (!params.text.empty()) {
        m.raw("<p class=\"govuk-notification-banner__heading\">").content(params.text).raw("</p>");
    }
    return m.raw("</div></div>").take();
}

Html warning_text(const WarningText& params)
{
    Markup m;
    m.raw("<div").classes("govuk-warning-text", params.classes).attributes(params.attributes).raw(">");
    m.raw("<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n<strong class=\"govuk-warning-text__text\">");
    m.raw("<span class=\"govuk-visually-hidden\">").text(params.icon_fallback_text.empty() ? "Warning" : params.icon_fallback_text);
    return m.raw("</span>\n").content(params.text).raw("</strong></div>").take();
}

Html inset_text(const InsetText& params)
{
    Markup m;
    m.raw("<div").optional("id", params.id).classes("govuk-inset-text", params.classes).attributes(params.attributes).raw(">");
    return m.content(params.text).raw("</div>").take();
}

Html details(const Details& params)
{
    Markup m;
    m.raw("<details").optional("id", params.id).classes("govuk-details", params.classes).attributes(params.attributes);
    m.flag("open", params.open).raw("><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">");
    m.content(params.summary_text).raw("</span></summary><div class=\"govuk-details__text\">").content(params.text);
    return m.raw("</div></details>").take();
}

namespace
{

bool is_interruption(const Panel& params) { return params.classes.find("govuk-panel--interruption") != std::string::npos; }

void write_panel_action(Markup& m, const PanelAction& action)
{
    if (action.href.empty() || action.type == "button") {
        m.html(button({.text = action.text,
                       .type = action.type.empty() ? "button" : action.type,
                       .href = action.href,
                       .classes = with_word("govuk-button--inverse", action.classes),
                       .attributes = action.attributes}));
        return;
    }
    m.raw("<a").classes("govuk-link govuk-link--inverse", action.classes).address("href", action.href).attributes(action.attributes);
    m.raw(">").text(action.text).raw("</a>");
}

void write_panel_actions(Markup& m, const PanelActions& actions)
{
    m.raw("<div").classes("govuk-panel__actions", actions.classes).attributes(actions.attributes).raw(">");
    if (!actions.items.empty()) m.raw("<div class=\"govuk-button-group\">");
    for (const auto& action : actions.items) {
        write_panel_action(m, action);
        m.raw("\n");
    }
    if (!actions.items.empty()) m.raw("</div>");
    m.raw("</div>");
}

}  // namespace

Html panel(const Panel& params)
{
    Markup m;
    m.raw("<div").classes(is_interruption(params) ? "govuk-panel" : "govuk-panel govuk-panel--confirmation", params.classes);
    m.attributes(params.attributes).raw("><h").number(params.heading_level).raw(" class=\"govuk-panel__title\">");
    m.content(params.title_text).raw("</h").number(params.heading_level).raw(">");
    if (!params.text.empty()) m.raw("<div class=\"govuk-panel__body\">").content(params.text).raw("</div>");
    if (is_interruption(params) && params.actions) write_panel_actions(m, *params.actions);
    return m.raw("</div>").take();
}

namespace
{

void write_task_name(Markup& m, const Task& task, const std::string& hint_id, const std::string& status_id)
{
    m.raw("<div class=\"govuk-task-list__name-and-hint\">");
    if (!task.href.empty()) {
        m.raw("<a").classes("govuk-link govuk-task-list__link", task.title.classes).address("href", task.href);
        m.attribute("aria-describedby", task.hint.empty() ? status_id : hint_id + " " + status_id).raw(">");
        m.content(task.title.text).raw("</a>");
    } else {
        m.raw("<div").optional("class", task.title.classes).raw(">").content(task.title.text).raw("</div>");
    }
    if (!task.hint.empty()) {
        m.raw("<div").attribute("id", hint_id).raw(" class=\"govuk-task-list__hint\">").content(task.hint).raw("</div>");
    }
    m.raw("</div>");
}

}  // namespace

Html task_list(const TaskList& params)
{
    const std::string prefix = params.id_prefix.empty() ? "task-list" : params.id_prefix;
    Markup m;
    m.raw("<ul").classes("govuk-task-list", params.classes).attributes(params.attributes).raw(">");
    std::size_t place = 0;
    for (const auto& task : params.items) {
        const auto number = prefix + "-" + std::to_string(++place);
        m.raw("<li").classes(task.href.empty() ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link",
                             task.classes);
        m.raw(">");
        write_task_name(m, task, number + "-hint", number + "-status");
        m.raw("<div").classes("govuk-task-list__status", task.status.classes).attribute("id", number + "-status").raw(">");
        if (task.status.tag) {
            m.html(tag(*task.status.tag));
        } else {
            m.content(task.status.text);
        }
        m.raw("</div></li>");
    }
    return m.raw("</ul>").take();
}

Html tabs(const Tabs& params)
{
    const auto id_of = [&](std::size_t i) {
        return params.items[i].id.empty() ? params.id_prefix + "-" + std::to_string(i + 1) : params.items[i].id;
    };
    Markup m;
    m.raw("<div").optional("id", params.id).classes("govuk-tabs", params.classes).attributes(params.attributes);
    m.raw(" data-module=\"govuk-tabs\"><h2 class=\"govuk-tabs__title\">").text(params.title).raw("</h2>");
    if (!params.items.empty()) m.raw("<ul class=\"govuk-tabs__list\">");
    for (std::size_t i = 0; i < params.items.size(); ++i) {
        m.raw("<li").classes("govuk-tabs__list-item", i == 0 ? "govuk-tabs__list-item--selected" : "").raw("><a class=\"govuk-tabs__tab\"");
        m.attribute("href", "#" + id_of(i)).attributes(params.items[i].attributes).raw(">").text(params.items[i].label).raw("</a></li>");
    }
    if (!params.items.empty()) m.raw("</ul>");
    for (std::size_t i = 0; i < params.items.size(); ++i) {
        const auto& shown = params.items[i].panel;
        m.raw("<div").classes("govuk-tabs__panel", i == 0 ? "" : "govuk-tabs__panel--hidden").attribute("id", id_of(i));
        m.attributes(shown.attributes).raw(">");
        if (shown.text.is_markup()) {
            m.content(shown.text);
        } else if (!shown.text.empty()) {
            m.raw("<p class=\"govuk-body\">").content(shown.text).raw("</p>");
        }
        m.raw("</div>");
    }
    return m.raw("</div>").take();
}

}  // namespace kith::ui
