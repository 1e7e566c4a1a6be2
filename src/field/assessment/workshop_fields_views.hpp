#pragma once
// Fields of the forms of a workshop, with what was typed and what is wrong with it. Private to the room.
#include "figures/figure.hpp"
#include "ui/fields.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

#include <string>
#include <utility>
#include <vector>

namespace kith::assessment {

using Choices = std::vector<std::pair<std::string, std::string>>;  ///< value and words

ui::Html line_field(const web::Form& form, const std::string& name, std::string label, std::string hint = {});
ui::Html words_field(const web::Form& form, const std::string& name, std::string label, std::string hint = {});
ui::Html day_field(const web::Form& form, const std::string& name, std::string label, std::string hint = {});
/// A list to choose from; the first choice with an empty value stands for "none".
ui::Html choice_field(const web::Form& form, const std::string& name, std::string label, const Choices& choices, std::string hint = {});
void fill_day(web::Form& form, const std::string& name, Date date);
/// Lines of text as they were typed, each a paragraph.
ui::Html as_lines(std::string_view text);
/// The way to the address by which others refer to a finding as it stands today.
ui::Html refer_to(figures::Reference reference, Date today);

}  // namespace kith::assessment
