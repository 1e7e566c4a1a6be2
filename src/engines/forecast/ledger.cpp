#include "forecast/ledger.hpp"

#include <algorithm>
#include <cmath>

namespace kith::forecast {

std::int64_t Ledger::heads_at(std::size_t group, float time) const
{
    std::int64_t heads = 0;
    for (std::size_t month = 0; month <= month_of(time); ++month) heads += heads_[group * stride_ + month];
    return heads;
}

Counted Ledger::close() &&
{
    for (std::size_t group = 0; group < plan_.groups.size(); ++group)
        for (std::size_t month = 1; month < stride_; ++month) {
            heads_[group * stride_ + month] += heads_[group * stride_ + month - 1];
            fte_[group * stride_ + month] += fte_[group * stride_ + month - 1];
        }
    constexpr float thousandths = 1000;
    std::vector<float> fte;
    for (const auto one : fte_) fte.push_back(static_cast<float>(one) / thousandths);
    count_hours_and_shares(fte);
    return {std::move(heads_), std::move(fte), std::move(events_)};
}

void Ledger::count_hours_and_shares(std::vector<float>& fte) const
{
    const auto each_month = [&](double from, double until, const auto& what) {
        for (std::size_t month = 0; month < stride_; ++month)
            if (const auto at = static_cast<double>(month); at >= from * months_a_year && at < until * months_a_year) what(month);
    };
    for (const auto& hours : plan_.hours) each_month(hours.from, HUGE_VAL, [&](std::size_t month) { fte[hours.group * stride_ + month] *= static_cast<float>(hours.times); });
    for (const auto& share : plan_.shares)
        each_month(share.at, share.at + share.for_years, [&](std::size_t month) {
            auto& from = fte[share.from * stride_ + month];
            const auto shared = std::min(static_cast<float>(share.fte), from);
            from -= shared, fte[share.to * stride_ + month] += shared;
        });
}

}  // namespace kith::forecast
