#pragma once
// A QR code as a picture that the server draws (SVG): no script, and nothing sent to anyone else.
#include "ui/html.hpp"

#include <string>
#include <string_view>

namespace kith::ui {

/// `content` as a QR code; `words` is what those who do not see it are told. Throws std::invalid_argument where it is too long for one.
Html qr_code(const std::string& content, std::string_view words);

}  // namespace kith::ui
