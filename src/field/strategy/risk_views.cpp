#include "strategy/risk_views.hpp"

#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>
#include <array>

namespace kith::strategy {
namespace {

ui::Html level_tag(const std::optional<Score>& score)
{
    if (!score) return ui::tag({.text = "Not scored", .classes = "govuk-tag--grey"});
    static constexpr std::array<const char*, 3> colours{"govuk-tag--green", "govuk-tag--yellow", "govuk-tag--red"};
    const auto level = level_of(*score);
    return ui::tag({.text = words_of(level), .classes = colours.at(static_cast<std::size_t>(level))});
}

std::string review_words(const Risk& risk, Date today)
{
    if (!risk.review_on) return "No day is set";
    return risk.review_on->in_words() + (*risk.review_on <= today ? ", due" : "");
}

std::string step_words(std::int64_t step) { return step == 0 ? std::string{} : std::to_string(step); }

/// Fields NAME_likelihood and NAME_impact. Neither is chosen where it is not scored; a step of nought where only one is, which problems_of() tells.
web::ThingField<Risk> score(const std::string& name, std::optional<Score> Risk::* member, const std::string& label)
{
    const auto likelihood = name + "_likelihood", impact = name + "_impact";
    const auto shown = [=](const web::Form& form) {
        web::Choices steps{{"", "Not scored"}}, grave{{"", "Not scored"}};
        for (std::int64_t step = 1; step <= highest_step; ++step) {
            steps.emplace_back(std::to_string(step), std::to_string(step) + " " + std::string{likelihood_words(step)});
            grave.emplace_back(std::to_string(step), std::to_string(step) + " " + std::string{impact_words(step)});
        }
        return web::choice_field(form, likelihood, "Likelihood " + label, steps) + web::choice_field(form, impact, "Impact " + label, grave);
    };
    const auto read = [=](web::Form& form, Risk& risk) {
        const auto step = [&](const std::string& field) -> std::int64_t {
            const auto text = form.text(field);
            return text.size() == 1 && text.front() >= '1' && text.front() <= '5' ? text.front() - '0' : 0;
        };
        const Score given{step(likelihood), step(impact)};
        risk.*member = given == Score{} ? std::nullopt : std::optional{given};
    };
    const auto written = [=](const Risk& risk) {
        const auto held = (risk.*member).value_or(Score{});
        return web::Fields{{likelihood, step_words(held.likelihood)}, {impact, step_words(held.impact)}};
    };
    return {likelihood, "Score " + label, shown, written, read, [=](Risk& to, const Risk& from) { to.*member = from.*member; }};
}

web::ThingField<Risk> next_look() { return web::day("review_on", &Risk::review_on, {"When it is looked at next", "Leave empty where no day is set"}, "The day it is looked at next"); }

}  // namespace

ui::Html risk_matrix(const Plan& plan, const std::vector<Risk>& risks)
{
    const auto matrix = matrix_of(risks);
    ui::Table table{.head = {{.text = "Likelihood"}}, .caption = "Where risks stand now: likelihood against impact", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (std::int64_t impact = 1; impact <= highest_step; ++impact) table.head.push_back({.text = std::string{impact_words(impact)} + " (" + std::to_string(impact) + ")"});
    for (std::int64_t likelihood = highest_step; likelihood >= 1; --likelihood) {
        ui::TableRow row{{.text = std::string{likelihood_words(likelihood)} + " (" + std::to_string(likelihood) + ")"}};
        for (std::int64_t impact = 1; impact <= highest_step; ++impact) {
            const auto level = level_of({likelihood, impact});
            auto cell = ui::element("div", {}, std::string{words_of(level)});
            for (const auto* risk : matrix[static_cast<std::size_t>(likelihood - 1)][static_cast<std::size_t>(impact - 1)])
                cell += ui::element("div", {}, ui::strong(ui::link(risk->code.empty() ? risk->title : ui::Content{ui::text(risk->code) + ui::visually_hidden(" " + risk->title)}, risk->href(plan))));
            static constexpr std::array<const char*, 3> grounds{"kith-risk kith-risk--low", "kith-risk kith-risk--medium", "kith-risk kith-risk--high"};
            row.push_back({.text = cell, .classes = grounds.at(static_cast<std::size_t>(level))});
        }
        table.rows.push_back(std::move(row));
    }
    return ui::scrollable_table(table);
}

ui::Html risk_table(const Plan& plan, const std::vector<Risk>& risks, const std::vector<Escalation>& higher, Date today)
{
    const auto with_whom = [&](const Risk& risk) {
        const auto found = std::ranges::find(higher, risk.id, &Escalation::risk);
        return found == higher.end() ? ui::Html{} : ui::paragraph("With " + found->to_whom + " since " + found->made_on.in_words(), "govuk-body-s govuk-!-margin-bottom-0");
    };
    ui::Table table{.head = {{.text = "Risk"}, {.text = "Now"}, {.text = "Wanted"}, {.text = "Owner"}, {.text = "Looked at next"}}, .caption = "Risks, the highest first", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto* risk : in_order(risks))
        table.rows.push_back({{.text = ui::link(risk->called(), risk->href(plan))}, {.text = level_tag(risk->current) + (risk->current ? ui::text(" " + in_words(risk->current)) : ui::Html{})}, {.text = in_words(risk->target)},
                              {.text = ui::text(risk->owner.empty() ? "Nobody yet" : risk->owner) + with_whom(*risk)}, {.text = review_words(*risk, today)}});
    return ui::stacking_table(table);
}

ui::Html risk_summary(const Risk& risk, Date today)
{
    ui::SummaryList list;
    const auto add = [&](const char* key, ui::Content value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("Cause", web::as_lines(risk.cause));
    add("Effect", web::as_lines(risk.effect));
    add("Before controls", in_words(risk.inherent));
    add("Now", level_tag(risk.current) + ui::text(" " + (risk.current ? in_words(risk.current) : std::string{})));
    add("Wanted", in_words(risk.target));
    add("Owner", risk.owner.empty() ? std::string{"Nobody yet"} : risk.owner);
    add("Looked at next", review_words(risk, today));
    return ui::summary_list(list);
}

web::ThingFields<Risk> risk_fields()
{
    return {web::several_lines("title", &Risk::title, {"What may happen"}), web::line("code", &Risk::code, {"Code", "Such as R3. Leave empty where it has none", "govuk-input--width-10"}), web::several_lines("cause", &Risk::cause, {"Cause"}),
            web::several_lines("effect", &Risk::effect, {"Effect"}), web::line("owner", &Risk::owner, {"Owner", "By role. Needed before the plan can be approved"}), score("inherent", &Risk::inherent, "before controls"),
            score("current", &Risk::current, "now"), score("target", &Risk::target, "as wanted"), next_look()};
}

web::ThingFields<Risk> review_fields() { return {score("current", &Risk::current, "now"), next_look()}; }

}  // namespace kith::strategy
