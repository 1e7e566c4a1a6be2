#pragma once
// Upkeep by hand as people see it: forms, the difference before saving, the list to go through. Values in, markup out. Private to the room.
#include "upkeep/upkeep_fact.hpp"
#include "upkeep/upkeep_field.hpp"
#include "returns/kind.hpp"
#include "ui/fields.hpp"
#include "web/form.hpp"

#include <map>

namespace kith::upkeep {

/// What the boxes of a form may offer.
struct UpkeepChoices {
    const packs::Packs& packs;
    std::vector<partnership::Setting> settings;
};

/// The boxes for one field, with what was given and what is wrong.
ui::Html upkeep_box(const UpkeepField& field, const UpkeepChoices& choices, const web::Form& form);
/// Codes of a list to choose from, "Not known" first, and what was given where the list does not know it.
std::vector<ui::SelectItem> codes_of(const packs::CodeList& list, const std::string& given);
/// A date in three boxes.
ui::Html day_boxes(const web::Form& form, const std::string& name, const std::string& label, const std::string& hint);
/// The inside of the forms to add someone, to change a section of what is held, and to end a job.
ui::Html adding_fields(const UpkeepChoices& choices, const std::vector<partnership::Organisation>& organisations, const workforce::Sight& sight, const web::Form& form);
/// `stands_from`: since when what is held of the job's terms stands.
ui::Html section_fields(const UpkeepSectionRow& section, const UpkeepChoices& choices, const workforce::Sight& sight, std::optional<Date> stands_from, const web::Form& form);
ui::Html ending_fields(const UpkeepChoices& choices, const workforce::Sight& sight, const web::Form& form);
/// The boxes of one kind of fact, and the whole inside of its form; `changes` is the key of the one that is changed, empty for a new one.
ui::Html fact_boxes(const UpkeepFactForm& fact, const packs::Packs& packs, const web::Form& form, bool is_changed = false);
ui::Html fact_fields(const UpkeepFactForm& fact, const packs::Packs& packs, const std::string& changes, const web::Form& form);

/// Everything held of a person that the viewer sees, in sections that can be changed one by one.
struct UpkeepOverview {
    const packs::Packs& packs;
    const workforce::HeldStaffRecord& record;  ///< veiled
    const std::vector<partnership::Setting>& settings;
    workforce::Sight sight;
    std::vector<std::pair<std::string, std::string>> held;
    std::string path;                          ///< of the record
    std::size_t job = 0;                       ///< its number where there is a choice
    std::vector<const UpkeepSectionRow*> sections;
};
ui::Html overview_of(const UpkeepOverview& overview);

/// Which of a person's jobs: links to the same page; nothing where there is one.
ui::Html job_links(const std::vector<const workforce::HeldEngagement*>& jobs, std::size_t chosen, const std::string& path, const packs::Packs& packs, Date today);

/// What saving would do, and what is worth a look first.
ui::Html before_saving(const returns::Checked& checked);
/// The form's answers carried along unseen, with the fingerprint of what was looked at, and the buttons.
ui::Html saving_fields(const web::Form& form, const returns::Checked& checked, const std::string& back);

/// Someone on a list that is gone through.
struct Listed {
    std::string key;      ///< of the answers: "1", "2", ...
    std::string name;
    std::string words;    ///< "Teacher since 1 September 2019, Reference P12"
    std::string setting;  ///< name; empty where none
};
ui::Html confirming_fields(const std::vector<Listed>& people, const web::Form& form);
/// The inside of the form that changes several at once.
ui::Html several_fields(const std::vector<Listed>& people, const UpkeepChoices& choices, const workforce::Sight& sight, const web::Form& form);

}  // namespace kith::upkeep
