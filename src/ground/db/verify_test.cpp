#include "db/verify.hpp"

#include "db/test_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::db {
namespace {

class Chain : public PetDatabase {
protected:
    /// Three sets: Rex and Tib added, then Rex replaced.
    void given_history()
    {
        rex_ = add_pet("Rex");
        add_pet("Tib");
        Writer writer{database()};
        auto set = open_set(writer, "Rex lost a leg");
        set.replace(pet_table(), rex_, {{"name", "Rex"}, {"legs", 3}});
        writer.commit();
    }

    std::vector<std::string> discrepancies(const std::optional<ChainHead>& expected = {})
    {
        Reader reader{database()};
        std::vector<std::string> found;
        for (const auto& discrepancy : verify(reader, expected).discrepancies) found.push_back(discrepancy.in_words());
        return found;
    }

    std::int64_t rex_ = 0;
};

TEST_P(Chain, HoldsWhereNothingWasTamperedWith)
{
    given_history();
    Reader reader{database()};
    auto result = verify(reader);
    EXPECT_TRUE(result.holds());
    EXPECT_EQ(result.change_sets, 3);
    EXPECT_EQ(result.rows, 3);
    EXPECT_EQ(result.head.number, 3);
}

TEST_P(Chain, HoldsInAnEmptyDatabase)
{
    EXPECT_THAT(discrepancies(), testing::IsEmpty());
}

TEST_P(Chain, NamesTheRowWhoseValueWasAltered)
{
    given_history();
    tamper("UPDATE pet SET legs = 5 WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 2, table pet, row 2: its values are not those that were sealed"));
}

TEST_P(Chain, NamesTheRowWhoseValueWasMadeNull)
{
    given_history();
    tamper("UPDATE pet SET legs = NULL WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 2, table pet, row 2: its values are not those that were sealed"));
}

TEST_P(Chain, NamesTheRowWhoseSaltWasTakenAway)
{
    given_history();
    tamper("UPDATE pet SET salt = NULL, name = 'Mog' WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 2, table pet, row 2: its values are not those that were sealed"));
}

TEST_P(Chain, NamesTheSetWhoseRowWasAlteredTogetherWithItsDigest)
{
    given_history();
    tamper("UPDATE pet SET name = 'Tib', salt = (SELECT salt FROM pet WHERE row_id = 1), digest = (SELECT digest FROM pet WHERE row_id = 1) "
           "WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::Contains("Change set 2, table pet: its rows are not those that were sealed"));
}

TEST_P(Chain, NamesTheSetWhoseRowWasDeleted)
{
    given_history();
    tamper("DELETE FROM pet WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 2, table pet: 1 rows were sealed as made, 0 are there"));
}

TEST_P(Chain, NamesTheSetToWhichARowWasAdded)
{
    given_history();
    tamper("INSERT INTO pet (row_id, id, made_by, salt, digest, name, legs, weight, photo) SELECT 9, 9, 2, salt, digest, name, legs, weight, photo "
           "FROM pet WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 2, table pet: 1 rows were sealed as made, 2 are there"));
}

TEST_P(Chain, NoticesRowsOfASetThatIsNotThere)  // on PostgreSQL large tables have no foreign key that would stop them (ADR 0011)
{
    given_history();
    tamper(in_dialect(GetParam(), "CREATE TABLE loose (row_id INTEGER PRIMARY KEY, id INTEGER NOT NULL, made_by INTEGER NOT NULL, ended_by INTEGER, salt BLOB, "
                                  "digest BLOB NOT NULL, name TEXT);"));
    tamper("INSERT INTO loose (row_id, id, made_by, salt, digest, name) SELECT 1, 1, 17, salt, digest, name FROM pet WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::Contains("Change set 17, table loose: its rows name a change set that is not there"));
}

TEST_P(Chain, NoticesAnEndedRowBroughtBack)
{
    given_history();
    tamper("UPDATE pet SET ended_by = NULL, id = 99 WHERE row_id = 1");
    EXPECT_THAT(discrepancies(), testing::UnorderedElementsAre("Change set 1, table pet: its rows are not those that were sealed",
                                                              "Change set 3, table pet: 1 rows were sealed as ended, 0 are"));
}

TEST_P(Chain, NoticesAnEndingMovedToAnotherRow)
{
    given_history();
    tamper("UPDATE pet SET ended_by = NULL, id = 99 WHERE row_id = 1; UPDATE pet SET ended_by = 3 WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::Contains("Change set 3, table pet: its rows are not those that were sealed"));
}

TEST_P(Chain, NoticesARowMovedToAnotherSet)
{
    given_history();
    tamper("UPDATE pet SET made_by = 1 WHERE row_id = 2");
    EXPECT_THAT(discrepancies(), testing::SizeIs(2));
}

TEST_P(Chain, NoticesAChangedAuthorTimeOrReason)
{
    given_history();
    tamper("UPDATE change_set SET account_id = 8 WHERE id = 1; UPDATE change_set SET made_at = '2020-01-01T00:00:00Z' WHERE id = 2; "
           "UPDATE change_set SET reason = 'nothing' WHERE id = 3");
    EXPECT_THAT(discrepancies(), testing::UnorderedElementsAre("Change set 1: it is not as it was sealed", "Change set 2: it is not as it was sealed",
                                                              "Change set 3, table change_set: its reason is not the one that was sealed"));
}

TEST_P(Chain, NoticesAReasonTakenAwayWithoutAnErasure)
{
    given_history();
    tamper("UPDATE change_set SET reason = NULL, reason_salt = NULL WHERE id = 3");
    EXPECT_THAT(discrepancies(), testing::SizeIs(1));
}

TEST_P(Chain, NoticesASetRemovedFromTheMiddle)
{
    given_history();
    tamper("DELETE FROM pet WHERE made_by = 2; DELETE FROM change_set_part WHERE change_set_id = 2; DELETE FROM change_set WHERE id = 2");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 2: the change set is missing", "Change set 3: it does not follow the change set before it"));
}

TEST_P(Chain, NoticesSetsReordered)
{
    given_history();
    tamper("UPDATE pet SET made_by = 3 - made_by WHERE made_by < 3; "
           "UPDATE change_set_part SET change_set_id = 4 WHERE change_set_id = 3 AND 1 = 0; "
           "UPDATE change_set SET hash = (SELECT b.hash FROM change_set b WHERE b.id = 3 - change_set.id) WHERE id < 3");
    EXPECT_THAT(discrepancies(), testing::Not(testing::IsEmpty()));
}

TEST_P(Chain, NoticesItsEndCutOffOnceAHeadWasNoted)
{
    given_history();
    Reader before{database()};
    auto head = ChainHead::parse(verify(before).head.text());
    ASSERT_TRUE(head);
    EXPECT_THAT(discrepancies(head), testing::IsEmpty());
    tamper("DELETE FROM pet WHERE made_by = 3; UPDATE pet SET ended_by = NULL; DELETE FROM change_set_part WHERE change_set_id = 3; "
           "DELETE FROM change_set WHERE id = 3");
    EXPECT_THAT(discrepancies(), testing::IsEmpty());
    EXPECT_THAT(discrepancies(head), testing::ElementsAre("Change set 3: the chain does not hold the head that was noted"));
}

KITH_ON_EACH_ENGINE(Chain);

class Erasure : public Chain {
protected:
    void erase_name()
    {
        Writer writer{database()};
        auto set = open_set(writer, "right to erasure");
        EXPECT_EQ(set.erase(pet_table(), rex_, "name"), 2);
        writer.commit();
    }
};

TEST_P(Erasure, LeavesTheChainWholeAndTheValueGone)
{
    given_history();
    erase_name();
    EXPECT_THAT(discrepancies(), testing::IsEmpty());
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE name = 'erased'"), 2);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE id = $1 AND salt IS NOT NULL", rex_), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM kept_salt WHERE column_name = 'name'"), 0);
}

TEST_P(Erasure, OfASecondValueOfTheSameRowWorks)
{
    given_history();
    erase_name();
    Writer writer{database()};
    auto set = open_set(writer);
    EXPECT_EQ(set.erase(pet_table(), rex_, "photo"), 1);  // the second version has none
    EXPECT_EQ(set.erase(pet_table(), rex_, "name"), 0);
    writer.commit();
    EXPECT_THAT(discrepancies(), testing::IsEmpty());
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM pet WHERE id = $1 AND photo IS NOT NULL", rex_), 0);
}

TEST_P(Erasure, StillShowsTamperingWithWhatIsLeft)
{
    given_history();
    erase_name();
    tamper("UPDATE pet SET legs = 8 WHERE row_id = 3");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 3, table pet, row 3: its values are not those that were sealed"));
}

TEST_P(Erasure, CannotBeFilledAgainOrForged)
{
    given_history();
    erase_name();
    tamper("UPDATE pet SET name = 'Rex' WHERE row_id = 3");
    EXPECT_THAT(discrepancies(), testing::ElementsAre("Change set 3, table pet, row 3: name was erased and holds a value again"));
    tamper("UPDATE pet SET name = 'erased' WHERE row_id = 3; UPDATE erased_value SET erased_by = 3 WHERE row_id = 3");
    EXPECT_THAT(discrepancies(), testing::Not(testing::IsEmpty()));
}

TEST_P(Erasure, OfAReasonLeavesTheChainWhole)
{
    given_history();
    Writer writer{database()};
    auto set = open_set(writer, "right to erasure");
    set.erase_reason(3);
    writer.commit();
    EXPECT_THAT(discrepancies(), testing::IsEmpty());
    Reader reader{database()};
    EXPECT_EQ(find_change_set(reader, 3)->reason, std::nullopt);
}

KITH_ON_EACH_ENGINE(Erasure);

}  // namespace
}  // namespace kith::db
