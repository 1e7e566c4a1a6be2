#include "strategy/plan_export.hpp"

#include "base/text.hpp"
#include "files/xlsx_writer.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <initializer_list>

namespace kith::strategy {
namespace {

namespace json = boost::json;

std::string day(const std::optional<Date>& date) { return date ? date->iso() : std::string{}; }
std::string step(const std::optional<Score>& score, std::int64_t Score::* which) { return score ? std::to_string((*score).*which) : std::string{}; }

/// Pounds as the importer reads them.
std::string pounds(const std::optional<Pence>& pence)
{
    if (!pence) return {};
    auto text = pence->pounds();
    std::erase(text, ',');
    return text.substr(std::string_view{"£"}.size());
}

/// Without commas: a number for files.
std::string plain(std::int64_t thousandths)
{
    auto text = in_words(thousandths);
    std::erase(text, ',');
    return text;
}

/// By which a row names a part: its code, else its title.
std::string name_of(const Part* part)
{
    if (part == nullptr) return {};
    return part->code.empty() ? part->title : part->code;
}

std::vector<std::string> lines_in(const std::string& text)
{
    std::vector<std::string> all;
    for (const auto line : split(text, '\n'))
        if (!trimmed(line).empty()) all.emplace_back(trimmed(line));
    return all;
}

std::string semicolons(const std::string& lines) { return joined(lines_in(lines), "; "); }

class Sheets {
public:
    void begin(std::string_view name, const std::vector<std::string>& columns)
    {
        constexpr double width = 24;
        book_.sheet(name).columns(0, columns.size() - 1, width, {.as_text = true}).freeze(1);
        for (const auto& column : columns) book_.text(column, {.heading = true, .wrapped = true});
        book_.end_row();
    }
    void row(const std::vector<std::string>& cells)
    {
        for (const auto& cell : cells) cell.empty() ? book_.blank({.as_text = true}) : book_.text(cell, {.wrapped = true, .as_text = true});
        book_.end_row();
    }
    std::string bytes() && { return std::move(book_).bytes(); }

private:
    files::XlsxWriter book_;
};

void write_plan(Sheets& sheets, const WholePlan& whole)
{
    sheets.begin("Plan", {"kind", "code", "theme", "title", "words", "objectives", "owner", "lead", "contributors", "starts", "due", "cost", "funding", "status"});
    const auto part_row = [&](std::string_view kind, const std::string& code, const std::string& theme, const std::string& title, const std::string& words, const std::string& starts = {}, const std::string& due = {}) {
        sheets.row({std::string{kind}, code, theme, title, words, "", "", "", "", starts, due, "", "", ""});
    };
    part_row("plan", "", "", whole.plan.name, whole.plan.vision, day(whole.plan.from), day(whole.plan.until));
    for (const auto& part : whole.parts) part_row(choice_of(part_kinds(), part.kind).name, part.code, name_of(part.under ? part_with(whole.parts, *part.under) : nullptr), part.title, part.words);
    for (const auto& action : whole.actions) {
        std::vector<std::string> served;
        for (const auto* part : whole.sight().served_by(action.id)) served.push_back(name_of(part));
        sheets.row({"action", action.code, name_of(action.theme ? part_with(whole.parts, *action.theme) : nullptr), action.title, action.words, joined(served, "; "), action.owner, action.lead, semicolons(action.contributors), day(action.starts_on), day(action.due_on),
                    pounds(action.cost), action.funding, action.told});
    }
}

void write_risks(Sheets& sheets, const WholePlan& whole, const PlanRisks& risks)
{
    sheets.begin("Risks", {"plan", "code", "title", "cause", "effect", "inherent_likelihood", "inherent_impact", "current_likelihood", "current_impact", "target_likelihood", "target_impact", "controls", "owner", "review"});
    for (const auto& risk : risks.risks) {
        std::vector<std::string> controls;
        if (const auto found = risks.controls.find(risk.id); found != risks.controls.end())
            for (const auto& control : found->second) controls.push_back(control.words);
        sheets.row({whole.plan.name, risk.code, risk.title, risk.cause, risk.effect, step(risk.inherent, &Score::likelihood), step(risk.inherent, &Score::impact), step(risk.current, &Score::likelihood), step(risk.current, &Score::impact), step(risk.target, &Score::likelihood),
                    step(risk.target, &Score::impact), joined(controls, "; "), risk.owner, day(risk.review_on)});
    }
}

void write_figures(Sheets& sheets, const WholePlan& whole)
{
    sheets.begin("Figures", {"plan", "measure", "unit", "better", "kind", "value", "qualifier", "on", "words", "flag"});
    for (const auto& measure : whole.measures.measures)
        for (const auto& point : whole.measures.points_of(measure.id))
            sheets.row({whole.plan.name, measure.name, measure.unit, std::string{choice_of(betters(), measure.better).name}, std::string{choice_of(point_kinds(), point.kind).name}, plain(point.thousandths), point.qualifier, day(point.on), point.words, point.doubt});
}

/// Who said something stays in the house: a file goes further than its reader knows.
void write_updates(Sheets& sheets, const WholePlan& whole)
{
    sheets.begin("Updates", {"action", "day", "update", "status said", "reason", "what shows it"});
    for (const auto& action : whole.actions)
        if (const auto found = whole.updates.find(action.id); found != whole.updates.end())
            for (const auto& update : found->second) sheets.row({action.called(), update.made_on.iso(), update.words, update.says ? std::string{choice_of(action_states(), *update.says).words} : std::string{}, update.reason, update.evidence});
}

/// What an action is tied to, each as words.
struct Ties {
    std::vector<std::string> serves, answers, shown_by, waits_for;
};
Ties ties_of(const WholePlan& whole, const Action& action)
{
    Ties ties;
    for (const auto* part : whole.sight().served_by(action.id)) ties.serves.push_back(part->called());
    for (const auto* one : whole.sight().shared_served_by(action.id)) ties.serves.push_back(one->part.called() + ", of " + one->plan.name);
    for (const auto* one : whole.sight().answered_by(action.id)) ties.answers.push_back(one->title);
    for (const auto& one : whole.measures.shown)
        for (const auto& measure : whole.measures.measures)
            if (one.action == action.id && one.measure == measure.id) ties.shown_by.push_back(measure.called());
    for (const auto& one : whole.waits)
        if (const auto* on = one.action == action.id ? whole.action_with(one.on) : nullptr) ties.waits_for.push_back(on->called());
    return ties;
}

json::value or_null(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }

json::array array_of(const std::vector<std::string>& texts)
{
    json::array array;
    for (const auto& text : texts) array.emplace_back(text);
    return array;
}

json::value score_json(const std::optional<Score>& score)
{
    if (!score) return nullptr;
    return json::object{{"likelihood", score->likelihood}, {"impact", score->impact}};
}

json::object action_json(const WholePlan& whole, const Action& action)
{
    const auto ties = ties_of(whole, action);
    json::array steps;
    if (const auto found = whole.milestones.find(action.id); found != whole.milestones.end())
        for (const auto& one : found->second) steps.push_back(json::object{{"title", one.title}, {"due", one.due_on.iso()}, {"reached", or_null(day(one.done_on))}});
    json::array said;
    if (const auto found = whole.updates.find(action.id); found != whole.updates.end())
        for (const auto& one : found->second)
            said.push_back(json::object{{"on", one.made_on.iso()}, {"words", one.words}, {"says", one.says ? json::value(choice_of(action_states(), *one.says).name) : json::value(nullptr)}, {"reason", or_null(one.reason)}, {"evidence", or_null(one.evidence)}});
    return {{"id", action.public_id.text()}, {"code", action.code}, {"title", action.title}, {"words", action.words}, {"theme", or_null(name_of(action.theme ? part_with(whole.parts, *action.theme) : nullptr))}, {"owner", or_null(action.owner)}, {"lead", or_null(action.lead)}, {"contributors", array_of(lines_in(action.contributors))},
            {"starts", or_null(day(action.starts_on))}, {"due", or_null(day(action.due_on))}, {"done", or_null(day(action.done_on))}, {"cost_pence", action.cost ? json::value(action.cost->value()) : json::value(nullptr)}, {"funding", or_null(action.funding)},
            {"told", or_null(action.told)}, {"milestones", std::move(steps)}, {"updates", std::move(said)}, {"serves", array_of(ties.serves)}, {"answers", array_of(ties.answers)}, {"shown_by", array_of(ties.shown_by)}, {"waits_for", array_of(ties.waits_for)}};
}

}  // namespace

std::string plan_xlsx(const WholePlan& whole, const PlanRisks& risks, const std::vector<ExportTable>& beside)
{
    Sheets sheets;
    write_plan(sheets, whole);
    write_risks(sheets, whole, risks);
    write_figures(sheets, whole);
    write_updates(sheets, whole);
    sheets.begin("Line of sight", {"action", "serves", "answers", "shown by", "waits for"});
    for (const auto& action : whole.actions) {
        const auto ties = ties_of(whole, action);
        sheets.row({action.called(), joined(ties.serves, "; "), joined(ties.answers, "; "), joined(ties.shown_by, "; "), joined(ties.waits_for, "; ")});
    }
    for (const auto& table : beside) {
        sheets.begin(table.name, table.columns);
        for (const auto& row : table.rows) sheets.row(row);
    }
    return std::move(sheets).bytes();
}

std::string plan_json(const WholePlan& whole, const PlanRisks& risks, const std::vector<ExportTable>& beside)
{
    json::object others;
    for (const auto& table : beside) {
        json::array rows;
        for (const auto& row : table.rows) {
            json::object one;
            for (std::size_t at = 0; at < table.columns.size() && at < row.size(); ++at) one[table.columns[at]] = or_null(row[at]);
            rows.push_back(std::move(one));
        }
        others[lower_ascii(table.name)] = std::move(rows);
    }
    json::array parts, actions, dangers, measures;
    for (const auto& part : whole.parts) parts.push_back(json::object{{"kind", choice_of(part_kinds(), part.kind).name}, {"code", part.code}, {"title", part.title}, {"words", part.words}, {"under", or_null(name_of(part.under ? part_with(whole.parts, *part.under) : nullptr))}});
    for (const auto& action : whole.actions) actions.push_back(action_json(whole, action));
    for (const auto& risk : risks.risks) {
        json::array against;
        if (const auto found = risks.controls.find(risk.id); found != risks.controls.end())
            for (const auto& one : found->second) against.push_back(json::object{{"words", one.words}, {"owner", or_null(one.owner)}, {"strength", choice_of(control_strengths(), one.strength).name}});
        dangers.push_back(json::object{{"code", risk.code}, {"title", risk.title}, {"cause", risk.cause}, {"effect", risk.effect}, {"owner", or_null(risk.owner)}, {"inherent", score_json(risk.inherent)}, {"current", score_json(risk.current)}, {"target", score_json(risk.target)},
                                       {"review", or_null(day(risk.review_on))}, {"controls", std::move(against)}});
    }
    for (const auto& measure : whole.measures.measures) {
        json::array values;
        for (const auto& point : whole.measures.points_of(measure.id))
            values.push_back(json::object{{"kind", choice_of(point_kinds(), point.kind).name}, {"on", or_null(day(point.on))}, {"value", plain(point.thousandths)}, {"qualifier", or_null(point.qualifier)}, {"words", or_null(point.words)}, {"doubt", or_null(point.doubt)}});
        measures.push_back(json::object{{"code", measure.code}, {"name", measure.name}, {"unit", measure.unit}, {"better", choice_of(betters(), measure.better).name}, {"values", std::move(values)}});
    }
    const auto& plan = whole.plan;
    return json::serialize(json::object{{"plan", json::object{{"id", plan.public_id.text()}, {"name", plan.name}, {"kind", choice_of(plan_kinds(), plan.kind).name}, {"state", choice_of(plan_states(), plan.state).name}, {"version", plan.version}, {"vision", plan.vision}, {"from", or_null(day(plan.from))}, {"until", or_null(day(plan.until))}}},
                                        {"parts", std::move(parts)}, {"actions", std::move(actions)}, {"risks", std::move(dangers)}, {"measures", std::move(measures)}, {"beside", std::move(others)}});
}

}  // namespace kith::strategy
