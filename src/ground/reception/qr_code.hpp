#pragma once
// A QR code as a picture that the server draws (SVG): no script, and nothing sent to anyone else. Private to this room.
#include "ui/html.hpp"

#include <string>
#include <string_view>

namespace kith::reception {

/// `content` as a QR code; `words` is what those who do not see it are told. Throws std::invalid_argument where it is too long for one.
ui::Html qr_code(const std::string& content, std::string_view words);

}  // namespace kith::reception
