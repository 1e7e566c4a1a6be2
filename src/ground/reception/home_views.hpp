#pragma once
// The home page: what needs someone today, the most pressing first, and the pages they go to often. Private to this room.
#include "access/viewer.hpp"
#include "jobs/inbox.hpp"
#include "ui/html.hpp"
#include "web/home.hpp"

namespace kith::reception {

/// In the order in which they are shown.
std::vector<web::HomeItem> in_order(std::vector<web::HomeItem> items);
/// What the viewer's roles come to Kith for first, each role's own order; then the rest as given, one's own account last.
std::vector<web::HomeLink> in_order_for(const access::Viewer& viewer, std::vector<web::HomeLink> links);
/// "3 things need you, 1 of them overdue" or "Nothing needs you today".
std::string answer(const std::vector<web::HomeItem>& items);
/// `clear` is the form that puts the messages away.
ui::Html home(const std::vector<web::HomeItem>& items, const std::vector<web::HomeLink>& links, const std::vector<jobs::HeldMessage>& messages,
              const ui::Html& clear, bool has_roles);

}  // namespace kith::reception
