#include "questionnaire/instrument_reader.hpp"

#include "base/text.hpp"
#include "questionnaire/instruments.hpp"
#include "questionnaire/phrases.hpp"
#include "questionnaire/test_instrument.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <random>
#include <sstream>

namespace kith::questionnaire {
namespace {
using testing::Contains;
using testing::HasSubstr;

std::vector<packs::PackProblem> faults_of(const std::string& text)
{
    auto instrument = read_instrument({"small.toml", text});
    return instrument ? std::vector<packs::PackProblem>{} : instrument.error();
}

int line_with(const std::string& text, const std::string& words)
{
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, text.find(words)), '\n'));
}

/// Puts `to` in the place of `from` and expects one fault more than none: at the line where `at` stands, in those words.
void expect_fault(const std::string& from, const std::string& to, const std::string& at, const std::string& words)
{
    auto text = small_with(from, to);
    EXPECT_THAT(faults_of(text), Contains(testing::AllOf(testing::Field(&packs::PackProblem::file, "small.toml"),
                                                        testing::Field(&packs::PackProblem::line, line_with(text, at)),
                                                        testing::Field(&packs::PackProblem::message, HasSubstr(words)))))
        << to << ", at line " << line_with(text, at);
}
}  // namespace

TEST(InstrumentReader, ReadsEverythingOfASmallInstrument)
{
    auto instrument = instrument_of(small_pack);
    EXPECT_EQ(instrument.items.size(), 8U);
    EXPECT_EQ(instrument.viewpoint("child")->children, true);
    EXPECT_EQ(instrument.item("with")->bounds.most, 2U);
    EXPECT_EQ(text_of(*instrument.item("often")->show_if), "with is one of (health, police) and leader");
    EXPECT_EQ(instrument.item("often")->viewpoints, std::vector<std::string>{"team"});
    EXPECT_EQ(instrument.item("more")->viewpoints.size(), 2U);
    EXPECT_EQ(instrument.item("more")->bounds.longest, 2'000U);
    EXPECT_EQ(instrument.children->consent_under, 13);
    EXPECT_TRUE(instrument.is_framework());
    EXPECT_EQ(instrument.answered_by, (std::vector{AnsweredBy::self, AnsweredBy::group}));
    EXPECT_EQ(instrument.viewpoint("team")->answered_by, instrument.answered_by);
    EXPECT_EQ(instrument_of(small_with("children = true", "children = true\nanswered_by = [\"interviewer\"]")).viewpoint("child")->answered_by,
              std::vector{AnsweredBy::interviewer});
    EXPECT_EQ(instrument.resources.front().levels, (std::vector{1, 2}));
    EXPECT_EQ(instrument.languages[1].direction, Direction::right_to_left);
}

TEST(InstrumentReader, HoldsPhrasesToKithsOwn)
{
    const auto with = [](const std::string& lines) { return std::string{"[phrases]\n"} + lines + "\n\n[[viewpoint]]"; };
    expect_fault("[[viewpoint]]", with("bye = { ur = \"...\" }"), "bye =", "is no phrase of Kith's");
    expect_fault("[[viewpoint]]", with("part = { ur = \"{number}\" }"), "part =", "the same names in braces as in English: \"Part {number} of {of}\"");
    expect_fault("[[viewpoint]]", with("send = { pl = \"...\" }"), "send =", "which is no language of this instrument");
    const auto instrument = instrument_of(small_with("[[viewpoint]]", with("send = { ur = \"BHEJO\" }")));
    EXPECT_EQ(said_phrase(instrument, "send", {.language = "ur"}).words, "BHEJO");
    EXPECT_EQ(said_phrase(instrument, "send", {.language = "en"}).words, "Send my answers");
    EXPECT_EQ(said_phrase(instrument, "part", {.language = "ur"}, {{"number", "1"}, {"of", "2"}}).language, "en");
    EXPECT_EQ(phrases_without(instrument, instrument.languages[1]).size(), phrases().size() - 1);
    EXPECT_TRUE(phrases_without(instrument, instrument.languages[0]).empty());
}

TEST(InstrumentFormat, NamesEveryPhraseOfKiths)
{
    std::ifstream in{std::string{KITH_SOURCE_DIR} + "/docs/instruments.md"};
    const std::string page{std::istreambuf_iterator<char>{in}, {}};
    for (const auto& phrase : phrases()) EXPECT_THAT(page, HasSubstr("| `" + std::string{phrase.id} + "` | " + std::string{phrase.english} + " |")) << phrase.id;
}

TEST(InstrumentReader, GivesEachReaderTheirWordsOrTheNearestThereAre)
{
    auto instrument = instrument_of(small_pack);
    const auto& words = instrument.item("aims")->words;
    EXPECT_EQ(instrument.say(words, {"en", false}), "We have the same aims.");
    EXPECT_EQ(instrument.say(words, {"en", true}), "We want the same.");
    EXPECT_EQ(instrument.say(words, {"ur", true}), "...");
    EXPECT_EQ(instrument.say(words, {"fr", false}), "");
    auto fell_back = said(instrument.item("meets")->words, {"ur", true}, instrument.languages);
    ASSERT_NE(fell_back.language, nullptr);
    EXPECT_EQ(fell_back.words, "Do you meet?");
    EXPECT_EQ(fell_back.language->code, "en");
}

TEST(InstrumentReader, TellsFaultsOfTheHead)
{
    EXPECT_THAT(faults_of("kind = "), Contains(testing::Field(&packs::PackProblem::message, HasSubstr("this is not TOML"))));
    expect_fault("kind = \"instrument\"", "kind = \"poem\"", "poem", "must be \"instrument\"");
    expect_fault("id = \"small\"", "id = \"Small One\"", "Small One", "a name of small letters");
    expect_fault("version = 1\n", "", "kind", "\"version\" is missing");
    expect_fault("version = 1", "version = \"1\"", "version", "a whole number from 1 to 9999");
    expect_fault("dated = 2026-11-01", "dated = \"today\"", "dated", "must be a day");
    expect_fault("source = \"a test\"\n", "", "kind", "\"source\" is missing from the instrument");
    expect_fault("threshold = 5", "threshold = 1", "threshold", "from 3 to 100");
    expect_fault("\"self\"", "\"owl\"", "owl", "must be one of \"self\"");
    expect_fault("threshold", "treshold", "treshold", "\"treshold\" is not a key of the instrument; did you mean \"threshold\"?");
    expect_fault("threshold = 5", "smallest = 5", "smallest", "\"smallest\" is not a key of the instrument; the keys are answered_by, children");
    expect_fault("name = \"Urdu\"", "name = 7", "name = 7", "must be text");
    expect_fault("direction = \"right_to_left\"", "direction = \"up\"", "[[language]]\ncode = \"ur\"", "must be one of \"left_to_right\"");
    expect_fault("fallback = \"en\"", "fallback = \"cy\"", "kind", "falls back to \"cy\", which is no language here");
    expect_fault("fallback = \"en\"", "fallback = \"ur\"", "kind", "falls back to itself");
    expect_fault("code = \"ur\"", "code = \"en\"", "[[language]]\ncode = \"en\"\nname = \"Urdu\"", "there twice");
    expect_fault("code = \"ur\"", "code = \"en-easy\"", "[[language]]\ncode = \"en-easy\"", "its code in small letters");
}

TEST(InstrumentReader, TellsWhereWordsAreMissing)
{
    expect_fault("fallback = \"en\"\n", "", "text = \"Do you meet?\"", "has no words in \"ur\"; write them, or give the language a fallback");
    expect_fault("ur = \"...\"", "cy = \"...\"", "cy = ", "has words in \"cy\", which is no language of this instrument");
    expect_fault("text = \"Do you meet?\"", "text = \" \"", "text = \" \"", "must be text in quotation marks");
    expect_fault("text = \"Do you meet?\"\n", "", "[[section.item]]\nkey = \"meets\"", "\"text\" is missing from the item \"meets\"");
    expect_fault("text = \"Do you meet?\"", "text = \"" + std::string(5'000, 'x') + "\"", "text = \"xxx", "say less");
    expect_fault("midpoint = \"Half of it is there.\"\n", "", "[[scale]]", "\"midpoint\" is missing from a scale");
}

TEST(InstrumentReader, TellsFaultsOfScalesAndItems)
{
    expect_fault("value = 3", "value = 2", "[[scale.step]]\nvalue = 2\ntext = \"Wholly\"", "the steps must go up: 2 comes after 2");
    expect_fault("key = \"meets\"", "key = \"aims\"", "[[section.item]]\nkey = \"aims\"\nkind = \"one\"", "the item \"aims\" is there twice");
    expect_fault("key = \"meets\"", "key = \"leader\"", "key = \"leader\"", "which is a word of show_if");
    expect_fault("kind = \"one\"", "kind = \"guess\"", "guess", "must be one of \"scale\"");
    expect_fault("kind = \"one\"", "kind = \"date\"", "options = [{ code = \"yes\"", "\"options\" is not a key of the item \"meets\"");
    expect_fault("code = \"no\"", "code = \"yes\"", "options = [", "\"yes\" is there twice in this item");
    expect_fault("most = 2", "most = 4", "[[section.item]]\nkey = \"with\"", "asks for more options than it has");
    expect_fault("at_most = 100", "at_most = -1", "[[section.item]]\nkey = \"often\"", "\"at_most\" is less than \"at_least\"");
    expect_fault("latest = 2026-12-31", "latest = 1999-12-31", "[[section.item]]\nkey = \"since\"", "\"latest\" lies before");
    expect_fault("longest = 10", "longest = 300", "longest", "from 1 to 200");
    expect_fault("required = true", "required = \"yes\"", "required", "must be true or false");
    expect_fault("kind = \"long_text\"", "kind = \"long_text\"\nrequired = true", "[[section.item]]\nkey = \"more\"", "let people leave it empty");
    expect_fault("scale = \"position\"", "scale = \"steps\"", "[[section.item]]\nkey = \"aims\"", "on the scale \"steps\", which is not there");
    expect_fault("scale = \"position\"\n", "", "[[section.item]]\nkey = \"aims\"", "\"scale\" is missing from the item");
    expect_fault("rows = [{ code = \"north\", text = \"North\" }, { code = \"south\", text = \"South\" }]", "", "[[section.item]]\nkey = \"areas\"", "has no \"rows\"");
    expect_fault("viewpoints = [\"team\"]", "viewpoints = [\"tema\"]", "[[section.item]]\nkey = \"with\"", "the viewpoint \"tema\", which is not there");
    expect_fault("theme = \"purpose\"", "theme = \"porpoise\"", "[[section.item]]\nkey = \"aims\"", "the theme \"porpoise\", which is not there");
    expect_fault("[[section]]\nid = \"second\"", "[[section]]\nid = \"first\"", "[[section]]\nid = \"first\"\ntitle = \"Second\"", "the section \"first\" is there twice");
}

TEST(InstrumentReader, TellsFaultsOfRouting)
{
    const std::string with = "[[section.item]]\nkey = \"with\"";
    expect_fault("meets is yes", "meets = yes", "show_if", "after \"meets\" there must be \"is\"");
    expect_fault("meets is yes", "met is yes", with, "there is no item \"met\"");
    expect_fault("meets is yes", "often is 3", with, "only at items that come before it");
    expect_fault("meets is yes", "with is answered", with, "only at items that come before it");
    expect_fault("meets is yes", "meets is maybe", with, "\"meets\" is never \"maybe\"");
    expect_fault("meets is yes", "meets is dont_know", with, "\"meets\" is never \"dont_know\"");
    expect_fault("meets is yes", "aims is 4", with, "\"aims\" is never \"4\"");
    expect_fault("meets is yes", "meets is at least 1", with, "is no scale or number");
    expect_fault("required = true", "retired = true", with, "\"meets\" is retired");
    expect_fault("required = true", "viewpoints = [\"child\"]", with, "\"meets\" is asked of nobody who is asked this");
    expect_fault("meets is yes", "viewpoint is boss", with, "there is no viewpoint \"boss\"");
    EXPECT_TRUE(faults_of(small_with("meets is yes", "aims is dont_know or aims is 3 or not viewpoint is child")).empty());
}

TEST(InstrumentReader, TellsFaultsBetweenViewpointsThemesAndScores)
{
    expect_fault("[children]\nfree_text = \"named_reader\"", "[children]\nfree_text = \"never\"", "[[section.item]]\nkey = \"more\"", "is free text and children are asked it");
    expect_fault("children = true\n", "", "kind", "no viewpoint says children = true");
    expect_fault("consent_under = 13\n", "", "[children]", "\"consent_under\" is missing");
    expect_fault("[[viewpoint]]\nid = \"child\"", "[[viewpoint]]\nid = \"board\"\nname = \"Board\"\n[[viewpoint]]\nid = \"child\"",
                 "[[theme]]", "does not say what success is for the viewpoint \"board\"");
    expect_fault(", child = \"They want the best for me.\"", ", cat = \"Fish.\"", "[[theme]]", "for the viewpoint \"cat\", which is not there");
    expect_fault("items = [\"aims\", \"areas\"]", "items = [\"aims\", \"owls\"]", "[[score]]", "the item \"owls\", which is not there");
    expect_fault("items = [\"aims\", \"areas\"]", "items = [\"aims\", \"meets\"]", "[[score]]", "\"meets\" is not answered on a scale");
    expect_fault("items = [\"aims\", \"areas\"]", "items = []", "[[score]]", "must name one item at least");
    expect_fault("[[resource]]", "[[score]]\ntheme = \"purpose\"\nitems = [\"aims\"]\n[[resource]]", "[[score]]\ntheme = \"purpose\"\nitems = [\"aims\"]\n", "the score \"purpose\" is there twice");
    expect_fault("[[viewpoint]]\nid = \"child\"", "[[viewpoint]]\nid = \"team\"", "[[viewpoint]]\nid = \"team\"\nname = {", "the viewpoint \"team\" is there twice");
    expect_fault("levels = [1, 2]", "levels = [1, 9]", "[[resource]]", "the level 9 is no step");
    expect_fault("https://example.org", "http://example.org", "[[resource]]", "must begin with https://");
}

TEST(InstrumentReader, TellsAViewpointThatIsAskedNothing)
{
    auto text = small_with("[[viewpoint]]\nid = \"team\"", "[[viewpoint]]\nid = \"board\"\nname = \"Board\"\n[[viewpoint]]\nid = \"team\"");
    for (const auto* key : {"key = \"aims\"", "key = \"meets\""}) text.insert(text.find(key), "viewpoints = [\"team\", \"child\"]\n");
    const auto nothing = Contains(testing::Field(&packs::PackProblem::message, HasSubstr("the viewpoint \"board\" is asked nothing")));
    EXPECT_THAT(faults_of(text), nothing);
    auto with = [&](const std::string& more) {
        auto asked = text;
        return asked.insert(asked.find("[[section.item]]\nkey = \"areas\""), "[[section.item]]\nkey = \"budget\"\nkind = \"number\"\nviewpoints = [\"board\"]\n" + more + "text = \"How much?\"\n");
    };
    EXPECT_THAT(faults_of(with("leaders_only = true\n")), nothing);
    EXPECT_THAT(faults_of(with("retired = true\n")), nothing);
    EXPECT_THAT(faults_of(with("")), testing::Not(nothing));
}

TEST(InstrumentReader, TellsAllFaultsAtOnceInTheOrderOfTheirLines)
{
    auto text = small_with("threshold = 5", "threshold = 1");
    text.replace(text.find("kind = \"one\""), 12, "kind = \"two\"");
    text.replace(text.find("longest = 10"), 12, "longer = 10");
    auto faults = faults_of(text);
    EXPECT_GE(faults.size(), 3U);
    EXPECT_TRUE(std::ranges::is_sorted(faults, {}, &packs::PackProblem::line));
}

TEST(InstrumentReader, LetsASectionSpeakForItsItemsAndAnItemForItself)
{
    auto instrument = instrument_of(small_with("title = \"Second\"", "title = \"Second\"\ndont_know = true\nnot_applicable = true"));
    EXPECT_TRUE(instrument.item("often")->dont_know && instrument.item("often")->not_applicable);
    EXPECT_FALSE(instrument.item("more")->dont_know || instrument.item("room")->not_applicable) << "free text may simply be left empty";
    EXPECT_FALSE(instrument.item("meets")->dont_know);
    auto own = instrument_of(small_with("title = \"Second\"", "title = \"Second\"\nscale = \"position\"\ndont_know = true\n[[section.item]]\nkey = \"place\"\n"
                                        "kind = \"scale\"\ndont_know = false\ntext = \"Here?\"\n#"));
    EXPECT_EQ(own.item("place")->scale, "position");
    EXPECT_FALSE(own.item("place")->dont_know);
}

TEST(InstrumentReader, AnyFileIsReadOrToldOfWithLinesThatItHas)
{
    std::mt19937 dice{3};
    auto upto = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(dice); };
    std::vector<std::string> lines;
    std::istringstream in{small_pack};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    for (int i = 0; i < 400; ++i) {
        auto changed = lines;
        for (std::size_t times = upto(3) + 1; times > 0; --times) {
            auto at = upto(changed.size() - 1), other = upto(changed.size() - 1);
            switch (upto(3)) {
                case 0: changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(at)); break;
                case 1: std::swap(changed[at], changed[other]); break;
                case 2: changed[at] = changed[at].substr(0, changed[at].find('=')) + changed[other].substr(std::min(changed[other].find('='), changed[other].size())); break;
                default: changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(at), changed[other]); break;
            }
        }
        auto read = read_instrument({"small.toml", joined(changed, "\n")});
        if (read) continue;
        EXPECT_FALSE(read.error().empty());
        for (const auto& problem : read.error()) {
            EXPECT_GE(problem.line, 1) << problem.message;
            EXPECT_LE(problem.line, static_cast<int>(changed.size()) + 1) << problem.message;
            EXPECT_FALSE(problem.message.empty());
        }
    }
}

TEST(Instruments, KeepEveryVersionAndRefuseOneThatBreaks)
{
    auto second = small_with("version = 1", "version = 2");
    auto both = Instruments::load({{"small-2.toml", second}, {"small.toml", small_pack}});
    ASSERT_TRUE(both);
    EXPECT_EQ(both->latest("small")->version, 2);
    EXPECT_EQ(both->find("small", 1)->version, 1);
    EXPECT_EQ(both->find("small", 3), nullptr);
    EXPECT_EQ(both->latest("large"), nullptr);
    auto twice = Instruments::load({{"a.toml", small_pack}, {"b.toml", small_pack}});
    EXPECT_EQ(twice.error().front().message, "version 1 of \"small\" is in a.toml too");
    second.replace(second.find("value = 3"), 9, "value = 4");
    auto broken = Instruments::load({{"small.toml", small_pack}, {"small-2.toml", second}});
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().front().file, "small-2.toml");
    EXPECT_THAT(broken.error().front().message, HasSubstr("against version 1: item \"aims\" is answered on steps of other values"));
}

TEST(Instruments, OfAnAreaStandBesideThoseBuiltIn)
{
    auto folder = std::filesystem::path{testing::TempDir()} / "kith_instruments_override";
    EXPECT_EQ(instrument_files_with_override(folder / "nowhere").size(), built_in_instrument_files().size());
    std::filesystem::create_directories(folder / "instruments");
    std::ofstream{folder / "instruments" / "small.toml"} << small_pack;
    auto instruments = Instruments::load(instrument_files_with_override(folder));
    ASSERT_TRUE(instruments);
    EXPECT_NE(instruments->latest("small"), nullptr);
    std::filesystem::remove_all(folder);
}

}  // namespace kith::questionnaire
