#pragma once
// What the forms of upkeep ask of a person and a job, box by box and section by section; what the register holds for each box. Not what is asked
// of the many facts beside (upkeep_fact.hpp). Pure.
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "workforce/sight.hpp"
#include "workforce/staff_record.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::upkeep {

/// What is asked on one page.
enum class UpkeepSection : std::uint8_t { person, about_them, job, hours, pay, before, leaving };

struct UpkeepSectionRow {
    UpkeepSection section;
    std::string_view key;    ///< as it stands in addresses
    std::string_view title;
    bool of_the_terms;       ///< its values hold from a day on
};
const std::array<UpkeepSectionRow, 7>& upkeep_sections();
/// nullptr where no section has that key.
const UpkeepSectionRow* upkeep_section(std::string_view key);

/// How a form asks for one value.
struct UpkeepField {
    enum class As : std::uint8_t { text, number, date, list, several, setting };
    std::string_view column;
    std::string_view label;
    std::string_view hint;
    UpkeepSection section;
    workforce::Part part;          ///< of the record: who does not see it is not asked for it
    As as = As::text;
    std::string_view list{};       ///< code list, where as is list or several
    bool of_the_terms = false;     ///< changes from a day; else a value of the person, or of the job as a whole
    bool when_adding = false;      ///< asked when someone is added
    bool when_changing = true;
    bool in_bulk = false;          ///< can be changed for several at once
    bool kept_if_empty = false;    ///< an empty box leaves what is held, which is never shown
};
/// What the forms ask, in order.
const std::vector<UpkeepField>& upkeep_fields();
const UpkeepField* upkeep_field(std::string_view column);
/// Those that this viewer sees, in order.
std::vector<const UpkeepField*> fields_seen(UpkeepSection section, const workforce::Sight& sight);

/// What the register holds, as the form's boxes show it: column → cell. Values that are never shown are not among them. What the viewer may not
/// see is to be veiled before.
std::vector<std::pair<std::string, std::string>> held_values(const workforce::StaffRecord& record, const workforce::HeldEngagement* job,
                                                             const std::vector<partnership::Setting>& settings, Date today);
/// One of them; empty where there is none.
std::string_view held_value(const std::vector<std::pair<std::string, std::string>>& held, std::string_view column);

/// What a cell says in words: the label of a code, a date in words.
std::string cell_words(const UpkeepField& field, std::string_view cell, const packs::Packs& packs, const std::vector<partnership::Setting>& settings);

/// Takes from a record what the viewer does not see.
void veil(workforce::HeldStaffRecord& held, const workforce::Sight& sight);

}  // namespace kith::upkeep
