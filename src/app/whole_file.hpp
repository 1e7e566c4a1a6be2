#pragma once
// A file that a verb is given.
#include "base/result.hpp"

#include <string>

namespace kith::app {

/// All of its bytes. Refuses under `name` what is not there, cannot be read, or is a folder.
Result<std::string> whole_file(const std::string& path, const std::string& name = "file");

}  // namespace kith::app
