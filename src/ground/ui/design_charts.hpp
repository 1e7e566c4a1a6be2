#pragma once
// The part of /design that shows the charts. Private to ui.
#include "ui/html.hpp"

namespace kith::ui
{

Html design_charts();

}  // namespace kith::ui
