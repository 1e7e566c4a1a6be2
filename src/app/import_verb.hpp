#pragma once
// `kith import`: files through the importer from the command line. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int import(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
