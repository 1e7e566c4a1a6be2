#pragma once
// What part of full time somebody works, from hours a week. Pure.
#include "base/quantity.hpp"

#include <cstdint>

namespace kith::workforce {

/// FTE in thousandths from hours a week in hundredths: hours ÷ full week, rounded half up. 37 hours is the standard working week of the National
/// Agreement on Pay and Conditions of Service for local government (the Green Book), and what the adult social care data set counts as full time.
constexpr Fte fte_from_hours(int hundredths, int full_week = 37'00)
{
    const std::int64_t whole = full_week;
    return Fte::thousandths((std::int64_t{hundredths} * 1'000 + whole / 2) / whole);
}

}  // namespace kith::workforce
