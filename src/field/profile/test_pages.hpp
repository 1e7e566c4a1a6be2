#pragma once
// For tests only: the routes of the profile over a small area, and whoever asks.
#include "kit/test_app.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/measure.hpp"
#include "profile/routes.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kith::profile {

using access::Role;
using access::Scope;
using namespace workforce;

inline Date day(int year, int month, int number) { return Date::of(year, month, number).value(); }

/// Acorns has Ana and Zoë in the east and Mo in the west, Brook has Bel in the west. Ana and Bel are a team.
class ProfilePages : public testing::Test {
protected:
    void SetUp() override
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, app_.now())->id;
        west_ = add(changes, Locality{.code = "W", .name = "Westfield"}, app_.now())->id;
        acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery", .expected_headcount = 4}, app_.now()).value();
        brook_ = add(changes, Organisation{.code = "brook", .name = "=Brook", .sector = "education", .kind = "school"}, app_.now()).value();
        ash_ = add(changes, Setting{.organisation = acorns_.id, .code = "ash", .name = "Ash Nursery", .kind = "day_nursery", .locality = east_}, app_.now()).value();
        writer.commit();
        carry_out({.organisation = acorns_.id, .new_records = {someone("A1", "Ana", "Reyes", "nursery_worker", "early_years", east_, ash_.id), someone("A2", "Zoë", "Hart", "nursery_worker", "early_years", east_),
                                                               someone("A3", "Mo", "Lund", "teacher", "education", west_)}});
        carry_out({.organisation = brook_.id, .new_records = {someone("B1", "Bel", "Mistry", "teacher", "education", west_)}});
        add_team();
    }

    static NewStaffRecord someone(std::string reference, std::string given, std::string family, std::string role, std::string sector, LocalityId locality, std::optional<SettingId> setting = {})
    {
        EngagementTerms terms{.from_on = day(2024, 1, 8), .setting = setting, .locality = locality, .role_list = "roles", .role_code = std::move(role), .sector = std::move(sector), .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(600)};
        return {.record = {.reference = std::move(reference), .given_name = PersonName{std::move(given)}, .family_name = PersonName{std::move(family)}, .birth_date = DateOfBirth{day(1980, 5, 17)}, .sex = "female"},
                .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}}};
    }

    void carry_out(const Plan& plan)
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {.account = {}, .actor = "command line"}, "return", 7};
        apply(changes, plan, app_.now(), {});
        writer.commit();
    }

    void add_team()
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "team"};
        const auto team = add(changes, Team{.code = "early-help", .name = "Early Help Team", .kind = "multi_agency_team", .span = {}}, app_.now());
        ASSERT_TRUE(team) << team.error().message;
        for (auto organisation : {acorns_.id, brook_.id}) {  // the first record of each: Ana's and Bel's
            const auto member = add(changes, TeamMember{.team = team->id, .organisation = organisation, .record = load_view(writer, organisation, {}).records.at(0).id}, app_.now());
            ASSERT_TRUE(member) << member.error().message;
        }
        writer.commit();
    }

    void sign_in_lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    boost::json::object json_of(const std::string& address)
    {
        const auto answer = app_.get(address);
        EXPECT_EQ(answer.status, 200) << address;
        EXPECT_EQ(answer.header("Content-Type"), "application/json") << address;
        return boost::json::parse(answer.body).as_object();
    }

    kit::TestApp app_{[](web::Routes& routes) {
        const auto packs = std::make_shared<const packs::Packs>(packs::built_in());
        profile::add_routes(routes, {.packs = packs, .feed = std::make_shared<TallyFeed>(workforce::role_mapping(packs))});
    }};
    LocalityId east_, west_;
    partnership::Organisation acorns_, brook_;
    partnership::Setting ash_;
};

}  // namespace kith::profile
