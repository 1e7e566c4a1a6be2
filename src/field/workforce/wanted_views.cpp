#include "workforce/wanted_views.hpp"

#include "ui/choices.hpp"
#include "ui/fields.hpp"

namespace kith::workforce {
namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

template <class Things>
ui::Html place_select(const web::Form& form, std::string name, std::string label, const Things& things, std::string none)
{
    ui::Select select{.name = name, .items = {{.value = "", .text = std::move(none)}}, .value = form.as_given(name), .label = {.text = std::move(label)}, .error_message = error_of(form, name)};
    for (const auto& thing : things) select.items.push_back({.value = thing.code, .text = thing.name});
    return ui::select(select);
}

ui::Html organisation_select(const web::Form& form, const std::vector<partnership::Organisation>& organisations)
{
    ui::Select select{.name = "organisation", .value = form.as_given("organisation"), .label = {.text = "Organisation"}, .error_message = error_of(form, "organisation")};
    if (organisations.size() > 1) select.items.push_back({.value = "", .text = "Choose one"});
    for (const auto& one : organisations) select.items.push_back({.value = one.code, .text = one.name});
    return ui::select(select);
}

}  // namespace

ui::Html day_field(const web::Form& form, const std::string& name, const std::string& legend, const std::string& hint)
{
    ui::DateInput date{.id = name, .name_prefix = name, .hint = {.text = hint}, .error_message = error_of(form, name), .fieldset = {.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"-day", "-month", "-year"}) date.values[name + part] = form.as_given(name + part);
    return ui::date_input(date);
}

ui::Html code_select(const web::Form& form, std::string name, std::string label, const packs::CodeList& list, std::string none)
{
    ui::Select select{.name = name, .items = {{.value = "", .text = std::move(none)}}, .value = form.as_given(name), .label = {.text = std::move(label)}, .error_message = error_of(form, name)};
    for (const auto& code : list.codes()) select.items.push_back({.value = code.code, .text = code.label});
    return ui::select(select);
}

ui::Html reference_field(const web::Form& form, const std::string& name, const std::string& label, const std::string& hint)
{
    return ui::input({.name = name, .value = form.as_given(name), .label = {.text = label}, .hint = {.text = hint}, .error_message = error_of(form, name),
                      .classes = "govuk-input--width-20", .autocomplete = "off"});
}

ui::Html wanted_fields(const web::Form& form, const WantedChoices& choices, const std::string& fte_label)
{
    ui::Html fields;
    if (!choices.organisations.empty()) fields += organisation_select(form, choices.organisations);
    fields += code_select(form, "role", "Role", choices.packs.list("roles"), "Choose one");
    fields += ui::input({.name = "fte", .inputmode = "decimal", .value = form.as_given("fte"), .label = {.text = fte_label}, .hint = {.text = "1 is full time, 0.5 is half of it"},
                         .error_message = error_of(form, "fte"), .classes = "govuk-input--width-4"});
    fields += place_select(form, "setting", "Setting (optional)", choices.settings, "Not at one setting");
    fields += place_select(form, "locality", "Locality (optional)", choices.localities, "That of the setting");
    return fields + code_select(form, "contract", "Contract (optional)", choices.packs.list("contracts"), "Not known yet");
}

}  // namespace kith::workforce
