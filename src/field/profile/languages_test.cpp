#include "base/text.hpp"
#include "profile/languages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const packs::Packs& all_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

std::vector<std::string> codes(std::string_view word)
{
    std::vector<std::string> found;
    for (const auto* language : find_languages(word, all_packs()).languages) found.push_back(language->code);
    return found;
}
}  // namespace

TEST(Languages, OfAMacrolanguageAreAllFound)
{
    EXPECT_THAT(codes("Serbo-Croatian"), UnorderedElementsAre("serbo_croatian", "serbian", "croatian", "bosnian", "montenegrin"));
    EXPECT_THAT(codes("Chinese"), testing::IsSupersetOf({"mandarin", "cantonese", "hakka", "hokkien", "chinese"}));
    EXPECT_THAT(codes("Kurdish"), UnorderedElementsAre("kurdish", "kurmanji", "sorani"));
    EXPECT_THAT(codes("Persian"), ElementsAre("persian", "dari", "tajik"));
    EXPECT_THAT(codes("Farsi"), ElementsAre("persian", "dari", "tajik"));
    EXPECT_THAT(codes("Akan"), ElementsAre("akan", "twi", "fante"));
    EXPECT_THAT(codes("Punjabi"), ElementsAre("punjabi", "punjabi_gurmukhi", "punjabi_shahmukhi", "pahari"));
    EXPECT_THAT(codes("Twi"), ElementsAre("twi", "akan"));
}

TEST(Languages, OfOneNameAreFoundAlone)
{
    EXPECT_THAT(codes("Dari"), ElementsAre("dari"));
    EXPECT_THAT(codes("Sorani"), ElementsAre("sorani"));
    EXPECT_THAT(codes("Bosnian"), ElementsAre("bosnian"));
    EXPECT_THAT(codes("Gurmukhi"), ElementsAre("punjabi_gurmukhi"));
    EXPECT_THAT(codes("Putonghua"), ElementsAre("mandarin"));
    EXPECT_THAT(codes("BSL"), ElementsAre("bsl"));
    EXPECT_THAT(codes("Klingon"), IsEmpty());
    EXPECT_THAT(codes(""), IsEmpty());
    EXPECT_THAT(codes(" - "), IsEmpty());
}

TEST(Languages, AreSpelledLoosely)
{
    for (auto word : {"serbo croatian", "SERBOCROATIAN", " Serbo‐Croatian", "Sérbo-Croatian", "serbo_croatian", "Serbo-Croat", "Serbo-Croatian language"})
        EXPECT_EQ(codes(word).size(), 5U) << word;
    EXPECT_THAT(codes("Panjabi"), testing::SizeIs(4));
    EXPECT_THAT(codes("tagalog"), ElementsAre("tagalog"));
    EXPECT_THAT(codes("Sign language"), ElementsAre("bsl", "makaton", "deafblind_manual"));
}

TEST(Languages, AreSaidInWords)
{
    EXPECT_EQ(find_languages("serbo-croat", all_packs()).in_words(), "Serbo-Croatian may mean Serbian, Croatian, Bosnian or Montenegrin");
    EXPECT_EQ(find_languages("Polish", all_packs()).in_words(), "");
}

TEST(Languages, OfEveryGroupAreInTheListAndEveryNameFindsItself)
{
    for (const auto& group : all_packs().list("language_groups").codes())
        for (auto code : split(group.attribute("languages"), ' ')) EXPECT_NE(all_packs().list("languages").find(code), nullptr) << group.code << " " << code;
    for (const auto& language : all_packs().list("languages").codes()) {
        EXPECT_THAT(codes(language.code), testing::Contains(language.code));
        EXPECT_THAT(codes(language.label), testing::Contains(language.code));
        for (const auto& name : language.also) EXPECT_THAT(codes(name), testing::Contains(language.code)) << name;
    }
}

}  // namespace kith::profile
