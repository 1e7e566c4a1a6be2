#pragma once
// The fictional area's file of child population.
#include "app/sample.hpp"

namespace kith::app {

/// As `kith import-children` reads it.
std::string children_file(std::uint64_t seed, SampleSize size);

}  // namespace kith::app
