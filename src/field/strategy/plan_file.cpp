#include "strategy/plan_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "returns/table_reading.hpp"
#include "strategy/risk_file.hpp"

#include <algorithm>
#include <array>

namespace kith::strategy {
namespace {

const std::vector<returns::ColumnNames>& column_names()
{
    static const std::vector<returns::ColumnNames> all{{"kind", {}},
                                        {"plan", {"strategy"}},
                                        {"code", {"ref", "reference", "number", "no"}},
                                        {"theme", {"work area", "workstream", "priority area"}},
                                        {"title", {"action", "what", "what will be done", "task", "activity"}},
                                        {"words", {"description", "detail", "notes", "comments"}},
                                        {"objectives", {"objective", "links to objectives"}},
                                        {"owner", {"who", "by whom", "responsible", "lead officer", "lead"}},
                                        {"lead", {"lead organisation", "lead agency"}},
                                        {"contributors", {"partners", "partner agencies", "contributing organisations"}},
                                        {"starts", {"start", "start date", "begins"}},
                                        {"due", {"by when", "deadline", "due date", "target date", "end date", "completion date"}},
                                        {"cost", {"budget"}},
                                        {"funding", {"funding source", "resources"}},
                                        {"status", {"progress", "rag"}}};
    return all;
}

class PlanReading {
public:
    PlanReading(const std::string& name, const files::Table& table) : name_(name), reading_(name, table, column_names())
    {
        // Without an owner's column of its own, "lead" is the owner; it is not the organisation as well. With one it is the organisation.
        if (!table.column("owner") && reading_.place("owner") == reading_.place("lead")) reading_.forget("lead");
    }

    PlanFile read()
    {
        for (std::size_t row = 0; row < reading_.rows(); ++row) {
            reading_.go_to(row);
            read_row();
        }
        check_references();
        file_.rows = static_cast<std::int64_t>(reading_.rows());
        file_.can_take = reading_.can_take();
        std::ranges::move(reading_.findings(), std::back_inserter(file_.findings));
        std::ranges::stable_sort(file_.findings, {}, &returns::Finding::line);
        return std::move(file_);
    }

private:
    std::string text(std::string_view column) const { return reading_.text(column); }
    void error(std::string_view column, std::string rule, std::string message) { reading_.error(column, std::move(rule), std::move(message)); }
    std::optional<Date> day(std::string_view column) { return reading_.day(column, "S-PLAN-4"); }

    void read_row()
    {
        const auto kind = reading_.has("kind") ? lower_ascii(text("kind")) : std::string{"action"};
        if (const auto named_plan = text("plan"); !named_plan.empty() && file_.plan.name.empty()) file_.plan.name = named_plan;
        if (kind == "plan") read_plan_row();
        else if (kind == "action") read_action();
        else if (const auto part = choice_named(part_kinds(), kind)) read_part(*part);
        else error("kind", "S-PLAN-1", "Enter what the row is: plan, principle, outcome, objective, theme, criterion, action, priority, enabler, step or missing");
    }

    void read_plan_row()
    {
        if (has_plan_row_) return error("kind", "S-PLAN-2", "A file holds one plan: leave one row of kind plan");
        has_plan_row_ = true;
        file_.plan.name = text("title");
        file_.plan.vision = text("words");
        file_.plan.from = day("starts");
        file_.plan.until = day("due");
        for (const auto& problem : problems_of(file_.plan)) error(problem.field == "name" ? "title" : "due", "S-PLAN-3", problem.message);
    }

    void read_part(PartKind kind)
    {
        Part part{.kind = kind, .code = text("code"), .title = text("title"), .words = text("words"), .place = std::ssize(file_.parts) + 1};
        std::vector<Part> others;
        for (const auto& row : file_.parts) others.push_back(row.part);
        for (const auto& problem : problems_of(part, others))
            if (problem.field != "under") error(problem.field, "S-PLAN-3", problem.message);
        if (kind == PartKind::criterion && text("theme").empty()) error("theme", "S-PLAN-5", "Enter the code of the theme of which it says what success looks like");
        if (reading_.is_good()) file_.parts.push_back({std::move(part), text("theme")});
        lines_.push_back(reading_.line());
        if (!reading_.is_good()) lines_.pop_back();
    }

    void read_action()
    {
        Action action{.code = text("code"), .title = text("title"), .words = text("words"), .owner = text("owner"), .lead = text("lead"), .contributors = joined_lines(text("contributors")), .starts_on = day("starts"),
                      .due_on = day("due"), .funding = text("funding"), .told = text("status"), .place = std::ssize(file_.actions) + 1};
        action.cost = reading_.pounds("cost", "S-PLAN-6");
        std::vector<Action> others;
        for (const auto& row : file_.actions) others.push_back(row.action);
        for (const auto& problem : problems_of(action, others)) error(problem.field == "due_on" ? "due" : problem.field, "S-PLAN-3", problem.message);
        if (!reading_.is_good()) return;
        if (action.owner.empty()) reading_.warn("owner", "S-PLAN-7", "No owner: it comes in as it is, and the plan cannot be approved before it has one");
        if (!action.due_on) reading_.warn("due", "S-PLAN-8", "No date: it comes in as it is, and the plan cannot be approved before it has one");
        if (!action.cost) reading_.note("cost", "S-PLAN-9", "No cost is given");
        std::vector<std::string> objectives;
        const auto codes = text("objectives");
        for (const auto code : split(codes, ';'))
            if (!trimmed(code).empty()) objectives.emplace_back(trimmed(code));
        file_.actions.push_back({std::move(action), text("theme"), std::move(objectives)});
        action_lines_.push_back(reading_.line());
    }

    static std::string joined_lines(const std::string& list)
    {
        std::vector<std::string> lines;
        for (const auto one : split(list, ';')) lines.emplace_back(trimmed(one));
        return joined(lines, "\n");
    }

    /// Objectives and themes that rows name by their codes; only a file with rows of several kinds says which there are.
    void check_references()
    {
        if (!reading_.has("kind")) return;
        const auto is_there = [&](std::string_view name, auto fits) { return std::ranges::any_of(file_.parts, [&](const PartRow& row) { return fits(row.part.kind) && (row.part.code == name || row.part.title == name); }); };
        const auto is_theme = [](PartKind kind) { return kind == PartKind::theme; };
        const auto is_served = [](PartKind kind) { return kind == PartKind::objective || kind == PartKind::outcome || kind == PartKind::priority || kind == PartKind::step; };
        const auto tell = [&](std::int64_t line, std::string_view column, std::string rule, std::string message) { file_.findings.push_back({name_, line, reading_.named(column), std::move(rule), returns::Severity::warning, std::move(message)}); };
        for (std::size_t at = 0; at < file_.actions.size(); ++at) {
            auto& row = file_.actions[at];
            if (!row.theme.empty() && !is_there(row.theme, is_theme)) tell(action_lines_[at], "theme", "S-PLAN-10", "The file has no theme of this code: a theme of this name is made of it");
            for (const auto& code : row.objectives)
                if (!is_there(code, is_served)) tell(action_lines_[at], "objectives", "S-PLAN-11", "The file has no objective of the code " + code + ": the link is left out");
        }
        for (std::size_t at = 0; at < file_.parts.size(); ++at)
            if (const auto& row = file_.parts[at]; row.part.kind == PartKind::objective && !row.under.empty() && !is_there(row.under, [](PartKind kind) { return kind == PartKind::outcome; }))
                tell(lines_[at], "theme", "S-PLAN-12", "The file has no outcome of this code: the objective stands for itself");
            else if (row.part.kind == PartKind::criterion && !is_there(row.under, is_theme)) tell(lines_[at], "theme", "S-PLAN-10", "The file has no theme of this code: a theme of this name is made of it");
    }

    const std::string& name_;
    returns::TableReading reading_;
    PlanFile file_;
    std::vector<std::int64_t> lines_, action_lines_;  ///< of the parts and actions that are taken
    bool has_plan_row_ = false;
};

}  // namespace

bool is_plan_file(const files::Table& table)
{
    if (is_risk_file(table)) return false;
    if (table.column("kind") && table.column("title") && table.column("objectives")) return true;
    const auto has = [&](std::string_view column) { return returns::place_of(table, *std::ranges::find(column_names(), column, &returns::ColumnNames::column)).has_value(); };
    return table.column("action") && !table.column("title") && (has("due") || has("owner"));
}

PlanFile read_plan(const std::string& file_name, const files::Table& table) { return PlanReading{file_name, table}.read(); }

std::string plan_template()
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"kind", "code", "theme", "title", "words", "objectives", "owner", "lead", "contributors", "starts", "due", "cost", "funding", "status"});
    const auto row = [&](std::string_view kind, std::string_view code, std::string_view theme, std::string_view title, std::string_view objectives = {}, std::string_view owner = {}, std::string_view due = {}) {
        csv.cell(kind).cell(code).cell(theme).cell(title).cell("").cell(objectives).cell(owner);
        for (int empty = 0; empty < 3; ++empty) csv.cell("");
        csv.cell(due).cell("").cell("").cell("").end_row();
    };
    row("plan", "", "", "Name of the plan");
    row("objective", "1.1", "", "An objective");
    row("theme", "T1", "", "A theme");
    row("criterion", "", "T1", "What success looks like");
    row("action", "T1.A1", "T1", "What is to be done", "1.1", "Owner by role", "31/03/2027");
    return std::move(csv).text();
}

}  // namespace kith::strategy
