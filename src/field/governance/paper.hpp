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
    std::vector<PaperLine> moved, late, behind, wanted;
    bool operator==(const PaperTheme&) const = default;
};
struct Paper {
    std::string plan;            ///< name; empty where the group steers none
    Date since, as_of;
    std::vector<PaperLine> wanted;     ///< decisions that are about no theme
    std::vector<PaperTheme> themes;
    std::vector<PaperLine> agenda;     ///< every item, with the options that are weighed
    std::vector<PaperLine> risen;      ///< risks
    std::vector<PaperLine> to_look_at; ///< risks whose day to be looked at has come
    std::vector<PaperLine> unanswered; ///< recommendations that were accepted and no action answers
    std::vector<PaperLine> money;      ///< where it stands, and what does not add up
    std::vector<PaperLine> follow_ups; ///< of earlier meetings, not done
    bool operator==(const Paper&) const = default;
};

/// What a paper is assembled from besides the progress of the plan.
struct PaperFacts {
    std::string plan;                    ///< name; empty where the group steers none
    std::vector<AgendaItem> items;       ///< of the meeting
    std::vector<DecisionOption> options; ///< of these
    std::vector<FollowUp> open;          ///< what earlier meetings left to do
    std::vector<PaperLine> to_look_at, unanswered, money;
    std::string item_path;               ///< goes before the public id of an item
};
Paper paper_of(const strategy::PlanProgress& progress, const PaperFacts& facts, Date today);
/// "2 decisions are wanted; 3 things are late; 1 risk rose."
std::string in_words(const Paper& paper);

/// As it is kept, and back. An error where the text is not one that to_json() wrote.
std::string to_json(const Paper& paper);
Result<Paper> paper_from_json(std::string_view text);

}  // namespace kith::governance
