#pragma once
// The books of one run: who is there at the end of each month, and what happened. Pure; of this room alone.
#include "forecast/workforce.hpp"

namespace kith::forecast {

/// What one run comes to, by group of the plan and month, the first day first; and how often what happened.
struct Counted {
    std::vector<std::int32_t> heads;
    std::vector<float> fte;  ///< full-time equivalents, as planned hours and sharing leave them
    std::vector<std::array<std::int32_t, flows>> events;
};

/// Changes as they happen, in any order of time and group. The plan must outlive it.
class Ledger {
public:
    explicit Ledger(const Plan& plan) : plan_(plan), stride_(static_cast<std::size_t>(plan.months) + 1), heads_(plan.groups.size() * stride_), fte_(heads_.size()), events_(plan.groups.size()) {}

    /// Somebody is there on the first day.
    void begins(std::size_t group, int fte) { change(group, 0, 1, fte); }
    /// Something happens at a time, in years, and counts at the end of its month; full-time equivalents in thousandths.
    void happens(std::size_t group, float time, Flow flow, int heads, int fte)
    {
        change(group, month_of(time), heads, fte);
        ++events_[group][static_cast<std::size_t>(flow)];
    }
    /// Who is there at the end of the month of a time, as far as it has been lived through.
    std::int64_t heads_at(std::size_t group, float time) const;

    /// Changes become what there is; hours and sharing of the plan are counted in.
    Counted close() &&;

private:
    std::size_t month_of(float time) const { return std::min(static_cast<std::size_t>(time * months_a_year) + 1, stride_ - 1); }
    void change(std::size_t group, std::size_t month, int heads, int fte)
    {
        heads_[group * stride_ + month] += heads;
        fte_[group * stride_ + month] += fte;
    }
    void count_hours_and_shares(std::vector<float>& fte) const;

    const Plan& plan_;
    std::size_t stride_;
    std::vector<std::int32_t> heads_;
    std::vector<std::int64_t> fte_;  // thousandths
    std::vector<std::array<std::int32_t, flows>> events_;
};

}  // namespace kith::forecast
