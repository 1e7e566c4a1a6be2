#pragma once
// The file as it was handed in, with one column more that says what to mend in each row. What a person mends and hands in again.
#include "returns/finding.hpp"
#include "returns/kind.hpp"

#include <string>

namespace kith::intake {

/// The file's own columns and rows, in order, and a last column "What to mend" with the row's messages (errors first), in the format it came
/// in. Findings about the file as a whole have no row and are left out.
/// CSV: guarded against formulas; UTF-8 with a byte-order mark, so that Excel shows accents.
/// Workbook: the sheet that was read, each row at the number it had, days and numbers as such, and the cells with findings highlighted.
/// Empty where the file could not be read.
std::string annotated(const returns::File& file, const returns::Findings& findings);

}  // namespace kith::intake
