#pragma once
// The papers of a meeting: one page for each theme of the plan that the group steers, assembled from what stands in the house that day; kept as they were. Pure.
#include "base/result.hpp"
#include "governance/meeting.hpp"
#include "strategy/progress.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::governance {

/// What a paper asks the group, with the page where it decides.
using PaperLine = strategy::ProgressLine;
struct PaperTheme {
    std::string name;
    std::string stands;  ///< "3 on track, 1 late"
    std::vector<PaperLine> moved, late, wanted;
    bool operator==(const PaperTheme&) const = default;
};
struct Paper {
    std::string plan;            ///< name; empty where the group steers none
    Date since, as_of;
    std::vector<PaperLine> wanted;     ///< decisions that are about no theme
    std::vector<PaperTheme> themes;
    std::vector<PaperLine> risen;      ///< risks
    std::vector<PaperLine> follow_ups; ///< of earlier meetings, not done
    bool operator==(const Paper&) const = default;
};

/// `items` are those of the meeting, `open` what earlier meetings left to do; `item_href` leads to where an item is decided.
Paper paper_of(const strategy::PlanProgress& progress, std::string plan, const std::vector<AgendaItem>& items, const std::vector<FollowUp>& open, const std::string& item_path, Date today);
/// "2 decisions are wanted; 3 things are late; 1 risk rose."
std::string in_words(const Paper& paper);

/// As it is kept, and back. An error where the text is not one that to_json() wrote.
std::string to_json(const Paper& paper);
Result<Paper> paper_from_json(std::string_view text);

}  // namespace kith::governance
