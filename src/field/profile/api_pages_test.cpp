// The profile's JSON through the real routes: the figures of its pages for the same viewer, problems as programs have them, and its description.
#include "profile/test_pages.hpp"

#include "profile/api_description.hpp"
#include "profile/comparison.hpp"

#include <set>

namespace kith::profile {
namespace {

using ApiPages = ProfilePages;

TEST_F(ApiPages, ProblemsOfTheApiAreJsonAndLeadNowhere)
{
    auto problem = [&](const std::string& address, int status) {
        const auto answer = app_.get(address);
        EXPECT_EQ(answer.status, status) << address;
        EXPECT_EQ(answer.header("Content-Type"), "application/problem+json") << address;
        EXPECT_EQ(answer.location(), "") << address;
        const auto json = boost::json::parse(answer.body).as_object();
        EXPECT_EQ(json.at("status").as_int64(), status) << address;
        return std::string{json.contains("detail") ? json.at("detail").as_string() : json.at("title").as_string()};
    };
    const std::vector<std::string> all{"/api/profile", "/api/measures", "/api/measures/staff", "/api/compare", "/api/openapi.json"};
    for (const auto& path : all) problem(path, 401);
    app_.sign_in(Role::board_member, Scope::area());
    for (const auto& path : all) EXPECT_EQ(problem(path, 403), "Your roles do not let you see this.");
    sign_in_lead();
    EXPECT_EQ(problem("/api/measures/astronomy", 404), "There is no measure of that name");
    problem("/api/astronomy", 404);
    problem("/api/measures/staff?on-day=31&on-month=2&on-year=2026", 422);
    problem("/api/profile?locality=nowhere", 422);
    EXPECT_EQ(problem("/api/compare?measure=astronomy", 422), "There is no measure “astronomy” that can be compared");
    std::string many = "/api/compare?by=organisation";
    for (const auto& row : measures()) many += can_be_compared(row) ? "&measure=" + std::string{row.id()} : "";
    EXPECT_EQ(problem(many, 422), "At most 12 measures are compared at once");
    const auto twice = json_of("/api/compare?measure=staff&measure=staff").at("places").as_array();
    EXPECT_EQ(twice.front().at("figures").as_object().size(), 1u);
    EXPECT_EQ(twice.front().at("a_year_before").at("staff").at("value").as_double(), 2);
}

TEST_F(ApiPages, TrendIsInTheJsonWhenAskedFor)
{
    sign_in_lead();
    EXPECT_FALSE(json_of("/api/measures/staff").contains("trend"));
    const auto trend = json_of("/api/measures/staff?trend=1").at("trend").as_array();
    ASSERT_EQ(trend.size(), 13u);
    EXPECT_EQ(trend.back().at("on").as_string(), app_.today().iso());
    EXPECT_EQ(trend.back().at("figure").at("value").as_double(), 4);
}

/// The words in the cells of the JSON's lines, each of which the page's table has.
TEST_F(ApiPages, JsonCarriesTheFiguresOfThePageForTheSameViewer)
{
    const std::pair<Role, Scope> viewers[] = {{Role::workforce_lead, Scope::area()}, {Role::locality_lead, Scope::locality(west_)}, {Role::data_steward, Scope::organisation(acorns_.id)}};
    for (const auto& [role, scope] : viewers) {
        app_.sign_in(role, scope);
        const auto all = json_of("/api/profile?sector=education").at("measures").as_array();
        ASSERT_EQ(all.size(), measures().size());
        for (std::size_t place = 0; place < all.size(); ++place) {
            const std::string path = "/measures/" + std::string{measures()[place].id()};
            const auto alone = json_of("/api" + path + "?sector=education").at("measure");
            EXPECT_EQ(alone, all[place]) << path;
            const auto page = app_.get(path + "?sector=education");
            if (alone.as_object().contains("withheld")) {
                EXPECT_TRUE(page.shows(alone.at("withheld").as_string())) << path;
                continue;
            }
            const auto table = page.body.find("<tbody");
            for (const auto& line : alone.at("lines").as_array()) {
                EXPECT_NE(table, std::string::npos) << path;
                EXPECT_TRUE(page.shows(line.at("label").as_string())) << path;
                for (const auto& figure : line.at("figures").as_array()) EXPECT_TRUE(page.shows(figure.at("words").as_string())) << path << ' ' << figure;
            }
            if (!alone.as_object().contains("headline")) continue;
            EXPECT_TRUE(page.shows(alone.at("headline").at("figure").at("words").as_string())) << path;
        }
    }
}

void gather_references(const boost::json::value& json, std::set<std::string>& references)
{
    if (const auto* object = json.if_object()) {
        for (const auto& [name, value] : *object) {
            if (name == "$ref") references.emplace(value.as_string());
            else gather_references(value, references);
        }
    }
    if (const auto* array = json.if_array()) {
        for (const auto& value : *array) gather_references(value, references);
    }
}

TEST_F(ApiPages, DescriptionHasExactlyTheRoutesThatThereAre)
{
    sign_in_lead();
    const auto description = json_of("/api/openapi.json");
    EXPECT_TRUE(description.at("openapi").as_string().starts_with("3.1"));
    std::set<std::string> described, routed, references;
    for (const auto& [path, methods] : description.at("paths").as_object()) {
        described.emplace(path);
        EXPECT_EQ(methods.as_object().size(), 1u) << path;
        EXPECT_TRUE(methods.as_object().contains("get")) << path;
        for (const auto* status : {"200", "401", "403", "404", "422"}) EXPECT_TRUE(methods.at("get").at("responses").as_object().contains(status)) << path << ' ' << status;
    }
    for (const auto& route : app_.routes().all()) {
        if (route.pattern.starts_with("/api/")) routed.emplace(route.pattern);
    }
    EXPECT_EQ(described, routed);
    gather_references(description, references);
    EXPECT_GE(references.size(), 6u);
    for (const auto& reference : references) EXPECT_NO_THROW((void)boost::json::value(description).at_pointer(reference.substr(1))) << reference;
}

}  // namespace
}  // namespace kith::profile
