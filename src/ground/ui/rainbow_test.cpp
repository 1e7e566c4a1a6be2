#include "ui/rainbow.hpp"

#include "kit/normal_html.hpp"
#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace kith::ui
{
namespace
{

Rainbow a_rainbow()
{
    return {.frame = a_frame(),
            .scale = {.midpoint = "Half of it is there"},
            .label_heading = "Theme",
            .before_name = "2025",
            .arcs = {{.id = "one",
                      .label = "Purpose & vision",
                      .colour = RainbowColour::red,
                      .position = 3,
                      .before = 2.04,
                      .words = "In the middle"},
                     {.id = "two", .label = "Roles", .colour = RainbowColour::yellow, .words = "Nobody answered"},
                     {.id = "three", .label = "Outcomes", .colour = RainbowColour::white, .position = 5, .words = "Integrated"}}};
}

TEST(Rainbow, EachArcIsFilledFromItsLeftFootToItsPosition)
{
    const auto html = rainbow(a_rainbow());
    EXPECT_TRUE(holds(html, "class=\"kith-arc__track kith-arc-red\" d=\"M30.0 428.0A370.0 370.0 0 0 1 770.0 428.0\""))
        << "the whole way, pale";
    EXPECT_TRUE(holds(html, "class=\"kith-arc__fill kith-arc-red\" d=\"M30.0 428.0A370.0 370.0 0 0 1 400.0 58.0\""))
        << "3 of 1 to 5 is the top";
    EXPECT_TRUE(holds(html, "class=\"kith-arc__fill kith-arc-white\" d=\"M112.0 428.0A288.0 288.0 0 0 1 688.0 428.0\""))
        << "5 is the right foot";
}

TEST(Rainbow, APositionBeyondTheScaleStopsAtItsEnd)
{
    auto params = a_rainbow();
    params.arcs[0].position = 0.2;
    params.arcs[2].position = 7;
    const auto html = rainbow(params);
    EXPECT_TRUE(holds(html, "class=\"kith-arc__fill kith-arc-red\" d=\"M30.0 428.0A370.0 370.0 0 0 1 30.0 428.0\""));
    EXPECT_TRUE(holds(html, "class=\"kith-arc__fill kith-arc-white\" d=\"M112.0 428.0A288.0 288.0 0 0 1 688.0 428.0\""));
}

TEST(Rainbow, LastTimeIsALineAcrossWithAKeyAndAColumn)
{
    auto params = a_rainbow();
    const auto html = rainbow(params);
    EXPECT_EQ(times(html, "class=\"kith-arc__before\" d"), 2) << "one arc and the key";
    EXPECT_TRUE(holds(html, "</svg>2025</li>"));
    EXPECT_TRUE(holds(html, "<td class=\"govuk-table__cell govuk-table__cell--numeric\">2.0</td>"));
    EXPECT_EQ(times(html, "not known"), 2);
    params.arcs[0].before = {};
    EXPECT_FALSE(holds(rainbow(params), "2025"));
}

TEST(Rainbow, WhereNobodyAnsweredItSaysSoAndFillsNothing)
{
    const auto html = rainbow(a_rainbow());
    EXPECT_FALSE(holds(html, "kith-arc__fill kith-arc-yellow"));
    EXPECT_EQ(times(html, "kith-arc__track--none"), 1);
    EXPECT_TRUE(holds(html, "Roles (Nobody answered)</tspan>"));
    EXPECT_TRUE(holds(html, "<td class=\"govuk-table__cell\">Nobody answered</td>"));
}

TEST(Rainbow, IsReadOutArcByArc)
{
    const auto html = rainbow(a_rainbow());
    EXPECT_TRUE(holds(html,
                      "role=\"img\" viewBox=\"0 0 800 448\" class=\"kith-rainbow__arcs\" aria-labelledby=\"c-drawing-name "
                      "c-drawing-words\"><title id=\"c-drawing-name\">Education 8,000"));
    EXPECT_TRUE(holds(html,
                      "<desc id=\"c-drawing-words\">Each arc is read from 1 on the left (Fragmented) to 5 on the right (Integrated). 1, "
                      "Purpose &amp; vision: 3.0, In "
                      "the middle, last time 2.0. 2, Roles: Nobody answered. 3, Outcomes: 5.0, Integrated.</desc>"));
}

TEST(Rainbow, TellsNothingByColourAlone)
{
    const auto html = rainbow(a_rainbow());
    EXPECT_TRUE(holds(html, "<tspan class=\"kith-arc__label-number\">1</tspan><tspan dx=\"6\">Purpose &amp; vision</tspan>"));
    EXPECT_EQ(times(html, "class=\"kith-arc__value\""), 2) << "what is filled has its value";
    EXPECT_TRUE(holds(html, "</svg> <span>1</span> <span>Purpose &amp; vision</span></span></th>")) << "the table says whose number it is";
    EXPECT_TRUE(holds(html, "<strong>3.0</strong> In the middle</td>"));
    EXPECT_FALSE(holds(html, "style=")) << "the content security policy allows none";
}

TEST(Rainbow, KnowsItsColoursByName)
{
    EXPECT_EQ(rainbow_colour("indigo"), RainbowColour::indigo);
    EXPECT_EQ(rainbow_colour("white"), RainbowColour::white);
    EXPECT_EQ(rainbow_colour("pink"), std::nullopt);
    EXPECT_EQ(rainbow_colour(""), std::nullopt);
}

TEST(Rainbow, WordsThatAreLongerThanTheirArcStandInTheTableAlone)
{
    auto params = a_rainbow();
    params.arcs[1].label = std::string(110, 'x');
    params.arcs[2].label = std::string(300, 'y');
    const auto html = rainbow(params);
    EXPECT_TRUE(holds(html, std::string(110, 'x') + "</tspan>")) << "without what does not fit";
    EXPECT_FALSE(holds(html, std::string(300, 'y') + "</tspan>"));
    EXPECT_EQ(times(html, "kith-arc__label-number"), 3);
    params.arcs.resize(14, {.id = "more", .label = "More", .position = 2});
    EXPECT_FALSE(holds(rainbow(params), "<tspan dx")) << "arcs close together have numbers alone";
}

TEST(Rainbow, WithoutArcsThereIsNothingToDraw)
{
    auto params = a_rainbow();
    params.arcs.clear();
    const auto html = rainbow(params);
    EXPECT_TRUE(holds(html, nothing_to_draw));
    EXPECT_FALSE(holds(html, "<table"));
    params.arcs = {{.id = "one", .label = "Alone", .position = 1}};
    EXPECT_TRUE(holds(rainbow(params), "A370.0 370.0")) << "one arc is the outermost";
}

TEST(SmallRainbows, HaveACaptionAndADescriptionButNoWordsOnTheArcs)
{
    const auto html = small_rainbows({{.id = "a", .caption = "Parents & carers", .note = "12 answers", .arcs = a_rainbow().arcs},
                                      {.id = "b", .caption = "Children", .arcs = {}}},
                                     {});
    EXPECT_EQ(times(html, "<figure class=\"kith-rainbow-small\">"), 2);
    EXPECT_TRUE(holds(html, "<figcaption><strong>Parents &amp; carers</strong><span>12 answers</span></figcaption>"));
    EXPECT_TRUE(holds(html, "<desc id=\"a-words\">Each arc is read from"));
    EXPECT_EQ(times(html, "kith-arc__end"), 2);
    EXPECT_FALSE(holds(html, "<text"));
}

/// Every element that is opened is closed, ids are there once, and what is pointed at is there.
TEST(Rainbow, IsWellFormedAndPointsAtWhatIsThere)
{
    const auto html = rainbow(a_rainbow()).str();
    EXPECT_FALSE(kit::normal_html(html).empty());
    std::vector<std::string> open;
    const std::regex tag{"<(/?)([a-zA-Z0-9]+)([^>]*?)(/?)>"};
    for (std::sregex_iterator at{html.begin(), html.end(), tag}, end; at != end; ++at) {
        if ((*at)[4].length() > 0) continue;
        if ((*at)[1].length() == 0) {
            open.push_back((*at)[2]);
        } else {
            ASSERT_FALSE(open.empty());
            ASSERT_EQ(open.back(), (*at)[2]);
            open.pop_back();
        }
    }
    EXPECT_TRUE(open.empty());
    for (const char* id : {"c-one", "c-two", "c-three", "c-title", "c-drawing-name", "c-drawing-words"})
        EXPECT_EQ(times(rainbow(a_rainbow()), "id=\"" + std::string{id} + "\""), 1) << id;
    EXPECT_EQ(times(rainbow(a_rainbow()), "<textPath startOffset=\"50%\" href=\"#c-"), 3);
}

}  // namespace
}  // namespace kith::ui
