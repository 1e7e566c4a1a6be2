#include "money/budget_pages.hpp"

#include "base/text.hpp"
#include "money/budget_register.hpp"
#include "strategy/plan_place_routes.hpp"
#include "strategy/plan_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

namespace kith::money {
namespace {

using access::Permission;

std::string path_of(const strategy::Plan& plan) { return plan.href() + "/money"; }

web::PageParts below_money(std::string title, const strategy::Plan& plan)
{
    auto parts = strategy::parts_below(std::move(title), plan);
    parts.breadcrumbs.push_back({"Money", path_of(plan)});
    return parts;
}

Result<web::ThingPlace<Fund>> place_of_funds(web::Visit& visit)
{
    const auto plan = strategy::open_plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    return web::ThingPlace<Fund>{.parts = below_money({}, *plan), .path = path_of(*plan) + "/funds", .fresh = {.plan = plan->id},
                                 .fields = {web::line("name", &Fund::name, {"Name", "Such as the name of a grant"}), web::line("code", &Fund::code, {"Code", "Leave empty where it has none", "govuk-input--width-10"}), web::choice("kind", &Fund::kind, fund_kinds(), {"Kind"}),
                                            web::line("giver", &Fund::giver, {"Who gives it"}), web::line("holder", &Fund::holder, {"Who holds it", "The organisation that has the contract or the account"}), web::several_lines("conditions", &Fund::conditions, {"Conditions"}),
                                            web::day("starts_on", &Fund::starts_on, {"Begins on", "Leave empty where it is not known"}, "The day it begins"), web::day("ends_on", &Fund::ends_on, {"Ends on", "Leave empty where it is not known"}, "The day it ends"),
                                            web::pounds("amount", &Fund::amount, {"Amount in pounds", "In all its years. Of help in kind: what it would cost"}), web::several_lines("words", &Fund::words, {"More about it"})},
                                 .is_here = [id = plan->id](const Fund& fund) { return fund.plan == id; }, .problems = [](db::Reader& reader, const Fund& fund) { return problems_of(fund, funds_of(reader, fund.plan)); },
                                 .still = strategy::still_open(*plan), .then = [path = path_of(*plan)](const Fund&) { return path; }, .then_taken = path_of(*plan), .take_away = [](db::ChangeSet& changes, const Fund& fund) { take_away(changes, fund); }};
}

/// A financial year as it is typed: "2026/27".
web::ThingField<BudgetLine> year_field()
{
    const std::string name = "year";
    return {name, "Year", [=](const web::Form& form) { return web::line_field(form, name, "Financial year", "Such as 2026/27", "govuk-input--width-10"); }, [=](const BudgetLine& line) { return web::Fields{{name, year_words(line.year)}}; },
            [=](web::Form& form, BudgetLine& line) {
                if (const auto year = year_in(form.text(name))) line.year = *year;
                else form.add({.field = name, .message = "Enter a financial year, such as 2026/27"});
            },
            [](BudgetLine& to, const BudgetLine& from) { to.year = from.year; }};
}

Result<web::ThingPlace<BudgetLine>> place_of_lines(web::Visit& visit)
{
    const auto plan = strategy::open_plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    std::vector<web::Option<FundId>> paying;
    for (const auto& fund : funds_of(visit.reader(), plan->id)) paying.push_back({fund.id, fund.public_id.text(), fund.called()});
    std::vector<web::Option<ActionId>> paid;
    for (const auto& action : strategy::actions().where(visit.reader(), "plan_id = $1", plan->id)) paid.push_back({action.id, action.public_id.text(), action.called()});
    return web::ThingPlace<BudgetLine>{.parts = below_money({}, *plan), .path = path_of(*plan) + "/lines", .fresh = {.plan = plan->id, .year = year_of(visit.today())},
                                       .fields = {web::line("heading", &BudgetLine::heading, {"Heading", "What the money is for"}), year_field(), web::one_of("fund", &BudgetLine::fund, paying, {"Which fund pays"}, "None yet"),
                                                  web::one_of("action", &BudgetLine::action, paid, {"For which action"}, "None"), web::pounds("planned", &BudgetLine::planned, {"Planned"}), web::pounds("committed", &BudgetLine::committed, {"Committed", "Ordered or agreed, and not paid yet"}),
                                                  web::pounds("spent", &BudgetLine::spent, {"Spent"}), web::pounds("forecast", &BudgetLine::forecast, {"Expected", "What the year will come to. Leave empty where it is as planned"}), web::several_lines("words", &BudgetLine::words, {"More about it"})},
                                       .is_here = [id = plan->id](const BudgetLine& line) { return line.plan == id; }, .problems = [](db::Reader&, const BudgetLine& line) { return problems_of(line); },
                                       .still = strategy::still_open(*plan), .then = [path = path_of(*plan)](const BudgetLine&) { return path; }, .then_taken = path_of(*plan)};
}

std::string pounds_or(const std::optional<Pence>& pence) { return pence ? pence->pounds() : std::string{"Not said"}; }

ui::Html lines_table(const strategy::Plan& plan, std::int64_t year, const Sums& sums, const std::vector<BudgetLine>& lines, const std::vector<Fund>& all, bool manages)
{
    ui::Table table{.head = {{.text = "Heading"}, {.text = "Paid by"}, {.text = "Planned", .format = "numeric"}, {.text = "Committed", .format = "numeric"}, {.text = "Spent", .format = "numeric"}, {.text = "Expected", .format = "numeric"}},
                    .caption = year_words(year), .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& line : lines) {
        if (line.year != year) continue;
        std::string paid_by = "Nobody yet";
        for (const auto& fund : all)
            if (line.fund == fund.id) paid_by = fund.called();
        auto heading = manages ? ui::link(line.heading, path_of(plan) + "/lines/" + line.public_id.text() + "/change") : ui::text(line.heading);
        if (!line.words.empty()) heading += ui::paragraph(line.words, "govuk-body-s govuk-!-margin-bottom-0");
        table.rows.push_back({{.text = heading}, {.text = paid_by}, {.text = pounds_or(line.planned), .format = "numeric"}, {.text = pounds_or(line.committed), .format = "numeric"}, {.text = pounds_or(line.spent), .format = "numeric"},
                              {.text = line.forecast ? line.forecast->pounds() : std::string{"As planned"}, .format = "numeric"}});
    }
    table.rows.push_back({{.text = "Together"}, {.text = ""}, {.text = sums.planned.pounds(), .format = "numeric"}, {.text = sums.committed.pounds(), .format = "numeric"}, {.text = sums.spent.pounds(), .format = "numeric"}, {.text = sums.forecast.pounds(), .format = "numeric"}});
    return ui::stacking_table(table);
}

ui::Html funds_table(const strategy::Plan& plan, const std::vector<Fund>& all, bool manages)
{
    ui::Table table{.head = {{.text = "Fund"}, {.text = "Kind"}, {.text = "From"}, {.text = "Held by"}, {.text = "Ends"}, {.text = "Amount", .format = "numeric"}}, .caption = "Where the money comes from", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& fund : all) {
        auto name = manages ? ui::link(fund.called(), path_of(plan) + "/funds/" + fund.public_id.text() + "/change") : ui::text(fund.called());
        if (!fund.conditions.empty()) name += ui::paragraph("Conditions: " + fund.conditions, "govuk-body-s govuk-!-margin-bottom-0");
        table.rows.push_back({{.text = name}, {.text = choice_of(fund_kinds(), fund.kind).words}, {.text = fund.giver}, {.text = fund.holder.empty() ? "Not said" : fund.holder}, {.text = fund.ends_on ? fund.ends_on->in_words() : std::string{"Not said"}},
                              {.text = pounds_or(fund.amount), .format = "numeric"}});
    }
    return table.rows.empty() ? ui::Html{} : ui::stacking_table(table);
}

web::Response show_money(web::Visit& visit)
{
    const auto plan = strategy::plan_in_path(visit);
    if (!plan) return visit.problem(plan.error());
    const bool manages = visit.may(Permission::manage_strategy) && plan->state != strategy::PlanState::closed;
    const auto all = funds_of(visit.reader(), plan->id);
    const auto lines = lines_of(visit.reader(), plan->id);
    auto content = ui::paragraph(in_words(sum_of(lines)), "govuk-body-l");
    if (const auto flags = flags_of(all, lines, strategy::actions().where(visit.reader(), "plan_id = $1", plan->id), visit.today()); !flags.empty()) {
        std::vector<ui::Content> items;
        for (const auto& flag : flags) items.emplace_back(flag.words);
        content += ui::heading(2, "What does not add up", "m") + ui::bullets(items);
    }
    if (manages)
        content += ui::not_in_print(ui::button_group({ui::button({.text = "Add a line", .href = path_of(*plan) + "/lines/new"}), ui::button({.text = "Add a fund", .href = path_of(*plan) + "/funds/new", .classes = "govuk-button--secondary"}),
                                                      ui::button({.text = "Take a budget in from a file", .href = "/returns/new", .classes = "govuk-button--secondary"})}));
    for (const auto& [year, sums] : by_year(lines)) content += lines_table(*plan, year, sums, lines, all, manages);
    content += funds_table(*plan, all, manages);
    auto parts = below_money("Money", *plan);
    parts.breadcrumbs.pop_back();
    parts.wide = true;
    return visit.page(parts, content);
}

}  // namespace

void add_budget_routes(web::Routes& routes)
{
    using enum Permission;
    const std::string path = "/strategy/{plan}/money";
    routes.get(path, see_strategy, show_money, {.on_worker = true});
    web::add_thing_routes<Fund>(routes, path + "/funds", manage_strategy, {funds(), "fund", "fund", "a fund", place_of_funds});
    web::add_thing_routes<BudgetLine>(routes, path + "/lines", manage_strategy, {budget_lines(), "line", "line of the budget", "a line to the budget", place_of_lines});
}

}  // namespace kith::money
