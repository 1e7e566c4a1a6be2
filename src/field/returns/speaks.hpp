#pragma once
// What a return says beside its rows: whether it lists everyone, which month or term it speaks of, and when those it leaves out left. Pure.
#include "base/date.hpp"
#include "base/result.hpp"
#include "returns/finding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

/// What the silence of a return means. The two are different acts, chosen by whoever hands in.
enum class Act {
    changes,  ///< whoever it leaves out stays as they are
    full,     ///< it lists everyone: jobs that it leaves out have ended
};
/// "changes" or "full": as the database and JSON have it.
std::string_view act_id(Act act);
/// The act of that id; `changes`, which ends nobody, for anything else.
Act act_of(std::string_view id);

struct Speaks {
    Act act = Act::changes;
    std::optional<Period> about;   ///< the month or term it speaks of, both ends set; none where nobody said
    std::optional<Date> last_day;  ///< of jobs that a full return leaves out, where whoever handed it in said so
    bool operator==(const Speaks&) const = default;
};

/// The last day recorded for jobs that a full return leaves out: the day said, else the end of its month or term where that is past, else today.
Date last_day_of(const Speaks& speaks, Date today);

/// "October 2026", "Autumn term 2026", or its two days where it is neither.
std::string words_of(const Period& about);

/// A month or term to choose from, as a form names it.
struct PeriodChoice {
    std::string id;     ///< "2026-10", "autumn-2026"
    std::string words;  ///< "October 2026"
    Period period;
};
/// The terms and months that a return handed in today may speak of, newest first: this term and the two before, this month and the eleven
/// before. Terms are September to December, January to April, May to August, which hold the school terms of England.
std::vector<PeriodChoice> period_choices(Date today);
/// The period of that id; none for any other text. Ids of months of any year are known.
std::optional<Period> period_of(std::string_view id, Date today);
/// The month that a file's name speaks of ("staff-september-2026.csv", "2026-09 payroll.xlsx"); none without a year beside it, since "May Fields"
/// may be a place. A guess: good for a warning, and never for what a return says.
std::optional<Period> period_named_in(std::string_view file_name);

/// What the returns before it say of its period.
struct Before {
    std::optional<Period> latest_about;     ///< the latest period that an accepted return of this organisation and kind speaks of
    std::optional<Date> latest_accepted_on;
};
/// Queries where a return seems to be for another month than it says: by its file's name, by the newest first day in its rows, by what
/// was accepted before it.
Findings judge_period(const Speaks& speaks, std::string_view file_name, std::optional<Date> newest_day, const Before& before);

/// True where `ends` of `held` is more than `percent` of them: then a person is asked first.
bool is_more_than(std::int64_t ends, std::int64_t held, std::int64_t percent);

}  // namespace kith::returns
