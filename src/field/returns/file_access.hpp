#pragma once
// Who gets a return's file as it came, or is shown what stands in its columns. Pure.
#include "access/viewer.hpp"
#include "returns/handed_in.hpp"

#include <string>
#include <string_view>

namespace kith::returns {

/// A file of people as it came may hold every field that has a permission of its own: it goes back to those who handed it in, and to those
/// who may see all of these for its organisation; for several organisations, or none known, for the whole area. A kind that speaks for the
/// whole area (`kind`, null where there is none) lists organisations, settings and teams, and nothing that is guarded.
bool may_have_file(const access::Viewer& viewer, const HandedIn& handed_in, const Kind* kind);

/// What the annotated file is called, without its ending: "payroll-to-mend" for "payroll.xlsx". Letters, digits, dots and dashes only.
std::string name_to_mend(std::string_view file_name);

}  // namespace kith::returns
