#include "strategy/measure.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace kith::strategy {
namespace {

constexpr std::int64_t one = 1'000;           // thousandths
constexpr std::size_t most_digits = 12;       // before the point

/// Baseline and targets that have a day, in order of their days.
std::vector<const Point*> line_of(const std::vector<Point>& points)
{
    std::vector<const Point*> line;
    for (const auto& point : points)
        if (point.kind != PointKind::actual && point.on) line.push_back(&point);
    std::ranges::stable_sort(line, {}, [](const Point* point) { return *point->on; });
    return line;
}

std::string with_unit(const Measure& measure, const std::string& number)
{
    if (measure.unit.empty()) return number;
    return measure.unit == "%" ? number + "%" : number + " " + measure.unit;
}

}  // namespace

const std::vector<NamedChoice<Better>>& betters()
{
    static const std::vector<NamedChoice<Better>> all{{Better::more, "more", "More is better"}, {Better::less, "less", "Less is better"}};
    return all;
}

std::vector<Problem> problems_of(const Measure& measure, const std::vector<Measure>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "code", "The code", measure.code, longest_line, false);
    check_words(problems, "name", "What is measured", measure.name, longest_line, true);
    check_words(problems, "unit", "The unit", measure.unit, longest_line, false);
    check_words(problems, "words", "The words", measure.words, longest_words, false);
    const auto taken = [&](const Measure& other) { return other.id != measure.id && !measure.code.empty() && other.code == measure.code; };
    if (std::ranges::any_of(others, taken)) problems.push_back({.field = "code", .message = "Another measure has this code: give it one of its own"});
    return problems;
}

const std::vector<NamedChoice<PointKind>>& point_kinds()
{
    static const std::vector<NamedChoice<PointKind>> all{{PointKind::baseline, "baseline", "Where it began"}, {PointKind::target, "target", "Target"}, {PointKind::actual, "actual", "Counted"}};
    return all;
}

std::vector<Problem> problems_of(const Point& point, const std::vector<Point>& others, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "qualifier", "The qualifier", point.qualifier, longest_line, false);
    check_words(problems, "words", "Where it is from", point.words, longest_words, false);
    check_words(problems, "doubt", "What does not agree", point.doubt, longest_words, false);
    if (point.kind != PointKind::actual && !point.on) problems.push_back({.field = "on", .message = "Enter the day: a baseline and a target need one"});
    if (point.kind == PointKind::actual && point.on && today < *point.on) problems.push_back({.field = "on", .message = "The day it was counted must be today or before"});
    const auto is = [&](PointKind kind) { return [&point, kind](const Point& other) { return other.id != point.id && other.kind == kind; }; };
    if (point.kind == PointKind::baseline && std::ranges::any_of(others, is(PointKind::baseline))) problems.push_back({.field = "kind", .message = "The measure has a baseline already: take it away first"});
    for (const auto& other : others) {
        if (other.id == point.id || !other.on || !point.on) continue;
        if (point.kind == PointKind::target && other.kind == PointKind::target && *point.on == *other.on) problems.push_back({.field = "on", .message = "The measure has a target for that day already"});
        const bool before = (point.kind == PointKind::target && other.kind == PointKind::baseline && *point.on <= *other.on) || (point.kind == PointKind::baseline && other.kind == PointKind::target && *other.on <= *point.on);
        if (before) problems.push_back({.field = "on", .message = "A target must be after the baseline, " + (point.kind == PointKind::target ? other.on->in_words() : point.on->in_words())});
    }
    return problems;
}

std::string in_words(std::int64_t thousandths)
{
    const auto whole = thousandths / one, rest = std::abs(thousandths % one);
    auto words = (thousandths < 0 && whole == 0 ? "-" : "") + with_commas(whole);
    if (rest == 0) return words;
    auto decimals = fmt::format(".{:03}", rest);
    while (decimals.ends_with('0')) decimals.pop_back();
    return words + decimals;
}

std::optional<std::int64_t> thousandths_in(std::string_view text)
{
    auto digits = std::string{trimmed(text)};
    const bool below = digits.starts_with('-');
    if (below) digits.erase(0, 1);
    const auto point = digits.find('.');
    auto whole = digits.substr(0, point), after = point == digits.npos ? std::string{} : digits.substr(point + 1);
    if (point != digits.npos && after.empty()) return std::nullopt;
    const auto groups = split(whole, ',');
    if (groups.size() > 1) {
        const bool in_threes = !groups.front().empty() && groups.front().size() <= 3 && std::all_of(groups.begin() + 1, groups.end(), [](std::string_view group) { return group.size() == 3; });
        if (!in_threes) return std::nullopt;
        std::erase(whole, ',');
    }
    if (whole.empty() || whole.size() > most_digits || after.size() > 3) return std::nullopt;
    after.append(3 - after.size(), '0');
    std::int64_t value = 0;
    const auto all = whole + after;
    const auto [end, error] = std::from_chars(all.data(), all.data() + all.size(), value);
    if (error != std::errc{} || end != all.data() + all.size()) return std::nullopt;
    return below ? -value : value;
}

std::optional<double> expected_on(const std::vector<Point>& points, Date day)
{
    const auto line = line_of(points);
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        const auto &from = *line[at], &to = *line[at + 1];
        if (day < *from.on || *to.on < day || *from.on == *to.on) continue;
        const auto span = static_cast<double>(to.on->days_since_epoch() - from.on->days_since_epoch()), gone = static_cast<double>(day.days_since_epoch() - from.on->days_since_epoch());
        return (static_cast<double>(from.thousandths) + static_cast<double>(to.thousandths - from.thousandths) * gone / span) / static_cast<double>(one);
    }
    const bool is_over = line.size() > 1 && *line.back()->on < day;
    return is_over ? std::optional{static_cast<double>(line.back()->thousandths) / static_cast<double>(one)} : std::nullopt;
}

const Point* newest_actual(const std::vector<Point>& points)
{
    const Point* newest = nullptr;
    for (const auto& point : points)
        if (point.kind == PointKind::actual && point.on && (newest == nullptr || *newest->on < *point.on || (*newest->on == *point.on && point.doubt.empty()))) newest = &point;
    return newest;
}

std::optional<bool> is_behind(const Measure& measure, const std::vector<Point>& points)
{
    const auto* newest = newest_actual(points);
    const auto expected = newest == nullptr ? std::nullopt : expected_on(points, *newest->on);
    if (!expected) return std::nullopt;
    const auto counted = static_cast<double>(newest->thousandths) / static_cast<double>(one);
    return measure.better == Better::more ? counted < *expected : counted > *expected;
}

std::string in_words(const Measure& measure, const Point& point)
{
    constexpr std::array<std::string_view, 18> before{"about", "around", "nearly", "almost", "over", "under", "up to", "more than", "fewer than", "less than", "at least", "at most", "an estimated", "estimated", "a further", "further", "some", "only"};
    const auto value = with_unit(measure, in_words(point.thousandths));
    if (point.qualifier.empty()) return value;
    const bool stands_before = std::ranges::find(before, lower_ascii(point.qualifier)) != before.end();
    return stands_before ? point.qualifier + " " + value : value + " (" + point.qualifier + ")";
}

std::string in_words(const Measure& measure, const std::vector<Point>& points)
{
    const auto* newest = newest_actual(points);
    if (newest == nullptr) {
        const auto undated = std::ranges::find(points, PointKind::actual, &Point::kind);
        return undated == points.end() ? std::string{"Nothing was counted yet."} : upper_first(in_words(measure, *undated)) + "; no day is given.";
    }
    auto words = in_words(measure, *newest) + " on " + newest->on->in_words();
    const auto expected = expected_on(points, *newest->on);
    if (!expected) return upper_first(words) + ". There is no baseline and target to hold it against.";
    return upper_first(words) + (*is_behind(measure, points) ? ", behind the " : ", in line with the ") + fmt::format("{:.1f}", *expected) + (measure.unit.starts_with('%') ? "%" : "") + " expected that day.";
}

}  // namespace kith::strategy
