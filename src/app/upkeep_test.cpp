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
    /// Of all that were handed in or entered.
    std::string newest_return()
    {
        const auto page = app().get("/returns");
        const auto at = page.body.find("/returns/01");
        return at == std::string::npos ? std::string{} : page.body.substr(at, std::string_view{"/returns/"}.size() + 26);
    }
    static void add_day(web::Fields& fields, const std::string& name, int day, int month, int year)
    {
        fields.emplace_back(name + "-day", std::to_string(day));
        fields.emplace_back(name + "-month", std::to_string(month));
        fields.emplace_back(name + "-year", std::to_string(year));
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
    EXPECT_EQ(stopped.refusal, "Select the box to confirm that 1 job may end, or withdraw the return (--confirm-ends)");
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
    const auto then = saved("/staff/new", fields);
    EXPECT_EQ(then, path_of("P4", "/change")) << "where the rest can be said";
    EXPECT_EQ(working(), (Names{"P1", "P2", "P3", "P4"})) << "Kith gave the reference";
    const auto path = newest_return();
    EXPECT_TRUE(app().get(path).shows("Added by hand")) << app().get(path).text();
    EXPECT_EQ(app().post(path + "/undo", {{"reason", "Wrong nursery"}}).status, 303);
    EXPECT_EQ(held().records.size(), 3U);
}

TEST_F(Upkeep, SomebodyWhoIsHeldAlreadyIsNotAddedUnseen)
{
    web::Fields fields{{"given_name", "ann"}, {"family_name", "REYES"}, {"role", "nursery_worker"}, {"contract", "permanent"}, {"fte", "1"}, {"setting", "OAK-1"}};
    add_day(fields, "start_date", 1, 9, 2023);
    add_day(fields, "date_of_birth", 3, 4, 1990);
    const auto shown = app().post("/staff/new", fields);
    EXPECT_TRUE(shown.shows("Worth a look first")) << shown.text();
    EXPECT_TRUE(shown.shows("Somebody of this name and date of birth is held under another reference")) << shown.text();
    fields.emplace_back("seen", shown.value("seen"));
    EXPECT_EQ(app().post("/staff/new", fields).status, 303) << "they may be two people";
}

TEST_F(Upkeep, APersonsJobIsChangedFromADayAndEndedByHand)
{
    const auto change = path_of("P2", "/change/hours");
    const auto shown = app().get(change);
    EXPECT_EQ(shown.value("fte"), "1");
    web::Fields fields{{"job", "1"}, {"hours", ""}, {"fte", "0.5"}, {"pattern", "mon"}, {"pattern", "tue"}};
    EXPECT_TRUE(shown.shows("What is held now stands since 1 September 2020. To put right what was never so, give that day"));
    EXPECT_TRUE(app().post(change, fields).shows("Enter the day from which the change holds")) << "nobody said from when";
    add_day(fields, "terms_from", 1, 10, 2023);
    EXPECT_EQ(saved(change, fields), path_of("P2", "/change"));
    const auto terms = held().records.at(1).engagements.at(0).terms;
    ASSERT_EQ(terms.size(), 2U) << "neither a leaver nor a starter";
    EXPECT_EQ(terms.back().terms.fte->text(), "0.5");
    EXPECT_EQ(terms.back().terms.pattern, "mon;tue");
    EXPECT_EQ(app().post(change, fields).status, 422) << "it is so already";
    EXPECT_TRUE(app().get(change).shows("stands since 1 October 2023")) << "what the first day of the job would leave as it is";

    web::Fields end{{"job", "1"}, {"reason_for_leaving", "retired"}, {"destination", ""}};
    add_day(end, "end_date", 31, 10, 2023);
    saved(path_of("P2", "/end"), end);
    EXPECT_EQ(working(), (Names{"P1", "P3"}));
    EXPECT_EQ(held().records.at(1).engagements.at(0).engagement.reason_for_leaving, "retired");
    EXPECT_TRUE(app().get(path_of("P2", "/change")).shows("Why they left")) << "a job that has ended can say where they went";
    EXPECT_EQ(app().get(path_of("P1", "/change/leaving")).status, 404) << "a job that runs cannot";
}

TEST_F(Upkeep, EverySectionOfARecordIsChangedByHand)
{
    const auto overview = app().get(path_of("P1", "/change"));
    for (const auto* words : {"Name and birth", "About them", "Hours and pattern", "Pay and pension", "Before this job", "Qualifications and registrations", "Checks"})
        EXPECT_TRUE(overview.shows(words)) << words;
    saved(path_of("P1", "/change/about-them"), {{"sex", "female"}, {"ethnicity", ""}, {"disability", ""}});
    saved(path_of("P1", "/change/before"), {{"origin", "first_job"}});
    web::Fields pay{{"pay", "24500.50"}, {"pay_period", "year"}, {"pension_scheme", "lgps"}};
    add_day(pay, "terms_from", 1, 9, 2020);
    saved(path_of("P1", "/change/pay"), pay);
    web::Fields job{{"role", "nursery_manager"}, {"contract", "permanent"}, {"setting", "OAK-1"}, {"terms_set", "own"}, {"manager", "P2"}};
    add_day(job, "terms_from", 1, 10, 2023);
    saved(path_of("P1", "/change/job"), job);
    const auto record = held().records.at(0);
    EXPECT_EQ(record.record.sex, "female");
    EXPECT_EQ(record.engagements.at(0).engagement.origin, "first_job");
    ASSERT_EQ(record.engagements.at(0).terms.size(), 2U);
    EXPECT_EQ(record.engagements.at(0).terms.at(0).terms.pay, Pence{2450050});
    EXPECT_EQ(record.engagements.at(0).terms.at(1).terms.manager, "P2");
    EXPECT_EQ(record.engagements.at(0).terms.at(1).terms.pay_period, "year") << "what another section holds stays";
    EXPECT_EQ(record.record.birth_date->reveal().iso(), "1990-04-03");
}

TEST_F(Upkeep, WhatIsNotSeenIsNeitherAskedNorChanged)
{
    web::Fields pay{{"pay", "24500"}, {"pay_period", "year"}, {"pension_scheme", "lgps"}};
    add_day(pay, "terms_from", 1, 9, 2020);
    saved(path_of("P1", "/change/pay"), pay);
    saved(path_of("P1", "/change/about-them"), {{"sex", "female"}, {"ethnicity", "asian_indian"}, {"disability", "disabled"}});
    const auto before = held().records.at(0);
    ASSERT_EQ(before.record.ethnicity, "asian_indian");

    app().sign_in(Role::workforce_lead, Scope::area(), "Kit Lead");
    EXPECT_TRUE(app().get(path_of("P1", "/change")).shows("Not shown to you, and left as it is: National Insurance number; Ethnicity and disability; Pay and pension; Absence and days lost"));
    EXPECT_FALSE(app().get(path_of("P1", "/change")).shows("24500"));
    EXPECT_EQ(app().get(path_of("P1", "/change/pay")).status, 404);
    EXPECT_EQ(app().post(path_of("P1", "/change/pay"), pay).status, 404);
    EXPECT_FALSE(app().get(path_of("P1", "/change/about-them")).shows("Ethnic group"));
    saved(path_of("P1", "/change/about-them"), {{"sex", "male"}, {"ethnicity", ""}, {"disability", "not_disabled"}, {"date_of_birth-day", "1"}});
    web::Fields hours{{"hours", "18.5"}, {"fte", "0.5"}, {"pay", "99999"}, {"pay_period", "year"}};
    add_day(hours, "terms_from", 1, 10, 2023);
    saved(path_of("P1", "/change/hours"), hours);
    const auto after = held().records.at(0);
    EXPECT_EQ(after.record.sex, "male");
    EXPECT_EQ(after.record.ethnicity, "asian_indian");
    EXPECT_EQ(after.record.disability, "disabled");
    EXPECT_EQ(after.engagements.at(0).terms.back().terms.pay, before.engagements.at(0).terms.back().terms.pay);
}

TEST_F(Upkeep, FactsAreAddedChangedAndTakenAwayByHand)
{
    web::Fields first_aid{{"code", "paediatric_first_aid"}, {"words", "Made-up Training"}};
    add_day(first_aid, "on", 1, 6, 2023);
    EXPECT_EQ(saved(path_of("P1", "/facts/training"), first_aid), path_of("P1", "/change"));
    saved(path_of("P1", "/facts/language"), {{"code", "polish"}, {"detail", ""}});
    EXPECT_EQ(app().post(path_of("P1", "/facts/check"), {{"code", "identity"}, {"detail", "clear"}}).status, 422) << "a check has a day";
    const auto facts = held().records.at(0).facts;
    ASSERT_EQ(facts.size(), 2U);
    const auto& training = *std::ranges::find(facts, workforce::FactKind::training, [](const auto& held) { return held.fact.kind; });
    EXPECT_EQ(training.fact.on->iso(), "2023-06-01");

    const auto id = std::to_string(training.id.value());
    EXPECT_EQ(app().get(path_of("P1", "/facts/training?fact=" + id)).value("on-year"), "2023");
    EXPECT_EQ(app().get(path_of("P2", "/facts/training?fact=" + id)).status, 404) << "it is not theirs";
    web::Fields later{{"fact", id}, {"code", "paediatric_first_aid"}, {"words", "Made-up Training"}};
    add_day(later, "on", 2, 6, 2023);
    saved(path_of("P1", "/facts/training"), later);
    const auto moved = held().records.at(0).facts;
    ASSERT_EQ(moved.size(), 2U) << "the day was put right, and did not make a second training";
    const auto& now = *std::ranges::find(moved, workforce::FactKind::training, [](const auto& held) { return held.fact.kind; });
    EXPECT_EQ(now.fact.on->iso(), "2023-06-02");
    EXPECT_EQ(now.fact.words, "Made-up Training");
    saved(path_of("P1", "/facts/training"), {{"fact", std::to_string(now.id.value())}, {"removed", "yes"}});
    EXPECT_EQ(held().records.at(0).facts.size(), 1U);
}

TEST_F(Upkeep, ANumberAndWhoGaveATrainingAreTakenAwayByEmptyingTheirBoxes)
{
    const auto fact_of = [&](workforce::FactKind kind) {
        const auto facts = held().records.at(0).facts;
        return *std::ranges::find(facts, kind, [](const auto& one) { return one.fact.kind; });
    };
    web::Fields training{{"code", "paediatric_first_aid"}, {"words", "Made-up Training"}};
    add_day(training, "on", 1, 6, 2023);
    saved(path_of("P1", "/facts/training"), training);
    saved(path_of("P1", "/facts/professional-status"), {{"code", "qts"}, {"number", "1234567"}});
    const auto given = fact_of(workforce::FactKind::training);
    training = {{"fact", std::to_string(given.id.value())}, {"code", "paediatric_first_aid"}, {"words", ""}};
    add_day(training, "on", 1, 6, 2023);
    saved(path_of("P1", "/facts/training"), training);
    EXPECT_EQ(fact_of(workforce::FactKind::training).fact.words, "");
    const auto registered = fact_of(workforce::FactKind::professional_status);
    ASSERT_EQ(registered.fact.number, "1234567");
    EXPECT_EQ(app().get(path_of("P1", "/facts/professional-status?fact=" + std::to_string(registered.id.value()))).value("number"), "1234567");
    saved(path_of("P1", "/facts/professional-status"), {{"fact", std::to_string(registered.id.value())}, {"code", "qts"}, {"number", ""}});
    EXPECT_EQ(fact_of(workforce::FactKind::professional_status).fact.number, "");
    EXPECT_EQ(held().records.at(0).facts.size(), 2U);
}

TEST_F(Upkeep, SeveralHaveDoneTheSameTraining)
{
    web::Fields fields{{"who", key_of("P1")}, {"who", key_of("P3")}, {"what", "training"}, {"code", "paediatric_first_aid"}};
    add_day(fields, "on", 1, 6, 2023);
    saved("/staff/several", fields);
    EXPECT_EQ(held().records.at(0).facts.size(), 1U);
    EXPECT_EQ(held().records.at(1).facts.size(), 0U);
    EXPECT_EQ(held().records.at(2).facts.size(), 1U);
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
    EXPECT_EQ(app().post("/staff/confirm", fields).errors, (std::vector<std::string>{"Person 2 of 3: select whether this is still right"}));
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

TEST_F(Upkeep, ALargeOrganisationCanSayThatNothingHasChanged)
{
    std::string rows = header;
    for (int number = 0; number < 201; ++number) rows += person(fmt::format("L{}", number), fmt::format("Reyes{}", std::string(1, static_cast<char>('a' + number % 26))));
    take(rows);
    const auto page = app().get("/staff/confirm");
    EXPECT_TRUE(page.shows("too many to go through on a page")) << page.text();
    EXPECT_NE(page.body.find("action=\"/staff/nil-return\""), std::string::npos);
    EXPECT_TRUE(page.shows("Nothing has changed for anyone"));
    EXPECT_EQ(app().post("/staff/nil-return", {{"for", house_.organisation("OAK").public_id.text()}}).status, 303);
}

TEST_F(Upkeep, AFileOfFactsStandsInNoListsPlaceOnTheScorecard)
{
    const auto standing = [&] {
        db::Reader reader{house_.database()};
        return returns::standings(reader).at(house_.organisation("OAK").id);
    };
    const auto before = standing();
    EXPECT_EQ(before.rows, 3);
    const auto facts = take("staff_reference,kind,code,on\r\nP1,training,safeguarding_1,2023-05-01\r\n", {}, true, "facts.csv");
    ASSERT_TRUE(facts.taken) << facts.refusal;
    EXPECT_EQ(standing().rows, 3);
    EXPECT_EQ(standing().last, before.last);
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
