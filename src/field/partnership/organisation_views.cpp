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

/// The room's other lists, one touch away.
ui::Html other_lists(bool may_manage)
{
    std::vector<ui::Html> links{ui::link("Localities", "/localities"), ui::link("Clusters", "/clusters"), ui::link("Teams", "/teams"), ui::link("Who to ring", "/who-to-ring")};
    if (may_manage) links.push_back(ui::link("Changes made by hand", "/organisations/changes"));
    return ui::not_in_print(ui::button_group(links));
}

ui::Html list_sentence(const OrganisationListView& view)
{
    const auto total = view.page.total;
    auto handed = std::ranges::count_if(view.recorded, [](const auto& one) { return one.second.records > 0; });
    auto words = counted(total, "organisation", "organisations") + (view.filter.is_empty() ? " in your reach." : total == 1 ? " matches your filters." : " match your filters.");
    if (view.filter.is_empty() && handed > 0 && view.may_manage) words += " " + with_commas(handed) + (handed == 1 ? " has" : " have") + " handed in their staff.";
    return ui::paragraph(words, "govuk-body-l");
}

}  // namespace

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
        return other_lists(view.may_manage) + ui::empty_state({.text = "No organisations yet. They come in as a file, or can be added one by one.",
                                .link_text = view.may_manage ? "Add an organisation" : "",
                                .href = view.may_manage ? "/organisations/new" : ""});
    }
    auto content = list_sentence(view) + other_lists(view.may_manage);
    if (view.may_manage) content += ui::not_in_print(ui::button({.text = "Add an organisation", .href = "/organisations/new", .classes = "govuk-button--secondary"}));
    auto results = view.page.organisations.empty()
        ? ui::empty_state({.text = "No organisation matches these filters. Take one off, or search for less of the name."})
        : list_table(view) + ui::pagination_of(view.page.page, view.page.pages, view.address.open_for("page"));
    return content + ui::columns({{"one-third", filter_form(view)}, {"two-thirds", std::move(results)}});
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
    const auto add = may_manage ? ui::not_in_print(ui::button({.text = "Add a locality", .href = "/localities/new", .classes = "govuk-button--secondary"})) : ui::Html{};
    return add + ui::table(table);
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
