#pragma once
// Places side by side: the headline of each measure for each of them, and for all together. Pure.
#include "profile/measure.hpp"

#include <vector>

namespace kith::profile {

struct ComparedPlace {
    std::string label;
    std::vector<Cell> cells;  ///< one for each measure
};

struct SideBySide {
    std::string finding;
    std::vector<const MeasureRow*> measures;
    std::vector<std::string> figures;   ///< what each measure's headline is called: "hold level 3 or above"
    std::vector<ComparedPlace> places;  ///< by name, those of whom it is not reported after them, and last "All together"
};

/// By locality or by organisation: every one in which the question counts somebody.
SideBySide compare_places(const Ground& ground, tally::Column column, std::vector<const MeasureRow*> measures);

}  // namespace kith::profile
