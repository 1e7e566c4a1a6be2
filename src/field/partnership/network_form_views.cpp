// The forms about links, numbers, teams, clusters, mergers and splits.
#include "partnership/field_views.hpp"
#include "partnership/network_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

namespace kith::partnership {

ui::Html named_link_fields(const Sources& sources, const Directory& directory, const web::Form& form, Date today)
{
    auto fields = list_field(form, "kind", "What they are to be rung about", sources.packs->list("named_link_kinds"));
    fields += contact_fields(form);
    fields += choice_field(form, "works_for", "Who they work for (optional)", directory.organisation_items(today), "Not known");
    fields += text_field(form, "reference", "Their staff reference there (optional)", "Only where they are on its staff return. Their record then leads here", "govuk-input--width-20");
    fields += span_fields(form, "First day (optional)", "Last day, where there is one (optional)");
    return fields + ui::button({.text = "Save"});
}

ui::Html team_fields(const Sources& sources, const Directory& directory, const web::Form& form, Date today)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "A short name for use in files, such as early-help-north", "govuk-input--width-20");
    fields += list_field(form, "kind", "Kind of team", sources.packs->list("team_kinds"));
    fields += choice_field(form, "led_by", "Led by", directory.organisation_items(today), "Nobody alone");
    fields += choice_field(form, "locality", "Locality", locality_items(directory.localities), "The whole area");
    fields += span_fields(form, "First day (optional)", "Last day, where it has ended (optional)");
    return fields + ui::button({.text = "Save team"});
}

ui::Html member_fields(const Directory& directory, const web::Form& form, Date today)
{
    auto fields = ui::radios({.fieldset = {.legend = {.text = "Member", .classes = "govuk-fieldset__legend--s"}},
                              .error_message = {.text = form.error("standing").value_or("")},
                              .name = "standing",
                              .items = {{.text = "Core", .value = "core", .hint = {.text = "The team is their base"}},
                                        {.text = "Virtual", .value = "virtual", .hint = {.text = "They join it from their own service's base"}}},
                              .value = form.text("standing")});
    fields += choice_field(form, "organisation", "Who employs them", directory.organisation_items(today), "Not known");
    fields += text_field(form, "reference", "Their staff reference there (optional)", "Where they are on its staff return. Otherwise give a name, or the job alone where the post is what counts",
                         "govuk-input--width-20");
    fields += contact_fields(form);
    fields += span_fields(form, "First day (optional)", "Last day, where there is one (optional)");
    return fields + ui::button({.text = "Save member"});
}

ui::Html cluster_fields(const Directory& directory, const web::Form& form)
{
    auto fields = text_field(form, "name", "Name");
    fields += text_field(form, "code", "Code", "A short name for use in files, such as north", "govuk-input--width-20");
    fields += choice_field(form, "locality", "Locality", locality_items(directory.localities), "In more than one");
    fields += span_fields(form, "First day (optional)", "Last day, where it has ended (optional)");
    return fields + ui::button({.text = "Save cluster"});
}

ui::Html cluster_setting_fields(const Directory& directory, const web::Form& form, Date today, bool may_choose)
{
    ui::Html fields;
    if (may_choose) fields += choice_field(form, "setting", "Setting", directory.setting_items(today), "Choose one");
    fields += span_fields(form, "First day (optional)", "Last day, where it has left (optional)");
    return fields + ui::button({.text = "Save"});
}

ui::Html number_fields(const Sources& sources, const std::vector<Setting>& settings, const web::Form& form)
{
    auto fields = list_field(form, "kind", "Kind of number", sources.packs->list("register_number_kinds"));
    fields += text_field(form, "number", "Number", "As the register has it", "govuk-input--width-20");
    std::vector<ui::SelectItem> items;
    for (const auto& setting : settings) items.push_back({.value = setting.public_id.text(), .text = setting.name});
    if (!items.empty()) fields += choice_field(form, "setting", "Which setting it is for", std::move(items), "The organisation as a whole");
    fields += span_fields(form, "First day (optional)", "Last day, where it no longer holds (optional)");
    return fields + ui::button({.text = "Save number"});
}

ui::Html parent_fields(const Directory& directory, const Organisation& organisation, const Organisation* parent, const web::Form& form, Date today)
{
    auto fields = ui::paragraph(parent == nullptr ? organisation.name + " belongs to no other organisation now."
                                                  : organisation.name + " belongs to " + parent->name + " now. Choosing another ends that on the day before.");
    fields += choice_field(form, "other", "Belongs to", directory.organisation_items(today), "No other organisation", "Its trust, chain or parent body");
    fields += date_field(form, "from", parent == nullptr ? "From (optional)" : "From");
    return fields + ui::button({.text = "Save parent"});
}

namespace {

ui::Html what_happens(const Organisation& organisation, bool is_merger)
{
    const std::string from_when = is_merger ? "the day of the merger" : "the day of the split";
    return ui::heading(2, "What happens", "m")
        + ui::bullets({is_merger ? organisation.name + " closes on the day before. Its page and history stay." : organisation.name + " goes on with what is left.",
                       "Settings that move close there on the day before and open with the other organisation on " + from_when
                           + ", with their locality, places, register numbers, clusters and named links.",
                       "Staff records stay with the organisation that handed them in. Ask it for a last return that ends their work, and the other for a first return that begins it: "
                       "nobody is then counted twice.",
                       "Figures for days before stay as they were. From " + from_when + " staff count where the returns say they work.",
                       "It can be undone from Changes made by hand, for as long as nothing later has changed the same things."});
}

std::vector<ui::Content> names_of(const std::vector<Setting>& settings)
{
    std::vector<ui::Content> names;
    for (const auto& setting : settings) names.emplace_back(setting.name);
    return names;
}

}  // namespace

ui::Html merger_fields(const Directory& directory, const Organisation& organisation, const std::vector<Setting>& settings, const web::Form& form, Date today)
{
    auto items = directory.organisation_items(today);
    std::erase_if(items, [&](const ui::SelectItem& item) { return item.value == organisation.public_id.text(); });
    auto fields = what_happens(organisation, true);
    if (!settings.empty()) fields += ui::heading(2, "Settings that move", "m") + ui::bullets(names_of(settings));
    fields += choice_field(form, "other", "Organisation that it merges into", std::move(items), "Choose one");
    fields += date_field(form, "day", "First day of the merger", "The first day on which the other organisation runs it. For example, 1 9 2026");
    return fields + ui::button({.text = "Record the merger"});
}

ui::Html split_fields(const Sources& sources, const Organisation& organisation, const std::vector<Setting>& settings, const web::Form& form)
{
    auto fields = what_happens(organisation, false);
    ui::Checkboxes boxes{.fieldset = {.legend = {.text = "Settings that go to the new organisation", .classes = "govuk-fieldset__legend--s"}},
                         .error_message = {.text = form.error("settings").value_or("")}, .name = "settings", .values = form.all("settings")};
    for (const auto& setting : settings) boxes.items.push_back({.text = setting.name, .value = setting.public_id.text()});
    fields += ui::checkboxes(boxes);
    fields += date_field(form, "day", "First day of the new organisation", "For example, 1 9 2026");
    fields += text_field(form, "name", "Name of the new organisation");
    fields += text_field(form, "code", "Its code", "A short name for use in files, such as little-acorns", "govuk-input--width-20");
    fields += list_field(form, "sector", "Sector", sources.packs->list("sectors"));
    fields += list_field(form, "kind", "Kind of organisation", sources.packs->list("organisation_kinds"));
    fields += ui::radios({.fieldset = {.legend = {.text = "Ownership", .classes = "govuk-fieldset__legend--s"}},
                          .error_message = {.text = form.error("ownership").value_or("")},
                          .name = "ownership",
                          .items = {{.text = "Public", .value = "public"}, {.text = "Private, voluntary or independent", .value = "pvi"}},
                          .value = form.text("ownership")});
    return fields + ui::button({.text = "Record the split"});
}

}  // namespace kith::partnership
