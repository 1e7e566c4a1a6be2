#pragma once
// Verbs of column mappings: which there are, one as a table, a draft for a new extract, keeping one, going back to a version, what is lost.
// Reading files by one is `kith import --mapping`. Only verbs.cpp includes this.
#include "app/verb.hpp"

namespace kith::app {

int list_mappings(const Configuration& configuration, const Arguments& arguments);
int write_mapping(const Configuration& configuration, const Arguments& arguments);
int draft_mapping(const Configuration& configuration, const Arguments& arguments);
int keep_mapping(const Configuration& configuration, const Arguments& arguments);
int go_back_to_mapping(const Configuration& configuration, const Arguments& arguments);
int mapping_losses(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
