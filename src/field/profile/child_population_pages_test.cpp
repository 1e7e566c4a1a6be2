// Handing in how many children live where, through the real routes.
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/child_population_register.hpp"
#include "profile/routes.hpp"

#include <gtest/gtest.h>

namespace kith::profile {
namespace {

using access::Role;
using access::Scope;

class ChildPopulationPages : public testing::Test {
protected:
    void SetUp() override
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        add(changes, partnership::Locality{.code = "E", .name = "Eastfield"}, app_.now()).value();
        writer.commit();
        app_.sign_in(Role::workforce_lead, Scope::area());
    }

    kit::Answer check(const std::string& rows) { return app_.upload("/child-population", "file", "children.csv", child_population_template() + rows); }
    /// What the page of a check would send back.
    static std::string rows_in(const kit::Answer& answer)
    {
        const auto begins = answer.body.find("name=\"rows\" value=\"");
        if (begins == std::string::npos) return {};
        auto rows = answer.body.substr(begins + 19, answer.body.find("\">", begins) - begins - 19);
        for (std::size_t at = 0; (at = rows.find("&quot;", at)) != std::string::npos;) rows.replace(at, 6, "\"");
        return rows;
    }
    std::vector<ChildCount> held()
    {
        db::Reader reader{app_.database()};
        return child_counts(reader);
    }

    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes, {}); }};
};

TEST_F(ChildPopulationPages, TakesAFileOnlyWhenItHasBeenLookedAt)
{
    EXPECT_TRUE(app_.get("/child-population").shows("None are held yet"));
    const auto checked = check("E,sex,female,480,\"Census 2021, RM032\",21/3/2021\nE,sex,male,520,\"Census 2021, RM032\",21/3/2021\nF,sex,male,9,Census 2021,21/3/2021\n");
    EXPECT_TRUE(checked.shows("3 rows: 2 new, 0 changed, 0 as held, 1 left out")) << checked.text();
    EXPECT_TRUE(checked.shows("There is no locality with the code or name F"));
    EXPECT_TRUE(held().empty());
    const auto taken = app_.post("/child-population/take", {{"rows", rows_in(checked)}});
    EXPECT_EQ(taken.status, 303) << taken.text();
    ASSERT_EQ(held().size(), 2U);
    EXPECT_EQ(held()[0].children, 480);
    EXPECT_EQ(held()[0].source, "Census 2021, RM032");
    const auto page = app_.get("/child-population");
    EXPECT_TRUE(page.shows("Eastfield"));
    EXPECT_TRUE(page.shows("Census 2021, RM032"));
    EXPECT_TRUE(page.shows("21 March 2021"));
    const auto again = check("E,sex,female,490,Estimate,30/6/2025\nE,sex,male,520,\"Census 2021, RM032\",21/3/2021\n");
    EXPECT_TRUE(again.shows("2 rows: 0 new, 1 changed, 1 as held, 0 left out"));
    app_.post("/child-population/take", {{"rows", rows_in(again)}});
    EXPECT_EQ(held()[0].children, 490);
}

TEST_F(ChildPopulationPages, StandsPlaceByPlaceWithTheFormFirst)
{
    const auto checked = check("Eastfield,age,15 to 17,90,Census 2021,21/3/2021\nE,age,5-9,100,Census 2021,21/3/2021\nE,age,0 to 4,120,Census 2021,21/3/2021\nThe whole area,sex,Female,480,Census 2021,21/3/2021\nE,sex,Female,480,Census 2021,21/3/2021\n");
    EXPECT_TRUE(checked.shows("5 rows: 5 new, 0 changed, 0 as held, 0 left out")) << checked.text();
    EXPECT_TRUE(checked.shows("Eastfield: 310 by age under 18, 480 by sex")) << checked.text();
    app_.post("/child-population/take", {{"rows", rows_in(checked)}});
    const auto page = app_.get("/child-population");
    EXPECT_TRUE(page.shows("The whole area: 1 number")) << page.text();
    EXPECT_TRUE(page.shows("Eastfield: 4 numbers"));
    EXPECT_LT(page.body.find("Check the file"), page.body.find("Numbers held"));
    const auto ages = page.body.substr(page.body.find("Eastfield: children by age"));
    EXPECT_LT(ages.find("0 to 4"), ages.find("5 to 9"));
    EXPECT_LT(ages.find("5 to 9"), ages.find("15 to 17"));
    EXPECT_TRUE(check("E,sex,Female,490,Estimate,30/6/2025\n").shows("The numbers of the whole area stay as they are"));
    const auto form = app_.get("/child-population/template.csv");
    EXPECT_EQ(form.status, 200);
    EXPECT_NE(form.body.find("E,sex,female,,,,Eastfield,Female"), std::string::npos);
}

TEST_F(ChildPopulationPages, RefusesWhatIsNoSuchFile)
{
    const auto answer = app_.upload("/child-population", "file", "other.csv", "some,other,file\n1,2,3\n");
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.shows("The file lacks a column"));
    EXPECT_TRUE(app_.upload("/child-population", "file", "", "").shows("Select the file of children"));
    EXPECT_EQ(app_.post("/child-population/take", {{"rows", "some,other\n1,2\n"}}).status, 422);
    EXPECT_EQ(app_.post("/child-population/take", {{"rows", child_population_template() + "F,sex,male,9,Census,21/3/2021\n"}}).status, 409);
    EXPECT_TRUE(held().empty());
}

TEST_F(ChildPopulationPages, ShowsTheNumbersAndNoFormToWhoMayNotChangeThem)
{
    EXPECT_TRUE(app_.get("/child-population").shows("Check the file"));
    db::Reader reader{app_.database()};
    app_.sign_in(Role::locality_lead, Scope::locality(partnership::all_localities(reader).at(0).id));
    const auto page = app_.get("/child-population");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.shows("Check the file"));
    EXPECT_EQ(check("E,sex,female,480,Census 2021,21/3/2021\n").status, 403);
}

}  // namespace
}  // namespace kith::profile
