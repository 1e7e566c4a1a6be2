// The forms of the room: fields with the answers given and the words beside them.
#include "partnership/organisation_views.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"

namespace kith::partnership {

namespace {

ui::ErrorMessage error_of(const web::Form& form, std::string_view name)
{
    return {.text = form.error(name).value_or("")};
}

ui::Html text_field(const web::Form& form, std::string name, std::string label, std::string hint = {}, std::string classes = {})
{
    return ui::input({.name = name, .value = form.as_given(name), .label = {.text = std::move(label)}, .hint = {.text = std::move(hint)},
                      .error_message = error_of(form, name), .classes = std::move(classes)});
}

ui::Html list_field(const web::Form& form, std::string name, std::string label, const packs::CodeList& list)
{
    ui::Select select{.name = name, .items = {{.value = "", .text = "Choose one"}}, .value = form.text(name), .label = {.text = std::move(label)}, .error_message = error_of(form, name)};
    for (const auto& code : list.codes()) select.items.push_back({.value = code.code, .text = code.label});
    return ui::select(select);
}

ui::Html date_field(const web::Form& form, std::string name, std::string legend)
{
    ui::DateInput date{.id = name, .name_prefix = name, .hint = {.text = "For example, 27 3 2026"}, .error_message = error_of(form, name),
                       .fieldset = {.legend = {.text = std::move(legend), .classes = "govuk-fieldset__legend--s"}}};
    for (const auto* part : {"day", "month", "year"}) date.values[name + "-" + part] = form.as_given(name + "-" + part);
    return ui::date_input(date);
}

}  // namespace

ui::Html organisation_fields(const Sources& sources, const web::Form& form)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "A short name for use in files, such as little-acorns", "govuk-input--width-20");
    fields += list_field(form, "sector", "Sector", sources.packs->list("sectors"));
    fields += list_field(form, "kind", "Kind of organisation", sources.packs->list("organisation_kinds"));
    fields += ui::radios({.fieldset = {.legend = {.text = "Ownership", .classes = "govuk-fieldset__legend--s"}},
                          .error_message = error_of(form, "ownership"),
                          .name = "ownership",
                          .items = {{.text = "Public", .value = "public"}, {.text = "Private, voluntary or independent", .value = "pvi"}},
                          .value = form.text("ownership")});
    fields += text_field(form, "expected_headcount", "Number of staff you expect (optional)", "Coverage is measured against it", "govuk-input--width-5");
    fields += date_field(form, "opened_on", "Date opened (optional)");
    fields += date_field(form, "closed_on", "Last day, where it has closed (optional)");
    return fields + ui::button({.text = "Save organisation"});
}

ui::Html setting_fields(const Sources& sources, const web::Form& form, const std::vector<Locality>& localities)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "Unique within the organisation, such as main-site", "govuk-input--width-20");
    fields += list_field(form, "kind", "Kind of setting", sources.packs->list("setting_kinds"));
    ui::Select select{.name = "locality", .items = {{.value = "", .text = "Not known"}}, .value = form.text("locality"),
                      .label = {.text = "Locality"}, .error_message = error_of(form, "locality")};
    for (const auto& locality : localities) select.items.push_back({.value = locality.code, .text = locality.name});
    fields += ui::select(select);
    fields += text_field(form, "postcode", "Postcode (optional)", {}, "govuk-input--width-10");
    fields += date_field(form, "opened_on", "Date opened (optional)");
    fields += date_field(form, "closed_on", "Last day, where it has closed (optional)");
    return fields + ui::button({.text = "Save setting"});
}

ui::Html locality_fields(const web::Form& form)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "A short name for use in files, such as west", "govuk-input--width-10");
    return fields + ui::button({.text = "Save locality"});
}

}  // namespace kith::partnership
