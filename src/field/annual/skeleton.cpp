#include "annual/skeleton.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::annual {
namespace {

using strategy::PartKind;

constexpr const char* nobody_wrote = "Nobody has written anything here yet.";

std::string one_decimal(const std::optional<double>& number) { return number ? fmt::format("{:.1f}", *number) : "No position"; }

std::string point_words(const strategy::Measure& measure, const strategy::Point* point)
{
    if (point == nullptr) return "None";
    return strategy::in_words(measure, *point) + (point->on ? ", " + point->on->in_words() : ", no day is given") + (point->doubt.empty() ? "" : " (does not agree: " + point->doubt + ")");
}

const strategy::Point* first_of(const std::vector<strategy::Point>& points, strategy::PointKind kind)
{
    const auto found = std::ranges::find(points, kind, &strategy::Point::kind);
    return found == points.end() ? nullptr : &*found;
}

class Skeleton {
public:
    Skeleton(const AnnualReport& report, const ReportFacts& facts) : report_(report), facts_(facts), whole_(facts.whole) {}

    void progress(ReportSection& section) const
    {
        const auto progress = strategy::progress_of(whole_, facts_.risks, facts_.reviews, report_.from, report_.as_of);
        if (whole_.actions.empty()) section.missing.emplace_back("the plan has no actions");
        ReportTable stands{.title = "How actions stand", .columns = {"Theme", "Actions"}, .rows = {}}, done{.title = "What moved", .columns = {"Theme", "What"}, .rows = {}}, late{.title = "What is late", .columns = {"Theme", "What"}, .rows = {}}, behind{.title = "Measures behind their line", .columns = {"Theme", "What"}, .rows = {}};
        for (const auto& theme : progress.themes) {
            stands.rows.push_back({theme.name, theme.states.empty() ? "No action is written down" : strategy::in_words(theme.states)});
            for (const auto& line : theme.moved)
                if (!line.is_said) done.rows.push_back({theme.name, line.words});
            for (const auto& line : theme.late) late.rows.push_back({theme.name, line.words});
            for (const auto& line : theme.behind) behind.rows.push_back({theme.name, line.words});
        }
        if (done.rows.empty()) section.missing.emplace_back("nothing was counted, reached or done in this period");
        keep(section, {stands, done, late, behind});
    }

    void outcomes(ReportSection& section) const
    {
        ReportTable table{.title = "What actions are for", .columns = {"Outcome, objective or priority", "Actions that serve it", "Done"}, .rows = {}};
        for (const auto kind : {PartKind::outcome, PartKind::objective, PartKind::priority})
            for (const auto* part : strategy::parts_of_kind(whole_.parts, kind)) {
                const auto serving = serving_below(*part);
                const auto done = std::ranges::count_if(serving, [&](const strategy::Action* one) { return strategy::shown_status(whole_.facts(*one, report_.as_of), report_.as_of).state == strategy::ActionState::done; });
                auto shared = std::ssize(whole_.sight().shared_serving(part->id));
                for (const auto* under : strategy::parts_of_kind(whole_.parts, PartKind::objective, part->id)) shared += std::ssize(whole_.sight().shared_serving(under->id));
                table.rows.push_back({part->called(), std::to_string(std::ssize(serving) + shared), std::to_string(done)});
            }
        if (table.rows.empty()) section.missing.emplace_back("the plan has no outcomes, objectives or priorities");
        else if (whole_.serves.empty() && whole_.shared_actions.empty()) section.missing.emplace_back("the plan does not say which action serves which of them");
        keep(section, {table});
    }

    void measures(ReportSection& section) const
    {
        ReportTable table{.title = "Measures", .columns = {"Measure", "Where it began", "Target", "Newest", "How it stands"}, .rows = {}}, all{.title = "Every value", .columns = {"Measure", "Which", "Value", "Where it is from"}, .rows = {}};
        for (const auto& measure : whole_.measures.measures) {
            const auto& points = whole_.measures.points_of(measure.id);
            const auto* newest = strategy::newest_actual(points);
            table.rows.push_back({measure.called(), point_words(measure, first_of(points, strategy::PointKind::baseline)), point_words(measure, first_of(points, strategy::PointKind::target)),
                                  point_words(measure, newest != nullptr ? newest : first_of(points, strategy::PointKind::actual)), strategy::in_words(measure, points)});
            for (const auto& point : points) all.rows.push_back({measure.called(), std::string{choice_of(strategy::point_kinds(), point.kind).words}, point_words(measure, &point), point.words});
        }
        if (table.rows.empty()) section.missing.emplace_back("the plan has no measures");
        keep(section, {table, all});
    }

    void assessment(ReportSection& section) const
    {
        if (facts_.arcs.empty()) {
            section.missing.emplace_back("no self-assessment has been closed");
            return;
        }
        section.says.push_back(facts_.assessment + (facts_.assessment_before.empty() ? "; it is the first, so that nothing stands beside it." : ", beside " + facts_.assessment_before + "."));
        section.arcs = facts_.arcs;
        ReportTable table{.title = "Assessment", .columns = {"Theme", "Last time", "Now"}, .rows = {}};
        for (const auto& arc : facts_.arcs) table.rows.push_back({arc.label, one_decimal(arc.before), one_decimal(arc.position)});
        keep(section, {table});
    }

    void workforce(ReportSection& section) const
    {
        ReportTable table{.title = "Workforce", .columns = {"Measure", report_.from.in_words(), report_.as_of.in_words(), "What it rests on"}, .rows = {}};
        for (const auto& one : facts_.workforce) table.rows.push_back({one.name, one.then.empty() ? "Not known" : one.then, one.now.empty() ? "Not known" : one.now, one.rests_on});
        if (table.rows.empty()) section.missing.emplace_back("no figure of the workforce can be shown to whoever made this report");
        keep(section, {table});
    }

    void risks(ReportSection& section) const
    {
        ReportTable table{.title = "Risks", .columns = {"Risk", "Now", "Wanted", "Owner"}, .rows = {}};
        for (const auto* risk : strategy::in_order(facts_.risks)) table.rows.push_back({risk->called(), strategy::in_words(risk->current), strategy::in_words(risk->target), risk->owner.empty() ? "Nobody yet" : risk->owner});
        if (table.rows.empty()) section.missing.emplace_back("no risk register is held for this plan");
        else section.says.push_back(strategy::in_words(facts_.risks, report_.as_of));
        keep(section, {table});
    }

    void money(ReportSection& section) const
    {
        ReportTable table{.title = "Money", .columns = {"Year", "Planned", "Spent", "Expected"}, .rows = {}};
        for (const auto& year : facts_.money) table.rows.push_back({year.year, year.planned, year.spent, year.expected});
        if (table.rows.empty()) section.missing.emplace_back("no budget is held for this plan");
        else section.says.push_back(facts_.money_in_short);
        section.says.insert(section.says.end(), facts_.money_flags.begin(), facts_.money_flags.end());
        keep(section, {table});
    }

    void decisions(ReportSection& section) const
    {
        ReportTable table{.title = "Decisions", .columns = {"Day", "Group", "What it was about", "What was decided"}, .rows = {}};
        for (const auto& one : facts_.decisions) table.rows.push_back({one.on.in_words(), one.group, one.item, one.decision});
        if (table.rows.empty()) section.says.emplace_back("No decision of a group that steers this plan was recorded in this period.");
        keep(section, {table});
    }

    void next(ReportSection& section) const
    {
        ReportTable table{.title = "What comes next", .columns = {"Which", "What"}, .rows = {}};
        for (const auto kind : {PartKind::priority, PartKind::step})
            for (const auto* part : strategy::parts_of_kind(whole_.parts, kind)) table.rows.push_back({std::string{choice_of(strategy::part_kinds(), kind).words}, part->called() + (part->words.empty() ? "" : ": " + part->words)});
        if (table.rows.empty()) section.missing.emplace_back("the plan has no priorities or next steps");
        keep(section, {table});
    }

    void source(ReportSection& section) const
    {
        for (const auto* part : strategy::parts_of_kind(whole_.parts, PartKind::missing)) section.missing.push_back(part->called() + (part->words.empty() ? "" : " (" + part->words + ")"));
        if (section.missing.empty()) section.says.emplace_back("Nothing that the plan names is missing.");
    }

private:
    /// Actions that serve it or an objective that leads to it, each once.
    std::vector<const strategy::Action*> serving_below(const strategy::Part& part) const
    {
        auto serving = whole_.sight().actions_serving(part.id);
        for (const auto* under : strategy::parts_of_kind(whole_.parts, PartKind::objective, part.id))
            for (const auto* action : whole_.sight().actions_serving(under->id))
                if (std::ranges::find(serving, action) == serving.end()) serving.push_back(action);
        return serving;
    }

    static void keep(ReportSection& section, std::vector<ReportTable> tables)
    {
        for (auto& table : tables)
            if (!table.rows.empty()) section.tables.push_back(std::move(table));
    }

    const AnnualReport& report_;
    const ReportFacts& facts_;
    const strategy::WholePlan& whole_;
};

}  // namespace

ReportDocument to_be_published(ReportDocument draft)
{
    for (auto& section : draft.sections) std::erase(section.missing, nobody_wrote);
    return draft;
}

ReportDocument document_of(const AnnualReport& report, const ReportFacts& facts, const std::vector<ReportWords>& words)
{
    ReportDocument document{.name = report.name, .plan = facts.whole.plan.name, .from = report.from, .as_of = report.as_of, .sections = {}};
    const Skeleton skeleton{report, facts};
    using Fill = void (Skeleton::*)(ReportSection&) const;
    constexpr Fill none = nullptr;
    constexpr std::array<Fill, 11> fills{none, &Skeleton::progress, &Skeleton::outcomes, &Skeleton::measures, &Skeleton::assessment, &Skeleton::workforce, &Skeleton::risks, &Skeleton::money, &Skeleton::decisions, &Skeleton::next, &Skeleton::source};
    for (std::size_t at = 0; at < sections().size(); ++at) {
        const auto& asked = sections()[at];
        auto& section = document.sections.emplace_back(ReportSection{.id = std::string{asked.id}, .title = std::string{asked.title}, .words = {}, .says = {}, .tables = {}, .missing = {}, .arcs = {}});
        if (const auto written = std::ranges::find(words, asked.id, &ReportWords::section); written != words.end()) section.words = written->words;
        if (const auto fill = fills.at(at); fill != none) (skeleton.*fill)(section);
        if (!asked.asks.empty() && trimmed(section.words).empty()) section.missing.emplace_back(nobody_wrote);
    }
    return document;
}

}  // namespace kith::annual
