// Counts of children, written and read back on both engines.
#include "kit/databases.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/child_population_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace kith::profile {
namespace {

class ChildPopulationStore : public kit::EachEngine {
protected:
    void SetUp() override
    {
        change([this](db::ChangeSet& changes) { east_ = add(changes, partnership::Locality{.code = "E", .name = "Eastfield"}, now())->id; });
    }

    template <class Work>
    std::int64_t change(Work work)
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        work(changes);
        writer.commit();
        return changes.id();
    }

    /// Takes a file as somebody would who hands it in.
    std::int64_t take(const std::string& rows)
    {
        db::Reader reader{database()};
        const auto file = read_child_population(*files::Table::read(child_population_template() + rows), packs_, {.localities = {{"E", east_}}, .today = *Date::of(2026, 11, 1)});
        EXPECT_TRUE(file.findings.empty());
        const auto plan = plan_for(file, child_counts(reader));
        return change([&](db::ChangeSet& changes) { written_ = apply(changes, plan, now()); });
    }

    std::vector<ChildCount> held()
    {
        db::Reader reader{database()};
        return child_counts(reader);
    }

    packs::Packs packs_ = packs::built_in();
    partnership::LocalityId east_;
    std::int64_t written_ = 0;
};

TEST_P(ChildPopulationStore, KeepsWhatAFileSaysAndWhatWasKnownBefore)
{
    const auto first = take("E,sex,female,480,Census 2021,21/3/2021\nE,sex,male,520,Census 2021,21/3/2021\n,ethnicity,asian,250,Census 2021,21/3/2021\n");
    EXPECT_EQ(written_, 3);
    ASSERT_EQ(held().size(), 3U);
    EXPECT_EQ(held()[0].locality, std::nullopt);
    EXPECT_EQ(held()[0].children, 250);
    EXPECT_EQ(held()[1].locality, east_);
    EXPECT_EQ(held()[1].source, "Census 2021");
    EXPECT_EQ(held()[1].as_of, *Date::of(2021, 3, 21));
    const auto before = held();
    take("E,sex,female,490,Estimate,30/6/2025\nE,sex,male,520,Census 2021,21/3/2021\n");
    EXPECT_EQ(written_, 1) << "what is the same is not written again";
    EXPECT_EQ(share_of_children(held(), std::array{east_}, ChildCharacteristic::sex, "female"), (Share{490, 490}));
    db::Reader reader{database()};
    EXPECT_EQ(child_counts_as_known(reader, first), before);
}

TEST_P(ChildPopulationStore, CanBeUndoneAndStandsInTheWayOfTakingItsLocalityAway)
{
    const auto locality = change([this](db::ChangeSet& changes) { east_ = add(changes, partnership::Locality{.code = "F", .name = "Fairfield"}, now())->id; });
    const auto taken = take("E,sex,female,480,Census 2021,21/3/2021\n");
    auto undo = [this](std::int64_t set) {
        db::Writer writer{database()};
        auto undone = db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "test", .return_id = {}});
        if (undone) writer.commit();
        return undone;
    };
    EXPECT_FALSE(undo(locality));
    EXPECT_TRUE(undo(taken));
    EXPECT_TRUE(held().empty());
    EXPECT_TRUE(undo(locality));
}

KITH_ON_EACH_ENGINE(ChildPopulationStore);

}  // namespace
}  // namespace kith::profile
