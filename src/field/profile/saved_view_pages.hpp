#pragma once
// Saving a view on the page it is of, and the list of those saved. Private to the room.
#include "ui/html.hpp"
#include "web/address.hpp"
#include "web/visit.hpp"

namespace kith::profile {

/// "Save this view": folded, at the end of every page of the profile, and not in print.
ui::Html save_view_form(web::Visit& visit, const web::Address& address);
/// "Your views", each to open or delete; nothing where there is none.
ui::Html your_views(web::Visit& visit);

web::Response save_this_view(web::Visit& visit);
web::Response delete_saved_view(web::Visit& visit);

}  // namespace kith::profile
