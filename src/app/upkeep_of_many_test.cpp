// Upkeep by hand for whoever keeps up a whole area: which organisation is meant.
#include "kit/whole_house.hpp"

#include <gtest/gtest.h>

namespace kith::app {

TEST(UpkeepOfMany, WhoeverKeepsUpManyOrganisationsSearchesForTheOneMeant)
{
    kit::WholeHouse house;
    auto& app = house.app();
    std::string many = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\nOAK,Oak Nursery,nursery,pvi,early_years,3,\r\n";
    for (int number = 1; number <= 60; ++number) many += fmt::format("ELM-{0},Elm School {0:02},school,public,education,,\r\n", number);
    ASSERT_EQ(house.import({{"organisations.csv", many}}).exit_code, 0);
    app.sign_in(access::Role::workforce_lead, access::Scope::area(), "Lee Lead");
    for (const auto* path : {"/staff/confirm", "/staff/several"}) {
        EXPECT_TRUE(app.get(path).shows("Elm School 50"));
        EXPECT_FALSE(app.get(path).shows("Elm School 51")) << "fifty to a page";
        EXPECT_TRUE(app.get(std::string{path} + "?page=2").shows("Oak Nursery"));
        const auto found = app.get(std::string{path} + "?search=oak");
        EXPECT_TRUE(found.shows("Oak Nursery"));
        EXPECT_FALSE(found.shows("Elm School"));
        EXPECT_TRUE(app.get(std::string{path} + "?search=ash").shows("No organisation of this name is within your reach"));
    }
}

}  // namespace kith::app
