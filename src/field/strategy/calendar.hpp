#pragma once
// Days as calendar programs read them. Source: RFC 5545 (iCalendar): lines end in CR LF, hold 75 bytes at most and go on after a blank, texts escape commas, semicolons, backslashes and line ends. Pure.
#include "base/date.hpp"
#include "base/instant.hpp"

#include <string>
#include <vector>

namespace kith::strategy {

struct CalendarDay {
    std::string id;  ///< stable, so that a day that moves is moved and not doubled
    Date on;
    std::string title, address;
};
/// `name` is the calendar's own; `now` stands on every entry.
std::string calendar_of(const std::string& name, const std::vector<CalendarDay>& days, Instant now);

}  // namespace kith::strategy
