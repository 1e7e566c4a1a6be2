// Any bytes as a request target and as a way back after signing in. Holds that a target that is read cannot climb, and that a way back
// never leads out of the house.
#include "web/routes.hpp"
#include "web/visit.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace kith;

const web::Routes& table()
{
    static const web::Routes routes = [] {
        web::Routes made;
        auto nothing = [](web::Visit&) { return web::Response{}; };
        made.get("/", web::Permission::see_home, nothing);
        made.get("/a/{x}", web::Permission::see_home, nothing);
        made.get("/a/b", web::Permission::see_home, nothing);
        made.post("/a/{x}/{y}", web::Permission::see_home, nothing);
        return made;
    }();
    return routes;
}

void hold(bool what)
{
    if (!what) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    std::string_view text{reinterpret_cast<const char*>(bytes), size};
    auto back = web::local_path_or(text, "/");
    hold(back.front() == '/' && !back.starts_with("//") && back.find_first_of("\\\r\n") == std::string::npos);
    auto target = web::parse_target(text);
    if (!target) return 0;
    for (const auto& segment : target->segments)
        hold(!segment.empty() && segment != "." && segment != ".." && segment.find_first_of(std::string_view{"/\\\0\r\n", 5}) == std::string::npos);
    if (!target->trailing_slash) hold(web::parse_target(target->path())->segments == target->segments);
    for (auto verb : {web::Verb::get, web::Verb::post, web::Verb::other}) {
        auto match = table().match(verb, *target);
        hold(!match.route || match.parameters.size() <= 2);
    }
    return 0;
}
