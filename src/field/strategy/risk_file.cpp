#include "strategy/risk_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "returns/table_reading.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

const std::vector<returns::ColumnNames>& column_names()
{
    static const std::vector<returns::ColumnNames> all{{"plan", {"strategy"}},
                                                       {"code", {"ref", "reference", "risk ref", "number", "no", "id"}},
                                                       {"title", {"risk", "risk event", "description", "risk description", "event"}},
                                                       {"cause", {"causes", "trigger"}},
                                                       {"effect", {"effects", "consequence", "consequences"}},
                                                       {"inherent_likelihood", {"inherent likelihood", "gross likelihood"}},
                                                       {"inherent_impact", {"inherent impact", "gross impact"}},
                                                       {"current_likelihood", {"current likelihood", "likelihood", "residual likelihood", "net likelihood"}},
                                                       {"current_impact", {"current impact", "impact", "residual impact", "net impact"}},
                                                       {"target_likelihood", {"target likelihood"}},
                                                       {"target_impact", {"target impact"}},
                                                       {"controls", {"control", "existing controls", "mitigation", "mitigations", "mitigating actions"}},
                                                       {"owner", {"risk owner", "who"}},
                                                       {"review", {"review date", "next review"}}};
    return all;
}

std::optional<Score> score(returns::TableReading& reading, const std::string& which)
{
    const auto likelihood = reading.number(which + "_likelihood", "S-RISK-2", highest_step), impact = reading.number(which + "_impact", "S-RISK-2", highest_step);
    if (likelihood.has_value() == impact.has_value()) return likelihood ? std::optional{Score{*likelihood, *impact}} : std::nullopt;
    if (reading.is_good()) reading.error(which + (likelihood ? "_impact" : "_likelihood"), "S-RISK-2", "Enter both likelihood and impact from 1 to 5, or neither");
    return std::nullopt;
}

void read_row(returns::TableReading& reading, RiskFile& file)
{
    if (file.plan.empty()) file.plan = reading.text("plan");
    else if (const auto other = reading.text("plan"); !other.empty() && other != file.plan) reading.error("plan", "S-RISK-8", "A file is of one plan, and its first row names another: hand this plan's rows in by themselves");
    RiskRow row{.risk = {.code = reading.text("code"), .title = reading.text("title"), .cause = reading.text("cause"), .effect = reading.text("effect"), .owner = reading.text("owner"), .inherent = score(reading, "inherent"), .current = score(reading, "current"),
                         .target = score(reading, "target"), .review_on = reading.day("review", "S-RISK-3")},
                .controls = {}};
    std::vector<Risk> others;
    for (const auto& other : file.risks) {
        others.push_back(other.risk);
        others.back().id = RiskId{1};  // another than this one, which has none
    }
    for (const auto& problem : problems_of(row.risk, others)) reading.error(problem.field, "S-RISK-1", problem.message);
    const auto all_controls = reading.text("controls");
    for (const auto words : split(all_controls, ';')) {
        Control control{.words = std::string{trimmed(words)}};
        if (control.words.empty()) continue;
        for (const auto& problem : problems_of(control)) reading.error("controls", "S-RISK-1", problem.message);
        row.controls.push_back(std::move(control));
    }
    const auto is_same = [&](const Risk& other) { return (row.risk.code.empty() || other.code.empty()) && other.title == row.risk.title; };
    if (std::ranges::any_of(others, is_same)) reading.error("title", "S-RISK-11", "Another row is about this risk already, and without a code nothing tells them apart. Give both a code, or leave one out");
    if (!reading.is_good()) return;
    if (row.risk.current && row.risk.target && row.risk.current->product() < row.risk.target->product()) reading.warn("target_likelihood", "S-RISK-9", "More is wanted than there is now: a wanted score is lower, or the same");
    if (row.risk.inherent && row.risk.current && row.risk.inherent->product() < row.risk.current->product()) reading.warn("inherent_likelihood", "S-RISK-10", "It is graver with its controls than without them: look at both scores again");
    if (row.risk.owner.empty()) reading.warn("owner", "S-RISK-4", "No owner: it comes in as it is, and the plan cannot be approved before it has one");
    if (!row.risk.current) reading.warn("current_likelihood", "S-RISK-5", "Not scored: it comes in as it is, and the plan cannot be approved before it is");
    if (!row.risk.review_on) reading.note("review", "S-RISK-6", "No day is given on which it is looked at again");
    if (row.controls.empty()) reading.note("controls", "S-RISK-7", "No control is given");
    file.risks.push_back(std::move(row));
}

}  // namespace

bool is_risk_file(const files::Table& table)
{
    const auto has = [&](std::size_t column) { return returns::place_of(table, column_names().at(column)).has_value(); };
    constexpr std::size_t title = 2, current_likelihood = 7, current_impact = 8, controls = 11;
    if (has(title) && has(current_likelihood) && has(current_impact)) return true;  // whatever else it has: registers hold actions and kinds of risk too
    if (table.column("kind") || table.column("action")) return false;
    return has(title) && (has(current_likelihood) || has(controls)) && (table.column("cause") || table.column("risk") || has(current_likelihood));
}

RiskFile read_risks(const std::string& file_name, const files::Table& table)
{
    RiskFile file;
    returns::TableReading reading{file_name, table, column_names()};
    returns::read_rows(reading, file, read_row);
    return file;
}

Risk merged(const Risk& held, const Risk& said)
{
    auto risk = held;
    const auto take = [&](std::string Risk::* member) {
        if (!(said.*member).empty()) risk.*member = said.*member;
    };
    for (const auto member : {&Risk::code, &Risk::title, &Risk::cause, &Risk::effect, &Risk::owner}) take(member);
    for (const auto member : {&Risk::inherent, &Risk::current, &Risk::target})
        if (said.*member) risk.*member = said.*member;
    if (said.review_on) risk.review_on = said.review_on;
    return risk;
}

std::string risk_template()
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"plan", "code", "title", "cause", "effect", "inherent_likelihood", "inherent_impact", "current_likelihood", "current_impact", "target_likelihood", "target_impact", "controls", "owner", "review"});
    csv.row(std::vector<std::string>{"Name of the plan", "R1", "What may happen", "From what", "To what effect", "4", "4", "3", "4", "2", "3", "What is done against it; something else", "Owner by role", "31/03/2027"});
    return std::move(csv).text();
}

}  // namespace kith::strategy
