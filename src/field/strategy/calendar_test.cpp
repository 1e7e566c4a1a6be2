#include "strategy/calendar.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace kith::strategy {
namespace {

const Instant now = Instant::parse("2026-06-01T08:30:00Z").value();

TEST(Calendar, IsReadByCalendarPrograms)
{
    EXPECT_EQ(calendar_of("Mine", {{.id = "a1", .on = Date::of(2026, 6, 9).value(), .title = "Due: Train, audit; report\nall", .address = "https://kith.example/strategy/x"}}, now),
              "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kith//Actions//EN\r\nX-WR-CALNAME:Mine\r\nBEGIN:VEVENT\r\nUID:a1@kith\r\nDTSTAMP:20260601T083000Z\r\nDTSTART;VALUE=DATE:20260609\r\n"
              "SUMMARY:Due: Train\\, audit\\; report\\nall\r\nURL:https://kith.example/strategy/x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

TEST(Calendar, FoldsLongLinesBetweenCharacters)
{
    std::string title;
    for (int time = 0; time < 60; ++time) title += "Städte ";
    const auto text = calendar_of("Mine", {{.id = "a", .on = Date::of(2026, 6, 9).value(), .title = title, .address = ""}}, now);
    std::string unfolded = text;
    for (auto at = unfolded.find("\r\n "); at != unfolded.npos; at = unfolded.find("\r\n ")) unfolded.erase(at, 3);
    EXPECT_NE(unfolded.find("SUMMARY:" + title), std::string::npos);
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 76U) << "75 bytes and CR";
        EXPECT_NE(static_cast<unsigned char>(line.at(line.starts_with(' ') ? 1 : 0)) & 0xC0U, 0x80U) << "a character is cut in two";
    }
}

}  // namespace
}  // namespace kith::strategy
