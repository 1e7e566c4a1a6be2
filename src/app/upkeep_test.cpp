// Full returns and upkeep by hand, all the way: real routes, the importer, the register, and back out by an undo.
#include "kit/whole_house.hpp"
#include "returns/return_standing.hpp"
#include "workforce/staff_register.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using access::Role;
using access::Scope;

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Nursery,nursery,pvi,early_years,3,\r\n";
constexpr const char* settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\n"
                                 "OAK,OAK-1,Oak Nursery,day_nursery,NORTH,North,\r\n";
const std::string header = "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,setting,start_date,end_date\r\n";

std::string person(std::string_view reference, std::string_view name, std::string_view fte = "1", std::string_view contract = "permanent")
{
    return fmt::format("OAK,{},{},Ann,03/04/1990,nursery_worker,{},{},OAK-1,01/09/2020,\r\n", reference, name, contract, fte);
}

/// A nursery of three, and its manager signed in.
class Upkeep : public testing::Test {
protected:
    Upkeep()
    {
        const auto answer = house_.import({{"organisations.csv", organisations}, {"settings.csv", settings}});
        EXPECT_EQ(answer.exit_code, 0) << answer.text;
        take(header + person("P1", "Reyes") + person("P2", "Hale") + person("P3", "Okafor"));
        app().sign_in(Role::data_steward, Scope::organisation(house_.organisation("OAK").id), "Robin Hale");
    }
    kit::TestApp& app() { return house_.app(); }
    returns::ImportedFile take(std::string text, returns::Speaks speaks = {}, bool confirm = true, std::string name = "staff.csv")
    {
        const returns::ImportOrder order{.files = {{std::move(name), std::move(text)}}, .organisation = "OAK", .accept = true, .confirm_ends = confirm, .speaks = speaks};
        return returns::import_files(house_.database(), house_.desk(), order, [this] { return app().now(); }).files.at(0);
    }
    workforce::RegisterView held()
    {
        db::Reader reader{house_.database()};
        return workforce::load_view(reader, house_.organisation("OAK").id, {});
    }
    /// Jobs that run today, by staff reference.
    std::set<std::string> working()
    {
        std::set<std::string> references;
        for (const auto& record : held().records)
            for (const auto& job : record.engagements)
                if (!job.engagement.ended_on || *job.engagement.ended_on > today()) references.insert(record.record.reference);
        return references;
    }
    Date today() { return app().now().date_in_london(); }
    std::string path_of(std::string_view reference, std::string_view below)
    {
        db::Reader reader{house_.database()};
        const auto organisation = house_.organisation("OAK").id;
        const auto id = workforce::find_staff_record(reader, organisation, reference).value();
        return "/staff/" + workforce::public_ids_of(reader, organisation).at(id).text() + std::string{below};
    }
    /// Gives the form, looks at the difference, saves it; where saving leads.
    std::string saved(const std::string& path, web::Fields fields)
    {
        const auto shown = app().post(path, fields);
        EXPECT_TRUE(shown.shows("Check before you save")) << shown.text();
        fields.emplace_back("seen", shown.value("seen"));
        const auto answer = app().post(path, fields);
        EXPECT_EQ(answer.status, 303) << answer.text();
        return answer.location();
    }
    /// The key of the one job of that reference, as the forms of the list name it.
    std::string key_of(std::string_view reference)
    {
        for (const auto& record : held().records)
            if (record.record.reference == reference) return fmt::format("{}-{}", record.id.value(), record.engagements.front().id.value());
        return {};
    }
    kit::WholeHouse house_;
};

using Names = std::set<std::string>;
const returns::Speaks everyone{.act = returns::Act::full, .about = {}, .last_day = {}};

TEST_F(Upkeep, AReturnOfChangesEndsNobodyByAbsence)
{
    take(header + person("P1", "Reyes", "0.5"));
    EXPECT_EQ(working(), (Names{"P1", "P2", "P3"}));
}

TEST_F(Upkeep, AFullReturnEndsWhomItLeavesOutAndAsksFirst)
{
    auto speaks = everyone;
    speaks.last_day = today().plus_days(-10);
    const auto stopped = take(header + person("P1", "Reyes") + person("P2", "Hale"), speaks, false);
    EXPECT_FALSE(stopped.taken);
    EXPECT_EQ(stopped.refusal, "Select the box to confirm that 1 job may end, or withdraw the return");
    EXPECT_EQ(stopped.checked.difference.ends, 1);
    EXPECT_EQ(stopped.checked.difference.held, 3);
    EXPECT_EQ(stopped.checked.difference.headings.front().id, "gone");
    EXPECT_EQ(stopped.checked.difference.headings.front().samples.at(0).subject, "P3");
    const auto page = app().get("/returns/" + stopped.return_id->text());
    EXPECT_TRUE(page.shows("Jobs that the file leaves out")) << page.text();
    EXPECT_TRUE(page.shows("Day nursery worker since 1 September 2020")) << "each one is listed";
    EXPECT_TRUE(page.shows("Yes, 1 of the 3 jobs held end"));
    EXPECT_EQ(working(), (Names{"P1", "P2", "P3"}));
    EXPECT_TRUE(take(header + person("P1", "Reyes") + person("P2", "Hale"), speaks, true).taken);
    EXPECT_EQ(working(), (Names{"P1", "P2"}));
}

TEST_F(Upkeep, AFullReturnLeavesAloneWhoStandsInARowThatWasNotTaken)
{
    const auto answer = take(header + person("P1", "Reyes") + person("P2", "Hale") + "OAK,P3,Okafor,Ann,03/04/1990,nursery_worker,permanent,1,OAK-1,31/02/2020,\r\n",
                             everyone);
    EXPECT_EQ(answer.checked.difference.ends, 0);
    EXPECT_EQ(working(), (Names{"P1", "P2", "P3"}));
}

TEST_F(Upkeep, AFullReturnTwiceChangesNothingTheSecondTime)
{
    take(header + person("P1", "Reyes"), everyone);
    EXPECT_EQ(take(header + person("P1", "Reyes"), everyone).checked.difference.writes, 0);
}

TEST_F(Upkeep, AFileNamedForAnotherMonthIsQueried)
{
    const returns::Speaks october{.act = returns::Act::changes, .about = returns::period_of("2023-10", today()), .last_day = {}};
    const auto answer = take(header + person("P1", "Reyes", "0.5"), october, true, "staff-march-2023.csv");
    ASSERT_FALSE(answer.checked.findings.empty());
    EXPECT_EQ(answer.checked.findings.front().rule, "R-PERIOD-1");
}

TEST_F(Upkeep, AnAnsweredQueryStaysAnsweredUntilItsValuesChange)
{
    const auto doubted = take(header + person("P1", "Reyes", "1", "part_time") + person("P2", "Hale", "0.5"));
    const auto path = "/returns/" + doubted.return_id->text();
    ASSERT_TRUE(app().get(path).shows("Answer this query")) << app().get(path).text();
    EXPECT_EQ(app().post(path + "/queries/K-CONTRACT-3", {{"query", "all"}, {"words", "She job-shares with herself"}}).status, 303);
    const auto later = take(header + person("P1", "Reyes", "1", "part_time") + person("P2", "Hale", "0.6"));
    EXPECT_TRUE(app().get("/returns/" + later.return_id->text()).shows("She job-shares with herself")) << "what changed is someone else's";
    const auto changed = take(header + person("P1", "Reyes", "1.1", "part_time"));
    EXPECT_TRUE(app().get("/returns/" + changed.return_id->text()).shows("Answer this query"));
}

TEST_F(Upkeep, APersonIsAddedByHandByTheRulesOfFiles)
{
    EXPECT_TRUE(app().get("/staff/new").shows("Given name"));
    web::Fields fields{{"given_name", "Sam"}, {"family_name", "Reed"}, {"role", "nursery_worker"}, {"contract", "permanent"}, {"fte", "7"},
                       {"setting", "OAK-1"}, {"start_date-day", "1"}, {"start_date-month", "9"}, {"start_date-year", "2023"}};
    const auto wrong = app().post("/staff/new", fields);
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.shows("The FTE must be from 0 to 1.5")) << wrong.text();
    fields[4].second = "0.8";
    const auto path = saved("/staff/new", fields);
    EXPECT_EQ(working(), (Names{"P1", "P2", "P3", "P4"})) << "Kith gave the reference";
    const auto page = app().get(path);
    EXPECT_TRUE(page.shows("Added by hand")) << page.text();
    EXPECT_EQ(app().post(path + "/undo", {{"reason", "Wrong nursery"}}).status, 303);
    EXPECT_EQ(held().records.size(), 3U);
}

TEST_F(Upkeep, APersonsJobIsChangedFromADayAndEndedByHand)
{
    const auto change = path_of("P2", "/change");
    const auto shown = app().get(change);
    EXPECT_EQ(shown.value("family_name"), "Hale");
    web::Fields fields{{"job", "1"}, {"given_name", "Ann"}, {"family_name", "Hale"}, {"date_of_birth-day", "3"}, {"date_of_birth-month", "4"}, {"date_of_birth-year", "1990"},
                       {"role", "nursery_worker"}, {"contract", "permanent"}, {"fte", "0.5"}, {"setting", "OAK-1"}};
    EXPECT_EQ(app().post(change, fields).status, 422) << "nobody said from when";
    for (const auto& [part, value] : {std::pair{"day", "1"}, {"month", "10"}, {"year", "2023"}}) fields.emplace_back(std::string{"terms_from-"} + part, value);
    saved(change, fields);
    const auto& terms = held().records.at(1).engagements.at(0).terms;
    ASSERT_EQ(terms.size(), 2U) << "neither a leaver nor a starter";
    EXPECT_EQ(terms.back().terms.fte->text(), "0.5");
    EXPECT_EQ(app().post(change, fields).status, 422) << "it is so already";

    saved(path_of("P2", "/end"), {{"job", "1"}, {"end_date-day", "31"}, {"end_date-month", "10"}, {"end_date-year", "2023"}});
    EXPECT_EQ(working(), (Names{"P1", "P3"}));
}

TEST_F(Upkeep, SeveralAreChangedAtOnceFromADay)
{
    const web::Fields fields{{"who", key_of("P1")}, {"who", key_of("P3")}, {"what", "fte"}, {"fte", "0.4"}, {"terms_from-day", "1"}, {"terms_from-month", "10"},
                             {"terms_from-year", "2023"}};
    EXPECT_TRUE(app().get("/staff/several").shows("What changes?"));
    EXPECT_EQ(app().post("/staff/several", {}).status, 422);
    saved("/staff/several", fields);
    const auto view = held();
    EXPECT_EQ(view.records.at(0).engagements.at(0).terms.back().terms.fte->text(), "0.4");
    EXPECT_EQ(view.records.at(1).engagements.at(0).terms.back().terms.fte->text(), "1");
    EXPECT_EQ(view.records.at(2).engagements.at(0).terms.back().terms.fte->text(), "0.4");
}

TEST_F(Upkeep, GoingThroughTheListCountsAsAReturn)
{
    EXPECT_TRUE(app().get("/staff/confirm").shows("Kith holds 3 jobs that run today"));
    web::Fields fields{{"who-" + key_of("P1"), "right"}, {"who-" + key_of("P2"), "changed"}};
    EXPECT_EQ(app().post("/staff/confirm", fields).errors, (std::vector<std::string>{"Select whether this is still right"}));
    fields.emplace_back("who-" + key_of("P3"), "left");
    const auto left = "left-" + key_of("P3");
    for (const auto& [part, value] : {std::pair{"-day", "31"}, {"-month", "10"}, {"-year", "2023"}}) fields.emplace_back(left + part, value);
    const auto shown = app().post("/staff/confirm", fields);
    fields.emplace_back("seen", shown.value("seen"));
    const auto done = app().post("/staff/confirm", fields);
    EXPECT_TRUE(done.shows("Change the record of Ann Hale")) << done.text();
    EXPECT_EQ(working(), (Names{"P1", "P2"}));
    db::Reader reader{house_.database()};
    EXPECT_EQ(returns::standings(reader).at(house_.organisation("OAK").id).by_words, "Robin Hale");
}

TEST_F(Upkeep, ANilReturnCountsAsAReturn)
{
    const auto answer = app().post("/staff/nil-return", {});
    ASSERT_EQ(answer.status, 303) << answer.text();
    EXPECT_TRUE(app().get(answer.location()).shows("Nil return: nothing has changed"));
    EXPECT_TRUE(app().get("/returns").shows("Nil return"));
}

TEST_F(Upkeep, OfAnotherOrganisationIsNotFound)
{
    app().sign_in(Role::data_steward, Scope::organisation(access::OrganisationId{999}), "Sam Reed");
    EXPECT_EQ(app().get(path_of("P1", "/change")).status, 404);
    EXPECT_EQ(app().get(path_of("P1", "/end")).status, 404);
    EXPECT_EQ(app().post("/staff/nil-return", {}).status, 404);
    app().sign_in(Role::manager, Scope::organisation(house_.organisation("OAK").id), "Sam Reed");
    EXPECT_EQ(app().get(path_of("P1", "/change")).status, 403);
}

}  // namespace
}  // namespace kith::app
