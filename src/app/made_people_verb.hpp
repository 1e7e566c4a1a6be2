#pragma once
// `kith made-people`: a file of made records, to measure matching on.
#include "app/verb.hpp"

namespace kith::app {

int make_people_file(const Configuration& configuration, const Arguments& arguments);

}  // namespace kith::app
