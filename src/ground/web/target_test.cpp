#include "web/target.hpp"

#include <gtest/gtest.h>

using namespace kith;

TEST(Target, IsTakenApartIntoDecodedSegmentsAndQuery)
{
    auto target = web::parse_target("/organisations/caf%C3%A9%20bar?sort=name&role=a+b&role=c");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments, (std::vector<std::string>{"organisations", "café bar"}));
    EXPECT_EQ(target->query, (web::Fields{{"sort", "name"}, {"role", "a b"}, {"role", "c"}}));
    EXPECT_EQ(target->path(), "/organisations/caf%C3%A9%20bar");
}

TEST(Target, OfTheRootHasNoSegments)
{
    auto target = web::parse_target("/");
    ASSERT_TRUE(target);
    EXPECT_TRUE(target->segments.empty());
    EXPECT_FALSE(target->trailing_slash);
}

TEST(Target, InAbsoluteFormIsReadAsItsPath)
{
    EXPECT_EQ(web::parse_target("http://kith.example/a/b?x=1")->path(), "/a/b");
    EXPECT_EQ(web::parse_target("HTTPS://kith.example")->path(), "/");
}

TEST(Target, ThatCouldMeanSomethingElseFurtherInIsRefused)
{
    for (auto text : {"", "a", "*", "//", "//evil.example", "/a//b", "/./a", "/a/../b", "/a/%2e%2e/b", "/a%2Fb", "/a%5Cb", "/a\\b", "/%00", "/a%0d%0ab",
                      "/%zz", "/%f", "/%", "/%ff", "/%c0%ae", "/a b", "/a\tb", "/\xc3\xa9", "/?a=%zz", "/?a=%ff", "/?a=%00", "/#x"})
        EXPECT_FALSE(web::parse_target(text)) << text;
}

TEST(Target, WithMoreFieldsThanTheLimitIsRefused)
{
    std::string query = "a=1";
    for (int i = 0; i < 5; ++i) query += "&a=1";
    EXPECT_TRUE(web::parse_urlencoded(query, 6));
    EXPECT_FALSE(web::parse_urlencoded(query, 5));
}

TEST(Target, EncodesWhatItDecodes)
{
    std::string every;
    for (int c = 1; c < 128; ++c) every.push_back(static_cast<char>(c));
    every += "é€😀";
    EXPECT_EQ(web::percent_decoded(web::percent_encoded(every), false), every);
}

TEST(ReturnPath, LeadsIntoThisHouseOnly)
{
    EXPECT_EQ(web::local_path_or("/returns?state=checked", "/"), "/returns?state=checked");
    for (auto text : {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "evil", "", "/a\r\nSet-Cookie: x=1", "/%0d%0aX: y",
                      "/a/../..//evil.example", "\t//evil.example", "/ok/"})
        EXPECT_EQ(web::local_path_or(text, "/home"), "/home") << text;
}
