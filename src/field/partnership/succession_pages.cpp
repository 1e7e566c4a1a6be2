// Handlers of what an organisation's page leads to: register numbers, its parent, mergers and splits.
#include "partnership/dated_register.hpp"
#include "partnership/edit_pages.hpp"
#include "partnership/field_views.hpp"
#include "partnership/form_pages.hpp"
#include "partnership/lookup_pages.hpp"
#include "partnership/network_pages.hpp"
#include "partnership/organisation_plan.hpp"

#include <algorithm>

namespace kith::partnership {

namespace {

std::vector<Setting> open_settings(db::Reader& reader, OrganisationId organisation, Date today)
{
    auto settings = settings_of(reader, organisation);
    std::erase_if(settings, [&](const Setting& setting) { return setting.closed_on && *setting.closed_on < today; });
    return settings;
}

RegisterNumber read_number(web::Form& form, const std::vector<Setting>& settings, RegisterNumber before)
{
    before.kind = form.text("kind");
    before.number = form.text("number");
    before.span = read_span(form);
    before.setting.reset();
    if (const auto chosen = form.text("setting"); !chosen.empty()) {
        auto at = std::ranges::find_if(settings, [&](const auto& one) { return one.public_id.text() == chosen; });
        if (at != settings.end()) before.setting = at->id;
        else form.add({ProblemKind::unacceptable, "setting", "Choose a setting from the list"});
    }
    return before;
}

EditFrame number_frame(const Sources& sources, const std::vector<Setting>& settings, std::string title, std::string back, std::string action)
{
    return {.title = std::move(title), .back = std::move(back), .action = std::move(action),
            .fields = [&sources, &settings](const web::Form& form) { return number_fields(sources, settings, form); }};
}

/// The parent's link that holds today or later, without a last day.
const OrganisationLink* current_parent(const std::vector<OrganisationLink>& links, OrganisationId organisation)
{
    auto at = std::ranges::find_if(links, [&](const auto& link) { return link.kind == LinkKind::parent && link.organisation == organisation && !link.span.until; });
    return at == links.end() ? nullptr : &*at;
}

/// Ends the parent there was on the day before, and begins the new one where there is one.
Result<void> change_parent(db::ChangeSet& changes, OrganisationId organisation, const OrganisationLink* before, std::optional<OrganisationId> parent, std::optional<Date> from, Instant now)
{
    if (before != nullptr) {
        if (!from) return unacceptable("from", "Enter the day from which this holds");
        auto ended = *before;
        ended.span.until = from->plus_days(-1);
        if (ended.span.from && *ended.span.until < *ended.span.from) return unacceptable("from", "It came to the parent it has now on or after that day. Enter a later day");
        if (auto done = change(changes, ended); !done) return done;
    }
    if (!parent) return {};
    auto added = add(changes, OrganisationLink{.organisation = organisation, .kind = LinkKind::parent, .other = *parent, .span = {from, {}}}, now);
    if (!added) return std::unexpected(added.error());
    return {};
}

/// Carries out a plan made from what this writer sees; answers the path to go on to.
Result<std::string> carried_out(db::ChangeSet& changes, const Result<PartnershipPlan>& plan, const std::string& path, Instant now)
{
    if (!plan) return std::unexpected(plan.error());
    if (auto done = carry_out(changes, *plan, now); !done) return std::unexpected(done.error());
    return path;
}

std::optional<Date> needed_day(web::Form& form)
{
    auto day = read_date(form, "day", "First day");
    if (!day && !form.error("day")) form.add({ProblemKind::unacceptable, "day", "Enter the first day"});
    return day;
}

}  // namespace

web::Response new_number(web::Visit& visit, const Sources& sources)
{
    auto owner = organisation_asked_for(visit);
    if (!owner) return visit.problem(owner.error());
    const auto settings = open_settings(visit.reader(), owner->id, visit.today());
    return shown(visit, number_frame(sources, settings, "Add a register number", path_of(*owner), path_of(*owner) + "/numbers/new"));
}

web::Response create_number(web::Visit& visit, const Sources& sources)
{
    auto owner = organisation_asked_for(visit);
    if (!owner) return visit.problem(owner.error());
    const auto settings = open_settings(visit.reader(), owner->id, visit.today());
    const auto number = read_number(visit.form(), settings, {.organisation = owner->id});
    const auto path = path_of(*owner);
    return saved(visit, number_frame(sources, settings, "Add a register number", path, path + "/numbers/new"), "Register number added: " + owner->name, "Register number added",
                 [&](db::ChangeSet& changes) -> Result<std::string> {
                     if (auto added = add(changes, *sources.packs, number, visit.now()); !added) return std::unexpected(added.error());
                     return path;
                 });
}

web::Response edit_number(web::Visit& visit, const Sources& sources)
{
    auto number = asked_for<RegisterNumber>(visit, "number", "Register number");
    if (!number) return visit.problem(number.error());
    auto owner = find_organisation(visit.reader(), number->organisation);
    if (!owner) return visit.problem(owner.error());
    const auto settings = settings_of(visit.reader(), owner->id);
    visit.form().fill("kind", number->kind).fill("number", number->number);
    for (const auto& setting : settings)
        if (number->setting == setting.id) visit.form().fill("setting", setting.public_id.text());
    fill(visit.form(), number->span);
    fill_seen(visit, Stored<RegisterNumber>::table(), number->id.value());
    return shown(visit, number_frame(sources, settings, "Change a register number", path_of(*owner), "/register-numbers/" + number->public_id.text() + "/edit"));
}

web::Response update_number(web::Visit& visit, const Sources& sources)
{
    auto number = asked_for<RegisterNumber>(visit, "number", "Register number");
    if (!number) return visit.problem(number.error());
    auto owner = find_organisation(visit.reader(), number->organisation);
    if (!owner) return visit.problem(owner.error());
    const auto settings = settings_of(visit.reader(), owner->id);
    const auto next = read_number(visit.form(), settings, *number);
    const auto path = path_of(*owner);
    return saved(visit, number_frame(sources, settings, "Change a register number", path, "/register-numbers/" + number->public_id.text() + "/edit"), "Register number changed: " + owner->name,
                 "Register number changed", [&](db::ChangeSet& changes) -> Result<std::string> {
                     if (auto same = still_as_seen(visit, Stored<RegisterNumber>::table(), number->id.value()); !same) return std::unexpected(same.error());
                     if (auto done = change(changes, *sources.packs, next); !done) return std::unexpected(done.error());
                     return path;
                 });
}

web::Response edit_parent(web::Visit& visit, const Sources&)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto directory = load_directory(visit.reader());
    const auto links = all_organisation_links(visit.reader());
    const auto* before = current_parent(links, organisation->id);
    const auto* parent = before == nullptr ? nullptr : directory.organisation(before->other);
    if (parent != nullptr) visit.form().fill("other", parent->public_id.text());
    const auto path = path_of(*organisation);
    return shown(visit, {.title = "What it belongs to", .back = path, .action = path + "/parent",
                         .fields = [&](const web::Form& form) { return parent_fields(directory, *organisation, parent, form, visit.today()); }});
}

web::Response update_parent(web::Visit& visit, const Sources&)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto directory = load_directory(visit.reader());
    const auto links = all_organisation_links(visit.reader());
    const auto* before = current_parent(links, organisation->id);
    const auto* parent = before == nullptr ? nullptr : directory.organisation(before->other);
    const auto chosen = chosen_organisation(visit.form(), "other", directory);
    const auto from = read_date(visit.form(), "from", "First day");
    const auto path = path_of(*organisation);
    if (!visit.form().has_problems() && (before == nullptr ? !chosen : chosen == before->other)) return visit.redirect(path, "Nothing was changed");
    const EditFrame frame{.title = "What it belongs to", .back = path, .action = path + "/parent",
                          .fields = [&](const web::Form& form) { return parent_fields(directory, *organisation, parent, form, visit.today()); }};
    return saved(visit, frame, "Parent changed: " + organisation->name, "Parent changed", [&](db::ChangeSet& changes) -> Result<std::string> {
        if (auto done = change_parent(changes, organisation->id, before, chosen, from, visit.now()); !done) return std::unexpected(done.error());
        return path;
    });
}

web::Response ask_merger(web::Visit& visit, const Sources&)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto directory = load_directory(visit.reader());
    const auto settings = open_settings(visit.reader(), organisation->id, visit.today());
    const auto path = path_of(*organisation);
    return shown(visit, {.title = "Record a merger", .back = path, .action = path + "/merge",
                         .fields = [&](const web::Form& form) { return merger_fields(directory, *organisation, settings, form, visit.today()); }});
}

web::Response record_merger(web::Visit& visit, const Sources&)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto directory = load_directory(visit.reader());
    const auto settings = open_settings(visit.reader(), organisation->id, visit.today());
    const auto into = chosen_organisation(visit.form(), "other", directory);
    if (!into && !visit.form().error("other")) visit.form().add({ProblemKind::unacceptable, "other", "Choose the organisation that it merges into"});
    const auto day = needed_day(visit.form());
    const auto path = path_of(*organisation);
    const EditFrame frame{.title = "Record a merger", .back = path, .action = path + "/merge",
                          .fields = [&](const web::Form& form) { return merger_fields(directory, *organisation, settings, form, visit.today()); }};
    const auto* successor = directory.organisation(into);
    return saved(visit, frame, successor == nullptr ? "Merger" : "Merger: " + organisation->name + " into " + successor->name, "Merger recorded", [&](db::ChangeSet& changes) {
        return carried_out(changes, plan_for(Merger{organisation->id, *into, *day}, load_held_dated(changes.writer())), path, visit.now());
    });
}

web::Response ask_split(web::Visit& visit, const Sources& sources)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto settings = open_settings(visit.reader(), organisation->id, visit.today());
    visit.form().fill("sector", organisation->sector).fill("kind", organisation->kind).fill("ownership", std::string{code_of(organisation->ownership)});
    const auto path = path_of(*organisation);
    return shown(visit, {.title = "Record a split", .back = path, .action = path + "/split",
                         .fields = [&](const web::Form& form) { return split_fields(sources, *organisation, settings, form); }});
}

web::Response record_split(web::Visit& visit, const Sources& sources)
{
    auto organisation = organisation_asked_for(visit);
    if (!organisation) return visit.problem(organisation.error());
    const auto settings = open_settings(visit.reader(), organisation->id, visit.today());
    const auto day = needed_day(visit.form());
    const auto fresh = read_organisation(visit.form(), {});
    std::vector<SettingId> chosen;
    for (const auto& setting : settings)
        if (std::ranges::count(visit.form().all("settings"), setting.public_id.text()) > 0) chosen.push_back(setting.id);
    const auto path = path_of(*organisation);
    const EditFrame frame{.title = "Record a split", .back = path, .action = path + "/split",
                          .fields = [&](const web::Form& form) { return split_fields(sources, *organisation, settings, form); }};
    return saved(visit, frame, fresh ? "Split: " + fresh->name + " from " + organisation->name : "Split", "Split recorded", [&](db::ChangeSet& changes) {
        return carried_out(changes, plan_for(Split{organisation->id, *fresh, chosen, *day}, load_held_dated(changes.writer())), path, visit.now());
    });
}

}  // namespace kith::partnership
