#include "web/progress_pages.hpp"

#include "kit/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kith;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr access::Scope area = {access::ScopeKind::area, 0};

struct JobPages : testing::Test {
    kit::TestApp app{[](web::Routes& routes) { web::add_progress_routes(routes); }};
    PublicId job;
    access::AccountId asker;

    void SetUp() override
    {
        app.queue().handle("count", [](jobs::JobRun& run) { run.progress(2, 4, "2 of 4 rows \"read\""); });
        asker = app.sign_in(access::Role::data_steward, access::Scope::organisation(access::OrganisationId{1}));
        queue_job();
    }
    void queue_job()
    {
        db::Writer writer{app.database()};
        job = app.queue().enqueue(writer, {.kind = "count", .title = "Check a return", .payload = {}, .account = asker.value(), .path = "/returns/x"});
        writer.commit();
    }
    std::string path(std::string_view more = {}) const { return web::progress_path(job) + std::string{more}; }
    std::shared_ptr<web::Events> events()
    {
        web::Request request{.headers = {{"host", "kith.test"}, {"cookie", "kith_session=" + app.cookies().at("kith_session")}}};
        auto course = app.dispatcher().course_for(request, path("/events"));
        return app.dispatcher().answer(request, course).events;
    }
};

}  // namespace

TEST_F(JobPages, AskAgainByThemselvesWithoutScripts)
{
    auto page = app.get(path());
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("<noscript><meta http-equiv=\"refresh\""));
    EXPECT_THAT(page.body, HasSubstr(path("/events")));
    EXPECT_TRUE(page.shows("Check a return"));
    EXPECT_LE(page.statements, 3);
}

TEST_F(JobPages, LeadOnOnceTheJobIsDone)
{
    app.queue().run_all();
    EXPECT_EQ(app.get(path()).location(), "/returns/x");
}

TEST_F(JobPages, AreNotFoundByOthersButByThoseWhoWatchAllJobs)
{
    app.sign_in(access::Role::data_steward, access::Scope::organisation(access::OrganisationId{1}), "Ben Example");
    EXPECT_EQ(app.get(path()).status, 404);
    EXPECT_EQ(app.get(path("/events")).status, 404);
    EXPECT_EQ(app.post(path("/cancel"), {}).status, 404);
    app.sign_in(access::Role::administrator, area);
    EXPECT_EQ(app.get(path()).status, 200);
}

TEST_F(JobPages, TellTheStateOnceAndThenWhatChanges)
{
    auto stream = events();
    ASSERT_TRUE(stream);
    EXPECT_THAT(*stream->next(), HasSubstr("event: progress\ndata: {\"done\":0"));
    EXPECT_EQ(*stream->next(), "");
    app.queue().run_all();
    auto last = stream->next();
    ASSERT_TRUE(last);
    EXPECT_THAT(*last, HasSubstr("\"location\":\"/returns/x\""));
    EXPECT_FALSE(stream->next());
}

TEST_F(JobPages, CancelAJobThatHasNotBegun)
{
    EXPECT_THAT(app.get(path()).body, HasSubstr("/cancel"));
    EXPECT_EQ(app.post(path("/cancel"), {}).location(), path());
    auto page = app.get(path());
    EXPECT_TRUE(page.shows("It was cancelled"));
    EXPECT_THAT(page.body, Not(HasSubstr("http-equiv=\"refresh\"")));
    EXPECT_EQ(app.post(path("/cancel"), {}).status, 409);
}
