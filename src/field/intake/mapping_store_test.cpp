// Mappings in the register on both engines: versions, undo, names, erasing a value.
#include "intake/mapping_store.hpp"

#include "db/verify.hpp"
#include "kit/databases.hpp"
#include "kit/intake_sample.hpp"

#include <gtest/gtest.h>

namespace kith::intake {
namespace {

class MappingStore : public kit::EachEngine {
protected:
    static ColumnMapping payroll()
    {
        ColumnMapping mapping{.name = "Payroll"};
        mapping.organisation = kit::oak;
        mapping.full_week = 36'25;
        mapping.columns = {{.header = "Pay No", .target = "staff_reference"}, {.header = "Post", .target = "role"},
                           {.header = "Started", .target = "start_date", .reading = Reading::month_first}, {.header = "Tax", .target = ""},
                           {.target = "contract", .constant = "permanent"}};
        mapping.values = {{"Post", "NN3", "nursery_nurse"}, {"Post", "Cook", "--"}};
        return mapping;
    }
    template <class Act>
    std::int64_t set(Act act)
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, "A test"};
        act(changes);
        const auto id = changes.id();
        writer.commit();
        return id;
    }
    ColumnMapping added()
    {
        ColumnMapping kept;
        set([&](db::ChangeSet& changes) { kept = add(changes, payroll(), now()).value(); });
        return kept;
    }
    const access::Reach all_ = access::Reach::everything();
};

TEST_P(MappingStore, KeepsAMappingWhole)
{
    const auto kept = added();
    db::Reader reader{database()};
    EXPECT_EQ(find_mapping(reader, kept.public_id, all_).value(), kept);
    EXPECT_EQ(mappings_of(reader, kit::oak), std::vector{kept});
    EXPECT_TRUE(mappings_of(reader, kit::elm).empty());
    EXPECT_TRUE(mappings_of(reader, {}).empty());
    EXPECT_EQ(list_mappings(reader, all_).size(), 1U);
}

TEST_P(MappingStore, KeepsEveryVersionAsItStood)
{
    const auto first = added();
    auto next = first;
    next.columns[3].target = "end_date";
    next.values = {{"Post", "NN3", "nursery_nurse"}, {"Post", "Cook", "ancillary_worker"}};
    set([&](db::ChangeSet& changes) { next = change(changes, next).value(); });
    EXPECT_EQ(next.version, 2);
    db::Reader reader{database()};
    EXPECT_EQ(find_mapping(reader, first.public_id, all_, 1).value(), first);
    auto held = find_mapping(reader, first.public_id, all_, 2).value();
    EXPECT_EQ(held.columns, next.columns);
    EXPECT_EQ(held.values.size(), 2U);
    EXPECT_EQ(versions_of(reader, first.id).size(), 2U);
    EXPECT_FALSE(find_mapping(reader, first.public_id, all_, 3));
    EXPECT_EQ(reader.one("SELECT COUNT(*) AS n FROM mapping_column")->get<std::int64_t>("n"), 6) << "only what changed is written";
}

TEST_P(MappingStore, TakesAVersionBackByUndo)
{
    const auto first = added();
    auto next = first;
    next.name = "Payroll, new system";
    next.values.clear();
    const auto changed = set([&](db::ChangeSet& changes) { ASSERT_TRUE(change(changes, next)); });
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = changed, .now = now(), .author = {}, .reason = "A test", .return_id = {}}));
    writer.commit();
    db::Reader reader{database()};
    auto held = find_mapping(reader, first.public_id, all_).value();
    EXPECT_EQ(held.name, first.name);
    EXPECT_EQ(held.values.size(), first.values.size());
}

TEST_P(MappingStore, RefusesANameTwiceAndAChangeOfWhatSomeoneElseChanged)
{
    const auto first = added();
    set([&](db::ChangeSet& changes) {
        auto again = payroll();
        again.name = "PAYROLL";
        EXPECT_EQ(add(changes, again, now()).error().field, "name");
        again.organisation = kit::elm;
        EXPECT_TRUE(add(changes, again, now()));
    });
    auto retired = first;
    retired.retired_on = kit::day("2026-11-01");
    set([&](db::ChangeSet& changes) { ASSERT_TRUE(change(changes, retired)); });
    set([&](db::ChangeSet& changes) {
        EXPECT_EQ(change(changes, first).error().kind, ProblemKind::conflict);
        EXPECT_TRUE(add(changes, payroll(), now())) << "the name of a retired mapping is free";
    });
}

TEST_P(MappingStore, IsSeenWithinReachOnly)
{
    const auto kept = added();
    db::Reader reader{database()};
    EXPECT_TRUE(find_mapping(reader, kept.public_id, access::Reach::within({kit::oak})));
    EXPECT_FALSE(find_mapping(reader, kept.public_id, access::Reach::within({kit::elm})));
    EXPECT_TRUE(list_mappings(reader, access::Reach::within({kit::elm})).empty());
    ASSERT_EQ(all_layouts(reader).size(), 1U);
    EXPECT_TRUE(all_layouts(reader)[0].values.empty()) << "what may be copied holds no values";
}

TEST_P(MappingStore, CanEraseAValueAndTheChainStillHolds)
{
    added();
    set([&](db::ChangeSet& changes) {
        const auto row = changes.writer().one("SELECT id FROM mapping_value WHERE value = 'Cook'");
        EXPECT_EQ(changes.erase(mapping_value_table(), row->get<std::int64_t>("id"), "value"), 1);
    });
    db::Reader reader{database()};
    EXPECT_TRUE(db::verify(reader).holds());
}

KITH_ON_EACH_ENGINE(MappingStore);

}  // namespace
}  // namespace kith::intake
