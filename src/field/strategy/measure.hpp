#pragma once
// What will show whether a plan works: measures with a baseline, targets by date and what was counted since. Values are whole thousandths, so that nothing is lost. Pure.
#include "strategy/action.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::strategy {

using MeasureId = Id<struct MeasureTag>;
using PointId = Id<struct PointTag>;
using ShownById = Id<struct ShownByTag>;
using MeasureSourceId = Id<struct MeasureSourceTag>;

enum class Better { more, less };
const std::vector<NamedChoice<Better>>& betters();

struct Measure {
    MeasureId id{};
    PublicId public_id{};
    PlanId plan{};
    std::string code, name;
    std::string unit;    ///< "staff", "%"; may be empty
    std::string words;   ///< what is counted, and what is not
    Better better = Better::more;
    bool operator==(const Measure&) const = default;
    std::string href(const Plan& in) const { return in.href() + "/measures/" + public_id.text(); }
    std::string called() const { return code.empty() ? name : code + " " + name; }
};
std::vector<Problem> problems_of(const Measure& measure, const std::vector<Measure>& others);

enum class PointKind { baseline, target, actual };
const std::vector<NamedChoice<PointKind>>& point_kinds();

/// A value of a measure: where it began, where it is to be by a day, or what was counted.
struct Point {
    PointId id{};
    PublicId public_id{};
    MeasureId measure{};
    PointKind kind = PointKind::actual;
    std::optional<Date> on;         ///< none where the source gives no day: it stands in the list, and on no line
    std::int64_t thousandths = 0;
    std::string qualifier;          ///< "about", "more than", as the source says
    std::string words;              ///< where it is from
    std::string doubt;              ///< what does not agree with it in the source
    bool operator==(const Point&) const = default;
};
/// Everything in the way of keeping it; `others` are the measure's other points.
std::vector<Problem> problems_of(const Point& point, const std::vector<Point>& others, Date today);

/// "1,500", "9.7": thousandths in words, without noughts at the end.
std::string in_words(std::int64_t thousandths);
/// A number as people write it, "1,500" or "9.75", as thousandths; none where it is none or has more than three decimals.
std::optional<std::int64_t> thousandths_in(std::string_view text);

/// "about 1,500 assessments", "8 graduates (of these 15)": a value with its unit and what its source says of how sure it is. Words that stand before a number do; all else follows it in brackets.
std::string in_words(const Measure& measure, const Point& point);

/// Where the measure is to be on a day: on straight lines from the baseline through the targets, and at the last target from its day on: a target that was missed stays missed. None before the baseline, or without one of both.
std::optional<double> expected_on(const std::vector<Point>& points, Date day);
/// The newest value that was counted on a known day; null where none was. Of two of one day the later entered, unless its source doubts it.
const Point* newest_actual(const std::vector<Point>& points);
/// The newest counted value is on the wrong side of the line of that day. None where there is nothing to hold it against.
std::optional<bool> is_behind(const Measure& measure, const std::vector<Point>& points);
/// "19 staff on 12 May 2009, behind the 28.4 expected that day." or what is missing to say so.
std::string in_words(const Measure& measure, const std::vector<Point>& points);

/// That a measure will show whether an action works.
struct ShownBy {
    ShownById id{};
    PublicId public_id{};
    ActionId action{};
    MeasureId measure{};
    bool operator==(const ShownBy&) const = default;
};

/// That its values are taken from a figure of the house, each pinned by the day it was taken.
struct MeasureSource {
    MeasureSourceId id{};
    PublicId public_id{};
    MeasureId measure{};
    std::string source;  ///< id of the live figure
    std::string title;   ///< as it was called when it was chosen, for the day when it is there no more
    bool operator==(const MeasureSource&) const = default;
};

}  // namespace kith::strategy
