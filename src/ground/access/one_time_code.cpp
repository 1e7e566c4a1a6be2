#include "access/one_time_code.hpp"

#include "access/token.hpp"

#include <fmt/format.h>
#include <oath.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace kith::access {

namespace {

constexpr std::int64_t step_seconds = 30;
constexpr unsigned digits = 6;

void need(int outcome)
{
    if (outcome != OATH_OK) throw std::runtime_error(fmt::format("liboath: {}", oath_strerror_name(outcome)));
}

std::string without_spaces(std::string_view typed)
{
    std::string text;
    for (char c : typed) {
        if (c != ' ' && c != '-') text += c;
    }
    return text;
}

std::string base32(std::string_view secret)
{
    char* out = nullptr;
    std::size_t length = 0;
    need(oath_base32_encode(secret.data(), secret.size(), &out, &length));
    std::string text{out, length};
    std::free(out);  // NOLINT: liboath allocates with malloc
    while (text.ends_with('=')) text.pop_back();
    return text;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (unsigned char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
        if (plain) out += static_cast<char>(c);
        else out += fmt::format("%{:02X}", c);
    }
    return out;
}

}  // namespace

std::int64_t step_at(Instant now)
{
    return now.seconds_since_epoch() / step_seconds;
}

std::string code_of_step(std::string_view secret, std::int64_t step)
{
    std::array<char, digits + 1> code{};
    need(oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits, false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data()));
    return std::string{code.data(), digits};
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view typed, Instant now)
{
    const auto code = without_spaces(typed);
    std::optional<std::int64_t> found;
    for (auto step = step_at(now) - 1; step <= step_at(now) + 1; ++step) {
        if (same_secret(code_of_step(secret, step), code)) found = step;
    }
    return found;
}

bool looks_like_app_code(std::string_view typed)
{
    const auto code = without_spaces(typed);
    return code.size() == digits && code.find_first_not_of("0123456789") == std::string::npos;
}

std::string in_base32(std::string_view secret)
{
    std::string text;
    for (char c : base32(secret)) {
        if (text.size() % 5 == 4) text += ' ';
        text += c;
    }
    return text;
}

std::string app_link(std::string_view secret, std::string_view issuer, std::string_view account)
{
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", escaped(issuer), escaped(account), base32(secret), escaped(issuer));
}

}  // namespace kith::access
