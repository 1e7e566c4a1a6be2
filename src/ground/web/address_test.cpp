#include "web/address.hpp"

#include <gtest/gtest.h>

namespace kith::web {

TEST(Address, AddsReplacesAndTakesOffFilters)
{
    const auto list = Address{"/organisations"}.with("sector", "health").with("sector", "youth").with("page", "2").with("search", "");
    EXPECT_EQ(list.text(), "/organisations?sector=health&sector=youth&page=2");
    EXPECT_EQ(list.without("sector", "health").text(), "/organisations?sector=youth&page=2");
    EXPECT_EQ(list.without("sector").with_only("page", "3").text(), "/organisations?page=3");
    EXPECT_EQ(list.without("sector").without("page").text(), "/organisations");
}

TEST(Address, IsLeftOpenForTheNumberOfAPage)
{
    EXPECT_EQ(Address{"/a"}.with("page", "2").open_for("page"), "/a?page=");
    EXPECT_EQ(Address{"/a"}.with("q", "x").open_for("page"), "/a?q=x&page=");
}

TEST(Address, EncodesWhatItHolds)
{
    EXPECT_EQ(Address{"/a"}.with("q", "two words&more=?").text(), "/a?q=two%20words%26more%3D%3F");
}

}  // namespace kith::web
