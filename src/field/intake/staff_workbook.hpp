#pragma once
// The staff return to start from as an Excel workbook that explains itself: a sheet to read first, the staff sheet with notes and lists to
// choose from, and the codes. Made from the live code lists, as the CSV template is.
#include "packs/packs.hpp"

#include <string>
#include <string_view>

namespace kith::intake {

inline constexpr std::string_view workbook_media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Which columns of the staff return: those that most organisations keep, as the CSV template has them, or every one. A column that stands
/// there empty would clear what is held.
enum class StaffColumns : unsigned char { usual, all };

/// The workbook's bytes. Its staff sheet has the made-up people of the CSV template, under the labels of `era`.
std::string staff_workbook(const packs::Packs& packs, StaffColumns which = StaffColumns::usual, packs::Era era = packs::Era::now);

/// True of the sheets of that workbook that hold no staff: nobody needs telling that they were not read.
bool is_template_sheet(std::string_view name);

}  // namespace kith::intake
