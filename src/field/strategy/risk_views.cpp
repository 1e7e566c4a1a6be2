#include "strategy/risk_views.hpp"

#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

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
            row.push_back({.text = cell});
        }
        table.rows.push_back(std::move(row));
    }
    return ui::scrollable_table(table);
}

ui::Html risk_table(const Plan& plan, const std::vector<Risk>& risks, Date today)
{
    ui::Table table{.head = {{.text = "Risk"}, {.text = "Now"}, {.text = "Wanted"}, {.text = "Owner"}, {.text = "Looked at next"}}, .caption = "Risks, the highest first", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto* risk : in_order(risks))
        table.rows.push_back({{.text = ui::link(risk->called(), risk->href(plan))}, {.text = level_tag(risk->current) + (risk->current ? ui::text(" " + in_words(risk->current)) : ui::Html{})}, {.text = in_words(risk->target)},
                              {.text = risk->owner.empty() ? "Nobody yet" : risk->owner}, {.text = review_words(*risk, today)}});
    return ui::scrollable_table(table);
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

ui::Html score_fields(const web::Form& form, const std::string& name, const std::string& label)
{
    web::Choices likelihood{{"", "Not scored"}}, impact{{"", "Not scored"}};
    for (std::int64_t step = 1; step <= highest_step; ++step) {
        likelihood.emplace_back(std::to_string(step), std::to_string(step) + " " + std::string{likelihood_words(step)});
        impact.emplace_back(std::to_string(step), std::to_string(step) + " " + std::string{impact_words(step)});
    }
    return web::choice_field(form, name + "_likelihood", "Likelihood " + label, likelihood) + web::choice_field(form, name + "_impact", "Impact " + label, impact);
}

ui::Html risk_fields(const web::Form& form)
{
    return web::words_field(form, "title", "What may happen") + web::line_field(form, "code", "Code", "Such as R3. Leave empty where it has none", "govuk-input--width-10") + web::words_field(form, "cause", "Cause") + web::words_field(form, "effect", "Effect") +
           web::line_field(form, "owner", "Owner", "By role") + score_fields(form, "inherent", "before controls") + score_fields(form, "current", "now") + score_fields(form, "target", "as wanted") +
           web::day_field(form, "review_on", "When it is looked at next", "Leave empty where no day is set");
}

}  // namespace kith::strategy
