#include "strategy/calendar.hpp"

#include <string_view>

namespace kith::strategy {
namespace {

constexpr std::size_t longest_line_bytes = 75;

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') out += "\\n";
        else {
            if (c == '\\' || c == ';' || c == ',') out += '\\';
            out += c;
        }
    }
    return out;
}

bool goes_on(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// Folded where it is too long, never within a character.
void add_line(std::string& out, std::string_view line)
{
    std::size_t room = longest_line_bytes;
    while (line.size() > room) {
        auto cut = room;
        while (cut > 0 && goes_on(line[cut])) --cut;
        out += line.substr(0, cut);
        out += "\r\n ";
        line.remove_prefix(cut);
        room = longest_line_bytes - 1;  // the blank that a line goes on with
    }
    out += line;
    out += "\r\n";
}

std::string compact(Date date)
{
    auto text = date.iso();
    std::erase(text, '-');
    return text;
}

}  // namespace

std::string calendar_of(const std::string& name, const std::vector<CalendarDay>& days, Instant now)
{
    std::string out;
    auto stamp = now.iso();
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    if (const auto point = stamp.find('.'); point != stamp.npos) stamp = stamp.substr(0, point) + "Z";
    for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kith//Actions//EN"}) add_line(out, line);
    add_line(out, "X-WR-CALNAME:" + escaped(name));
    for (const auto& one : days) {
        add_line(out, "BEGIN:VEVENT");
        add_line(out, "UID:" + one.id + "@kith");
        add_line(out, "DTSTAMP:" + stamp);
        add_line(out, "DTSTART;VALUE=DATE:" + compact(one.on));
        add_line(out, "SUMMARY:" + escaped(one.title));
        add_line(out, "URL:" + one.address);
        add_line(out, "END:VEVENT");
    }
    add_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace kith::strategy
