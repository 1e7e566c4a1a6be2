#pragma once
// Form fields of one control: label, hint, error message, fieldset, input, password input, textarea, character count, select,
// file upload. Members have the names of the govuk-frontend macro options in snake_case; text-or-html options are Content.
// A hint, error message, prefix or legend with empty text is not there.
#include "ui/html.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith::ui
{

struct Label {
    Content text;
    std::string for_id;  ///< the macro's `for`; fields fill it in with their own id
    bool is_page_heading = false;
    std::string classes;
    Attributes attributes;
};
Html label(const Label& params);

struct Hint {
    Content text;
    std::string id;  ///< fields fill it in
    std::string classes;
    Attributes attributes;
};
Html hint(const Hint& params);

struct ErrorMessage {
    Content text;
    std::string id;  ///< fields fill it in
    std::string classes;
    Attributes attributes;
    std::optional<std::string> visually_hidden_text;  ///< none: "Error"; empty: no prefix
};
Html error_message(const ErrorMessage& params);

struct Legend {
    Content text;
    std::string classes;
    bool is_page_heading = false;
};

struct Fieldset {
    std::string described_by;
    Legend legend;
    std::string classes;
    std::string role;
    Attributes attributes;
    Html html;
    /// True where anything is set: fields wrap themselves in a fieldset only then.
    bool present() const;
};
Html fieldset(const Fieldset& params);

struct FormGroup {
    std::string classes;
    Attributes attributes;
    Content before_input;
    Content after_input;
};

struct Affix {
    Content text;
    std::string classes;
    Attributes attributes;
};

struct InputWrapper {
    std::string classes;
    Attributes attributes;
};

struct Input {
    std::string id;  ///< empty: the name
    std::string name;
    std::string type = "text";
    std::string inputmode;
    std::optional<std::string> value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    Affix prefix;
    Affix suffix;
    FormGroup form_group;
    std::string classes;
    std::string autocomplete;
    std::string pattern;
    std::optional<bool> spellcheck;
    std::string autocapitalize;
    InputWrapper input_wrapper;
    Attributes attributes;
};
Html input(const Input& params);

struct PasswordInput {
    std::string id;
    std::string name;
    std::optional<std::string> value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    std::string autocomplete = "current-password";
    Attributes attributes;
    std::string show_password_text;
    std::string hide_password_text;
    std::string show_password_aria_label_text;
    std::string hide_password_aria_label_text;
    std::string password_shown_announcement_text;
    std::string password_hidden_announcement_text;
    std::string button_classes;  ///< the macro's `button.classes`
};
Html password_input(const PasswordInput& params);

struct Textarea {
    std::string id;
    std::string name;
    std::optional<bool> spellcheck;
    int rows = 5;
    std::string value;
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    std::string autocomplete;
    Attributes attributes;
};
Html textarea(const Textarea& params);

struct SelectItem {
    std::optional<std::string> value;  ///< none: the text is the value
    std::string text;
    std::optional<bool> selected;
    bool disabled = false;
    Attributes attributes;
};

struct Select {
    std::string id;
    std::string name;
    std::vector<SelectItem> items;
    std::string value;  ///< the item selected, by its value
    bool disabled = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    std::string classes;
    Attributes attributes;
};
Html select(const Select& params);

using PluralTexts = std::vector<std::pair<std::string, std::string>>;  ///< plural rule ("one", "other") to text

struct FileUpload {
    std::string id;
    std::string name;
    bool disabled = false;
    bool multiple = false;
    std::string described_by;
    Label label;
    Hint hint;
    ErrorMessage error_message;
    FormGroup form_group;
    bool javascript = false;
    std::string wrapper_classes;
    Attributes wrapper_attributes;
    std::string choose_files_button_text;
    std::string drop_instruction_text;
    PluralTexts multiple_files_chosen_text;
    std::string no_file_chosen_text;
    std::string entered_drop_zone_text;
    std::string left_drop_zone_text;
    std::string classes;
    Attributes attributes;
};
Html file_upload(const FileUpload& params);

}  // namespace kith::ui
