#pragma once
// Which items one respondent is asked, given who they are and what they have answered so far.
#include "questionnaire/instrument.hpp"

namespace kith::questionnaire {

/// The items asked, in order. An answer to an item that is not asked counts for nothing, so that going back and answering otherwise leaves
/// nothing behind that still steers.
std::vector<const Item*> asked(const Instrument& instrument, const Respondent& respondent, const Answers& answers);
/// The answers that count: those to items that are asked.
Answers counting(const Instrument& instrument, const Respondent& respondent, const Answers& answers);

}  // namespace kith::questionnaire
