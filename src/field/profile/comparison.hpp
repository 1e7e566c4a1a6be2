#pragma once
// Places side by side: the headline of each measure for each of them, and for all together, now and a year before. Pure.
#include "profile/measure.hpp"

#include <string>
#include <vector>

namespace kith::profile {

/// As many measures as stand side by side at once: more would be no comparison, and each is counted for every place on two days.
inline constexpr std::size_t most_compared = 12;
/// False where a measure has no figure of its own to compare, or says the same as another.
bool can_be_compared(const MeasureRow& row);

/// What somebody asks to compare.
struct MeasuresAsked {
    std::vector<const MeasureRow*> rows;  ///< each once, most_compared of them at most
    std::vector<std::string> refused;     ///< ids of none that can be compared
    bool too_many = false;
};
MeasuresAsked measures_to_compare(const std::vector<std::string>& ids);

struct ComparedPlace {
    std::string label;
    std::vector<Cell> cells;   ///< one for each measure
    std::vector<Cell> before;  ///< a year before, in the same order
};

struct SideBySide {
    std::string finding;
    std::vector<const MeasureRow*> measures;
    std::vector<std::string> figures;   ///< what each measure's headline is called: "hold level 3 or above"
    std::vector<Unit> units;            ///< and what it is a number of
    std::vector<ComparedPlace> places;  ///< by name, those of whom it is not reported after them, and last "All together"
};

/// By locality or by organisation: every one in which the question counts somebody.
SideBySide compare_places(const Ground& ground, tally::Column column, std::vector<const MeasureRow*> measures);

}  // namespace kith::profile
