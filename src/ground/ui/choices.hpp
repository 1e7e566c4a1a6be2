#pragma once
// Form fields of several controls: radios, checkboxes, date input; and the button. Names as in the govuk-frontend macros.
#include "ui/fields.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::ui
{

struct FormGroupOfInputs {
    std::string classes;
    Attributes attributes;
    Content before_inputs;
    Content after_inputs;
};

struct ItemLabel {
    std::string classes;
    Attributes attributes;
};

struct RadioItem {
    Content text;
    std::string id;
    std::string value;
    ItemLabel label;
    Hint hint;
    std::string divider;  ///< a line such as "or"; nothing else of the item is used
    std::optional<bool> checked;
    Html conditional;  ///< shown when chosen; without scripts always
    bool disabled = false;
    Attributes attributes;
};

struct Radios {
    Fieldset fieldset;
    Hint hint;
    ErrorMessage error_message;
    FormGroupOfInputs form_group;
    std::string id_prefix;  ///< empty: the name
    std::string name;
    std::vector<RadioItem> items;
    std::string value;  ///< the item checked, by its value
    std::string classes;
    Attributes attributes;
};
Html radios(const Radios& params);

struct CheckboxItem {
    Content text;
    std::string id;
    std::string name;
    std::string value;
    ItemLabel label;
    Hint hint;
    std::string divider;
    std::optional<bool> checked;
    Html conditional;
    std::string behaviour;  ///< "exclusive": unchecks the others
    bool disabled = false;
    Attributes attributes;
};

struct Checkboxes {
    std::string described_by;
    Fieldset fieldset;
    Hint hint;
    ErrorMessage error_message;
    FormGroupOfInputs form_group;
    std::string id_prefix;
    std::string name;
    std::vector<CheckboxItem> items;
    std::vector<std::string> values;  ///< the items checked, by their values
    std::string classes;
    Attributes attributes;
};
Html checkboxes(const Checkboxes& params);

struct DateItem {
    std::string name;  ///< empty: day, month or year by its place
    std::string id;
    std::string label;  ///< empty: the name with a capital
    std::optional<std::string> value;
    std::string autocomplete;
    std::string inputmode;  ///< empty: numeric
    std::string pattern;
    std::optional<bool> error;  ///< none: all three are marked where the date has an error message
    std::string classes;
    Attributes attributes;
    bool left_out = false;  ///< the macro's `day: false`
};

/// Three text inputs named <name_prefix>-day, -month and -year. `values` is keyed by those names.
struct DateInput {
    std::string id;
    std::string name_prefix;
    std::vector<DateItem> items;  ///< empty: day, month, year
    std::optional<DateItem> day;
    std::optional<DateItem> month;
    std::optional<DateItem> year;
    std::map<std::string, std::string> values;
    Hint hint;
    ErrorMessage error_message;
    FormGroupOfInputs form_group;
    Fieldset fieldset;
    std::string classes;
    Attributes attributes;
};
Html date_input(const DateInput& params);

struct Button {
    Content text;
    std::string name;
    std::string type = "submit";
    std::string value;
    bool disabled = false;
    std::string href;  ///< set: a link that looks like a button
    std::string classes;
    Attributes attributes;
    std::optional<bool> prevent_double_click;
    bool is_start_button = false;
    std::string id;
};
Html button(const Button& params);

}  // namespace kith::ui
