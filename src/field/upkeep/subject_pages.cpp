#include "upkeep/subject_pages.hpp"

#include "base/text.hpp"
#include "partnership/organisation_register.hpp"
#include "ui/pieces.hpp"

#include <algorithm>
#include <charconv>

namespace kith::upkeep {

std::string UpkeepSubject::path_with_job(std::string_view below) const
{
    return path(below) + (jobs.size() > 1 ? "?job=" + std::to_string(chosen + 1) : std::string{});
}

workforce::Sight sight_in(web::Visit& visit, partnership::OrganisationId organisation)
{
    return workforce::sight_of(visit.viewer, visit.reach(), {.organisation = organisation, .localities = {}, .staff_record = {}}).value_or(workforce::Sight{});
}

Result<UpkeepSubject> subject_of(web::Visit& visit)
{
    const auto id = visit.public_id("record");
    if (!id) return std::unexpected(id.error());
    auto found = workforce::find_record_within(visit.reader(), visit.reach(), *id, visit.today());
    if (!found) return std::unexpected(found.error());
    auto organisation = partnership::find_organisation(visit.reader(), found->organisation);
    if (!organisation) return std::unexpected(organisation.error());
    UpkeepSubject subject{std::move(*found), std::move(*organisation), {}, {}, {}, 0};
    subject.settings = partnership::settings_of(visit.reader(), subject.organisation.id);
    subject.sight = sight_in(visit, subject.organisation.id);
    veil(subject.found.held, subject.sight);
    subject.jobs = running_on(subject.found.held.engagements, visit.today());
    if (subject.jobs.empty()) {
        for (const auto& job : subject.found.held.engagements) subject.jobs.push_back(&job);
    }
    const auto asked = visit.form().has("job") ? visit.form().text("job") : std::string{visit.request.query("job")};
    std::size_t number = 1;
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    if (number >= 1 && number <= subject.jobs.size()) subject.chosen = number - 1;
    record_read(visit, subject.organisation.id, 1, {subject.found.public_id.text()});
    return subject;
}

ui::Html who(const UpkeepSubject& subject)
{
    return ui::identity_bar({.title = person_words(subject.record()), .facts = {subject.organisation.name, "Reference " + subject.record().reference}});
}

ui::Html who(const UpkeepSubject& subject, const UpkeepDesk& desk, const std::string& path, Date today)
{
    return who(subject) + job_links(subject.jobs, subject.chosen, path, *desk.packs, today);
}

ui::Html chosen_job(const UpkeepSubject& subject)
{
    return ui::element("input", {{"type", "hidden"}, {"name", "job"}, {"value", std::to_string(subject.chosen + 1)}});
}

UpkeepChoices choices_of(web::Visit& visit, const UpkeepDesk& desk, const std::vector<partnership::Organisation>& organisations)
{
    UpkeepChoices choices{*desk.packs, {}};
    if (organisations.size() == 1) choices.settings = partnership::settings_of(visit.reader(), organisations.front().id);
    std::erase_if(choices.settings, [&](const auto& setting) { return !setting.is_open(visit.today()); });
    return choices;
}

std::string cell_of(web::Visit& visit, const UpkeepField& field)
{
    const std::string name{field.column};
    if (field.as == UpkeepField::As::several) return joined(visit.form().all(name), ";");
    if (field.as != UpkeepField::As::date) return visit.form().text(name);
    const auto day = visit.form().optional_date(name, field.label);
    if (!day) {
        visit.form().add(day.error());
        return {};
    }
    return *day ? (*day)->iso() : std::string{};
}

void fill(web::Form& form, const UpkeepField& field, std::string_view held)
{
    const std::string name{field.column};
    if (field.as != UpkeepField::As::date) {
        form.fill(name, std::string{held});
        return;
    }
    const auto day = Date::parse_iso(held);
    if (day) fill_day(form, name, *day);
}

void fill_day(web::Form& form, const std::string& name, const std::optional<Date>& day)
{
    if (!day) return;
    form.fill(name + "-day", std::to_string(day->day())).fill(name + "-month", std::to_string(day->month())).fill(name + "-year", std::to_string(day->year()));
}

void take_from_role(UpkeepRow& row, const packs::Packs& packs)
{
    const auto* role = packs.list("roles").find(row.cell("role"));
    row["sector"] = role == nullptr ? std::string{} : role->parent;
    row["breadth"] = role == nullptr ? std::string{} : std::string{role->attribute("breadth")};
}

}  // namespace kith::upkeep
