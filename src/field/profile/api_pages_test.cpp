// The profile's JSON through the real routes: the figures of its pages for the same viewer, problems as programs have them, and its description.
#include "profile/test_pages.hpp"

#include "base/text.hpp"
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
    const std::vector<std::string> all{"/api/profile", "/api/measures", "/api/measures/staff", "/api/measures/staff/rows?line=1", "/api/who-can?for=autism", "/api/locality-sheet?locality=E", "/api/compare", "/api/openapi.json"};
    for (const auto& path : all) problem(path, 401);
    app_.sign_in(Role::board_member, Scope::area());
    for (const auto& path : all) EXPECT_EQ(problem(path, 403), "Your roles do not let you see this.");
    sign_in_lead();
    EXPECT_EQ(problem("/api/measures/astronomy", 404), "There is no measure of that name");
    problem("/api/astronomy", 404);
    problem("/api/measures/staff?on-day=31&on-month=2&on-year=2026", 422);
    problem("/api/profile?locality=nowhere", 422);
    problem("/api/who-can?for=autism&locality=nowhere", 422);
    problem("/api/measures/roles/rows?line=1&locality=nowhere", 422);
    EXPECT_EQ(problem("/api/measures/roles/rows?line=99", 404), "That line of the figures is not there");
    EXPECT_EQ(problem("/api/locality-sheet", 422), "Choose one locality");
    EXPECT_EQ(problem("/api/locality-sheet?locality=E&locality=W", 422), "Choose one locality");
    EXPECT_TRUE(problem("/api/who-can", 422).starts_with("Say what to look for"));
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

TEST_F(ApiPages, RowsAreThoseOfThePageForTheSameViewerAndInTheAudit)
{
    const std::pair<Role, Scope> viewers[] = {{Role::workforce_lead, Scope::area()}, {Role::locality_lead, Scope::locality(west_)}, {Role::data_steward, Scope::organisation(acorns_.id)}};
    for (const auto& [role, scope] : viewers) {
        app_.sign_in(role, scope);
        std::size_t opened = 0;
        for (const auto& row : measures()) {
            const auto id = std::string{row.id()};
            const auto measure = json_of("/api/measures/" + id).at("measure").as_object();
            for (const auto& line : measure.at("lines").as_array()) {
                if (!line.as_object().contains("rows")) continue;
                const auto question = id + "/rows?line=" + std::string{line.at("rows").as_string()};
                const auto json = json_of("/api/measures/" + question);
                const auto page = app_.get("/measures/" + question);
                EXPECT_EQ(page.status, 200) << question;
                EXPECT_TRUE(page.shows(json.at("heading").as_string())) << question;
                if (!json.contains("staff")) continue;
                for (const auto& person : json.at("staff").at("people").as_array()) {
                    ++opened;
                    EXPECT_TRUE(page.shows(person.at("name").as_string())) << question;
                    EXPECT_TRUE(page.shows("/staff/" + std::string{person.at("id").as_string()})) << question;
                }
                EXPECT_TRUE(page.shows(counted(json.at("staff").at("total").as_int64() + json.at("staff").at("beyond_reach").as_int64(), "member of staff", "staff"))) << question;
            }
        }
        EXPECT_GT(opened, 10U);
    }
    app_.sign_in(Role::locality_lead, Scope::locality(west_));
    const auto line = std::string{json_of("/api/measures/roles").at("measure").at("lines").as_array().front().at("rows").as_string()};
    const auto rows = app_.get("/api/measures/roles/rows?line=" + line);
    EXPECT_EQ(rows.body.find("Reyes"), std::string::npos);
    EXPECT_LE(rows.statements, 8);
    app_.reads().flush();
    const auto entry = app_.reads().list({}, 1, 0).front().entry;
    EXPECT_EQ(entry.route, "/api/measures/{measure}/rows");
    EXPECT_EQ(entry.staff_records.size(), 2U);
}

TEST_F(ApiPages, SheetIsThatOfThePaper)
{
    sign_in_lead();
    const auto sheet = json_of("/api/locality-sheet?locality=E");
    const auto page = app_.get("/locality-sheet?locality=E");
    EXPECT_EQ(sheet.at("locality").as_string(), "Eastfield");
    EXPECT_EQ(sheet.at("questions").as_array().size(), 3U);
    EXPECT_EQ(sheet.at("lists").as_array().size(), 6U);
    EXPECT_TRUE(page.shows(sheet.at("opening").as_string()));
    for (const auto& figure : sheet.at("at_a_glance").as_array()) EXPECT_TRUE(page.shows(figure.at("words").as_string()) && page.shows(figure.at("rests_on").as_string()));
    for (const auto* words : {"gaps", "questions"}) {
        for (const auto& one : sheet.at(words).as_array()) EXPECT_TRUE(page.shows(one.as_string())) << one.as_string();
    }
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    const auto of_steward = json_of("/api/locality-sheet?locality=E");
    EXPECT_NE(boost::json::serialize(of_steward).find("Too few staff are counted here for what this would tell of each."), std::string::npos) << "it tells of no few, whoever asks";
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
