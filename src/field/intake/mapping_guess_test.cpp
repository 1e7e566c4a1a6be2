// Column names as systems write them, and what stands in the columns: what Kith offers for each.
#include "intake/mapping_guess.hpp"

#include "intake/mapped_kind.hpp"
#include "intake/mapping_values.hpp"
#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::intake {
namespace {
const Date today = kit::day("2026-11-01");

struct Guessed {
    std::vector<std::string> header;
    std::vector<ColumnGuess> guesses;
    const ColumnGuess& of(std::string_view name) const
    {
        auto found = std::ranges::find(header, name);
        return guesses.at(static_cast<std::size_t>(found - header.begin()));
    }
};

Guessed guessed(const std::string& bytes)
{
    const auto table = files::CsvTable::read(bytes).value();
    std::vector<ColumnContent> contents;
    for (std::size_t at = 0; at < table.header().size(); ++at) contents.push_back(content_of(table, at, today));
    const auto header = header_of(table);
    return {header, guess_columns(header, contents, kit::sample_packs(), today)};
}

struct Named {
    std::string header;
    std::string target;
};

class ByName : public testing::TestWithParam<Named> {};

TEST_P(ByName, IsOfferedForItsTarget) { EXPECT_EQ(guessed(GetParam().header + ",Q\r\n,\r\n").guesses.front().target, GetParam().target); }

INSTANTIATE_TEST_SUITE_P(OfManySystems, ByName,
                         testing::ValuesIn(std::vector<Named>{
                             {"Surname", "family_name"}, {"Last Name", "family_name"}, {"Legal surname", "family_name"}, {"LAST_NAME", "family_name"}, {"Nachname", "family_name"},
                             {"Nom de famille", "family_name"}, {"Cyfenw", "family_name"}, {"Employee Surname (legal)", "family_name"}, {"Forename(s)", "given_name"},
                             {"First Name", "given_name"}, {"firstName", "given_name"}, {"Prénom", "given_name"}, {"Full Name", "full_name"}, {"Name", "full_name"},
                             {"Employee Name", "full_name"}, {"D.O.B.", "date_of_birth"}, {"Birth Date", "date_of_birth"}, {"Geburtsdatum", "date_of_birth"},
                             {"Emp No", "staff_reference"}, {"Employee Number", "staff_reference"}, {"EMPLOYEE_ID", "staff_reference"}, {"Payroll No.", "staff_reference"},
                             {"Personnel number", "staff_reference"}, {"Staff Code", "staff_reference"}, {"Position Title", "role"}, {"JobTitle", "role"}, {"Job Role", "role"},
                             {"Post title", "role"}, {"Teitl swydd", "role"}, {"Contract Type", "contract"}, {"Contract/Agreement Type", "contract"}, {"Employment Category", "contract"},
                             {"Assignment Category", "contract"}, {"WTE", "fte"}, {"FTE", "fte"}, {"Contracted WTE", "fte"}, {"Full-time equivalent", "fte"}, {"Contract hrs", "hours"},
                             {"Contracted Hours", "hours"}, {"Hours p/w", "hours"}, {"Weekly Hours", "hours"}, {"Work Location", "setting"}, {"School Name", "setting"},
                             {"Cost Centre Name", "setting"}, {"Start Date", "start_date"}, {"Latest Hire Date", "start_date"}, {"Date commenced", "start_date"},
                             {"Leaving Date", "end_date"}, {"Termination date", "end_date"}, {"Effective From", "terms_from"}, {"Home Postcode", ""}, {"E-mail", ""},
                             {"Bank Account", ""}, {"Shoe size", ""}}));

TEST(GuessColumns, OfAPayrollExtractAreAllRight)
{
    const auto all = guessed("Pay No,Employee Name,DOB,NI No,Post,Basis,Hrs,Location,Start Date,Left Date,Tax Code\r\n"
                             "1001,\"Example, Ann\",03/04/1984,QQ123456C,Nursery nurse,Perm,37,Oak Nursery,01/09/2019,,1257L\r\n"
                             "1002,\"Sample, Bob\",23/04/1990,AB123456D,Cook,Casual,18.5,Oak Nursery,15/01/2021,,1257L\r\n");
    EXPECT_EQ(all.of("Pay No").target, "staff_reference");
    EXPECT_EQ(all.of("Employee Name").target, "full_name");
    EXPECT_EQ(all.of("Employee Name").reading, Reading::surname_first);
    EXPECT_EQ(all.of("DOB").target, "date_of_birth");
    EXPECT_EQ(all.of("NI No").target, "national_insurance_number");
    EXPECT_EQ(all.of("Post").target, "role");
    EXPECT_EQ(all.of("Basis").target, "contract");
    EXPECT_EQ(all.of("Hrs").target, "hours");
    EXPECT_EQ(all.of("Location").target, "setting");
    EXPECT_EQ(all.of("Start Date").target, "start_date");
    EXPECT_EQ(all.of("Start Date").reading, Reading::day_first);
    EXPECT_EQ(all.of("Left Date").target, "end_date");
    EXPECT_EQ(all.of("Tax Code").target, "");
}

TEST(GuessColumns, NeverOfferInsuranceNumbersAsAnythingElse)
{
    const auto all = guessed("Reference,Role\r\nAB123456C,teacher\r\nCD123456A,teacher\r\n");
    EXPECT_EQ(all.of("Reference").target, "national_insurance_number");
    EXPECT_EQ(all.of("Reference").certainty, Certainty::doubtful);
    EXPECT_NE(guessed("NI Number,Role\r\n4711,teacher\r\n4712,cook\r\n").of("NI Number").target, "national_insurance_number");
}

TEST(GuessColumns, ReadWhatStandsThereWhereTheNameSaysNothing)
{
    const auto all = guessed("A,B,C,D,E,F\r\nE-01,12/31/1984,0.6,teacher,2021-09-01,LS1 2RP\r\nE-02,01/02/1990,1,teaching_assistant,2022-01-04,LS2 3AB\r\n"
                             "E-03,11/30/1975,0.53333,teacher,2019-09-01,LS1 1AA\r\n");
    EXPECT_EQ(all.of("A").target, "staff_reference");
    EXPECT_EQ(all.of("B").target, "date_of_birth");
    EXPECT_EQ(all.of("B").reading, Reading::month_first);
    EXPECT_EQ(all.of("C").target, "fte");
    EXPECT_EQ(all.of("D").target, "role");
    EXPECT_EQ(all.of("E").target, "start_date");
    EXPECT_EQ(all.of("F").target, "");
    for (const auto& guess : all.guesses) EXPECT_NE(guess.certainty, Certainty::sure) << guess.why;
}

TEST(GuessColumns, OfferNothingTwiceAndTakeAJobReferenceForWantOfAPersonsOne)
{
    const auto two = guessed("Surname,Last Name,First name,Name\r\nExample,Example,Ann,Ann Example\r\n");
    EXPECT_EQ(two.of("Surname").target, "family_name");
    EXPECT_EQ(two.of("Last Name").target, "");
    EXPECT_EQ(two.of("Name").target, "") << "a whole name beside a family name is one too many";
    EXPECT_EQ(guessed("Assignment Number,Job Role\r\n123-1,Health Visitor\r\n").of("Assignment Number").target, "staff_reference");
    EXPECT_EQ(guessed("Employee Number,Assignment Number,Job Role\r\n7,123-1,Health Visitor\r\n").of("Assignment Number").target, "engagement_reference");
}

TEST(GuessColumns, PassOverANameThatItsValuesBelie)
{
    EXPECT_NE(guessed("Start Date,Role\r\nMonday,teacher\r\nTuesday,teacher\r\n").of("Start Date").target, "start_date");
    EXPECT_NE(guessed("Surname,Role\r\n01/02/2020,teacher\r\n03/04/2021,teacher\r\n").of("Surname").target, "family_name");
}

TEST(DateOrder, IsAskedWhereBothOrdersFitAllDatesOrNeitherDoes)
{
    const auto content = [](std::string days) { return content_of(files::CsvTable::read("Day,Q\r\n" + days).value(), 0, today); };
    EXPECT_TRUE(content("03/04/2020,\r\n05/06/2021,\r\n").order_is_doubtful());
    EXPECT_FALSE(content("03/04/2020,\r\n25/06/2021,\r\n").order_is_doubtful());
    EXPECT_FALSE(content("2020-04-03,\r\n2021-06-05,\r\n").order_is_doubtful());
    EXPECT_FALSE(content("27-MAR-2020,\r\n01-APR-2021,\r\n").order_is_doubtful());
    EXPECT_TRUE(content("13/04/2020,\r\n05/26/2021,\r\n").order_is_doubtful());
}

std::vector<ValueGuess> guessed_values(std::string_view target, const std::vector<CountedValue>& values)
{
    const auto area = kit::sample_area();
    const auto all = targets(kit::sample_packs());
    const auto& wanted = *find_target(all, target);
    return guess_values(values, wanted, choices_for(wanted, area), kit::sample_packs());
}

TEST(GuessValues, TakeLabelsSynonymsPresetsAndSpelling)
{
    const auto roles = guessed_values("role", {{"Health Visitor", 3}, {"Nursery Nurse Level 3", 2}, {"Teching assistant", 1}, {"Zookeeper", 1}});
    EXPECT_EQ(roles[0].code, "health_visitor");
    EXPECT_EQ(roles[0].certainty, Certainty::sure);
    EXPECT_EQ(roles[1].code, "nursery_nurse");
    EXPECT_EQ(roles[1].certainty, Certainty::doubtful);
    EXPECT_EQ(roles[2].code, "teaching_assistant");
    EXPECT_EQ(roles[3].code, "");
    const auto school = guessed_values("role", {{"HDTR", 1}, {"CLST", 12}, {"TASS", 9}, {"HLTA", 2}});
    EXPECT_EQ(school[0].code, "headteacher");
    EXPECT_EQ(school[3].code, "higher_level_teaching_assistant");
    const auto contracts = guessed_values("contract", {{"PRM", 20}, {"FTM", 3}, {"TMP", 2}});
    EXPECT_EQ(contracts[0].code, "permanent");
    EXPECT_EQ(contracts[1].code, "fixed_term");
    EXPECT_EQ(guessed_values("locality", {{"North", 2}})[0].code, "NORTH");
}

struct Word {
    std::string target;
    std::string value;
    std::string code;  ///< empty: nothing may be offered
};

class OfPayrolls : public testing::TestWithParam<Word> {};

TEST_P(OfPayrolls, BecomesThatCodeOrNone)
{
    const auto& word = GetParam();
    const auto alone = guessed_values(word.target, {{word.value, 1}});
    EXPECT_EQ(alone[0].code, word.code) << word.value << ": " << alone[0].why;
    // Whatever stands beside it: a list of the packs that answers most of them does not answer this one otherwise.
    const auto beside = guessed_values(word.target, {{"HDTR", 1}, {"CLST", 5}, {"TASS", 5}, {word.value, 1}});
    if (word.target == "role") {
        EXPECT_EQ(beside[3].code, word.code) << word.value << ": " << beside[3].why;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Words, OfPayrolls,
    testing::ValuesIn(std::vector<Word>{
        {"role", "Site Manager", "ancillary_worker"}, {"role", "Caretaker", "ancillary_worker"}, {"role", "School Caretaker", "ancillary_worker"}, {"role", "Cleaner", "ancillary_worker"},
        {"role", "Premises Officer", "ancillary_worker"}, {"role", "Kitchen Assistant", "ancillary_worker"}, {"role", "Cook", "ancillary_worker"},
        {"role", "HLTA", "higher_level_teaching_assistant"}, {"role", "HLTA - Maths", "higher_level_teaching_assistant"}, {"role", "TA", "teaching_assistant"},
        {"role", "TA Level 2", "teaching_assistant"}, {"role", "TA L3", "teaching_assistant"}, {"role", "LSA", "teaching_assistant"},
        {"role", "Teaching Assistant (SEN)", "teaching_assistant"}, {"role", "Teaching Assistant - Level 3", "teaching_assistant"}, {"role", "1:1 Support", "teaching_assistant"},
        {"role", "Learning Support Assistant", "teaching_assistant"}, {"role", "Teching Asistant", "teaching_assistant"}, {"role", "Midday Supervisor", "school_support_staff"},
        {"role", "MDSA", "school_support_staff"}, {"role", "Lunchtime Supervisor", "school_support_staff"}, {"role", "Cover Supervisor", "school_support_staff"},
        {"role", "SENCO", "special_needs_coordinator"}, {"role", "SENDCo", "special_needs_coordinator"}, {"role", "DSL", "safeguarding_officer"},
        {"role", "Class Teacher", "teacher"}, {"role", "Classroom teacher", "teacher"}, {"role", "Teacher UPS3", "teacher"}, {"role", "Teacher - Main Scale", "teacher"},
        {"role", "Supply Teacher", "teacher"}, {"role", "ECT", "teacher"}, {"role", "Head Teacher", "headteacher"}, {"role", "Executive Headteacher", "headteacher"},
        {"role", "Assistant Headteacher", "deputy_headteacher"}, {"role", "AHT", "deputy_headteacher"}, {"role", "Attendance Officer", "attendance_worker"},
        {"role", "School Secretary", "administrator"}, {"role", "Admin Assistant", "administrator"}, {"role", "Receptionist", "administrator"},
        {"role", "Nursery Nurse Level 3", "nursery_nurse"}, {"role", "Senior Nursery Nurse", "nursery_nurse"}, {"role", "Early Years Practitioner", "nursery_worker"},
        {"role", "Breakfast Club Assistant", "out_of_school_worker"}, {"role", "Family Support Worker", "family_support_worker"}, {"role", "Staff Nurse", "registered_nurse"},
        {"role", "Senior Manager", "senior_manager"}, {"role", "Manager", ""}, {"role", "Business Manager", ""}, {"role", "School Business Manager", ""}, {"role", "Catering Manager", ""},
        {"role", "Finance Manager", ""}, {"role", "Supervisor", ""}, {"role", "Assistant", ""}, {"role", "Officer", ""}, {"role", "Head of Year", ""}, {"role", "ICT Technician", ""},
        {"role", "Deputy Site Manager", ""}, {"role", "Family Support Worker Manager", ""}, {"role", "Music Administrator", ""}, {"role", "Zookeeper", ""}, {"role", "1", ""}, {"role", "6", ""},
        {"contract", "Perm", "permanent"}, {"contract", "Permanent", "permanent"}, {"contract", "PERMANENT CONTRACT", "permanent"}, {"contract", "Perm PT", "part_time"},
        {"contract", "Permanent (Part time)", "part_time"}, {"contract", "FTC", "fixed_term"}, {"contract", "Fixed Term", "fixed_term"}, {"contract", "Fixed-term contract", "fixed_term"},
        {"contract", "Temp", "fixed_term"}, {"contract", "Maternity cover", "fixed_term"}, {"contract", "Casual", "bank"}, {"contract", "Bank", "bank"}, {"contract", "Relief", "bank"},
        {"contract", "Zero hours", "bank"}, {"contract", "Zero-hours contract", "bank"}, {"contract", "Agency", "agency"}, {"contract", "Agency worker", "agency"},
        {"contract", "Apprentice", "apprentice"}, {"contract", "Permenant", "permanent"}, {"contract", "Supply", ""}, {"contract", "Full time", ""}, {"contract", "TTO", ""}, {"contract", "Yes", ""}}));

TEST(GuessValues, SayWhatTheyRestOn)
{
    const auto roles = guessed_values("role", {{"Midday Supervisor", 1}, {"School Business Manager", 1}, {"TA Level 2", 1}});
    EXPECT_EQ(roles[0].why, "Midday supervisor, from the list words for roles in english payrolls");
    EXPECT_EQ(roles[1].why, "School business manager: nothing in Kith's list answers it");
    EXPECT_EQ(roles[2].certainty, Certainty::doubtful);
}

TEST(DistinctValues, AreCountedTheMostFrequentFirst)
{
    const auto table = files::CsvTable::read("Post,Q\r\nCook,1\r\nTeacher,2\r\nTeacher,3\r\n,4\r\n").value();
    const auto distinct = distinct_values(table, 0, 1);
    EXPECT_EQ(distinct.values, (std::vector<CountedValue>{{"Teacher", 2}}));
    EXPECT_EQ(distinct.different, 2);
}

}  // namespace
}  // namespace kith::intake
