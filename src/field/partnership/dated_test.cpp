// Rules of what is dated: spans, organisation links, register numbers, clusters, teams, named links, whom to ring.
#include "packs/packs.hpp"
#include "partnership/dated_register.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

Date day(int year, int month = 1, int on = 1) { return Date::of(year, month, on).value(); }

OrganisationLink link(std::int64_t id, std::int64_t from, LinkKind kind, std::int64_t to, Span span = {})
{
    return {.id = OrganisationLinkId{id}, .public_id = {}, .organisation = OrganisationId{from}, .kind = kind, .other = OrganisationId{to}, .span = span};
}

TEST(Span, HoldsFromItsFirstDayToItsLast)
{
    const Span year{day(2026), day(2026, 12, 31)};
    EXPECT_TRUE(year.contains(day(2026)));
    EXPECT_TRUE(year.contains(day(2026, 12, 31)));
    EXPECT_FALSE(year.contains(day(2027)));
    EXPECT_TRUE(Span{}.contains(day(1950)));
    EXPECT_TRUE(year.overlaps({day(2026, 12, 31), {}}));
    EXPECT_FALSE(year.overlaps({day(2027), {}}));
    EXPECT_FALSE(year.overlaps({{}, day(2025, 12, 31)}));
    EXPECT_EQ(year.both({day(2026, 6, 1), {}}), (Span{day(2026, 6, 1), day(2026, 12, 31)}));
    EXPECT_EQ(words_for(year), "1 January 2026 to 31 December 2026");
    EXPECT_EQ(words_for(Span{{}, day(2026, 8, 31)}), "until 31 August 2026");
    EXPECT_FALSE(in_order({day(2026), day(2025)}));
}

TEST(OrganisationLink, MakesNobodyTheirOwnParent)
{
    EXPECT_EQ(fits(link(0, 1, LinkKind::parent, 1), {}).error().field, "other");
    const std::vector held{link(10, 1, LinkKind::parent, 2), link(11, 2, LinkKind::parent, 3)};
    EXPECT_EQ(fits(link(0, 3, LinkKind::parent, 1), held).error().field, "other");
    EXPECT_TRUE(fits(link(0, 4, LinkKind::parent, 1), held));
}

TEST(OrganisationLink, MayTurnAroundOnceTheOldOneHasEnded)
{
    const std::vector held{link(10, 1, LinkKind::parent, 2, {{}, day(2025, 8, 31)})};
    EXPECT_TRUE(fits(link(0, 2, LinkKind::parent, 1, {day(2025, 9, 1), {}}), held));
    EXPECT_FALSE(fits(link(0, 2, LinkKind::parent, 1, {day(2025, 8, 31), {}}), held));
}

TEST(OrganisationLink, GivesOneParentADay)
{
    const std::vector held{link(10, 1, LinkKind::parent, 2, {day(2024), {}})};
    EXPECT_EQ(fits(link(0, 1, LinkKind::parent, 3, {day(2026), {}}), held).error().field, "from");
    EXPECT_TRUE(fits(link(0, 1, LinkKind::parent, 3, {day(2020), day(2023, 12, 31)}), held));
    EXPECT_TRUE(fits(link(10, 1, LinkKind::parent, 3, {day(2026), {}}), held)) << "it may change itself";
    EXPECT_EQ(parent_of(OrganisationId{1}, day(2026), held), OrganisationId{2});
    EXPECT_FALSE(parent_of(OrganisationId{1}, day(2023), held));
}

TEST(OrganisationLink, TakesOneMergerAndNoCircleOfThem)
{
    const std::vector held{link(10, 1, LinkKind::merged_into, 2, {day(2024), {}})};
    EXPECT_FALSE(fits(link(0, 1, LinkKind::merged_into, 3, {day(2026), {}}), held));
    EXPECT_FALSE(fits(link(0, 2, LinkKind::merged_into, 1, {day(2026), {}}), held));
    EXPECT_EQ(fits(link(0, 3, LinkKind::merged_into, 2), held).error().field, "from") << "a merger has its day";
    EXPECT_TRUE(fits(link(0, 3, LinkKind::merged_into, 2, {day(2026), {}}), held));
    EXPECT_FALSE(fits(link(0, 2, LinkKind::split_from, 3, {day(2026), {}}), {link(10, 3, LinkKind::split_from, 2, {day(2024), {}})}));
}

TEST(RegisterNumber, HasTheShapeOfItsKind)
{
    const auto packs = packs::built_in();
    const auto& kinds = packs.list("register_number_kinds");
    for (auto [kind, number, tidy] : {std::tuple{"urn", " 100 001 ", "100001"}, {"ofsted_urn", "ey999001", "EY999001"}, {"cqc_provider", "1-100000001", "1-100000001"},
                                      {"charity", "1000001-2", "1000001-2"}, {"company", "oc300001", "OC300001"}, {"ods", "rxx", "RXX"}, {"ukprn", "10000001", "10000001"},
                                      {"dfe_number", "999/2001", "999/2001"}, {"asc_establishment", "A100001", "A100001"}, {"cqc_location", "1-100000002", "1-100000002"}})
        EXPECT_EQ(checked_number(kinds, kind, number), tidy) << kind;
    for (auto [kind, number] : {std::pair{"urn", "10001"}, {"urn", "1000011"}, {"ukprn", "20000001"}, {"charity", "12-"}, {"company", "123"}, {"cqc_provider", "1-"}, {"ods", "R!"}}) {
        auto refused = checked_number(kinds, kind, number);
        ASSERT_FALSE(refused) << kind << number;
        EXPECT_EQ(refused.error().field, "number");
    }
    EXPECT_EQ(checked_number(kinds, "passport", "1").error().field, "kind");
    EXPECT_EQ(checked_number(kinds, "urn", "").error().message, "Enter the number");
    EXPECT_FALSE(checked_number(kinds, "charity", std::string(5000, '1')));
}

TEST(RegisterNumber, EveryKindSaysItsShapeAndAnExample)
{
    const auto packs = packs::built_in();
    for (const auto& kind : packs.list("register_number_kinds").codes()) {
        EXPECT_FALSE(kind.attribute("shape").empty()) << kind.code;
        EXPECT_FALSE(kind.attribute("example").empty()) << kind.code;
    }
}

TEST(RegisterNumber, BelongsToOneOrganisationAtATime)
{
    const RegisterNumber held{.id = RegisterNumberId{1}, .public_id = {}, .organisation = OrganisationId{1}, .setting = {}, .kind = "urn", .number = "100001", .span = {{}, day(2025, 8, 31)}};
    auto next = held;
    next.id = {};
    EXPECT_EQ(fits(next, {held}).error().kind, ProblemKind::conflict);
    next.setting = SettingId{5};
    EXPECT_TRUE(fits(next, {held})) << "its own setting may share it";
    next.organisation = OrganisationId{2};
    EXPECT_EQ(fits(next, {held}).error().field, "number");
    next.span = {day(2025, 9, 1), {}};
    EXPECT_TRUE(fits(next, {held})) << "the successor takes it over";
    EXPECT_TRUE(fits(held, {held}));
}

TEST(ClusterSetting, IsInAClusterOnceAtATime)
{
    const ClusterSetting held{ClusterSettingId{1}, {}, ClusterId{1}, SettingId{7}, {day(2025), {}}};
    EXPECT_FALSE(fits(ClusterSetting{{}, {}, ClusterId{1}, SettingId{7}, {day(2026), {}}}, {held}));
    EXPECT_TRUE(fits(ClusterSetting{{}, {}, ClusterId{2}, SettingId{7}, {day(2026), {}}}, {held}));
    EXPECT_TRUE(fits(ClusterSetting{{}, {}, ClusterId{1}, SettingId{7}, {day(2024), day(2024, 12, 31)}}, {held}));
}

TeamMember member(std::int64_t id, std::string name, Span span = {}, std::string job = {})
{
    return {.id = TeamMemberId{id}, .public_id = {}, .team = TeamId{1}, .standing = Standing::core, .organisation = OrganisationId{1}, .record = {},
            .contact = {ContactName{std::move(name)}, std::move(job), {}, {}}, .span = span};
}

TEST(TeamMember, IsSomebodyAndIsThereOnceAtATime)
{
    EXPECT_FALSE(checked(member(0, "")));
    EXPECT_TRUE(checked(member(0, "", {}, "Health visitor"))) << "a post may be named by its job";
    EXPECT_FALSE(fits(member(0, "robin VALE"), {member(1, "Robin Vale")}));
    EXPECT_TRUE(fits(member(0, "Robin Vale", {day(2026), {}}), {member(1, "Robin Vale", {{}, day(2025, 12, 31)})}));
    auto by_record = member(0, "");
    by_record.record = StaffRecordId{3};
    EXPECT_TRUE(checked(by_record));
    auto same = by_record;
    same.id = TeamMemberId{9};
    EXPECT_FALSE(fits(by_record, {same}));
    EXPECT_EQ(parse_standing("Virtual"), Standing::virtual_member);
    EXPECT_FALSE(parse_standing("half"));
}

TEST(NamedLink, SaysForWhatAndHowToReachThem)
{
    NamedLink link{.id = {}, .public_id = {}, .kind = "caf_link", .organisation = OrganisationId{1}, .setting = {}, .cluster = {}, .works_for = {}, .record = {},
                   .contact = {ContactName{"Robin Vale"}, "Link worker", ContactPhone{"01632 960 001 ext 12"}, {}}, .span = {}};
    EXPECT_TRUE(checked(link));
    auto nowhere = link;
    nowhere.organisation.reset();
    EXPECT_EQ(checked(nowhere).error().field, "organisation");
    auto everywhere = link;
    everywhere.setting = SettingId{2};
    EXPECT_FALSE(checked(everywhere));
    auto silent = link;
    silent.contact.phone = {};
    EXPECT_EQ(checked(silent).error().field, "contact_phone");
    silent.record = StaffRecordId{4};
    EXPECT_TRUE(checked(silent));
    auto nameless = link;
    nameless.contact.name = {};
    EXPECT_EQ(checked(nameless).error().field, "contact_name");
    auto held = link;
    held.id = NamedLinkId{8};
    EXPECT_FALSE(fits(link, {held}));
    link.kind = "send";
    EXPECT_TRUE(fits(link, {held}));
}

TEST(WorkContact, CanBeDialledAndWrittenTo)
{
    auto contact = [](std::string phone, std::string email) { return checked(WorkContact{ContactName{" Robin "}, {}, ContactPhone{std::move(phone)}, ContactEmail{std::move(email)}}); };
    EXPECT_EQ(contact("01632 960001", "")->name.reveal(), "Robin");
    EXPECT_EQ(contact("ask at the desk", "").error().field, "contact_phone");
    EXPECT_EQ(contact("12", "").error().field, "contact_phone");
    EXPECT_EQ(contact("", "robin at school").error().field, "contact_email");
    EXPECT_EQ(dialled(ContactPhone{"+44 (0)1632 960 001 ext 12"}), "tel:+441632960001");
    EXPECT_EQ(dialled(ContactPhone{"01632 960001 x4"}), "tel:01632960001");
}

TEST(Organisation, HandsInAsOftenAsItSaysOrAsIsUsualForItsKind)
{
    const auto packs = packs::built_in();
    EXPECT_EQ(returns_every(packs, {.kind = "school"}), "termly");
    EXPECT_EQ(returns_every(packs, {.kind = "council"}), "monthly");
    EXPECT_EQ(returns_every(packs, {.kind = "school", .returns_every = "none"}), "none");
    EXPECT_EQ(returns_every(packs, {.kind = "unheard of"}), "yearly");
}

}  // namespace
}  // namespace kith::partnership
