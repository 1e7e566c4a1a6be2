#include "strategy/figure_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "returns/table_reading.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

const std::vector<returns::ColumnNames>& column_names()
{
    static const std::vector<returns::ColumnNames> all{{"plan", {"strategy"}}, {"measure", {"indicator", "figure", "name"}}, {"unit", {}}, {"kind", {"type"}}, {"value", {"number", "amount"}}, {"qualifier", {}},
                                                       {"on", {"date", "day", "as at"}}, {"better", {}}, {"words", {"source", "notes", "comments"}}, {"flag", {"doubt"}}};
    return all;
}

FigureRows& rows_of(FigureFile& file, const std::string& name, const std::string& unit)
{
    const auto found = std::ranges::find_if(file.measures, [&](const FigureRows& rows) { return rows.measure.name == name; });
    if (found != file.measures.end()) return *found;
    return file.measures.emplace_back(FigureRows{.measure = {.name = name, .unit = unit}, .points = {}, .lines = {}});
}

void read_row(returns::TableReading& reading, FigureFile& file, Date today)
{
    if (file.plan.empty()) file.plan = reading.text("plan");
    else if (const auto other = reading.text("plan"); !other.empty() && other != file.plan) reading.error("plan", "S-VALUE-9", "A file is of one plan, and its first row names another: hand this plan's rows in by themselves");
    Point point{.on = reading.day("on", "S-VALUE-2"), .qualifier = reading.text("qualifier"), .words = reading.text("words"), .doubt = reading.text("flag")};
    if (const auto kind = lower_ascii(reading.text("kind")); !kind.empty()) {
        if (const auto named = choice_named(point_kinds(), kind)) point.kind = *named;
        else reading.error("kind", "S-VALUE-3", "Enter baseline, target or actual");
    }
    if (const auto value = thousandths_in(reading.text("value"))) point.thousandths = *value;
    else reading.error("value", "S-VALUE-4", "Enter a number, such as 1,500 or 9.75");
    const Measure measure{.name = reading.text("measure"), .unit = reading.text("unit")};
    for (const auto& problem : problems_of(measure, {})) reading.error(problem.field == "name" ? "measure" : problem.field, "S-VALUE-1", problem.message);
    if (!reading.is_good()) return;
    if (const auto first = std::ranges::find_if(file.measures, [&](const FigureRows& one) { return one.measure.name == measure.name; }); first != file.measures.end() && !measure.unit.empty() && first->measure.unit != measure.unit)
        return reading.error("unit", "S-VALUE-10", "The rows before give this measure another unit: give it one of its own, or another name");
    auto& rows = rows_of(file, measure.name, measure.unit);
    if (const auto better = choice_named(betters(), lower_ascii(reading.text("better")))) rows.measure.better = *better;
    std::vector<Point> others = rows.points;
    for (auto& other : others) other.id = PointId{1};  // others than this one, which has none
    for (const auto& problem : problems_of(point, others, today)) reading.error(problem.field == "words" || problem.field == "qualifier" ? problem.field : "on", "S-VALUE-5", problem.message);
    if (!reading.is_good()) return;
    if (!point.on) reading.note("on", "S-VALUE-6", "No day is given: it stands in the list of values, and on no line");
    if (!point.doubt.empty()) reading.note("flag", "S-VALUE-7", "Something does not agree with it: both stand beside each other");
    if (std::ranges::any_of(others, [&](const Point& other) { return other.kind == point.kind && other.on && other.on == point.on && other.thousandths != point.thousandths; }))
        reading.note("value", "S-VALUE-8", "The file gives another value for the same day: both are kept");
    rows.points.push_back(std::move(point));
    rows.lines.push_back(reading.line());
}

}  // namespace

bool is_figure_file(const files::Table& table) { return (table.column("measure") || table.column("indicator")) && (table.column("value") || table.column("number")) && !table.column("action"); }

FigureFile read_figures(const std::string& file_name, const files::Table& table, Date today)
{
    FigureFile file;
    returns::TableReading reading{file_name, table, column_names()};
    returns::read_rows(reading, file, [today](returns::TableReading& row, FigureFile& into) { read_row(row, into, today); });
    return file;
}

bool is_same_value(const Point& one, const Point& other) { return one.kind == other.kind && one.on == other.on && one.thousandths == other.thousandths && one.qualifier == other.qualifier; }

std::string figure_template()
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"plan", "measure", "unit", "better", "kind", "value", "qualifier", "on", "words", "flag"});
    csv.row(std::vector<std::string>{"Name of the plan", "What is measured", "staff", "more", "baseline", "19", "", "31/03/2026", "Where it is from", ""});
    csv.row(std::vector<std::string>{"Name of the plan", "What is measured", "staff", "more", "target", "77", "", "31/03/2030", "Agreed by the board", ""});
    return std::move(csv).text();
}

}  // namespace kith::strategy
