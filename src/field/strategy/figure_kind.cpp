#include "strategy/figure_kind.hpp"

#include "db/change_set.hpp"
#include "returns/table_kind.hpp"
#include "strategy/figure_file.hpp"
#include "strategy/plan_register.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

/// What keeping the rows of one measure writes: itself where it is new, and the values that it does not have yet.
void take_measure(const FigureRows& rows, const Plan& plan, const PlanMeasures& held, returns::TableTaking& taking)
{
    const auto found = std::ranges::find(held.measures, rows.measure.name, &Measure::name);
    auto measure = found == held.measures.end() ? rows.measure : *found;
    measure.plan = plan.id;
    auto more = rows.points;
    if (found != held.measures.end()) {
        const auto& there = held.points_of(found->id);
        std::erase_if(more, [&](const Point& said) { return std::ranges::any_of(there, [&](const Point& one) { return is_same_value(one, said); }); });
        taking.unchanged += std::ssize(rows.points) - std::ssize(more);
        if (more.empty()) return;
    }
    auto write = [measure, more](db::ChangeSet& changes, Instant now) {
        const auto kept = measure.id.is_set() ? measure : measures().keep(changes, measure, now);
        for (auto point : more) {
            point.measure = kept.id;
            points().keep(changes, std::move(point), now);
        }
    };
    found == held.measures.end() ? taking.add(measure.name, std::move(write)) : taking.change(measure.name, std::move(write));
}

returns::TableTaking read(const returns::Handed& handed, const files::Table& table)
{
    const auto file = read_figures(handed.file.name, table, handed.today);
    returns::TableTaking taking{.refusal = {}, .findings = file.findings, .rows = file.rows, .can_take = file.can_take, .into = {}, .added = {}, .changed = {}, .unchanged = 0, .writes = {}};
    const auto plan = plan_meant(handed.reader, file.plan);
    if (!plan) {
        taking.refusal = plan.error().message;
        return taking;
    }
    taking.into = plan->name;
    const auto held = measures_of(handed.reader, plan->id);
    for (const auto& rows : file.measures) take_measure(rows, *plan, held, taking);
    return taking;
}

}  // namespace

returns::Kind figure_kind()
{
    return returns::kind_of({.id = "figure", .title = "Figures of a plan", .guidance = "What was counted, baselines and targets: one row for each value of a measure, with its day and where it is from. A value that its source doubts comes in beside the other, with the doubt.",
                             .format = "Kith figures of a plan", .is_one = is_figure_file, .read = read, .csv_template = figure_template, .page_words = "Plans and strategies", .page_href = "/strategy"});
}

}  // namespace kith::strategy
