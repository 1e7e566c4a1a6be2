#pragma once
// What a campaign's results show at its stage, and what they come to by theme. Pure.
#include "assessment/gaps.hpp"
#include "assessment/results.hpp"
#include "questionnaire/campaign.hpp"
#include "questionnaire/sheet.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

/// By organisation its sector, in words.
using Sectors = std::map<std::int64_t, std::string>;
/// Sheets as results take them.
std::vector<Sheet> sheets_for_results(std::vector<questionnaire::Sheet> sheets, const Sectors& sectors);

/// How many of them are counted.
std::int64_t counted_of(const std::vector<Sheet>& sheets);

/// The splits shown: by viewpoint alone while answers come in, since only there do results grow by the threshold; all once it is closed.
std::vector<Split> splits_shown(questionnaire::Stage stage);
/// The results of a campaign at its stage. While it runs, of themes alone: of one item few of a batch may have said anything.
Results results_at(const questionnaire::Instrument& instrument, const std::vector<Sheet>& sheets, questionnaire::Stage stage);

/// A theme's score for the whole, now and last time; none where nobody answered or too few.
struct Position {
    std::string theme;
    std::optional<double> now, before;
    std::int64_t answers = 0;
};
/// In the order of the instrument's themes: those that have a score.
std::vector<Position> measured_positions(const questionnaire::Instrument& instrument, const Results& now, const Results* before, const Group& group = {});

/// "close to "Partly"", "between "Partly" and "Mostly"": a position among the words of the theme's scale. Empty where it has none.
std::string position_words(const questionnaire::Instrument& instrument, std::string_view theme, double position);

}  // namespace kith::assessment
