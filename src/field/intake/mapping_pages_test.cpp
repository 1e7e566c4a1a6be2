// Saying what the columns of an extract mean, by real routes and SQL in process. Each page's number of SQL statements is declared.
#include "intake/kinds.hpp"
#include "intake/mapping_register.hpp"
#include "files/xlsx_writer.hpp"
#include "intake/routes.hpp"
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/file_import.hpp"
#include "returns/return_jobs.hpp"
#include "returns/routes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith::intake {
namespace {

using access::Role;
using access::Scope;
using testing::HasSubstr;

constexpr const char* places = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\nOAK,OAK-1,Oak Nursery,day_nursery,NORTH,North,\r\n";
constexpr const char* owners = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\nOAK,Oak Trust,nursery,pvi,early_years,40,\r\n"
                               "ELM,Elm Trust,nursery,pvi,early_years,,\r\n";
const std::string payroll = "Pay No,Employee Name,DOB,NI,Post,Hrs,Started,Tax\r\n"
                            "1001,\"Example, Ann\",23/04/1984,AB123456C,Nursery nurse,37,01/09/2019,1257L\r\n"
                            "1002,\"Sample, Bob\",03/04/1990,AB123457C,Chef de partie,18.5,15/01/2021,1257L\r\n";

class MappingPages : public testing::Test {
protected:
    MappingPages()
        : packs_(std::make_shared<const packs::Packs>(packs::built_in())), desk_(std::make_shared<returns::Desk>()),
          app_([this](web::Routes& routes, kit::TestApp& app) {
              desk_->kinds = kinds_with({}, packs_, {});
              desk_->organisations.list = [](db::Reader& reader, const access::Reach& reach) {
                  std::vector<returns::OrganisationName> names;
                  for (const auto& o : partnership::all_organisations(reader))
                      if (reach.covers(o.id)) names.push_back({o.id, o.public_id, o.code, o.name});
                  return names;
              };
              desk_->organisations.find = [](db::Reader& reader, std::string_view code) -> std::optional<returns::OrganisationName> {
                  const auto o = partnership::find_organisation_with_code(reader, code);
                  return o ? std::optional{returns::OrganisationName{o->id, o->public_id, o->code, o->name}} : std::nullopt;
              };
              returns::add_routes(routes, desk_);
              returns::add_jobs(app.queue(), desk_, [&app] { return app.now(); });
              add_routes(routes, {.packs = packs_, .desk = desk_, .numbers = {}});
          })
    {
        const auto answer = returns::import_files(app_.database(), *desk_, {.files = {{"settings.csv", places}, {"organisations.csv", owners}}, .accept = true}, [this] { return app_.now(); });
        EXPECT_EQ(answer.exit_code, 0) << answer.text;
    }

    access::OrganisationId organisation(std::string_view code)
    {
        db::Reader reader{app_.database()};
        return partnership::find_organisation_with_code(reader, code)->id;
    }
    void sign_in(std::string_view code = "OAK") { app_.sign_in(Role::data_steward, Scope::organisation(organisation(code)), "Robin Hale"); }
    /// Handed in and checked; answers the return's path.
    std::string handed_in(const std::string& bytes)
    {
        const auto answer = app_.upload("/returns", "file", "payroll_2026-11.csv", bytes);
        EXPECT_EQ(answer.status, 303) << answer.text();
        app_.queue().run_all();
        return answer.location();
    }
    web::Fields with(web::Fields more) { more.emplace_back("base", "none"); return more; }
    /// Mapped by its guesses and saved; answers the path of the return.
    std::string mapped(const std::string& bytes = payroll)
    {
        const auto path = handed_in(bytes);
        const auto answer = app_.post(path + "/mapping", with({{"do", "save_anyway"}, {"name", "Payroll"}}));
        EXPECT_EQ(answer.status, 303) << answer.text();
        app_.queue().run_all();
        return path;
    }
    std::shared_ptr<const packs::Packs> packs_;
    std::shared_ptr<returns::Desk> desk_;
    kit::TestApp app_;
};

TEST_F(MappingPages, LeadFromAnUnknownFileToACheckedReturn)
{
    sign_in();
    const auto path = handed_in(payroll);
    const auto asking = app_.get(path);
    EXPECT_THAT(asking.text(), HasSubstr("Kith does not know this layout yet: tell it once what the columns mean"));
    EXPECT_THAT(asking.body, HasSubstr(path + "/mapping"));

    const auto page = app_.get(path + "/mapping");
    ASSERT_EQ(page.status, 200) << page.text();
    EXPECT_LE(page.statements, 10);
    EXPECT_THAT(page.text(), HasSubstr("Example, Ann"));
    EXPECT_THAT(page.text(), HasSubstr("National Insurance numbers, not shown here"));
    EXPECT_EQ(page.body.find("AB123456C"), std::string::npos);
    EXPECT_THAT(page.text(), HasSubstr("The first rows as Kith understands them"));

    const auto shown = app_.post(path + "/mapping", with({{"do", "show"}, {"name", "Payroll"}, {"asked_4", "role"}, {"value_4_0", "nursery_nurse"}, {"value_4_1", "--"}, {"full_week", "36.5"}}));
    EXPECT_EQ(shown.status, 200) << shown.text();
    EXPECT_THAT(shown.text(), HasSubstr("1 row that the mapping leaves out"));

    const auto saved = app_.post(path + "/mapping", with({{"do", "save"}, {"name", "Payroll"}, {"asked_4", "role"}, {"value_4_0", "nursery_nurse"}, {"value_4_1", "nursery_manager"},
                                                          {"constant_setting", "OAK-1"}}));
    ASSERT_EQ(saved.status, 303) << saved.text();
    EXPECT_EQ(saved.location(), path);
    app_.queue().run_all();
    const auto checked = app_.get(path);
    EXPECT_THAT(checked.text(), HasSubstr("2 rows read: all can be taken"));
    EXPECT_THAT(checked.text(), HasSubstr("version 1"));
    EXPECT_THAT(checked.body, HasSubstr("/mappings/"));
}

TEST_F(MappingPages, WarnBeforeValuesOfWhichNothingIsSaidAreSaved)
{
    sign_in();
    const auto path = handed_in(payroll);
    const auto page = app_.get(path + "/mapping");
    EXPECT_THAT(page.text(), HasSubstr("1 value has nothing chosen yet: Post 1 value in 1 row. Their rows are taken, and the value is left out"));
    EXPECT_THAT(page.text(), testing::Not(HasSubstr("cannot be taken")));
    EXPECT_THAT(page.text(), HasSubstr("2 rows of 2 can be taken"));
    const auto warned = app_.post(path + "/mapping", with({{"do", "save"}, {"name", "Payroll"}}));
    EXPECT_EQ(warned.status, 200);
    EXPECT_THAT(warned.text(), testing::AllOf(HasSubstr("Nothing has been saved yet. 1 value has nothing chosen yet"), HasSubstr("Save without these values")));
    EXPECT_THAT(app_.get(path).text(), testing::Not(HasSubstr("version 1")));
    const auto saved = app_.post(path + "/mapping", with({{"do", "save_anyway"}, {"name", "Payroll"}}));
    EXPECT_EQ(saved.status, 303);
    app_.queue().run_all();
    EXPECT_THAT(app_.get(path).text(), HasSubstr("2 rows read: all can be taken"));
}

TEST_F(MappingPages, ReadBelowTitlesAndCountNeitherTotalsNorRowsLeftOut)
{
    sign_in();
    const auto path = handed_in("Oak Trust payroll\r\nMade on 1 November 2026\r\n\r\n" + payroll + "1003,\"Third, Cal\",03/04/1991,,Zookeeper,7,15/01/2021,1257L\r\nTotal,,,,,62.5,,\r\n");
    const auto saved = app_.post(path + "/mapping", with({{"do", "save_anyway"}, {"name", "Payroll"}, {"asked_4", "role"}, {"value_4_1", "--"}}));
    ASSERT_EQ(saved.status, 303) << saved.text();
    app_.queue().run_all();
    const auto checked = app_.get(path).text();
    EXPECT_THAT(checked, HasSubstr("2 rows read: all can be taken"));
    EXPECT_THAT(checked, HasSubstr("What stands above the column names was left out: lines 1, 2 (the names stand on line 4)."));
    EXPECT_THAT(checked, HasSubstr("A line that is a total is nobody, and is left out: line 8."));
    EXPECT_THAT(checked, HasSubstr("The mapping leaves out 1 row"));
    EXPECT_THAT(checked, testing::Not(HasSubstr("Made-up people")));
}

TEST_F(MappingPages, KnowTheLayoutNextTimeAndAskOnlyForWhatChanged)
{
    sign_in();
    mapped();
    EXPECT_THAT(app_.get(handed_in(payroll)).text(), HasSubstr("version 1"));
    auto changed = payroll;
    changed.replace(changed.find("Hrs"), 3, "Weekly hours paid");
    const auto path = handed_in(changed);
    EXPECT_THAT(app_.get(path).text(), HasSubstr("New: Weekly hours paid"));
    const auto page = app_.get(path + "/mapping");
    EXPECT_THAT(page.text(), HasSubstr("No longer there: Hrs"));
    EXPECT_THAT(page.text(), HasSubstr("The other columns are read as before"));
    const auto saved = app_.post(path + "/mapping", {{"do", "save_anyway"}, {"name", "Payroll"}, {"base", page.value("base")}});
    ASSERT_EQ(saved.status, 303) << saved.text();
    app_.queue().run_all();
    EXPECT_THAT(app_.get(path).text(), HasSubstr("version 2"));
}

TEST_F(MappingPages, RefuseInsuranceNumbersAsAReferenceAndAFieldTwice)
{
    sign_in();
    const auto path = handed_in(payroll);
    const auto open = app_.post(path + "/mapping", with({{"do", "save"}, {"name", "Payroll"}, {"target_0", ""}, {"target_3", "staff_reference"}}));
    EXPECT_EQ(open.status, 422);
    EXPECT_THAT(open.text(), HasSubstr("holds National Insurance numbers"));
    EXPECT_EQ(open.body.find("AB123456C"), std::string::npos);
    const auto twice = app_.post(path + "/mapping", with({{"do", "save"}, {"name", ""}, {"target_7", "start_date"}}));
    EXPECT_EQ(twice.status, 422);
    EXPECT_EQ(twice.errors.size(), 2U);
    EXPECT_THAT(twice.text(), HasSubstr("Two columns are mapped to First day of the job: Started and Tax"));
}

TEST_F(MappingPages, ListShowAndRetire)
{
    sign_in();
    EXPECT_THAT(app_.get("/mappings").text(), HasSubstr("Kith was told no layouts yet"));
    mapped();
    const auto list = app_.get("/mappings");
    EXPECT_LE(list.statements, 4);
    EXPECT_THAT(list.text(), HasSubstr("Oak Trust"));
    const auto path = "/mappings/" + list.between("href=\"/mappings/", "\"");
    const auto page = app_.get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_LE(page.statements, 9);
    EXPECT_THAT(page.text(), HasSubstr("Change it, with the newest file that it read"));
    EXPECT_EQ(app_.get(path + "/1").status, 200);
    EXPECT_EQ(app_.get(path + "/9").status, 404);
    EXPECT_EQ(app_.post(path + "/retire", {{"seen", "7"}}).status, 409);
    EXPECT_EQ(app_.post(path + "/retire", {{"seen", "1"}}).status, 303);
    EXPECT_THAT(app_.get(path).text(), HasSubstr("Retired on"));
    EXPECT_THAT(app_.get(handed_in(payroll)).text(), HasSubstr("tell it once"));
}

TEST_F(MappingPages, GoBackToAVersion)
{
    sign_in();
    const auto returned = mapped();
    const auto path = "/mappings/" + app_.get("/mappings").between("href=\"/mappings/", "\"");
    const auto base = app_.get(returned + "/mapping").between("name=\"base\" value=\"", "\"");
    ASSERT_EQ(app_.post(returned + "/mapping", {{"do", "save_anyway"}, {"name", "Payroll"}, {"full_week", "36.25"}, {"base", base}}).status, 303);
    EXPECT_THAT(app_.get(path).text(), HasSubstr("full time: 36.25"));
    EXPECT_THAT(app_.get(path).text(), testing::Not(HasSubstr("Go back to version")));
    EXPECT_THAT(app_.get(path + "/1").text(), HasSubstr("Go back to version 1"));
    EXPECT_EQ(app_.post(path + "/1/restore", {{"seen", "1"}}).status, 409) << "the form was seen before the change";
    EXPECT_EQ(app_.post(path + "/7/restore", {{"seen", "2"}}).status, 404);
    EXPECT_EQ(app_.post(path + "/1/restore", {{"seen", "2"}}).status, 303);
    EXPECT_THAT(app_.get(path).text(), testing::AllOf(HasSubstr("full time: 37"), HasSubstr("version 3"), HasSubstr("Version 2")));
}

TEST_F(MappingPages, LookAtTheSheetThatIsAskedFor)
{
    files::XlsxWriter writer;
    writer.sheet("Cover").text("Report").text("Made on").end_row().text("Payroll").text("today").end_row();
    writer.sheet("People");
    auto table = files::Table::read(payroll).value();
    for (const auto name : table.header()) writer.text(name);
    writer.end_row();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t column = 0; column < table.header().size(); ++column) writer.text(table.cell(row, column));
        writer.end_row();
    }
    const auto bytes = std::move(writer).bytes();
    sign_in();
    const auto answer = app_.upload("/returns", "file", "payroll.xlsx", bytes);
    ASSERT_EQ(answer.status, 303) << answer.text();
    app_.queue().run_all();
    const auto path = answer.location();
    EXPECT_THAT(app_.get(path + "/mapping").text(), testing::AllOf(HasSubstr("Kith looks at the sheet People"), HasSubstr("Look at the sheet Cover"))) << "a cover sheet has no column names";
    const auto people = app_.get(path + "/mapping?from=new&sheet=2");
    EXPECT_THAT(people.text(), testing::AllOf(HasSubstr("Kith looks at the sheet People"), HasSubstr("Employee Name")));
    const auto saved = app_.post(path + "/mapping", with({{"do", "save_anyway"}, {"name", "Payroll"}, {"sheet", "2"}}));
    ASSERT_EQ(saved.status, 303) << saved.text();
    app_.queue().run_all();
    EXPECT_THAT(app_.get(path).text(), testing::AllOf(HasSubstr("version 1"), HasSubstr("What accepting would do")));
    const auto again = app_.upload("/returns", "file", "payroll.xlsx", bytes);
    app_.queue().run_all();
    EXPECT_THAT(app_.get(again.location()).text(), HasSubstr("version 1")) << "the sheet is found by its columns";
}

TEST_F(MappingPages, AreNotFoundOutsideOnesReachAndOfferLayoutsOfOthersWithoutValues)
{
    sign_in();
    const auto path = mapped();
    const auto mapping = "/mappings/" + app_.get("/mappings").between("href=\"/mappings/", "\"");
    sign_in("ELM");
    EXPECT_EQ(app_.get(path + "/mapping").status, 404);
    EXPECT_EQ(app_.get(mapping).status, 404);
    const auto own = handed_in(payroll);
    const auto page = app_.get(own + "/mapping");
    EXPECT_THAT(page.text(), HasSubstr("Oak Trust has told Kith about a layout with 8 of these 8 columns"));
    const auto from = own + "/mapping?from=" + page.between("/mapping?from=", "\"");
    EXPECT_THAT(app_.get(from).text(), HasSubstr("As in the layout you began from"));
}

TEST_F(MappingPages, TellTheAuditOfReadsThatRowsWereShown)
{
    sign_in();
    app_.get(handed_in(payroll) + "/mapping");
    app_.reads().flush();
    const auto entries = app_.reads().list({}, 10, 0);
    EXPECT_TRUE(std::ranges::any_of(entries, [](const auto& read) { return read.entry.route == "/returns/{return}/mapping" && read.entry.count == 2; }));
}

const std::string guarded = "Pay No,Employee Name,Salary,Ethnic origin,NI,Post,Started\r\n"
                            "1001,\"Example, Ann\",31000,White British,AB123456C,Nursery nurse,01/09/2019\r\n";

/// What only those may see who have the permission for it.
void expect_nothing_guarded(const kit::Answer& page)
{
    EXPECT_EQ(page.status, 200) << page.text();
    for (const auto* value : {"31000", "31,000", "White British", "AB123456C", "Example, Ann"}) EXPECT_EQ(page.body.find(value), std::string::npos) << value;
}

TEST_F(MappingPages, ShowNoValuesToThoseWhoMayNotHaveTheFile)
{
    sign_in();
    const auto path = handed_in(guarded);
    EXPECT_THAT(app_.get(path + "/mapping").text(), HasSubstr("31000"));
    app_.reads().flush();
    const auto read = app_.reads().count({});
    app_.sign_in(Role::workforce_lead, Scope::area(), "Sky Lane");
    const auto page = app_.get(path + "/mapping");
    expect_nothing_guarded(page);
    EXPECT_THAT(page.text(), HasSubstr("Ethnic origin"));
    EXPECT_THAT(page.text(), HasSubstr("What stands in the columns, and what Kith makes of it, is not shown to you"));
    expect_nothing_guarded(app_.post(path + "/mapping", with({{"do", "show"}, {"name", "Payroll"}, {"asked_3", "ethnicity"}, {"target_3", "role"}})));
    app_.reads().flush();
    EXPECT_EQ(app_.reads().count({}), read) << "no row was shown";
}

TEST_F(MappingPages, ShowTheirValuesToWhoeverHandedTheFileIn)
{
    app_.sign_in(Role::workforce_lead, Scope::area(), "Sky Lane");
    db::Reader reader{app_.database()};
    const auto oak = desk_->organisations.find(reader, "OAK")->public_id.text();
    const auto answer = app_.upload("/returns", "file", "payroll.csv", guarded, {{"organisation", oak}});
    ASSERT_EQ(answer.status, 303) << answer.text();
    app_.queue().run_all();
    EXPECT_THAT(app_.get(answer.location() + "/mapping").text(), HasSubstr("31000"));
}

TEST_F(MappingPages, AFileOfSeveralOrganisationsGoesBackToThoseWhoMaySeeAllOfIt)
{
    const std::string two = "organisation,staff_reference,family_name,given_name,national_insurance_number,ethnicity,role,contract,fte,pay,pay_period,start_date\r\n"
                            "OAK,P1,Reyes,Ann,AB123456C,white_british,nursery_worker,permanent,1,31000,year,01/09/2020\r\n"
                            "ELM,P1,Hale,Bob,AB123457C,white_british,nursery_worker,permanent,1,32000,year,01/09/2020\r\n";
    const auto taken = returns::import_files(app_.database(), *desk_, {.files = {{"staff.csv", two}}, .accept = true}, [this] { return app_.now(); });
    ASSERT_TRUE(taken.files.at(0).taken) << taken.text;
    app_.sign_in(Role::workforce_lead, Scope::area(), "Sky Lane");
    const auto path = "/returns/" + taken.files.at(0).return_id->text();
    const auto page = app_.get(path);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.body.find(path + "/to-mend"), std::string::npos);
    EXPECT_EQ(app_.get(path + "/to-mend").status, 404);
    app_.reads().flush();
    const auto reads = app_.reads().list({}, 1, 0);
    ASSERT_EQ(reads.size(), 1U) << "samples of the difference were shown";
    EXPECT_EQ(reads[0].entry.organisations, (std::vector{organisation("OAK"), organisation("ELM")}));
    const auto places_too = returns::import_files(app_.database(), *desk_, {.files = {{"organisations.csv", std::string{owners} + "ASH,Ash Trust,nursery,pvi,early_years,,\r\n"}}, .accept = true},
                                                  [this] { return app_.now(); });
    EXPECT_EQ(app_.get("/returns/" + places_too.files.at(0).return_id->text() + "/to-mend").status, 200) << "a file of organisations holds nothing guarded";
}

}  // namespace
}  // namespace kith::intake
