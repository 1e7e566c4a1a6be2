#include "partnership/succession.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

Date day(int year, int month, int on) { return Date::of(year, month, on).value(); }

/// Oak has two settings, one of the code that elm has too, a URN for each, a place in a cluster, a link worker, a parent and a team.
HeldDated held()
{
    HeldDated held;
    const auto organisation = [&](std::int64_t id, std::string code) {
        held.places.organisations[code] = {.id = OrganisationId{id}, .code = code, .name = code, .sector = "education", .kind = "school"};
    };
    organisation(1, "oak");
    organisation(2, "elm");
    organisation(3, "trust");
    held.places.settings[{"oak", "main"}] = {.id = SettingId{11}, .organisation = OrganisationId{1}, .code = "main", .name = "Oak site", .kind = "school", .locality = LocalityId{5}};
    held.places.settings[{"oak", "two"}] = {.id = SettingId{12}, .organisation = OrganisationId{1}, .code = "two", .name = "Oak annexe", .kind = "school"};
    held.places.settings[{"elm", "main"}] = {.id = SettingId{21}, .organisation = OrganisationId{2}, .code = "main", .name = "Elm site", .kind = "school"};
    held.numbers = {{.id = RegisterNumberId{1}, .organisation = OrganisationId{1}, .setting = SettingId{11}, .kind = "urn", .number = "100001"},
                    {.id = RegisterNumberId{2}, .organisation = OrganisationId{1}, .kind = "charity", .number = "1000001"}};
    held.cluster_settings = {{.id = ClusterSettingId{1}, .cluster = ClusterId{1}, .setting = SettingId{11}, .span = {day(2020, 9, 1), {}}}};
    held.named_links = {{.id = NamedLinkId{1}, .kind = "caf_link", .setting = SettingId{11}}, {.id = NamedLinkId{2}, .kind = "send", .organisation = OrganisationId{1}}};
    held.links = {{.id = OrganisationLinkId{1}, .organisation = OrganisationId{1}, .kind = LinkKind::parent, .other = OrganisationId{3}, .span = {day(2019, 1, 1), {}}}};
    held.teams["early"] = {.id = TeamId{1}, .code = "early", .name = "Early", .kind = "panel", .led_by = OrganisationId{1}};
    return held;
}

TEST(Merger, EndsTheOldAndBeginsTheNewOnItsDay)
{
    auto plan = plan_for(Merger{OrganisationId{1}, OrganisationId{2}, day(2026, 9, 1)}, held()).value();
    ASSERT_EQ(plan.changed_organisations.size(), 1u);
    EXPECT_EQ(plan.changed_organisations[0].closed_on, day(2026, 8, 31));
    ASSERT_EQ(plan.new_settings.size(), 2u);
    EXPECT_EQ(plan.new_settings[0].setting.code, "oak-main") << "elm has a main of its own";
    EXPECT_EQ(plan.new_settings[0].setting.opened_on, day(2026, 9, 1));
    EXPECT_EQ(plan.new_settings[0].setting.locality, LocalityId{5});
    EXPECT_EQ(plan.new_settings[1].setting.code, "two");
    EXPECT_EQ(plan.changed_settings[0].setting.closed_on, day(2026, 8, 31));
    ASSERT_EQ(plan.dated.numbers.added.size(), 1u) << "the setting keeps its number, the organisation's own ends";
    EXPECT_EQ(plan.dated.numbers.changed.size(), 2u);
    EXPECT_EQ(plan.dated.numbers.added[0].organisation, OrganisationId{2});
    EXPECT_EQ(plan.dated.cluster_settings.added.size(), 1u);
    EXPECT_EQ(plan.dated.named_links.added.size(), 1u);
    EXPECT_EQ(plan.dated.named_links.changed.size(), 2u);
    EXPECT_EQ(plan.dated.links.changed[0].span.until, day(2026, 8, 31));
    EXPECT_EQ(plan.dated.links.added[0].kind, LinkKind::merged_into);
    EXPECT_EQ(plan.dated.teams.changed[0].led_by, OrganisationId{2});
    EXPECT_EQ(counts_of(plan).settings, 2);
}

TEST(Merger, PassesChildrenOnAndNeverMakesTheSuccessorItsOwnParent)
{
    auto plan = plan_for(Merger{OrganisationId{3}, OrganisationId{1}, day(2026, 9, 1)}, held()).value();
    EXPECT_EQ(plan.dated.links.changed.size(), 1u);
    ASSERT_EQ(plan.dated.links.added.size(), 1u);
    EXPECT_EQ(plan.dated.links.added[0].kind, LinkKind::merged_into);
    auto other = plan_for(Merger{OrganisationId{3}, OrganisationId{2}, day(2026, 9, 1)}, held()).value();
    ASSERT_EQ(other.dated.links.added.size(), 2u);
    EXPECT_EQ(other.dated.links.added[0].other, OrganisationId{2}) << "oak belongs to elm from then on";
}

TEST(Merger, MakesNoCircleOfParentsThroughOthers)
{
    auto chain = held();  // oak belongs to the trust; elm belongs to oak
    chain.links.push_back({.id = OrganisationLinkId{2}, .organisation = OrganisationId{2}, .kind = LinkKind::parent, .other = OrganisationId{1}, .span = {day(2020, 1, 1), {}}});
    const auto refused = plan_for(Merger{OrganisationId{3}, OrganisationId{2}, day(2026, 9, 1)}, chain);
    ASSERT_FALSE(refused) << "oak would belong to elm, and elm to oak";
    EXPECT_EQ(refused.error().field, "other");
    chain.links.back().span.until = day(2026, 8, 31);
    const auto plan = plan_for(Merger{OrganisationId{3}, OrganisationId{2}, day(2026, 9, 1)}, chain);
    ASSERT_TRUE(plan) << "that link has ended by then";
    EXPECT_EQ(plan->dated.links.added[0].organisation, OrganisationId{1});
}

TEST(Merger, SaysWhatStandsInTheWay)
{
    EXPECT_EQ(plan_for(Merger{OrganisationId{1}, OrganisationId{1}, day(2026, 9, 1)}, held()).error().field, "other");
    auto closed = held();
    closed.places.organisations["elm"].closed_on = day(2025, 1, 1);
    EXPECT_EQ(plan_for(Merger{OrganisationId{1}, OrganisationId{2}, day(2026, 9, 1)}, closed).error().field, "other");
    auto young = held();
    young.places.organisations["oak"].opened_on = day(2026, 9, 1);
    EXPECT_EQ(plan_for(Merger{OrganisationId{1}, OrganisationId{2}, day(2026, 9, 1)}, young).error().field, "day");
    auto late = held();
    late.places.settings[{"oak", "two"}].opened_on = day(2027, 1, 1);
    EXPECT_EQ(plan_for(Merger{OrganisationId{1}, OrganisationId{2}, day(2026, 9, 1)}, late).error().field, "day");
    EXPECT_FALSE(plan_for(Merger{OrganisationId{1}, OrganisationId{9}, day(2026, 9, 1)}, held()));
}

TEST(Split, TakesTheChosenSettingsToANewOrganisation)
{
    const Organisation fresh{.code = "ash", .name = "Ash", .sector = "education", .kind = "school"};
    auto plan = plan_for(Split{OrganisationId{1}, fresh, {SettingId{11}}, day(2026, 9, 1)}, held()).value();
    ASSERT_EQ(plan.new_organisations.size(), 1u);
    EXPECT_EQ(plan.new_organisations[0].opened_on, day(2026, 9, 1));
    ASSERT_EQ(plan.new_settings.size(), 1u);
    EXPECT_EQ(plan.new_settings[0].setting.code, "main");
    EXPECT_TRUE(plan.changed_organisations.empty()) << "oak goes on";
    ASSERT_EQ(plan.dated.links.added.size(), 1u);
    EXPECT_EQ(plan.dated.links.added[0].kind, LinkKind::split_from);
    EXPECT_EQ(plan.dated.links.added[0].other, OrganisationId{1});
    EXPECT_EQ(plan.dated.numbers.changed.size(), 1u) << "the charity number stays oak's";
    EXPECT_EQ(plan_for(Split{OrganisationId{1}, fresh, {}, day(2026, 9, 1)}, held()).error().field, "settings");
    auto taken = fresh;
    taken.code = "elm";
    EXPECT_EQ(plan_for(Split{OrganisationId{1}, taken, {SettingId{11}}, day(2026, 9, 1)}, held()).error().field, "code");
}

}  // namespace
}  // namespace kith::partnership
