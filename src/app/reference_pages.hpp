#pragma once
// The page at which a Reference of any room is followed. Private to the room.
#include "web/references.hpp"
#include "web/response.hpp"

namespace kith::app {

/// What the reference in the query says now, what it said when it was pinned, and the way to its page.
web::Response show_reference(web::Visit& visit, const web::References& references);

/// A figure of the profile by the path of its page. What it said when it was pinned stands with whatever holds the reference.
Result<web::Referred> referred_page(web::Visit& visit, const figures::Reference& reference);

}  // namespace kith::app
