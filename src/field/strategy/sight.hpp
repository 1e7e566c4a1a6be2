#pragma once
// The line of sight: from an outcome by its objectives to the actions that serve them, the findings that these answer and the measures that will show it; and what
// is missing on the way. Pure.
#include "figures/figure.hpp"
#include "strategy/measure.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kith::strategy {

using ServesId = Id<struct ServesTag>;
using AnswersId = Id<struct AnswersTag>;
using WaitsForId = Id<struct WaitsForTag>;

/// That an action serves an objective, an outcome, a priority or a next step: of its own plan or of another under the same roof.
struct Serves {
    ServesId id{};
    PublicId public_id{};
    ActionId action{};
    PartId part{};
    bool operator==(const Serves&) const = default;
};

/// That an action answers a finding of any room, which is held by its Reference, with what it was called on the day.
struct Answers {
    AnswersId id{};
    PublicId public_id{};
    ActionId action{};
    std::string finding;  ///< text of the Reference
    std::string title;
    Date since{};
    bool operator==(const Answers&) const = default;
};

/// That an action cannot go on before another is done.
struct WaitsFor {
    WaitsForId id{};
    PublicId public_id{};
    ActionId action{};
    ActionId on{};
    bool operator==(const WaitsFor&) const = default;
};
/// The actions on the way from `on` back to `action`, `on` first, where waiting for it would go round in a circle; empty where it would not.
std::vector<ActionId> circle_of(const std::vector<WaitsFor>& waits, ActionId action, ActionId on);

/// Something that was found and wants an action, wherever it is held.
struct Finding {
    figures::Reference reference;
    std::string title, href;
};
/// Those that no action answers, on whatever day it was tied to them.
std::vector<Finding> unanswered(std::vector<Finding> findings, const std::vector<Answers>& answers);

/// An action of another plan under the same roof that serves a part of this one.
struct SharedAction {
    Action action;
    Plan plan;
    PartId part{};
};
/// A part of another plan that an action of this one serves.
struct SharedPart {
    ActionId action{};
    Part part;
    Plan plan;
};

/// One plan with all that its line of sight is made of.
struct Sight {
    const Plan& plan;
    const std::vector<Part>& parts;
    const std::vector<Action>& actions;
    const std::vector<Serves>& serves;
    const std::vector<Answers>& answers;
    const std::vector<ShownBy>& shown;
    const std::vector<SharedAction>& shared_actions;
    const std::vector<SharedPart>& shared_parts;

    std::vector<const Action*> actions_serving(PartId part) const;
    std::vector<const Action*> actions_of_theme(PartId theme) const;
    std::vector<const SharedAction*> shared_serving(PartId part) const;
    bool is_served(PartId part) const { return !actions_serving(part).empty() || !shared_serving(part).empty(); }
    std::vector<const Part*> served_by(ActionId action) const;
    std::vector<const SharedPart*> shared_served_by(ActionId action) const;
    std::vector<const Answers*> answered_by(ActionId action) const;
};

/// A kind of gap, and what it is found in: words with an address.
struct SightGap {
    std::string words;  ///< "Actions that answer no finding"
    std::vector<std::pair<std::string, std::string>> where;
};
/// Only those that there are (findings that nothing answers are unanswered()): outcomes without an objective or action, objectives and themes without an action, actions that serve nothing, or answer no finding, that no measure will show, or that lack owner or date.
std::vector<SightGap> gaps_of(const Sight& sight);

/// "28 actions in 7 of 8 themes, tied to 17 of 17 objectives by 46 links; none answers a finding."
std::string in_words(const Sight& sight);

}  // namespace kith::strategy
