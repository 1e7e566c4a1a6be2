// Answers as they are kept, and as a form shows them again.
#include "questionnaire/answer_text.hpp"
#include "questionnaire/answering.hpp"
#include "questionnaire/test_instrument.hpp"

#include <set>

namespace kith::questionnaire {
namespace {

Answers one_of_each()
{
    return {{"aims", {Step{2}}}, {"meets", {Chosen{{"yes"}}}}, {"with", {Chosen{{"health", "schools"}}}},
            {"areas", {Grid{{{"north", Step{3}}, {"south", Unsaid::dont_know}}}}}, {"often", {Amount{2500}}}, {"since", {Date::of(2020, 2, 29).value()}},
            {"room", {std::string{"Hall \"B\"\\"}}}, {"more", {std::string{"שלום\nline"}}}};
}

TEST(AnswerText, ComesBackAsItWas)
{
    const auto instrument = instrument_of(small_pack);
    EXPECT_EQ(answers_of(instrument, text_of(one_of_each())), one_of_each());
    const Answers unsaid{{"aims", {Unsaid::not_applicable}}, {"since", {Unsaid::dont_know}}, {"with", {Unsaid::dont_know}}};
    EXPECT_EQ(answers_of(instrument, text_of(unsaid)), unsaid);
    EXPECT_EQ(text_of(Answers{{"aims", {}}}), R"({"aims":null})") << "shown, and left out";
    EXPECT_EQ(answers_of(instrument, R"({"aims":null})"), (Answers{{"aims", {}}}));
    EXPECT_TRUE(answers_of(instrument, R"({"gone":3})").empty());
    EXPECT_THROW(answers_of(instrument, "["), std::exception);
}

TEST(AnswerText, AFormThatShowsAnAnswerAgainWouldSendTheSame)
{
    const auto instrument = instrument_of(small_pack);
    auto all = one_of_each();
    const Answers unsaid{{"aims", {Unsaid::dont_know}}, {"since", {Unsaid::dont_know}}, {"with", {Unsaid::dont_know}}};
    for (const auto& answers : {all, unsaid})
        for (const auto& [key, answer] : answers) {
            const auto& item = *instrument.item(key);
            EXPECT_EQ(read_answer(instrument, item, sent_of(item, answer)), answer) << key;
        }
}

TEST(AnswerText, SaysAnswersInWords)
{
    const auto instrument = instrument_of(small_pack);
    const auto words = [&](const char* key) { return words_of(instrument, *instrument.item(key), one_of_each().at(key), {.language = "en"}); };
    EXPECT_EQ(words("aims"), "Partly");
    EXPECT_EQ(words("with"), "Health; Schools");
    EXPECT_EQ(words("areas"), "North: Wholly; South: I don't know");
    EXPECT_EQ(words("often"), "2.5");
    EXPECT_EQ(words("since"), "29 February 2020");
}

TEST(MemorableCode, IsFourWordsAndANumberHoweverItIsTyped)
{
    EXPECT_EQ(memorable_code({0, 1, 2, 255, 90}), "acorn-actor-alarm-" + memorable_code({255, 0, 0, 0, 0}).substr(0, memorable_code({255, 0, 0, 0, 0}).find('-')) + "-10");
    std::set<std::string> first;
    for (int byte = 0; byte < 256; ++byte) first.insert(memorable_code({static_cast<std::uint8_t>(byte), 0, 0, 0, 0}));
    EXPECT_EQ(first.size(), 256U);
    EXPECT_EQ(tidied_memorable_code("  Kite Plum--otter,lemon 41 "), "kite-plum-otter-lemon-41");
}

TEST(Countable, NeverMovesFewerThanTheThresholdAndLeavesAsMany)
{
    for (std::int64_t waiting = 0; waiting < 40; ++waiting) {
        const auto moved = countable(waiting, 5);
        if (moved == 0) continue;
        EXPECT_GE(moved, 5);
        EXPECT_GE(waiting - moved, 5);
    }
}

}  // namespace
}  // namespace kith::questionnaire
