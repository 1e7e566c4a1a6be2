#include "ui/assets.hpp"

#include "ui/asset_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace kith::ui
{
namespace
{

/// Names, does not protect: FNV-1a, 64 bits.
std::uint64_t fingerprint(std::string_view bytes)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::array<int, 3> channels(std::string_view colour)
{
    const auto bad = [](char c) { return hex_digit(c) < 0; };
    if (colour.size() != 7 || colour[0] != '#' || std::any_of(colour.begin() + 1, colour.end(), bad)) {
        throw std::invalid_argument("a colour is written #rrggbb, not " + std::string{colour});
    }
    std::array<int, 3> all{};
    for (std::size_t i = 0; i < 3; ++i) all[i] = hex_digit(colour[1 + 2 * i]) * 16 + hex_digit(colour[2 + 2 * i]);
    return all;
}

/// Relative luminance, WCAG 2.2.
double luminance(std::string_view colour)
{
    static constexpr std::array<double, 3> weights = {0.2126, 0.7152, 0.0722};
    const auto levels = channels(colour);
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double level = levels[i] / 255.0;
        sum += weights[i] * (level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4));
    }
    return sum;
}

std::string path_of(std::string_view start, std::string_view end)
{
    for (const auto& asset : asset_table()) {
        if (asset.path.starts_with(start) && asset.path.ends_with(end)) return asset.path;
    }
    throw std::logic_error(fmt::format("no asset {}*{} is built in", start, end));
}

}  // namespace

std::span<const Asset> assets() { return asset_table(); }

const Asset* find_asset(std::string_view path)
{
    for (const auto& asset : asset_table()) {
        if (asset.path == path) return &asset;
    }
    return nullptr;
}

double contrast(std::string_view one, std::string_view other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

BrandStylesheet brand_css(std::string_view accent, std::string_view accent_text)
{
    if (contrast(accent, accent_text) < 4.5) {
        throw std::invalid_argument(fmt::format("{} on {} cannot be read: their contrast is {:.1f}:1 and must be 4.5:1 or more",
                                                accent_text, accent, contrast(accent, accent_text)));
    }
    std::string css = fmt::format(":root{{--kith-accent:{0};--kith-accent-text:{1};--govuk-brand-colour:{0}", accent, accent_text);
    // Links stand on white: a light accent keeps to the header and leaves them as they are.
    if (contrast(accent, "#ffffff") >= 4.5) css += fmt::format(";--govuk-link-colour:{}", accent);
    css += "}";
    return {fmt::format("/assets/brand-{:010x}.css", fingerprint(css) & 0xffffffffffULL), css};
}

PageAssets page_assets(const BrandStylesheet& brand)
{
    return {.stylesheets = {path_of("/assets/kith-", ".css"), brand.path},
            .modules = {path_of("/assets/govuk-frontend-", ".js"), path_of("/assets/kith-", ".js")},
            .icon = path_of("/assets/favicon-", ".svg"),
            .early = path_of("/assets/early-", ".js")};
}

}  // namespace kith::ui
