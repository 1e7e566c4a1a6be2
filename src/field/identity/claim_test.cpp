#include "identity/claim.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace kith::identity {
namespace {

Date born(int year)
{
    return Date::of(year, 5, 17).value();
}

TEST(JoinedByIdentifiers, JoinsWhoGivesTheSameOneUnderTheLeastRecord)
{
    EXPECT_EQ(joined_by_identifiers({{9, "ni:a"}, {4, "ni:a", born(1980)}, {12, "ni:a", born(1980)}, {5, "ni:b"}}), (Joined{{9, 4}, {12, 4}}));
}

TEST(JoinedByIdentifiers, JoinsNobodyOfThoseWhoseBirthDatesDiffer)
{
    EXPECT_EQ(joined_by_identifiers({{9, "ni:a", born(1981)}, {4, "ni:a", born(1980)}, {12, "ni:a"}}), Joined{});
}

TEST(JoinedByIdentifiers, JoinsThroughARecordThatGivesTwo)
{
    EXPECT_EQ(joined_by_identifiers({{3, "ni:a"}, {7, "ni:a"}, {7, "sw:x"}, {2, "sw:x"}}), (Joined{{3, 2}, {7, 2}}));
    EXPECT_EQ(joined_by_identifiers({{3, "ni:a", born(1970)}, {7, "ni:a"}, {7, "sw:x"}, {2, "sw:x", born(1971)}}), Joined{}) << "nor through one who contradicts nobody";
}

TEST(JoinedByIdentifiers, SaysTheSameInWhateverOrderTheyCome)
{
    std::mt19937_64 random{11};
    for (int turn = 0; turn < 50; ++turn) {
        std::vector<Claim> claims;
        for (int claim = 0; claim < 40; ++claim) {
            claims.push_back({static_cast<std::int64_t>(random() % 30), "ni:" + std::to_string(random() % 20), random() % 3 == 0 ? std::optional{born(1980)} : std::nullopt});
        }
        const auto first = joined_by_identifiers(claims);
        std::ranges::shuffle(claims, random);
        ASSERT_EQ(joined_by_identifiers(claims), first);
    }
}

}  // namespace
}  // namespace kith::identity
