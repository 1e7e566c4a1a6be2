#pragma once
// The rainbow: an arc for each theme, read along it from the lowest step (left) to the highest (right). In full colour, and whole without
// it: arcs are numbered, positions are written, what is filled has an edge.
#include "ui/charts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::ui
{

enum class RainbowColour : std::uint8_t { red, orange, yellow, green, blue, indigo, violet, white };
/// "red" and so on; none for any other word.
std::optional<RainbowColour> rainbow_colour(std::string_view word);

struct RainbowArc {
    std::string id;     ///< unique in the rainbow; letters, digits, hyphens
    std::string label;  ///< "Shared identity, purpose and vision"
    RainbowColour colour = RainbowColour::red;
    std::optional<double> position;  ///< from 1 to 5; none: nobody answered, or not to be shown
    std::optional<double> before;    ///< the same last time
    std::string words;               ///< its position in words: "Partly integrated"; where it has none, why: "Nobody answered"
};

/// Steps from 1 to 5, with words for the ends and for the middle.
struct RainbowScale {
    std::string lowest = "Fragmented";
    std::string highest = "Integrated";
    std::string midpoint;  ///< what the middle is like; may be empty
};

struct Rainbow {
    ChartFrame frame;  ///< its table always stands open below the drawing, since it is the key to the arcs' numbers as well
    RainbowScale scale;
    std::string label_heading = "Arc";  ///< heading of the table's first column
    std::string position_name = "Position";
    std::string before_name = "Last time";  ///< "2025"
    std::vector<RainbowArc> arcs;           ///< from the outermost to the innermost
};
Html rainbow(const Rainbow& params);

/// One of several small rainbows: no words on its arcs, a caption below.
struct SmallRainbow {
    std::string id;       ///< unique on the page
    std::string caption;  ///< "Practitioners"
    std::string note;     ///< below it, smaller: "42 answers"; may be empty
    std::vector<RainbowArc> arcs;
};
/// Small rainbows beside each other on one scale. Their figures stand in a table of the page's own.
Html small_rainbows(const std::vector<SmallRainbow>& params, const RainbowScale& scale);

}  // namespace kith::ui
