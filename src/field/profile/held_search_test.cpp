// What a word may mean, and who holds it.
#include "profile/held_search.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class HeldSearch : public testing::Test {
protected:
    FoundThings find(std::string_view word) { return find_things(word, packs_, packs::Era::now); }
    std::vector<std::string> codes(std::string_view word)
    {
        std::vector<std::string> codes;
        for (const auto& thing : find(word).things) codes.push_back(thing.code->code);
        return codes;
    }
    packs::Packs packs_ = packs::built_in();
};

TEST_F(HeldSearch, FindsALanguageAndWhatElseTheWordMayMean)
{
    EXPECT_THAT(codes("Makaton"), ElementsAre("makaton"));
    const auto found = find("serbo croatian");
    EXPECT_GE(found.things.size(), 4U);
    EXPECT_EQ(found.why, find("Serbo-Croatian").why);
    EXPECT_TRUE(found.why.starts_with("Serbo-Croatian may mean Serbian, Croatian"));
    EXPECT_NE(things_in_words(found.things, packs::Era::now).find("Serbian (language), Croatian (language)"), std::string::npos);
}

TEST_F(HeldSearch, FindsSkillsQualificationsAndStatusesByAnyOfTheirNames)
{
    EXPECT_THAT(codes("AUTISM"), ElementsAre("autism"));
    EXPECT_THAT(codes("Triple P"), ElementsAre("parenting"));
    EXPECT_THAT(codes("triple-p"), ElementsAre("parenting"));
    EXPECT_THAT(codes("lead professional"), ElementsAre("lead_practice")) << "as it was called in 2009";
    EXPECT_THAT(codes("NNEB"), ElementsAre("early_years_educator"));
    EXPECT_THAT(codes("amhp"), ElementsAre("approved_mental_health", "approved_mental_health")) << "a qualification and a status";
}

TEST_F(HeldSearch, FindsByPartsOfANameOnlyWhereNothingIsCalledSo)
{
    EXPECT_THAT(codes("trauma"), ElementsAre("attachment"));
    EXPECT_THAT(codes("drug use"), ElementsAre("substance_misuse"));
    EXPECT_THAT(codes("rauma"), IsEmpty()) << "a part begins a word";
    EXPECT_THAT(codes("autism"), ElementsAre("autism")) << "no qualification with autism in its name beside it";
}

TEST_F(HeldSearch, NamesTheNearestWhereNothingIsCalledSo)
{
    EXPECT_THAT(find("autisim").nearest, ElementsAre("Autism"));
    EXPECT_THAT(find("Makatton").nearest, Contains("Makaton"));
    EXPECT_THAT(find("serbocroatan").nearest, Contains("Serbo-Croatian"));
    EXPECT_THAT(find("Polish").nearest, IsEmpty()) << "it is found";
    EXPECT_THAT(find("xqzzyvw").nearest, IsEmpty());
    EXPECT_THAT(find("xqzzyvw").things, IsEmpty());
}

TEST_F(HeldSearch, TakesNothingForAWord)
{
    for (const auto* word : {"", "  ", "-", "(", "%"}) EXPECT_THAT(find(word).things, IsEmpty()) << word;
    EXPECT_THAT(codes("other"), testing::Not(Contains("other"))) << "nobody looks for what is not in the list";
}

}  // namespace
}  // namespace kith::profile
