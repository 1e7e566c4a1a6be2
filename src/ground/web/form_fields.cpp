#include "web/form_fields.hpp"

#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/words.hpp"

namespace kith::web {

ui::Html line_field(const Form& form, const std::string& name, std::string label, std::string hint, std::string classes)
{
    return ui::input({.id = name, .name = name, .value = form.as_given(name), .label = {.text = std::move(label), .classes = "govuk-label--s"}, .hint = {.text = std::move(hint)},
                      .error_message = {.text = form.error(name).value_or("")}, .classes = std::move(classes)});
}

ui::Html words_field(const Form& form, const std::string& name, std::string label, std::string hint)
{
    return ui::textarea({.id = name, .name = name, .rows = 4, .value = form.as_given(name), .label = {.text = std::move(label), .classes = "govuk-label--s"}, .hint = {.text = std::move(hint)},
                         .error_message = {.text = form.error(name).value_or("")}});
}

ui::Html day_field(const Form& form, const std::string& name, std::string label, std::string hint)
{
    return ui::date_input({.id = name, .name_prefix = name,
                           .values = {{name + "-day", form.as_given(name + "-day")}, {name + "-month", form.as_given(name + "-month")}, {name + "-year", form.as_given(name + "-year")}},
                           .hint = {.text = std::move(hint)}, .error_message = {.text = form.error(name).value_or("")}, .fieldset = {.legend = {.text = std::move(label), .classes = "govuk-fieldset__legend--s"}}});
}

ui::Html choice_field(const Form& form, const std::string& name, std::string label, const Choices& choices, std::string hint)
{
    std::vector<ui::SelectItem> items;
    for (const auto& [value, words] : choices) items.push_back({.value = value, .text = words});
    return ui::select({.id = name, .name = name, .items = std::move(items), .value = form.text(name), .label = {.text = std::move(label), .classes = "govuk-label--s"}, .hint = {.text = std::move(hint)},
                       .error_message = {.text = form.error(name).value_or("")}});
}

ui::Html hidden_field(const std::string& name, std::string value)
{
    return ui::element("input", {{"type", "hidden"}, {"name", name}, {"value", std::move(value)}});
}

void fill_day(Form& form, const std::string& name, Date date)
{
    form.fill(name + "-day", std::to_string(date.day())).fill(name + "-month", std::to_string(date.month())).fill(name + "-year", std::to_string(date.year()));
}

ui::Html as_lines(std::string_view text)
{
    ui::Html html;
    for (const auto line : split(text, '\n'))
        if (const auto words = trimmed(line); !words.empty()) html += ui::paragraph(std::string{words});
    return html;
}

}  // namespace kith::web
