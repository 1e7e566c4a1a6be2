#include "db/transaction.hpp"

#include "db/error.hpp"
#include "db/test_register.hpp"
#include "db/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace kith::db {
namespace {

using ToyId = Id<struct ToyTag>;
using ToyName = Personal<struct ToyNameTag>;

class Transactions : public PetDatabase {
protected:
    /// What a failing act throws.
    template <class Act>
    DatabaseError failure_of(const Act& act)
    {
        try {
            Writer writer{database()};
            act(writer);
        } catch (const DatabaseError& error) {
            return error;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {Failure::other, ""};
    }
};

TEST_P(Transactions, ParametersMayRepeatAndComeInAnyOrder)
{
    Reader reader{database()};
    auto row = reader.one("SELECT $2 AS b, $1 AS a, $2 AS again", 1, "two").value();
    EXPECT_EQ(row.get<int>("a"), 1);
    EXPECT_EQ(row.get<std::string>("b"), "two");
    EXPECT_EQ(row.get<std::string>("again"), "two");
}

TEST_P(Transactions, AWrongNumberOfArgumentsIsRefused)
{
    EXPECT_EQ(failure_of([](Writer& w) { w.run("UPDATE toy SET name = $1", 1, 2); }).kind(), Failure::other);
    EXPECT_EQ(failure_of([](Writer& w) { w.run("UPDATE toy SET name = $1 WHERE id = $2", "x"); }).kind(), Failure::other);
}

TEST_P(Transactions, OwnTypesGoInAndComeBack)
{
    auto born = Date::of(2019, 2, 28).value();
    auto id = database().make_public_id(now());
    Reader reader{database()};
    auto row = reader.one("SELECT $1 AS born, $2 AS at, $3 AS fte, $4 AS cost, $5 AS public, $6 AS toy, $7 AS name, $8 AS yes, $9 AS none, $10 AS bytes",
                          born, now(), Fte::thousandths(600), Pence{250}, id, ToyId{7}, ToyName{"Ted"}, true, std::optional<Date>{}, Bytes{0, 255})
                   .value();
    EXPECT_EQ(row.get<Date>("born"), born);
    EXPECT_EQ(row.get<Instant>("at"), now());
    EXPECT_EQ(row.get<Fte>("fte"), Fte::thousandths(600));
    EXPECT_EQ(row.get<Pence>("cost"), Pence{250});
    EXPECT_EQ(row.get<PublicId>("public"), id);
    EXPECT_EQ(row.get<ToyId>("toy"), ToyId{7});
    EXPECT_EQ(row.get<ToyName>("name").reveal(), "Ted");
    EXPECT_TRUE(row.get<bool>("yes"));
    EXPECT_EQ(row.get<std::optional<Date>>("none"), std::nullopt);
    EXPECT_EQ(row.get<Bytes>("bytes"), (Bytes{0, 255}));
}

TEST_P(Transactions, AReadingThatDoesNotFitNamesTheColumnAndNotTheValue)
{
    Reader reader{database()};
    auto row = reader.one("SELECT 'secret' AS name").value();
    try {
        row.get<int>("name");
        FAIL();
    } catch (const DatabaseError& error) {
        EXPECT_STREQ(error.what(), "column \"name\" holds text where an integer was read");
    }
    EXPECT_THROW(row.get<int>("nme"), DatabaseError);
    EXPECT_THROW(row.get<Date>("name"), DatabaseError);
}

TEST_P(Transactions, NumbersAreTheSameOnBothEngines)
{
    Writer writer{database()};
    for (double price : {0.1, 1e300, -2.5, 0.0}) writer.run("INSERT INTO toy (name, price) VALUES ('x', $1)", price);
    auto row = writer.one("SELECT COUNT(*) AS n, SUM(id) AS s, MAX(price) AS big, COUNT(*) = 4 AS yes, MIN(id) / 2 AS half FROM toy").value();
    EXPECT_EQ(row.get<std::int64_t>("n"), 4);
    EXPECT_EQ(row.get<std::int64_t>("s"), 10);
    EXPECT_EQ(row.get<double>("big"), 1e300);
    EXPECT_TRUE(row.get<bool>("yes"));
    EXPECT_EQ(row.get<int>("half"), 0);
    EXPECT_EQ(writer.one("SELECT price FROM toy WHERE id = 1")->get<double>("price"), 0.1);
}

TEST_P(Transactions, AnInsertAnswersItsIdAndARunTheRowsChanged)
{
    Writer writer{database()};
    EXPECT_EQ(writer.insert("INSERT INTO toy (name) VALUES ($1) RETURNING id", "ball"), 1);
    EXPECT_EQ(writer.insert("INSERT INTO toy (name) VALUES ($1) RETURNING id", "kite"), 2);
    EXPECT_EQ(writer.run("UPDATE toy SET price = $1", 2.0), 2);
    EXPECT_EQ(writer.run("UPDATE toy SET price = 0 WHERE id = 9"), 0);
    EXPECT_EQ(writer.run("DELETE FROM toy WHERE id = 1"), 1);
}

TEST_P(Transactions, BrokenRulesAreNamedTheSameOnBothEngines)
{
    auto twice = failure_of([](Writer& w) {
        w.run("INSERT INTO toy (name, code) VALUES ('a', 'secret')");
        w.run("INSERT INTO toy (name, code) VALUES ('b', 'secret')");
    });
    EXPECT_EQ(twice.kind(), Failure::constraint);
    EXPECT_EQ(twice.constraint(), "toy_code");
    EXPECT_EQ(failure_of([](Writer& w) { w.run("INSERT INTO toy (name) VALUES ($1)", ""); }).constraint(), "toy_has_a_name");
    EXPECT_EQ(failure_of([](Writer& w) { w.run("INSERT INTO toy (name) VALUES ($1)", nullptr); }).constraint(), "toy.name");
    auto key = failure_of([](Writer& w) { w.run("INSERT INTO toy (id, name) VALUES (1, 'a'), (1, 'b')"); });
    EXPECT_EQ(key.constraint(), "toy_pkey");
}

TEST_P(Transactions, NoFailureHoldsAValue)
{
    auto twice = failure_of([](Writer& w) {
        w.run("INSERT INTO toy (name, code) VALUES ('a', $1)", "QQ123456C");
        w.run("INSERT INTO toy (name, code) VALUES ('b', $1)", "QQ123456C");
    });
    EXPECT_THAT(twice.what(), testing::Not(testing::HasSubstr("QQ123456C")));
    auto type = failure_of([](Writer& w) { w.run("INSERT INTO toy (name, price) VALUES ('a', $1)", "QQ123456C"); });
    EXPECT_THAT(type.what(), testing::Not(testing::HasSubstr("QQ123456C")));
}

TEST_P(Transactions, TextThatIsNotUtf8OrHoldsNulIsRefused)
{
    EXPECT_THROW(Writer{database()}.run("INSERT INTO toy (name) VALUES ($1)", std::string{"a\0b", 3}), DatabaseError);
    EXPECT_THROW(Writer{database()}.run("INSERT INTO toy (name) VALUES ($1)", "\xE9t\xE9"), DatabaseError);
}

TEST_P(Transactions, AfterAFailureNothingMoreIsTakenAndNothingKept)
{
    Writer writer{database()};
    writer.run("INSERT INTO toy (name) VALUES ('ball')");
    EXPECT_THROW(writer.run("INSERT INTO toy (name) VALUES ('')"), DatabaseError);
    EXPECT_THROW(writer.run("INSERT INTO toy (name) VALUES ('kite')"), DatabaseError);
    EXPECT_THROW(writer.commit(), DatabaseError);
}

TEST_P(Transactions, ANestedQueryMayUseTheSameStatement)
{
    add_pet("Rex");
    add_pet("Tib");
    Reader reader{database()};
    int seen = 0;
    constexpr const char* sql = "SELECT id FROM pet ORDER BY id";
    reader.each(sql, [&](const Row&) { reader.each(sql, [&](const Row&) { ++seen; }); });
    EXPECT_EQ(seen, 4);
}

TEST_P(Transactions, AReaderKeepsItsSnapshotWhileAWriterCommits)
{
    Reader reader{database()};
    EXPECT_EQ(reader.one("SELECT COUNT(*) AS n FROM pet")->get<int>("n"), 0);
    add_pet("Rex");
    EXPECT_EQ(reader.one("SELECT COUNT(*) AS n FROM pet")->get<int>("n"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet"), 1);
}

TEST_P(Transactions, AReaderCannotWrite)
{
    Reader reader{database()};
    EXPECT_THROW(reader.all("DELETE FROM pet RETURNING id"), DatabaseError);
}

TEST_P(Transactions, WritersOfManyThreadsTakeTurnsAndTheChainHolds)
{
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 10; ++i) add_pet("Rex");
            });
        }
    }
    Reader reader{database()};
    auto result = verify(reader);
    EXPECT_TRUE(result.holds());
    EXPECT_EQ(result.change_sets, 40);
}

TEST_P(Transactions, WaitingTooLongForTheTurnIsBusy)
{
    auto options = test_database().options();
    options.patience = std::chrono::milliseconds{50};
    auto elsewhere = Database::open(options);
    Writer first{database()};
    try {
        Writer second{elsewhere};
        FAIL();
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), Failure::busy);
    }
}

TEST_P(Transactions, ALostConnectionIsReplaced)
{
    if (GetParam() == Engine::sqlite) GTEST_SKIP() << "SQLite has no connection to lose";
    scalar("SELECT 1");
    auto elsewhere = Database::open(test_database().options());
    Reader{elsewhere}.all("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_EQ(scalar("SELECT 1"), 1);
}

KITH_ON_EACH_ENGINE(Transactions);

TEST(Database, ThatCannotBeOpenedSaysSo)
{
    EXPECT_THROW(Database::open({.url = "mysql://x"}), DatabaseError);
    EXPECT_THROW(Database::open({.url = "sqlite:/no/such/folder/kith.sqlite"}), DatabaseError);
    EXPECT_THROW(Database::open({.url = "postgresql://kith@127.0.0.1:1/kith"}), DatabaseError);
}

TEST(Database, IsAFileThatOnlyItsOwnerCanRead)
{
    kit::TemporaryFolder folder;
    auto file = folder / "new.sqlite";
    auto database = Database::open({.url = "sqlite:" + file.string(), .durable = false});
    migrate(database, kit::frozen_now());
    Writer writer{database};
    writer.run("INSERT INTO meta (name, value) VALUES ('a', 'b')");
    writer.commit();
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write);
    EXPECT_EQ(std::filesystem::status(file.string() + "-wal").permissions(), perms::owner_read | perms::owner_write);
}

TEST(Database, ThatMustExistIsNotMade)
{
    kit::TemporaryFolder folder;
    auto file = folder / "none.sqlite";
    EXPECT_THROW(Database::open({.url = "sqlite:" + file.string(), .must_exist = true}), DatabaseError);
    EXPECT_FALSE(std::filesystem::exists(file));
}

}  // namespace
}  // namespace kith::db
