#include "web/house_pages.hpp"

#include "kit/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace kith;
using testing::HasSubstr;

namespace {

struct HousePages : testing::Test {
    ui::BrandStylesheet brand = ui::brand_css();
    bool ready = true;
    kit::TestApp app{[this](web::Routes& routes) {
        web::add_asset_routes(routes, brand);
        web::add_health_routes(routes, [this] { return ready; });
    }};
    web::Response asked(const std::string& target, std::vector<web::Header> headers)
    {
        web::Request request{.headers = std::move(headers)};
        auto course = app.dispatcher().course_for(request, target);
        return app.dispatcher().answer(request, course);
    }
};

}  // namespace

TEST_F(HousePages, ServeAssetsForAYear)
{
    ASSERT_FALSE(ui::assets().empty());
    for (const auto& asset : ui::assets()) {
        auto answer = app.get(asset.path);
        EXPECT_EQ(answer.status, 200) << asset.path;
        EXPECT_EQ(answer.body, asset.bytes);
        EXPECT_THAT(answer.header("Cache-Control"), HasSubstr("immutable"));
        EXPECT_EQ(answer.header("Content-Type"), asset.content_type);
    }
    EXPECT_EQ(app.get(brand.path).body, brand.css);
}

TEST_F(HousePages, ServeAssetsCompressedAndSayNotModified)
{
    const auto& asset = ui::assets().front();
    ASSERT_FALSE(asset.gzip.empty());
    auto packed = asked(asset.path, {{"accept-encoding", "gzip"}});
    EXPECT_EQ(packed.fixed, asset.gzip);
    EXPECT_EQ(packed.header("content-encoding"), "gzip");
    auto tag = std::string{packed.header("etag").value()};
    auto again = asked(asset.path, {{"if-none-match", "\"other\", W/" + tag}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.size(), 0u);
}

TEST_F(HousePages, KnowNoOtherAssets)
{
    EXPECT_EQ(app.get("/assets/kith.css").status, 404);
    EXPECT_EQ(app.get("/assets/..%2F..%2Fetc%2Fpasswd").status, 400);
}

TEST_F(HousePages, SayHowTheHouseIs)
{
    EXPECT_EQ(app.get("/health/live").body, "live\n");
    EXPECT_EQ(app.get("/health/ready").body, "ready\n");
    ready = false;
    EXPECT_EQ(app.get("/health/ready").status, 503);
}
