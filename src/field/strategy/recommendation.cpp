#include "strategy/recommendation.hpp"

#include "base/text.hpp"

namespace kith::strategy {

const std::vector<NamedChoice<Stand>>& stands()
{
    static const std::vector<NamedChoice<Stand>> all{{Stand::not_answered, "not_answered", "Not answered yet"}, {Stand::accepted, "accepted", "Accepted"}, {Stand::in_part, "in_part", "Accepted in part"}, {Stand::not_accepted, "not_accepted", "Not accepted"}};
    return all;
}

std::vector<Problem> problems_of(const Recommendation& recommendation)
{
    std::vector<Problem> problems;
    check_words(problems, "source", "Who recommended it", recommendation.source, longest_line, true);
    check_words(problems, "code", "The code", recommendation.code, longest_line, false);
    check_words(problems, "title", "What is recommended", recommendation.title, longest_words, true);
    check_words(problems, "words", "The words", recommendation.words, longest_words, false);
    check_words(problems, "reason", "The reason", recommendation.reason, longest_words, false);
    check_words(problems, "owner", "Who answers for it", recommendation.owner, longest_line, false);
    const bool wants_reason = recommendation.stand == Stand::in_part || recommendation.stand == Stand::not_accepted;
    if (wants_reason && trimmed(recommendation.reason).empty()) problems.push_back({.field = "reason", .message = "Enter the reason for which it is not accepted whole"});
    return problems;
}

figures::Reference reference_to(const Recommendation& recommendation) { return {.kind = "strategy.recommendation", .id = recommendation.public_id.text(), .pinned = {}}; }

}  // namespace kith::strategy
