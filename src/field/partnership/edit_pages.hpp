#pragma once
// What every form page of this room does: show the fields, show them again with what stands in the way, or save in one change set and go on.
#include "db/change_set.hpp"
#include "partnership/seen_version_pages.hpp"
#include "ui/html.hpp"
#include "web/visit.hpp"

#include <functional>

namespace kith::partnership {

struct EditFrame {
    std::string title;   ///< "Add a team"
    std::string back;    ///< path of the page it came from
    std::string action;  ///< path it is posted to
    std::string nav = "/organisations";
    std::function<ui::Html(const web::Form&)> fields;  ///< with its button
};
/// The form as it stands.
web::Response shown(web::Visit& visit, const EditFrame& frame);

/// What saving does: answers the path to go on to, or why it cannot be.
using Save = std::function<Result<std::string>(db::ChangeSet&)>;
/// Saves and goes on with `banner`; the form again where it has problems already or saving finds one. `reason` stands in the history: what
/// was changed of what, and no person's name.
web::Response saved(web::Visit& visit, const EditFrame& frame, std::string reason, std::string banner, const Save& save);

}  // namespace kith::partnership
