#include "workforce/question_views.hpp"

#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/pieces.hpp"

#include <algorithm>
#include <set>

namespace kith::workforce {

namespace {

using tally::Column;

bool holds(const std::vector<std::string>& codes, std::string_view code)
{
    return std::ranges::find(codes, code) != codes.end();
}

std::string first_of(const std::vector<std::string>& codes)
{
    return codes.empty() ? std::string{} : codes.front();
}

ui::Html date_field(const QuestionPanel& panel)
{
    ui::DateInput date{.id = "on", .name_prefix = "on", .error_message = {.text = panel.form.error("on").value_or("")},
                       .fieldset = {.legend = {.text = "On the day", .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[std::string{"on-"} + part] = panel.form.as_given(std::string{"on-"} + part);
    return ui::date_input(date);
}

/// Boxes to tick; "not reported" among them only where it was asked for, by a link from a figure.
ui::Html boxes(std::string name, std::string legend, std::vector<ui::CheckboxItem> items, std::vector<std::string> values)
{
    if (holds(values, not_reported)) items.push_back({.text = "Not reported", .value = std::string{not_reported}});
    if (items.empty()) return {};
    return ui::checkboxes({.fieldset = {.legend = {.text = std::move(legend), .classes = "govuk-fieldset__legend--s"}}, .name = std::move(name),
                           .items = std::move(items), .values = std::move(values), .classes = "govuk-checkboxes--small"});
}

ui::Html role_field(const QuestionPanel& panel)
{
    ui::Select select{.name = "role", .items = {{.value = "", .text = "Every role"}}, .value = first_of(panel.question.roles), .label = {.text = "Role"}};
    const auto& dictionary = panel.table.dictionary(Column::role);
    std::set<std::pair<std::string, std::string>> roles;
    for (const auto& role : panel.names.packs.list("roles").codes()) {
        if (dictionary.find(role.code)) roles.emplace(role.label, role.code);
    }
    for (const auto& code : panel.question.roles) {
        if (panel.names.packs.list("roles").find(code) == nullptr) roles.emplace(code == not_reported ? "Not reported" : label_of(Column::role, code, panel.names), code);
    }
    for (const auto& [label, code] : roles) select.items.push_back({.value = code, .text = label});
    return ui::select(select);
}

ui::Html organisation_field(const QuestionPanel& panel)
{
    if (panel.names.organisations.size() < 2) return {};
    ui::Select select{.name = "organisation", .items = {{.value = "", .text = "Every organisation"}}, .value = first_of(panel.question.organisations), .label = {.text = "Organisation"}};
    for (const auto& organisation : panel.names.organisations) select.items.push_back({.value = organisation.code, .text = organisation.name});
    return ui::select(select);
}

ui::Html grouping_field(const QuestionPanel& panel)
{
    if (!panel.side_by_side) return {};
    ui::Select select{.name = "by", .items = {}, .label = {.text = "Side by side"}};
    for (const auto& grouping : groupings()) {
        select.items.push_back({.value = std::string{grouping.id}, .text = std::string{grouping.title}, .selected = grouping.column == panel.question.by});
    }
    return ui::select(select);
}

ui::Html fields_of(const QuestionPanel& panel)
{
    std::vector<ui::CheckboxItem> localities;
    for (const auto& locality : panel.names.localities) localities.push_back({.text = locality.name, .value = locality.code});
    std::vector<ui::CheckboxItem> sectors;
    for (const auto& sector : panel.names.packs.list("sectors").codes()) sectors.push_back({.text = sector.label, .value = sector.code});
    auto fields = date_field(panel) + grouping_field(panel);
    fields += boxes("locality", "Locality", std::move(localities), panel.question.localities);
    fields += boxes("sector", "Sector", std::move(sectors), panel.question.sectors);
    fields += role_field(panel) + organisation_field(panel);
    fields += boxes("breadth", "Core or wider workforce", {{.text = "Core", .value = "core"}, {.text = "Wider", .value = "wider"}}, panel.question.breadths);
    return fields;
}

std::vector<ui::ChosenFilter> chosen_of(const QuestionPanel& panel)
{
    const auto& question = panel.question;
    std::vector<ui::ChosenFilter> all;
    auto chosen = [&](std::string text, std::string_view name, std::string_view value) { all.push_back({.text = std::move(text), .remove_href = panel.address.without(name, value).text()}); };
    auto chosen_codes = [&](const std::vector<std::string>& codes, std::string title, std::string_view name, Column column) {
        for (const auto& code : codes) chosen(title + ": " + (code == not_reported ? "not reported" : label_of(column, code, panel.names)), name, code);
    };
    auto chosen_places = [&](const std::vector<std::string>& codes, std::string title, std::string_view name, const auto& places) {
        for (const auto& place : places) {
            if (holds(codes, place.code)) chosen(title + ": " + place.name, name, place.code);
        }
    };
    if (question.on != panel.today) all.push_back({.text = "On " + question.on.in_words(), .remove_href = panel.address.without("on-day").without("on-month").without("on-year").text()});
    chosen_places(question.localities, "Locality", "locality", panel.names.localities);
    if (holds(question.localities, not_reported)) chosen("Locality: not reported", "locality", not_reported);
    chosen_codes(question.sectors, "Sector", "sector", Column::sector);
    chosen_codes(question.roles, "Role", "role", Column::role);
    chosen_places(question.organisations, "Organisation", "organisation", panel.names.organisations);
    chosen_codes(question.breadths, "Core or wider", "breadth", Column::breadth);
    chosen_codes(question.contracts, "Contract", "contract", Column::contract);
    return all;
}

}  // namespace

web::Address address_of(std::string path, const HeadCountQuestion& question, Date today)
{
    web::Address address{std::move(path)};
    if (question.on != today) {
        address = address.with("on-day", std::to_string(question.on.day())).with("on-month", std::to_string(question.on.month())).with("on-year", std::to_string(question.on.year()));
    }
    if (question.by != tally::Column::sector) address = address.with("by", std::ranges::find(groupings(), question.by, &Grouping::column)->id);
    const std::pair<const char*, const std::vector<std::string>*> filters[] = {
        {"locality", &question.localities}, {"sector", &question.sectors}, {"role", &question.roles}, {"organisation", &question.organisations},
        {"breadth", &question.breadths},    {"contract", &question.contracts}};
    for (const auto& [name, codes] : filters) {
        for (const auto& code : *codes) address = address.with(name, code);
    }
    return address;
}

web::Address rows_address(const HeadCountQuestion& question, Date today)
{
    return address_of("/staff", question, today).without("by").with("who", "working");
}

ui::Html question_panel(const QuestionPanel& panel)
{
    auto hidden = panel.hidden;
    for (const auto& code : panel.question.contracts) hidden.emplace_back("contract", code);
    auto chosen = chosen_of(panel);
    chosen.insert(chosen.end(), panel.more_chosen.begin(), panel.more_chosen.end());
    return ui::filter_panel({.action = panel.address.path(), .fields = fields_of(panel) + panel.more, .chosen = std::move(chosen), .clear_href = panel.clear_href.empty() ? panel.address.path() : panel.clear_href, .hidden = std::move(hidden)});
}

}  // namespace kith::workforce
