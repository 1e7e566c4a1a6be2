// Adding, changing and ending one person by hand.
#include "intake/upkeep_pages.hpp"

#include "base/text.hpp"
#include "intake/upkeep_views.hpp"
#include "partnership/organisation_register.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <charconv>

namespace kith::intake {
namespace {

UpkeepChoices choices_of(web::Visit& visit, const UpkeepDesk& desk, const std::vector<partnership::Organisation>& organisations)
{
    UpkeepChoices choices{*desk.packs, {}};
    if (organisations.size() == 1) choices.settings = partnership::settings_of(visit.reader(), organisations.front().id);
    std::erase_if(choices.settings, [&](const auto& setting) { return !setting.is_open(visit.today()); });
    return choices;
}

/// What the form gives for a field, as a cell: dates in three boxes become one.
std::string cell_of(web::Visit& visit, const UpkeepField& field)
{
    const std::string name{field.column};
    if (field.as != UpkeepField::As::date) return visit.form().text(name);
    const auto day = visit.form().optional_date(name, field.label);
    if (!day) {
        visit.form().add(day.error());
        return {};
    }
    return *day ? (*day)->iso() : std::string{};
}

void fill(web::Form& form, std::string_view column, const std::string& value)
{
    const std::string name{column};
    const auto* field = upkeep_field(column);
    if (field == nullptr || field->as != UpkeepField::As::date) {
        form.fill(name, value);
        return;
    }
    const auto day = Date::parse_iso(value);
    if (!day) return;
    form.fill(name + "-day", std::to_string(day->day())).fill(name + "-month", std::to_string(day->month())).fill(name + "-year", std::to_string(day->year()));
}

/// True where this viewer may not see what the field holds: its box is then empty, and left empty leaves what is held.
bool is_hidden(const web::Visit& visit, std::string_view column, partnership::OrganisationId organisation)
{
    return column == "date_of_birth" && !visit.reach(access::Permission::see_birth_dates).covers(organisation);
}

/// A person's record, the job that the page is about, and whose they are.
struct Subject {
    workforce::FoundRecord found;
    partnership::Organisation organisation;
    std::vector<const workforce::HeldEngagement*> jobs;
    std::size_t chosen = 0;
    const workforce::HeldEngagement* job() const { return jobs.empty() ? nullptr : jobs.at(chosen); }
    std::string path(std::string_view below) const { return "/staff/" + found.public_id.text() + std::string{below}; }
};

Result<Subject> subject_of(web::Visit& visit)
{
    const auto id = visit.public_id("record");
    if (!id) return std::unexpected(id.error());
    auto found = workforce::find_record_within(visit.reader(), visit.reach(), *id, visit.today());
    if (!found) return std::unexpected(found.error());
    auto organisation = partnership::find_organisation(visit.reader(), found->organisation);
    if (!organisation) return std::unexpected(organisation.error());
    Subject subject{std::move(*found), std::move(*organisation), {}, 0};
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

ui::Html who(const Subject& subject, const UpkeepDesk& desk, const std::string& path, Date today)
{
    return ui::identity_bar({.title = person_words(subject.found.held.record),
                             .facts = {subject.organisation.name, "Reference " + subject.found.held.record.reference}}) +
           job_links(subject.jobs, subject.chosen, path, *desk.packs, today);
}

ui::Html chosen_job(const Subject& subject)
{
    return ui::element("input", {{"type", "hidden"}, {"name", "job"}, {"value", std::to_string(subject.chosen + 1)}});
}

UpkeepStep adding_step(web::Visit& visit, const UpkeepDesk& desk)
{
    return {.parts = {.title = "Add a person", .breadcrumbs = {{"Staff", "/staff"}}, .nav = "/staff"},
            .content = [&visit, &desk] {
                const auto organisations = organisations_of(visit);
                return adding_fields(choices_of(visit, desk, organisations), organisations, visit.form());
            },
            .action = "/staff/new", .back = "/staff", .saved = "The person is added", .to = {}};
}

UpkeepStep changing_step(web::Visit& visit, const UpkeepDesk& desk, const Subject& subject)
{
    return {.parts = {.title = "Change a staff record", .back = subject.path({}), .nav = "/staff"},
            .content = [&visit, &desk, &subject] {
                return chosen_job(subject) + changing_fields(choices_of(visit, desk, {subject.organisation}), visit.form());
            },
            .action = subject.path("/change"), .back = subject.path({}), .saved = "The change is saved", .to = subject.path({})};
}

UpkeepStep ending_step(web::Visit& visit, const Subject& subject)
{
    return {.parts = {.title = "End a job", .back = subject.path({}), .nav = "/staff"},
            .content = [&visit, &subject] { return chosen_job(subject) + ending_fields(visit.form()); },
            .action = subject.path("/end"), .back = subject.path({}), .saved = "The last day is saved", .to = subject.path({})};
}

/// For whom the new person works; a problem in "for" where nobody said.
Result<partnership::Organisation> organisation_for(web::Visit& visit)
{
    auto organisations = organisations_of(visit);
    if (organisations.size() == 1) return std::move(organisations.front());
    const auto asked = visit.form().text("for");
    for (auto& organisation : organisations) {
        if (organisation.public_id.text() == asked) return std::move(organisation);
    }
    return unacceptable("for", "Choose who they work for");
}

UpkeepRow new_row(web::Visit& visit, const UpkeepDesk& desk, const partnership::Organisation& organisation)
{
    UpkeepRow row;
    row["organisation"] = organisation.code;
    for (const auto& field : upkeep_fields()) row[field.column] = cell_of(visit, field);
    if (row.cell("staff_reference").empty()) {
        row["staff_reference"] = next_reference(workforce::load_view(visit.reader(), organisation.id, desk.numbers));
    } else if (workforce::find_staff_record(visit.reader(), organisation.id, row.cell("staff_reference"))) {
        visit.form().add({ProblemKind::unacceptable, "staff_reference", "Someone in this organisation has this reference already. Give another, or change their record"});
    }
    const auto* role = desk.packs->list("roles").find(row.cell("role"));
    row["sector"] = role == nullptr ? std::string{} : role->parent;
    row["breadth"] = role == nullptr ? std::string{} : std::string{role->attribute("breadth")};
    return row;
}

/// The row of a change: what was given for each box, and from when where something of the job changes.
UpkeepRow changed_row(web::Visit& visit, const UpkeepDesk& desk, const Subject& subject)
{
    auto row = row_of(subject.organisation.code, subject.found.held.record, *subject.job(), visit.today());
    const auto settings = partnership::settings_of(visit.reader(), subject.organisation.id);
    const auto held = held_values(subject.found.held.record, subject.job(), *desk.packs, settings, visit.today());
    bool of_the_job = false;
    for (const auto& field : upkeep_fields()) {
        if (field.only_new) continue;
        auto cell = cell_of(visit, field);
        if (cell.empty() && (field.kept_if_empty || is_hidden(visit, field.column, subject.organisation.id))) continue;
        const auto before = std::ranges::find(held, field.column, &std::pair<std::string, std::string>::first);
        of_the_job = of_the_job || (field.of_the_job && (before == held.end() ? !cell.empty() : before->second != cell));
        row[field.column] = std::move(cell);
    }
    if (!of_the_job) return row;
    const auto from = visit.form().date("terms_from", "Day from which the change holds");
    if (from) row["terms_from"] = from->iso();
    else visit.form().add(from.error());
    return row;
}

}  // namespace

web::Response add_page(web::Visit& visit, const UpkeepDesk& desk)
{
    if (organisations_of(visit).empty()) return visit.problem({ProblemKind::not_found, {}, "You hand in returns for no organisation that is open"});
    const auto step = adding_step(visit, desk);
    return visit.page(step.parts, visit.in_form({.action = step.action, .id = "upkeep"}, step.content()));
}

web::Response add_person(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto step = adding_step(visit, desk);
    const auto organisation = organisation_for(visit);
    if (!organisation) visit.form().add(organisation.error());
    Draft draft;
    if (organisation) draft = {*organisation, {"Added by hand", staff_return_of({new_row(visit, desk, *organisation)})}, returns::Source::form};
    return walk(visit, desk, draft, step);
}

web::Response change_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem({ProblemKind::conflict, {}, "This record has no job. Hand in a staff return to give it one"});
    const auto settings = partnership::settings_of(visit.reader(), subject->organisation.id);
    for (const auto& [column, value] : held_values(subject->found.held.record, subject->job(), *desk.packs, settings, visit.today())) {
        if (!is_hidden(visit, column, subject->organisation.id)) fill(visit.form(), column, value);
    }
    const auto step = changing_step(visit, desk, *subject);
    return visit.page(step.parts, who(*subject, desk, step.action, visit.today()) + visit.in_form({.action = step.action, .id = "upkeep"}, step.content()));
}

web::Response change_person(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem({ProblemKind::conflict, {}, "This record has no job. Hand in a staff return to give it one"});
    const auto step = changing_step(visit, desk, *subject);
    const Draft draft{subject->organisation, {"Changed by hand", staff_return_of({changed_row(visit, desk, *subject)})}, returns::Source::form};
    return walk(visit, desk, draft, step);
}

web::Response end_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem({ProblemKind::conflict, {}, "This record has no job to end"});
    const auto step = ending_step(visit, *subject);
    return visit.page(step.parts, who(*subject, desk, step.action, visit.today()) + visit.in_form({.action = step.action, .id = "upkeep"}, step.content()));
}

web::Response end_job(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem({ProblemKind::conflict, {}, "This record has no job to end"});
    auto row = row_of(subject->organisation.code, subject->found.held.record, *subject->job(), visit.today());
    const auto last_day = visit.form().date("end_date", "Last day of the job");
    if (last_day) row["end_date"] = last_day->iso();
    else visit.form().add(last_day.error());
    const Draft draft{subject->organisation, {"Ended by hand", staff_return_of({row})}, returns::Source::form};
    return walk(visit, desk, draft, ending_step(visit, *subject));
}

}  // namespace kith::intake
