#pragma once
// Whom a page of upkeep is about, as far as its viewer sees them, and what all those pages do with a box's answer. Private to the room.
#include "upkeep/upkeep_pages.hpp"
#include "upkeep/upkeep_views.hpp"

namespace kith::upkeep {

/// A person's record without what this viewer may not see, the job that the page is about, and whose they are.
struct UpkeepSubject {
    workforce::FoundRecord found;
    partnership::Organisation organisation;
    std::vector<partnership::Setting> settings;
    workforce::Sight sight;
    std::vector<const workforce::HeldEngagement*> jobs;  ///< those that run, or all where none does
    std::size_t chosen = 0;
    const workforce::HeldEngagement* job() const { return jobs.empty() ? nullptr : jobs.at(chosen); }
    std::string path(std::string_view below) const { return "/staff/" + found.public_id.text() + std::string{below}; }
    /// The same with the job in it, where there is a choice.
    std::string path_with_job(std::string_view below) const;
    const workforce::StaffRecord& record() const { return found.held.record; }
};

/// Whom the address names; the audit of reads knows of it before anything is shown. Not found outside the viewer's reach.
Result<UpkeepSubject> subject_of(web::Visit& visit);
/// What this viewer sees of the records of an organisation whose returns they hand in.
workforce::Sight sight_in(web::Visit& visit, partnership::OrganisationId organisation);

/// The bar that says who; with a path, and where they hold several jobs, which.
ui::Html who(const UpkeepSubject& subject);
ui::Html who(const UpkeepSubject& subject, const UpkeepDesk& desk, const std::string& path, Date today);
/// The job, carried along in the form.
ui::Html chosen_job(const UpkeepSubject& subject);
/// Settings of one organisation that are open; none where there are several.
UpkeepChoices choices_of(web::Visit& visit, const UpkeepDesk& desk, const std::vector<partnership::Organisation>& organisations);

/// What the form gives for a field, as a cell: dates in three boxes become one, boxes ticked are joined by ";". Problems go to the form.
std::string cell_of(web::Visit& visit, const UpkeepField& field);
/// Puts what is held into the boxes of a field.
void fill(web::Form& form, const UpkeepField& field, std::string_view held);
void fill_day(web::Form& form, const std::string& name, const std::optional<Date>& day);

/// Sector and breadth as the role has them: they go with it.
void take_from_role(UpkeepRow& row, const packs::Packs& packs);

}  // namespace kith::upkeep
