#pragma once
// Priorities handed to people, in the register. Each change is part of a change set.
#include "assessment/handed_on.hpp"
#include "db/change_set.hpp"

#include <optional>
#include <vector>

namespace kith::assessment {

const db::RegisterTable& handed_on_table();

/// To whom the priority is handed now.
std::optional<HandedOn> handed_on_of(db::Reader& reader, PriorityId priority);
/// What waits for this person to take it up, or the oldest due first.
struct Waiting {
    HandedOn handed;
    Priority priority;
};
std::vector<Waiting> waiting_for(db::Reader& reader, access::AccountId account);

/// Keeps it: in the place of who gave it back, where somebody did. It has passed problems_of().
void hand_on(db::ChangeSet& changes, const HandedOn& handed);
/// What they answered. It has passed problems_of_answer().
void keep_answer(db::ChangeSet& changes, const HandedOn& handed);
void take_back(db::ChangeSet& changes, const HandedOn& handed);

}  // namespace kith::assessment
