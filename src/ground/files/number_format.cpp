#include "files/number_format.hpp"

#include "base/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace kith::files {
namespace {
/// The first section of a format without what stands in quotes, brackets and after backslashes, underscores and stars. [h] and its like,
/// which are times longer than a day, stay as their letter.
std::string letters_of(std::string_view code)
{
    std::string letters;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
        const char c = code[at];
        if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '[') {
            const auto end = std::min(code.find(']', at), code.size());
            const auto inside = code.substr(at + 1, end - at - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos) letters += 'h';
            at = end;
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters;
}

bool is_plain_whole(std::string_view written)
{
    if (written.starts_with('-')) written.remove_prefix(1);
    return !written.empty() && written.size() <= 15 && std::ranges::all_of(written, [](char c) { return c >= '0' && c <= '9'; });
}

std::string clock_text(int seconds)
{
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}
}  // namespace

NumberFormat number_format_of(std::string_view code)
{
    const auto letters = letters_of(code);
    if (letters == "general") return {};
    const auto has = [&](std::string_view any) { return letters.find_first_of(any) != letters.npos; };
    const bool day = has("dy") || (has("m") && !has("hs"));
    const bool time = has("hs");
    if (day && !has("0#?")) return {time ? Shown::date_and_time : Shown::date, 0};
    if (time && letters.find('e') == letters.npos) return {day ? Shown::date_and_time : Shown::time, 0};
    if (letters.size() > 1 && letters.size() <= 15 && letters.find_first_not_of('0') == letters.npos)
        return {Shown::number, static_cast<std::uint8_t>(letters.size())};
    return {};
}

NumberFormat built_in_number_format(int id)
{
    if (id == 22) return {Shown::date_and_time, 0};
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58) return {Shown::date, 0};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56) return {Shown::time, 0};
    return {};
}

std::string number_text(std::string_view written, NumberFormat format)
{
    std::string text{written};
    if (!is_plain_whole(written)) {
        double value = 0;
        const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
        if (error != std::errc{} || end != written.data() + written.size() || !std::isfinite(value)) return text;
        const auto size = std::abs(value) < 1 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
        text = fmt::format("{:.{}f}", value, std::clamp(15 - size, 0, 15));
        if (text.find('.') != text.npos) text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
        if (text == "-0") text = "0";
    }
    if (format.digits > text.size() && is_plain_whole(text) && !text.starts_with('-')) text.insert(0, format.digits - text.size(), '0');
    return text;
}

std::string date_text(double serial, Shown shown, bool from_1904)
{
    constexpr double last_day = 2'958'466;  // 31 December 9999
    constexpr double day_length = 86'400;
    if (!(serial >= 0) || serial >= last_day) return {};
    auto day = static_cast<int>(std::floor(serial));
    auto seconds = static_cast<int>(std::lround((serial - day) * day_length));
    if (seconds == 86'400) {
        ++day;
        seconds = 0;
    }
    if (shown == Shown::time && day == 0) return clock_text(seconds);
    if (!from_1904 && day == 60) return "1900-02-29";  // the day that the 1900 calendar of workbooks has and no calendar ever had
    if (!from_1904 && day == 0) return {};
    const auto first = from_1904 ? *Date::of(1904, 1, 1) : *Date::of(1899, 12, day < 60 ? 31 : 30);
    const auto date = first.plus_days(day);
    if (date > *Date::of(2299, 12, 31)) return {};
    return seconds == 0 || shown == Shown::date ? date.iso() : date.iso() + " " + clock_text(seconds);
}

}  // namespace kith::files
