#include "ui/layout.hpp"

#include "ui/assets.hpp"
#include "ui/design_page.hpp"
#include "ui/words.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <stdexcept>

namespace kith::ui
{
namespace
{

Page a_page()
{
    return {.partnership = "Westshire Children's Trust",
            .title = "Staff",
            .navigation = {{.text = "Home", .href = "/"},
                           {.text = "Staff", .href = "/staff", .current = true},
                           {.text = "Organisations", .href = "/organisations"}},
            .account = link("Ann Example", "/account") + text(" ") + link("Sign out", "/sign-out"),
            .content = heading(1, "Staff"),
            .wide = false,
            .print = {.filters = "Westfield, early years",
                      .printed = "Printed 14 January 2026 by Ann Example",
                      .marking = "OFFICIAL-SENSITIVE"},
            .assets = page_assets(brand_css())};
}

bool holds(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

TEST(Layout, NamesThePageAndThePartnershipAndItsErrors)
{
    auto page = a_page();
    EXPECT_TRUE(holds(layout(page).str(), "<title>Staff – Westshire Children&#39;s Trust</title>"));
    page.has_errors = true;
    EXPECT_TRUE(holds(layout(page).str(), "<title>Error: Staff – "));
}

TEST(Layout, HasNoInlineScriptStyleOrCrown)
{
    auto page = a_page();
    page.content = design_page();
    const auto html = layout(page).str();
    EXPECT_FALSE(holds(html, "<script>"));
    EXPECT_FALSE(holds(html, "<style"));
    EXPECT_FALSE(holds(html, " style="));
    EXPECT_FALSE(holds(html, "crown"));
    EXPECT_FALSE(holds(html, "GOV.UK"));
}

TEST(Layout, ABackLinkStandsInALandmarkAndBreadcrumbsAreOne)
{
    auto page = a_page();
    page.before_content = back_link({.href = "/staff"});
    EXPECT_TRUE(holds(layout(page).str(), "<nav aria-label=\"Back\"><a href=\"/staff\" class=\"govuk-back-link\""));
    page.before_content = breadcrumbs({.items = {{.text = "Home", .href = "/"}}});
    EXPECT_FALSE(holds(layout(page).str(), "aria-label=\"Back\""));
}

TEST(Layout, PrintsWhatTheNavigationAndFiltersWouldHaveSaid)
{
    EXPECT_TRUE(holds(layout(a_page()).str(),
                      "Westfield, early years<br>Printed 14 January 2026 by Ann Example<br><strong>OFFICIAL-SENSITIVE</strong></p>"));
}

TEST(Layout, EveryIdOnTheDesignPageStandsOnce)
{
    auto page = a_page();
    page.content = design_page();
    const auto html = layout(page).str();
    std::set<std::string> seen;
    for (auto at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
        const auto id = html.substr(at + 5, html.find('"', at + 5) - at - 5);
        EXPECT_TRUE(seen.insert(id).second) << id;
    }
    // The page as the browser tests and those who look at it see it.
    std::ofstream{KITH_BINARY_DIR "/design.html"} << html;
}

TEST(Assets, AreNamedByTheirContentAndCompressed)
{
    ASSERT_EQ(assets().size(), 5U);
    for (const auto& asset : assets()) {
        EXPECT_EQ(find_asset(asset.path), &asset);
        EXPECT_LT(asset.gzip.size(), asset.bytes.size()) << asset.path;
        EXPECT_EQ(asset.gzip.substr(0, 2), "\x1f\x8b") << asset.path;
    }
    EXPECT_EQ(find_asset("/assets/nothing.css"), nullptr);
}

TEST(Assets, TheStylesheetHasNeitherTheGovernmentsTypefaceNorItsFonts)
{
    const auto* css = find_asset(page_assets(brand_css()).stylesheets.at(0));
    ASSERT_NE(css, nullptr);
    EXPECT_FALSE(holds(std::string{css->bytes}, "GDS"));
    EXPECT_FALSE(holds(std::string{css->bytes}, "@font-face"));
    EXPECT_FALSE(holds(std::string{css->bytes}, "url(")) << "nothing is fetched that the page did not name";
}

TEST(Assets, TheScriptStartsTheDesignSystemFromOurOwnOrigin)
{
    const auto modules = page_assets(brand_css()).modules;
    const auto* script = find_asset(modules.back());
    ASSERT_NE(script, nullptr);
    EXPECT_TRUE(holds(std::string{script->bytes}, "'." + modules.front().substr(7) + "'"));
}

TEST(Brand, ColoursComeFromConfigurationAndMustBeReadable)
{
    EXPECT_NEAR(contrast("#000000", "#ffffff"), 21.0, 0.001);
    EXPECT_GT(contrast("#0b5563", "#ffffff"), 7.0);
    EXPECT_TRUE(holds(brand_css("#204080", "#ffffff").css, "--kith-accent:#204080;--kith-accent-text:#ffffff"));
    EXPECT_FALSE(holds(brand_css("#ffdd00", "#000000").css, "--govuk-link-colour")) << "a light accent must not colour links on white";
    EXPECT_NE(brand_css("#204080", "#ffffff").path, brand_css().path);
    EXPECT_THROW(brand_css("#ffdd00", "#ffffff"), std::invalid_argument);
    EXPECT_THROW(brand_css("teal", "#ffffff"), std::invalid_argument);
    EXPECT_THROW(brand_css("#0b5563;}", "#ffffff"), std::invalid_argument);
}

}  // namespace
}  // namespace kith::ui
