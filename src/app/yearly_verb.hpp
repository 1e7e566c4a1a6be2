#pragma once
// kith forecast yearly
#include "app/verb.hpp"

namespace kith::app {

/// From the last year of a file of yearly counts: how many will be in post, with bands, for each authority; of one, named by code or name, year by year with its flows.
int forecast_yearly(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
