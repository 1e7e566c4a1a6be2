#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/london.hpp"
#include "base/personal.hpp"
#include "base/quantity.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace kith {

TEST(Date, ReadsBothWaysOfWritingADayAndRefusesDaysThatDoNotExist)
{
    EXPECT_EQ(Date::parse_uk("27/3/2026")->iso(), "2026-03-27");
    EXPECT_EQ(Date::parse_any("2026-03-27")->uk(), "27/03/2026");
    EXPECT_EQ(Date::of(2024, 2, 29)->in_words(), "29 February 2024");
    EXPECT_FALSE(Date::of(2023, 2, 29));
    EXPECT_FALSE(Date::parse_uk("27/3/26"));
    EXPECT_FALSE(Date::parse_iso("2026-3-27x"));
    EXPECT_EQ(Date::of(1970, 1, 2)->days_since_epoch(), 1);
}

TEST(Date, CountsAgesAsTheLawDoes)
{
    EXPECT_EQ(whole_years(*Date::of(2000, 2, 29), *Date::of(2018, 2, 28)), 17);
    EXPECT_EQ(whole_years(*Date::of(2000, 2, 29), *Date::of(2018, 3, 1)), 18);
    EXPECT_EQ(Date::of(2024, 2, 29)->plus_years(1).iso(), "2025-02-28");
}

TEST(Date, KnowsTheYearsOfTheField)
{
    EXPECT_EQ(FinancialYear::containing(*Date::of(2026, 3, 31)).start_year(), 2025);
    EXPECT_EQ(FinancialYear::containing(*Date::of(2026, 4, 1)).last_day().iso(), "2027-03-31");
    EXPECT_EQ(AcademicYear::containing(*Date::of(2026, 8, 31)).in_words(), "2025 to 2026");
    auto quarter = Quarter::containing(*Date::of(2027, 1, 15));
    EXPECT_EQ(quarter.number(), 4);
    EXPECT_EQ(quarter.first_day().iso(), "2027-01-01");
    EXPECT_EQ(quarter.last_day().iso(), "2027-03-31");
    EXPECT_EQ(quarter.next().in_words(), "Quarter 1, 2027 to 2028");
    EXPECT_EQ(Month::containing(*Date::of(2024, 2, 10)).last_day().iso(), "2024-02-29");
}

TEST(Period, ContainsItsLastDay)
{
    Period term{*Date::of(2026, 1, 1), *Date::of(2026, 3, 31)};
    EXPECT_TRUE(term.contains(*Date::of(2026, 3, 31)));
    EXPECT_FALSE(term.contains(*Date::of(2026, 4, 1)));
    EXPECT_FALSE(term.overlaps({*Date::of(2026, 4, 1), std::nullopt}));
}

TEST(Instant, ReadsInLondonTime)
{
    EXPECT_EQ(Instant::parse("2026-07-01T23:30:00Z")->in_words(), "2 July 2026 at 12:30am");
    EXPECT_EQ(Instant::parse("2026-11-21T09:32:00Z")->in_words(), "21 November 2026 at 9:32am");
    EXPECT_EQ(Instant::parse("2026-11-21T09:32:00Z")->iso(), "2026-11-21T09:32:00Z");
    EXPECT_FALSE(Instant::parse("2026-11-21 09:32"));
    EXPECT_EQ(in_london(*Date::of(2026, 7, 1), 6, 30).iso(), "2026-07-01T05:30:00Z");
    EXPECT_EQ(in_london(*Date::of(2026, 11, 21)).iso(), "2026-11-21T00:00:00Z");
    EXPECT_EQ(in_london(*Date::of(2026, 3, 29), 1, 30).iso(), "2026-03-29T01:00:00Z") << "the hour that clocks skip";
    EXPECT_EQ(in_london(*Date::of(2026, 10, 25), 1, 30).iso(), "2026-10-25T00:30:00Z") << "the first of two";
}

TEST(PublicId, GoesThroughTextAndSortsByTime)
{
    auto early = PublicId::make(Instant{1'000'000}, 1, {1, 2, 3, 4, 5, 6, 7, 8, 9, 255});
    auto late = PublicId::make(Instant{1'000'000}, 2, {});
    EXPECT_EQ(*PublicId::parse(early.text()), early);
    EXPECT_LT(early.text(), late.text());
    EXPECT_FALSE(PublicId::parse("ilou"));
}

TEST(Fte, IsExactInThousandths)
{
    EXPECT_EQ(Fte::parse("0.6")->thousandths(), 600);
    EXPECT_EQ(Fte::parse(".75")->text(), "0.75");
    EXPECT_EQ(Fte::thousandths(1204650).fixed(), "1,204.7");
    EXPECT_FALSE(Fte::parse("0.6001"));
    EXPECT_FALSE(Fte::parse("-1"));
    EXPECT_FALSE(Fte::parse("."));
}

TEST(Pence, ReadsAndWritesPounds)
{
    EXPECT_EQ(Pence::parse_pounds("20,000.5")->value(), 2000050);
    EXPECT_EQ(Pence{2000050}.pounds(), "£20,000.50");
    EXPECT_EQ(Pence{2000000}.pounds(), "£20,000");
}

TEST(Share, NeverGivesAPercentageWithoutItsBaseUnderFifty)
{
    EXPECT_EQ((Share{5, 8}.in_words()), "5 of 8");
    EXPECT_EQ((Share{61, 100}.in_words()), "61%");
    EXPECT_EQ((Share{0, 0}.in_words()), "none");
}

TEST(Text, FoldsNamesToKeys)
{
    EXPECT_EQ(folded("  Zoë  O’Brien-Łuk "), "zoe obrienluk");
    EXPECT_EQ(folded("Ærø"), "aero");
    EXPECT_EQ(folded("ŽIŽEK Ÿ"), "zizek y");
}

TEST(Text, KnowsUtf8FromOtherBytes)
{
    EXPECT_TRUE(is_utf8("Zoë"));
    EXPECT_FALSE(is_utf8("Zo\xEB"));
    EXPECT_FALSE(is_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
    EXPECT_EQ(utf8_from_windows_1252("Zo\xEB \x93x\x94"), "Zoë “x”");
    EXPECT_EQ(trimmed("\xC2\xA0 a b\t"), "a b");
    EXPECT_EQ(counted(1, "row"), "1 row");
    EXPECT_EQ(counted(2, "person", "people"), "2 people");
}

TEST(Text, ALabelBeginsSmallWithinASentenceAndLargeAtItsHead)
{
    EXPECT_EQ(lower_first("Staff in post"), "staff in post");
    EXPECT_EQ(lower_first("NHS staff"), "NHS staff") << "a word of capitals stays";
    EXPECT_EQ(lower_first(""), "");
    EXPECT_EQ(upper_first("staff in post"), "Staff in post");
    EXPECT_EQ(upper_first("5 staff"), "5 staff");
}

static_assert(!fmt::is_formattable<Personal<struct AnyTag>>::value, "personal values must have no log form");

}  // namespace kith
