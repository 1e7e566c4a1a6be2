#include "base/id.hpp"

namespace kith {
namespace {
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford: no i, l, o, u

int digit(char c)
{
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    auto at = alphabet.find(c);
    return at == alphabet.npos ? -1 : static_cast<int>(at);
}
}  // namespace

PublicId PublicId::make(Instant now, int milliseconds, const std::array<std::uint8_t, 10>& random)
{
    PublicId id;
    auto time = static_cast<std::uint64_t>(now.seconds_since_epoch() * 1000 + milliseconds);
    for (std::size_t i = 0; i < 6; ++i) id.bytes_[i] = static_cast<std::uint8_t>(time >> (8 * (5 - i)));
    for (std::size_t i = 0; i < 10; ++i) id.bytes_[6 + i] = random[i];
    return id;
}

Result<PublicId> PublicId::parse(std::string_view text)
{
    if (text.size() != 26) return unacceptable({}, "The reference must have 26 characters");
    PublicId id;
    // 26 digits hold 130 bits: the first digit may use only its low 3.
    unsigned carry = 0;
    int bits = 0;
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int value = digit(text[i]);
        if (value < 0 || (i == 0 && value > 7)) return unacceptable({}, "The reference has a character that no reference has");
        carry = (carry << 5U) | static_cast<unsigned>(value);
        bits += i == 0 ? 3 : 5;
        if (bits >= 8) {
            bits -= 8;
            id.bytes_[out++] = static_cast<std::uint8_t>(carry >> static_cast<unsigned>(bits));
            carry &= (1U << static_cast<unsigned>(bits)) - 1U;
        }
    }
    return id;
}

std::string PublicId::text() const
{
    std::string text;
    text.reserve(26);
    unsigned carry = 0;
    int bits = 2;  // 130 - 128: the two high bits of the first digit are nought
    for (auto byte : bytes_) {
        carry = (carry << 8U) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text.push_back(alphabet[(carry >> static_cast<unsigned>(bits)) & 31U]);
        }
        carry &= (1U << static_cast<unsigned>(bits)) - 1U;
    }
    return text;
}

}  // namespace kith
