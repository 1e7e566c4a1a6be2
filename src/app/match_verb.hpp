#pragma once
// kith match and kith match keep: which records of a file are one person's.
#include "app/verb.hpp"

namespace kith::app {

/// Reads a CSV file or workbook of people, says which columns it took for what, and writes pairs and clusters where it is asked to.
int match(const Configuration& configuration, const Arguments& arguments);

/// kith match keep: the same with a log, so that records can arrive later, one by one, and decisions stay.
int match_keep(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
