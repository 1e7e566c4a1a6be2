#include "web/way_back.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kith::web {

std::string path_and_query(const Target& target)
{
    auto text = target.path();
    char sign = '?';
    for (const auto& [name, value] : target.query) {
        text += fmt::format("{}{}={}", sign, percent_encoded(name), percent_encoded(value));
        sign = '&';
    }
    return text;
}

Target as_found(Target target)
{
    std::erase_if(target.query, [](const auto& field) { return field.first == shown_name; });
    return target;
}

std::string came_from(const Request& request)
{
    const auto page = request.header("referer").value_or("");
    const auto host = lower_ascii(request.header("host").value_or(""));
    for (std::string_view scheme : {"http://", "https://"}) {
        if (host.empty() || !page.starts_with(scheme)) continue;
        const auto rest = page.substr(scheme.size());
        const auto slash = rest.find('/');
        if (slash == std::string_view::npos || lower_ascii(rest.substr(0, slash)) != host) return {};
        const auto target = parse_target(rest.substr(slash));
        return target ? local_path_or(path_and_query(*target), "") : std::string{};
    }
    return {};
}

}  // namespace kith::web
