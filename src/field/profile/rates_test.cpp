#include "profile/published_cell.hpp"
#include "profile/rates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {
Fte fte(std::string_view text) { return *Fte::parse(text); }
}  // namespace

TEST(Rates, AreWhatAPersonWorksOutOnPaper)
{
    EXPECT_EQ(turnover(fte("4994.5"), fte("32502"))->text(), "15.4");           // 0.153667
    EXPECT_EQ(turnover(5388, 34620)->text(), "15.6");                           // 0.155632
    EXPECT_EQ(vacancy_rate(fte("6521.9"), fte("32502"))->text(), "16.7");       // 6521.9 / 39023.9
    EXPECT_EQ(agency_rate(fte("5969.5"), fte("32502"))->text(), "15.5");        // 5969.5 / 38471.5
    EXPECT_EQ(agency_rate(6139, 34620)->text(), "15.1");                        // 6139 / 40759
    EXPECT_EQ(caseload(335201, fte("20548.9"))->text(), "16.3");                // 16.3124
    EXPECT_EQ(absence_rate(fte("257240.9"), fte("32502"))->text(), "3.1");      // 257240.9 / 8223006
    EXPECT_EQ(agency_cover_rate(fte("4557.8"), fte("5969.5"))->text(), "76.4");
    EXPECT_EQ(vacancy_cover_rate(fte("4557.8"), fte("6521.9"))->text(), "69.9");
}

TEST(Rates, RoundHalfUpToOneDecimal)
{
    EXPECT_EQ(turnover(1, 2000)->text(), "0.1");      // exactly 0.05
    EXPECT_EQ(turnover(49, 100'000)->text(), "0.0");  // 0.049
    EXPECT_EQ(turnover(3, 2000)->text(), "0.2");      // exactly 0.15
    EXPECT_EQ(turnover(13, 100)->text(), "13.0");
    EXPECT_EQ(turnover(300, 100)->text(), "300.0");
}

TEST(Rates, ThatDivideByNoughtAreNothing)
{
    EXPECT_FALSE(turnover(0, 0));
    EXPECT_FALSE(turnover(2, 0));
    EXPECT_FALSE(vacancy_rate(Fte{}, Fte{}));
    EXPECT_FALSE(caseload(3, Fte{}));
    EXPECT_FALSE(absence_rate(fte("1"), Fte{}));
    EXPECT_EQ(vacancy_rate(fte("2"), Fte{})->text(), "100.0") << "all that there is, is vacant";
    EXPECT_EQ(turnover(0, 5)->text(), "0.0");
}

TEST(Rates, MayBeWhatTheRoundingOfTheirAmountsAllows)
{
    // 1.0 of 21.0, each to a tenth: from 0.95 of 21.05 (4.513) to 1.05 of 20.95 (5.012)
    const RateParts parts{.kind = RateKind::turnover, .above = {1000, 50}, .below = {21000, 50}};
    EXPECT_FALSE(could_be(parts, Rate{44}));
    EXPECT_TRUE(could_be(parts, Rate{45}));
    EXPECT_TRUE(could_be(parts, Rate{50}));
    EXPECT_FALSE(could_be(parts, Rate{51}));
    const RateParts counts{.kind = RateKind::turnover, .above = {1000, 0}, .below = {21000, 0}};
    EXPECT_TRUE(could_be(counts, Rate{48}));  // 4.762
    EXPECT_FALSE(could_be(counts, Rate{47}));
    EXPECT_FALSE(could_be({.kind = RateKind::turnover, .above = {0, 0}, .below = {0, 0}}, Rate{0}));
}

TEST(PublishedCell, IsANumberOrAMarker)
{
    EXPECT_EQ(read_published(" 32502.1 ")->thousandths, 32502100);
    EXPECT_EQ(read_published("0")->thousandths, 0);
    EXPECT_EQ(read_published("c")->marker, Marker::confidential);
    EXPECT_EQ(read_published("z")->marker, Marker::not_applicable);
    EXPECT_EQ(read_published("x")->marker, Marker::not_available);
    EXPECT_EQ(read_published("u")->marker, Marker::unreliable);
    EXPECT_EQ(read_published("low")->marker, Marker::low);
    EXPECT_EQ(read_published("")->marker, Marker::blank);
    EXPECT_FALSE(read_published("low")->thousandths);
    EXPECT_FALSE(read_published("twelve"));
    EXPECT_FALSE(read_published("-3"));
}

TEST(PublishedCell, MayNameTwoAuthorities)
{
    EXPECT_THAT(authority_codes("E06000061 / E06000062"), testing::ElementsAre("E06000061", "E06000062"));
    EXPECT_THAT(authority_codes("E09000001"), testing::ElementsAre("E09000001"));
    EXPECT_THAT(authority_codes(""), testing::IsEmpty());
}

TEST(Rates, HaveAMeasureThatNamesFormulaPopulationAndSource)
{
    for (auto kind : {RateKind::turnover, RateKind::vacancy, RateKind::agency, RateKind::caseload, RateKind::absence, RateKind::agency_cover, RateKind::vacancy_cover}) {
        const auto& measure = measure_of(kind);
        EXPECT_THAT(measure.population, testing::HasSubstr("local authorities in England"));
        EXPECT_THAT(measure.formula, testing::HasSubstr("full-time equivalent"));
        EXPECT_FALSE(measure.source.empty());
    }
    EXPECT_EQ(measure_of(RateKind::vacancy).id, "profile.vacancy_rate");
    EXPECT_EQ(measure_of(RateKind::vacancy_cover).id, "profile.vacancy_cover_rate");
}

}  // namespace kith::profile
