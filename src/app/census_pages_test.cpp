// The social work census through the whole house: handed in, taken, written again from the register, and kept from those outside its reach.
#include "kit/whole_house.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::app {
namespace {
using access::Role;
using access::Scope;
using testing::HasSubstr;
using testing::Not;

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Council,council,public,social_family_community,4,\r\nELM,Elm Council,council,public,social_family_community,3,\r\n";
constexpr const char* census = "<Message>\n<Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year><ReferenceDate>2025-09-30</ReferenceDate></CollectionDetails>"
                               "<Source><SourceLevel>L</SourceLevel><LEA>301</LEA></Source></Header>\n"
                               "<LALevelVacancies><NumberOfVacancies>0.00</NumberOfVacancies><NoAgencyFTE>0.00</NoAgencyFTE><NoAgencyHeadcount>0</NoAgencyHeadcount></LALevelVacancies>\n"
                               "<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1234567890</SWENo><PersonBirthDate>1984-03-27</PersonBirthDate><GenderCurrent>2</GenderCurrent>"
                               "<Ethnicity>WBRI</Ethnicity><QualInst>A university</QualInst><QualLevel>1</QualLevel><StepUpGrad>0</StepUpGrad><OrgRole>5</OrgRole>"
                               "<RoleStartDate>2019-04-01</RoleStartDate><StartOrigin>1</StartOrigin><FTE30>0.6</FTE30><Cases30>14</Cases30><WorkingDaysLost>0</WorkingDaysLost>"
                               "<FrontlineGrad>0</FrontlineGrad></CSWWWorker>\n</Message>\n";

class CensusHouse : public testing::Test {
protected:
    void SetUp() override
    {
        const auto places = house_.import({{"organisations.csv", organisations}});
        ASSERT_EQ(places.exit_code, 0) << places.text;
        const auto taken = house_.import({{"census.xml", census}}, true, "OAK");
        ASSERT_EQ(taken.files.size(), 1U);
        EXPECT_EQ(taken.files[0].kind, "Social work census");
        ASSERT_TRUE(taken.files[0].taken) << taken.text;
        house_.app().sign_in(Role::data_steward, Scope::organisation(house_.organisation("OAK").id));
    }
    std::string asked(std::string_view below, std::string_view code, std::string_view year = "2025")
    {
        return "/returns/social-work-census" + std::string{below} + "?organisation=" + house_.organisation(code).public_id.text() + "&year=" + std::string{year} + "&authority=301&vacancies=2.5";
    }
    /// The path of the return that came last.
    std::string newest_return()
    {
        db::Reader reader{house_.database()};
        const auto row = reader.all("SELECT public_id FROM handed_in ORDER BY id DESC LIMIT 1").at(0);
        return "/returns/" + row.get<PublicId>("public_id").text();
    }
    kit::WholeHouse house_;
};
}  // namespace

TEST_F(CensusHouse, ShowsWhatWouldBeLostAndOffersTheFile)
{
    const auto start = house_.app().get("/returns/social-work-census");
    EXPECT_EQ(start.status, 200);
    EXPECT_THAT(start.body, HasSubstr("Oak Council"));
    EXPECT_THAT(start.body, Not(HasSubstr("Elm Council")));
    const auto page = house_.app().get(asked("", "OAK"));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("1 worker of Oak Council can be written for the year to 30 September 2025"));
    EXPECT_THAT(page.body, HasSubstr("Download the census (XML)"));
    EXPECT_LE(page.statements, 12);
}

TEST_F(CensusHouse, WritesTheFileAndTheLossReport)
{
    const auto file = house_.app().get(asked("/file", "OAK"));
    EXPECT_EQ(file.status, 200);
    EXPECT_THAT(file.body, HasSubstr("<SWENo>SW1234567890</SWENo>"));
    EXPECT_THAT(file.body, HasSubstr("<FTE30>0.6</FTE30>"));
    EXPECT_THAT(file.body, HasSubstr("<LEA>301</LEA>"));
    EXPECT_THAT(file.body, HasSubstr("<NumberOfVacancies>2.50</NumberOfVacancies>"));
    const auto losses = house_.app().get(asked("/losses", "OAK"));
    EXPECT_THAT(losses.body, HasSubstr("the whole file,FrontlineGrad,Left out"));
    const auto again = house_.import({{"again.xml", file.body}}, false, "OAK");
    EXPECT_EQ(again.files[0].checked.difference.writes, 0) << again.text;
}

TEST_F(CensusHouse, AsksWhatCanBeAnsweredAndDoesNotAskItTwice)
{
    std::string doubtful{census};
    doubtful.replace(doubtful.find("<Cases30>14"), 11, "<Cases30>140");
    ASSERT_TRUE(house_.import({{"cases.xml", doubtful}}, true, "OAK").files[0].taken);
    const auto path = newest_return();
    const auto asks = house_.app().get(path + "/queries/K-CSWW-36");
    EXPECT_TRUE(asks.shows("The worker had more than 100 cases")) << asks.text();
    EXPECT_EQ(house_.app().post(path + "/queries/K-CSWW-36", {{"query", "all"}, {"words", "She supervises a duty team"}}).status, 303);
    EXPECT_TRUE(house_.app().get(path + "/queries/K-CSWW-36").shows("She supervises a duty team"));
    doubtful.replace(doubtful.find("<WorkingDaysLost>0"), 18, "<WorkingDaysLost>3");
    ASSERT_TRUE(house_.import({{"again.xml", doubtful}}, true, "OAK").files[0].taken);
    EXPECT_TRUE(house_.app().get(newest_return() + "/queries/K-CSWW-36").shows("She supervises a duty team")) << "the cases are as they were";
}

TEST_F(CensusHouse, IsForThoseWhoMaySeeAllThatItSays)
{
    house_.app().sign_in(Role::workforce_lead, Scope::area());
    const auto page = house_.app().get("/returns/social-work-census");
    EXPECT_THAT(page.body, HasSubstr("Ask a data steward of the local authority"));
    EXPECT_EQ(house_.app().get(asked("/file", "OAK")).status, 422);
}

TEST_F(CensusHouse, SaysBesideTheFieldWhatCannotBe)
{
    const auto other = house_.app().get(asked("", "ELM"));
    EXPECT_EQ(other.status, 422);
    EXPECT_THAT(other.body, HasSubstr("Choose the local authority whose census it is"));
    EXPECT_EQ(house_.app().get(asked("/file", "ELM")).status, 422);
    const auto early = house_.app().get(asked("", "OAK", "2001"));
    EXPECT_EQ(early.status, 422);
    EXPECT_THAT(early.body, HasSubstr("no children&#39;s social worker"));
    EXPECT_EQ(house_.app().get(asked("", "OAK", "soon")).status, 422);
}

}  // namespace kith::app
