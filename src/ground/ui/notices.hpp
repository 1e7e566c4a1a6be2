#pragma once
// What tells the reader something: error summary, notification banner, warning, inset text, details, panel, tag, task list, tabs.
// Names as in the govuk-frontend macros; text-or-html options are Content.
#include "ui/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::ui
{

struct Tag {
    Content text;
    std::string classes;  ///< for example "govuk-tag--red"; never the only sign
    Attributes attributes;
};
Html tag(const Tag& params);

struct ErrorLine {
    std::string href;  ///< "#id" of the field
    Content text;
    Attributes attributes;
};

struct ErrorSummary {
    Content title_text = "There is a problem";
    Content description_text;
    std::vector<ErrorLine> error_list;
    std::optional<bool> disable_auto_focus;
    std::string classes;
    Attributes attributes;
};
Html error_summary(const ErrorSummary& params);

struct NotificationBanner {
    Content text;  ///< text becomes the banner's heading line; Html stands as it is
    Content title_text;
    int title_heading_level = 2;
    std::string type;  ///< "success" or empty
    std::string role;
    std::string title_id = "govuk-notification-banner-title";
    std::optional<bool> disable_auto_focus;
    std::string classes;
    Attributes attributes;
};
Html notification_banner(const NotificationBanner& params);

struct WarningText {
    Content text;
    std::string icon_fallback_text = "Warning";
    std::string classes;
    Attributes attributes;
};
Html warning_text(const WarningText& params);

struct InsetText {
    Content text;
    std::string id;
    std::string classes;
    Attributes attributes;
};
Html inset_text(const InsetText& params);

struct Details {
    Content summary_text;
    Content text;
    std::string id;
    bool open = false;
    std::string classes;
    Attributes attributes;
};
Html details(const Details& params);

struct PanelAction {
    std::string text;
    std::string href;
    std::string type;  ///< "button": an address that looks like a button
    std::string classes;
    Attributes attributes;
};

struct PanelActions {
    std::vector<PanelAction> items;
    std::string classes;
    Attributes attributes;
};

struct Panel {
    Content title_text;
    int heading_level = 1;
    Content text;
    std::optional<PanelActions> actions;  ///< for the class "govuk-panel--interruption" only
    std::string classes;
    Attributes attributes;
};
Html panel(const Panel& params);

struct TaskTitle {
    Content text;
    std::string classes;
};

struct TaskStatus {
    std::optional<Tag> tag;  ///< takes the place of the text
    Content text;
    std::string classes;
};

struct Task {
    TaskTitle title;
    Content hint;  ///< the macro's `hint.text` or `hint.html`
    TaskStatus status;
    std::string href;
    std::string classes;
};

struct TaskList {
    std::vector<Task> items;
    std::string id_prefix = "task-list";
    std::string classes;
    Attributes attributes;
};
Html task_list(const TaskList& params);

struct TabPanel {
    Content text;
    Attributes attributes;
};

struct Tab {
    std::string id;
    std::string label;
    TabPanel panel;
    Attributes attributes;
};

struct Tabs {
    std::string id;
    std::string id_prefix;
    std::string title = "Contents";
    std::vector<Tab> items;
    std::string classes;
    Attributes attributes;
};
Html tabs(const Tabs& params);

}  // namespace kith::ui
