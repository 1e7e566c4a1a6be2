#include "access/password.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kith::access {

namespace {

// Passwords of twelve characters and more that lists of breached ones hold often, and those that the work itself suggests. Compared
// in lower case without spaces and marks, so each stands for a family ("Password-1234" too).
constexpr std::array<std::string_view, 60> usual{
    "password1234", "password12345", "password123456", "passwordpassword", "passw0rd1234", "password1234567", "mypassword123",
    "newpassword1", "newpassword123", "administrator", "administrator1", "changemenow1", "changeme1234", "letmeinletmein",
    "letmein12345", "welcome12345", "welcome123456", "welcometokith", "welcomeback1", "qwertyuiop12", "qwertyuiop123", "qwertyqwerty",
    "qwerty123456", "qwerty1234567", "qwertyuiopasdfghjkl", "1qaz2wsx3edc", "1q2w3e4r5t6y", "q1w2e3r4t5y6", "zaq12wsxcde3",
    "123456789012", "1234567890123", "12345678901234567890", "123123123123", "112233445566", "111222333444", "121212121212",
    "098765432100", "987654321098", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnopqrstuvwxyz", "abcd12345678", "abc123abc123",
    "abc123456789", "asdfghjkl123", "asdfasdfasdf", "iloveyou1234", "iloveyouforever", "sunshine1234", "football1234", "liverpool123",
    "manchesterunited", "princess1234", "superman1234", "monkey123456", "dragon123456", "safeguarding1", "safeguarding123",
    "childrensservices", "everychildmatters"};

/// Lower case, letters and digits only.
std::string bared(std::string_view text)
{
    std::string bare;
    for (const char c : lower_ascii(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) bare += c;
    }
    return bare;
}

bool repeats_few_characters(std::string_view text)
{
    std::string seen;
    for (const char c : text) {
        if (seen.find(c) == std::string::npos) seen += c;
    }
    return seen.size() < 4;
}

/// True where little is left once `part` is taken out of `bare`.
bool is_made_of(const std::string& bare, const std::string& part)
{
    if (part.size() < 4) return false;
    const auto at = bare.find(part);
    return at != std::string::npos && bare.size() - part.size() < 6;
}

}  // namespace

Result<void> check_password(const Password& password, const EmailAddress& email, std::string_view name, std::string_view field)
{
    const auto& text = password.reveal();
    const std::string in{field};
    if (text.empty()) return unacceptable(in, "Enter a password");
    if (!is_utf8(text)) return unacceptable(in, "Password must be made of characters that can be typed");
    const auto length = length_in_characters(text);
    if (length < shortest_password) return unacceptable(in, "Password must be 12 characters or more, for example three words");
    if (length > longest_password) return unacceptable(in, "Password must be 256 characters or fewer");

    const auto bare = bared(text);
    if (repeats_few_characters(text) || std::find(usual.begin(), usual.end(), bare) != usual.end()) {
        return unacceptable(in, "Choose a password that is harder to guess: this one is on lists that attackers try first");
    }
    const auto box = email.reveal().substr(0, email.reveal().find('@'));
    if (is_made_of(bare, bared(email.reveal())) || is_made_of(bare, bared(box)) || is_made_of(bare, bared(name))) {
        return unacceptable(in, "Choose a password that is not made of your name or email address");
    }
    return {};
}

}  // namespace kith::access
