#include "ui/qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace kith::ui {

Html qr_code(const std::string& content, std::string_view words)
{
    constexpr int quiet = 4;  // modules of white on each side (ISO/IEC 18004)
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M), &QRcode_free};
    if (!code) throw std::invalid_argument("too long for a QR code");
    std::string path;
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const bool dark = (code->data[row * code->width + column] & 1U) != 0;
            if (dark) path += fmt::format("M{} {}h1v1h-1z", column + quiet, row + quiet);
        }
    }
    const auto size = code->width + 2 * quiet;
    return element("svg", {{"class", "kith-qr"}, {"width", "232"}, {"height", "232"}, {"viewBox", fmt::format("0 0 {0} {0}", size)}, {"role", "img"},
                               {"aria-label", std::string{words}}, {"shape-rendering", "crispEdges"}},
                       element("rect", {{"width", std::to_string(size)}, {"height", std::to_string(size)}, {"fill", "#ffffff"}}) +
                           element("path", {{"d", path}, {"fill", "#0b0c0c"}}));
}

}  // namespace kith::ui
