#pragma once
// Reception's form fields: the design system's, with the answer and the error that the form holds. Private to this room.
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "web/form.hpp"

#include <string>

namespace kith::reception {

struct TextField {
    std::string name;
    std::string label;
    std::string hint = {};
    std::string type = "text";
    std::string autocomplete = {};
    std::string classes = {};
    bool spellcheck = false;
    std::string inputmode = {};
};
ui::Html text_field(const web::Form& form, const TextField& field);

struct PasswordField {
    std::string name;
    std::string label;
    std::string hint = {};
    bool is_new = false;
};
/// Never shows what was typed.
ui::Html password_field(const web::Form& form, const PasswordField& field);

/// Several lines; `rows` of them are seen.
ui::Html area_field(const web::Form& form, const TextField& field, int rows);

/// Day, month and year; `name` as web::Form::date reads it.
ui::Html date_field(const web::Form& form, const std::string& name, const std::string& legend, const std::string& hint);

/// A button that does something that cannot be taken back.
ui::Html warning_button(std::string text);

}  // namespace kith::reception
