// Teams, clusters and a setting's own page.
#include "base/text.hpp"
#include "partnership/network_views.hpp"
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

ui::Html manage_button(std::string text, std::string href)
{
    return ui::button({.text = std::move(text), .href = std::move(href), .classes = "govuk-button--secondary"});
}

/// The organisation's name, as a link for those who have its page.
ui::Html organisation_words(const Directory& directory, std::optional<OrganisationId> id, const std::function<bool(OrganisationId)>& may_open, std::string none)
{
    const auto* organisation = directory.organisation(id);
    if (organisation == nullptr) return ui::text(none);
    return may_open(*id) ? ui::link(organisation->name, path_of(*organisation)) : ui::text(organisation->name);
}

void add_span(ui::SummaryList& list, const Span& span)
{
    if (span.from) list.rows.push_back(fact("First day", span.from->in_words()));
    if (span.until) list.rows.push_back(fact("Last day", span.until->in_words()));
}

ui::Html members_part(const TeamView& view, Standing standing, std::string title)
{
    std::vector<ui::Content> people;
    for (const auto& member : view.members) {
        if (member.standing != standing || member.span.is_over(view.today)) continue;
        const auto* employer = view.directory.organisation(member.organisation);
        people.emplace_back(person_block({.about = {}, .contact = member.contact, .record = member.record, .employer = employer == nullptr ? "" : employer->name,
                                          .employer_href = employer != nullptr && view.may_open(employer->id) ? path_of(*employer) : "", .when = words_for(member.span),
                                          .change_href = view.may_manage ? "/team-members/" + member.public_id.text() + "/edit" : ""},
                                         view.names));
    }
    if (people.empty()) return {};
    return ui::heading(2, title, "m") + ui::bullets(people);
}

ui::Html past_members(const TeamView& view)
{
    const auto past = std::ranges::count_if(view.members, [&](const auto& member) { return member.span.is_over(view.today); });
    return past == 0 ? ui::Html{} : ui::paragraph(counted(past, "person has", "people have") + " left the team. They stay in its history.", "govuk-hint");
}

}  // namespace

std::string path_of(const Team& team) { return "/teams/" + team.public_id.text(); }
std::string path_of(const Cluster& cluster) { return "/clusters/" + cluster.public_id.text(); }

ui::Html team_list(const Sources& sources, const Directory& directory, const std::vector<TeamLine>& lines, bool may_manage)
{
    if (lines.empty()) {
        return ui::empty_state({.text = "No teams yet. They come in as a file with their members, or can be added one by one.",
                                .link_text = may_manage ? "Add a team" : "", .href = may_manage ? "/teams/new" : ""});
    }
    ui::Table table{.head = {{.text = "Team"}, {.text = "Kind"}, {.text = "Led by"}, {.text = "Locality"}, {.text = "Members", .format = "numeric"}, {.text = "Employers", .format = "numeric"}},
                    .caption = "Teams", .caption_classes = "govuk-visually-hidden"};
    for (const auto& [team, members, employers] : lines) {
        const auto* leader = directory.organisation(team.led_by);
        table.rows.push_back({{.text = ui::link(team.name, path_of(team))}, {.text = label_of(sources, "team_kinds", team.kind)},
                              {.text = leader == nullptr ? "Nobody alone" : leader->name}, {.text = directory.locality(team.locality, "The whole area")},
                              {.text = with_commas(members), .format = "numeric"}, {.text = with_commas(employers), .format = "numeric"}});
    }
    const auto add = may_manage ? ui::not_in_print(manage_button("Add a team", "/teams/new")) : ui::Html{};
    return add + ui::scrollable_table(table);
}

ui::Html team_page(const TeamView& view)
{
    const auto now = std::ranges::count_if(view.members, [&](const auto& member) { return member.span.contains(view.today); });
    auto content = ui::paragraph(counted(now, "person works", "people work") + " in this team today.", "govuk-body-l");
    ui::SummaryList list;
    list.rows = {fact("Kind", label_of(view.sources, "team_kinds", view.team.kind)),
                 fact("Led by", organisation_words(view.directory, view.team.led_by, view.may_open, "Nobody alone")),
                 fact("Locality", view.directory.locality(view.team.locality, "The whole area")), fact("Code", view.team.code)};
    add_span(list, view.team.span);
    content += members_part(view, Standing::core, "Core members") + members_part(view, Standing::virtual_member, "Virtual members");
    content += past_members(view) + ui::heading(2, "About this team", "m") + ui::summary_list(list);
    if (view.may_manage) {
        content += ui::not_in_print(ui::button_group({manage_button("Add a member", path_of(view.team) + "/members/new"), manage_button("Change this team", path_of(view.team) + "/edit")}));
    }
    return content;
}

ui::Html cluster_list(const Directory& directory, const std::vector<ClusterLine>& lines, bool may_manage)
{
    if (lines.empty()) {
        return ui::empty_state({.text = "No clusters yet. They come in as a file with their settings, or can be added one by one.",
                                .link_text = may_manage ? "Add a cluster" : "", .href = may_manage ? "/clusters/new" : ""});
    }
    ui::Table table{.head = {{.text = "Cluster"}, {.text = "Locality"}, {.text = "Settings", .format = "numeric"}}, .caption = "Clusters", .caption_classes = "govuk-visually-hidden"};
    for (const auto& [cluster, settings] : lines) {
        table.rows.push_back({{.text = ui::link(cluster.name, path_of(cluster))}, {.text = directory.locality(cluster.locality, "In more than one")},
                              {.text = with_commas(settings), .format = "numeric"}});
    }
    const auto add = may_manage ? ui::not_in_print(manage_button("Add a cluster", "/clusters/new")) : ui::Html{};
    return add + ui::scrollable_table(table);
}

namespace {

ui::Html cluster_settings_part(const ClusterView& view)
{
    ui::Table table{.head = {{.text = "Setting"}, {.text = "Kind"}, {.text = "Locality"}, {.text = "Since"}}, .caption = "Settings in this cluster", .caption_classes = "govuk-visually-hidden"};
    if (view.may_manage) table.head.push_back({.text = ui::visually_hidden("Action")});
    for (const auto& member : view.settings) {
        const auto* setting = view.directory.setting(member.setting);
        if (setting == nullptr || member.span.is_over(view.today)) continue;
        auto name = view.directory.name_of(*setting);
        ui::TableRow row{{.text = view.may_open(setting->organisation) ? ui::Content{ui::link(name, path_of(*setting))} : ui::Content{name}},
                         {.text = label_of(view.sources, "setting_kinds", setting->kind)}, {.text = view.directory.locality(setting->locality, "Not known")},
                         {.text = member.span.from ? member.span.from->in_short() : ""}};
        if (view.may_manage) row.push_back({.text = ui::link_about("Change", name, "/cluster-settings/" + member.public_id.text() + "/edit")});
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) return ui::empty_state({.text = "No setting is in this cluster yet."});
    return ui::scrollable_table(table);
}

}  // namespace

ui::Html cluster_page(const ClusterView& view)
{
    const auto now = std::ranges::count_if(view.settings, [&](const auto& member) { return member.span.contains(view.today); });
    auto content = ui::paragraph(counted(now, "setting works", "settings work") + " together in this cluster today.", "govuk-body-l");
    if (auto people = link_blocks(view.sources, view.directory, view.links, view.names, view.today, view.may_manage, true); !people.empty()) {
        content += ui::heading(2, "Whom to ring", "m") + people;
    }
    content += ui::heading(2, "Settings", "m") + cluster_settings_part(view);
    ui::SummaryList list;
    list.rows = {fact("Locality", view.directory.locality(view.cluster.locality, "In more than one")), fact("Code", view.cluster.code)};
    add_span(list, view.cluster.span);
    content += ui::summary_list(list);
    if (view.may_manage) {
        content += ui::not_in_print(ui::button_group({manage_button("Add a setting", path_of(view.cluster) + "/settings/new"),
                                                      manage_button("Add somebody to ring", "/named-links/new?cluster=" + view.cluster.public_id.text()),
                                                      manage_button("Change this cluster", path_of(view.cluster) + "/edit")}));
    }
    return content;
}

ui::Html setting_page(const SettingView& view)
{
    const auto& setting = view.setting;
    const auto* owner = view.directory.organisation(setting.organisation);
    auto content = ui::paragraph(label_of(view.sources, "setting_kinds", setting.kind) + (owner == nullptr ? "." : " of " + owner->name + (setting.is_open(view.today) ? "." : ", not open today.")), "govuk-body-l");
    auto people = link_blocks(view.sources, view.directory, view.links, view.names, view.today, view.may_manage, false);
    if (!people.empty()) content += ui::heading(2, "Whom to ring", "m") + people;
    else if (owner != nullptr && !owner->contact.is_empty()) {
        content += ui::heading(2, "Whom to ring", "m") + ui::paragraph(person_block({.about = "Main contact of " + owner->name, .contact = owner->contact, .record = {}, .employer = {}, .employer_href = {}, .when = {}, .change_href = {}}, {}));
    }
    ui::SummaryList list;
    list.rows = {fact("Organisation", owner == nullptr ? ui::Content{""} : ui::Content{ui::link(owner->name, path_of(*owner))}),
                 fact("Locality", view.directory.locality(setting.locality, "Not known")),
                 fact("Postcode", setting.postcode.empty() ? "Not known" : setting.postcode),
                 fact("Tier of service", setting.tier.empty() ? "Not known" : label_of(view.sources, "tiers", setting.tier)),
                 fact("Places", setting.places ? with_commas(*setting.places) : "Not known"),
                 fact("Deprivation band", setting.deprivation_band.empty() ? "Not known" : label_of(view.sources, "deprivation_bands", setting.deprivation_band))};
    for (const auto& number : view.numbers)
        if (!number.span.is_over(view.today)) list.rows.push_back(fact(label_of(view.sources, "register_number_kinds", number.kind), number.number));
    for (const auto& cluster : view.clusters) list.rows.push_back(fact("Cluster", ui::link(cluster.name, path_of(cluster))));
    list.rows.push_back(fact("Code", setting.code));
    if (setting.opened_on) list.rows.push_back(fact("Opened", setting.opened_on->in_words()));
    if (setting.closed_on) list.rows.push_back(fact("Last day", setting.closed_on->in_words()));
    content += ui::summary_list(list);
    if (view.may_manage) {
        content += ui::not_in_print(ui::button_group({manage_button("Change these details", path_of(setting) + "/edit"),
                                                      manage_button("Add somebody to ring", "/named-links/new?setting=" + setting.public_id.text())}));
    }
    return content;
}

}  // namespace kith::partnership
