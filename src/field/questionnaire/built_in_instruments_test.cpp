// The instruments that the program carries: that each loads, and that each is what it is for.
#include "questionnaire/instruments.hpp"
#include "questionnaire/routing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace kith::questionnaire {
namespace {
const Instruments& built_in()
{
    static const auto instruments = [] {
        auto loaded = Instruments::load(built_in_instrument_files());
        if (loaded) return std::move(*loaded);
        for (const auto& problem : loaded.error()) ADD_FAILURE() << problem.file << ":" << problem.line << ": " << problem.message;
        return Instruments{};
    }();
    return instruments;
}

/// The instrument, or one with nothing in it and a failure.
const Instrument& instrument(std::string_view id)
{
    static const Instrument none;
    const auto* found = built_in().latest(id);
    EXPECT_NE(found, nullptr) << id;
    return found == nullptr ? none : *found;
}

/// Every wording that someone of this viewpoint may be shown.
std::vector<std::pair<std::string, Wording>> shown_to(const Instrument& of, std::string_view viewpoint)
{
    std::vector<std::pair<std::string, Wording>> words;
    for (const auto& item : of.items) {
        if (!item.is_for(viewpoint)) continue;
        words.emplace_back(item.key, item.words);
        if (!item.hint.empty()) words.emplace_back(item.key, item.hint);
        const auto* section = of.section(item.section);
        words.emplace_back(section->id, section->title);
        if (!section->introduction.empty()) words.emplace_back(section->id, section->introduction);
        if (const auto* scale = of.scale(item.scale))
            for (const auto& step : scale->steps) words.emplace_back(scale->id, step.words);
    }
    return words;
}
}  // namespace

TEST(BuiltInInstruments, AreTheSeven)
{
    std::vector<std::string> ids;
    for (const auto& entry : built_in().all()) ids.push_back(entry.id);
    EXPECT_THAT(ids, testing::ElementsAre("assessment_practice", "course_evaluation", "heads_of_service_audit", "key_working", "leading_integrated_services",
                                          "one_childrens_workforce", "what_children_think"));
}

TEST(BuiltInInstruments, HaveAnIdThatIsTheirFileAndItemsEnoughForEveryViewpoint)
{
    for (const auto& file : built_in_instrument_files()) EXPECT_NE(built_in().latest(file.name.substr(0, file.name.find('.'))), nullptr) << file.name;
    for (const auto& entry : built_in().all()) {
        EXPECT_FALSE(entry.source.empty()) << entry.id;
        for (const auto& viewpoint : entry.viewpoints) {
            auto count = std::ranges::count_if(entry.items, [&](const Item& item) { return item.is_for(viewpoint.id); });
            EXPECT_GE(count, 5) << entry.id << " " << viewpoint.id;
            EXPECT_LE(count, 34) << entry.id << " " << viewpoint.id;
        }
    }
}

TEST(OneChildrensWorkforce, DescribesSuccessForEachOfTheFortyCells)
{
    const auto& framework = instrument("one_childrens_workforce");
    std::vector<std::string> themes, viewpoints;
    for (const auto& theme : framework.themes) themes.push_back(theme.id);
    for (const auto& viewpoint : framework.viewpoints) viewpoints.push_back(viewpoint.id);
    EXPECT_THAT(themes, testing::ElementsAre("identity", "values", "behaviours", "practices", "skills", "roles", "capacity", "outcomes"));
    EXPECT_THAT(viewpoints, testing::ElementsAre("partnership", "team", "service", "practitioner", "child"));
    std::set<std::string> said;
    for (const auto& theme : framework.themes) {
        EXPECT_GE(theme.evidence.size(), 2U) << theme.id;
        EXPECT_TRUE(theme.success.at("child").easy.contains("en")) << theme.id;
        for (const auto& [viewpoint, words] : theme.success) said.insert(words.plain.at("en"));
    }
    EXPECT_EQ(said.size(), 40U);
}

TEST(OneChildrensWorkforce, AsksEachViewpointItsOwnStatementOnEveryTheme)
{
    const auto& framework = instrument("one_childrens_workforce");
    for (const auto& score : framework.scores) {
        EXPECT_EQ(score.items.size(), 5U);
        for (const auto& viewpoint : framework.viewpoints) {
            auto own = std::ranges::count_if(score.items, [&](const auto& key) { return framework.item(key)->viewpoints == std::vector{viewpoint.id}; });
            EXPECT_EQ(own, 1) << score.theme << " " << viewpoint.id;
        }
    }
    EXPECT_EQ(framework.scores.size(), 8U);
    EXPECT_EQ(framework.resources.size(), 16U);
}

TEST(OneChildrensWorkforce, DrillsDownIntoFourPracticesWhoseFirstAndLastItemsAreForLeaders)
{
    const auto& framework = instrument("one_childrens_workforce");
    Answers answers;
    for (const auto* gate : {"worked_across", "used_assessment", "been_in_team", "shared_information"}) answers[gate] = Answer{Chosen{{"yes"}}};
    for (const auto* practice : {"multi_agency", "assessment", "lead", "sharing"}) {
        std::vector<const Item*> leaders, others, without;
        for (const auto* item : asked(framework, {"practitioner", true}, answers))
            if (item->section == practice) leaders.push_back(item);
        for (const auto* item : asked(framework, {"practitioner", false}, answers))
            if (item->section == practice) others.push_back(item);
        for (const auto* item : asked(framework, {"practitioner", false}, {}))
            if (item->section == practice) without.push_back(item);
        ASSERT_EQ(leaders.size(), 6U) << practice;
        EXPECT_TRUE(leaders.front()->leaders_only && leaders.back()->leaders_only) << practice;
        EXPECT_EQ(others, std::vector(leaders.begin() + 1, leaders.end() - 1)) << practice;
        EXPECT_EQ(without.size(), 1U) << practice;
    }
    EXPECT_EQ(asked(framework, {"child", true}, {}).size(), 10U);
}

TEST(BuiltInInstruments, SpeakToChildrenInEasyRead)
{
    for (const auto& entry : built_in().all())
        for (const auto& viewpoint : entry.viewpoints) {
            if (!viewpoint.children) continue;
            EXPECT_TRUE(entry.children->if_hurt.easy.contains("en")) << entry.id;
            EXPECT_THAT(entry.children->if_hurt.plain.at("en"), testing::AllOf(testing::HasSubstr("999"), testing::HasSubstr("0800 1111")));
            for (const auto& [where, words] : shown_to(entry, viewpoint.id)) {
                EXPECT_TRUE(words.easy.contains("en")) << entry.id << " " << where;
                std::istringstream sentences{std::regex_replace(std::string{entry.say(words, {"en", true})}, std::regex{"[.?!] "}, "\n")};
                for (std::string sentence; std::getline(sentences, sentence);)
                    EXPECT_LE(std::ranges::count(sentence, ' ') + 1, 14) << "a long sentence for easy read: " << sentence;
            }
        }
}

TEST(BuiltInInstruments, NameNothingThatBelongsToOneEraAlone)
{
    const std::regex of_an_era{R"(\b(CAF|CWDC|ContactPoint|children's trust|primary care trust|CRB|DBS|MASH|ISA|Every Child Matters|Ofsted|Munro)\b)", std::regex::icase};
    for (const auto& file : built_in_instrument_files()) {
        std::smatch found;
        EXPECT_FALSE(std::regex_search(file.text, found, of_an_era)) << file.name << ": " << found.str();
    }
}

TEST(BuiltInInstruments, HearParentsOfKeyWorkersThroughAnInterviewer)
{
    EXPECT_EQ(instrument("key_working").viewpoint("parent")->answered_by, std::vector{AnsweredBy::interviewer});
    EXPECT_EQ(instrument("key_working").viewpoint("key_worker")->answered_by, std::vector{AnsweredBy::self});
    EXPECT_EQ(instrument("heads_of_service_audit").answered_by, std::vector{AnsweredBy::interviewer});
}

TEST(Document, TheExampleInItLoads)
{
    std::ifstream in{std::string{KITH_SOURCE_DIR} + "/docs/instruments.md"};
    std::ostringstream text;
    text << in.rdbuf();
    auto words = text.str();
    auto begin = words.find("```toml\nkind = \"instrument\"");
    ASSERT_NE(begin, std::string::npos);
    begin += 8;
    auto read = read_instrument({"docs/instruments.md", words.substr(begin, words.find("```", begin) - begin)});
    if (!read)
        for (const auto& problem : read.error()) ADD_FAILURE() << "line " << problem.line << " of the example: " << problem.message;
    ASSERT_TRUE(read);
    EXPECT_EQ(read->languages.size(), 2U);
    EXPECT_EQ(read->items.size(), 4U);
}

}  // namespace kith::questionnaire
