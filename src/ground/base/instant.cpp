#include "base/instant.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>

namespace kith {
namespace {
struct LondonTime {
    Date date;
    int hour;
    int minute;
};

LondonTime london(std::int64_t seconds)
{
    static const date::time_zone* zone = date::locate_zone("Europe/London");
    auto info = zone->get_info(date::sys_seconds{std::chrono::seconds{seconds}});
    auto local = seconds + info.offset.count();
    auto day = local >= 0 ? local / 86400 : -((86399 - local) / 86400);
    auto rest = static_cast<int>(local - day * 86400);
    return {Date::from_days(static_cast<int>(day)), rest / 3600, rest / 60 % 60};
}

bool number(std::string_view text, int& out)
{
    auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    return fault == std::errc{} && end == text.data() + text.size();
}
}  // namespace

Result<Instant> Instant::parse(std::string_view text)
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z' ||
        !number(text.substr(11, 2), hour) || !number(text.substr(14, 2), minute) || !number(text.substr(17, 2), second) ||
        hour > 23 || minute > 59 || second > 59)
        return unacceptable({}, "A time must look like 2026-11-21T09:32:00Z");
    auto date = Date::parse_iso(text.substr(0, 10));
    if (!date) return std::unexpected(date.error());
    return Instant{std::int64_t{date->days_since_epoch()} * 86400 + hour * 3600 + minute * 60 + second};
}

std::string Instant::iso() const
{
    auto day = seconds_ >= 0 ? seconds_ / 86400 : -((86399 - seconds_) / 86400);
    auto rest = static_cast<int>(seconds_ - day * 86400);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", Date::from_days(static_cast<int>(day)).iso(), rest / 3600, rest / 60 % 60, rest % 60);
}

Date Instant::date_in_london() const { return london(seconds_).date; }

std::string Instant::in_words() const
{
    auto local = london(seconds_);
    int hour = local.hour % 12 == 0 ? 12 : local.hour % 12;
    return fmt::format("{} at {}:{:02}{}", local.date.in_words(), hour, local.minute, local.hour < 12 ? "am" : "pm");
}

}  // namespace kith
