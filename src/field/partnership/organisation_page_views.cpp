// An organisation's own page: the answer first, whom to ring, its facts, settings, what it hangs together with, and what became of it.
#include "base/text.hpp"
#include "partnership/network_views.hpp"
#include "partnership/organisation_history.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

ui::SummaryRow fact(std::string key, ui::Content value)
{
    return {.key = {.text = std::move(key)}, .value = {.text = std::move(value)}};
}

/// The organisation's name, as a link for those who have its page.
ui::Html named(const OrganisationView& view, OrganisationId id)
{
    const auto* organisation = view.directory.organisation(id);
    if (organisation == nullptr) return ui::text("An organisation that is no longer listed");
    return view.may_open(id) ? ui::link(organisation->name, path_of(*organisation)) : ui::text(organisation->name);
}

std::string opening_sentence(const OrganisationView& view)
{
    const auto& organisation = view.organisation;
    if (organisation.closed_on && *organisation.closed_on < view.today) return organisation.name + " closed; its last day was " + organisation.closed_on->in_words() + ".";
    if (view.staff) {
        return with_commas(view.staff->people) + (view.staff->people == 1 ? " person works" : " staff work") + " for " + organisation.name + " today, "
            + view.staff->fte.fixed() + " full-time equivalent.";
    }
    if (!view.recorded || view.recorded->records == 0) return organisation.name + " has not handed in its staff yet.";
    return organisation.name + " last handed in its staff on " + view.recorded->last_at->date_in_london().in_words() + ".";
}

ui::Html whom_to_ring(const OrganisationView& view)
{
    auto part = ui::heading(2, "Whom to ring", "m");
    const auto links = link_blocks(view.sources, view.directory, view.named_links, view.names, view.today, view.may_manage, true);
    if (view.organisation.contact.is_empty() && links.empty()) {
        return part + ui::empty_state({.text = "Nobody is named yet.", .link_text = view.may_manage ? "Say whom to ring" : "", .href = view.may_manage ? path_of(view.organisation) + "/edit#contact_name" : ""});
    }
    if (!view.organisation.contact.is_empty()) {
        part += ui::paragraph(person_block({.about = {}, .contact = view.organisation.contact, .record = {}, .employer = {}, .employer_href = {}, .when = {}, .change_href = {}}, {}));
    }
    return part + links;
}

void add_numbers(ui::SummaryList& list, const OrganisationView& view)
{
    for (const auto& number : view.numbers) {
        if (number.span.is_over(view.today)) continue;
        auto key = label_of(view.sources, "register_number_kinds", number.kind);
        if (const auto* setting = view.directory.setting(number.setting); setting != nullptr && setting->name != view.organisation.name) key += ", " + setting->name;
        auto row = fact(key, number.number);
        if (view.may_manage) row.actions.items.push_back({.href = "/register-numbers/" + number.public_id.text() + "/edit", .text = "Change", .visually_hidden_text = key});
        list.rows.push_back(std::move(row));
    }
}

ui::Html organisation_facts(const OrganisationView& view)
{
    const auto& organisation = view.organisation;
    const auto parent = parent_of(organisation.id, view.today, view.organisation_links);
    ui::SummaryList list;
    list.rows = {fact("Sector", label_of(view.sources, "sectors", organisation.sector)),
                 fact("Kind", label_of(view.sources, "organisation_kinds", organisation.kind)),
                 fact("Ownership", std::string{words_for(organisation.ownership)}),
                 fact("Belongs to", parent ? named(view, *parent) : ui::text("No other organisation"))};
    if (view.may_manage) list.rows.back().actions.items.push_back({.href = path_of(organisation) + "/parent", .text = "Change", .visually_hidden_text = "what it belongs to"});
    auto every = label_of(view.sources, "return_frequencies", view.returns_every);
    if (organisation.returns_every.empty()) every += ", as is usual for its kind";
    list.rows.push_back(fact("Hands in its staff", every));
    list.rows.push_back(fact("Staff last handed in", handed_in(view.recorded)));
    list.rows.push_back(fact("Expected staff", organisation.expected_headcount ? with_commas(*organisation.expected_headcount) : "Not known"));
    if (view.may_count) list.rows.push_back(fact("Staff recorded", recorded_of_expected(view.recorded, organisation.expected_headcount)));
    if (view.last_return) list.rows.push_back(fact("Last return", ui::link(view.last_return->words, view.last_return->href)));
    add_numbers(list, view);
    list.rows.push_back(fact("Code", organisation.code));
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
    ui::Table table{.head = {{.text = "Setting"}, {.text = "Kind"}, {.text = "Locality"}, {.text = "Tier"}, {.text = "Places", .format = "numeric"}},
                    .caption = "Settings", .caption_classes = "govuk-visually-hidden"};
    for (const auto& setting : view.settings) {
        auto name = ui::link(setting.name, path_of(setting));
        if (setting.closed_on && *setting.closed_on < view.today) name += ui::text(", closed");
        auto tier = setting.tier.empty() ? std::string{} : label_of(view.sources, "tiers", setting.tier);
        table.rows.push_back({{.text = name},
                              {.text = label_of(view.sources, "setting_kinds", setting.kind)},
                              {.text = view.directory.locality(setting.locality, "Not known")},
                              {.text = tier.substr(0, tier.find(':'))},
                              {.text = setting.places ? with_commas(*setting.places) : "", .format = "numeric"}});
    }
    part += ui::scrollable_table(table);
    if (view.may_manage) part += ui::not_in_print(ui::paragraph(ui::link("Add a setting", path_of(view.organisation) + "/settings/new")));
    return part;
}

ui::Html children_part(const OrganisationView& view)
{
    std::vector<ui::Content> children;
    for (const auto& link : view.organisation_links)
        if (link.kind == LinkKind::parent && link.other == view.organisation.id && link.span.contains(view.today)) children.emplace_back(named(view, link.organisation));
    if (children.empty()) return {};
    return ui::heading(2, "Organisations that belong to it", "m") + ui::bullets(children);
}

ui::Html teams_part(const OrganisationView& view)
{
    std::vector<ui::Content> teams;
    for (const auto& team : view.teams)
        if (!team.span.is_over(view.today)) teams.emplace_back(ui::link(team.name, path_of(team)));
    if (teams.empty()) return {};
    return ui::heading(2, "Teams that it leads", "m") + ui::bullets(teams);
}

ui::Html history_part(const OrganisationView& view)
{
    const auto name = [&](OrganisationId id) {
        const auto* other = view.directory.organisation(id);
        return other == nullptr ? std::string{"an organisation that is no longer listed"} : other->name;
    };
    std::vector<ui::Content> lines;
    for (const auto& event : history_of(view.organisation, view.organisation_links, name)) {
        auto line = ui::text(event.on ? event.on->in_words() + ": " : "Day not known: ");
        const auto* other = event.other && view.may_open(*event.other) ? view.directory.organisation(*event.other) : nullptr;
        lines.emplace_back(line + (other == nullptr ? ui::text(event.words) : ui::link(event.words, path_of(*other))));
    }
    if (lines.empty()) return {};
    return ui::heading(2, "What became of it", "m") + ui::bullets(lines);
}

ui::Html acts_part(const OrganisationView& view)
{
    const auto path = path_of(view.organisation);
    auto acts = ui::button({.text = "Change these details", .href = path + "/edit", .classes = "govuk-button--secondary"});
    acts += ui::bullets({ui::link("Add somebody to ring", "/named-links/new?organisation=" + view.organisation.public_id.text()), ui::link("Add a register number", path + "/numbers/new"),
                         ui::link("Record a merger into another organisation", path + "/merge"), ui::link("Record a split into two", path + "/split")});
    return ui::not_in_print(acts);
}

}  // namespace

ui::Html organisation_page(const OrganisationView& view)
{
    auto content = ui::paragraph(opening_sentence(view), "govuk-body-l");
    if (view.staff) content += ui::paragraph(ui::link("See who works here", view.staff->href));
    content += whom_to_ring(view) + ui::heading(2, "About it", "m") + organisation_facts(view);
    if (view.may_manage) content += acts_part(view);
    return content + settings_part(view) + children_part(view) + teams_part(view) + history_part(view);
}

}  // namespace kith::partnership
