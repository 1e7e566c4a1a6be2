// Answers typed up from paper, in a file: checked whole, taken when asked, by the rules of the pages.
#include "questionnaire/answer_file.hpp"
#include "questionnaire/test_campaigns.hpp"

namespace kith::questionnaire {
namespace {

const std::string head = "viewpoint,leads,age,organisation,locality,formal,aims,meets,with,areas.north,areas.south,often,since,room,more\n";

AnswerFile read(const std::string& lines, std::string_view header = head, bool heard = true)
{
    const auto instrument = instrument_of(small_pack);
    const auto table = files::Table::read(std::string{header} + lines, files::TableReading{.limits = {}, .wanted = is_answer_file, .sheet = {}}).value();
    Campaign campaign;
    if (heard) campaign.reader = NamedReader{access::AccountId{99}, "Sam Okoro", 1};
    return read_answer_file(table, campaign, instrument, {{access::OrganisationId{7}, {}, "Acorns", "acorns", ""}}, {{access::LocalityId{3}, "E", "Eastfield"}});
}

std::vector<std::string> faults(const std::string& lines, std::string_view header = head)
{
    std::vector<std::string> words;
    for (const auto& fault : read(lines, header).faults) words.push_back(std::to_string(fault.line) + " " + fault.column + ": " + fault.message);
    return words;
}

TEST(AnswerFile, ALineIsWhatAPageWouldHaveSent)
{
    const auto file = read("team,YES,,acorns,E,yes,3,yes,health;police,2,dont_know,2.5,27/3/2020,Room 1,\"One, two\"\nteam,no,,,,,dont_know,no,,,,,,,\n");
    ASSERT_TRUE(file.faults.empty()) << file.faults.front().message;
    ASSERT_EQ(file.lines.size(), 2U);
    const auto& [begun, whom] = file.lines.front();
    EXPECT_EQ(begun.respondent, (Respondent{"team", true}));
    EXPECT_EQ(whom, (LinkFor{.viewpoint = "", .leader = {}, .organisation = access::OrganisationId{7}, .locality = access::LocalityId{3}, .formal = true}));
    const auto instrument = instrument_of(small_pack);
    const auto given = [&](const char* key, const Sent& sent) { EXPECT_EQ(begun.answers.at(key), read_answer(instrument, *instrument.item(key), sent).value()) << key; };
    given("aims", {{"aims", "3"}});
    given("with", {{"with", "health"}, {"with", "police"}});
    given("areas", {{"areas.north", "2"}, {"areas.south", "dont_know"}});
    given("often", {{"often", "2.5"}});
    given("since", {{"since-day", "27"}, {"since-month", "3"}, {"since-year", "2020"}});
    given("more", {{"more", "One, two"}});
    EXPECT_TRUE(file.lines.back().begun.answers.at("aims").is(Unsaid::dont_know));
}

TEST(AnswerFile, WhatIsNotAskedCountsForNothingAndIsSaid)
{
    const auto file = read("team,no,,,,,1,no,health,,,5,,Room 1,\n");
    EXPECT_TRUE(file.faults.empty());
    EXPECT_EQ(file.not_asked, 3U);
    EXPECT_FALSE(file.lines.front().begun.answers.contains("with"));
}

TEST(AnswerFile, EveryFaultIsNamedByLineAndColumnAndEchoesNothing)
{
    const auto all = faults("Jo Bloggs,no,,,,,3,yes,,,,,,,\nteam,,,,,,3,yes,,,,,,,\nteam,no,,elsewhere,W,perhaps,9,,,7,,,,,\nchild,,,,,,3,yes,,,,,,,\nchild,,not_asked,,,,3,yes,,,,,,,\nteam,no,,,,yes,3,yes,,,,,,,\n"
                            "team,yes,,,,,3,yes,health,,,2,Jo Bloggs,,\nteam,no,,,,,3,yes,,,,,,,Jo,Bloggs\n");
    EXPECT_EQ(all, (std::vector<std::string>{
                       "2 viewpoint: Enter the code of a viewpoint of this questionnaire",
                       "3 leads: Enter yes or no: from this viewpoint those who lead or manage others are asked more",
                       "4 organisation: Enter the code of an organisation that you may answer for, or leave it empty",
                       "4 locality: Enter the code of a locality, or leave it empty",
                       "4 formal: Enter yes or no, or leave it empty",
                       "4 aims: Choose one of the answers that are offered",
                       "4 meets: Answer this question",
                       "4 areas.north: Choose one of the answers that are offered",
                       "5 age: Enter old_enough or parent_said_yes: children below the age may answer once a parent or carer has said yes",
                       "6 age: A parent or carer of this child was not asked, so the answers cannot be taken",
                       "7 organisation: A formal response is an organisation's: enter which",
                       "8 since: Enter a real date with day, month and year, such as 27 3 2026",
                       "9 : There are more cells than columns: put a text with a comma in it in quotation marks"}));
    for (const auto& fault : all) EXPECT_EQ(fault.find("Bloggs"), std::string::npos);
    EXPECT_EQ(faults("team,no,yes,x\n", "viewpoint,leads,meets,name of child\n"), (std::vector<std::string>{"1 Column 4: This questionnaire has no such column. Names of columns are those of the file to fill in"}));
}

TEST(AnswerFile, AQuestionThatAnAnswerTakesAwayIsNotAskedOfThatLine)
{
    const auto instrument = instrument_of(small_with("show_if = \"with is one of (health, police) and leader\"", "required = true\nshow_if = \"not (meets is yes)\""));
    const auto table = files::Table::read(head + "team,no,,,,,3,yes,health,,,,,,\nteam,no,,,,,3,no,,,,,,,\n", files::TableReading{.limits = {}, .wanted = is_answer_file, .sheet = {}}).value();
    const auto file = read_answer_file(table, {}, instrument, {}, {});
    ASSERT_EQ(file.faults.size(), 1U) << "it is asked of the second alone";
    EXPECT_EQ(file.faults.front().line, 3U);
    EXPECT_EQ(file.faults.front().column, "often");
}

TEST(AnswerFile, EmptyCellsAtTheEndOfALineAreNoFault)
{
    EXPECT_TRUE(read("team,no,,,,,3,yes,,,,,,,,,\n").faults.empty());
    EXPECT_EQ(read("team,no,,,,,3,yes,,,,,,,,,x\n").faults.size(), 1U);
}

TEST(AnswerFile, ChildrenAreAskedForNoWordsWhereNobodyReadsThem)
{
    EXPECT_TRUE(read("child,,old_enough,,,,3,yes,,,,,,,Help\n").lines.front().begun.answers.contains("more"));
    const auto unheard = read("child,,old_enough,,,,3,yes,,,,,,,Help\n", head, false);
    EXPECT_FALSE(unheard.lines.front().begun.answers.contains("more"));
    EXPECT_EQ(unheard.not_asked, 1U);
}

class AnswerFilePages : public Campaigns {
protected:
    void SetUp() override { app().sign_in(Role::workforce_lead, Scope::area()); }
    /// What the page of a check would send back, line ends and all.
    static std::string rows_in(const kit::Answer& answer)
    {
        const std::string before = "name=\"rows\" value=\"";
        const auto begins = answer.body.find(before);
        if (begins == std::string::npos) return {};
        auto rows = answer.body.substr(begins + before.size(), answer.body.find("\">", begins) - begins - before.size());
        for (const auto& [mark, sign] : {std::pair{"&quot;", "\""}, {"&#39;", "'"}})
            for (std::size_t at = 0; (at = rows.find(mark, at)) != std::string::npos;) rows.replace(at, std::string_view{mark}.size(), sign);
        return rows;
    }
};
KITH_ON_EACH_ENGINE(AnswerFilePages);

TEST_P(AnswerFilePages, AFileIsCheckedShownAndTakenAndWhatChildrenWriteGoesToItsReader)
{
    const auto campaign = opened();
    EXPECT_TRUE(app().get(campaign.href()).shows("Take answers from a file"));
    const auto path = campaign.href() + "/file";
    EXPECT_TRUE(app().get(path).shows("One or more, with a semicolon between: health, police, schools, dont_know (don't know)"));
    const auto empty = app().get(path + "/answers.csv");
    EXPECT_EQ(empty.body, "\xEF\xBB\xBF" + head.substr(0, head.size() - 1) + "\r\n");
    const auto checked = app().upload(path, "file", "answers.csv", head + "team,no,,acorns,E,,3,yes,health,,,,,,\"=1+1 \"\"quoted\"\"\"\nchild,,parent_said_yes,,,,1,no,,,,,,,I am sad\n");
    EXPECT_TRUE(checked.shows("The file is in order: answers of 2 respondents. Nothing was taken yet.")) << checked.text();
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet"), 0);
    const auto taken = app().post(path + "/take", {{"rows", rows_in(checked)}});
    EXPECT_EQ(taken.location(), campaign.href());
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE way = 'paper' AND counted = 0"), 2);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet WHERE organisation_id = 7 AND locality_id = 3 AND viewpoint = 'team'"), 1);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_text WHERE words = '=1+1 \"quoted\"'"), 1);
    EXPECT_EQ(count("SELECT COUNT(*) FROM child_words WHERE words = 'I am sad'"), 1);
    EXPECT_GE(count("SELECT COUNT(*) FROM inbox_message WHERE title LIKE 'A child wrote%'"), 1) << "whoever is named to read it is told";
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_text"), 1) << "a child's words are its reader's alone";
    EXPECT_TRUE(app().get(path).shows("2 respondents, by Ann Example")) << "who took it is told to those who run campaigns";
    const auto turned = head + "child,,parent_said_yes,,,,1,no,,,,,,,I am sad\nteam,no,,acorns,E,,3,yes,health,,,,,,\"=1+1 \"\"quoted\"\"\"\n";
    EXPECT_EQ(app().upload(path, "file", "again.csv", turned).errors, (std::vector<std::string>{"This file was taken already: its answers are in, and would count twice"})) << "in whatever order its lines stand";
    EXPECT_EQ(app().post(path + "/take", {{"rows", turned}}).status, 409);
    app().sign_in(Role::manager, Scope::organisation(acorns));
    const auto placed = app().upload(path, "file", "placed.csv", head + "team,no,,acorns,,,3,yes,health,,,,,,\n");
    EXPECT_TRUE(placed.shows("1 thing is to be mended")) << "a few made-up lines of one place could lift a small group over the threshold";
    EXPECT_FALSE(app().get(path).shows("Files taken so far"));
}

TEST_P(AnswerFilePages, NothingIsTakenOfAFileWithAFault)
{
    const auto campaign = opened();
    const auto path = campaign.href() + "/file";
    const auto rows = head + "team,no,,,,,3,yes,,,,,,,\nteam,no,,,,,9,yes,,,,,,,A secret\n";
    const auto checked = app().upload(path, "file", "answers.csv", rows);
    EXPECT_TRUE(checked.shows("1 thing is to be mended. Nothing was taken"));
    EXPECT_FALSE(checked.shows("A secret"));
    EXPECT_EQ(rows_in(checked), "");
    EXPECT_EQ(app().post(path + "/take", {{"rows", rows}}).status, 409);
    EXPECT_EQ(count("SELECT COUNT(*) FROM answer_sheet"), 0);
    EXPECT_EQ(app().upload(path, "file", "", "").errors, (std::vector<std::string>{"Select the file of answers"}));
    EXPECT_EQ(app().upload(path, "file", "a.csv", "one,two\n1,2\n").errors, (std::vector<std::string>{"The file has no column \"viewpoint\": begin with the file to fill in"}));
    EXPECT_EQ(app().upload(path, "file", "a.csv", head).status, 422);
    EXPECT_EQ(app().upload(path, "file", "a.csv", head + "team,no,,,,,3,yes,,,,,,,\"never closed\n").status, 422);
    EXPECT_EQ(app().upload(path, "file", "a.csv", head + std::string(600'000, 'x')).errors, (std::vector<std::string>{"The file is larger than 500 kB: split it"}));
    std::string many = head;
    for (std::size_t n = 0; n <= most_answer_lines; ++n) many += "team,no,,,,,3,yes,,,,,,,\n";
    EXPECT_EQ(app().upload(path, "file", "a.csv", many).status, 422);
}

TEST_P(AnswerFilePages, OnlyWhileAnswersAreTakenByThoseWhoMayAndForTheirOwn)
{
    const auto closed = opened(Stage::closed);
    EXPECT_EQ(app().get(closed.href() + "/file").status, 409);
    EXPECT_EQ(app().post(closed.href() + "/file/take", {{"rows", head + "team,no,,,,,3,yes,,,,,,,\n"}}).status, 409);
    const auto campaign = opened();
    app().sign_in(Role::manager, Scope::organisation(access::OrganisationId{8}));
    EXPECT_TRUE(app().upload(campaign.href() + "/file", "file", "a.csv", head + "team,no,,acorns,,,3,yes,,,,,,,\n").shows("Enter the code of an organisation that you may answer for"));
    app().sign_in(Role::practitioner, Scope::own_record(access::StaffRecordId{1}));
    EXPECT_EQ(app().get(campaign.href() + "/file").status, 403);
}

TEST_P(AnswerFilePages, RatesAreAFileOfWhatThePageShows)
{
    const auto campaign = opened();
    link(campaign, LinkWay::one_use, {.viewpoint = "team", .organisation = acorns, .locality = east});
    const auto file = app().get(campaign.href() + "/rates.csv");
    EXPECT_EQ(file.header("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_NE(file.body.find(",viewpoint,Teams,1,0,0,,"), std::string::npos) << file.body;
    EXPECT_NE(file.body.find(",organisation,Acorns,1,0,0,0,0"), std::string::npos);
    EXPECT_NE(file.body.find(",locality,Eastfield,1,0,0,,"), std::string::npos);
    app().sign_in(Role::manager, Scope::organisation(access::OrganisationId{8}));
    EXPECT_EQ(app().get(campaign.href() + "/rates.csv").body.find("Acorns"), std::string::npos);
}

}  // namespace
}  // namespace kith::questionnaire
