#include "kit/normal_html.hpp"

#include <gtest/gtest.h>

namespace kith::kit
{
namespace
{

void expect_same(std::string_view one, std::string_view other) { EXPECT_EQ(normal_html(one), normal_html(other)); }
void expect_different(std::string_view one, std::string_view other) { EXPECT_NE(normal_html(one), normal_html(other)); }

TEST(NormalHtml, SeesALostSpaceBetweenInlineElements)
{
    expect_different("<p><a>one</a> <a>two</a></p>", "<p><a>one</a><a>two</a></p>");
    expect_different("<p><span>Error:</span> Enter a name</p>", "<p><span>Error:</span>Enter a name</p>");
    expect_different("<p><input>\n<label>Yes</label></p>", "<p><input><label>Yes</label></p>");
    expect_different("<a>Change<span> name</span></a>", "<a>Change<span>name</span></a>");
}

TEST(NormalHtml, SeesWhichSideOfATagASpaceStandsOn)
{
    expect_different("<p>a <b>c</b></p>", "<p>a<b> c</b></p>");
    expect_same("<p>a <b> c</b></p>", "<p>a <b>c</b></p>");
}

TEST(NormalHtml, CollapsesRunsAndDropsSpacesAtTheEndsOfALine)
{
    expect_same("<p>\n  one\n  two\n</p>", "<p>one two</p>");
    expect_same("<div>\n  <p>a</p>\n\n  <p>b</p>\n</div>", "<div><p>a</p><p>b</p></div>");
    expect_same("<div><strong>\n  Done\n</strong>\n</div>", "<div><strong>Done</strong></div>");
    expect_same("<button>\n  Save\n</button>", "<button>Save</button>");
    expect_different("<p>one two</p>", "<p>onetwo</p>");
    expect_different("a&nbsp;b", "a b");
}

TEST(NormalHtml, KeepsATextareasTextAsItIs)
{
    expect_different("<textarea>a  b</textarea>", "<textarea>a b</textarea>");
    expect_same("<textarea>\na</textarea>", "<textarea>a</textarea>");
}

TEST(NormalHtml, DoesNotMindTheOrderOfAttributesOrHowACharacterIsWritten)
{
    expect_same("<a href='/x' class=\"a\n  b\">&#39;&amp;&#x3c;</a>", "<a class=\"a b\" href=\"/x\">'&amp;&lt;</a>");
    expect_same("<input hidden>", "<input hidden=\"\">");
    expect_different("<input hidden>", "<input>");
    expect_different("<a class=\"a b\">x</a>", "<a class=\"b a\">x</a>");
    expect_different("<a title=\"a  b\">x</a>", "<a title=\"a b\">x</a>");
}

TEST(NormalHtml, TakesASelfClosedElementForAnEmptyOne)
{
    expect_same("<svg>\n<path d=\"m1\"/>\n</svg>", "<svg><path d=\"m1\"></path></svg>");
    expect_same("<!-- c --><p>a</p>", "<p>a</p>");
}

}  // namespace
}  // namespace kith::kit
