#include "profile/ages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith::profile {
namespace {

const packs::Packs& all_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

Date day(std::string_view iso) { return *Date::parse_iso(iso); }

std::string reached(std::string_view born, std::string_view sex, packs::Era era = packs::Era::now)
{
    auto on = pension_day(day(born), sex, pension_law(all_packs(), era));
    return on ? on->iso() : "not known";
}

}  // namespace

TEST(Ages, OfThoseBornOn29FebruaryTurnOn1March)
{
    const auto born = day("1964-02-29");
    EXPECT_EQ(anniversary(born, 61), day("2025-03-01"));
    EXPECT_EQ(anniversary(born, 64), day("2028-02-29"));
    EXPECT_EQ(whole_years(born, day("2025-02-28")), 60);
    for (int years = 1; years <= 100; ++years) {
        EXPECT_EQ(whole_years(born, anniversary(born, years)), years);
        EXPECT_EQ(whole_years(born, anniversary(born, years).plus_days(-1)), years - 1);
    }
    EXPECT_EQ(reached("1960-02-29", "female"), "2026-03-01") << "66 years";
    EXPECT_EQ(reached("1964-02-29", "male"), "2031-03-01") << "67 years";
}

TEST(Ages, FallIntoBandsOfFiveYears)
{
    auto words = [](std::string_view born, std::string_view on) {
        const auto* band = band_on(age_bands(), day(born), day(on));
        return band == nullptr ? std::string{"none"} : in_words(*band);
    };
    EXPECT_EQ(words("2007-11-02", "2026-11-01"), "Under 20");
    EXPECT_EQ(words("2006-11-01", "2026-11-01"), "20 to 24");
    EXPECT_EQ(words("2001-11-02", "2026-11-01"), "20 to 24");
    EXPECT_EQ(words("2001-11-01", "2026-11-01"), "25 to 29");
    EXPECT_EQ(words("1956-11-02", "2026-11-01"), "65 to 69");
    EXPECT_EQ(words("1956-11-01", "2026-11-01"), "70 and over");
    EXPECT_EQ(words("2026-11-02", "2026-11-01"), "none");
    for (int years = 0; years < 120; ++years) EXPECT_EQ(std::ranges::count_if(age_bands(), [&](const YearBand& band) { return band.contains(years); }), 1) << years;
}

TEST(Ages, AndServiceAreWholeYears)
{
    auto words = [](std::string_view from, std::string_view on) { return in_words(*band_on(service_bands(), day(from), day(on))); };
    EXPECT_EQ(words("2026-11-01", "2026-11-01"), "Under 1");
    EXPECT_EQ(words("2025-11-01", "2026-11-01"), "1 to 2");
    EXPECT_EQ(words("2023-11-02", "2026-11-01"), "1 to 2");
    EXPECT_EQ(words("2023-11-01", "2026-11-01"), "3 to 4");
    EXPECT_EQ(words("2000-02-29", "2020-02-28"), "10 to 19");
    EXPECT_EQ(words("2000-02-29", "2020-02-29"), "20 and over");
}

TEST(PensionAge, IsThatOfTheGovernmentsTimetable)
{
    // State Pension age timetables, Department for Work and Pensions, and the schedules of the Acts
    EXPECT_EQ(reached("1950-04-05", "female"), "2010-04-05");
    EXPECT_EQ(reached("1950-04-06", "female"), "2010-05-06");
    EXPECT_EQ(reached("1950-05-05", "female"), "2010-05-06");
    EXPECT_EQ(reached("1950-05-06", "female"), "2010-07-06");
    EXPECT_EQ(reached("1953-04-05", "female"), "2016-03-06");
    EXPECT_EQ(reached("1953-04-06", "female"), "2016-07-06");
    EXPECT_EQ(reached("1953-11-06", "female"), "2018-11-06");
    EXPECT_EQ(reached("1953-12-05", "male"), "2018-12-05");
    EXPECT_EQ(reached("1953-12-06", "male"), "2019-03-06");
    EXPECT_EQ(reached("1954-01-05", "female"), "2019-03-06");
    EXPECT_EQ(reached("1954-10-05", "female"), "2020-09-06");
    EXPECT_EQ(reached("1954-10-06", "female"), "2020-10-06");
    EXPECT_EQ(reached("1960-04-05", "male"), "2026-04-05");
    EXPECT_EQ(reached("1960-04-06", "male"), "2026-05-06") << "66 years and 1 month";
    EXPECT_EQ(reached("1960-07-31", "male"), "2026-11-30") << "66 years and 4 months, and November has 30 days";
    EXPECT_EQ(reached("1960-12-31", "male"), "2027-09-30");
    EXPECT_EQ(reached("1961-01-31", "female"), "2027-11-30");
    EXPECT_EQ(reached("1961-03-05", "female"), "2028-02-05");
    EXPECT_EQ(reached("1961-03-06", "female"), "2028-03-06");
    EXPECT_EQ(reached("1977-04-05", "female"), "2044-04-05");
    EXPECT_EQ(reached("1977-04-06", "female"), "2044-05-06");
    EXPECT_EQ(reached("1977-12-25", "female"), "2045-09-06");
    EXPECT_EQ(reached("1978-04-05", "female"), "2046-03-06");
    EXPECT_EQ(reached("1978-04-06", "female"), "2046-04-06");
    EXPECT_EQ(reached("2004-02-29", "female"), "2072-02-29");
}

TEST(PensionAge, IsThatOfTheLawOf2009)
{
    const auto then = packs::Era::of_2009;
    EXPECT_EQ(reached("1949-06-30", "female", then), "2009-06-30");
    EXPECT_EQ(reached("1944-06-30", "male", then), "2009-06-30");
    EXPECT_EQ(reached("1953-11-06", "female", then), "2017-07-06") << "before it was made faster in 2011";
    EXPECT_EQ(reached("1955-04-05", "female", then), "2020-03-06");
    EXPECT_EQ(reached("1955-04-06", "female", then), "2020-04-06");
    EXPECT_EQ(reached("1959-04-06", "male", then), "2024-05-06");
    EXPECT_EQ(reached("1960-04-05", "male", then), "2026-03-06");
    EXPECT_EQ(reached("1969-04-05", "male", then), "2036-03-06");
    EXPECT_EQ(reached("1970-01-01", "male", then), "2037-01-01");
}

TEST(PensionAge, OfWomenBornIn1953IsThatOfTheDepartmentsTableOfBothLaws)
{
    // "Changes to State Pension age of women born between 6 April 1953 and 5 April 1960", Department for Work and Pensions
    struct Printed { std::string_view from, to, law_of_2007, law_of_2011; };
    constexpr auto table = std::to_array<Printed>({
        {"1953-04-06", "1953-05-05", "2016-05-06", "2016-07-06"}, {"1953-05-06", "1953-06-05", "2016-07-06", "2016-11-06"}, {"1953-06-06", "1953-07-05", "2016-09-06", "2017-03-06"},
        {"1953-07-06", "1953-08-05", "2016-11-06", "2017-07-06"}, {"1953-08-06", "1953-09-05", "2017-01-06", "2017-11-06"}, {"1953-09-06", "1953-10-05", "2017-03-06", "2018-03-06"},
        {"1953-10-06", "1953-11-05", "2017-05-06", "2018-07-06"}, {"1953-11-06", "1953-12-05", "2017-07-06", "2018-11-06"}, {"1953-12-06", "1954-01-05", "2017-09-06", "2019-03-06"}});
    for (const auto& row : table)
        for (auto born : {row.from, row.to}) {
            EXPECT_EQ(reached(born, "female", packs::Era::of_2009), row.law_of_2007) << born;
            EXPECT_EQ(reached(born, "female"), row.law_of_2011) << born;
        }
}

TEST(PensionAge, IsSaidWithoutSexOnlyWhereTheLawDoesNotAsk)
{
    EXPECT_EQ(reached("1961-06-01", "not_known"), "2028-06-01");
    EXPECT_EQ(reached("1951-06-01", ""), "not known");
    EXPECT_EQ(reached("1951-06-01", "other"), "not known");
}

TEST(PensionAge, HasOneAnswerForEveryBirthAndNeverComesSoonerToTheYounger)
{
    for (auto era : {packs::Era::now, packs::Era::of_2009})
        for (std::string_view sex : {"female", "male"}) {
            const auto& law = pension_law(all_packs(), era);
            auto before = *pension_day(day("1930-01-01"), sex, law);
            for (auto born = day("1930-01-02"); born < day("2011-01-01"); born = born.plus_days(1)) {
                const auto rows = std::ranges::count_if(law.codes(), [&](const packs::Code& row) {
                    return row.holds_on(born) && (row.attribute("who") == "everyone" || row.attribute("who") == sex);
                });
                ASSERT_EQ(rows, 1) << born.iso() << sex;
                const auto on = *pension_day(born, sex, law);
                const auto years = whole_years(born, on);
                ASSERT_TRUE(years >= 60 && years <= 68) << born.iso();
                ASSERT_GE(on, before) << born.iso() << " " << sex;
                before = on;
            }
        }
}

TEST(Retiring, IsByTheAnniversaryInOneThreeOrFiveYears)
{
    const auto today = day("2026-11-01");
    EXPECT_EQ(retiring(today, today), Retiring::reached);
    EXPECT_EQ(retiring(day("2026-11-02"), today), Retiring::within_1);
    EXPECT_EQ(retiring(day("2027-11-01"), today), Retiring::within_1);
    EXPECT_EQ(retiring(day("2027-11-02"), today), Retiring::within_3);
    EXPECT_EQ(retiring(day("2029-11-01"), today), Retiring::within_3);
    EXPECT_EQ(retiring(day("2031-11-01"), today), Retiring::within_5);
    EXPECT_EQ(retiring(day("2031-11-02"), today), Retiring::later);
    EXPECT_EQ(retiring(day("2029-03-01"), day("2028-02-29")), Retiring::within_1);
}

}  // namespace kith::profile
