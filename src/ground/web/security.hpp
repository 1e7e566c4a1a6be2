#pragma once
// What keeps other people's pages and scripts out: the headers of every response, the forms' tokens, where a form was sent from.
#include "base/chance.hpp"
#include "web/response.hpp"

#include <string>
#include <string_view>

namespace kith::web {

/// Content security policy and its companions, no-store unless the response says how it may be kept, HSTS where `secure`.
void add_security_headers(Response& response, bool secure);

/// False where the browser says that the form stands on another site's page (Sec-Fetch-Site, Origin against Host). True where it says
/// nothing: the token still has to be right.
bool is_from_own_pages(const Request& request);

/// A token for one form of the browser that keeps `browser_secret` in a cookie. Each is different, so that compressed pages do not give
/// it away letter by letter (BREACH); all are checked by is_form_token().
std::string form_token(std::string_view browser_secret, const Chance& chance);
bool is_form_token(std::string_view browser_secret, std::string_view token);

}  // namespace kith::web
