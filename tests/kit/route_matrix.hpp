#pragma once
// Every route x role x scope: drives each route of a table as each role, for a thing inside the role's scope and one outside it, and
// compares what came back with a checked-in table. A route without a row fails. KITH_GOLDEN=write writes the table anew, for review.
#include "kit/test_app.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace kith::kit {

/// A house with two of everything that paths name: one inside the scopes that `scope_of` gives, one outside.
class MatrixWorld {
public:
    virtual ~MatrixWorld() = default;
    virtual TestApp& app() = 0;
    /// Where a viewer of `role` stands.
    virtual access::Scope scope_of(access::Role role) = 0;
    /// What goes in the place of {name} in `pattern`.
    virtual std::string parameter(std::string_view pattern, std::string_view name, bool inside) = 0;
};
using MakeWorld = std::function<std::unique_ptr<MatrixWorld>()>;

namespace matrix {

inline std::string path_of(MatrixWorld& world, const web::Route& route, bool inside)
{
    std::string path;
    for (const auto& part : route.parts) {
        const bool named = part.size() > 2 && part.front() == '{';
        path += "/" + (named ? world.parameter(route.pattern, std::string_view{part}.substr(1, part.size() - 2), inside) : part);
    }
    return path.empty() ? "/" : path;
}

inline std::string outcome(const Answer& answer)
{
    if (answer.status == 303 && answer.location().starts_with("/sign-in?return=")) return "sign-in";
    return std::to_string(answer.status);
}

inline std::string outcome(MatrixWorld& world, const web::Route& route, bool inside)
{
    const auto path = path_of(world, route, inside);
    return outcome(route.verb == web::Verb::post ? world.app().post(path, {}) : world.app().get(path));
}

/// What `role` (none: nobody) meets: "200", or "200/404" for inside/outside where the path names something.
inline std::string cell(MatrixWorld& shared, const MakeWorld& make, const web::Route& route, std::optional<access::Role> role)
{
    const auto side = [&](bool inside) {
        // What a form changed must not be met by the next one: each sending that may change something has a house of its own.
        access::Viewer viewer;
        if (role) viewer = {access::AccountId{1}, {}, {{*role, shared.scope_of(*role)}}};
        const bool may = !access::reach(viewer, route.permission).is_nothing();
        auto own = may && route.verb == web::Verb::post ? make() : nullptr;
        auto& world = own ? *own : shared;
        if (!role) {
            world.app().sign_out();
            return outcome(world, route, inside);
        }
        world.app().sign_in(*role, world.scope_of(*role));
        auto got = outcome(world, route, inside);
        if (!may) {
            EXPECT_EQ(got, "403") << web::name_of(route.verb) << " " << route.pattern << " as " << access::row_of(*role).name;
        }
        return got;
    };
    const bool names_something = route.pattern.find('{') != std::string::npos;
    return names_something ? side(true) + "/" + side(false) : side(true);
}

inline std::string padded(std::string text, std::size_t width)
{
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + "  ";
}

inline std::string without_end(std::string line)
{
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line + "\n";
}

}  // namespace matrix

/// The table as text: a line a route, a column a role.
inline std::string route_access_table(const MakeWorld& make)
{
    auto shared = make();
    constexpr std::size_t route_width = 52, permission_width = 21, cell_width = 14;
    std::string text = "# What each role meets at each route: inside its scope / outside it. Written by KITH_GOLDEN=write, for review.\n";
    auto head = matrix::padded("# route", route_width) + matrix::padded("permission", permission_width) + matrix::padded("nobody", cell_width);
    for (const auto& role : access::role_table()) head += matrix::padded(std::string{role.name}, cell_width);
    text += matrix::without_end(head);
    std::vector<std::string> lines;
    for (const auto& route : shared->app().routes().all()) {
        auto line = matrix::padded(std::string{web::name_of(route.verb)} + " " + route.pattern, route_width) +
                    matrix::padded(std::string{access::name_of(route.permission)}, permission_width) +
                    matrix::padded(matrix::cell(*shared, make, route, std::nullopt), cell_width);
        for (const auto& role : access::role_table()) line += matrix::padded(matrix::cell(*shared, make, route, role.role), cell_width);
        lines.push_back(matrix::without_end(std::move(line)));
    }
    std::sort(lines.begin(), lines.end());
    for (const auto& line : lines) text += line;
    return text;
}

/// Fails with every line that differs from `golden`, or writes it where KITH_GOLDEN=write.
inline void expect_route_access(const MakeWorld& make, const std::filesystem::path& golden)
{
    const auto table = route_access_table(make);
    const char* wish = std::getenv("KITH_GOLDEN");
    if (wish != nullptr && std::string_view{wish} == "write") {
        std::filesystem::create_directories(golden.parent_path());
        std::ofstream{golden} << table;
        return;
    }
    std::ifstream file{golden};
    ASSERT_TRUE(file) << golden << " is missing: run with KITH_GOLDEN=write and review it";
    std::vector<std::string> kept, now;
    std::string line;
    while (std::getline(file, line)) kept.push_back(line);
    std::istringstream lines{table};
    while (std::getline(lines, line)) now.push_back(line);
    for (const auto& one : now)
        if (std::find(kept.begin(), kept.end(), one) == kept.end()) ADD_FAILURE() << "not in " << golden.filename() << ":\n" << one;
    for (const auto& one : kept)
        if (std::find(now.begin(), now.end(), one) == now.end()) ADD_FAILURE() << "no longer so, though in " << golden.filename() << ":\n" << one;
}

}  // namespace kith::kit
