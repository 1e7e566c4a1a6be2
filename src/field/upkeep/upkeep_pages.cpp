// Adding a person and ending a job by hand.
#include "upkeep/upkeep_pages.hpp"

#include "upkeep/subject_pages.hpp"
#include "partnership/organisation_register.hpp"
#include "ui/pieces.hpp"

#include <algorithm>

namespace kith::upkeep {
namespace {

/// What may be asked of someone new: what this viewer sees in every organisation that the form offers.
workforce::Sight sight_in_all(web::Visit& visit, const std::vector<partnership::Organisation>& organisations)
{
    workforce::Sight all;
    for (const auto& row : workforce::part_table()) {
        if (std::ranges::all_of(organisations, [&](const auto& organisation) { return sight_in(visit, organisation.id).sees(row.part); })) all.add(row.part);
    }
    return all;
}

/// Where what else is known of the new person can be said.
std::string page_of_new(db::Reader& reader, partnership::OrganisationId organisation, const std::string& reference)
{
    const auto id = workforce::public_id_of(reader, organisation, reference);
    return id ? "/staff/" + id->text() + "/change" : std::string{"/staff"};
}

UpkeepStep adding_step(web::Visit& visit, const UpkeepDesk& desk)
{
    return {.parts = {.title = "Add a person", .breadcrumbs = {{"Staff", "/staff"}}, .nav = "/staff"},
            .content = [&visit, &desk] {
                const auto organisations = organisations_of(visit);
                return adding_fields(choices_of(visit, desk, organisations), organisations, sight_in_all(visit, organisations), visit.form());
            },
            .action = "/staff/new", .back = "/staff", .saved = "The person is added. Say what else is known of them, or leave it", .to = {}};
}

UpkeepStep ending_step(web::Visit& visit, const UpkeepDesk& desk, const UpkeepSubject& subject)
{
    return {.parts = {.title = "End a job", .back = subject.path({}), .nav = "/staff"},
            .content = [&visit, &desk, &subject] {
                return chosen_job(subject) + ending_fields(choices_of(visit, desk, {subject.organisation}), subject.sight, visit.form());
            },
            .action = subject.path("/end"), .back = subject.path({}), .saved = "The last day is saved", .to = subject.path({}),
            .opening = [&visit, &desk, &subject] { return who(subject, desk, subject.path("/end"), visit.today()); }};
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
    const auto sight = sight_in(visit, organisation.id);
    row["organisation"] = organisation.code;
    for (const auto& field : upkeep_fields()) {
        if (field.when_adding && sight.sees(field.part)) row[field.column] = cell_of(visit, field);
    }
    if (row.cell("staff_reference").empty()) {
        row["staff_reference"] = next_reference(workforce::load_view(visit.reader(), organisation.id, desk.numbers));
    } else if (workforce::find_staff_record(visit.reader(), organisation.id, row.cell("staff_reference"))) {
        visit.form().add({ProblemKind::unacceptable, "staff_reference", "Someone in this organisation has this reference already. Give another, or change their record"});
    }
    if (row.cell("family_name").empty() && row.cell("given_name").empty()) visit.form().add({ProblemKind::unacceptable, "family_name", "Enter a family name, or the one name they go by"});
    if (row.cell("role").empty()) visit.form().add({ProblemKind::unacceptable, "role", "Choose the role"});
    take_from_role(row, *desk.packs);
    return row;
}

UpkeepRow ended_row(web::Visit& visit, const UpkeepSubject& subject)
{
    auto row = row_of(subject.organisation.code, subject.record(), *subject.job(), visit.today());
    const auto last_day = visit.form().date("end_date", "Last day of the job");
    if (last_day) row["end_date"] = last_day->iso();
    else visit.form().add(last_day.error());
    for (const auto* field : fields_seen(UpkeepSection::leaving, subject.sight)) {
        if (auto cell = cell_of(visit, *field); !cell.empty()) row[field->column] = std::move(cell);
    }
    return row;
}

Problem no_job() { return {ProblemKind::conflict, {}, "This record has no job to end"}; }

}  // namespace

web::Response add_page(web::Visit& visit, const UpkeepDesk& desk)
{
    if (organisations_of(visit).empty()) return visit.problem({ProblemKind::conflict, {}, "You hand in returns for no organisation that is open today. Organisations come first: they are loaded or added under Organisations"});
    const auto step = adding_step(visit, desk);
    return form_page(visit, step);
}

web::Response add_person(web::Visit& visit, const UpkeepDesk& desk)
{
    auto step = adding_step(visit, desk);
    const auto organisation = organisation_for(visit);
    if (!organisation) visit.form().add(organisation.error());
    Draft draft;
    if (organisation) {
        const auto row = new_row(visit, desk, *organisation);
        draft = {*organisation, {"Added by hand", staff_return_of({row})}, returns::Source::form};
        step.then = [organisation = organisation->id, reference = std::string{row.cell("staff_reference")}](db::Reader& reader) {
            return page_of_new(reader, organisation, reference);
        };
    }
    return walk(visit, desk, draft, step);
}

web::Response end_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem(no_job());
    const auto step = ending_step(visit, desk, *subject);
    return form_page(visit, step);
}

web::Response end_job(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem(no_job());
    const Draft draft{subject->organisation, {"Ended by hand", staff_return_of({ended_row(visit, *subject)})}, returns::Source::form};
    return walk(visit, desk, draft, ending_step(visit, desk, *subject));
}

}  // namespace kith::upkeep
