#include "web/house_pages.hpp"

#include "base/text.hpp"
#include "db/migrations.hpp"
#include "web/compression.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace kith::web {
namespace {

constexpr std::string_view for_a_year = "public, max-age=31536000, immutable";

/// True where the browser has the version that `tag` names (RFC 9110 13.1.2; weak and strong tags alike).
bool has_already(const Request& request, std::string_view tag)
{
    auto tags = split(request.header("if-none-match").value_or(""), ',');
    return std::ranges::any_of(tags, [&](std::string_view one) {
        one = trimmed(one);
        if (one.starts_with("W/")) one.remove_prefix(2);
        return one == tag || one == "*";
    });
}

Response kept_for_a_year(const Request& request, std::string_view path, std::string_view content_type)
{
    Response response;
    auto tag = "\"" + std::string{path.substr(path.rfind('/') + 1)} + "\"";
    if (has_already(request, tag)) response.status = 304;
    response.set("Content-Type", std::string{content_type});
    response.set("ETag", tag);
    response.set("Cache-Control", std::string{for_a_year});
    response.set("Vary", "Accept-Encoding");
    return response;
}

Response asset_answer(const Request& request, const ui::Asset& asset)
{
    auto response = kept_for_a_year(request, asset.path, asset.content_type);
    if (response.status == 304) return response;
    bool packed = !asset.gzip.empty() && takes_gzip(request.header("accept-encoding").value_or(""));
    response.fixed = packed ? asset.gzip : asset.bytes;
    if (packed) response.set("Content-Encoding", "gzip");
    return response;
}

Response show_asset(const ui::BrandStylesheet& brand, Visit& visit)
{
    auto path = visit.request.target.path();
    if (path == brand.path) {
        auto response = kept_for_a_year(visit.request, brand.path, "text/css; charset=utf-8");
        if (response.status == 200) response.body = brand.css;
        return response;
    }
    if (const auto* asset = ui::find_asset(path)) return asset_answer(visit.request, *asset);
    return visit.problem({.kind = ProblemKind::not_found, .message = "Page not found"});
}

Response show_ready(const std::function<bool()>& is_ready, Visit& visit)
{
    try {
        auto schema = db::schema_state(visit.house.database);
        if (schema.applied != schema.wanted) return Response::text("the database awaits its migrations\n", 503);
    } catch (const std::exception&) {  // why stands in the log of whoever needs the database next
        return Response::text("the database does not answer\n", 503);
    }
    return is_ready && !is_ready() ? Response::text("not ready\n", 503) : Response::text("ready\n");
}

}  // namespace

void add_asset_routes(Routes& routes, ui::BrandStylesheet brand)
{
    routes.get("/assets/{name}", Permission::public_page, [brand = std::move(brand)](Visit& visit) { return show_asset(brand, visit); }, {.anonymous = true});
}

void add_health_routes(Routes& routes, std::function<bool()> is_ready)
{
    routes.get("/health/live", Permission::public_page, [](Visit&) { return Response::text("live\n"); }, {.anonymous = true});
    routes.get("/health/ready", Permission::public_page, [is_ready = std::move(is_ready)](Visit& visit) { return show_ready(is_ready, visit); },
               {.on_worker = true, .anonymous = true});
}

}  // namespace kith::web
