#pragma once
// Is someone's safeguarding training, of the level that their role asks for, in date? Levels and how long they last stand in packs, by era.
// Pure.
#include "packs/packs.hpp"
#include "workforce/staff_fact.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

/// What a role asks for: a group of the list "safeguarding_groups" with its level, months and source. Null where a role is of none.
const packs::Code* safeguarding_group(std::string_view role, const packs::Packs& packs, packs::Era era);

enum class TrainingState : std::uint8_t {
    in_date,
    out_of_date,
    too_low,       ///< trained, and never at the level that the role asks for
    never,         ///< nothing is recorded, by an organisation that reports training
    not_reported,  ///< the organisation reports no training, or no day of it
    not_asked,     ///< the role asks for none
};
/// "in date", "out of date", "at a lower level only", "never", "not reported", "not asked for".
std::string_view words_for(TrainingState state);

struct TrainingStanding {
    TrainingState state = TrainingState::not_asked;
    const packs::Code* group = nullptr;  ///< of "safeguarding_groups"
    std::optional<Date> on;              ///< when it was last done at that level or a higher one, by the day
    std::optional<Date> until;           ///< the last day on which it is in date
    /// "Safeguarding training, level 2 (Early years staff): in date until 3 October 2027".
    std::string in_words() const;
};

/// One training as the rule takes it.
struct LevelledTraining {
    int level = 0;  ///< of the list "safeguarding_levels"; 0: it is none of safeguarding children
    std::optional<Date> on;
    std::optional<Date> until;
};
/// The level of a training by its code; 0 where it is none of safeguarding children.
int safeguarding_level(std::string_view training, const packs::Packs& packs);

/// How someone stands on a day. Training at a higher level counts for a lower one; of several the one that lasts longest counts. A certificate that
/// says itself when it runs out is taken at its word, else it lasts the months of the group, to the same day of the month.
/// `training_is_reported`: the organisation has reported any training of anyone.
TrainingStanding safeguarding_training(std::string_view role, std::span<const workforce::Fact> facts, bool training_is_reported, const packs::Packs& packs, packs::Era era,
                                       Date day);
/// The same by the group of a role (null: none) and levels that are known, for who asks of many people of one role.
TrainingStanding safeguarding_training(const packs::Code* group, std::span<const LevelledTraining> trainings, bool training_is_reported, Date day);

}  // namespace kith::profile
