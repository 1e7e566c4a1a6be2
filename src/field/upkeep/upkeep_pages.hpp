#pragma once
// Handlers of upkeep by hand: add, change and end a person, change several, go through the list. Private to the room.
#include "upkeep/routes.hpp"
#include "upkeep/upkeep_fact.hpp"
#include "returns/desk.hpp"
#include "returns/handed_in.hpp"
#include "web/visit.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::upkeep {

/// A return that a form makes.
struct Draft {
    partnership::Organisation organisation;
    returns::File file;
    returns::Source source = returns::Source::form;
};

/// One step of a form: its page as it stands, and where it leads.
struct UpkeepStep {
    web::PageParts parts;
    std::function<ui::Html()> content;  ///< of the form's page, with what was given and what is wrong
    std::string action;
    std::string back;
    std::string saved;                  ///< banner once it is saved: "The person is added"
    std::string to;                     ///< where saving leads; empty: to the return
    std::function<std::string(db::Reader&)> then{};  ///< the same, where only the register knows once it is saved
    std::function<ui::Html()> opening{};             ///< above the form: whose record it is
};
/// The form as it is opened.
web::Response form_page(web::Visit& visit, const UpkeepStep& step);

/// Checks the draft. What must be mended goes back to the form; a difference not yet looked at is shown; one that was is saved.
web::Response walk(web::Visit& visit, const UpkeepDesk& desk, const Draft& draft, const UpkeepStep& step);
/// Organisations that this viewer hands in for and that are open, by name.
std::vector<partnership::Organisation> organisations_of(web::Visit& visit);
/// The audit of reads has to know of `count` records before a page shows them.
void record_read(web::Visit& visit, partnership::OrganisationId organisation, std::int64_t count, std::vector<std::string> records);

web::Response add_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response add_person(web::Visit& visit, const UpkeepDesk& desk);
web::Response change_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response section_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response change_section(web::Visit& visit, const UpkeepDesk& desk);
web::Response fact_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response save_fact(web::Visit& visit, const UpkeepDesk& desk);
/// What the boxes of such a form say. Problems go to the form.
workforce::Fact fact_given(web::Visit& visit, const UpkeepFactForm& form);
web::Response end_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response end_job(web::Visit& visit, const UpkeepDesk& desk);

web::Response several_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response change_several(web::Visit& visit, const UpkeepDesk& desk);
web::Response confirm_page(web::Visit& visit, const UpkeepDesk& desk);
web::Response confirm_list(web::Visit& visit, const UpkeepDesk& desk);
web::Response hand_in_nil(web::Visit& visit, const UpkeepDesk& desk);

}  // namespace kith::upkeep
