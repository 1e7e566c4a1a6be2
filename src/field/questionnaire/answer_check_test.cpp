#include "questionnaire/answer_check.hpp"

#include "questionnaire/test_instrument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace kith::questionnaire {
namespace {
const Instrument& small()
{
    static const auto instrument = instrument_of(small_pack);
    return instrument;
}

Answer given(std::string_view key, const Sent& sent)
{
    auto answer = read_answer(small(), *small().item(key), sent);
    EXPECT_TRUE(answer) << key << ": " << (answer ? "" : answer.error().message);
    return answer.value_or(Answer{});
}

std::string refused(std::string_view key, const Sent& sent)
{
    auto answer = read_answer(small(), *small().item(key), sent);
    return answer ? "taken" : answer.error().field + ": " + answer.error().message;
}
}  // namespace

TEST(Answer, OfAScaleKeepsDontKnowNotApplicableAndNothingApart)
{
    EXPECT_EQ(given("aims", {{"aims", "3"}}).value, Answer{Step{3}}.value);
    EXPECT_TRUE(given("aims", {{"aims", "dont_know"}}).is(Unsaid::dont_know));
    EXPECT_TRUE(given("aims", {{"aims", "not_applicable"}}).is(Unsaid::not_applicable));
    EXPECT_TRUE(given("aims", {}).is(Unsaid::no_answer));
    EXPECT_TRUE(given("aims", {{"aims", ""}, {"other", "3"}}).is(Unsaid::no_answer));
    EXPECT_FALSE(given("aims", {{"aims", "dont_know"}}).has_value());
    EXPECT_EQ(refused("aims", {{"aims", "4"}}), "aims: Choose one of the answers that are offered");
    EXPECT_EQ(refused("aims", {{"aims", "03"}}), "aims: Choose one of the answers that are offered");
    EXPECT_EQ(refused("aims", {{"aims", "1"}, {"aims", "2"}}), "aims: Choose one answer only");
}

TEST(Answer, OfAChoiceIsHeldToItsOptions)
{
    EXPECT_EQ(given("meets", {{"meets", "yes"}}), (Answer{Chosen{{"yes"}}}));
    EXPECT_EQ(refused("meets", {{"meets", "maybe"}}), "meets: Choose one of the answers that are offered");
    EXPECT_EQ(refused("meets", {{"meets", "dont_know"}}), "meets: Choose one of the answers that are offered");
    EXPECT_EQ(refused("meets", {{"meets", "yes"}, {"meets", "no"}}), "meets: Choose one answer only");
    EXPECT_EQ(refused("meets", {}), "meets: Answer this question");
    EXPECT_EQ(given("with", {{"with", "police"}, {"with", "health"}}), (Answer{Chosen{{"health", "police"}}}));
    EXPECT_EQ(refused("with", {{"with", "police"}, {"with", "health"}, {"with", "schools"}}), "with: Choose up to 2");
    EXPECT_EQ(refused("with", {{"with", "police"}, {"with", "dont_know"}}),
              "with: Choose either the answers that fit, or that you do not know or it does not apply");
    EXPECT_TRUE(given("with", {{"with", "dont_know"}}).is(Unsaid::dont_know));
    EXPECT_TRUE(given("with", {}).is(Unsaid::no_answer));
    EXPECT_EQ(refused("with", {{"with", "police"}, {"with", "army"}}), "with: Choose one of the answers that are offered");
}

TEST(Answer, OfAMatrixIsARowByRow)
{
    EXPECT_EQ(given("areas", {{"areas.north", "2"}, {"areas.south", "dont_know"}}), (Answer{Grid{{{"north", Step{2}}, {"south", Unsaid::dont_know}}}}));
    auto half = given("areas", {{"areas.north", "2"}});
    EXPECT_EQ(std::get<Grid>(half.value).rows.at("south"), Cell{Unsaid::no_answer});
    EXPECT_TRUE(half.has_value());
    EXPECT_TRUE(given("areas", {}).is(Unsaid::no_answer));
    EXPECT_EQ(refused("areas", {{"areas.south", "9"}}), "areas.south: Choose one of the answers that are offered");
    auto strict = instrument_of(small_with("rows = [", "required = true\nrows = ["));
    auto answer = read_answer(strict, *strict.item("areas"), {{"areas.north", "2"}});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().field, "areas.south");
}

TEST(Answer, OfANumberIsHeldToItsLimits)
{
    EXPECT_EQ(given("often", {{"often", " 12 "}}), (Answer{Amount{12'000}}));
    EXPECT_EQ(given("often", {{"often", "0.5"}}), (Answer{Amount{500}}));
    EXPECT_EQ(refused("often", {{"often", "0.55"}}), "often: Enter a number, such as 2.5, with no more decimal places than 1: from 0 to 100");
    EXPECT_EQ(refused("often", {{"often", "100.1"}}), "often: Enter a number: from 0 to 100");
    EXPECT_EQ(refused("often", {{"often", "-1"}}), "often: Enter a number: from 0 to 100");
    for (const auto* text : {"twelve", "1e3", ".", "-", "1.", ".5", "--1", "1 2", "9999999999999", "0x10", "٣", "1,5", "1,00", ",100", "0,0", "1.5,000"})
        EXPECT_NE(refused("often", {{"often", text}}), "taken") << text;
    EXPECT_EQ(refused("often", {{"often", std::string(1'000'000, '9')}}).substr(0, 13), "often: Enter ");
    EXPECT_EQ(text_of(Amount{-2'050}), "-2.05");
    auto wide = instrument_of(small_with("at_least = 0\nat_most = 100\ndecimals = 1\n", ""));
    EXPECT_EQ(read_answer(wide, *wide.item("often"), {{"often", "-1,234,567"}}), (Answer{Amount{-1'234'567'000}}));
    EXPECT_EQ(read_answer(wide, *wide.item("often"), {{"often", "1.5"}}).error().message, "Enter a whole number");
    EXPECT_FALSE(read_answer(wide, *wide.item("often"), {{"often", "1234,567"}}));
}

TEST(Answer, OfADateIsARealDayWithinItsLimits)
{
    auto on = [](std::string day, std::string month, std::string year) { return Sent{{"since-day", day}, {"since-month", month}, {"since-year", year}}; };
    EXPECT_EQ(given("since", on("29", "2", "2024")), (Answer{*Date::of(2024, 2, 29)}));
    EXPECT_EQ(refused("since", on("29", "2", "2023")), "since-day: Enter a real date with day, month and year, such as 27 3 2026");
    EXPECT_EQ(refused("since", on("1", "", "2023")), "since-day: Enter a real date with day, month and year, such as 27 3 2026");
    EXPECT_EQ(refused("since", on("31", "12", "1999")), "since-day: Enter a date: from 1 January 2000 to 31 December 2026");
    EXPECT_TRUE(given("since", on("", "", "")).is(Unsaid::no_answer));
    EXPECT_TRUE(given("since", {{"since-unsaid", "dont_know"}}).is(Unsaid::dont_know));
    EXPECT_EQ(refused("since", {{"since-unsaid", "not_applicable"}}), "since-unsaid: Choose one of the answers that are offered");
    auto both = on("1", "1", "2020");
    both.emplace_back("since-unsaid", "dont_know");
    EXPECT_EQ(refused("since", both), "since-day: Give an answer, or say that there is none; not both");
}

TEST(Answer, OfATextIsHeldToItsLengthAndToLetters)
{
    EXPECT_EQ(given("more", {{"more", "  One\r\ntwo\rthree  "}}), (Answer{std::string{"One\ntwo\nthree"}}));
    EXPECT_EQ(given("room", {{"room", "Łódź – 日本"}}), (Answer{std::string{"Łódź – 日本"}}));
    EXPECT_EQ(given("more", {{"more", "\u200Fنادية\u200F"}}).has_value(), true);
    EXPECT_EQ(refused("room", {{"room", "12345678901"}}), "room: Your answer has 11 characters; it can have 10 at most");
    EXPECT_EQ(refused("more", {{"more", std::string(1'000'000, 'x')}}), "more: Your answer has 1,000,000 characters; it can have 2,000 at most");
    EXPECT_EQ(refused("room", {{"room", "a\nb"}}), "room: Type the answer anew, in one line");
    EXPECT_EQ(refused("more", {{"more", std::string("a\0b", 3)}}), "more: Type the answer anew: it has signs that are no letters");
    EXPECT_EQ(refused("more", {{"more", "a\x1B[31m"}}), "more: Type the answer anew: it has signs that are no letters");
    EXPECT_EQ(refused("more", {{"more", "a\u0085"}}), "more: Type the answer anew: it has signs that are no letters");
    EXPECT_EQ(refused("more", {{"more", "a\xFF"}}), "more: Type the answer anew: it has signs that cannot be read");
    EXPECT_TRUE(given("more", {{"more", " \r\n "}}).is(Unsaid::no_answer));
}

TEST(Answer, AnyBytesAreTakenOrRefusedForEveryKind)
{
    std::mt19937 dice{11};
    std::uniform_int_distribution<int> byte{0, 255}, length{0, 40};
    for (int i = 0; i < 2'000; ++i) {
        std::string bytes;
        for (int j = length(dice); j > 0; --j) bytes += static_cast<char>(byte(dice));
        for (const auto& item : small().items)
            for (const auto& field : {item.key, item.key + "-day", item.key + "-unsaid", item.key + ".north"}) {
                auto answer = read_answer(small(), item, {{field, bytes}});
                if (!answer && bytes.size() > 8) {
                    EXPECT_EQ(answer.error().message.find(bytes), std::string::npos);
                }
            }
    }
}

TEST(Answer, IsRefusedInTheLanguageOfWhoeverGaveIt)
{
    const auto instrument = instrument_of(small_with("[[viewpoint]]", "[phrases]\nchoose_up_to = { ur = \"{most} TAK\" }\nday = { ur = \"TARIKH\" }\nfrom_to = { ur = \"{least} SE {most}\" }\n\n[[viewpoint]]"));
    const auto refused = [&](std::string_view key, const Sent& sent) { return read_answer(instrument, *instrument.item(key), sent, {.language = "ur"}).error().message; };
    EXPECT_EQ(refused("with", {{"with", "police"}, {"with", "health"}, {"with", "schools"}}), "2 TAK");
    EXPECT_EQ(refused("since", {{"since-day", "31"}, {"since-month", "12"}, {"since-year", "1999"}}), "TARIKH: 01/01/2000 SE 31/12/2026");
    EXPECT_EQ(refused("meets", {}), "Answer this question") << "what it has no words for is said in English";
}

}  // namespace kith::questionnaire
