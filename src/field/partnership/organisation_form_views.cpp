// The forms of the room: fields with the answers given and the words beside them.
#include "partnership/field_views.hpp"
#include "partnership/organisation_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

namespace kith::partnership {

std::vector<ui::SelectItem> locality_items(const std::vector<Locality>& localities)
{
    std::vector<ui::SelectItem> items;
    for (const auto& locality : localities) items.push_back({.value = locality.code, .text = locality.name});
    return items;
}

ui::Html organisation_fields(const Sources& sources, const web::Form& form)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "A short name for use in files, such as little-acorns", "govuk-input--width-20");
    fields += list_field(form, "sector", "Sector", sources.packs->list("sectors"));
    fields += list_field(form, "kind", "Kind of organisation", sources.packs->list("organisation_kinds"));
    fields += ui::radios({.fieldset = {.legend = {.text = "Ownership", .classes = "govuk-fieldset__legend--s"}},
                          .error_message = {.text = form.error("ownership").value_or("")},
                          .name = "ownership",
                          .items = {{.text = "Public", .value = "public"}, {.text = "Private, voluntary or independent", .value = "pvi"}},
                          .value = form.text("ownership")});
    fields += text_field(form, "expected_headcount", "Number of staff you expect (optional)", "Coverage is measured against it", "govuk-input--width-5");
    fields += list_field(form, "returns_every", "How often it hands in its staff", sources.packs->list("return_frequencies"), "As is usual for its kind");
    fields += ui::heading(2, "Whom to ring", "m") + ui::paragraph("Someone at work whom partners may ring. Everyone with an account can see this.");
    fields += contact_fields(form);
    fields += date_field(form, "opened_on", "Date opened (optional)");
    fields += date_field(form, "closed_on", "Last day, where it has closed (optional)");
    return fields + ui::button({.text = "Save organisation"});
}

ui::Html setting_fields(const Sources& sources, const web::Form& form, const std::vector<Locality>& localities)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "Unique within the organisation, such as main-site", "govuk-input--width-20");
    fields += list_field(form, "kind", "Kind of setting", sources.packs->list("setting_kinds"));
    fields += choice_field(form, "locality", "Locality", locality_items(localities), "Not known");
    fields += text_field(form, "postcode", "Postcode (optional)", {}, "govuk-input--width-10");
    fields += list_field(form, "tier", "Tier of service", sources.packs->list("tiers"), "Not known");
    fields += text_field(form, "places", "Places (optional)", "Children or young people it has room for at a time", "govuk-input--width-5");
    fields += list_field(form, "deprivation_band", "Deprivation band", sources.packs->list("deprivation_bands"), "Not known", "Of the neighbourhood, by the English Indices of Deprivation");
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
