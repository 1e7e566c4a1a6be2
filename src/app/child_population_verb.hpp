#pragma once
// The verb that takes in how many children live where. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int take_child_population(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
