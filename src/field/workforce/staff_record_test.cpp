#include "workforce/staff_record.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {

TEST(Plan, IsEmptyUntilItWouldWriteSomething)
{
    Plan plan;
    EXPECT_TRUE(plan.is_empty());
    plan.removed_terms.emplace_back(1);
    EXPECT_FALSE(plan.is_empty());
}

TEST(StaffRecord, ComparesByAllThatIsReported)
{
    StaffRecord one{.reference = "A1", .given_name = PersonName{"Ana"}, .family_name = PersonName{"Reyes"}};
    auto other = one;
    EXPECT_EQ(one, other);
    other.birth_date = DateOfBirth{Date::from_days(1)};
    EXPECT_NE(one, other);
}

}  // namespace kith::workforce
