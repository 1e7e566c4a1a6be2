#pragma once
// How many people of a place stand where in the record of checks. Pure.
#include "workforce/record_of_checks.hpp"

#include <cstdint>

namespace kith::workforce {

/// How many stand where.
struct CheckCounts {
    std::int64_t people = 0;
    std::int64_t may_start = 0;
    std::int64_t supervised = 0;
    std::int64_t may_not = 0;
    std::int64_t passed = 0;    ///< with a check to be done again, the day gone by
    std::int64_t within_90 = 0; ///< with one to be done again within 90 days
    bool operator==(const CheckCounts&) const = default;
    CheckCounts& operator+=(const CheckCounts& other);
};

/// One person more.
void add(CheckCounts& counts, const CheckRecord& record, Date today);

}  // namespace kith::workforce
