#include "base/handover.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <vector>

namespace kith {
namespace {

using Numbers = Handover<int>;

TEST(Handover, GivesEverythingInItsOrderAndHoldsTheMakerBack)
{
    std::vector<int> taken;
    std::atomic<int> made = 0;
    Numbers::run(2, [&](const Numbers::Give& give) {
        for (int number = 0; number < 500; ++number) give(number), ++made;
    }, [&](int number) {
        EXPECT_LE(made - number, 4) << "two wait, one is being taken, one is being made";
        taken.push_back(number);
    });
    ASSERT_EQ(taken.size(), 500U);
    EXPECT_TRUE(std::ranges::is_sorted(taken));
}

TEST(Handover, EndsAtOnceWhereEitherSideFails)
{
    int taken = 0;
    EXPECT_THROW(Numbers::run(2, [](const Numbers::Give& give) { give(1), throw std::runtime_error("the maker"); }, [&](int) { ++taken; }), std::runtime_error);
    EXPECT_LE(taken, 1);
    std::atomic<int> made = 0;
    const auto endless = [&](const Numbers::Give& give) {
        for (;;) give(++made);
    };
    EXPECT_THROW(Numbers::run(2, endless, [](int) { throw std::invalid_argument("the taker"); }), std::invalid_argument);
    EXPECT_LE(made, 5);
}

TEST(Handover, OfNothingTakesNothing)
{
    Numbers::run(1, [](const Numbers::Give&) {}, [](int) { ADD_FAILURE(); });
}

}  // namespace
}  // namespace kith
