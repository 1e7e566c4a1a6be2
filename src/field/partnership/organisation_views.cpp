#include "partnership/organisation_views.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/navigation.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

std::string name_of(const std::vector<Locality>& localities, LocalityId id)
{
    auto found = std::ranges::find(localities, id, &Locality::id);
    return found == localities.end() ? std::string{} : found->name;
}

std::string handed_in(const std::optional<Recorded>& recorded)
{
    if (!recorded || recorded->records == 0) return "Not yet";
    return recorded->last_at ? recorded->last_at->date_in_london().in_short() : "Yes";
}

std::string recorded_of_expected(const std::optional<Recorded>& recorded, const std::optional<std::int64_t>& expected)
{
    auto in_post = with_commas(recorded ? recorded->in_post : 0);
    return expected ? in_post + " of " + with_commas(*expected) : in_post;
}

std::optional<Recorded> recorded_by(const std::unordered_map<OrganisationId, Recorded>& recorded, OrganisationId id)
{
    auto found = recorded.find(id);
    return found == recorded.end() ? std::nullopt : std::optional{found->second};
}

ui::Html list_table(const OrganisationListView& view)
{
    ui::Table table{.head = {{.text = "Organisation"}, {.text = "Sector"}, {.text = "Ownership"}, {.text = "Staff last handed in"}, {.text = "Staff recorded", .format = "numeric"}},
                    .caption = "Organisations",
                    .caption_classes = "govuk-visually-hidden"};
    for (const auto& organisation : view.page.organisations) {
        auto recorded = recorded_by(view.recorded, organisation.id);
        auto counts = view.may_count(organisation.id) ? recorded_of_expected(recorded, organisation.expected_headcount) : std::string{"Not shown to you"};
        table.rows.push_back({{.text = ui::link(organisation.name, path_of(organisation))},
                              {.text = label_of(view.sources, "sectors", organisation.sector)},
                              {.text = std::string{words_for(organisation.ownership)}},
                              {.text = handed_in(recorded)},
                              {.text = counts, .format = "numeric"}});
    }
    return ui::scrollable_table(table);
}

ui::Html sector_boxes(const Sources& sources, const OrganisationFilter& filter)
{
    ui::Checkboxes boxes{.fieldset = {.legend = {.text = "Sector", .classes = "govuk-fieldset__legend--s"}}, .name = "sector", .values = filter.sectors, .classes = "govuk-checkboxes--small"};
    for (const auto& code : sources.packs->list("sectors").codes()) boxes.items.push_back({.text = code.label, .value = code.code});
    return ui::checkboxes(boxes);
}

ui::Html locality_boxes(const std::vector<Locality>& localities, const OrganisationFilter& filter)
{
    ui::Checkboxes boxes{.fieldset = {.legend = {.text = "Locality", .classes = "govuk-fieldset__legend--s"}}, .name = "locality", .classes = "govuk-checkboxes--small"};
    for (const auto& locality : localities) {
        boxes.items.push_back({.text = locality.name, .value = locality.code});
        if (std::ranges::find(filter.localities, locality.id) != filter.localities.end()) boxes.values.push_back(locality.code);
    }
    return ui::checkboxes(boxes);
}

ui::Html ownership_boxes(const OrganisationFilter& filter)
{
    return ui::checkboxes({.fieldset = {.legend = {.text = "Ownership", .classes = "govuk-fieldset__legend--s"}},
                           .name = "ownership",
                           .items = {{.text = "Public", .value = "public"}, {.text = "Private, voluntary or independent", .value = "pvi"}},
                           .values = filter.ownerships,
                           .classes = "govuk-checkboxes--small"});
}

ui::Html filter_form(const OrganisationListView& view)
{
    const auto& filter = view.filter;
    auto fields = ui::input({.name = "search", .value = filter.search, .label = {.text = "Part of a name, or a code"}});
    fields += sector_boxes(view.sources, filter);
    if (!view.localities.empty()) fields += locality_boxes(view.localities, filter);
    fields += ownership_boxes(filter);
    ui::FilterPanel panel{.action = view.address.path(), .fields = std::move(fields), .clear_href = view.address.path()};
    auto chosen = [&](std::string text, std::string_view name, std::string_view value) {
        panel.chosen.push_back({.text = std::move(text), .remove_href = view.address.without(name, value).text()});
    };
    if (!filter.search.empty()) chosen("Name: " + filter.search, "search", filter.search);
    for (const auto& code : filter.sectors) chosen("Sector: " + label_of(view.sources, "sectors", code), "sector", code);
    for (const auto& locality : view.localities) {
        if (std::ranges::find(filter.localities, locality.id) != filter.localities.end()) chosen("Locality: " + locality.name, "locality", locality.code);
    }
    for (const auto& code : filter.ownerships) chosen("Ownership: " + std::string{words_for(parse_ownership(code).value_or(Ownership::pvi))}, "ownership", code);
    return ui::filter_panel(panel);
}

ui::Html list_sentence(const OrganisationListView& view)
{
    const auto total = view.page.total;
    auto handed = std::ranges::count_if(view.recorded, [](const auto& one) { return one.second.records > 0; });
    auto words = counted(total, "organisation", "organisations") + (view.filter.is_empty() ? " in your reach." : total == 1 ? " matches your filters." : " match your filters.");
    if (view.filter.is_empty() && handed > 0 && view.may_manage) words += " " + with_commas(handed) + (handed == 1 ? " has" : " have") + " handed in their staff.";
    return ui::paragraph(words, "govuk-body-l");
}

std::string date_words(const std::optional<Date>& date)
{
    return date ? date->in_words() : "Not known";
}

ui::SummaryRow fact(std::string key, ui::Content value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

ui::Html organisation_facts(const OrganisationView& view)
{
    const auto& organisation = view.organisation;
    ui::SummaryList list;
    list.rows = {fact("Code", organisation.code),
                 fact("Sector", label_of(view.sources, "sectors", organisation.sector)),
                 fact("Kind", label_of(view.sources, "organisation_kinds", organisation.kind)),
                 fact("Ownership", std::string{words_for(organisation.ownership)}),
                 fact("Expected staff", organisation.expected_headcount ? with_commas(*organisation.expected_headcount) : "Not known"),
                 fact("Opened", date_words(organisation.opened_on))};
    if (organisation.closed_on) list.rows.push_back(fact("Closed", organisation.closed_on->in_words()));
    list.rows.push_back(fact("Staff last handed in", handed_in(view.recorded)));
    if (view.may_count) list.rows.push_back(fact("Staff recorded", recorded_of_expected(view.recorded, organisation.expected_headcount)));
    if (view.last_return) list.rows.push_back(fact("Last return", ui::link(view.last_return->words, view.last_return->href)));
    return ui::summary_list(list);
}

ui::Html settings_part(const OrganisationView& view)
{
    auto part = ui::heading(2, "Settings", "m");
    if (view.settings.empty()) {
        part += ui::empty_state({.text = "No settings are recorded for this organisation.",
                                 .link_text = view.may_manage ? "Add a setting" : "",
                                 .href = view.may_manage ? path_of(view.organisation) + "/settings/new" : ""});
        return part;
    }
    ui::Table table{.head = {{.text = "Setting"}, {.text = "Kind"}, {.text = "Locality"}, {.text = "Postcode"}},
                    .caption = "Settings", .caption_classes = "govuk-visually-hidden"};
    if (view.may_manage) table.head.push_back({.text = ui::visually_hidden("Action")});
    for (const auto& setting : view.settings) {
        ui::TableRow row{{.text = setting.name},
                         {.text = label_of(view.sources, "setting_kinds", setting.kind)},
                         {.text = setting.locality ? name_of(view.localities, *setting.locality) : "Not known"},
                         {.text = setting.postcode}};
        if (view.may_manage) row.push_back({.text = ui::link_about("Change", setting.name, path_of(setting) + "/edit")});
        table.rows.push_back(std::move(row));
    }
    part += ui::scrollable_table(table);
    if (view.may_manage) part += ui::not_in_print(ui::paragraph(ui::link("Add a setting", path_of(view.organisation) + "/settings/new")));
    return part;
}

std::string opening_sentence(const OrganisationView& view)
{
    const auto& organisation = view.organisation;
    if (view.staff) {
        return with_commas(view.staff->people) + (view.staff->people == 1 ? " person works" : " staff work") + " for " + organisation.name + " today, "
            + view.staff->fte.fixed() + " full-time equivalent.";
    }
    if (!view.recorded || view.recorded->records == 0) return organisation.name + " has not handed in its staff yet.";
    return organisation.name + " last handed in its staff on " + view.recorded->last_at->date_in_london().in_words() + ".";
}

}  // namespace

std::string path_of(const Organisation& organisation)
{
    return "/organisations/" + organisation.public_id.text();
}

std::string path_of(const Locality& locality)
{
    return "/localities/" + locality.public_id.text();
}

std::string path_of(const Setting& setting)
{
    return "/settings/" + setting.public_id.text();
}

std::string label_of(const Sources& sources, std::string_view list, std::string_view code)
{
    if (const auto* found = sources.packs->list(list).find(code)) return found->label;
    return std::string{code};
}

ui::Html organisation_list(const OrganisationListView& view)
{
    if (!view.any_at_all) {
        return ui::empty_state({.text = "No organisations yet. They come in as a file, or can be added one by one.",
                                .link_text = view.may_manage ? "Add an organisation" : "",
                                .href = view.may_manage ? "/organisations/new" : ""});
    }
    auto content = list_sentence(view);
    if (view.may_manage) content += ui::not_in_print(ui::button({.text = "Add an organisation", .href = "/organisations/new", .classes = "govuk-button--secondary"}));
    auto results = view.page.organisations.empty()
        ? ui::empty_state({.text = "No organisation matches these filters. Take one off, or search for less of the name."})
        : list_table(view) + ui::pagination_of(view.page.page, view.page.pages, view.address.open_for("page"));
    return content + ui::columns({{"one-third", filter_form(view)}, {"two-thirds", std::move(results)}});
}

ui::Html organisation_page(const OrganisationView& view)
{
    auto content = ui::paragraph(opening_sentence(view), "govuk-body-l");
    if (view.staff) content += ui::paragraph(ui::link("See who works here", view.staff->href));
    content += organisation_facts(view);
    if (view.may_manage) content += ui::not_in_print(ui::button({.text = "Change these details", .href = path_of(view.organisation) + "/edit", .classes = "govuk-button--secondary"}));
    return content + settings_part(view);
}

ui::Html locality_list(const std::vector<LocalityLine>& localities, bool may_manage)
{
    if (localities.empty()) {
        return ui::empty_state({.text = "No localities yet. They come in with the settings that lie in them, or can be added one by one.",
                                .link_text = may_manage ? "Add a locality" : "", .href = may_manage ? "/localities/new" : ""});
    }
    ui::Table table{.head = {{.text = "Locality"}, {.text = "Organisations", .format = "numeric"}}, .caption = "Localities", .caption_classes = "govuk-visually-hidden"};
    for (const auto& line : localities) {
        table.rows.push_back({{.text = ui::link(line.locality.name, path_of(line.locality))}, {.text = with_commas(line.organisations), .format = "numeric"}});
    }
    auto content = ui::table(table);
    if (may_manage) content += ui::not_in_print(ui::button({.text = "Add a locality", .href = "/localities/new", .classes = "govuk-button--secondary"}));
    return content;
}

ui::Html locality_page(const Sources& sources, const Locality& locality, const std::vector<Organisation>& organisations, bool may_manage)
{
    auto content = ui::paragraph(counted(static_cast<std::int64_t>(organisations.size()), "organisation works", "organisations work") + " in " + locality.name + ".", "govuk-body-l");
    if (organisations.empty()) {
        content = ui::empty_state({.text = "No organisation has a setting in this locality yet."});
    } else {
        ui::Table table{.head = {{.text = "Organisation"}, {.text = "Sector"}, {.text = "Kind"}}, .caption = "Organisations in this locality", .caption_classes = "govuk-visually-hidden"};
        for (const auto& organisation : organisations) {
            table.rows.push_back({{.text = ui::link(organisation.name, path_of(organisation))},
                                  {.text = label_of(sources, "sectors", organisation.sector)},
                                  {.text = label_of(sources, "organisation_kinds", organisation.kind)}});
        }
        content += ui::scrollable_table(table);
    }
    if (may_manage) content += ui::not_in_print(ui::button({.text = "Change this locality", .href = path_of(locality) + "/edit", .classes = "govuk-button--secondary"}));
    return content;
}

}  // namespace kith::partnership
