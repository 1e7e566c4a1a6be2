#include "web/security.hpp"

#include "access/token.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::web {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

std::string token_with(std::string_view salt, std::string_view browser_secret)
{
    return fmt::format("{}.{}", salt, access::hash_of(fmt::format("form {}", salt), access::csrf_of(browser_secret)));
}

}  // namespace

void add_security_headers(Response& response, bool secure)
{
    response.set("Content-Security-Policy", std::string{policy});
    response.set("X-Content-Type-Options", "nosniff");
    response.set("X-Frame-Options", "DENY");
    // Not no-referrer: browsers then send "Origin: null" with our own forms, and nothing could be told from it.
    response.set("Referrer-Policy", "same-origin");
    response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    response.set("Cross-Origin-Opener-Policy", "same-origin");
    response.set("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) response.set("Strict-Transport-Security", "max-age=31536000");
    if (!response.header("Cache-Control")) response.set("Cache-Control", "no-store");
}

bool is_from_own_pages(const Request& request)
{
    if (auto site = request.header("sec-fetch-site"); site && *site != "same-origin" && *site != "none") return false;
    auto origin = request.header("origin");
    if (!origin) return true;
    auto host = request.header("host").value_or("");
    for (std::string_view scheme : {"http://", "https://"})
        if (origin->starts_with(scheme) && lower_ascii(origin->substr(scheme.size())) == lower_ascii(host)) return true;
    return false;
}

std::string form_token(std::string_view browser_secret, const Chance& chance)
{
    std::array<std::uint8_t, 8> bytes{};
    chance(bytes);
    std::string salt;
    for (auto byte : bytes) salt += fmt::format("{:02x}", byte);
    return token_with(salt, browser_secret);
}

bool is_form_token(std::string_view browser_secret, std::string_view token)
{
    auto dot = token.find('.');
    if (browser_secret.empty() || dot == std::string_view::npos || dot != 16) return false;
    return access::same_secret(token_with(token.substr(0, dot), browser_secret), token);
}

}  // namespace kith::web
