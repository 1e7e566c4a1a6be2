#include "questionnaire/instrument.hpp"

#include "questionnaire/test_instrument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::questionnaire {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;

/// What version 2 breaks that has `to` in the place of `from`.
std::vector<std::string> breaks(const std::string& from, const std::string& to)
{
    auto later = instrument_of(small_with(from, to));
    later.version = 2;
    return later.breaks_with(instrument_of(small_pack));
}
}  // namespace

TEST(Compatibility, WordsOrderLimitsAndNewThingsMayChange)
{
    EXPECT_THAT(breaks("We have the same aims.", "Our aims are the same."), ElementsAre());
    EXPECT_THAT(breaks("text = \"Wholly\"", "text = \"In full\""), ElementsAre());
    EXPECT_THAT(breaks("{ code = \"no\", text = \"No\" }", "{ code = \"never\", text = \"Never\" }, { code = \"no\", text = \"No\" }"), ElementsAre());
    EXPECT_THAT(breaks("longest = 10", "longest = 50"), ElementsAre());
    EXPECT_THAT(breaks("key = \"room\"", "key = \"room\"\nretired = true"), ElementsAre());
    EXPECT_THAT(breaks("[[section.item]]\nkey = \"room\"", "[[section.item]]\nkey = \"hall\"\nkind = \"short_text\"\ntext = \"Hall?\"\n[[section.item]]\nkey = \"room\""), ElementsAre());
    auto later = instrument_of(small_pack);
    later.version = 2;
    EXPECT_TRUE(later.is_compatible_with(instrument_of(small_pack)));
}

TEST(Compatibility, KeysKindsAndValuesMayNot)
{
    EXPECT_THAT(breaks("key = \"room\"", "key = \"place\""), ElementsAre("item \"room\" is gone; keep it, with retired = true"));
    EXPECT_THAT(breaks("kind = \"short_text\"", "kind = \"long_text\""), ElementsAre(HasSubstr("item \"room\" was of the kind short_text and is now long_text")));
    EXPECT_THAT(breaks("value = 3", "value = 5"), ElementsAre(HasSubstr("item \"aims\" is answered on steps"), HasSubstr("item \"areas\" is answered on steps")));
    EXPECT_THAT(breaks("[[scale.step]]\nvalue = 3", "[[scale.step]]\nvalue = 3\ntext = \"Nearly\"\n[[scale.step]]\nvalue = 4").size(), 2U);
    EXPECT_THAT(breaks("code = \"no\"", "code = \"never\""), ElementsAre("item \"meets\" had \"no\", which is gone; what was answered must keep its meaning"));
    EXPECT_THAT(breaks("code = \"south\"", "code = \"east\""), ElementsAre(HasSubstr("item \"areas\" had \"south\"")));
}

TEST(Compatibility, IsOfOneInstrumentAndALaterVersion)
{
    auto same = instrument_of(small_pack);
    EXPECT_THAT(same.breaks_with(same), ElementsAre("its version is 1, and 1 is published already"));
    auto other = same;
    other.id = "other";
    other.version = 2;
    EXPECT_THAT(other.breaks_with(same), ElementsAre("it is another instrument: \"other\" and not \"small\""));
    auto retired = same;
    retired.items.front().retired = true;
    auto again = same;
    again.version = 2;
    EXPECT_THAT(again.breaks_with(retired), ElementsAre(HasSubstr("was retired and is asked again")));
    again.themes.clear();
    again.items.front().theme.clear();
    again.viewpoints.pop_back();
    EXPECT_EQ(again.breaks_with(same).size(), 3U);
}

}  // namespace kith::questionnaire
