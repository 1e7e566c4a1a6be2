// Links, numbers, clusters, teams and named links, written and read back on both engines.
#include "kit/databases.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"
#include "partnership/dated_store.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

class Dated : public kit::EachEngine {
protected:
    void SetUp() override
    {
        change_register([this](db::ChangeSet& changes) {
            trust_ = organisation(changes, "trust");
            oak_ = organisation(changes, "oak");
            elm_ = organisation(changes, "elm");
            site_ = add(changes, Setting{.organisation = oak_, .code = "main", .name = "Oak site", .kind = "school", .tier = "universal", .places = 210, .deprivation_band = "3"}, now())->id;
        });
    }
    template <class Work>
    void change_register(Work work)
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        work(changes);
        writer.commit();
    }
    OrganisationId organisation(db::ChangeSet& changes, std::string code)
    {
        return add(changes, Organisation{.code = code, .name = code, .sector = "education", .kind = "school", .returns_every = "monthly",
                                         .contact = {ContactName{"Robin Vale"}, "Business manager", ContactPhone{"01632 960001"}, ContactEmail{"robin@example.org"}}}, now())->id;
    }
    template <class T>
    void expect_kept(const T& added)
    {
        db::Reader reader{database()};
        EXPECT_EQ(load_one<T>(reader, "Thing", added.public_id), added);
        EXPECT_EQ(load_all<T>(reader).size(), 1u);
    }

    packs::Packs packs_ = packs::built_in();
    OrganisationId trust_, oak_, elm_;
    SettingId site_;
    Span from_now_{Date::of(2026, 9, 1).value(), {}};
};

TEST_P(Dated, OrganisationsAndSettingsKeepWhatWasAddedToThem)
{
    db::Reader reader{database()};
    auto oak = find_organisation(reader, oak_).value();
    EXPECT_EQ(oak.returns_every, "monthly");
    EXPECT_EQ(oak.contact.phone.reveal(), "01632 960001");
    auto site = settings_of(reader, oak_).at(0);
    EXPECT_EQ(site.tier, "universal");
    EXPECT_EQ(site.places, 210);
    EXPECT_EQ(site.deprivation_band, "3");
}

TEST_P(Dated, LinksAndNumbersAreKeptAndHeldToTheirRules)
{
    change_register([this](db::ChangeSet& changes) {
        auto link = add(changes, OrganisationLink{.organisation = oak_, .kind = LinkKind::parent, .other = trust_, .span = from_now_}, now());
        ASSERT_TRUE(link);
        EXPECT_FALSE(add(changes, OrganisationLink{.organisation = trust_, .kind = LinkKind::parent, .other = oak_}, now()));
        EXPECT_FALSE(add(changes, OrganisationLink{.organisation = oak_, .kind = LinkKind::parent, .other = elm_}, now()));
        link->span.until = Date::of(2027, 8, 31).value();
        EXPECT_TRUE(change(changes, *link));
        EXPECT_TRUE(add(changes, packs_, RegisterNumber{.organisation = oak_, .setting = site_, .kind = "urn", .number = "100 001"}, now()));
        EXPECT_FALSE(add(changes, packs_, RegisterNumber{.organisation = elm_, .kind = "urn", .number = "100001"}, now()));
    });
    db::Reader reader{database()};
    EXPECT_EQ(all_organisation_links(reader).at(0).span.until, Date::of(2027, 8, 31).value());
    EXPECT_EQ(find_organisation_with_number(reader, "urn", "100001", Date::of(2026, 1, 1).value()), oak_);
    EXPECT_FALSE(find_organisation_with_number(reader, "urn", "100002", Date::of(2026, 1, 1).value()));
}

TEST_P(Dated, ClustersAreKept)
{
    ClusterSetting inside;
    change_register([&](db::ChangeSet& changes) {
        auto cluster = add(changes, Cluster{.code = "north", .name = "North cluster", .span = from_now_}, now()).value();
        EXPECT_EQ(add(changes, Cluster{.code = "north", .name = "Again"}, now()).error().field, "code");
        inside = add(changes, ClusterSetting{.cluster = cluster.id, .setting = site_, .span = from_now_}, now()).value();
        EXPECT_FALSE(add(changes, ClusterSetting{.cluster = cluster.id, .setting = site_}, now()));
    });
    expect_kept(inside);
}

TEST_P(Dated, TeamsAreKeptWithTheirMembers)
{
    Team team;
    TeamMember member;
    change_register([&](db::ChangeSet& changes) {
        team = add(changes, Team{.code = "early", .name = "Early help", .kind = "early_help_team", .led_by = trust_, .span = from_now_}, now()).value();
        member = add(changes, TeamMember{.team = team.id, .standing = Standing::virtual_member, .organisation = oak_, .record = StaffRecordId{7}, .contact = {.job = "Health visitor"}, .span = from_now_}, now()).value();
        EXPECT_FALSE(add(changes, TeamMember{.team = team.id, .record = StaffRecordId{7}}, now()));
    });
    expect_kept(team);
    expect_kept(member);
}

TEST_P(Dated, NamedLinksAreKeptAndUndone)
{
    NamedLink link;
    std::int64_t set = 0;
    change_register([&](db::ChangeSet& changes) {
        link = add(changes, NamedLink{.kind = "caf_link", .setting = site_, .works_for = elm_, .contact = {ContactName{"Robin Vale"}, {}, ContactPhone{"01632 960002"}, {}}, .span = from_now_}, now()).value();
        set = changes.id();
    });
    expect_kept(link);
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "wrong"}));
    EXPECT_TRUE(all_named_links(writer).empty());
}

TEST_P(Dated, WhatIsPointedAtIsNotUndoneAway)
{
    OrganisationId union_hall;
    std::int64_t first = 0;
    std::vector<std::int64_t> later;
    change_register([&](db::ChangeSet& changes) {
        union_hall = organisation(changes, "union");
        first = changes.id();
    });
    const auto pointing = [&](auto thing) {
        change_register([&](db::ChangeSet& changes) {
            ASSERT_TRUE(add(changes, thing, now()));
            later.push_back(changes.id());
        });
    };
    pointing(OrganisationLink{.organisation = oak_, .kind = LinkKind::parent, .other = union_hall, .span = from_now_});
    pointing(Team{.code = "early", .name = "Early help", .kind = "early_help_team", .led_by = union_hall, .span = from_now_});
    pointing(NamedLink{.kind = "caf_link", .setting = site_, .works_for = union_hall, .contact = {ContactName{"Robin Vale"}, {}, ContactPhone{"01632 960002"}, {}}, .span = from_now_});
    for (const auto blocker : later) {
        db::Writer writer{database()};
        EXPECT_EQ(db::undo_blocker(writer, first), blocker);
        EXPECT_FALSE(db::undo(writer, {.change_set = first, .now = now(), .author = {}, .reason = "wrong"}));
        ASSERT_TRUE(db::undo(writer, {.change_set = blocker, .now = now(), .author = {}, .reason = "wrong"}));
        writer.commit();
    }
    db::Writer writer{database()};
    EXPECT_TRUE(db::undo(writer, {.change_set = first, .now = now(), .author = {}, .reason = "wrong"})) << "nothing points at it any more";
}

KITH_ON_EACH_ENGINE(Dated);

}  // namespace
}  // namespace kith::partnership
