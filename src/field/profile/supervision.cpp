#include "profile/supervision.hpp"

#include "profile/ages.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace kith::profile {
namespace {

std::string_view name_of(Meeting meeting) { return meeting == Meeting::supervision ? "supervision" : "appraisal"; }

const packs::Code* interval_of(const packs::CodeList& policy, Meeting meeting, std::string_view of, std::string_view which)
{
    auto found = std::ranges::find_if(policy.codes(), [&](const packs::Code& row) {
        return row.attribute("what") == name_of(meeting) && row.attribute("of") == of && row.attribute("which") == which;
    });
    return found == policy.codes().end() ? nullptr : &*found;
}

int months_of(const packs::Code& interval)
{
    const auto text = interval.attribute("months");
    int months = 0;
    std::from_chars(text.data(), text.data() + text.size(), months);
    return months;
}

}  // namespace

const packs::Code& meeting_interval(Meeting meeting, std::string_view role, const packs::Packs& packs)
{
    const auto& policy = packs.list("supervision_policy");
    if (const auto* own = interval_of(policy, meeting, "role", role)) return *own;
    if (const auto* listed = packs.list("roles").find(role))
        if (const auto* of_sector = interval_of(policy, meeting, "sector", listed->parent)) return *of_sector;
    const auto* everyone = interval_of(policy, meeting, "everyone", "");
    if (everyone == nullptr) throw std::out_of_range("supervision_policy has no interval for everyone");
    return *everyone;
}

std::string MeetingStanding::in_words() const
{
    const std::string what = interval->attribute("what") == "supervision" ? "Supervision" : "Appraisal";
    if (state == MeetingState::none_on_record) return what + ": none on record";
    if (state == MeetingState::in_date) return what + ": in date, next by " + due_by->in_words();
    return what + ": overdue since " + due_by->plus_days(1).in_words();
}

MeetingStanding meeting_standing(Meeting meeting, std::string_view role, std::optional<Date> last, const packs::Packs& packs, Date day)
{
    return meeting_standing(meeting_interval(meeting, role, packs), last, day);
}

MeetingStanding meeting_standing(const packs::Code& interval, std::optional<Date> last, Date day)
{
    MeetingStanding standing{.interval = &interval};
    if (!last || day < *last) return standing;
    standing.due_by = months_later(*last, months_of(*standing.interval));
    standing.state = day <= *standing.due_by ? MeetingState::in_date : MeetingState::overdue;
    return standing;
}

}  // namespace kith::profile
