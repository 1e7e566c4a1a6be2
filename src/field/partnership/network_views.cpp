// What the views of teams, clusters, settings and named links share, and the list of people to ring.
#include "partnership/network_views.hpp"

#include "base/text.hpp"
#include "partnership/field_views.hpp"
#include "ui/navigation.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

std::string when_words(const Span& span, Date today)
{
    if (span.is_to_come(today)) return "From " + span.from->in_words();
    return span.until ? "Until " + span.until->in_words() : std::string{};
}

ui::Html filter_form(const WhoToRingView& view)
{
    const auto& filter = view.filter;
    auto fields = ui::input({.name = "search", .value = filter.search, .label = {.text = "Name of a school, nursery, service or cluster"}});
    ui::Select kinds{.name = "about", .items = {{.value = "", .text = "Anything"}, {.value = "main", .text = "Main contact"}}, .value = filter.kind, .label = {.text = "What about"}};
    for (const auto& code : view.sources.packs->list("named_link_kinds").codes()) kinds.items.push_back({.value = code.code, .text = code.label});
    fields += ui::select(kinds);
    std::string locality;
    for (const auto& one : view.directory.localities)
        if (filter.locality == one.id) locality = one.code;
    auto items = locality_items(view.directory.localities);
    items.insert(items.begin(), ui::SelectItem{.value = "", .text = "The whole area"});
    if (!view.directory.localities.empty()) fields += ui::select({.name = "locality", .items = std::move(items), .value = locality, .label = {.text = "Locality"}});
    ui::FilterPanel panel{.action = view.address.path(), .fields = std::move(fields), .clear_href = view.address.path(), .button_text = "Show"};
    if (!filter.search.empty()) panel.chosen.push_back({"Name: " + filter.search, view.address.without("search", filter.search).text()});
    if (!filter.kind.empty()) {
        panel.chosen.push_back({filter.kind == "main" ? "Main contact" : label_of(view.sources, "named_link_kinds", filter.kind), view.address.without("about", filter.kind).text()});
    }
    if (!locality.empty()) panel.chosen.push_back({"Locality: " + view.directory.locality(filter.locality, ""), view.address.without("locality", locality).text()});
    return ui::filter_panel(panel);
}

ui::Html place_heading(const WhoToRingView& view, const DirectoryPlace& place)
{
    auto owner = place.organisation ? std::optional{place.organisation->id} : place.setting ? std::optional{place.setting->organisation} : std::nullopt;
    const bool opens = owner ? view.may_open(*owner) : view.may_manage;
    auto path = place.organisation ? path_of(*place.organisation) : place.setting ? path_of(*place.setting) : path_of(*place.cluster);
    return ui::heading(2, opens ? ui::Content{ui::link(place.name, path)} : ui::Content{place.name}, "m");
}

ui::Html place_part(const WhoToRingView& view, const DirectoryPlace& place)
{
    std::vector<ui::Content> people;
    for (const auto& line : place.lines) {
        const auto* employer = place.organisation && line.works_for == place.organisation->id ? nullptr : view.directory.organisation(line.works_for);
        people.emplace_back(person_block({.about = line.kind.empty() ? "Main contact" : label_of(view.sources, "named_link_kinds", line.kind), .contact = line.contact,
                                          .record = line.record, .employer = employer == nullptr ? "" : employer->name, .employer_href = {}, .when = {},
                                          .change_href = view.may_manage && line.link ? path_of(*line.link) + "/edit" : ""},
                                         view.names));
    }
    return place_heading(view, place) + ui::bullets(people);
}

}  // namespace

std::string path_of(const NamedLink& link) { return "/named-links/" + link.public_id.text(); }

std::string full_name(const Setting& setting, const Organisation* owner)
{
    return owner == nullptr || owner->name == setting.name ? setting.name : owner->name + ": " + setting.name;
}

const Organisation* Directory::organisation(std::optional<OrganisationId> id) const
{
    auto at = id ? std::ranges::find(organisations, *id, &Organisation::id) : organisations.end();
    return at == organisations.end() ? nullptr : &*at;
}

const Setting* Directory::setting(std::optional<SettingId> id) const
{
    auto at = id ? std::ranges::find(settings, *id, &Setting::id) : settings.end();
    return at == settings.end() ? nullptr : &*at;
}

std::string Directory::locality(std::optional<LocalityId> id, std::string none) const
{
    auto at = id ? std::ranges::find(localities, *id, &Locality::id) : localities.end();
    return at == localities.end() ? none : at->name;
}

std::vector<ui::SelectItem> Directory::organisation_items(Date today) const
{
    std::vector<ui::SelectItem> items;
    for (const auto& one : organisations)
        if (one.is_open(today)) items.push_back({.value = one.public_id.text(), .text = one.name});
    return items;
}

std::vector<ui::SelectItem> Directory::setting_items(Date today) const
{
    std::vector<ui::SelectItem> items;
    for (const auto& one : settings)
        if (one.is_open(today)) items.push_back({.value = one.public_id.text(), .text = name_of(one)});
    std::ranges::sort(items, {}, [](const ui::SelectItem& item) { return folded(item.text); });
    return items;
}

ui::Html link_blocks(const Sources& sources, const Directory& directory, const std::vector<NamedLink>& links, const StaffNames& names, Date today, bool may_manage,
                     bool say_for_whom)
{
    std::vector<ui::Content> people;
    for (const auto& link : links) {
        if (link.span.is_over(today)) continue;
        auto about = label_of(sources, "named_link_kinds", link.kind);
        if (const auto* setting = directory.setting(link.setting); setting != nullptr && say_for_whom) about += ", " + setting->name;
        const auto* employer = directory.organisation(link.works_for);
        people.emplace_back(person_block({.about = about, .contact = link.contact, .record = link.record, .employer = employer == nullptr ? "" : employer->name,
                                          .employer_href = {}, .when = when_words(link.span, today), .change_href = may_manage ? path_of(link) + "/edit" : ""},
                                         names));
    }
    return people.empty() ? ui::Html{} : ui::bullets(people);
}

ui::Html who_to_ring_page(const WhoToRingView& view)
{
    const auto words = view.filter.is_empty() ? counted(view.total, "organisation, setting or cluster has", "organisations, settings and clusters have") + " somebody to ring."
                                              : counted(view.total, "place fits", "places fit") + " what you ask for.";
    auto results = ui::paragraph(words, "govuk-body-l");
    for (const auto& place : view.places) results += place_part(view, place);
    if (view.places.empty()) {
        results += ui::empty_state({.text = view.filter.is_empty() ? "Nobody is named yet. Main contacts and named links come in as files, or are added on the page of each organisation."
                                                                   : "Nobody is named for this. Take a filter off, or search for less of the name."});
    }
    results += ui::pagination_of(view.page, view.pages, view.address.open_for("page"));
    return ui::columns({{"one-third", filter_form(view)}, {"two-thirds", std::move(results)}});
}

}  // namespace kith::partnership
