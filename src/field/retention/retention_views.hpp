#pragma once
// This room's pages as markup. Values in, markup out. Private to the room.
#include "retention/retention_register.hpp"
#include "retention/subject_file.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::retention {

struct Choice {
    std::string value;
    std::string text;
};
ui::Html whom_fields(const web::Form& form, const std::vector<Choice>& organisations);

struct HeldView {
    const SubjectFile& file;
    std::string path;        ///< of this page, for its files
    bool own = false;        ///< shown to the person whom it is about
    std::string erase_href;  ///< empty where the viewer may not erase
};
ui::Html held_page(const HeldView& view);

struct EraseView {
    const ErasurePlan& plan;
    std::string organisation;
    std::string held_href;
    bool may_see_returns = false;
};
ui::Html erase_opening(const EraseView& view);
ui::Html erase_fields(const web::Form& form);

struct ErasuresView {
    const std::vector<ErasureLine>& lines;
    std::int64_t total = 0;
    const std::map<access::OrganisationId, std::string>& organisations;
};
ui::Html erasures_table(const ErasuresView& view);

ui::Html ask_fields(const web::Form& form, const std::string& organisation);
struct CorrectionView {
    const Correction& correction;
    std::string organisation;
    std::string record_href;  ///< empty where the viewer may not open it
    std::string asked_by;
    std::string answered_by;
};
ui::Html correction_facts(const CorrectionView& view);
ui::Html answer_fields(const web::Form& form);
ui::Html corrections_table(const std::vector<Correction>& corrections, std::int64_t total, const std::map<access::OrganisationId, std::string>& organisations, Date today);
/// What the record's page says of corrections: a line each.
ui::Html corrections_beside(const std::vector<Correction>& corrections, bool own);

ui::Html due_page(const std::vector<Due>& due, const std::map<std::string, LastRun>& runs, Date today);
struct RunView {
    const Due& due;
    std::vector<std::vector<std::string>> examples;  ///< rows of cells
    std::vector<std::string> headings;
};
ui::Html run_opening(const RunView& view);

}  // namespace kith::retention
