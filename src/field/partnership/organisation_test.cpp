#include "partnership/organisation.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {

namespace {

Organisation a_nursery()
{
    return {.code = "little-acorns", .name = "Little Acorns", .sector = "early_years", .kind = "nursery", .ownership = Ownership::pvi};
}

Setting a_setting()
{
    return {.code = "main", .name = "Main site", .kind = "nursery", .postcode = "sy12ab"};
}

}  // namespace

TEST(Organisation, IsTakenWithItsSpacesTidied)
{
    auto nursery = a_nursery();
    nursery.name = "  Little Acorns ";
    nursery.code = " little-acorns ";
    EXPECT_EQ(checked(nursery), a_nursery());
}

TEST(Organisation, SaysWhichFieldStandsInTheWay)
{
    auto without = [](auto change) {
        auto organisation = a_nursery();
        change(organisation);
        auto result = checked(organisation);
        return result ? std::string{"nothing"} : result.error().field;
    };
    EXPECT_EQ(without([](auto& o) { o.code = "Subsidiary 2"; }), "nothing");  // codes are the partners' own
    EXPECT_EQ(without([](auto& o) { o.name = " "; }), "name");
    EXPECT_EQ(without([](auto& o) { o.code = ""; }), "code");
    EXPECT_EQ(without([](auto& o) { o.code = "two\tcells"; }), "code");
    EXPECT_EQ(without([](auto& o) { o.code = std::string(51, 'a'); }), "code");
    EXPECT_EQ(without([](auto& o) { o.sector = ""; }), "sector");
    EXPECT_EQ(without([](auto& o) { o.kind = ""; }), "kind");
    EXPECT_EQ(without([](auto& o) { o.expected_headcount = -1; }), "expected_headcount");
    EXPECT_EQ(without([](auto& o) { o.opened_on = Date::from_days(10); o.closed_on = Date::from_days(9); }), "closed_on");
}

TEST(Organisation, IsOpenFromItsFirstDayToItsLast)
{
    auto nursery = a_nursery();
    nursery.opened_on = Date::from_days(10);
    nursery.closed_on = Date::from_days(20);
    EXPECT_FALSE(nursery.is_open(Date::from_days(9)));
    EXPECT_TRUE(nursery.is_open(Date::from_days(10)));
    EXPECT_TRUE(nursery.is_open(Date::from_days(20)));
    EXPECT_FALSE(nursery.is_open(Date::from_days(21)));
}

TEST(Setting, HasItsPostcodeWrittenOneWayOrRefused)
{
    EXPECT_EQ(checked(a_setting())->postcode, "SY1 2AB");
    auto nowhere = a_setting();
    nowhere.postcode = "SY1";
    EXPECT_EQ(checked(nowhere).error().field, "postcode");
    nowhere.postcode = "";
    EXPECT_TRUE(checked(nowhere));
}

TEST(Ownership, IsReadFromFilesInEitherCase)
{
    EXPECT_EQ(parse_ownership(" PVI "), Ownership::pvi);
    EXPECT_EQ(parse_ownership("Public"), Ownership::public_sector);
    EXPECT_FALSE(parse_ownership("crown"));
    EXPECT_EQ(parse_ownership(code_of(Ownership::pvi)), Ownership::pvi);
}

}  // namespace kith::partnership
