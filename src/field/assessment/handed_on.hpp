#pragma once
// A priority handed to someone: who is to take it up by when, and what they said. Values and their rules. Pure.
#include "access/ids.hpp"
#include "assessment/priority.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

using HandedOnId = Id<struct HandedOnTag>;

/// Waiting until they say what they will do; given back with a reason.
enum class HandState { waiting, taken_up, given_back };
const std::vector<NamedChoice<HandState>>& hand_states();

struct HandedOn {
    HandedOnId id{};
    PriorityId priority{};
    access::AccountId to{}, by{};
    Date handed_on{};
    Date due_on{};  ///< by when they are to say whether they take it up
    std::string words;
    HandState state = HandState::waiting;
    std::string answer;  ///< what they will do about it, or why they give it back
    std::optional<Date> answered_on;
    bool operator==(const HandedOn&) const = default;
    bool is_overdue(Date today) const { return state == HandState::waiting && due_on < today; }
};

/// Everything in the way of handing it on.
std::vector<Problem> problems_of(const HandedOn& handed, Date today);
/// Everything in the way of the answer of whoever has it.
std::vector<Problem> problems_of_answer(const HandedOn& handed);

}  // namespace kith::assessment
