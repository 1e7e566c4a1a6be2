#pragma once
// What forms and pages of a workshop share. Private to the room.
#include "figures/figure.hpp"
#include "ui/html.hpp"
#include "web/form_fields.hpp"

namespace kith::assessment {

using web::as_lines, web::choice_field, web::Choices, web::day_field, web::fill_day, web::line_field, web::words_field;

/// The way to the address by which others refer to a finding as it stands today.
ui::Html refer_to(figures::Reference reference, Date today);

}  // namespace kith::assessment
