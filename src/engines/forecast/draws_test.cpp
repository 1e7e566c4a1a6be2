#include "forecast/draws.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kith::forecast {
namespace {

TEST(Draws, AreTheSameForTheSameSubjectAndOthersForAnother)
{
    Draws one{7, 3, 42}, same{7, 3, 42};
    for (int draw = 0; draw < 20; ++draw) EXPECT_EQ(one.next(), same.next());
    std::set<std::uint32_t> firsts;
    for (std::uint32_t run = 0; run < 100; ++run)
        for (std::uint64_t subject = 0; subject < 100; ++subject) firsts.insert(Draws{7, run, subject}.next());
    EXPECT_GT(firsts.size(), 9'990U) << "10,000 first draws hardly ever meet";
    EXPECT_NE(Draws(7, 3, 42).next(), Draws(8, 3, 42).next());
    EXPECT_NE(Draws(7, 3, 42).next(), Draws(7, 3, 42, 1).next());
}

TEST(Draws, HaveTheMomentsThatTheyPromise)
{
    constexpr int drawn = 200'000;
    double sum = 0, squares = 0, waits = 0, uniforms = 0;
    for (std::uint64_t subject = 0; subject < drawn; ++subject) {
        Draws draws{11, 0, subject};
        const auto normal = draws.normal();
        sum += normal;
        squares += normal * normal;
        waits += draws.exponential(0.25);
        uniforms += draws.uniform();
    }
    EXPECT_NEAR(sum / drawn, 0, 0.01);
    EXPECT_NEAR(squares / drawn, 1, 0.015);
    EXPECT_NEAR(waits / drawn, 4, 0.04);
    EXPECT_NEAR(uniforms / drawn, 0.5, 0.003);
    EXPECT_EQ(Draws(1, 0, 1).exponential(0), HUGE_VAL);
}

}  // namespace
}  // namespace kith::forecast
