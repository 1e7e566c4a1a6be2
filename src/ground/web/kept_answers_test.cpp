// What a form was answered with is a page: loaded again, gone back to, never another's; what is shown once is shown once.
#include "db/transaction.hpp"
#include "kit/test_app.hpp"

#include "ui/words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kith;
using testing::HasSubstr;
using testing::Not;
using web::Permission;
using web::Visit;

namespace {

constexpr access::Scope area = {access::ScopeKind::area, 0};

struct Kept : testing::Test {
    int saved = 0, asked = 0;
    kit::TestApp app{[this](web::Routes& routes) {
        routes.get("/thing", Permission::signed_in, [](Visit& visit) { return visit.page({.title = "A thing"}, ui::paragraph("The empty form")); });
        routes.post("/thing", Permission::signed_in, [this](Visit& visit) {
            auto& form = visit.form();
            if (form.text("name").empty()) return visit.try_again({.title = "A thing"}, ui::paragraph("Enter a name"));
            if (form.text("do") != "save") return visit.page({.title = "Check before you save"}, ui::paragraph("You wrote " + form.text("name")));
            ++saved;
            return visit.redirect("/thing", "The thing is saved");
        });
        routes.post("/thing/code", Permission::signed_in, [this](Visit& visit) {
            visit.writer().run("UPDATE account SET name = name");
            visit.writer().commit();
            ++saved;
            return visit.shown_once({.title = "A code"}, ui::paragraph("The code is 1234"), {.words = "The code was shown once.", .href = "/thing", .way_on = "Make another"});
        });
        routes.post("/thing/file", Permission::signed_in, [this](Visit&) {
            ++saved;
            return web::Response::text("done");
        }, {.once = true});
        routes.get("/search", Permission::search_staff, [](Visit& visit) {
            return visit.page({.title = "Search"}, ui::paragraph(visit.request.query("shown").empty() ? "The empty search" : "No longer kept"));
        });
        routes.post("/search", Permission::search_staff, [this](Visit& visit) {
            return visit.page({.title = "Search"}, ui::paragraph(fmt::format("Found {} the {}th time", visit.form().text("who"), ++asked)));
        }, {.asks = true});
        routes.post("/upload", Permission::hand_in_returns, [](Visit&) { return web::Response::text("taken"); }, {.upload = true, .once = false, .upload_limit = 2000});
    }};
    void SetUp() override { app.sign_in(access::Role::workforce_lead, area); }
};

}  // namespace

TEST_F(Kept, AReviewIsAPageThatCanBeLoadedAgainAndSavedAfterwards)
{
    const auto key = app.new_key();
    const auto sent = app.post("/thing", {{"name", "Oak"}}, {.key = key, .stay = true});
    ASSERT_EQ(sent.status, 303);
    EXPECT_THAT(sent.location(), HasSubstr("/thing?shown="));
    EXPECT_THAT(sent.location(), Not(HasSubstr("Oak")));
    for (int times = 0; times < 3; ++times) {
        const auto page = app.get(sent.location());
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.shows("You wrote Oak")) << page.text();
        EXPECT_EQ(page.header("Cache-Control"), "no-store");
    }
    EXPECT_TRUE(app.post("/thing", {{"name", "Elm"}}, {.key = key}).shows("You wrote Elm")) << "nothing was saved, so the form may be sent again";
    EXPECT_EQ(app.post("/thing", {{"name", "Elm"}, {"do", "save"}}, {.key = key}).location(), "/thing");
    EXPECT_EQ(app.post("/thing", {{"name", "Elm"}, {"do", "save"}}, {.key = key}).location(), "/thing");
    EXPECT_EQ(saved, 1);
}

TEST_F(Kept, AFormWithErrorsIsAPageOfItsOwnWithItsStatus)
{
    const auto sent = app.post("/thing", {}, {.from = "/thing?shown=before&sort=name", .stay = true});
    ASSERT_EQ(sent.status, 303);
    EXPECT_TRUE(sent.location().starts_with("/thing?sort=name&shown=")) << sent.location();
    EXPECT_EQ(app.get(sent.location()).status, 422);
    EXPECT_TRUE(app.get(sent.location()).shows("Enter a name"));
}

TEST_F(Kept, AnotherSessionSeesNothingOfIt)
{
    const auto sent = app.post("/thing", {{"name", "Oak"}}, {.stay = true});
    app.sign_in(access::Role::workforce_lead, area, "Ben Example");
    const auto page = app.get(sent.location());
    EXPECT_EQ(page.status, 410);
    EXPECT_TRUE(page.shows("This is no longer kept"));
    EXPECT_THAT(page.body, HasSubstr("href=\"/thing\""));
    app.sign_out();
    EXPECT_EQ(app.get(sent.location()).location(), "/sign-in?return=%2Fthing") << "back to the form, not to what is gone";
}

TEST_F(Kept, WhatIsShownOnceIsShownOnceAndSaysHowToGetAnother)
{
    const auto key = app.new_key();
    const web::Fields none;
    const auto sent = app.post("/thing/code", none, {.key = key, .from = "/thing", .stay = true});
    ASSERT_EQ(sent.status, 303);
    EXPECT_EQ(app.head(sent.location()).status, 200) << "looking at the headers does not spend it";
    EXPECT_TRUE(app.get(sent.location()).shows("The code is 1234"));
    const auto again = app.get(sent.location());
    EXPECT_EQ(again.status, 410);
    EXPECT_FALSE(again.shows("1234"));
    EXPECT_TRUE(again.shows("The code was shown once."));
    EXPECT_THAT(again.body, HasSubstr("Make another"));
    EXPECT_EQ(app.post("/thing/code", none, {.key = key, .from = "/thing", .stay = true}).location(), sent.location());
    EXPECT_EQ(saved, 1);
}

TEST_F(Kept, AFormThatWasDealtWithSaysSoOnAPage)
{
    const auto key = app.new_key();
    EXPECT_EQ(app.post("/thing/file", {}, {.key = key, .from = "/thing"}).body, "done");
    const auto again = app.post("/thing/file", {}, {.key = key, .from = "/thing"});
    EXPECT_EQ(again.status, 409);
    EXPECT_THAT(again.title(), HasSubstr("This was done already"));
    EXPECT_THAT(again.body, HasSubstr("href=\"/thing\""));
    EXPECT_EQ(saved, 1);
}

TEST_F(Kept, AQuestionIsAskedAnewWheneverItsPageIsOpened)
{
    const auto sent = app.post("/search", {{"who", "Reyes"}}, {.stay = true});
    ASSERT_EQ(sent.status, 303);
    EXPECT_THAT(sent.location(), Not(HasSubstr("Reyes")));
    EXPECT_EQ(asked, 0);
    EXPECT_TRUE(app.get(sent.location()).shows("Found Reyes the 1th time"));
    EXPECT_TRUE(app.get(sent.location()).shows("Found Reyes the 2th time"));
    EXPECT_THAT(app.log(), Not(HasSubstr("Reyes")));
    EXPECT_TRUE(app.get("/search?shown=another").shows("No longer kept"));
    app.sign_in(access::Role::workforce_lead, area, "Ben Example");
    EXPECT_TRUE(app.get(sent.location()).shows("No longer kept"));
}

TEST_F(Kept, FormsOfTheSignedOutLeadBackThroughSigningIn)
{
    app.sign_out();
    const auto answer = app.post("/thing", {{"name", "Oak"}}, {.from = "/thing?sort=name"});
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.title(), HasSubstr("You are signed out"));
    EXPECT_THAT(answer.body, HasSubstr("href=\"/sign-in?return=%2Fthing%3Fsort%3Dname\""));
    for (const auto* elsewhere : {"//evil.example/thing", "/nowhere"}) {
        EXPECT_THAT(app.post("/thing", {}, {.from = elsewhere}).body, HasSubstr("href=\"/sign-in?return=%2Fthing\"")) << elsewhere;
    }
}

TEST_F(Kept, FilesAboveTheLimitAreToldTheLimitAndTheWayBack)
{
    const auto answer = app.upload("/upload", "return", "june.csv", std::string(3000, 'x'), {}, {.from = "/thing"});
    EXPECT_EQ(answer.status, 413);
    EXPECT_TRUE(answer.shows("A file may have up to 1 KB here")) << answer.text();
    EXPECT_THAT(answer.body, HasSubstr("href=\"/thing\""));
}

TEST(KeptAnswers, AreBoundedInNumberAndSizeAndTime)
{
    web::KeptAnswers kept{{.bytes = 5000, .one = 3000, .for_a_browser = 2, .seconds = 60}};
    const auto chance = kit::seeded_chance();
    const auto now = kit::frozen_now();
    const auto page = [](std::size_t size) { return web::KeptAnswer{.page = web::Response::html(std::string(size, 'x'))}; };
    EXPECT_FALSE(kept.keep("ann", page(4000), now, chance)) << "too large";
    const auto first = kept.keep("ann", page(100), now, chance).value(), second = kept.keep("ann", page(100), now, chance).value();
    const auto third = kept.keep("ann", page(100), now, chance).value();
    EXPECT_FALSE(kept.find("ann", first, now, true)) << "the oldest of too many";
    EXPECT_TRUE(kept.find("ann", second, now, true));
    EXPECT_FALSE(kept.find("ben", second, now, true)) << "somebody else's";
    EXPECT_TRUE(kept.find("ann", third, now.plus_seconds(50), true));
    EXPECT_TRUE(kept.find("ann", third, now.plus_seconds(100), true)) << "shown meanwhile";
    EXPECT_FALSE(kept.find("ann", second, now.plus_seconds(100), true));
    const auto large = kept.keep("ben", page(2400), now, chance).value();
    const auto larger = kept.keep("cat", page(2400), now, chance).value();
    EXPECT_FALSE(kept.find("ben", large, now, true)) << "there is room for one";
    EXPECT_TRUE(kept.find("cat", larger, now, true));
    kept.forget("cat");
    EXPECT_FALSE(kept.find("cat", larger, now, true)) << "signed out";
}
