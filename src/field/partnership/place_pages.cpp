// Handlers for settings and localities.
#include "partnership/edit_pages.hpp"
#include "partnership/form_pages.hpp"
#include "partnership/lookup_pages.hpp"
#include "partnership/organisation_pages.hpp"
#include "ui/words.hpp"

namespace kith::partnership {

namespace {

using access::Permission;

const web::Crumb localities_crumb{.text = "Localities", .href = "/localities"};

web::PageParts form_parts(std::string title, std::string back, std::string nav)
{
    return {.title = std::move(title), .back = std::move(back), .nav = std::move(nav)};
}

Result<Locality> locality_asked_for(web::Visit& visit)
{
    auto id = visit.public_id("locality");
    if (!id) return std::unexpected(id.error());
    return find_locality(visit.reader(), visit.reach(), *id);
}

ui::Html setting_form(web::Visit& visit, const Sources& sources, const std::string& action, const std::vector<Locality>& localities)
{
    return ui::two_thirds(visit.in_form({.action = action}, seen_field(visit.form()) + setting_fields(sources, visit.form(), localities)));
}

ui::Html locality_form(web::Visit& visit, const std::string& action)
{
    return ui::two_thirds(visit.in_form({.action = action}, seen_field(visit.form()) + locality_fields(visit.form())));
}

}  // namespace

web::Response new_setting(web::Visit& visit, const Sources& sources)
{
    auto owner = organisation_asked_for(visit);
    if (!owner) return visit.problem(owner.error());
    const auto path = path_of(*owner);
    return visit.page(form_parts("Add a setting", path, "/organisations"),
                      setting_form(visit, sources, path + "/settings/new", all_localities(visit.reader())));
}

web::Response create_setting(web::Visit& visit, const Sources& sources)
{
    auto owner = organisation_asked_for(visit);
    if (!owner) return visit.problem(owner.error());
    const auto path = path_of(*owner);
    const auto localities = all_localities(visit.reader());
    const auto again = [&] {
        return visit.try_again(form_parts("Add a setting", path, "/organisations"), setting_form(visit, sources, path + "/settings/new", localities));
    };
    auto setting = read_setting(visit.form(), {.organisation = owner->id}, localities);
    if (!setting) return again();
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Setting added: " + setting->name};
    if (auto added = add(changes, *setting, visit.now()); !added) {
        visit.form().add(added.error());
        return again();
    }
    visit.writer().commit();
    return visit.redirect(path, "Setting added");
}

web::Response edit_setting(web::Visit& visit, const Sources& sources)
{
    auto setting = setting_asked_for(visit);
    if (!setting) return visit.problem(setting.error());
    auto owner = find_organisation(visit.reader(), setting->organisation);
    if (!owner) return visit.problem(owner.error());
    const auto localities = all_localities(visit.reader());
    fill(visit.form(), *setting, localities);
    fill_seen(visit, setting_table(), setting->id.value());
    return visit.page(form_parts("Change a setting", path_of(*setting), "/organisations"),
                      setting_form(visit, sources, path_of(*setting) + "/edit", localities));
}

web::Response update_setting(web::Visit& visit, const Sources& sources)
{
    auto setting = setting_asked_for(visit);
    if (!setting) return visit.problem(setting.error());
    auto owner = find_organisation(visit.reader(), setting->organisation);
    if (!owner) return visit.problem(owner.error());
    const auto localities = all_localities(visit.reader());
    const auto again = [&] {
        return visit.try_again(form_parts("Change a setting", path_of(*setting), "/organisations"),
                               setting_form(visit, sources, path_of(*setting) + "/edit", localities));
    };
    auto next = read_setting(visit.form(), *setting, localities);
    if (!next) return again();
    if (*next == *setting) return visit.redirect(path_of(*setting), "Nothing was changed");
    if (auto same = still_as_seen(visit, setting_table(), setting->id.value()); !same) return visit.problem(same.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Setting changed: " + next->name};
    if (auto done = change(changes, *next); !done) {
        visit.form().add(done.error());
        return again();
    }
    visit.writer().commit();
    return visit.redirect(path_of(*setting), "Setting changed");
}

web::Response list_localities_page(web::Visit& visit, const Sources&)
{
    const auto localities = list_localities(visit.reader(), visit.reach());
    return visit.page({.title = "Localities", .nav = "/localities"}, locality_list(localities, visit.may(Permission::manage_organisations)));
}

web::Response show_locality(web::Visit& visit, const Sources& sources)
{
    auto locality = locality_asked_for(visit);
    if (!locality) return visit.problem(locality.error());
    const auto organisations = organisations_in(visit.reader(), visit.reach(), locality->id);
    return visit.page({.title = locality->name, .breadcrumbs = {localities_crumb}, .nav = "/localities"},
                      locality_page(sources, *locality, organisations, visit.may(Permission::manage_organisations)));
}

web::Response new_locality(web::Visit& visit, const Sources&)
{
    return visit.page(form_parts("Add a locality", "/localities", "/localities"), locality_form(visit, "/localities/new"));
}

web::Response create_locality(web::Visit& visit, const Sources&)
{
    const auto again = [&] { return visit.try_again(form_parts("Add a locality", "/localities", "/localities"), locality_form(visit, "/localities/new")); };
    auto locality = read_locality(visit.form(), {});
    if (!locality) return again();
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Locality added: " + locality->name};
    auto added = add(changes, *locality, visit.now());
    if (!added) {
        visit.form().add(added.error());
        return again();
    }
    visit.writer().commit();
    return visit.redirect(path_of(*added), "Locality added");
}

web::Response edit_locality(web::Visit& visit, const Sources&)
{
    auto locality = locality_asked_for(visit);
    if (!locality) return visit.problem(locality.error());
    fill(visit.form(), *locality);
    fill_seen(visit, locality_table(), locality->id.value());
    const auto path = path_of(*locality);
    return visit.page(form_parts("Change a locality", path, "/localities"), locality_form(visit, path + "/edit"));
}

web::Response update_locality(web::Visit& visit, const Sources&)
{
    auto locality = locality_asked_for(visit);
    if (!locality) return visit.problem(locality.error());
    const auto path = path_of(*locality);
    const auto again = [&] { return visit.try_again(form_parts("Change a locality", path, "/localities"), locality_form(visit, path + "/edit")); };
    auto next = read_locality(visit.form(), *locality);
    if (!next) return again();
    if (*next == *locality) return visit.redirect(path, "Nothing was changed");
    if (auto same = still_as_seen(visit, locality_table(), locality->id.value()); !same) return visit.problem(same.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Locality changed: " + next->name};
    if (auto done = change(changes, *next); !done) {
        visit.form().add(done.error());
        return again();
    }
    visit.writer().commit();
    return visit.redirect(path, "Locality changed");
}

}  // namespace kith::partnership
