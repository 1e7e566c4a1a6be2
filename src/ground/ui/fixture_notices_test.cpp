#include "ui/notices.hpp"

#include "ui/fixture_options.hpp"

namespace kith::ui
{
namespace
{

Tag tag_of(const Options& o) { return {.text = o.content(), .classes = o.classes(), .attributes = o.attributes()}; }

Html render_error_summary(const Options& o)
{
    ErrorSummary params{.title_text = o.content("titleText", "titleHtml"),
                        .description_text = o.content("descriptionText", "descriptionHtml"),
                        .disable_auto_focus = o.given("disableAutoFocus"),
                        .classes = o.classes(),
                        .attributes = o.attributes()};
    for (const auto& line : o.list("errorList")) {
        params.error_list.push_back({.href = line.text("href"), .text = line.content(), .attributes = line.attributes()});
    }
    return error_summary(params);
}

Html render_notification_banner(const Options& o)
{
    return notification_banner({.text = o.content(),
                                .title_text = o.content("titleText", "titleHtml"),
                                .title_heading_level = o.number("titleHeadingLevel", 2),
                                .type = o.text("type"),
                                .role = o.text("role"),
                                .title_id = o.text("titleId", "govuk-notification-banner-title"),
                                .disable_auto_focus = o.given("disableAutoFocus"),
                                .classes = o.classes(),
                                .attributes = o.attributes()});
}

Html render_details(const Options& o)
{
    return details({.summary_text = o.content("summaryText", "summaryHtml"),
                    .text = o.content(),
                    .id = o.text("id"),
                    .open = o.is_on("open"),
                    .classes = o.classes(),
                    .attributes = o.attributes()});
}

Html render_panel(const Options& o)
{
    Panel params{.title_text = o.content("titleText", "titleHtml"),
                 .heading_level = o.number("headingLevel", 1),
                 .text = o.content(),
                 .classes = o.classes(),
                 .attributes = o.attributes()};
    if (o.has("actions")) {
        const auto given = o.sub("actions");
        PanelActions actions{.classes = given.classes(), .attributes = given.attributes()};
        for (const auto& each : given.list("items")) {
            actions.items.push_back({.text = each.text("text"),
                                     .href = each.text("href"),
                                     .type = each.text("type"),
                                     .classes = each.classes(),
                                     .attributes = each.attributes()});
        }
        params.actions = std::move(actions);
    }
    return panel(params);
}

Html render_task_list(const Options& o)
{
    TaskList params{.id_prefix = o.text("idPrefix", "task-list"), .classes = o.classes(), .attributes = o.attributes()};
    for (const auto& each : o.list("items")) {
        const auto status = each.sub("status");
        Task task{.title = {.text = each.content_of("title"), .classes = each.sub("title").classes()},
                  .hint = each.content_of("hint"),
                  .status = {.text = status.content(), .classes = status.classes()},
                  .href = each.text("href"),
                  .classes = each.classes()};
        if (status.has("tag")) task.status.tag = tag_of(status.sub("tag"));
        params.items.push_back(std::move(task));
    }
    return task_list(params);
}

Html render_tabs(const Options& o)
{
    Tabs params{.id = o.text("id"),
                .id_prefix = o.text("idPrefix"),
                .title = o.text("title", "Contents"),
                .classes = o.classes(),
                .attributes = o.attributes()};
    for (const auto& each : o.list("items")) {
        params.items.push_back({.id = each.text("id"),
                                .label = each.text("label"),
                                .panel = {.text = each.content_of("panel"), .attributes = each.sub("panel").attributes()},
                                .attributes = each.attributes()});
    }
    return tabs(params);
}

}  // namespace

Renderers notice_renderers()
{
    return {{"tag", [](const Options& o) { return tag(tag_of(o)); }},
            {"error-summary", render_error_summary},
            {"notification-banner", render_notification_banner},
            {"warning-text",
             [](const Options& o) {
                 return warning_text({.text = o.content(),
                                      .icon_fallback_text = o.text("iconFallbackText", "Warning"),
                                      .classes = o.classes(),
                                      .attributes = o.attributes()});
             }},
            {"inset-text",
             [](const Options& o) {
                 return inset_text({.text = o.content(), .id = o.text("id"), .classes = o.classes(), .attributes = o.attributes()});
             }},
            {"details", render_details},
            {"panel", render_panel},
            {"task-list", render_task_list},
            {"tabs", render_tabs}};
}

}  // namespace kith::ui
