#include "app/arguments.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {
const Accepts import_accepts{.options = {"organisation"}, .switches = {"json"}, .least = 1, .most = 2};
}

TEST(Arguments, TakeWordsOptionsAndSwitchesInAnyOrder)
{
    auto arguments = Arguments::read({"a.csv", "--organisation", "NUR01", "--json", "b.csv"}, import_accepts);
    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->words(), (std::vector<std::string>{"a.csv", "b.csv"}));
    EXPECT_EQ(arguments->option("organisation"), "NUR01");
    EXPECT_TRUE(arguments->has("json"));
    EXPECT_EQ(Arguments::read({"--organisation=X Y", "--", "--json"}, import_accepts)->words().front(), "--json");
}

TEST(Arguments, RefuseWhatTheVerbDoesNotTakeAndSayWhich)
{
    EXPECT_EQ(Arguments::read({"a", "--jsn"}, import_accepts).error().message, "--jsn is not an option here");
    EXPECT_EQ(Arguments::read({"a", "--organisation"}, import_accepts).error().message, "--organisation needs a value after it");
    EXPECT_EQ(Arguments::read({"a", "b", "c"}, import_accepts).error().message, "\"c\" is one word too many");
    EXPECT_EQ(Arguments::read({"a", "--json=1"}, import_accepts).error().message, "--json is not an option here");
    EXPECT_FALSE(Arguments::read({}, import_accepts));
}

TEST(Arguments, ReadWholeNumbersWithinTheirBounds)
{
    const Accepts accepts{.options = {"runs"}};
    const auto number = [&](std::vector<std::string> words) { return Arguments::read(words, accepts)->number("runs", 200, 1'000); };
    EXPECT_EQ(number({}).value(), 200);
    EXPECT_EQ(number({"--runs", "7"}).value(), 7);
    for (const auto* wrong : {"0", "-1", "1001", "x", "7x", "1.5", "99999999999999999999"}) EXPECT_EQ(number({"--runs", wrong}).error().message, "--runs takes a whole number from 1 to 1000") << wrong;
}

}  // namespace kith::app
