#pragma once
// The verb "retention": what is due to be deleted, and deleting it, for the whole area.
#include "app/verb.hpp"

namespace kith::app {

int keep_retention(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
