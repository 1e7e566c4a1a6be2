#include "scorecards/reminder.hpp"

namespace kith::scorecards {

bool is_to_be_reminded(const Due& due, const std::optional<Date>& last, Date today, const packs::Limits& limits)
{
    if (!due.by) return false;
    const auto before = static_cast<int>(limits.value("remind_days_before")), every = static_cast<int>(limits.value("remind_every_days"));
    switch (due.punctuality) {
    case Punctuality::due: {
        const auto from = due.by->plus_days(-before);
        return today >= from && (!last || *last < from);
    }
    case Punctuality::overdue: return !last || last->plus_days(every) <= today;
    case Punctuality::handed_in:
    case Punctuality::not_expected: break;
    }
    return false;
}

bool was_asked_on(const std::optional<Date>& last, Date today) { return last == today; }

}  // namespace kith::scorecards
