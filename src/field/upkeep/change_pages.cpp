// Changing what is held of one person by hand: everything in sections, and one section to a page.
#include "upkeep/subject_pages.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/full_week.hpp"

#include <algorithm>

namespace kith::upkeep {
namespace {

/// True where the page of a record has this section: some of it is seen, and it goes with the job as it stands.
bool is_asked(const UpkeepSectionRow& section, const UpkeepSubject& subject)
{
    if (fields_seen(section.section, subject.sight).empty()) return false;
    const bool is_of_person = section.section == UpkeepSection::person || section.section == UpkeepSection::about_them;
    if (is_of_person) return true;
    if (section.section == UpkeepSection::leaving) return subject.job()->engagement.ended_on.has_value();
    return true;
}

/// The section that the address names; not found where this viewer sees nothing of it.
Result<const UpkeepSectionRow*> section_of(web::Visit& visit, const UpkeepSubject& subject)
{
    const auto* section = upkeep_section(visit.parameter("section"));
    if (section == nullptr || !is_asked(*section, subject)) return not_found("Page");
    return section;
}

/// Since when the terms in force stand: the first hold from the start of the job.
std::optional<Date> terms_stand_from(const UpkeepSubject& subject, Date today)
{
    const auto& job = *subject.job();
    const auto* terms = terms_on(job, today);
    if (terms == nullptr) return std::nullopt;
    return terms == &job.terms.front().terms ? job.engagement.started_on : terms->from_on;
}

UpkeepStep step_of(web::Visit& visit, const UpkeepDesk& desk, const UpkeepSubject& subject, const UpkeepSectionRow& section)
{
    const auto back = subject.path_with_job("/change");
    return {.parts = {.title = std::string{section.title}, .back = back, .nav = "/staff"},
            .content = [&visit, &desk, &subject, &section] {
                return chosen_job(subject) + section_fields(section, choices_of(visit, desk, {subject.organisation}), subject.sight, terms_stand_from(subject, visit.today()), visit.form());
            },
            .action = subject.path("/change/" + std::string{section.key}), .back = back, .saved = "The change is saved", .to = back,
            .opening = [&visit, &desk, &subject, &section] { return who(subject, desk, subject.path("/change/" + std::string{section.key}), visit.today()); }};
}

Problem no_job() { return {ProblemKind::conflict, {}, "This record has no job. Hand in a staff return to give it one"}; }

using Held = std::vector<std::pair<std::string, std::string>>;

/// Where the hours change and the FTE was theirs, it is worked out anew.
void let_fte_follow(UpkeepRow& row, const Held& held, const workforce::EngagementTerms* terms)
{
    if (terms == nullptr || !terms->hours || terms->fte != workforce::fte_from_hours(*terms->hours)) return;
    if (row.cell("fte") == held_value(held, "fte") && row.cell("hours") != held_value(held, "hours")) row["fte"] = "";
}

/// The row of a change: what was given for each box of the section, and from when where terms of the job change.
UpkeepRow changed_row(web::Visit& visit, const UpkeepDesk& desk, const UpkeepSubject& subject, const UpkeepSectionRow& section)
{
    auto row = row_of(subject.organisation.code, subject.record(), *subject.job(), visit.today());
    const auto held = held_values(subject.record(), subject.job(), subject.settings, visit.today());
    bool terms_change = false;
    for (const auto* field : fields_seen(section.section, subject.sight)) {
        if (!field->when_changing || (field->as == UpkeepField::As::setting && !visit.form().has(field->column))) continue;
        auto cell = cell_of(visit, *field);
        if (cell.empty() && field->kept_if_empty) continue;
        terms_change = terms_change || (field->of_the_terms && held_value(held, field->column) != cell);
        row[field->column] = std::move(cell);
    }
    if (section.section == UpkeepSection::hours) let_fte_follow(row, held, terms_on(*subject.job(), visit.today()));
    if (section.section == UpkeepSection::job && row.cell("role") != held_value(held, "role")) take_from_role(row, *desk.packs);
    if (!terms_change) return row;
    const auto from = visit.form().date("terms_from", "The day from which the change holds");
    if (from) row["terms_from"] = from->iso();
    else visit.form().add(from.error());
    return row;
}

}  // namespace

web::Response change_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem(no_job());
    UpkeepOverview overview{.packs = *desk.packs, .record = subject->found.held, .settings = subject->settings, .sight = subject->sight,
                            .held = held_values(subject->record(), subject->job(), subject->settings, visit.today()),
                            .path = subject->path({}), .job = subject->jobs.size() > 1 ? subject->chosen + 1 : 0, .sections = {}};
    for (const auto& section : upkeep_sections()) {
        if (is_asked(section, *subject)) overview.sections.push_back(&section);
    }
    return visit.page({.title = "Change a staff record", .back = subject->path({}), .nav = "/staff"},
                      who(*subject, desk, subject->path("/change"), visit.today()) + overview_of(overview));
}

web::Response section_page(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem(no_job());
    const auto section = section_of(visit, *subject);
    if (!section) return visit.problem(section.error());
    const auto held = held_values(subject->record(), subject->job(), subject->settings, visit.today());
    for (const auto* field : fields_seen((*section)->section, subject->sight)) fill(visit.form(), *field, held_value(held, field->column));
    const auto step = step_of(visit, desk, *subject, **section);
    return form_page(visit, step);
}

web::Response change_section(web::Visit& visit, const UpkeepDesk& desk)
{
    const auto subject = subject_of(visit);
    if (!subject) return visit.problem(subject.error());
    if (subject->job() == nullptr) return visit.problem(no_job());
    const auto section = section_of(visit, *subject);
    if (!section) return visit.problem(section.error());
    const auto step = step_of(visit, desk, *subject, **section);
    const Draft draft{subject->organisation, {"Changed by hand", staff_return_of({changed_row(visit, desk, *subject, **section)})}, returns::Source::form};
    return walk(visit, desk, draft, step);
}

}  // namespace kith::upkeep
