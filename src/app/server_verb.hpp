#pragma once
// `kith serve`: opens everything in order, serves until told to stop, closes everything in the other order. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int serve(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
