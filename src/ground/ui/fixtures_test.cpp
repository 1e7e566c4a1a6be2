// Every component against all its official fixtures, as installed from npm (never checked in). What we leave out stands in
// fixtures_skipped.txt with its reason; a line there that is no longer needed fails too.
#include "base/text.hpp"
#include "kit/normal_html.hpp"
#include "ui/fixture_options.hpp"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace kith::ui
{
namespace
{

namespace json = boost::json;

const std::filesystem::path components = KITH_SOURCE_DIR "/node_modules/govuk-frontend/dist/govuk/components";

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// component -> fixture -> reason; fixture "*" stands for a component that we do not have.
using Skips = std::map<std::string, std::map<std::string, std::string>>;

Skips read_skips()
{
    Skips skips;
    std::istringstream in{read_file(KITH_SOURCE_DIR "/src/ground/ui/fixtures_skipped.txt")};
    for (std::string line; std::getline(in, line);) {
        if (trimmed(line).empty() || line[0] == '#') continue;
        const auto parts = split(line, '|');
        if (parts.size() != 3 || trimmed(parts[2]).empty()) {
            ADD_FAILURE() << "fixtures_skipped.txt: write 'component | fixture | reason', not: " << line;
            continue;
        }
        skips[std::string{trimmed(parts[0])}][std::string{trimmed(parts[1])}] = trimmed(parts[2]);
    }
    return skips;
}

Renderers all_renderers()
{
    Renderers all = field_renderers();
    all.merge(choice_renderers());
    all.merge(notice_renderers());
    all.merge(navigation_renderers());
    all.merge(table_renderers());
    return all;
}

void cut(std::string& text, std::string_view from, std::string_view to)
{
    const auto start = text.find(from);
    if (start == std::string::npos) return;
    text.erase(start, text.find(to, start) + to.size() - start);
}

/// Our footer is the official one without the crown and without "Crown copyright", which a partnership may not show.
std::string expected_of(const std::string& component, std::string html)
{
    if (component != "footer") return html;
    const auto crown = html.find("govuk-footer__crown");
    if (crown != std::string::npos) cut(html, html.substr(html.rfind("<svg", crown), 12), "</svg>");
    const auto copyright = html.find("govuk-footer__copyright-logo");
    if (copyright == std::string::npos) return html;
    const auto item = html.rfind("<div class=\"govuk-footer__meta-item\">", copyright);
    html.erase(item, html.find("</div>", item) + 6 - item);
    return html;
}

struct Outcome {
    int same = 0;
    int skipped = 0;
};

void check_fixture(const std::string& component, Renderer render, const json::object& fixture, std::map<std::string, std::string>& skips,
                   Outcome& outcome)
{
    const std::string name{fixture.at("name").get_string()};
    const auto ours = kit::normal_html(render(Options{std::make_shared<const json::value>(fixture.at("options"))}).str());
    const auto theirs = kit::normal_html(expected_of(component, std::string{fixture.at("html").get_string()}));
    if (const auto skip = skips.find(name); skip != skips.end()) {
        EXPECT_NE(ours, theirs) << component << " | " << name << " passes: take it out of fixtures_skipped.txt";
        skips.erase(skip);
        ++outcome.skipped;
        return;
    }
    EXPECT_EQ(ours, theirs) << component << " | " << name;
    outcome.same += ours == theirs ? 1 : 0;
}

TEST(Fixtures, EveryComponentGivesWhatTheDesignSystemGives)
{
    ASSERT_TRUE(std::filesystem::is_directory(components))
        << "The official fixtures are not installed: run \"npm ci --ignore-scripts\" in the project folder, then this test again.";
    auto skips = read_skips();
    const auto renderers = all_renderers();
    Outcome outcome;
    std::set<std::string> seen;
    for (const auto& folder : std::filesystem::directory_iterator{components}) {
        const auto component = folder.path().filename().string();
        if (!std::filesystem::exists(folder.path() / "fixtures.json")) continue;
        seen.insert(component);
        const auto fixtures = json::parse(read_file(folder.path() / "fixtures.json")).at("fixtures").get_array();
        const auto renderer = renderers.find(component);
        if (renderer == renderers.end()) {
            EXPECT_EQ(skips[component].erase("*"), 1U)
                << component << ": the design system has it, we do not; say why in fixtures_skipped.txt";
            outcome.skipped += static_cast<int>(fixtures.size());
            continue;
        }
        for (const auto& fixture : fixtures) check_fixture(component, renderer->second, fixture.get_object(), skips[component], outcome);
    }
    for (const auto& [component, renderer] : renderers) EXPECT_TRUE(seen.contains(component)) << component << " has no fixtures";
    for (const auto& [component, left] : skips) {
        for (const auto& [fixture, reason] : left) ADD_FAILURE() << "fixtures_skipped.txt: there is no " << component << " | " << fixture;
    }
    std::cout << "fixtures: " << outcome.same << " the same, " << outcome.skipped << " skipped\n";
}

}  // namespace
}  // namespace kith::ui
