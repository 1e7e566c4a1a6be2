#pragma once
// `kith instrument check`: whether files that an area wrote are instruments, before a server is asked to start with them.
#include "app/arguments.hpp"
#include "app/configuration.hpp"

namespace kith::app {

/// Reads the files as they would stand in the area's folder, beside those of the program and of the area. Prints every fault by file and line, or of each what it
/// asks of whom, in which languages, and what a language lacks. Findings where there is a fault.
int check_instruments(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
