#pragma once
// Verbs that write what other bodies ask for from the register. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

/// The children's social work workforce census of one organisation and year: an XML file, a loss report beside it, and the losses in words.
int export_census(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
