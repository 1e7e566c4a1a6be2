#pragma once
// Where a request came from, as a path of this house: for pages that lead back, and for signing in again.
#include "web/request.hpp"

#include <string>
#include <string_view>

namespace kith::web {

/// Name of the query's value that stands for what a form was answered with.
constexpr std::string_view shown_name = "shown";

/// "/organisations/abc?sort=name", encoded again.
std::string path_and_query(const Target& target);
/// The same target without what `shown` stands for: the page as anybody finds it.
Target as_found(Target target);
/// Path and query of the page that a form stands on, as the browser says (Referer); empty where it says none or one of another house.
std::string came_from(const Request& request);

}  // namespace kith::web
