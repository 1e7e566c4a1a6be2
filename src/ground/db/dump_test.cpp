#include "db/dump.hpp"

#include "db/error.hpp"
#include "db/schema.hpp"
#include "db/test_register.hpp"
#include "db/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace kith::db {
namespace {

std::string dumped(Database& database)
{
    Reader reader{database};
    std::ostringstream out;
    dump(reader, out);
    return out.str();
}

Result<DumpCount> loaded(Database& database, const std::string& text)
{
    std::istringstream in{text};
    return load(database, in, kit::frozen_now());
}

class Dump : public kit::EachEngine {
protected:
    void SetUp() override
    {
        Writer writer{database()};
        writer.run("INSERT INTO meta (name, value) VALUES ($1, $2)", "odd", "tab\t line\n back\\slash \r end é");
        for (int i = 0; i < 3; ++i) ChangeSet{writer, now(), {{}, "command line"}, "set " + std::to_string(i), {}};
        writer.commit();
    }
};

TEST_P(Dump, LoadsIntoEitherEngineAndComesBackTheSame)
{
    auto first = dumped(database());
    for (auto engine : kit::engines_at_hand()) {
        kit::TestDatabase other{engine, kit::TestDatabase::State::empty};
        auto count = loaded(*other, first);
        ASSERT_TRUE(count) << count.error().message;
        EXPECT_EQ(dumped(*other), first);
        Reader reader{*other};
        EXPECT_TRUE(verify(reader).holds());
        EXPECT_EQ(verify(reader).change_sets, 3);
    }
}

TEST_P(Dump, GoesOnNumberingBehindTheHighest)
{
    {
        Writer writer{database()};
        writer.run("INSERT INTO migration (number, name, hash, applied_at) VALUES (9000, 'x', 'y', 'z')");
        continue_numbering(writer);
        EXPECT_EQ(writer.insert("INSERT INTO migration (name, hash, applied_at) VALUES ('x', 'y', 'z') RETURNING number"), 9001);
    }
}

TEST_P(Dump, IntoADatabaseThatIsNotEmptyIsRefused)
{
    auto refused = loaded(database(), dumped(database()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::conflict);
}

TEST_P(Dump, LoadsIntoTablesThatHoldNothingYet)
{
    kit::TestDatabase migrated{GetParam(), kit::TestDatabase::State::migrated};
    const auto into = loaded(*migrated, dumped(database()));
    EXPECT_TRUE(into) << into.error().message << ": tables alone are nothing, as a migration, or a load that the disk had no room for, leaves them";
}

TEST_P(Dump, CutShortAnywhereIsRefusedAndLeavesNothing)
{
    auto whole = dumped(database());
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    for (std::size_t length = 0; length < whole.size(); length += 37) {
        ASSERT_FALSE(loaded(*other, whole.substr(0, length))) << length;
    }
    ASSERT_FALSE(loaded(*other, whole.substr(0, whole.size() - 1)));
    Reader reader{*other};
    EXPECT_THAT(tables_of(reader), testing::IsEmpty());
}

TEST_P(Dump, AlteredAnywhereIsRefused)
{
    auto whole = dumped(database());
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    for (std::size_t at = 0; at < whole.size(); at += 41) {
        auto altered = whole;
        altered[at] = altered[at] == '7' ? '8' : '7';
        if (altered == whole) continue;
        ASSERT_FALSE(loaded(*other, altered)) << at;
    }
}

TEST_P(Dump, WhoseChecksumWasForgedIsStillRefusedByTheChain)
{
    Writer writer{database()};
    writer.connection().script("UPDATE change_set SET actor = 'nobody' WHERE id = 2");
    writer.commit();
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    auto refused = loaded(*other, dumped(database()));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, testing::HasSubstr("Change set 2: it is not as it was sealed"));
}

TEST_P(Dump, OfSomethingElseIsRefused)
{
    kit::TestDatabase other{GetParam(), kit::TestDatabase::State::empty};
    EXPECT_EQ(loaded(*other, "name,born\n").error().message, "The file is not a Kith dump");
    EXPECT_EQ(loaded(*other, "kith-dump 2\n").error().message, "The file is a dump of a newer Kith: load it with that one");
}

KITH_ON_EACH_ENGINE(Dump);

}  // namespace
}  // namespace kith::db
