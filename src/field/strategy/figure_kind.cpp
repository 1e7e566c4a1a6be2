#include "strategy/figure_kind.hpp"

#include "db/change_set.hpp"
#include "returns/table_kind.hpp"
#include "strategy/figure_file.hpp"
#include "strategy/plan_register.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

/// The values of the rows that the measure does not have yet. What cannot stand beside what is held is left out, with an error by its line.
std::vector<Point> new_points(const FigureRows& rows, std::vector<Point> held, const returns::Handed& handed, returns::TableTaking& taking)
{
    std::vector<Point> more;
    for (std::size_t at = 0; at < rows.points.size(); ++at) {
        const auto& said = rows.points[at];
        const auto tell = [&](returns::Severity severity, std::string rule, std::string message) { taking.findings.push_back({handed.file.name, rows.lines[at], "on", std::move(rule), severity, std::move(message)}); };
        if (std::ranges::any_of(held, [&](const Point& one) { return is_same_value(one, said); })) {
            ++taking.unchanged;
            continue;
        }
        if (const auto problems = problems_of(said, held, handed.today); !problems.empty()) {
            tell(returns::Severity::error, "S-VALUE-5", "Beside what is held: " + problems.front().message);
            --taking.can_take;
            continue;
        }
        if (std::ranges::any_of(held, [&](const Point& one) { return one.kind == said.kind && one.on && one.on == said.on; })) tell(returns::Severity::note, "S-VALUE-8", "Another value is held for the same day: both are kept");
        more.push_back(said);
    }
    return more;
}

/// What keeping the rows of one measure writes: itself where it is new, and the values that it does not have yet.
void take_measure(const FigureRows& rows, const Plan& plan, const PlanMeasures& held, const returns::Handed& handed, returns::TableTaking& taking)
{
    const auto found = std::ranges::find(held.measures, rows.measure.name, &Measure::name);
    const bool is_new = found == held.measures.end();
    auto measure = is_new ? rows.measure : *found;
    measure.plan = plan.id;
    const auto more = is_new ? rows.points : new_points(rows, held.points_of(found->id), handed, taking);
    if (more.empty() && !is_new) return;
    std::string says, how;
    for (const auto& point : more) how += (how.empty() ? "New: " : "; ") + (in_words(measure, point) + (point.on ? " on " + point.on->in_words() : ", no day is given"));
    for (const auto& point : more) says += in_words(measure, point) + (point.on ? " " + point.on->iso() : "") + point.words + point.doubt + "; ";
    auto write = [measure, more](db::ChangeSet& changes, Instant now) {
        const auto kept = measure.id.is_set() ? measure : measures().keep(changes, measure, now);
        for (auto point : more) {
            point.measure = kept.id;
            points().keep(changes, std::move(point), now);
        }
    };
    is_new ? taking.add(measure.name, std::move(says), std::move(write)) : taking.change(measure.name, std::move(says), std::move(how), std::move(write));
}

returns::TableTaking read(const returns::Handed& handed, const files::Table& table)
{
    const auto file = read_figures(handed.file.name, table, handed.today);
    returns::TableTaking taking{.refusal = {}, .findings = file.findings, .rows = file.rows, .can_take = file.can_take, .into = {}, .added = {}, .changed = {}, .unchanged = 0, .writes = {}, .how = {}};
    const auto plan = plan_meant(handed.reader, file.plan);
    if (!plan) {
        taking.refusal = plan.error().message;
        return taking;
    }
    taking.into = plan->called();
    const auto held = measures_of(handed.reader, plan->id);
    for (const auto& rows : file.measures) take_measure(rows, *plan, held, handed, taking);
    return taking;
}

}  // namespace

returns::Kind figure_kind()
{
    return returns::kind_of({.id = "figure", .title = "Figures of a plan", .guidance = "What was counted, baselines and targets: one row for each value of a measure, with its day and where it is from. A value that its source doubts comes in beside the other, with the doubt.",
                             .format = "Kith figures of a plan", .is_one = is_figure_file, .read = read, .csv_template = figure_template, .page_words = "Plans and strategies", .page_href = "/strategy"});
}

}  // namespace kith::strategy
