#include "access/token.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace kith::access {

namespace {

void start_sodium()
{
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error("libsodium could not start");
}

constexpr std::string_view code_letters = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's 32: no i, l, o, u

std::string hex(std::span<const std::uint8_t> bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

}  // namespace

std::string new_token(const Chance& chance)
{
    std::array<std::uint8_t, 32> bytes{};
    chance(bytes);
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.pop_back();
    return text;
}

std::string new_code(const Chance& chance)
{
    std::array<std::uint8_t, 16> bytes{};
    chance(bytes);
    std::string code;
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        if (place != 0 && place % 4 == 0) code += '-';
        code += code_letters[bytes[place] % code_letters.size()];
    }
    return code;
}

std::string tidied_code(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == 'o') c = '0';
        if (c == 'i' || c == 'l') c = '1';
        if (code_letters.find(c) == std::string_view::npos) continue;
        if (code.size() % 5 == 4) code += '-';
        code += c;
    }
    return code;
}

std::string hash_of(std::string_view purpose, std::string_view secret)
{
    start_sodium();
    std::array<std::uint8_t, 32> digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, digest.size());
    const auto add = [&](std::string_view part) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(part.data()), part.size());
    };
    add(purpose);
    add(std::string_view{"\0", 1});
    add(secret);
    crypto_generichash_final(&state, digest.data(), digest.size());
    return hex(digest);
}

std::string csrf_of(std::string_view session_token)
{
    return hash_of("csrf", session_token);
}

bool same_secret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace kith::access
