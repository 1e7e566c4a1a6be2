#pragma once
// Stylesheet, scripts and icons, built in and served from our own origin under names that change with their content.
#include "ui/layout.hpp"

#include <span>
#include <string>
#include <string_view>

namespace kith::ui
{

struct Asset {
    std::string path;  ///< "/assets/kith-1f2e3d4c5b.css": may be cached for ever
    std::string content_type;
    std::string_view bytes;
    std::string_view gzip;  ///< the same, compressed; empty where that saves nothing
};

/// All that is built in. The bytes live as long as the program.
std::span<const Asset> assets();
/// The asset at that path, or null.
const Asset* find_asset(std::string_view path);

/// The partnership's colours as a stylesheet of their own, so that they come from configuration at run time.
struct BrandStylesheet {
    std::string path;  ///< "/assets/brand-<hash>.css"
    std::string css;
};
/// `accent` and `accent_text` are "#rrggbb"; throws std::invalid_argument for anything else, and where their contrast is under 4.5:1.
BrandStylesheet brand_css(std::string_view accent = "#0b5563", std::string_view accent_text = "#ffffff");

/// How far apart two colours "#rrggbb" are, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(std::string_view one, std::string_view other);

/// What every page loads: the stylesheet, the brand's, the script, the icon.
PageAssets page_assets(const BrandStylesheet& brand);

}  // namespace kith::ui
