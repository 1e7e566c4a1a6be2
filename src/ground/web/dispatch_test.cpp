#include "kit/test_app.hpp"
#include "ui/fields.hpp"
#include "ui/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

using namespace kith;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using web::Permission;
using web::Visit;

namespace {

constexpr access::Scope area = {access::ScopeKind::area, 0};

/// A room with one form that counts how often it was acted on.
struct Toy {
    int saved = 0;

    web::Response show(Visit& visit)
    {
        return visit.page({.title = "Name the setting"}, visit.in_form({.action = "/toy"}, ui::input({.id = "name", .name = "name", .label = {.text = "Name"}})));
    }
    web::Response save(Visit& visit)
    {
        auto& form = visit.form();
        if (form.text("name").empty()) form.add({.field = "name", .message = "Enter a name"});
        if (form.has_problems()) return visit.try_again({.title = "Name the setting"}, ui::input({.id = "name", .name = "name", .value = form.as_given("town"), .label = {.text = "Name"}}));
        ++saved;
        return visit.redirect("/toy", "Setting named");
    }
    void add_routes(web::Routes& routes)
    {
        routes.get("/sign-in", Permission::public_page, [](Visit& visit) { return visit.page({.title = "Sign in"}, visit.in_form({.action = "/sign-in"}, {})); });
        routes.get("/toy", Permission::signed_in, [this](Visit& visit) { return show(visit); });
        routes.post("/toy", Permission::signed_in, [this](Visit& visit) { return save(visit); });
        routes.post("/toy/open", Permission::public_page, [this](Visit& visit) { return save(visit); });
        routes.post("/toy/file", Permission::hand_in_returns, [](Visit& visit) {
            auto* file = visit.form().file("return");
            return web::Response::text(file ? fmt::format("{} {}", file->file_name(), file->size()) : "none");
        }, {.upload = true, .once = false});
        routes.get("/accounts", Permission::manage_accounts, [](Visit& visit) { return visit.page({.title = "Accounts"}, {}); });
        routes.get("/things/{thing}", Permission::public_page, [](Visit& visit) {
            auto id = visit.public_id("thing");
            return id ? web::Response::text(id->text()) : visit.problem(id.error());
        });
        routes.get("/broken", Permission::public_page, [](Visit&) -> web::Response { throw std::runtime_error("Zoë Personal was here"); });
        routes.get("/long", Permission::public_page, [](Visit&) { return web::Response::text(std::string(5000, 'x')); });
        routes.get("/away", Permission::public_page, [](Visit& visit) { return visit.redirect("//evil.example"); });
    }
};

struct Pages : testing::Test {
    Toy toy;
    kit::TestApp app{[this](web::Routes& routes) { toy.add_routes(routes); }};
    void sign_in() { app.sign_in(access::Role::workforce_lead, area); }
};

}  // namespace

TEST_F(Pages, SendTheSignedOutToSignInAndRememberWhereTheyWereGoing)
{
    auto answer = app.get("/toy?sort=name&x=a%26b");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location(), "/sign-in?return=%2Ftoy%3Fsort%3Dname%26x%3Da%2526b");
}

TEST_F(Pages, AreRefusedToThoseWhoseRoleDoesNotCoverThem)
{
    sign_in();
    EXPECT_EQ(app.get("/accounts").status, 403);
    app.sign_in(access::Role::administrator, area);
    EXPECT_EQ(app.get("/accounts").status, 200);
}

TEST_F(Pages, ThatDoNotExistSaySo)
{
    EXPECT_EQ(app.get("/nowhere").status, 404);
    EXPECT_EQ(app.get("/things/%2e%2e").status, 400);
    auto wrong_verb = app.get("/toy/open");
    EXPECT_EQ(wrong_verb.status, 405);
    EXPECT_EQ(wrong_verb.header("Allow"), "POST");
}

TEST_F(Pages, ThatDoNotExistKeepTheMenuOfWhoeverIsSignedIn)
{
    EXPECT_FALSE(app.get("/nowhere").shows("Sign out"));
    sign_in();
    const auto lost = app.get("/nowhere");
    EXPECT_EQ(lost.status, 404);
    EXPECT_TRUE(lost.shows("Sign out")) << lost.text();
}

TEST_F(Pages, TakeNothingButPublicIdsForIds)
{
    EXPECT_EQ(app.get("/things/1").status, 404);
    EXPECT_EQ(app.get("/things/' OR 1=1").status, 400);
    auto id = app.database().make_public_id(app.now()).text();
    EXPECT_EQ(app.get("/things/" + id).body, id);
}

TEST_F(Pages, CarryTheSecurityHeaders)
{
    for (auto target : {"/sign-in", "/nowhere", "/broken", "/long", "/toy"}) {
        auto answer = app.get(target);
        EXPECT_THAT(answer.header("Content-Security-Policy"), HasSubstr("default-src 'none'")) << target;
        EXPECT_THAT(answer.header("Content-Security-Policy"), Not(HasSubstr("unsafe"))) << target;
        EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(answer.header("Cache-Control"), "no-store");
        EXPECT_EQ(answer.header("Strict-Transport-Security"), "");
    }
}

TEST_F(Pages, ShowAReferenceInsteadOfWhatBroke)
{
    auto answer = app.get("/broken");
    EXPECT_EQ(answer.status, 500);
    EXPECT_FALSE(answer.shows("Zoë"));
    EXPECT_THAT(app.log(), Not(HasSubstr("Personal")));
    auto at = answer.text().find("Reference: ");
    ASSERT_NE(at, std::string::npos);
    auto reference = answer.text().substr(at + 11, 10);
    EXPECT_THAT(app.log(), HasSubstr(reference));
}

TEST_F(Pages, LogTheRouteAndNeverTheAddress)
{
    app.get("/things/zoe-smith?name=zoe");
    EXPECT_THAT(app.log(), HasSubstr("/things/{thing}"));
    EXPECT_THAT(app.log(), Not(HasSubstr("zoe")));
}

TEST_F(Pages, NeverRedirectToAnotherHouse) { EXPECT_EQ(app.get("/away").location(), "/"); }

TEST_F(Pages, StateHowManyStatementsTheyTook)
{
    sign_in();
    EXPECT_EQ(app.get("/toy").statements, 2);
    app.sign_out();
    EXPECT_EQ(app.get("/sign-in").statements, 0);
}

TEST_F(Pages, DieWithTheirSession)
{
    sign_in();
    app.advance(20 * 60);
    EXPECT_EQ(app.get("/toy").status, 200);
    app.advance(20 * 60);
    EXPECT_EQ(app.get("/toy").status, 200);
    app.advance(31 * 60);
    EXPECT_EQ(app.get("/toy").status, 303);
}

TEST_F(Pages, AnnounceASuccessOnce)
{
    sign_in();
    auto page = app.follow(app.post("/toy", {{"name", "Oak"}}));
    EXPECT_TRUE(page.shows("Setting named"));
    EXPECT_FALSE(app.get("/toy").shows("Setting named"));
}

TEST_F(Pages, KeepTheBannerOutOfTheCookie)
{
    sign_in();
    app.post("/toy", {{"name", "Oak"}});
    for (const auto& [name, value] : app.cookies()) EXPECT_THAT(value, Not(HasSubstr("named")));
}

TEST_F(Pages, ShowTheFormAgainWithItsErrors)
{
    sign_in();
    auto answer = app.post("/toy", {{"name", " "}, {"town", "<Westfield>"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.errors, ElementsAre("Enter a name"));
    EXPECT_TRUE(answer.title().starts_with("Error: ")) << answer.title();
    EXPECT_THAT(answer.body, HasSubstr("href=\"#name\""));
    EXPECT_EQ(answer.value("name"), "<Westfield>");
    EXPECT_EQ(toy.saved, 0);
}

TEST_F(Pages, AreCompressedForThoseWhoTakeIt)
{
    web::Request request{.headers = {{"host", "kith.test"}, {"accept-encoding", "br, gzip"}}};
    auto course = app.dispatcher().course_for(request, "/long");
    auto response = app.dispatcher().answer(request, course);
    EXPECT_EQ(response.header("content-encoding"), "gzip");
    EXPECT_LT(response.body.size(), 200u);
    EXPECT_EQ(response.header("vary"), "Accept-Encoding");
    EXPECT_EQ(app.get("/long").header("Content-Encoding"), "");
}

TEST_F(Pages, ShowTheMenuByWhatTheViewerMayDo)
{
    app.house().navigation = {{"Things", "/toy", Permission::signed_in}, {"Accounts", "/accounts", Permission::manage_accounts}};
    sign_in();
    auto page = app.get("/toy");
    EXPECT_THAT(page.body, HasSubstr("href=\"/toy\""));
    EXPECT_THAT(page.body, Not(HasSubstr("href=\"/accounts\"")));
}

TEST_F(Pages, UseHostCookiesWhereReachedByTls)
{
    app.house().settings.secure = true;
    auto answer = app.get("/sign-in");
    EXPECT_THAT(answer.header("Set-Cookie"), HasSubstr("__Host-kith_visitor="));
    EXPECT_THAT(answer.header("Set-Cookie"), HasSubstr("; Secure"));
    EXPECT_THAT(answer.header("Strict-Transport-Security"), HasSubstr("max-age"));
}
