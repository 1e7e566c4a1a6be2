#pragma once
// kith forecast: the workforce of the register, month by month from today.
#include "app/verb.hpp"

namespace kith::app {

int forecast_workforce(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
