#include "workforce/check_counts.hpp"

namespace kith::workforce {

CheckCounts& CheckCounts::operator+=(const CheckCounts& other)
{
    people += other.people;
    may_start += other.may_start;
    supervised += other.supervised;
    may_not += other.may_not;
    passed += other.passed;
    within_90 += other.within_90;
    return *this;
}

void add(CheckCounts& counts, const CheckRecord& record, Date today)
{
    ++counts.people;
    ++(record.clearance == Clearance::may_start ? counts.may_start : record.clearance == Clearance::may_start_supervised ? counts.supervised : counts.may_not);
    const auto next = record.next_due();
    if (!next) return;
    if (how_soon(*next, today) == Soon::passed) ++counts.passed;
    else if (how_soon(*next, today) != Soon::later) ++counts.within_90;
}

}  // namespace kith::workforce
