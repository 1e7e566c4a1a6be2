#include "reception/fields_views.hpp"

namespace kith::reception {

ui::Html text_field(const web::Form& form, const TextField& field)
{
    return ui::input({.name = field.name,
                      .type = field.type,
                      .inputmode = field.inputmode,
                      .value = form.as_given(field.name),
                      .label = {.text = field.label},
                      .hint = {.text = field.hint},
                      .error_message = {.text = form.error(field.name).value_or("")},
                      .classes = field.classes,
                      .autocomplete = field.autocomplete,
                      .spellcheck = field.spellcheck});
}

ui::Html area_field(const web::Form& form, const TextField& field, int rows)
{
    return ui::textarea({.name = field.name,
                         .spellcheck = field.spellcheck,
                         .rows = rows,
                         .value = form.as_given(field.name),
                         .label = {.text = field.label},
                         .hint = {.text = field.hint},
                         .error_message = {.text = form.error(field.name).value_or("")},
                         .classes = field.classes,
                         .autocomplete = field.autocomplete});
}

ui::Html password_field(const web::Form& form, const PasswordField& field)
{
    return ui::password_input({.name = field.name,
                               .label = {.text = field.label},
                               .hint = {.text = field.hint},
                               .error_message = {.text = form.error(field.name).value_or("")},
                               .autocomplete = field.is_new ? "new-password" : "current-password"});
}

ui::Html date_field(const web::Form& form, const std::string& name, const std::string& legend, const std::string& hint)
{
    return ui::date_input({.id = name,
                           .name_prefix = name,
                           .values = {{name + "-day", form.as_given(name + "-day")},
                                      {name + "-month", form.as_given(name + "-month")},
                                      {name + "-year", form.as_given(name + "-year")}},
                           .hint = {.text = hint},
                           .error_message = {.text = form.error(name).value_or("")},
                           .fieldset = {.legend = {.text = legend, .classes = "govuk-fieldset__legend--s"}}});
}

ui::Html warning_button(std::string text)
{
    return ui::button({.text = std::move(text), .classes = "govuk-button--warning", .prevent_double_click = true});
}

}  // namespace kith::reception
