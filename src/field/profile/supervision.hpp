#pragma once
// Is someone's supervision or appraisal in date, by the interval of their role, of its sector or of everyone? Local policy, as a pack. Pure.
#include "packs/packs.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::profile {

enum class Meeting : std::uint8_t { supervision, appraisal };

/// The interval that holds for a role: of the list "supervision_policy", with months and source. It throws std::out_of_range where the list has none for
/// everyone, since that it must have.
const packs::Code& meeting_interval(Meeting meeting, std::string_view role, const packs::Packs& packs);

enum class MeetingState : std::uint8_t { in_date, overdue, none_on_record };

struct MeetingStanding {
    MeetingState state = MeetingState::none_on_record;
    const packs::Code* interval = nullptr;
    std::optional<Date> due_by;  ///< the last day on which the next one is in time
    /// "Supervision: in date, next by 14 December 2026", "Appraisal: overdue since 2 March 2026", "Supervision: none on record".
    std::string in_words() const;
};

/// How it stands on a day. `last`: the last one held, and none where none is on record; one still to come counts as none.
MeetingStanding meeting_standing(Meeting meeting, std::string_view role, std::optional<Date> last, const packs::Packs& packs, Date day);
/// The same by an interval of meeting_interval(), for who asks of many people of one role.
MeetingStanding meeting_standing(const packs::Code& interval, std::optional<Date> last, Date day);

}  // namespace kith::profile
