// The verbs that copy an installation and bring it back, on a database file of its own.
#include "access/read_log.hpp"
#include "app/clock.hpp"
#include "app/database_verbs.hpp"
#include "app/installation.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

class BackupVerbs : public testing::Test {
protected:
    Configuration installed_in(const std::string& name)
    {
        std::filesystem::create_directories(folder_ / name);
        Configuration configuration;
        configuration.storage.url = "sqlite:" + (folder_ / name / "kith.db").string();
        configuration.storage.key_file = folder_ / name / "kith.key";
        return configuration;
    }
    /// The same with its database made, as a backup needs it.
    Configuration in_use_in(const std::string& name)
    {
        auto configuration = installed_in(name);
        open_current_database(configuration);
        return configuration;
    }
    Arguments backup_file() { return *Arguments::read({(folder_ / "backup").string()}, {.options = {}, .switches = {}, .least = 1, .most = 1}); }
    std::int64_t reads_in(const Configuration& configuration)
    {
        auto database = open_read_log_database(configuration);
        return access::ReadLog{database}.verify().entries;
    }
    void look_at_a_record(const Configuration& configuration)
    {
        auto database = open_read_log_database(configuration);
        access::ReadLog log{database};
        log.record_at_once({.account = access::AccountId{7}, .at = now(), .kind = access::ReadKind::page, .route = "/staff/{record}", .organisations = {},
                            .staff_records = {}, .count = 1, .purpose = ""});
    }
    kit::TemporaryFolder folder_;
};

TEST_F(BackupVerbs, CarryTheLogOfReadsWithTheDatabase)
{
    auto old_home = in_use_in("old");
    look_at_a_record(old_home);
    ASSERT_EQ(back_up(old_home, backup_file()), Exit::clean);
    auto new_home = installed_in("new");
    ASSERT_EQ(restore(new_home, backup_file()), Exit::clean);
    EXPECT_EQ(reads_in(new_home), 1);
}

TEST_F(BackupVerbs, LeaveALogOfReadsThatIsThereAsItIs)
{
    auto old_home = in_use_in("old");
    ASSERT_EQ(back_up(old_home, backup_file()), Exit::clean);
    auto new_home = installed_in("new");
    look_at_a_record(new_home);
    ASSERT_EQ(restore(new_home, backup_file()), Exit::clean);
    EXPECT_EQ(reads_in(new_home), 1) << "and not the backup's empty one";
}

TEST_F(BackupVerbs, RefuseToWriteOverABackup)
{
    auto home = in_use_in("old");
    ASSERT_EQ(back_up(home, backup_file()), Exit::clean);
    EXPECT_EQ(back_up(home, backup_file()), Exit::refused);
}

TEST_F(BackupVerbs, RefuseADatabaseThatIsNotThereAndMakeNone)
{
    auto mistyped = installed_in("old");
    EXPECT_EQ(back_up(mistyped, backup_file()), Exit::refused);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "old" / "kith.db"));
}

}  // namespace
}  // namespace kith::app
