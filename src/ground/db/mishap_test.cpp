// What happens when the disk is full, or the program is killed while it commits.
#include "db/error.hpp"
#include "db/test_register.hpp"
#include "db/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace kith::db {
namespace {

class Mishaps : public PetDatabase {
protected:
    PreparedRows many(int count)
    {
        PreparedRows rows{pet_table(), {"name"}, secure_random};
        for (int i = 0; i < count; ++i) rows.add({"a name long enough to fill pages " + std::to_string(i)});
        return rows;
    }
};

TEST_P(Mishaps, OnAFullDiskNothingIsHalfWrittenAndItSaysSo)
{
    if (GetParam() == Engine::postgresql) GTEST_SKIP() << "a PostgreSQL server's disk cannot be filled from here";
    add_pet("Rex");
    try {
        Writer writer{database()};
        auto pages = writer.one("PRAGMA page_count")->at<std::int64_t>(0);
        writer.connection().script(fmt::format("PRAGMA max_page_count = {}", pages + 8));
        auto set = open_set(writer);
        set.add_many(pet_table(), many(20'000));
        writer.commit();
        FAIL();
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), Failure::disk_full);
        EXPECT_STREQ(error.what(), "the disk is full: nothing of this change was written");
    }
    EXPECT_EQ(names_now(), "Rex ");
    Reader reader{database()};
    EXPECT_TRUE(verify(reader).holds());
}

/// In a child process: makes sets until it is killed, telling `pipe` of each that commit() has answered for.
[[noreturn]] void write_until_killed(const Options& options, int pipe)
{
    auto database = Database::open(options);
    for (;;) {
        Writer writer{database};
        ChangeSet set{writer, kit::frozen_now(), {{}, "command line"}, "until killed", {}};
        PreparedRows rows{pet_table(), {"name"}, secure_random};
        for (int i = 0; i < 50; ++i) rows.add({"pet"});
        set.add_many(pet_table(), std::move(rows));
        auto id = set.id();
        writer.commit();
        if (write(pipe, &id, sizeof id) != sizeof id) _exit(1);
    }
}

TEST_P(Mishaps, KilledDuringCommitsTheDatabaseOpensVerifiesAndHoldsAllItAcknowledged)
{
    auto options = test_database().options();
    options.durable = true;
    for (int round = 0; round < 5; ++round) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            try {
                write_until_killed(options, ends[1]);
            } catch (...) {
                _exit(2);
            }
        }
        close(ends[1]);
        std::this_thread::sleep_for(std::chrono::milliseconds{60 + 37 * round});
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        std::int64_t acknowledged = 0;
        for (std::int64_t id = 0; read(ends[0], &id, sizeof id) == sizeof id;) acknowledged = id;
        close(ends[0]);
        Reader reader{database()};
        auto result = verify(reader);
        EXPECT_TRUE(result.holds());
        EXPECT_GE(result.change_sets, acknowledged);
        EXPECT_EQ(result.rows, 50 * result.change_sets);
    }
    EXPECT_GT(scalar("SELECT COUNT(*) FROM pet"), 0);
}

/// Asked in a child process, since no process meets its own locks.
bool is_locked_for_others(const std::string& file)
{
    pid_t child = fork();
    if (child == 0) {
        struct flock wanted {};
        wanted.l_type = F_WRLCK;
        int descriptor = open(file.c_str(), O_RDWR);
        bool locked = descriptor >= 0 && fcntl(descriptor, F_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK;
        _exit(locked ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST_P(Mishaps, AnotherProgramSeesThatTheDatabaseIsInUse)
{
    if (GetParam() == Engine::postgresql) GTEST_SKIP() << "a PostgreSQL server holds its files itself";
    const auto file = test_database().options().url.substr(7);
    EXPECT_TRUE(is_locked_for_others(file));
    {
        Reader first{database()};
        Reader second{database()};  // each with a connection of its own
        Reader third{database()};
    }
    auto again = Database::open(test_database().options());
    EXPECT_TRUE(is_locked_for_others(file)) << "else it removes the log when it closes the database";
}

KITH_ON_EACH_ENGINE(Mishaps);

}  // namespace
}  // namespace kith::db
