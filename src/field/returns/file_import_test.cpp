#include "returns/file_import.hpp"

#include "db/change_set.hpp"
#include "db/error.hpp"
#include "kit/databases.hpp"
#include "kit/toy_kind.hpp"
#include "returns/return_store.hpp"

#include <boost/json.hpp>

#include <gmock/gmock.h>

#include <fstream>
#include <utility>

namespace kith::returns {
namespace {

class Import : public kit::EachEngine {
protected:
    Import() : desk_(kit::toy_desk(database())) { kit::make_toy_table(database()); }

    ImportAnswer import(std::string bytes, ImportOrder order = {})
    {
        order.files.push_back({"toys.csv", std::move(bytes)});
        if (order.organisation.empty()) order.organisation = "ACORN";
        return import_files(database(), desk_, order, [this] { return now(); });
    }
    std::size_t toys()
    {
        db::Reader reader{database()};
        return kit::toys_held(reader, 1).size();
    }
    Desk desk_;
};

constexpr const char* clean = "reference,amount\nbear,1\nball,2\n";
constexpr const char* faulty = "reference,amount\nbear,1\nball,lots\n";

TEST_P(Import, ChecksAndKeepsNothingUnlessToldToAccept)
{
    const auto answer = import(clean);
    EXPECT_EQ(answer.exit_code, 0);
    EXPECT_EQ(toys(), 0U);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM handed_in"), 0);
    EXPECT_NE(answer.text.find("2 rows read: all can be taken"), std::string::npos) << answer.text;
    EXPECT_NE(answer.text.find("Nothing was changed. Run again with --accept to take the 2 rows."), std::string::npos) << answer.text;
}

TEST_P(Import, AcceptsAndKeepsTheReturnByTheSameStages)
{
    const auto answer = import(clean, {.accept = true});
    EXPECT_EQ(answer.exit_code, 0) << answer.text;
    EXPECT_TRUE(answer.files.at(0).taken);
    EXPECT_EQ(toys(), 2U);
    db::Reader reader{database()};
    const auto kept = find_return(reader, *answer.files[0].return_id, access::Reach::everything()).value();
    EXPECT_EQ(kept.state, State::accepted);
    EXPECT_EQ(kept.by_words, "someone at the command line");
    EXPECT_FALSE(kept.handed_in_by.has_value());
}

TEST_P(Import, ChecksAFileOnceUnlessTheRegisterChangesInBetween)
{
    int checks = 0;
    bool change = false;
    auto& kind = desk_.kinds.front();
    kind.check = [&, check = kind.check](const Handed& handed) {
        ++checks;
        auto checked = check(handed);
        if (std::exchange(change, false)) {
            db::Writer writer{database()};
            db::ChangeSet{writer, now(), {}, "another's change"};
            writer.commit();
        }
        return checked;
    };
    EXPECT_TRUE(import(clean, {.accept = true}).files.at(0).taken);
    EXPECT_EQ(checks, 1);
    checks = 0;
    change = true;
    EXPECT_TRUE(import("reference,amount\nkite,3\n", {.accept = true}).files.at(0).taken);
    EXPECT_EQ(checks, 2) << "what was checked against is no longer the register";
    EXPECT_EQ(toys(), 3U);
}

TEST_P(Import, TakesWhatItCanAndSaysWhatNeedsMending)
{
    const auto answer = import(faulty, {.accept = true});
    EXPECT_EQ(answer.exit_code, 1);
    EXPECT_TRUE(answer.files[0].taken);
    EXPECT_EQ(toys(), 1U);
    EXPECT_NE(answer.text.find("T-1  once, line 3, column amount"), std::string::npos) << answer.text;
}

TEST_P(Import, GivesFindingsAsJsonWithTheirPlace)
{
    const auto answer = import(faulty, {.json = true});
    const auto json = boost::json::parse(answer.text).as_object();
    const auto& finding = json.at("findings").as_array().at(0).as_object();
    EXPECT_EQ(finding.at("file"), "toys.csv");
    EXPECT_EQ(finding.at("line"), 3);
    EXPECT_EQ(finding.at("column"), "amount");
    EXPECT_EQ(finding.at("rule"), "T-1");
    EXPECT_EQ(finding.at("severity"), "error");
    EXPECT_EQ(finding.at("message"), "Amount must be a whole number, or \"end\"");
    EXPECT_EQ(json.at("files").as_array().at(0).as_object().at("rows"), 2);
}

TEST_P(Import, RefusesWhatNoKindKnows)
{
    const std::vector<std::string> strangers{"", "\n\n", "name,colour\nbear,brown\n", std::string("PK\x03\x04\x14\0\0\0", 8), std::string(64, '\0'),
                                             "reference,amount", "reference,amount\nbear,\"1\n", "reference,reference\nbear,1\n"};
    for (const auto& bytes : strangers) {
        for (const bool accept : {false, true}) {
            const auto answer = import(bytes, {.accept = accept});
            if (bytes == "reference,amount") continue;  // a header alone is no fault of the toy kind
            EXPECT_EQ(answer.exit_code, 2) << answer.text;
            EXPECT_NE(answer.text.find("Not taken. "), std::string::npos) << answer.text;
            EXPECT_FALSE(answer.files[0].checked.findings.empty());
        }
    }
    EXPECT_EQ(toys(), 0U);
}

TEST_P(Import, ReadsUtf16AndWindows1252)
{
    const std::string utf16("\xff\xfe" "r\0e\0f\0e\0r\0e\0n\0c\0e\0,\0a\0m\0o\0u\0n\0t\0\n\0b\0,\0" "1\0\n\0", 44);
    desk_.kinds[0].recognise = [](std::string_view) { return true; };
    EXPECT_EQ(import(utf16).exit_code, 0);
    EXPECT_EQ(import("reference,amount\nZo\xeb,1\n").exit_code, 0);
}

TEST_P(Import, RefusesAnUnknownOrganisationByItsCode)
{
    const auto answer = import(clean, {.organisation = "ELM"});
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_NE(answer.text.find("There is no organisation with the code ELM"), std::string::npos) << answer.text;
}

TEST_P(Import, StopsWhereMoreThanOneRecordInTwentyWouldEnd)
{
    import(clean, {.accept = true});
    const auto stopped = import("reference,amount\nbear,end\n", {.accept = true});
    EXPECT_EQ(stopped.exit_code, 2);
    EXPECT_FALSE(stopped.files[0].taken);
    EXPECT_EQ(toys(), 2U);
    EXPECT_EQ(import("reference,amount\nbear,end\n", {.accept = true, .confirm_ends = true}).exit_code, 0);
    EXPECT_EQ(toys(), 1U);
}

TEST_P(Import, StopsWhereNewPeopleSeemToBeHeldAlready)
{
    const auto stopped = import("reference,amount\ntwin-bear,1\n", {.accept = true, .confirm_ends = true});
    EXPECT_EQ(stopped.exit_code, 2);
    EXPECT_NE(stopped.text.find("--confirm-others"), std::string::npos) << stopped.text;
    EXPECT_EQ(toys(), 0U);
    EXPECT_EQ(import("reference,amount\ntwin-bear,1\n", {.accept = true, .confirm_others = true}).exit_code, 0);
    EXPECT_EQ(toys(), 1U);
}

TEST_P(Import, TheSameFileTwiceChangesNothingTheSecondTime)
{
    import(clean, {.accept = true});
    const auto sets = scalar("SELECT COUNT(*) FROM toy");
    const auto again = import(clean, {.accept = true});
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM toy"), sets);
}

TEST_P(Import, AFullDiskLeavesTheReturnForADecisionAndSaysSo)
{
    desk_.kinds[0].accept = [](db::ChangeSet&, const Checked&, Instant) -> Accepted { throw db::DatabaseError{db::Failure::disk_full, "disk full"}; };
    const auto answer = import(clean, {.accept = true});
    EXPECT_EQ(answer.exit_code, 2);
    EXPECT_FALSE(answer.files[0].taken);
    EXPECT_THAT(answer.files[0].refusal, testing::StartsWith("The disk that holds Kith's database is full"));
    EXPECT_EQ(toys(), 0U);
    db::Reader reader{database()};
    const auto kept = find_return(reader, *answer.files[0].return_id, access::Reach::everything()).value();
    EXPECT_EQ(kept.state, State::checked) << "not \"accepting\" for good";
    EXPECT_THAT(kept.words, testing::StartsWith("The disk that holds Kith's database is full"));
}

TEST_P(Import, ALostDatabaseIsThrownOnAndTheReturnGoesBack)
{
    desk_.kinds[0].accept = [](db::ChangeSet&, const Checked&, Instant) -> Accepted { throw db::DatabaseError{db::Failure::lost, "gone"}; };
    EXPECT_THROW((void)import(clean, {.accept = true}), db::DatabaseError);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM handed_in WHERE state = 'checked'"), 1);
}

KITH_ON_EACH_ENGINE(Import);

TEST(ImportFiles, NamesTheFileThatCannotBeRead)
{
    const auto files = read_files({"/no/such/file.csv"});
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().message, "/no/such/file.csv cannot be read. Check its name, and that you may read it");
    EXPECT_FALSE(read_files({"/"})) << "a folder is no file";
}

TEST(ImportFiles, ReadsBytesAsTheyStand)
{
    const kit::TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xff", 6);
    std::ofstream{folder / "x.csv", std::ios::binary} << bytes;
    EXPECT_EQ(read_files({folder / "x.csv"})->at(0).bytes, bytes);
}

TEST(FindingsCsv, IsRunByNoSpreadsheet)
{
    const auto csv = findings_csv({{"=cmd|' /C calc'!A0", 2, "+amount", "T-1", Severity::error, "@SUM(1)"}});
    for (const auto* guarded : {"'=cmd", "'+amount", "'@SUM"}) EXPECT_NE(csv.find(guarded), std::string::npos) << csv;
}

}  // namespace
}  // namespace kith::returns
