#include "access/read_log.hpp"
#include "db/dump.hpp"
#include "db/error.hpp"
#include "db/transaction.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>

namespace kith::access {
namespace {

class ReadAudit : public kit::EachEngine {
protected:
    ReadEntry entry(std::int64_t account = 7, std::string record = "01h00000000000000000000000")
    {
        return {.account = AccountId{account},
                .at = now(),
                .kind = ReadKind::page,
                .route = "/staff/{record}",
                .organisations = {OrganisationId{3}, OrganisationId{4}},
                .staff_records = {std::move(record)},
                .count = 1,
                .purpose = ""};
    }
    void tamper(std::string_view sql)
    {
        db::Writer writer{database()};
        writer.run(sql);
        writer.commit();
    }
};

KITH_ON_EACH_ENGINE(ReadAudit);

TEST_P(ReadAudit, KeepsWhatItWasToldInOrder)
{
    ReadLog log{database()};
    log.record(entry(7));
    auto second = entry(8);
    second.kind = ReadKind::export_file;
    second.count = 412;
    log.record_at_once(second);
    const auto reads = log.list({}, 10, 0);
    ASSERT_EQ(reads.size(), 2U);
    EXPECT_EQ(reads[0].number, 2);
    EXPECT_EQ(reads[0].entry.kind, ReadKind::export_file);
    EXPECT_EQ(reads[0].entry.count, 412);
    EXPECT_EQ(reads[1].entry.account, AccountId{7});
    EXPECT_EQ(reads[1].entry.organisations, (std::vector{OrganisationId{3}, OrganisationId{4}}));
    EXPECT_EQ(reads[1].entry.staff_records.at(0), "01h00000000000000000000000");
}

TEST_P(ReadAudit, IsFilteredByWhoAndWhomAndWhen)
{
    ReadLog log{database()};
    log.record(entry(7, "01haaaaaaaaaaaaaaaaaaaaaaa"));
    log.record(entry(8, "01hbbbbbbbbbbbbbbbbbbbbbbb"));
    log.flush();
    EXPECT_EQ(log.count({}), 2);
    EXPECT_EQ(log.count({.account = AccountId{8}}), 1);
    EXPECT_EQ(log.count({.staff_record = "01haaaaaaaaaaaaaaaaaaaaaaa"}), 1);
    EXPECT_EQ(log.count({.account = AccountId{8}, .staff_record = "01haaaaaaaaaaaaaaaaaaaaaaa"}), 0);
    EXPECT_EQ(log.count({.from = now().plus_seconds(1)}), 0);
    EXPECT_EQ(log.count({.before = now().plus_seconds(1)}), 2);
}

TEST_P(ReadAudit, LosesNothingOfManyThreadsAndWritesThemTogether)
{
    {
        ReadLog log{database(), {.queue_limit = 16, .patience = std::chrono::seconds{20}}};
        std::vector<std::jthread> threads;
        for (int n = 0; n < 4; ++n) {
            threads.emplace_back([&, n] {
                for (int m = 0; m < 100; ++m) log.record(entry(n + 1));
            });
        }
    }  // the threads end first, then the log writes what waits
    ReadLog log{database()};
    EXPECT_EQ(log.count({}), 400);
    const auto verified = log.verify();
    EXPECT_TRUE(verified.whole) << verified.words;
    EXPECT_EQ(verified.words, "400 entries, none changed or missing");
}

TEST_P(ReadAudit, GoesOnWithTheChainAfterARestart)
{
    for (int start = 0; start < 3; ++start) {
        ReadLog log{database()};
        log.record(entry());
    }
    ReadLog log{database()};
    EXPECT_TRUE(log.verify().whole);
    EXPECT_EQ(log.verify().entries, 3);
}

TEST_P(ReadAudit, IsOneChainHoweverManyProgramsWriteIt)
{
    ReadLog server{database()};
    ReadLog command_line{database()};
    for (int turns = 0; turns < 3; ++turns) {
        server.record_at_once(entry(7));
        command_line.record_at_once(entry(8));
    }
    EXPECT_EQ(server.verify().words, "6 entries, none changed or missing");
}

TEST_P(ReadAudit, ShowsAChangedAMissingAndAnAddedEntry)
{
    {
        ReadLog log{database()};
        for (int n = 0; n < 5; ++n) log.record(entry());
    }
    const auto fault_after = [&](std::string_view harm, std::string_view mending) {
        tamper(harm);
        ReadLog log{database()};
        const auto verified = log.verify();
        EXPECT_FALSE(verified.whole) << harm;
        tamper(mending);
        return verified.first_fault;
    };
    EXPECT_EQ(fault_after("UPDATE read_entry SET account_id = 9 WHERE number = 3", "UPDATE read_entry SET account_id = 7 WHERE number = 3"), 3);
    EXPECT_EQ(fault_after("UPDATE read_entry SET number = 50 WHERE number = 2", "UPDATE read_entry SET number = 2 WHERE number = 50"), 2);
    EXPECT_EQ(fault_after("UPDATE read_entry SET staff_records = '' WHERE number = 5",
                          "UPDATE read_entry SET staff_records = '01h00000000000000000000000' WHERE number = 5"),
              5);
    EXPECT_EQ(fault_after("INSERT INTO read_entry SELECT 6, account_id, at, kind, route, organisations, staff_records, covered, purpose, "
                          "previous_hash, hash FROM read_entry WHERE number = 5",
                          "DELETE FROM read_entry WHERE number = 6"),
              6);
    ReadLog log{database()};
    const auto head = log.verify().head;
    tamper("DELETE FROM read_entry WHERE number = 5");
    EXPECT_TRUE(log.verify().whole) << "a log cut short verifies,";
    EXPECT_NE(log.verify().head, head) << "but its head is not the one that was kept,";
    EXPECT_EQ(log.verify(head).first_fault, 5) << "and whoever kept it is told";
    EXPECT_NE(log.verify(head).words.find("cut short"), std::string::npos);
    EXPECT_TRUE(log.verify(log.verify().head).whole);
    EXPECT_FALSE(log.verify(db::ChainHead{4, head.hash}).whole) << "another log's head is not in the chain";
}

TEST_P(ReadAudit, FindsEveryRecordOfAnExportAndNoOther)
{
    auto whole_area = entry();
    whole_area.kind = ReadKind::export_file;
    whole_area.staff_records.clear();
    for (int n = 0; n < 3000; ++n) whole_area.staff_records.push_back(fmt::format("01h{:023}", n));
    whole_area.count = 3000;
    ReadLog log{database()};
    log.record_at_once(whole_area);
    log.record_at_once(entry(8, fmt::format("01h{:023}", 2999)));
    EXPECT_EQ(log.count({.staff_record = fmt::format("01h{:023}", 2999)}), 2);
    EXPECT_EQ(log.count({.staff_record = fmt::format("01h{:023}", 17)}), 1);
    EXPECT_EQ(log.count({.staff_record = fmt::format("01h{:023}", 3000)}), 0);
    EXPECT_EQ(log.count({.staff_record = "01h"}), 0) << "part of an id finds nothing";
    EXPECT_EQ(log.list({.staff_record = fmt::format("01h{:023}", 17)}, 10, 0).at(0).entry.count, 3000);
    EXPECT_TRUE(log.verify().whole);
    tamper("DELETE FROM read_record WHERE number = 1 AND staff_record = '01h00000000000000000000017'");
    EXPECT_EQ(log.verify().first_fault, 1) << "nobody can be taken out of an export unseen";
}

TEST_P(ReadAudit, FillsTheIndexOfALogThatHasNone)
{
    {
        ReadLog log{database()};
        log.record(entry(7, "01haaaaaaaaaaaaaaaaaaaaaaa"));
    }
    tamper("DELETE FROM read_record");
    ReadLog log{database()};
    EXPECT_EQ(log.count({.staff_record = "01haaaaaaaaaaaaaaaaaaaaaaa"}), 1);
    EXPECT_TRUE(log.verify().whole);
}

TEST_P(ReadAudit, RefusesToLetAReadPassThatItCannotKeep)
{
    ReadLog log{database(), {.queue_limit = 4, .patience = std::chrono::milliseconds{200}}};
    tamper("ALTER TABLE read_entry RENAME TO read_entry_away");
    EXPECT_THROW(log.record_at_once(entry()), ReadNotRecorded);
    EXPECT_THROW(log.record(entry()), ReadNotRecorded);
    tamper("ALTER TABLE read_entry_away RENAME TO read_entry");
    for (int waits = 0; waits < 100; ++waits) {
        try {
            log.record_at_once(entry());
            break;
        } catch (const ReadNotRecorded&) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
    }
    EXPECT_EQ(log.count({}), 2) << "the one that waited, and the one after";
    EXPECT_TRUE(log.verify().whole);
}

TEST_P(ReadAudit, LetsGoOfOldEntriesAndStillVerifies)
{
    ReadLog log{database()};
    auto old = entry();
    old.at = now().plus_seconds(-1000);
    log.record(old);
    log.record(old);
    log.record(entry());
    EXPECT_EQ(log.forget_before(now(), now()), 2);
    EXPECT_EQ(log.count({}), 2) << "the one that is young enough, and the one that says what went";
    auto verified = log.verify();
    EXPECT_TRUE(verified.whole) << verified.words;
    EXPECT_EQ(verified.forgotten, 2);
    EXPECT_EQ(log.forget_before(now(), now()), 0);
    log.record_at_once(entry());
    EXPECT_TRUE(log.verify().whole);
    EXPECT_EQ(log.forget_before(now().plus_seconds(1), now().plus_seconds(1)), 3) << "and once more";
    EXPECT_TRUE(log.verify().whole);
}

TEST_P(ReadAudit, WhoseBeginningWasCutOffDoesNotVerify)
{
    ReadLog log{database()};
    log.record(entry());
    log.record_at_once(entry());
    {
        db::Writer writer{database()};
        writer.run("DELETE FROM read_entry WHERE number = 1");
        writer.commit();
    }
    EXPECT_FALSE(log.verify().whole);
    EXPECT_NE(log.verify().words.find("no retention rule let them go"), std::string::npos);
}

TEST_P(ReadAudit, ComesWholeThroughADumpAndALoad)
{
    std::stringstream file;
    db::ChainHead head;
    {
        ReadLog log{database()};
        log.record_at_once(entry());
        head = log.verify().head;
        db::Reader reader{database()};
        db::dump(reader, file);
    }
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    ASSERT_TRUE(db::load(*other, file, now()));
    ReadLog log{*other};
    EXPECT_EQ(log.verify().head, head);
    log.record_at_once(entry());
    EXPECT_TRUE(log.verify().whole);
}

TEST_P(ReadAudit, IsWrittenWhileALongChangeHasTheWritersTurn)
{
    auto options = test_database().options();
    options.writer_lock = 0x4B697472;
    if (options.url.starts_with("sqlite:")) options.url += ".reads";  // there it is a file of its own that makes way
    auto apart = db::Database::open(options);
    ReadLog log{apart};
    db::Writer accepting{database()};
    accepting.run("UPDATE job SET words = 'Taking the rows'");
    log.record_at_once(entry());
    EXPECT_EQ(log.count({}), 1);
    accepting.commit();
}

}  // namespace
}  // namespace kith::access
