#pragma once
// kith match: which records of a file are one person's.
#include "app/verb.hpp"

namespace kith::app {

/// Reads a CSV file or workbook of people, says which columns it took for what, and writes pairs and clusters where it is asked to.
int match(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
