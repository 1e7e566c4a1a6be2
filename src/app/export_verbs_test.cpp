// The verb that writes the census, on a database file of its own: what leaves the house stands in the audit of reads.
#include "access/read_log.hpp"
#include "app/clock.hpp"
#include "app/export_verbs.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "kit/databases.hpp"
#include "kit/whole_house.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Council,council,public,social_family_community,4,\r\n";
constexpr const char* census = "<Message>\n<Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year><ReferenceDate>2025-09-30</ReferenceDate></CollectionDetails>"
                               "<Source><SourceLevel>L</SourceLevel><LEA>301</LEA></Source></Header>\n"
                               "<LALevelVacancies><NumberOfVacancies>0.00</NumberOfVacancies><NoAgencyFTE>0.00</NoAgencyFTE><NoAgencyHeadcount>0</NoAgencyHeadcount></LALevelVacancies>\n"
                               "<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW1234567890</SWENo><PersonBirthDate>1984-03-27</PersonBirthDate><GenderCurrent>2</GenderCurrent>"
                               "<Ethnicity>WBRI</Ethnicity><QualInst>A university</QualInst><QualLevel>1</QualLevel><StepUpGrad>0</StepUpGrad><OrgRole>5</OrgRole>"
                               "<RoleStartDate>2019-04-01</RoleStartDate><StartOrigin>1</StartOrigin><FTE30>0.6</FTE30><Cases30>14</Cases30><WorkingDaysLost>0</WorkingDaysLost>"
                               "<FrontlineGrad>0</FrontlineGrad></CSWWWorker>\n</Message>\n";

TEST(ExportVerb, LeavesALineInTheAuditOfReads)
{
    const kit::TemporaryFolder folder;
    Configuration configuration;
    configuration.storage.url = "sqlite:" + (folder / "kith.db").string();
    configuration.storage.key_file = folder / "kith.key";
    {
        auto database = open_current_database(configuration);
        const Rooms rooms{configuration, kit::pack_set_of_the_program(), std::nullopt, now};
        const auto take = [&](std::string name, std::string bytes, std::string organisation) {
            const returns::ImportOrder order{.files = {{std::move(name), std::move(bytes)}}, .organisation = std::move(organisation), .accept = true, .confirm_ends = true, .confirm_others = true};
            return returns::import_files(database, *rooms.returns_desk(), order, now).files.at(0).taken;
        };
        ASSERT_TRUE(take("organisations.csv", organisations, {}));
        ASSERT_TRUE(take("census.xml", census, "OAK"));
    }
    const auto file = (folder / "census.xml").string();
    const auto arguments = *Arguments::read({"--organisation", "OAK", "--year", "2025", "--file", file}, {.options = {"organisation", "year", "file"}});
    const auto code = export_census(configuration, arguments);
    ASSERT_TRUE(std::filesystem::exists(file)) << code;
    auto database = open_read_log_database(configuration);
    access::ReadLog log{database};
    const auto reads = log.list({}, 10, 0);
    ASSERT_EQ(reads.size(), 1U);
    EXPECT_EQ(reads[0].entry.kind, access::ReadKind::export_file);
    EXPECT_EQ(reads[0].entry.count, 1);
    EXPECT_EQ(reads[0].entry.staff_records.size(), 1U);
}

}  // namespace
}  // namespace kith::app
