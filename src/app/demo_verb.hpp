#pragma once
// `kith demo`: the sample, through the importer. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int demo(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
