#pragma once
// Which organisations a file's rows name: for a return that nobody has said whose it is.
#include "files/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

/// The codes in `column`, each once, of the table that `wanted` picks; none where the file has no such column or a row leaves it empty.
std::vector<std::string> organisations_named(const std::string& bytes, const files::HeaderTest& wanted, std::string_view column);

/// The same for a staff file of any profile: its column of organisations, or of workplaces where it has none.
std::vector<std::string> organisations_of_staff_named(const std::string& bytes);

}  // namespace kith::intake
