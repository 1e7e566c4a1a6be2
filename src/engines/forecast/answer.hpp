#pragma once
// What a forecast person by person answers. Pure.
#include "forecast/workforce.hpp"

namespace kith::forecast {

/// Of one group at the end of a month; full-time equivalents, and heads for the middle.
struct MonthAnswer {
    double median = 0, low50 = 0, high50 = 0, low80 = 0, high80 = 0;
    double heads = 0;
    double required = 0;   ///< the middle of what is required; 0 where nothing is
    double short_of = 0;   ///< in how many of all runs there are fewer than are required, 0 to 1
};
struct GroupAnswer {
    std::string name;                    ///< "other groups" where small ones are shown together
    std::vector<std::uint16_t> groups;   ///< those that it stands for
    int now = 0;                         ///< people on the first day
    std::vector<MonthAnswer> months;     ///< the first day first
    std::array<double, flows> expected{};  ///< events over the whole time, a run
    double leaving = 0;                  ///< rate of leaving a year that was used, in the middle of those on the first day
    double own_events = 0, own_years = 0, usual_years = 0;  ///< of this partnership, on which it rests, and what national rates weigh beside it
    std::vector<float> ends;             ///< full-time equivalents at the end, of each run: the same run of another plan differs by what the plan does
};
/// Whether a target is met; nothing is told of a group that is not shown by itself, nor where the target lies beyond the last month.
struct TargetAnswer {
    bool is_told = false;
    double met = 0;        ///< in how many of all runs as many people are there, 0 to 1
    double heads = 0;      ///< the middle
};
struct Answer {
    std::vector<GroupAnswer> groups;
    GroupAnswer all{};                   ///< of everybody together
    std::vector<TargetAnswer> targets;   ///< in the order of the plan's
    /// Heads of each run, group of the plan and month, the first day first: for whoever checks that nothing is lost. Only where asked for.
    std::vector<std::int32_t> heads{};
    std::vector<std::array<std::int32_t, flows>> events{};  ///< of each run and group
};

}  // namespace kith::forecast
