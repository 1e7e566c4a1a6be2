#include "db/backup.hpp"

#include "db/change_set.hpp"
#include "db/error.hpp"
#include "db/server_lock.hpp"
#include "kit/databases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace kith::db {
namespace {

namespace fs = std::filesystem;

class Backup : public kit::EachEngine {
protected:
    void SetUp() override
    {
        Writer writer{database()};
        for (int i = 0; i < 3; ++i) ChangeSet{writer, now(), {{}, "command line"}, "set " + std::to_string(i), {}};
        writer.commit();
    }
    fs::path file() const { return folder() / "backup"; }
};

TEST_P(Backup, IsRestoredToAnEmptyDatabaseOfEitherEngine)
{
    ASSERT_TRUE(back_up(database(), file()));
    for (auto engine : kit::engines_at_hand()) {
        kit::TestDatabase other{engine, kit::TestDatabase::State::empty};
        auto report = restore(other.options(), file(), now(), {});
        ASSERT_TRUE(report) << report.error().message;
        EXPECT_EQ(report->change_sets, 3);
        EXPECT_EQ(report->key_problem, std::nullopt);
    }
}

TEST_P(Backup, IsReadableByItsOwnerOnlyAndNotWrittenTwice)
{
    ASSERT_TRUE(back_up(database(), file()));
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    auto refused = back_up(database(), file());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::conflict);
}

TEST_P(Backup, IsNotRestoredOverADatabaseThatHoldsAnything)
{
    ASSERT_TRUE(back_up(database(), file()));
    kit::TestDatabase other{GetParam()};
    {
        Writer writer{*other};
        ChangeSet{writer, now(), {{}, "command line"}, "something", {}};
        writer.commit();
    }
    auto refused = restore(other.options(), file(), now(), {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::conflict);
}

TEST_P(Backup, CanBeTakenWhileAWriterIsAtWorkAndHoldsWhatWasCommitted)
{
    if (GetParam() == Engine::postgresql) GTEST_SKIP() << "the dump is a Reader, which never waits";
    Writer writer{database()};
    ChangeSet{writer, now(), {{}, "job"}, "not yet committed", {}};
    ASSERT_TRUE(back_up(database(), file()));
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    EXPECT_EQ(restore(other.options(), file(), now(), {})->change_sets, 3);
}

TEST_P(Backup, SaysWhichKeyItsSealedNumbersNeed)
{
    auto key = SealingKey::from_bytes(Bytes(32, 1)).value();
    Writer writer{database()};
    ASSERT_TRUE(remember_sealing_key(writer, key));
    writer.commit();
    EXPECT_EQ(back_up(database(), file())->sealing_key, key.fingerprint());
    kit::TestDatabase without{GetParam(), kit::TestDatabase::State::empty};
    EXPECT_THAT(restore(without.options(), file(), now(), {})->key_problem.value(), testing::HasSubstr("No key was given"));
    kit::TestDatabase with{GetParam(), kit::TestDatabase::State::empty};
    EXPECT_EQ(restore(with.options(), file(), now(), key)->key_problem, std::nullopt);
}

TEST_P(Backup, DamagedIsRefused)
{
    ASSERT_TRUE(back_up(database(), file()));
    fs::resize_file(file(), fs::file_size(file()) * 2 / 3);
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    try {
        EXPECT_FALSE(restore(other.options(), file(), now(), {}));
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), Failure::lost);
    }
    other.reopen();
    Reader reader{*other};
    EXPECT_FALSE(reader.one(GetParam() == Engine::sqlite ? "SELECT name FROM sqlite_schema" : "SELECT relname FROM pg_class WHERE relname = 'change_set'"));
}

KITH_ON_EACH_ENGINE(Backup);

class ServerLocks : public kit::EachEngine {};

TEST_P(ServerLocks, LetOneServerBeActiveAndTheNextTakeOver)
{
    auto first = ServerLock::try_take(database());
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->is_held());
    auto elsewhere = Database::open(test_database().options());
    EXPECT_FALSE(ServerLock::try_take(elsewhere));
    first.reset();
    EXPECT_TRUE(ServerLock::try_take(elsewhere));
}

KITH_ON_EACH_ENGINE(ServerLocks);

}  // namespace
}  // namespace kith::db
