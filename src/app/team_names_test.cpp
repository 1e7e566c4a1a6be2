// Whom a team's page names: members from one's own organisation, and those of another that shares its records with it.
#include "kit/whole_house.hpp"
#include "partnership/dated_register.hpp"
#include "workforce/sharing_register.hpp"
#include "workforce/staff_register.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using access::Role;
using access::Scope;

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Trust,nursery,pvi,early_years,40,\r\nELM,Elm Trust,nursery,pvi,early_years,,\r\n";
constexpr const char* staff = "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,start_date,end_date\r\n"
                              "ELM,A1,Mistry,Bel,03/04/1990,nursery_worker,permanent,1,01/09/2010,\r\n";

TEST(TeamNames, OfAnotherEmployerAreShownByAgreementOnly)
{
    kit::WholeHouse house;
    ASSERT_EQ(house.import({{"organisations.csv", organisations}}).exit_code, 0);
    ASSERT_TRUE(house.import({{"staff.csv", staff}}).files.at(0).taken);
    const auto oak = house.organisation("OAK").id;
    const auto elm = house.organisation("ELM").id;
    const auto change = [&](auto act) {
        db::Writer writer{house.database()};
        db::ChangeSet changes{writer, house.app().now(), {}, "test"};
        act(changes);
        writer.commit();
    };
    std::string path;
    change([&](db::ChangeSet& changes) {
        const auto now = house.app().now();
        const auto team = partnership::add(changes, partnership::Team{.code = "ONE", .name = "Team one", .kind = "panel", .led_by = oak}, now).value();
        partnership::TeamMember member{.team = team.id, .contact = {.job = "Key worker"}};
        member.record = workforce::find_staff_record(changes.writer(), elm, "A1").value();
        partnership::add(changes, member, now).value();
        path = "/teams/" + team.public_id.text();
    });
    house.app().sign_in(Role::data_steward, Scope::organisation(oak));
    EXPECT_EQ(house.app().get(path).status, 200);
    EXPECT_FALSE(house.app().get(path).shows("Mistry"));
    change([&](db::ChangeSet& changes) {
        workforce::add(changes, {.owner = elm, .with = oak, .parts = {workforce::Part::training}, .purpose = "Joint training", .from_on = house.app().today()}, house.app().now()).value();
    });
    EXPECT_TRUE(house.app().get(path).shows("Mistry")) << house.app().get(path).text();
    house.app().sign_in(Role::board_member, Scope::area());
    EXPECT_FALSE(house.app().get(path).shows("Mistry"));
}

}  // namespace
}  // namespace kith::app
