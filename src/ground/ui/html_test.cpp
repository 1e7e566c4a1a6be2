#include "ui/html.hpp"

#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <type_traits>

namespace kith::ui
{
namespace
{

static_assert(!std::is_constructible_v<Html, std::string>, "text made at run time must not become markup unescaped");
static_assert(!std::is_convertible_v<std::string, Html>);
static_assert(!std::is_constructible_v<Literal, std::string>);
static_assert(!std::is_constructible_v<Literal, std::string_view>);
static_assert(!std::is_constructible_v<Literal, const char*>);

TEST(Html, EscapesTheFiveCharactersThatMeanSomethingInMarkup)
{
    EXPECT_EQ(text("a & b < c > d \" e ' f").str(), "a &amp; b &lt; c &gt; d &quot; e &#39; f");
    EXPECT_EQ(text("Zoë Ó'Brien").str(), "Zoë Ó&#39;Brien");
}

TEST(Html, EscapesAttributeNamesAndValues)
{
    EXPECT_EQ(element("p", {{"title", "\"><script>"}}, "x").str(), "<p title=\"&quot;&gt;&lt;script&gt;\">x</p>");
}

TEST(Html, ElementsThatHtmlLeavesWithoutAnEndTagHaveNone)
{
    EXPECT_EQ(element("br", Attributes{}).str(), "<br>");
    EXPECT_EQ(element("p", "a").str(), "<p>a</p>");
}

TEST(Html, AnAddressThatWouldRunAScriptBecomesNothing)
{
    EXPECT_EQ(link("x", "javascript:alert(1)").str(), "<a class=\"govuk-link\" href=\"#\">x</a>");
    EXPECT_EQ(link("x", " java\tscript:alert(1)").str(), "<a class=\"govuk-link\" href=\"#\">x</a>");
    EXPECT_EQ(link("x", "data:text/html,x").str(), "<a class=\"govuk-link\" href=\"#\">x</a>");
    EXPECT_EQ(element("a", {{"HREF", "vbscript:x"}}, "x").str(), "<a HREF=\"#\">x</a>");
    EXPECT_EQ(link("x", "/a?b=c:d").str(), "<a class=\"govuk-link\" href=\"/a?b=c:d\">x</a>");
    EXPECT_EQ(link("x", "MAILTO:a@example.org").str(), "<a class=\"govuk-link\" href=\"MAILTO:a@example.org\">x</a>");
}

TEST(Html, StyleAndEventAttributesAreOurOwnMistake)
{
    EXPECT_THROW(element("p", {{"style", "color:red"}}, "x"), std::logic_error);
    EXPECT_THROW(element("p", {{"onclick", "x()"}}, "x"), std::logic_error);
}

TEST(Html, ContentEscapesTextAndKeepsMarkup)
{
    EXPECT_EQ(paragraph("a < b").str(), "<p class=\"govuk-body\">a &lt; b</p>");
    EXPECT_EQ(paragraph(strong("a")).str(), "<p class=\"govuk-body\"><strong>a</strong></p>");
}

TEST(Html, ComponentsTakeDesignatedMembers)
{
    EXPECT_EQ(button({.text = "Save"}).str(), "<button type=\"submit\" class=\"govuk-button\" data-module=\"govuk-button\">Save</button>");
    const auto html = table({.rows = {{{.text = "Westfield"}, {.text = "412", .format = "numeric"}}},
                             .head = {{.text = "Locality"}, {.text = "Staff", .format = "numeric"}},
                             .caption = "Staff by locality"});
    EXPECT_NE(html.str().find("<td class=\"govuk-table__cell govuk-table__cell--numeric\">412</td>"), std::string::npos);
    EXPECT_NE(error_summary({.error_list = {{.href = "#name", .text = "Enter a name"}}}).str().find("<a href=\"#name\">Enter a name</a>"),
              std::string::npos);
}

TEST(Html, ATableOfOneCellIsNotTakenForARow)
{
    const auto html = table({.rows = {{{.text = "a"}}}});
    EXPECT_NE(html.str().find("<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\">a</td></tr>"), std::string::npos);
}

TEST(Html, AFormCarriesItsHiddenFieldsAndIsNotCheckedByTheBrowser)
{
    EXPECT_EQ(form({.action = "/a", .multipart = true, .hidden = {{"token", "\"x\""}}, .content = text("y")}).str(),
              "<form action=\"/a\" method=\"post\" enctype=\"multipart/form-data\" novalidate>"
              "<input type=\"hidden\" name=\"token\" value=\"&quot;x&quot;\">y</form>");
}

TEST(Pagination, ShowsTheEndsAndTheNeighboursOfThePage)
{
    const auto html = pagination_of(5, 9, "/staff?page=").str();
    for (const auto* there : {"page=1\"", "page=4\"", "page=5\"", "page=6\"", "page=9\""})
        EXPECT_NE(html.find(there), std::string::npos) << there;
    EXPECT_EQ(html.find("page=3\""), std::string::npos);
    EXPECT_TRUE(pagination_of(1, 1, "/staff?page=").empty());
}

}  // namespace
}  // namespace kith::ui
