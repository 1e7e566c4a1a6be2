#pragma once
// Fields that the forms of vacancies and of posts share: what work, where, how much of it, and days. Values in, markup out. Private to the room.
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace kith::workforce {

/// What such a form may choose from.
struct WantedChoices {
    const packs::Packs& packs;
    std::vector<partnership::Organisation> organisations;  ///< empty: it is given
    std::vector<partnership::Setting> settings;
    std::vector<partnership::Locality> localities;
};

/// Organisation (where it is not given), role, full-time equivalent, setting, locality, contract.
ui::Html wanted_fields(const web::Form& form, const WantedChoices& choices, const std::string& fte_label);

ui::Html day_field(const web::Form& form, const std::string& name, const std::string& legend, const std::string& hint);
ui::Html code_select(const web::Form& form, std::string name, std::string label, const packs::CodeList& list, std::string none);
ui::Html reference_field(const web::Form& form, const std::string& name, const std::string& label, const std::string& hint);

}  // namespace kith::workforce
