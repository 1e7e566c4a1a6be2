#include "db/change_set.hpp"

#include "db/error.hpp"
#include "db/test_register.hpp"

#include <gtest/gtest.h>

namespace kith::db {
namespace {

using ChangeSets = PetDatabase;

TEST_P(ChangeSets, TheNewestIsNoughtInAnEmptyDatabase)
{
    Reader reader{database()};
    EXPECT_EQ(last_change_set(reader), 0);
}

TEST_P(ChangeSets, WhatIsAddedCanBeReadBackTypeByType)
{
    auto id = add_pet("Zoë's cat");
    Reader reader{database()};
    auto row = reader.one("SELECT * FROM pet WHERE id = $1 AND ended_by IS NULL", id).value();
    EXPECT_EQ(row.get<std::string>("name"), "Zoë's cat");
    EXPECT_EQ(row.get<std::int64_t>("legs"), 4);
    EXPECT_EQ(row.get<double>("weight"), 4.25);
    EXPECT_EQ(row.get<Bytes>("photo"), (Bytes{0, 1, 255}));
    EXPECT_EQ(row.get<std::int64_t>("made_by"), 1);
    EXPECT_EQ(row.get<std::optional<std::int64_t>>("ended_by"), std::nullopt);
}

TEST_P(ChangeSets, ReplacingKeepsTheIdAndTheVersionBefore)
{
    auto id = add_pet("Rex");
    Writer writer{database()};
    auto set = open_set(writer);
    set.replace(pet_table(), id, {{"name", "Rex the second"}, {"legs", 3}});
    writer.commit();
    EXPECT_EQ(names_now(), "Rex the second ");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE id = $1", id), 2);
}

TEST_P(ChangeSets, TheRegisterCanBeSeenAsKnownAtAnEarlierSet)
{
    auto id = add_pet("Rex");
    add_pet("Tib");
    Writer writer{database()};
    auto set = open_set(writer);
    set.end(pet_table(), id);
    writer.commit();
    constexpr const char* known_at = "SELECT COUNT(*) FROM pet WHERE made_by <= $1 AND (ended_by IS NULL OR ended_by > $1)";
    EXPECT_EQ(scalar(known_at, 1), 1);
    EXPECT_EQ(scalar(known_at, 2), 2);
    EXPECT_EQ(scalar(known_at, 3), 1);
}

TEST_P(ChangeSets, WithoutCommitNothingRemains)
{
    {
        Writer writer{database()};
        auto set = open_set(writer);
        set.add(pet_table(), {{"name", "Ghost"}});
    }
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM change_set"), 0);
}

TEST_P(ChangeSets, EndingWhatIsNotCurrentIsRefused)
{
    auto id = add_pet("Rex");
    Writer writer{database()};
    auto set = open_set(writer);
    set.end(pet_table(), id);
    EXPECT_THROW(set.end(pet_table(), id), DatabaseError);
}

TEST_P(ChangeSets, AValueOfTheWrongKindOrForAnUndeclaredColumnIsRefused)
{
    Writer writer{database()};
    auto set = open_set(writer);
    EXPECT_THROW(set.add(pet_table(), {{"name", 7}}), std::invalid_argument);
    EXPECT_THROW(set.add(pet_table(), {{"colour", "red"}}), std::invalid_argument);
}

TEST_P(ChangeSets, TwoSetsInOneWriterAreChainedInOrder)
{
    Writer writer{database()};
    auto first = open_set(writer);
    first.add(pet_table(), {{"name", "Rex"}});
    auto second = open_set(writer);
    second.add(pet_table(), {{"name", "Tib"}});
    EXPECT_THROW(first.add(pet_table(), {{"name", "late"}}), std::logic_error);
    writer.commit();
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM change_set a JOIN change_set b ON b.previous_hash = a.hash"), 1);
}

TEST_P(ChangeSets, TheBulkDoorGivesConsecutiveIdsInOrder)
{
    PreparedRows rows{pet_table(), {"legs", "name"}, secure_random};
    for (int i = 0; i < 1000; ++i) rows.add({i, "pet\t\\N \"" + std::to_string(i) + "\n"});
    Writer writer{database()};
    auto set = open_set(writer);
    auto first = set.add_many(pet_table(), std::move(rows));
    writer.commit();
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE legs = id - $1", first), 1000);
    Reader reader{database()};
    EXPECT_EQ(reader.one("SELECT name FROM pet WHERE legs = 999")->get<std::string>("name"), "pet\t\\N \"999\n");
}

TEST_P(ChangeSets, ManyCanBeReplacedAndEndedAtOnce)
{
    PreparedRows rows{pet_table(), {"name"}, secure_random};
    for (int i = 0; i < 600; ++i) rows.add({std::to_string(i)});
    Writer writer{database()};
    auto set = open_set(writer);
    auto first = set.add_many(pet_table(), std::move(rows));
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 600; ++i) ids.push_back(first + i);
    auto next = open_set(writer);
    PreparedRows newer{pet_table(), {"name"}, secure_random};
    for (int i = 0; i < 300; ++i) newer.add({"new " + std::to_string(i)});
    next.replace_many(pet_table(), std::span{ids}.first(300), std::move(newer));
    next.end_many(pet_table(), std::span{ids}.subspan(300));
    writer.commit();
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE ended_by IS NULL"), 300);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE ended_by = 2"), 600);
}

TEST_P(ChangeSets, StatementsAreCounted)
{
    Reader reader{database()};
    reader.all("SELECT 1");
    reader.one("SELECT name FROM pet WHERE id = $1", 1);
    EXPECT_EQ(reader.statements(), 2);
}

KITH_ON_EACH_ENGINE(ChangeSets);

}  // namespace
}  // namespace kith::db
