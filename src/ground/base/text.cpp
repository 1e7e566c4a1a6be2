#include "base/text.hpp"

#include "base/quantity.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace kith {
namespace {
/// Reads one code point at `at` and moves past it; 0xFFFFFFFF where the bytes are not well-formed.
char32_t next_code_point(std::string_view text, std::size_t& at)
{
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    constexpr char32_t broken = 0xFFFFFFFF;
    unsigned first = byte(at++);
    if (first < 0x80) return first;
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4) return broken;
    char32_t point = first & (more == 3 ? 0x07U : more == 2 ? 0x0FU : 0x1FU);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (byte(at) & 0xC0U) != 0x80U) return broken;
        point = (point << 6U) | (byte(at++) & 0x3FU);
    }
    bool overlong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
    if (overlong || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF) return broken;
    return point;
}

void append_utf8(std::string& out, char32_t point)
{
    if (point < 0x80) {
        out.push_back(static_cast<char>(point));
    } else if (point < 0x800) {
        out.push_back(static_cast<char>(0xC0U | (point >> 6U)));
        out.push_back(static_cast<char>(0x80U | (point & 0x3FU)));
    } else {
        out.push_back(static_cast<char>(0xE0U | (point >> 12U)));
        out.push_back(static_cast<char>(0x80U | ((point >> 6U) & 0x3FU)));
        out.push_back(static_cast<char>(0x80U | (point & 0x3FU)));
    }
}

/// Plain letters for the code points U+00C0 to U+017F; '\0' twice where there are none.
std::string_view unaccented(char32_t point)
{
    static constexpr std::array<std::string_view, 0x180 - 0xC0> table{
        "a","a","a","a","a","a","ae","c","e","e","e","e","i","i","i","i","d","n","o","o","o","o","o","","o","u","u","u","u","y","th","ss",
        "a","a","a","a","a","a","ae","c","e","e","e","e","i","i","i","i","d","n","o","o","o","o","o","","o","u","u","u","u","y","th","y",
        "a","a","a","a","a","a","c","c","c","c","c","c","c","c","d","d","d","d","e","e","e","e","e","e","e","e","e","e","g","g","g","g",
        "g","g","g","g","h","h","h","h","i","i","i","i","i","i","i","i","i","i","ij","ij","j","j","k","k","k","l","l","l","l","l","l","l",
        "l","l","l","n","n","n","n","n","n","n","ng","ng","o","o","o","o","o","o","oe","oe","r","r","r","r","r","r","s","s","s","s","s","s",
        "s","s","t","t","t","t","t","t","u","u","u","u","u","u","u","u","u","u","u","u","w","w","y","y","y","z","z","z","z","z","z","s"};
    return point >= 0xC0 && point < 0x180 ? table[point - 0xC0] : std::string_view{};
}
}  // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view no_break = "\xC2\xA0";
    auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (;;) {
        if (!text.empty() && is_space(text.front())) text.remove_prefix(1);
        else if (text.starts_with(no_break)) text.remove_prefix(2);
        else break;
    }
    for (;;) {
        if (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        else if (text.ends_with(no_break)) text.remove_suffix(2);
        else break;
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        auto end = text.find(separator, at);
        parts.push_back(text.substr(at, end == text.npos ? end : end - at));
        if (end == text.npos) return parts;
        at = end + 1;
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    for (const auto& part : parts) {
        if (&part != &parts.front()) text += separator;
        text += part;
    }
    return text;
}

std::string lower_ascii(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string lower_first(std::string_view text)
{
    std::string lower{text};
    const bool is_word_of_capitals = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
    if (!lower.empty() && !is_word_of_capitals) lower.front() = lower_ascii(lower.substr(0, 1)).front();
    return lower;
}

std::string upper_first(std::string_view text)
{
    std::string upper{text};
    if (!upper.empty() && upper.front() >= 'a' && upper.front() <= 'z') upper.front() = static_cast<char>(upper.front() - 'a' + 'A');
    return upper;
}

std::string folded(std::string_view text)
{
    std::string key;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        auto start = at;
        auto point = next_code_point(text, at);
        if (point == ' ' || point == '\t' || point == '\n' || point == '\r' || point == 0xA0) {
            gap = !key.empty();
            continue;
        }
        if (point == '\'' || point == '-' || point == '.' || point == 0x2019 || point == 0x2018 || point == 0x2010 || point == 0x2011) continue;
        if (gap) key.push_back(' ');
        gap = false;
        if (point < 0x80) key += lower_ascii(text.substr(start, 1));
        else if (auto plain = unaccented(point); !plain.empty()) key += plain;
        else key += text.substr(start, at - start);
    }
    return key;
}

bool is_utf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        // Eight plain bytes a step: whole files come through here, and nearly all of their bytes are ASCII.
        std::uint64_t word = 0;
        if (at + 8 <= text.size() && (std::memcpy(&word, text.data() + at, 8), (word & 0x8080808080808080U) == 0)) {
            at += 8;
            continue;
        }
        if (next_code_point(text, at) == 0xFFFFFFFF) return false;
    }
    return true;
}

std::string utf8_from_windows_1252(std::string_view bytes)
{
    static constexpr std::array<char32_t, 32> high{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    std::string text;
    text.reserve(bytes.size());
    for (char c : bytes) {
        auto byte = static_cast<unsigned char>(c);
        append_utf8(text, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80U] : char32_t{byte});
    }
    return text;
}

std::string_view clipped(std::string_view text, std::size_t characters)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < characters && at < text.size(); ++i) next_code_point(text, at);
    return text.substr(0, at);
}

std::size_t length_in_characters(std::string_view text)
{
    std::size_t count = 0;
    for (char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
    return count;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many)
{
    auto text = with_commas(number) + " ";
    if (number == 1) return text.append(one);
    return many.empty() ? text.append(one).append("s") : text.append(many);
}

}  // namespace kith
