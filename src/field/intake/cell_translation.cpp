#include "intake/cell_translation.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace kith::intake {
namespace {
const char left_out_mark[] = "left out";
constexpr std::array<std::string_view, 6> reading_ids{"", "day_first", "month_first", "percent", "surname_first", "forename_first"};
constexpr std::array<std::string_view, 12> month_names{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The three parts of a date in numbers or a month's name, and whether there were three.
struct DateParts {
    std::array<int, 3> number{};
    std::array<std::size_t, 3> digits{};
    int named = -1;  ///< which of them is a month's name
    bool whole = false;
};

int month_named(std::string_view word)
{
    if (word.size() < 3) return 0;
    auto found = std::ranges::find(month_names, lower_ascii(word.substr(0, 3)));
    return found == month_names.end() ? 0 : static_cast<int>(found - month_names.begin()) + 1;
}

/// Takes one part from the front of `text`; false where none is there.
bool take_part(std::string_view& text, DateParts& parts, std::size_t at)
{
    std::size_t length = 0;
    if (!text.empty() && is_letter(text.front())) {
        while (length < text.size() && is_letter(text[length])) ++length;
        parts.number[at] = month_named(text.substr(0, length));
        if (parts.number[at] == 0 || parts.named >= 0) return false;
        parts.named = static_cast<int>(at);
    } else {
        for (; length < text.size() && length < 5 && is_digit(text[length]); ++length) parts.number[at] = parts.number[at] * 10 + (text[length] - '0');
        if (length == 0 || length > 4) return false;
        parts.digits[at] = length;
    }
    text.remove_prefix(length);
    return true;
}

DateParts parts_of(std::string_view text)
{
    constexpr std::string_view separators = "/-. ";
    DateParts parts;
    for (std::size_t at = 0; at < 3; ++at) {
        if (!take_part(text, parts, at)) return parts;
        if (at == 2) break;
        if (text.empty() || separators.find(text.front()) == std::string_view::npos) return parts;
        text.remove_prefix(1);
    }
    parts.whole = text.empty() || text.front() == ' ' || text.front() == 'T';  // a time may stand behind it
    return parts;
}

int full_year(int year, std::size_t digits, Date today)
{
    if (digits > 2) return year;
    constexpr int ahead = 10;
    const int century = today.year() / 100 * 100;
    return century + year > today.year() + ahead ? century - 100 + year : century + year;
}
}  // namespace

std::string_view id_of(Reading reading) { return reading_ids[static_cast<std::size_t>(reading)]; }

Reading reading_of(std::string_view id)
{
    auto found = std::ranges::find(reading_ids, id);
    return found == reading_ids.end() ? Reading::as_written : static_cast<Reading>(found - reading_ids.begin());
}

std::optional<Date> read_date(std::string_view text, bool month_first, Date today)
{
    auto parts = parts_of(text);
    if (!parts.whole) return std::nullopt;
    int year_at = 2, month_at = month_first ? 0 : 1, day_at = month_first ? 1 : 0;
    if (parts.digits[0] == 4) year_at = 0, month_at = 1, day_at = 2;
    else if (parts.named == 0 || parts.named == 1) month_at = parts.named, day_at = 1 - parts.named;
    else if (parts.named == 2) return std::nullopt;
    const auto at = [](int place) { return static_cast<std::size_t>(place); };
    if (parts.digits[at(year_at)] != 2 && parts.digits[at(year_at)] != 4) return std::nullopt;
    auto date = Date::of(full_year(parts.number[at(year_at)], parts.digits[at(year_at)], today), parts.number[at(month_at)], parts.number[at(day_at)]);
    return date ? std::optional{*date} : std::nullopt;
}

bool means_no_end(std::string_view text)
{
    return text.find("4712") != std::string_view::npos || text.find("9999") != std::string_view::npos;
}

std::optional<std::int64_t> read_number(std::string_view text, int places)
{
    std::int64_t value = 0;
    int decimals = -1;
    bool any = false, rounds_up = false;
    std::size_t at = 0;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == ',' || (text[at] == '.' && decimals < 0)); ++at) {
        if (text[at] == ',') continue;
        if (text[at] == '.') {
            decimals = 0;
            continue;
        }
        any = true;
        if (decimals >= places) {
            if (decimals++ == places) rounds_up = text[at] >= '5';
            continue;
        }
        if (decimals >= 0) ++decimals;
        value = value * 10 + (text[at] - '0');
        if (value > 1'000'000'000'000) return std::nullopt;
    }
    for (decimals = std::max(decimals, 0); decimals < places; ++decimals) value *= 10;
    const auto behind = trimmed(text.substr(at));
    const bool words_only = std::ranges::all_of(behind, [](char c) { return is_letter(c) || c == '%' || c == '.' || c == ' '; });
    if (!any || !words_only) return std::nullopt;
    return value + (rounds_up ? 1 : 0);
}

std::string_view family_part(std::string_view name, bool surname_first)
{
    if (const auto comma = name.find(','); comma != std::string_view::npos) return trimmed(name.substr(0, comma));
    const auto space = surname_first ? name.find(' ') : name.rfind(' ');
    if (space == std::string_view::npos) return name;
    return trimmed(surname_first ? name.substr(0, space) : name.substr(space));
}

std::string_view given_part(std::string_view name, bool surname_first)
{
    if (const auto comma = name.find(','); comma != std::string_view::npos) return trimmed(name.substr(comma + 1));
    const auto space = surname_first ? name.find(' ') : name.rfind(' ');
    if (space == std::string_view::npos) return {};
    return trimmed(surname_first ? name.substr(space) : name.substr(0, space));
}

std::string_view CellTranslation::text(Field field, std::string_view cell) const
{
    const auto& how = of(field);
    if (!how.is_used) return cell;
    if (!how.constant.empty()) return how.constant;
    if (!how.values.empty()) {
        auto found = how.values.find(cell);
        if (found == how.values.end()) return cell;
        return found->second == left_out || found->second == row_left_out ? std::string_view{left_out_mark} : std::string_view{found->second};
    }
    if (how.is_date) return means_no_end(cell) ? std::string_view{} : cell;
    if (how.reading == Reading::surname_first || how.reading == Reading::forename_first) {
        const bool first = how.reading == Reading::surname_first;
        return field == Field::family_name ? family_part(cell, first) : given_part(cell, first);
    }
    return cell;
}

bool CellTranslation::is_left_out(std::string_view text) { return text.data() == left_out_mark; }

bool CellTranslation::leaves_row_out(Field field, std::string_view cell) const
{
    const auto& how = of(field);
    if (!how.may_leave_rows_out) return false;
    auto found = how.values.find(cell);
    return found != how.values.end() && found->second == row_left_out;
}

std::optional<Fte> CellTranslation::fte(Field field, std::string_view text) const
{
    const bool is_percent = of(field).reading == Reading::percent || text.ends_with('%');
    auto number = read_number(text, is_percent ? 1 : 3);
    return number ? std::optional{Fte::thousandths(*number)} : std::nullopt;
}

std::optional<int> CellTranslation::hours(std::string_view text) const
{
    constexpr std::int64_t most = 100'000;
    auto number = read_number(text, 2);
    return number && *number <= most ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

}  // namespace kith::intake
