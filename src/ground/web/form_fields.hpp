#pragma once
// Fields of a form with what was typed and what is wrong with it, labels in bold: the usual ones, so that no room writes them again.
#include "base/date.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::web {

using Choices = std::vector<std::pair<std::string, std::string>>;  ///< value and words

/// One line of text; `classes` for its width, "govuk-input--width-5".
ui::Html line_field(const Form& form, const std::string& name, std::string label, std::string hint = {}, std::string classes = {});
ui::Html words_field(const Form& form, const std::string& name, std::string label, std::string hint = {});
/// Day, month and year; Form::date() reads them.
ui::Html day_field(const Form& form, const std::string& name, std::string label, std::string hint = {});
/// A list to choose from; the first choice with an empty value stands for "none".
ui::Html choice_field(const Form& form, const std::string& name, std::string label, const Choices& choices, std::string hint = {});
/// What a person cannot see and the form sends back, such as what the page was made from.
ui::Html hidden_field(const std::string& name, std::string value);
void fill_day(Form& form, const std::string& name, Date date);
/// Lines of text as they were typed, each a paragraph.
ui::Html as_lines(std::string_view text);

}  // namespace kith::web
