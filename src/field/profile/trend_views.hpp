#pragma once
// How a measure's headline went, as a line over the months. Private to the room.
#include "profile/trend.hpp"
#include "ui/html.hpp"

namespace kith::profile {

/// `now`: what the measure says on the ground's own day; `about`: whom it is about, in words. Nothing where the headline is no number in two months or more.
ui::Html trend_view(const MeasureRow& row, const Ground& ground, const Panel& now, const std::string& about);

}  // namespace kith::profile
