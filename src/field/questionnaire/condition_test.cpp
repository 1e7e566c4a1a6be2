#include "questionnaire/condition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace kith::questionnaire {
namespace {
using testing::HasSubstr;

Condition parsed(std::string_view text)
{
    auto condition = parse_condition(text);
    EXPECT_TRUE(condition) << text << ": " << (condition ? "" : condition.error().message);
    return condition.value_or(Condition{});
}

std::string refused(std::string_view text)
{
    auto condition = parse_condition(text);
    return condition ? "read as: " + text_of(*condition) : condition.error().message;
}

bool told(std::string_view text, const Answers& answers = {}, const Respondent& respondent = {"team", false})
{
    return holds(parsed(text), respondent, answers);
}

/// Any condition of at most that depth. Nested "and" in "and" included: it must come back as it was.
Condition any_condition(std::mt19937& dice, int depth)
{
    auto upto = [&](int most) { return std::uniform_int_distribution<int>{0, most}(dice); };
    Condition condition;
    condition.kind = static_cast<Condition::Kind>(upto(depth > 0 ? 6 : 3));
    using enum Condition::Kind;
    if (condition.kind == answer || condition.kind == at_least) condition.item = "item_" + std::to_string(upto(9));
    if (condition.kind == at_least) condition.least = upto(20) - 10;
    if (condition.kind == answer || condition.kind == viewpoint)
        for (int i = upto(2); i >= 0; --i) condition.values.push_back(upto(5) == 0 ? "dont_know" : "v" + std::to_string(upto(9)));
    if (condition.kind == all || condition.kind == any)
        for (int i = upto(2) + 1; i >= 0; --i) condition.parts.push_back(any_condition(dice, depth - 1));
    if (condition.kind == negation) condition.parts.push_back(any_condition(dice, depth - 1));
    return condition;
}
}  // namespace

TEST(Condition, IsReadWithTheUsualPrecedence)
{
    EXPECT_EQ(text_of(parsed("leader and a is x or not b is y")), "leader and a is x or not b is y");
    EXPECT_EQ(parsed("leader and a is x or b is y").kind, Condition::Kind::any);
    EXPECT_EQ(parsed("leader and (a is x or b is y)").kind, Condition::Kind::all);
    EXPECT_EQ(text_of(parsed("(leader)  and\n(( a is one of (x ,y) ))")), "leader and a is one of (x, y)");
    EXPECT_EQ(text_of(parsed("not (leader or a is at least -2)")), "not (leader or a is at least -2)");
}

TEST(Condition, SaysAtWhichWordItCannotBeRead)
{
    EXPECT_THAT(refused(""), HasSubstr("at the beginning there must be the key of an item"));
    EXPECT_THAT(refused("leader and"), HasSubstr("after \"and\" there must be the key of an item, \"viewpoint\", \"leader\", \"not\" or a bracket, and it ends"));
    EXPECT_THAT(refused("viewpoint = team"), HasSubstr("after \"viewpoint\" there must be \"is\", and it says \"=\""));
    EXPECT_THAT(refused("a is at least many"), HasSubstr("a whole number, and it says \"many\""));
    EXPECT_THAT(refused("a is at least 99999999999999999999"), HasSubstr("a whole number"));
    EXPECT_THAT(refused("a is one of (x y)"), HasSubstr("there must be \")\", and it says \"y\""));
    EXPECT_THAT(refused("(leader"), HasSubstr("there must be \")\", and it ends"));
    EXPECT_THAT(refused("leader leader"), HasSubstr("\"and\", \"or\" or the end"));
    EXPECT_THAT(refused("A is x"), HasSubstr("the key of an item"));
    EXPECT_THAT(refused("a is is"), HasSubstr("a value"));
    EXPECT_THAT(refused(std::string(100'000, '(')), HasSubstr("fewer brackets"));
    EXPECT_THAT(refused("not a is x" + std::string(200, ')')), HasSubstr("or the end"));
}

TEST(Condition, LooksAtWhoAnswers)
{
    EXPECT_TRUE(told("viewpoint is team"));
    EXPECT_TRUE(told("viewpoint is one of (service, team)"));
    EXPECT_FALSE(told("viewpoint is child or leader"));
    EXPECT_TRUE(told("leader", {}, {"team", true}));
}

TEST(Condition, LooksAtEveryKindOfAnswerAndKeepsTheUnsaidApart)
{
    const Answers answers{{"chose", {Chosen{{"red", "blue"}}}}, {"step", {Step{4}}}, {"number", {Amount{2'500}}}, {"below", {Amount{-500}}},
                          {"unknown", {Unsaid::dont_know}}, {"off", {Unsaid::not_applicable}}, {"text", {std::string{"words"}}},
                          {"grid", {Grid{{{"row", Unsaid::no_answer}}}}}};
    EXPECT_TRUE(told("chose is blue and chose is one of (green, red) and not chose is green", answers));
    EXPECT_TRUE(told("step is 4 and step is at least 4 and not step is at least 5", answers));
    EXPECT_TRUE(told("number is at least 2 and not number is at least 3", answers));
    EXPECT_TRUE(told("not below is at least 0 and below is at least -1", answers));
    EXPECT_TRUE(told("unknown is dont_know and not unknown is answered and not unknown is not_applicable", answers));
    EXPECT_TRUE(told("off is not_applicable and text is answered and not grid is answered", answers));
    EXPECT_FALSE(told("missing is answered or missing is dont_know or missing is at least -9 or text is words", answers));
    EXPECT_TRUE(told("not missing is yes", answers));
}

TEST(Condition, PrintsWhatItReadsBackTheSame)
{
    std::mt19937 dice{20261122};
    for (int i = 0; i < 3'000; ++i) {
        auto condition = any_condition(dice, 4);
        auto text = text_of(condition);
        auto again = parse_condition(text);
        ASSERT_TRUE(again) << text << ": " << again.error().message;
        ASSERT_EQ(*again, condition) << text << "\nbecame " << text_of(*again);
    }
}

TEST(Condition, AnyTextIsReadOrRefusedAndNeverMore)
{
    std::mt19937 dice{7};
    const std::vector<std::string> bits{"(", ")", ",", "and", "or", "not", "is", "one", "of", "at", "least", "leader", "viewpoint", "a", "3", "-1", "=", "\xC3"};
    for (int i = 0; i < 5'000; ++i) {
        std::string text;
        for (int j = std::uniform_int_distribution<int>{0, 12}(dice); j > 0; --j)
            text += bits[std::uniform_int_distribution<std::size_t>{0, bits.size() - 1}(dice)] + " ";
        auto condition = parse_condition(text);
        if (condition) EXPECT_EQ(parse_condition(text_of(*condition)), *condition) << text;
        else EXPECT_FALSE(condition.error().message.empty());
    }
}

}  // namespace kith::questionnaire
