#include "questionnaire/routing.hpp"

#include "questionnaire/test_instrument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::questionnaire {
namespace {
using testing::ElementsAre;

std::vector<std::string> keys(const Respondent& respondent, const Answers& answers, const std::string& text = small_pack)
{
    auto instrument = instrument_of(text);
    std::vector<std::string> found;
    for (const auto* item : asked(instrument, respondent, answers)) found.push_back(item->key);
    return found;
}

const Answers met{{"meets", {Chosen{{"yes"}}}}, {"with", {Chosen{{"police"}}}}, {"often", {Amount{2'000}}}};
}  // namespace

TEST(Routing, AsksEachViewpointItsOwnItems)
{
    EXPECT_THAT(keys({"child", false}, {}), ElementsAre("aims", "meets", "more"));
    EXPECT_THAT(keys({"team", false}, {}), ElementsAre("aims", "meets", "areas", "more"));
    EXPECT_THAT(keys({"team", true}, {}), ElementsAre("aims", "meets", "areas", "room", "more"));
    EXPECT_THAT(keys({"nobody", true}, {}), ElementsAre("aims", "meets"));
}

TEST(Routing, FollowsTheAnswers)
{
    EXPECT_THAT(keys({"team", true}, met), ElementsAre("aims", "meets", "with", "areas", "often", "since", "room", "more"));
    EXPECT_THAT(keys({"team", false}, met), ElementsAre("aims", "meets", "with", "areas", "more"));
}

TEST(Routing, AnswersThatAreNoLongerAskedForCountForNothing)
{
    auto changed = met;
    changed["meets"] = {Chosen{{"no"}}};
    EXPECT_THAT(keys({"team", true}, changed), ElementsAre("aims", "meets", "areas", "room", "more"));
    auto instrument = instrument_of(small_pack);
    EXPECT_EQ(counting(instrument, {"team", true}, changed).size(), 1U);
    EXPECT_EQ(counting(instrument, {"team", true}, met), met);
}

TEST(Routing, NeverAsksWhatIsRetired)
{
    EXPECT_THAT(keys({"child", false}, {}, small_with("key = \"aims\"", "key = \"aims\"\nretired = true")), ElementsAre("meets", "more"));
}

}  // namespace kith::questionnaire
