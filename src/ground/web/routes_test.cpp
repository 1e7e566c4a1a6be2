#include "web/routes.hpp"
#include "web/visit.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

using namespace kith;
using web::Verb;

namespace {

web::Response nothing(web::Visit&) { return {}; }

web::Match matched(const web::Routes& routes, Verb verb, std::string_view path) { return routes.match(verb, *web::parse_target(path)); }

web::Routes some_routes()
{
    web::Routes routes;
    routes.get("/", web::Permission::see_home, nothing);
    routes.get("/organisations/{organisation}", web::Permission::see_organisations, nothing);
    routes.get("/organisations/add", web::Permission::manage_organisations, nothing);
    routes.post("/organisations/add", web::Permission::manage_organisations, nothing);
    routes.post("/sign-out", web::Permission::signed_in, nothing);
    return routes;
}

}  // namespace

TEST(Routes, HandNamedPartsOver)
{
    auto routes = some_routes();
    auto match = matched(routes, Verb::get, "/organisations/06fz%20x");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.route->pattern, "/organisations/{organisation}");
    EXPECT_EQ(match.parameters, (web::Fields{{"organisation", "06fz x"}}));
}

TEST(Routes, PreferSegmentsThatAreSpeltOut)
{
    EXPECT_EQ(matched(some_routes(), Verb::get, "/organisations/add").route->pattern, "/organisations/add");
}

TEST(Routes, AnswerHeadWhereThereIsGet)
{
    auto routes = some_routes();
    EXPECT_TRUE(matched(routes, Verb::head, "/").route);
    EXPECT_FALSE(matched(routes, Verb::head, "/sign-out").route);
}

TEST(Routes, SayWhichVerbsAPathHas)
{
    auto routes = some_routes();
    EXPECT_EQ(matched(routes, Verb::get, "/sign-out").allowed, "POST");
    EXPECT_EQ(matched(routes, Verb::other, "/organisations/add").allowed, "GET, HEAD, POST");
    EXPECT_EQ(matched(routes, Verb::post, "/").allowed, "GET, HEAD");
    EXPECT_EQ(matched(routes, Verb::get, "/nowhere").allowed, "");
}

TEST(Routes, TakeASlashAtTheEndForAnotherPath)
{
    EXPECT_FALSE(matched(some_routes(), Verb::get, "/organisations/add/").route);
}

TEST(Routes, OfTheSameShapeAreRefusedAtStart)
{
    auto routes = some_routes();
    EXPECT_THROW(routes.get("/organisations/{id}", web::Permission::see_organisations, nothing), std::logic_error);
    EXPECT_THROW(routes.get("organisations", web::Permission::see_organisations, nothing), std::logic_error);
    EXPECT_THROW(routes.get("/organisations/", web::Permission::see_organisations, nothing), std::logic_error);
    EXPECT_THROW(routes.get("/{}", web::Permission::see_organisations, nothing), std::logic_error);
    EXPECT_NO_THROW(routes.post("/organisations/{id}", web::Permission::see_organisations, nothing));
}
