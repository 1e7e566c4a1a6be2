#pragma once
// What must hold between the parts of an instrument, once each part has been read by itself. For instrument_reader.cpp.
#include "questionnaire/instrument_reader.hpp"
#include "questionnaire/pack_document.hpp"

namespace kith::questionnaire {

/// References to what is there, conditions on earlier items only, every viewpoint asked something, children's rules where children are.
void check_together(const Draft& draft, Faults& faults);

}  // namespace kith::questionnaire
