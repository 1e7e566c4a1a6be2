#include "strategy/risk.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::strategy {
namespace {

constexpr std::int64_t high_from = 15, medium_from = 6;

void check_score(std::vector<Problem>& problems, const char* field, const char* label, const std::optional<Score>& score)
{
    if (!score) return;
    const auto fits = [](std::int64_t step) { return step >= 1 && step <= highest_step; };
    if (!fits(score->likelihood) || !fits(score->impact)) problems.push_back({.field = field, .message = std::string{"Choose both likelihood and impact "} + label + ", or neither"});
}

}  // namespace

std::string_view likelihood_words(std::int64_t step)
{
    constexpr std::array<std::string_view, 5> words{"Rare", "Unlikely", "Possible", "Likely", "Almost certain"};
    return words.at(static_cast<std::size_t>(step - 1));
}

std::string_view impact_words(std::int64_t step)
{
    constexpr std::array<std::string_view, 5> words{"Slight", "Minor", "Moderate", "Major", "Severe"};
    return words.at(static_cast<std::size_t>(step - 1));
}

RiskLevel level_of(const Score& score)
{
    if (score.product() >= high_from) return RiskLevel::high;
    return score.product() >= medium_from ? RiskLevel::medium : RiskLevel::low;
}

std::string_view words_of(RiskLevel level)
{
    constexpr std::array<std::string_view, 3> words{"Low", "Medium", "High"};
    return words.at(static_cast<std::size_t>(level));
}

std::string in_words(const std::optional<Score>& score)
{
    if (!score) return "Not scored";
    return fmt::format("{} x {} = {}, {}", score->likelihood, score->impact, score->product(), lower_first(words_of(level_of(*score))));
}

std::vector<Problem> problems_of(const Risk& risk, const std::vector<Risk>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "code", "The code", risk.code, longest_line, false);
    check_words(problems, "title", "What may happen", risk.title, longest_words, true);
    check_words(problems, "cause", "The cause", risk.cause, longest_words, false);
    check_words(problems, "effect", "The effect", risk.effect, longest_words, false);
    check_words(problems, "owner", "The owner", risk.owner, longest_line, false);
    check_score(problems, "inherent_likelihood", "before controls", risk.inherent);
    check_score(problems, "current_likelihood", "now", risk.current);
    check_score(problems, "target_likelihood", "as wanted", risk.target);
    const auto taken = [&](const Risk& other) { return other.id != risk.id && !risk.code.empty() && other.code == risk.code; };
    if (std::ranges::any_of(others, taken)) problems.push_back({.field = "code", .message = "Another risk has this code: give it one of its own"});
    return problems;
}

std::vector<std::string> missing_of(const Risk& risk)
{
    std::vector<std::string> missing;
    if (trimmed(risk.owner).empty()) missing.emplace_back("no owner");
    if (!risk.current) missing.emplace_back("no score");
    return missing;
}

figures::Reference reference_to(const Risk& risk) { return {.kind = "strategy.risk", .id = risk.public_id.text(), .pinned = {}}; }

const std::vector<NamedChoice<ControlStrength>>& control_strengths()
{
    static const std::vector<NamedChoice<ControlStrength>> all{{ControlStrength::not_said, "not_said", "Not said"}, {ControlStrength::weak, "weak", "Weak"}, {ControlStrength::partial, "partial", "Partial"}, {ControlStrength::strong, "strong", "Strong"}};
    return all;
}

std::vector<Problem> problems_of(const Control& control)
{
    std::vector<Problem> problems;
    check_words(problems, "control", "What is done against it", control.words, longest_words, true);
    check_words(problems, "control_owner", "Who does it", control.owner, longest_line, false);
    return problems;
}

std::vector<Problem> problems_of(const Escalation& escalation)
{
    std::vector<Problem> problems;
    check_words(problems, "to_whom", "To whom it is taken", escalation.to_whom, longest_line, true);
    check_words(problems, "why", "Why", escalation.words, longest_words, true);
    return problems;
}

RiskMatrix matrix_of(const std::vector<Risk>& risks)
{
    RiskMatrix matrix;
    for (const auto& risk : risks)
        if (risk.current) matrix.at(static_cast<std::size_t>(risk.current->likelihood - 1)).at(static_cast<std::size_t>(risk.current->impact - 1)).push_back(&risk);
    return matrix;
}

std::vector<const Risk*> in_order(const std::vector<Risk>& risks)
{
    std::vector<const Risk*> order;
    for (const auto& risk : risks) order.push_back(&risk);
    std::ranges::stable_sort(order, {}, [](const Risk* risk) { return risk->current ? -risk->current->product() : std::int64_t{0}; });
    return order;
}

std::string in_words(const std::vector<Risk>& risks, Date today)
{
    if (risks.empty()) return "No risks are written down yet.";
    std::array<std::int64_t, 3> levels{};
    std::int64_t unscored = 0, due = 0;
    for (const auto& risk : risks) {
        if (risk.current) ++levels.at(static_cast<std::size_t>(level_of(*risk.current)));
        else ++unscored;
        due += risk.review_on && *risk.review_on <= today ? 1 : 0;
    }
    std::vector<std::string> parts;
    for (const auto level : {RiskLevel::high, RiskLevel::medium, RiskLevel::low})
        if (const auto number = levels.at(static_cast<std::size_t>(level)); number > 0) parts.push_back(std::to_string(number) + " " + lower_first(words_of(level)));
    if (unscored > 0) parts.push_back(std::to_string(unscored) + " not scored");
    return counted(std::ssize(risks), "risk") + ": " + joined(parts, ", ") + (due == 0 ? "." : "; " + counted(due, "is", "are") + " to be looked at again.");
}

}  // namespace kith::strategy
