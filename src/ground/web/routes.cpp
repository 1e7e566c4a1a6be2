#include "web/routes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace kith::web {
namespace {

bool is_parameter(std::string_view part) { return part.size() > 2 && part.front() == '{' && part.back() == '}'; }

bool is_sound(std::string_view part)
{
    if (is_parameter(part)) part = part.substr(1, part.size() - 2);
    return !part.empty() && std::ranges::all_of(part, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
}

std::vector<std::string> parts_of(const std::string& pattern)
{
    std::vector<std::string> parts;
    if (pattern.empty() || pattern.front() != '/') throw std::logic_error("route " + pattern + " must start with /");
    if (pattern == "/") return parts;
    for (auto part : split(std::string_view{pattern}.substr(1), '/')) {
        if (!is_sound(part)) throw std::logic_error("route " + pattern + " has a part that is neither plain lower case nor {named}");
        parts.emplace_back(part);
    }
    return parts;
}

/// Same segments spelt out and {named} ones in the same places, whatever the names.
bool same_shape(const Route& a, const Route& b)
{
    return std::ranges::equal(a.parts, b.parts, [](const std::string& x, const std::string& y) {
        return x == y || (is_parameter(x) && is_parameter(y));
    });
}

bool fits(const Route& route, const Target& target)
{
    return !target.trailing_slash && std::ranges::equal(route.parts, target.segments, [](const std::string& part, const std::string& segment) {
        return is_parameter(part) || part == segment;
    });
}

/// True where `a` spells out the first segment in which the two differ.
bool closer(const Route& a, const Route& b)
{
    for (std::size_t i = 0; i < a.parts.size(); ++i)
        if (is_parameter(a.parts[i]) != is_parameter(b.parts[i])) return is_parameter(b.parts[i]);
    return false;
}

Fields parameters_of(const Route& route, const Target& target)
{
    Fields parameters;
    for (std::size_t i = 0; i < route.parts.size(); ++i)
        if (is_parameter(route.parts[i])) parameters.emplace_back(route.parts[i].substr(1, route.parts[i].size() - 2), target.segments[i]);
    return parameters;
}

}  // namespace

void Routes::add(Verb verb, std::string pattern, Permission permission, Handler handler, RouteFlags flags)
{
    Route route{verb, std::move(pattern), permission, std::move(handler), flags, {}};
    route.parts = parts_of(route.pattern);
    if ((flags.anonymous || flags.apart) && permission != Permission::public_page) throw std::logic_error("route " + route.pattern + " is anonymous but not public");
    for (const auto& other : routes_)
        if (other.verb == verb && same_shape(other, route)) throw std::logic_error("route " + route.pattern + " is already there as " + other.pattern);
    routes_.push_back(std::move(route));
}

void Routes::get(std::string pattern, Permission permission, Handler handler, RouteFlags flags)
{
    add(Verb::get, std::move(pattern), permission, std::move(handler), flags);
}

void Routes::post(std::string pattern, Permission permission, Handler handler, RouteFlags flags)
{
    flags.on_worker = true;
    add(Verb::post, std::move(pattern), permission, std::move(handler), flags);
}

Match Routes::match(Verb verb, const Target& target) const
{
    if (verb == Verb::head) verb = Verb::get;
    const Route* best = nullptr;
    bool get = false, post = false;
    for (const auto& route : routes_) {
        if (!fits(route, target)) continue;
        (route.verb == Verb::get ? get : post) = true;
        if (route.verb == verb && (!best || closer(route, *best))) best = &route;
    }
    if (best) return {best, parameters_of(*best, target), {}};
    return {nullptr, {}, get && post ? "GET, HEAD, POST" : get ? "GET, HEAD" : post ? "POST" : ""};
}

}  // namespace kith::web
