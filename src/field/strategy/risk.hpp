#pragma once
// Risks to a plan: what may happen, from what, to what effect; how likely and how grave, before controls, now and as wanted; what is done against it. Pure.
#include "figures/figure.hpp"
#include "strategy/action.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kith::strategy {

using RiskId = Id<struct RiskTag>;
using ControlId = Id<struct ControlTag>;
using ReviewId = Id<struct ReviewTag>;
using EscalationId = Id<struct EscalationTag>;

/// Likelihood and impact, each from 1 to 5. Source: a design choice, the 5 x 5 matrix that English councils use.
struct Score {
    std::int64_t likelihood = 0, impact = 0;
    std::int64_t product() const { return likelihood * impact; }
    bool operator==(const Score&) const = default;
};
inline constexpr std::int64_t highest_step = 5;
/// Names of the steps from 1: "Rare" to "Almost certain", "Slight" to "Severe".
std::string_view likelihood_words(std::int64_t step);
std::string_view impact_words(std::int64_t step);
enum class RiskLevel { low, medium, high };
/// High from 15 on, medium from 6. Source: a design choice; councils' own limits differ a little.
RiskLevel level_of(const Score& score);
std::string_view words_of(RiskLevel level);
/// "3 x 4 = 12, medium"; "Not scored" where it is not.
std::string in_words(const std::optional<Score>& score);

struct Risk {
    RiskId id{};
    PublicId public_id{};
    PlanId plan{};
    std::string code;
    std::string title;            ///< the event: what may happen
    std::string cause, effect;
    std::string owner;            ///< by role
    std::optional<Score> inherent, current, target;
    std::optional<Date> review_on;  ///< when it is looked at next
    bool operator==(const Risk&) const = default;
    std::string href(const Plan& in) const { return in.href() + "/risks/" + public_id.text(); }
    std::string called() const { return code.empty() ? title : code + " " + title; }
};
std::vector<Problem> problems_of(const Risk& risk, const std::vector<Risk>& others);
/// What is missing before a plan with it can be approved, each as the end of a sentence: "no owner", "no score".
std::vector<std::string> missing_of(const Risk& risk);

figures::Reference reference_to(const Risk& risk);

enum class ControlStrength { not_said, weak, partial, strong };
const std::vector<NamedChoice<ControlStrength>>& control_strengths();

/// What is done so that it does not happen, or does less.
struct Control {
    ControlId id{};
    PublicId public_id{};
    RiskId risk{};
    std::string words, owner;
    ControlStrength strength = ControlStrength::not_said;
    bool operator==(const Control&) const = default;
};
std::vector<Problem> problems_of(const Control& control);

/// That somebody looked at a risk on a day, and what they said of it; its score then.
struct Review {
    ReviewId id{};
    PublicId public_id{};
    RiskId risk{};
    access::AccountId by{};
    Date made_on{};
    std::string words;
    std::optional<std::int64_t> likelihood, impact;
    bool operator==(const Review&) const = default;
};

/// That a risk was taken to whoever can do more about it.
struct Escalation {
    EscalationId id{};
    PublicId public_id{};
    RiskId risk{};
    access::AccountId by{};
    std::string to_whom;  ///< a group or a role: "Children's board"
    Date made_on{};
    std::string words;    ///< why, and what is asked of them
    bool operator==(const Escalation&) const = default;
};
std::vector<Problem> problems_of(const Escalation& escalation);

/// The risks that stand in each square by their current score, likelihood from 1 to 5 and impact from 1 to 5; those without a score in none.
using RiskMatrix = std::array<std::array<std::vector<const Risk*>, 5>, 5>;
RiskMatrix matrix_of(const std::vector<Risk>& risks);
/// By their current score, the highest first, those without one last; then by code.
std::vector<const Risk*> in_order(const std::vector<Risk>& risks);
/// "7 risks: 2 high, 3 medium, 1 low, 1 not scored; 2 are to be looked at again." For the day.
std::string in_words(const std::vector<Risk>& risks, Date today);

}  // namespace kith::strategy
