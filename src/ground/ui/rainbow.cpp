// A drawing with a view box, since arcs keep their shape; the words in it are large enough where the screen is wide, and where it is narrow
// they are left out but for the arcs' numbers, which the table below explains.
#include "ui/rainbow.hpp"

#include "base/text.hpp"
#include "ui/chart_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace kith::ui
{
namespace
{

constexpr double lowest = 1, highest = 5;
constexpr double centre_x = 400, centre_y = 428;  // of the feet's line; the view box is 800 wide
constexpr double outermost = 370, innermost = 83;
constexpr double widest_pitch = 41;
constexpr double label_size = 15;

constexpr std::array<std::string_view, 8> colour_words = {"red", "orange", "yellow", "green", "blue", "indigo", "violet", "white"};

std::string colour_class(RainbowColour colour) { return "kith-arc-" + std::string{colour_words[static_cast<std::size_t>(colour)]}; }

std::string one_decimal(double position) { return fmt::format("{:.1f}", position); }

/// How far along the arc, from 0 to 1.
double share_of(double position) { return std::clamp((position - lowest) / (highest - lowest), 0.0, 1.0); }

struct Point {
    double x = 0, y = 0;
};

/// Where a share of the way along a half circle is, from its left foot over the top.
Point point_at(double radius, double share)
{
    const double angle = std::numbers::pi * (1 - share);
    return {.x = centre_x + radius * std::cos(angle), .y = centre_y - radius * std::sin(angle)};
}

std::string pixels(double value) { return fmt::format("{:.1f}", std::abs(value) < 0.05 ? 0.0 : value); }

std::string path_of(double radius, double share)
{
    const auto end = point_at(radius, share);
    return fmt::format("M{} {}A{} {} 0 0 1 {} {}", pixels(centre_x - radius), pixels(centre_y), pixels(radius), pixels(radius),
                       pixels(end.x), pixels(end.y));
}

struct Geometry {
    double pitch = widest_pitch;
    explicit Geometry(std::size_t arcs)
    {
        if (arcs > 1) pitch = std::min(widest_pitch, (outermost - innermost) / static_cast<double>(arcs - 1));
    }
    double radius(std::size_t arc) const { return outermost - pitch * static_cast<double>(arc); }
    double thickness() const { return pitch * 0.6; }
    double label_radius(std::size_t arc) const { return radius(arc) + thickness() / 2 + 4; }
    /// Words that are longer than their arc, or higher than the room between two, would be cut off.
    bool has_room(std::size_t arc, std::string_view words) const
    {
        const double length = 0.54 * label_size * static_cast<double>(length_in_characters(words));
        return pitch >= 36 && length <= 0.92 * std::numbers::pi * label_radius(arc);
    }
};

void write_stroke(Markup& m, const std::string& path, std::string_view kind, std::string_view more, double width)
{
    m.raw("<path").classes(kind, more).attribute("d", path).attribute("stroke-width", pixels(width)).raw("/>");
}

/// The pale arc for the whole way, and over it the filled one with its edge.
void write_arc(Markup& m, const RainbowArc& arc, double radius, double thickness)
{
    const auto whole = path_of(radius, 1);
    if (!arc.position) {
        write_stroke(m, whole, "kith-arc__edge", "kith-arc__edge--none", thickness);
        write_stroke(m, whole, "kith-arc__track", "kith-arc__track--none", thickness - 2);
        return;
    }
    const auto colour = colour_class(arc.colour);
    write_stroke(m, whole, "kith-arc__edge", "", thickness);
    write_stroke(m, whole, "kith-arc__track", colour, thickness - 2);
    const auto filled = path_of(radius, share_of(*arc.position));
    write_stroke(m, filled, "kith-arc__rim", colour, thickness);
    write_stroke(m, filled, "kith-arc__fill", colour, thickness - 4);
}

/// A line across from one radius to another.
void write_across(Markup& m, std::string_view kind, double share, double from, double to)
{
    const auto inner = point_at(from, share), outer = point_at(to, share);
    m.raw("<path").attribute("class", kind);
    m.attribute("d", fmt::format("M{} {}L{} {}", pixels(inner.x), pixels(inner.y), pixels(outer.x), pixels(outer.y))).raw("/>");
}

/// Thin lines across all arcs at the steps between the ends.
void write_steps(Markup& m, const Geometry& geometry, std::size_t arcs)
{
    for (int step = 2; step <= 4; ++step)
        for (std::size_t arc = 0; arc < arcs; ++arc)
            write_across(m, "kith-arc__step", share_of(step), geometry.radius(arc) - geometry.thickness() / 2,
                         geometry.radius(arc) + geometry.thickness() / 2);
}

void write_before(Markup& m, const RainbowArc& arc, double radius, double thickness)
{
    if (!arc.before) return;
    const double reach = thickness / 2 + 1;
    write_across(m, "kith-arc__before-edge", share_of(*arc.before), radius - reach, radius + reach);
    write_across(m, "kith-arc__before", share_of(*arc.before), radius - reach, radius + reach);
}

void write_words(Markup& m, std::string_view kind, Point at, std::string_view words)
{
    m.raw("<text text-anchor=\"middle\"").attribute("class", kind).attribute("x", pixels(at.x)).attribute("y", pixels(at.y)).raw(">");
    m.text(words).raw("</text>");
}

void write_circle(Markup& m, std::string_view kind, std::string_view colour, Point at, std::string_view radius)
{
    m.raw("<circle").classes(kind, colour).attribute("cx", pixels(at.x)).attribute("cy", pixels(at.y)).attribute("r", radius).raw("/>");
}

/// Where the arc is filled to: its value, or its number where the screen is narrow. An arc without a position has its number at the top.
void write_bead(Markup& m, const RainbowArc& arc, std::size_t number, double radius)
{
    const auto at = point_at(radius, arc.position ? share_of(*arc.position) : 0.5);
    const auto digits = std::to_string(number);
    if (!arc.position) return write_words(m, "kith-arc__number kith-arc__number--none", {.x = at.x, .y = at.y + 10}, digits);
    const auto colour = colour_class(arc.colour);
    write_circle(m, "kith-arc__bead", colour, at, "15");
    write_words(m, "kith-arc__value", {.x = at.x, .y = at.y + 4.7}, one_decimal(*arc.position));
    write_circle(m, "kith-arc__dot", colour, at, "20");
    write_words(m, "kith-arc__number", {.x = at.x, .y = at.y + 10}, digits);
}

void write_label(Markup& m, const Rainbow& params, const Geometry& geometry, std::size_t at)
{
    const auto& arc = params.arcs[at];
    const auto number = std::to_string(at + 1);
    auto words = arc.label + (arc.position || arc.words.empty() ? "" : " (" + arc.words + ")");
    if (!geometry.has_room(at, number + " " + words)) words = arc.label;
    if (!geometry.has_room(at, number + " " + words)) words.clear();
    const auto id = params.frame.id + "-" + arc.id;
    m.raw("<path fill=\"none\"").attribute("id", id).attribute("d", path_of(geometry.label_radius(at), 1)).raw("/>");
    m.raw("<text class=\"kith-arc__label\" text-anchor=\"middle\"><textPath startOffset=\"50%\"").attribute("href", "#" + id).raw(">");
    m.raw("<tspan class=\"kith-arc__label-number\">").text(number).raw("</tspan>");
    if (!words.empty()) m.raw("<tspan dx=\"6\">").text(words).raw("</tspan>");
    m.raw("</textPath></text>");
}

void write_step_numbers(Markup& m)
{
    for (int step = 2; step <= 4; ++step) {
        const auto at = point_at(outermost + 36, share_of(step));
        write_words(m, "kith-arc__scale", {.x = at.x, .y = at.y + 5}, std::to_string(step));
    }
}

/// Every arc's position in words, for those who do not see it.
std::string description_of(const std::vector<RainbowArc>& arcs, const RainbowScale& scale)
{
    auto words = fmt::format("Each arc is read from 1 on the left ({}) to 5 on the right ({}).", scale.lowest, scale.highest);
    for (std::size_t at = 0; at < arcs.size(); ++at) {
        const auto& arc = arcs[at];
        words += fmt::format(" {}, {}: ", at + 1, arc.label);
        if (arc.position) words += one_decimal(*arc.position) + (arc.words.empty() ? "" : ", ");
        words += arc.words;
        if (arc.before) words += ", last time " + one_decimal(*arc.before);
        words += ".";
    }
    return words;
}

void open_rainbow(Markup& m, std::string_view id, std::string_view kind, std::string_view title, const std::string& description)
{
    const std::string name{id};
    m.raw("<svg role=\"img\" viewBox=\"0 0 800 448\"").attribute("class", kind);
    m.attribute("aria-labelledby", name + "-name " + name + "-words").raw("><title").attribute("id", name + "-name").raw(">").text(title);
    m.raw("</title><desc").attribute("id", name + "-words").raw(">").text(description).raw("</desc>");
}

void write_arcs(Markup& m, const std::vector<RainbowArc>& arcs, const Geometry& geometry)
{
    for (std::size_t at = 0; at < arcs.size(); ++at) write_arc(m, arcs[at], geometry.radius(at), geometry.thickness());
    write_steps(m, geometry, arcs.size());
    m.raw("<path class=\"kith-arc__ground\" d=\"M8 428H792\"/>");
    for (std::size_t at = 0; at < arcs.size(); ++at) write_before(m, arcs[at], geometry.radius(at), geometry.thickness());
}

Html ends_of(const RainbowScale& scale)
{
    Markup m;
    m.raw("<p class=\"kith-rainbow__ends\"><span><b>1</b> ")
        .text(scale.lowest)
        .raw("</span> <span><b>5</b> ")
        .text(scale.highest)
        .raw("</span></p>");
    if (!scale.midpoint.empty()) m.raw("<p class=\"kith-rainbow__middle\"><b>3</b> ").text(scale.midpoint).raw("</p>");
    return m.take();
}

Html drawing_of(const Rainbow& params)
{
    const Geometry geometry{params.arcs.size()};
    Markup m;
    m.raw("<div class=\"kith-chart__drawing kith-rainbow\">");
    open_rainbow(m, params.frame.id + "-drawing", "kith-rainbow__arcs", chart_words(params.frame),
                 description_of(params.arcs, params.scale));
    write_arcs(m, params.arcs, geometry);
    write_step_numbers(m);
    for (std::size_t at = 0; at < params.arcs.size(); ++at) write_label(m, params, geometry, at);
    for (std::size_t at = 0; at < params.arcs.size(); ++at) write_bead(m, params.arcs[at], at + 1, geometry.radius(at));
    return m.raw("</svg>").html(ends_of(params.scale)).raw("</div>").take();
}

bool any_before(const Rainbow& params)
{
    return std::ranges::any_of(params.arcs, [](const RainbowArc& arc) { return arc.before.has_value(); });
}

Html key_of(const Rainbow& params)
{
    Markup now;
    now.raw("<path class=\"kith-arc__key\" d=\"M1 9H16\"/><circle class=\"kith-arc__bead kith-arc-blue\" cx=\"20\" cy=\"9\" r=\"7.5\"/>");
    std::vector<KeyItem> items = {{.mark = now.take(), .name = params.position_name + " (its arc is filled up to it)", .wide = true}};
    if (any_before(params)) {
        Markup before;
        before.raw("<path class=\"kith-arc__before\" d=\"M15 0V18\"/>");
        items.push_back({.mark = before.take(), .name = params.before_name, .wide = true});
    }
    return chart_key(items);
}

/// Number, colour and label: the key to the arcs.
Html arc_name(const RainbowArc& arc, std::size_t number)
{
    Markup m;
    m.raw("<span class=\"kith-rainbow__name\"><svg width=\"18\" height=\"18\" aria-hidden=\"true\" focusable=\"false\">");
    m.raw("<rect x=\"1\" y=\"1\" width=\"16\" height=\"16\" rx=\"3\"")
        .classes("kith-arc__swatch", colour_class(arc.colour))
        .raw("/></svg> <span>");
    return m.number(static_cast<long long>(number)).raw("</span> <span>").text(arc.label).raw("</span></span>").take();
}

Html table_of(const Rainbow& params)
{
    const bool with_before = any_before(params);
    Table data{.head = {{.text = params.label_heading}, {.text = params.position_name}},
               .caption = chart_caption(params.frame),
               .caption_classes = "govuk-visually-hidden",
               .first_cell_is_header = true,
               .classes = "kith-rainbow__table"};
    if (with_before) data.head.push_back({.text = params.before_name, .format = "numeric"});
    for (std::size_t at = 0; at < params.arcs.size(); ++at) {
        const auto& arc = params.arcs[at];
        Markup position;
        if (arc.position) position.raw("<strong>").text(one_decimal(*arc.position)).raw("</strong> ");
        position.text(arc.words);
        TableRow row = {{.text = arc_name(arc, at + 1)}, {.text = position.take()}};
        if (with_before) row.push_back({.text = arc.before ? one_decimal(*arc.before) : "not known", .format = "numeric"});
        data.rows.push_back(std::move(row));
    }
    return table(data);
}

}  // namespace

std::optional<RainbowColour> rainbow_colour(std::string_view word)
{
    const auto found = std::ranges::find(colour_words, word);
    if (found == colour_words.end()) return {};
    return static_cast<RainbowColour>(found - colour_words.begin());
}

Html rainbow(const Rainbow& params)
{
    const bool empty = params.arcs.empty();
    return framed(params.frame, {.key = key_of(params),
                                 .drawing = drawing_of(params),
                                 .below = empty ? Html{} : table_of(params),
                                 .table = nullptr,
                                 .empty = empty});
}

Html small_rainbows(const std::vector<SmallRainbow>& params, const RainbowScale& scale)
{
    Markup m;
    m.raw("<div class=\"kith-rainbows\">");
    for (const auto& small : params) {
        const Geometry geometry{small.arcs.size()};
        m.raw("<figure class=\"kith-rainbow-small\">");
        open_rainbow(m, small.id, "kith-rainbow__arcs kith-rainbow__arcs--small", small.caption, description_of(small.arcs, scale));
        write_arcs(m, small.arcs, geometry);
        for (std::size_t at = 0; at < small.arcs.size(); ++at) {
            if (!small.arcs[at].position) continue;
            write_circle(m, "kith-arc__end", "", point_at(geometry.radius(at), share_of(*small.arcs[at].position)), "15");
        }
        m.raw("</svg><figcaption><strong>").text(small.caption).raw("</strong>");
        if (!small.note.empty()) m.raw("<span>").text(small.note).raw("</span>");
        m.raw("</figcaption></figure>");
    }
    return m.raw("</div>").take();
}

}  // namespace kith::ui
