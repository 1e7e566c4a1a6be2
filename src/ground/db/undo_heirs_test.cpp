// Undoing where later sets were themselves undone: the way back is free once they are.
#include "db/change_set.hpp"
#include "db/test_register.hpp"

namespace kith::db {
namespace {

class UndoneLater : public PetDatabase {
protected:
    std::int64_t rename(std::int64_t pet, std::string name)
    {
        Writer writer{database()};
        auto set = open_set(writer);
        set.replace(pet_table(), pet, {{"name", name}});
        writer.commit();
        return set.id();
    }
    std::int64_t end(std::int64_t pet)
    {
        Writer writer{database()};
        auto set = open_set(writer);
        set.end(pet_table(), pet);
        writer.commit();
        return set.id();
    }
    Result<std::int64_t> undone(std::int64_t set)
    {
        Writer writer{database()};
        auto answer = undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "a test", .return_id = {}});
        if (answer) writer.commit();
        return answer;
    }
    std::int64_t blocker(std::int64_t set)
    {
        Reader reader{database()};
        return undo_blocker(reader, set);
    }
};

TEST_P(UndoneLater, SetsStandInNobodysWay)
{
    const auto pet = add_pet("Rex");
    const auto first = rename(pet, "Bella");
    const auto second = rename(pet, "Daisy");
    EXPECT_EQ(blocker(first), second);
    EXPECT_FALSE(undone(first));
    ASSERT_TRUE(undone(second));
    EXPECT_EQ(blocker(first), 0);
    ASSERT_TRUE(undone(first));
    EXPECT_EQ(names_now(), "Rex ");
}

TEST_P(UndoneLater, SetsOneAfterAnotherStandInNobodysWay)
{
    const auto pet = add_pet("Rex");
    const auto first = rename(pet, "Bella");
    ASSERT_TRUE(undone(rename(pet, "Daisy")));
    const auto third = end(pet);
    EXPECT_EQ(blocker(first), third);
    ASSERT_TRUE(undone(third));
    ASSERT_TRUE(undone(first));
    EXPECT_EQ(names_now(), "Rex ");
}

TEST_P(UndoneLater, UndoingsThatWereUndoneBlockAgain)
{
    const auto pet = add_pet("Rex");
    const auto first = rename(pet, "Bella");
    const auto undoing = undone(rename(pet, "Daisy")).value();
    ASSERT_TRUE(undone(undoing));
    EXPECT_EQ(names_now(), "Daisy ");
    EXPECT_FALSE(undone(first));
}

KITH_ON_EACH_ENGINE(UndoneLater);

}  // namespace
}  // namespace kith::db
