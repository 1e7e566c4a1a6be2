#include "db/test_register.hpp"
#include "db/verify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::db {
namespace {

class Undo : public PetDatabase {
protected:
    Result<std::int64_t> undo_set(std::int64_t set)
    {
        Writer writer{database()};
        auto undone = undo(writer, {.change_set = set, .now = now(), .author = {7, "account"}, .reason = "handed in by mistake", .return_id = {}});
        if (undone) writer.commit();
        return undone;
    }

    void replace_pet(std::int64_t id, std::string name)
    {
        Writer writer{database()};
        auto set = open_set(writer);
        set.replace(pet_table(), id, {{"name", name}, {"legs", 3}});
        writer.commit();
    }

    bool chain_holds()
    {
        Reader reader{database()};
        return verify(reader).holds();
    }
};

TEST_P(Undo, OfAnAdditionEndsWhatWasAdded)
{
    add_pet("Rex");
    add_pet("Tib");
    ASSERT_EQ(undo_set(2), 3);
    EXPECT_EQ(names_now(), "Rex ");
    EXPECT_TRUE(chain_holds());
}

TEST_P(Undo, OfAReplacementBringsBackTheVersionBeforeUnderTheSameId)
{
    auto id = add_pet("Rex");
    replace_pet(id, "Max");
    ASSERT_TRUE(undo_set(2));
    EXPECT_EQ(names_now(), "Rex ");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE id = $1 AND legs = 4 AND ended_by IS NULL", id), 1);
    EXPECT_TRUE(chain_holds());
}

TEST_P(Undo, OfAnEndingBringsItBack)
{
    auto id = add_pet("Rex");
    Writer writer{database()};
    auto set = open_set(writer);
    set.end(pet_table(), id);
    writer.commit();
    ASSERT_TRUE(undo_set(2));
    EXPECT_EQ(names_now(), "Rex ");
}

TEST_P(Undo, CanItselfBeUndone)
{
    auto id = add_pet("Rex");
    replace_pet(id, "Max");
    ASSERT_EQ(undo_set(2), 3);
    ASSERT_EQ(undo_set(3), 4);
    EXPECT_EQ(names_now(), "Max ");
    EXPECT_TRUE(chain_holds());
}

TEST_P(Undo, IsRefusedNamingTheSetThatCameAfter)
{
    auto id = add_pet("Rex");
    replace_pet(id, "Max");
    auto refused = undo_set(1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::conflict);
    EXPECT_EQ(refused.error().message, "Change 2 of " + kit::frozen_now().in_words() + " has since changed the same records, or added to them. Undo that one first");
    EXPECT_EQ(names_now(), "Max ");
}

TEST_P(Undo, IsRefusedTheSecondTime)
{
    add_pet("Rex");
    ASSERT_TRUE(undo_set(1));
    auto refused = undo_set(1);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, testing::StartsWith("This has already been undone, by change 2"));
}

TEST_P(Undo, OfASetThatIsNotThereIsNotFound)
{
    auto refused = undo_set(12);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ProblemKind::not_found);
}

TEST_P(Undo, OfAnErasureIsRefused)
{
    auto id = add_pet("Rex");
    Writer writer{database()};
    auto set = open_set(writer);
    set.erase(pet_table(), id, "name");
    writer.commit();
    auto refused = undo_set(2);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "This change erased personal details, which cannot be brought back");
}

TEST_P(Undo, LeavesAlterationsOfOthersAlone)
{
    auto rex = add_pet("Rex");
    auto tib = add_pet("Tib");
    replace_pet(rex, "Max");
    replace_pet(tib, "Tom");
    ASSERT_TRUE(undo_set(3));
    EXPECT_EQ(names_now(), "Rex Tom ");
}

/// Pets have collars: a row that means nothing without its pet.
class UndoOfWhatIsUsed : public Undo {
protected:
    void SetUp() override
    {
        Undo::SetUp();
        Writer writer{database()};
        writer.connection().script(in_dialect(writer.engine(), R"(
            CREATE TABLE collar (
                row_id INTEGER PRIMARY KEY, id INTEGER NOT NULL, made_by INTEGER NOT NULL REFERENCES change_set (id),
                ended_by INTEGER REFERENCES change_set (id), salt BLOB, digest BLOB NOT NULL, pet_id INTEGER NOT NULL
            );
            CREATE UNIQUE INDEX collar_current ON collar (id) WHERE ended_by IS NULL;)"));
        writer.commit();
    }
    const RegisterTable& collar_table()
    {
        static const RegisterTable table{"collar", {{"pet_id", Kind::integer}}};
        return table;
    }
    std::int64_t add_collar(std::int64_t pet)
    {
        Writer writer{database()};
        auto set = open_set(writer);
        set.add(collar_table(), {{"pet_id", pet}});
        writer.commit();
        return set.id();
    }
};

TEST_P(UndoOfWhatIsUsed, IsRefusedNamingTheSetThatPointsAtIt)
{
    const auto rex = add_pet("Rex");
    const auto collar = add_collar(rex);
    auto refused = undo_set(1);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "Change 2 of " + kit::frozen_now().in_words() + " has since changed the same records, or added to them. Undo that one first");
    ASSERT_TRUE(undo_set(collar));
    EXPECT_TRUE(undo_set(1)) << "nothing points at it any more";
    EXPECT_TRUE(chain_holds());
}

TEST_P(UndoOfWhatIsUsed, NamesTheSetThatMadeWhatPointsAtItWhereAnUndoingBroughtThatBack)
{
    const auto rex = add_pet("Rex");
    const auto collar = add_collar(rex);
    std::int64_t changed = 0;
    {
        Writer writer{database()};
        auto set = open_set(writer);
        const auto id = writer.one("SELECT id FROM collar")->at<std::int64_t>(0);
        set.replace(collar_table(), id, {{"pet_id", rex}});
        changed = set.id();
        writer.commit();
    }
    const auto blocker = [&] {
        Reader reader{database()};
        return undo_blocker(reader, 1);
    };
    EXPECT_EQ(blocker(), changed);
    ASSERT_TRUE(undo_set(changed));
    EXPECT_EQ(blocker(), collar) << "not the undoing: undoing that would go in a circle";
    ASSERT_TRUE(undo_set(collar));
    EXPECT_TRUE(undo_set(1));
}

TEST_P(UndoOfWhatIsUsed, IsNoMatterWhereTheThingWasThereBefore)
{
    const auto rex = add_pet("Rex");
    replace_pet(rex, "Max");
    add_collar(rex);
    ASSERT_TRUE(undo_set(2));
    EXPECT_EQ(names_now(), "Rex ");
}

TEST_P(UndoOfWhatIsUsed, TakesBackWhatOneSetMadeTogether)
{
    Writer writer{database()};
    auto set = open_set(writer);
    const auto pet = set.add(pet_table(), {{"name", "Rex"}, {"legs", 4}, {"weight", 4.25}, {"photo", Bytes{1}}});
    set.add(collar_table(), {{"pet_id", pet}});
    writer.commit();
    EXPECT_TRUE(undo_set(1));
    EXPECT_EQ(names_now(), "");
}

KITH_ON_EACH_ENGINE(Undo);
KITH_ON_EACH_ENGINE(UndoOfWhatIsUsed);

}  // namespace
}  // namespace kith::db
