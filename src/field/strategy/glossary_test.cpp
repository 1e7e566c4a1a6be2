#include "strategy/glossary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

using testing::ElementsAre;

TEST(Glossary, FindsAbbreviationsAndNoCodes)
{
    EXPECT_THAT(abbreviations_in({"Two CAFs and an NHS trust. T1.A2 is not one, nor is I, nor McKay; the CAF again. Städte, PVI/VCS", "eCAF"}), ElementsAre("CAF", "NHS", "PVI", "VCS"));
    EXPECT_THAT(abbreviations_in({}), ElementsAre());
}

TEST(Glossary, SaysWhichNobodyExplains)
{
    EXPECT_THAT(unexplained({"A common assessment framework (CAF)", "CAFs at the NHS", "The SENCO asks", "early years professionals (EYPs), each EYP"}, {{"NHS", "National Health Service"}}), ElementsAre("SENCO"));
    EXPECT_THAT(unexplained({"(CAF)"}, {}), ElementsAre("CAF")) << "brackets without words before them explain nothing";
}

TEST(Glossary, ReadsThePageAndNotItsTags)
{
    EXPECT_THAT(abbreviations_in({text_of_markup("<p class=\"NHS\">Two <b>CAF</b>s<br>PVI</p><a href=\"/x?A=TAC\">on</a>")}), ElementsAre("CAF", "PVI"));
    EXPECT_EQ(text_of_markup("a<b>c"), "a c");
}

TEST(OwnTerm, IsExplainedOnce)
{
    const OwnTerm one{.id = OwnTermId{1}, .term = "TAC", .words = "Team around the child"};
    EXPECT_EQ(problems_of({.term = "tac", .words = "Something else"}, {one}).size(), 1U);
    EXPECT_EQ(problems_of({.term = "", .words = ""}, {one}).size(), 2U);
    EXPECT_TRUE(problems_of(one, {one}).empty());
}

}  // namespace
}  // namespace kith::strategy
