// The mappings there are, one of them with its versions, and taking one out of use.
#include "access/accounts.hpp"
#include "db/change_set.hpp"
#include "intake/mapping_pages.hpp"
#include "intake/mapping_views.hpp"
#include "partnership/organisation_register.hpp"
#include "returns/return_links.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <charconv>

namespace kith::intake {
namespace {
std::string owner_of(db::Reader& reader, const ColumnMapping& mapping)
{
    if (!mapping.organisation) return "Several organisations";
    auto owner = partnership::find_organisation(reader, *mapping.organisation);
    return owner ? owner->name : "An organisation that has closed";
}

/// A button that acts on the mapping as it was seen.
ui::Html acting_form(web::Visit& visit, const std::string& path, int seen, const std::string& words)
{
    return ui::not_in_print(visit.in_form({.action = path}, ui::element("input", {{"type", "hidden"}, {"name", "seen"}, {"value", std::to_string(seen)}}) +
                                                                ui::button({.text = words, .classes = "govuk-button--secondary", .prevent_double_click = true})));
}

/// `current`: the version in use, where the one shown is another.
web::Response page_of(web::Visit& visit, const Sources& sources, const Result<ColumnMapping>& mapping, std::optional<int> current = {})
{
    const bool is_current = !current;
    if (!mapping) return visit.problem(mapping.error());
    MappingView view{.mapping = *mapping, .organisation = owner_of(visit.reader(), *mapping), .is_current = is_current, .versions = versions_of(visit.reader(), mapping->id),
                     .accounts = {}, .change_href = {}, .packs = *sources.packs};
    for (const auto& version : view.versions)
        if (version.account && !view.accounts.contains(*version.account))
            if (auto account = access::find_account(visit.reader(), access::AccountId{*version.account})) view.accounts.emplace(*version.account, account->name);
    ui::Html content;
    const auto newest = returns::newest_read_by(visit.reader(), visit.reach(), mapping->public_id.text());
    if (newest && is_current && !mapping->retired_on) view.change_href = "/returns/" + newest->text() + "/mapping";
    content = mapping_view(view);
    if (is_current) content += acting_form(visit, path_of(*mapping) + "/retire", mapping->version, mapping->retired_on ? "Bring it back into use" : "Retire this layout");
    else content += acting_form(visit, path_of(*mapping) + "/" + std::to_string(mapping->version) + "/restore", *current, "Go back to version " + std::to_string(mapping->version));
    return visit.page({.title = mapping->name, .caption = "Layout that Kith was told", .breadcrumbs = {{"Returns", "/returns"}, {"Layouts", "/mappings"}}, .nav = "/returns"}, content);
}

Result<ColumnMapping> asked_for(web::Visit& visit)
{
    const auto id = visit.public_id("mapping");
    if (!id) return std::unexpected(id.error());
    return find_mapping(visit.reader(), *id, visit.reach());
}

/// The same, for a form: a conflict where it was changed since the form was seen.
Result<ColumnMapping> asked_for_as_seen(web::Visit& visit)
{
    auto mapping = asked_for(visit);
    if (mapping && visit.form().text("seen") != std::to_string(mapping->version))
        return conflict("Someone else has changed this mapping since you opened it. Look at it as it is now");
    return mapping;
}

int version_asked_for(web::Visit& visit)
{
    const auto text = visit.parameter("version");
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}
}  // namespace

web::Response list_mappings_page(web::Visit& visit, const Sources&)
{
    const auto organisations = partnership::all_organisations(visit.reader());
    std::vector<MappingLine> lines;
    for (auto& mapping : list_mappings(visit.reader(), visit.reach())) {
        auto owner = std::ranges::find_if(organisations, [&](const auto& o) { return mapping.organisation == o.id; });
        lines.push_back({std::move(mapping), owner == organisations.end() ? "Several organisations" : owner->name});
    }
    return visit.page({.title = "Layouts that Kith was told", .breadcrumbs = {{"Returns", "/returns"}}, .nav = "/returns", .wide = true}, mapping_list(lines));
}

web::Response show_mapping(web::Visit& visit, const Sources& sources) { return page_of(visit, sources, asked_for(visit)); }

web::Response show_mapping_version(web::Visit& visit, const Sources& sources)
{
    const auto current = asked_for(visit);
    if (!current) return visit.problem(current.error());
    const auto version = version_asked_for(visit);
    if (version == current->version) return page_of(visit, sources, current);
    return page_of(visit, sources, find_mapping(visit.reader(), current->public_id, visit.reach(), version), current->version);
}

web::Response restore_mapping_version(web::Visit& visit, const Sources&)
{
    const auto current = asked_for_as_seen(visit);
    if (!current) return visit.problem(current.error());
    auto older = find_mapping(visit.reader(), current->public_id, visit.reach(), version_asked_for(visit));
    if (!older) return visit.problem(older.error());
    const auto words = "version " + std::to_string(older->version);
    older->version = current->version;  // what it is the next version of
    older->retired_on = {};
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Mapping of an extract put back to " + words};
    if (auto done = change(changes, *older); !done) return visit.problem(done.error());
    visit.writer().commit();
    return visit.redirect(path_of(*current), "As in " + words + " again. Files handed in from now on are read by it");
}

web::Response retire_mapping(web::Visit& visit, const Sources&)
{
    auto mapping = asked_for_as_seen(visit);
    if (!mapping) return visit.problem(mapping.error());
    const bool retires = !mapping->retired_on;
    mapping->retired_on = retires ? std::optional{visit.today()} : std::nullopt;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(),
                          retires ? "Mapping of an extract retired" : "Mapping of an extract brought back into use"};
    if (auto done = change(changes, *mapping); !done) return visit.problem(done.error());
    visit.writer().commit();
    return visit.redirect(path_of(*mapping), retires ? "Retired. Returns that it read keep what they say" : "In use again");
}

}  // namespace kith::intake
