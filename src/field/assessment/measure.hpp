#pragma once
// What is measured of a sheet: the answer to an item on a scale, to a row of a matrix, the score of a theme. One whole number a sheet and
// measure, or why there is none.
#include "assessment/statistics.hpp"
#include "questionnaire/instrument.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

/// One person's answers, with what results are split by. Who they are is not known.
struct Sheet {
    std::string viewpoint;
    bool leader = false;
    std::optional<std::int64_t> organisation, locality;
    std::string sector;  ///< its code; empty: not known
    questionnaire::Answers answers;
    std::int64_t batch = 1;  ///< with which it was counted; 0: it waits, and counts for nothing yet
};

struct Measure {
    enum class Kind : std::uint8_t { item, row, theme };
    Kind kind = Kind::item;
    std::string key;         ///< of the item or the theme
    std::string row;         ///< of a matrix; else empty
    std::vector<int> steps;  ///< values of its scale, from least to most
    /// "4 and above" means something: the scale is from 1 to 5.
    bool has_high() const { return !steps.empty() && steps.front() == 1 && steps.back() == 5; }
    bool operator==(const Measure&) const = default;
};

/// Items and rows in the order in which they are asked, then themes. What is asked no more is not measured.
std::vector<Measure> measures_of(const questionnaire::Instrument& instrument);

/// What a sheet says of one measure, in parts of a step (`step` of statistics.hpp), or one of these.
using Said = std::int32_t;
inline constexpr Said not_asked = std::numeric_limits<Said>::min();
inline constexpr Said no_answer = not_asked + 1;
inline constexpr Said dont_know = not_asked + 2;
inline constexpr Said not_applicable = not_asked + 3;
constexpr bool is_value(Said said) { return said > not_applicable; }

/// By sheet, and of each by measure, in one piece. Answers to what a sheet is not asked count for nothing. The score of a theme is the mean
/// over the sheet's answered items of that theme, a matrix being one item with the mean of its answered rows; where none is answered it is
/// "don't know" if that was said of any, else "not applicable", else no answer.
std::vector<Said> said_by(const questionnaire::Instrument& instrument, const std::vector<Measure>& measures, const std::vector<Sheet>& sheets);

}  // namespace kith::assessment
