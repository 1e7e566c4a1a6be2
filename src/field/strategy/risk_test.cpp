#include "strategy/risk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

const Date today = Date::of(2026, 6, 1).value();

TEST(Score, IsLowMediumOrHighByItsProduct)
{
    // All 25 squares of the matrix, worked out by hand: 10 are low (1 to 5), 6 high (15, 15, 16, 20, 20, 25), 9 between.
    std::array<int, 3> squares{};
    for (std::int64_t likelihood = 1; likelihood <= 5; ++likelihood)
        for (std::int64_t impact = 1; impact <= 5; ++impact) ++squares.at(static_cast<std::size_t>(level_of({likelihood, impact})));
    EXPECT_THAT(squares, testing::ElementsAre(10, 9, 6));
    EXPECT_EQ(level_of({3, 5}), RiskLevel::high);
    EXPECT_EQ(level_of({3, 4}), RiskLevel::medium);
    EXPECT_EQ(level_of({1, 5}), RiskLevel::low);
    EXPECT_EQ(in_words(Score{3, 4}), "3 x 4 = 12, medium");
    EXPECT_EQ(in_words(std::optional<Score>{}), "Not scored");
}

TEST(Risk, StandsInItsSquareAndInTheOrderOfItsScore)
{
    const std::vector<Risk> risks{{.id = RiskId{1}, .code = "R1", .title = "Unscored"}, {.id = RiskId{2}, .code = "R2", .title = "Some", .owner = "Head", .current = Score{2, 3}, .review_on = today}, {.id = RiskId{3}, .code = "R3", .title = "Grave", .current = Score{4, 5}}};
    const auto matrix = matrix_of(risks);
    EXPECT_EQ(matrix[3][4].front()->code, "R3");
    EXPECT_EQ(matrix[1][2].front()->code, "R2");
    std::vector<std::string> order;
    for (const auto* risk : in_order(risks)) order.push_back(risk->code);
    EXPECT_THAT(order, testing::ElementsAre("R3", "R2", "R1"));
    EXPECT_EQ(in_words(risks, today), "3 risks: 1 high, 1 medium, 1 not scored; 1 is to be looked at again.");
    EXPECT_EQ(in_words(std::vector<Risk>{}, today), "No risks are written down yet.");
}

TEST(Risk, IsScoredByBothOrByNeither)
{
    Risk risk{.title = "Users are not engaged", .current = Score{3, 0}};
    EXPECT_EQ(problems_of(risk, {}).front().message, "Choose both likelihood and impact now, or neither");
    risk.current.reset();
    EXPECT_THAT(problems_of(risk, {}), testing::IsEmpty()) << "what a source gives no score for comes in without";
    EXPECT_EQ(problems_of(Risk{}, {}).front().message, "Enter what may happen");
}

}  // namespace
}  // namespace kith::strategy
