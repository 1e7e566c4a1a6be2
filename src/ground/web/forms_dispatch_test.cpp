// What stands between a form and its handler: token, origin, one-use key, limits.
#include "kit/test_app.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

using namespace kith;
using web::Permission;
using web::Visit;

namespace {

constexpr access::Scope area = {access::ScopeKind::area, 0};

struct Sent : testing::Test {
    std::atomic<int> done = 0;
    std::chrono::milliseconds slow{0};
    kit::TestApp app{[this](web::Routes& routes) {
        routes.post("/count", Permission::signed_in, [this](Visit& visit) {
            if (visit.form().text("fail") == "yes") return visit.try_again({.title = "Count"}, {});
            if (visit.form().text("fail") == "throw") throw std::runtime_error("broken");
            std::this_thread::sleep_for(slow);
            return visit.redirect(fmt::format("/counted/{}", ++done), "Counted");
        });
        routes.post("/open", Permission::public_page, [](Visit&) { return web::Response::text("open"); });
        routes.post("/file", Permission::hand_in_returns, [](Visit& visit) {
            auto* file = visit.form().file("return");
            return web::Response::text(file ? fmt::format("{} {}", file->file_name(), file->size()) : "none");
        }, {.upload = true, .once = false, .upload_limit = 2000});
        routes.get("/counted/{n}", Permission::signed_in, [](Visit& visit) { return visit.page({.title = "Counted"}, {}); });
    }};
    void SetUp() override { app.sign_in(access::Role::workforce_lead, area); }
};

}  // namespace

TEST_F(Sent, FormsWithTokenAndKeyAreTaken)
{
    EXPECT_EQ(app.post("/count", {}).location(), "/counted/1");
    EXPECT_EQ(app.post("/count", {}).location(), "/counted/2");
}

TEST_F(Sent, FormsWithoutATokenAreRefused)
{
    EXPECT_EQ(app.post("/count", {}, {.without_token = true}).status, 403);
    EXPECT_EQ(app.post("/count", {{"_token", "0123456789abcdef.00"}}, {.without_token = true}).status, 403);
    EXPECT_EQ(app.post("/count", {{"_token", web::form_token("another browser", app.chance())}}, {.without_token = true}).status, 403);
    app.sign_out();
    EXPECT_EQ(app.post("/open", {}, {.without_token = true}).status, 403);
    EXPECT_EQ(app.post("/open", {}).status, 200);
    EXPECT_EQ(done, 0);
}

TEST_F(Sent, FormsFromOtherSitesAreRefused)
{
    for (std::vector<web::Header> headers : {std::vector<web::Header>{{"origin", "https://evil.example"}}, {{"origin", "null"}}, {{"origin", "http://kith.test.evil.example"}},
                                             {{"origin", "http://kith.test"}, {"sec-fetch-site", "cross-site"}}, {{"sec-fetch-site", "same-site"}}})
        EXPECT_EQ(app.post("/count", {}, {.headers = headers}).status, 403) << headers.front().value;
    EXPECT_EQ(app.post("/count", {}, {.headers = {{"origin", "https://KITH.test"}}}).status, 303);
    EXPECT_EQ(done, 1);
}

TEST_F(Sent, FormsWithoutAKeyAreRefused)
{
    EXPECT_EQ(app.post("/count", {}, {.key = "short"}).status, 403);
    EXPECT_EQ(app.post("/count", {}, {.key = "' OR 1=1; -- and so on and on"}).status, 403);
}

TEST_F(Sent, FormsAreActedOnOnce)
{
    auto key = app.new_key();
    EXPECT_EQ(app.post("/count", {}, {.key = key}).location(), "/counted/1");
    auto again = app.post("/count", {}, {.key = key});
    EXPECT_EQ(again.location(), "/counted/1");
    EXPECT_TRUE(app.follow(again).shows("Counted"));
    EXPECT_EQ(done, 1);
}

TEST_F(Sent, FormsMayBeSentAgainWhereNothingWasDone)
{
    auto key = app.new_key();
    EXPECT_EQ(app.post("/count", {{"fail", "yes"}}, {.key = key}).status, 422);
    EXPECT_EQ(app.post("/count", {{"fail", "throw"}}, {.key = key}).status, 500);
    EXPECT_EQ(app.post("/count", {}, {.key = key}).location(), "/counted/1");
}

TEST_F(Sent, AKeyIsOnesOwn)
{
    auto key = app.new_key();
    app.post("/count", {}, {.key = key});
    app.sign_in(access::Role::workforce_lead, area, "Ben Example");
    EXPECT_EQ(app.post("/count", {}, {.key = key}).location(), "/counted/2");
}

TEST_F(Sent, TheSecondOfTwoAtOnceGetsTheFirstOnesOutcome)
{
    slow = std::chrono::milliseconds{150};
    web::Once once{app.database()};
    auto send = [&] {
        return once.act_once({.owner = "someone", .key = "0123456789012345678901", .now = app.now()}, [&] {
            std::this_thread::sleep_for(slow);
            return web::Response::redirect(fmt::format("/counted/{}", ++done));
        });
    };
    std::optional<std::expected<web::Response, web::Once::Unanswered>> sent;
    std::thread other{[&] { sent = send(); }};
    auto first = send();
    other.join();
    ASSERT_TRUE(first && sent && *sent);
    const auto& second = *sent;
    EXPECT_EQ(first->header("location"), "/counted/1");
    EXPECT_EQ(second->header("location"), "/counted/1");
    EXPECT_EQ(done, 1);
}

TEST_F(Sent, FormsOfTheSignedOutAreRefusedWithWords)
{
    app.sign_out();
    auto answer = app.post("/count", {});
    EXPECT_EQ(answer.status, 403);
    EXPECT_TRUE(answer.shows("You are signed out"));
}

TEST_F(Sent, FilesReachTheHandlerAndLeaveNothingBehind)
{
    EXPECT_EQ(app.upload("/file", "return", "../../june.csv", "a,b\r\n1,2\r\n").body, "june.csv 10");
    for (const auto& entry : std::filesystem::directory_iterator{app.house().settings.spool})
        EXPECT_FALSE(entry.path().filename().string().starts_with("kith-upload")) << entry.path();
}

TEST_F(Sent, FilesAboveTheLimitAreRefusedWithAPage)
{
    auto answer = app.upload("/file", "return", "june.csv", std::string(3000, 'x'));
    EXPECT_EQ(answer.status, 413);
    EXPECT_TRUE(answer.shows("This is too large"));
}

TEST_F(Sent, FilesOfThoseWhoMayNotHandInAreTurnedAwayUnread)
{
    app.sign_in(access::Role::board_member, area);
    EXPECT_EQ(app.upload("/file", "return", "june.csv", "a").status, 403);
    app.sign_out();
    EXPECT_EQ(app.upload("/file", "return", "june.csv", "a").status, 403);
}

TEST_F(Sent, FilesWhereNoneAreTakenAreRefused)
{
    EXPECT_EQ(app.upload("/count", "return", "june.csv", "a").status, 413);
}
