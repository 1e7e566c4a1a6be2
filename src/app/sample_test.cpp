#include "app/sample.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kith::app {
namespace {
const Date today = *Date::of(2026, 11, 22);
}

TEST(Sample, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    auto one = compose_sample(7, today);
    auto same = compose_sample(7, today);
    auto other = compose_sample(8, today);
    ASSERT_EQ(one.files.size(), same.files.size());
    for (std::size_t i = 0; i < one.files.size(); ++i) EXPECT_EQ(one.files[i].text, same.files[i].text);
    EXPECT_NE(one.files[4].text, other.files[4].text);
}

TEST(Sample, IsASmallAreaOfFortyOrganisationsAndAboutSixHundredStaff)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto sample = compose_sample(seed, today);
        EXPECT_EQ(sample.organisations, 40);
        EXPECT_GE(sample.staff, 560) << "seed " << seed;
        EXPECT_LE(sample.staff, 680) << "seed " << seed;
        std::set<std::string> localities;
        for (auto line : split(sample.files[1].text, '\n')) {
            auto cells = split(line, ',');
            if (cells.size() >= 7 && cells[0] != "organisation") localities.emplace(cells[5]);
        }
        EXPECT_EQ(localities.size(), 5U);
    }
}

TEST(Sample, NamesNoOrganisationTwice)
{
    std::set<std::string> names;
    auto sample = compose_sample(7, today);
    for (auto line : split(sample.files[0].text, '\n')) {
        if (line.empty()) continue;
        EXPECT_TRUE(names.emplace(split(line, ',')[1]).second) << line;
    }
}

}  // namespace kith::app
