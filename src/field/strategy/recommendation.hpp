#pragma once
// What reviews, inspections and task forces recommended, and what was said to it. Which actions answer one is held by these. Pure.
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/named_choice.hpp"
#include "base/written.hpp"
#include "figures/figure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::strategy {

using RecommendationId = Id<struct RecommendationTag>;

enum class Stand { not_answered, accepted, in_part, not_accepted };
const std::vector<NamedChoice<Stand>>& stands();

struct Recommendation {
    RecommendationId id{};
    PublicId public_id{};
    std::string source;             ///< "Inspection of services for children in need of help, 2025"
    std::optional<Date> given_on;
    std::string code, title, words; ///< `title`: what is recommended
    Stand stand = Stand::not_answered;
    std::string reason;             ///< why, where it is not accepted whole
    std::string owner;              ///< by role
    bool operator==(const Recommendation&) const = default;
    std::string href() const { return "/recommendations/" + public_id.text(); }
    std::string called() const { return code.empty() ? title : code + " " + title; }
    bool wants_action() const { return stand == Stand::accepted || stand == Stand::in_part; }
};
std::vector<Problem> problems_of(const Recommendation& recommendation);
figures::Reference reference_to(const Recommendation& recommendation);

}  // namespace kith::strategy
