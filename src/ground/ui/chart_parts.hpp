#pragma once
// What all charts share: the frame around the drawing, the key, colours, numbers and scales. Private to ui.
#include "ui/charts.hpp"
#include "ui/markup.hpp"
#include "ui/tables.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace kith::ui
{

constexpr std::size_t most_series = 4;

/// The class that colours series `series` of `count`: two are dark blue and orange, more follow the palette.
std::string_view series_class(std::size_t series, std::size_t count);

/// "12.34%" of the drawing's width.
std::string percent_of_width(double percent);
/// "1,204", "0.5": whole where it is whole, one decimal else, with commas.
std::string number_in_words(double value);
std::string in_unit(double value, const Unit& unit);
/// The same where room is short: "12.3m", "1.2bn" from a million on. The table has it in full.
std::string in_unit_briefly(double value, const Unit& unit);
/// Words broken between words into lines of at most `width` characters; a longer word has a line of its own.
std::vector<std::string> in_lines(std::string_view words, std::size_t width);
/// A scale from nought in even steps of 1, 2, 2.5 or 5 times a power of ten.
struct Scale {
    double step = 1;
    int steps = 1;
    double highest() const { return step * steps; }
    /// How far along the scale, from 0 to 1.
    double share(double value) const { return std::clamp(value / highest(), 0.0, 1.0); }
};
/// The scale that reaches `largest` in at most `most` steps; one step of 1 where that is nought or not a number.
Scale scale_to(double largest, int most);
/// The shape that tells series apart without colour: circle, square, diamond, triangle; at `x` of the width and `y` pixels.
void write_marker(Markup& m, std::string_view x, std::string_view y, std::size_t series, std::string_view colour_class);

enum class Side { left, right };
/// The class that leaves room beside the drawing for words of that many characters, and how many pixels that is.
std::string_view room_class(Side side, std::size_t characters);
int room_pixels(std::size_t characters);

struct KeyItem {
    Html mark;  ///< of 18 by 18 pixels, or 30 by 18 where `wide`
    std::string name;
    bool wide = false;
};
/// A square of the series' colour.
Html key_square(std::string_view colour_class);
Html chart_key(const std::vector<KeyItem>& items);

/// The chart in words, for those who do not see it.
const std::string& chart_words(const ChartFrame& frame);
/// The opening of an SVG that is the whole drawing: `role="img"` with the summary as its words.
void open_drawing(Markup& m, const ChartFrame& frame, int height, std::string_view more_classes = {});

/// The parts of one chart, as the frame puts them together.
struct ChartParts {
    Html key;
    Html drawing;
    Html below;          ///< words under the drawing, before the source
    const Table* table;  ///< headed and captioned by the frame; null: the drawing is the table
    bool empty = false;  ///< nothing to draw: said instead of the drawing, the key and the table
};
Html framed(const ChartFrame& frame, const ChartParts& parts);
/// The table's caption: title and subtitle.
std::string chart_caption(const ChartFrame& frame);

}  // namespace kith::ui
