#pragma once
// kith forecast backtest: how a forecast from yearly counts would have done.
#include "app/verb.hpp"

namespace kith::app {

/// Reads a file laid out as the published indicators of the children's social work workforce, forecasts from every year as if nothing after it were known, and says how far off it was.
int forecast_backtest(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
