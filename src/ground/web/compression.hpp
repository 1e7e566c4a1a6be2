#pragma once
// Gzip for what is text, where the browser takes it. Streams are sent as they are.
#include "web/response.hpp"

#include <string>
#include <string_view>

namespace kith::web {

/// True where an Accept-Encoding value takes gzip: named or "*", and not with a weight of nought.
bool takes_gzip(std::string_view accept_encoding);
std::string gzipped(std::string_view text, int level = 5);
/// Compresses the body where that helps: text of a kilobyte and more, for a browser that takes it. Says Vary where it might have.
void compress(Response& response, const Request& request);

}  // namespace kith::web
