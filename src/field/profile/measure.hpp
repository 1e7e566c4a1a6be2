#pragma once
// The measures of the profile: each one declared thing with its words and the function that counts it. Pages, files, comparisons, trends and the
// API walk this one list.
#include "figures/figure.hpp"
#include "profile/ground.hpp"

#include <span>
#include <string_view>

namespace kith::profile {

/// The parts of a profile, in the order of its pages.
struct Section {
    std::string_view id;     ///< in addresses: "qualifications"
    std::string_view title;
    std::string_view words;  ///< what it answers
};
std::span<const Section> sections();
const Section* find_section(std::string_view id);

struct MeasureRow {
    figures::Measure measure;     ///< its id without "profile." stands in addresses
    std::string_view section;
    std::string_view needs;       ///< what has to be reported for it
    std::string_view missing;     ///< what becomes of those of whom it is not
    Guard guard = Guard::none;
    Panel (*panel)(const Ground&) = nullptr;

    std::string_view id() const { return measure.id.substr(measure.id.find('.') + 1); }
};

/// All of them, section by section.
const std::vector<MeasureRow>& measures();
/// By the id in addresses; null where there is none.
const MeasureRow* find_measure(std::string_view id);
/// What the measure says on this ground, with what the viewer may not see withheld.
Panel panel_of(const MeasureRow& row, const Ground& ground);

// By section; measures() puts them together.
std::vector<MeasureRow> people_measures();
std::vector<MeasureRow> age_measures();
std::vector<MeasureRow> qualification_measures();
std::vector<MeasureRow> skill_measures();
std::vector<MeasureRow> hours_measures();
std::vector<MeasureRow> recruitment_measures();
std::vector<MeasureRow> moving_measures();
std::vector<MeasureRow> pay_measures();
std::vector<MeasureRow> likeness_measures();
std::vector<MeasureRow> children_measures();
std::vector<MeasureRow> safety_measures();

}  // namespace kith::profile
