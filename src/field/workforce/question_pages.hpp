#pragma once
// A question about the workforce as it is asked in an address: what "Who works here", the staff list and their files share. Private to the
// room.
#include "web/visit.hpp"
#include "workforce/question_views.hpp"

namespace kith::workforce {

/// What the address asks; a date that is none goes onto the form as a problem, and today stands in its place.
HeadCountQuestion question_of(const web::Visit& visit, web::Form& form);
/// The day in the three boxes of the form.
void fill_day(web::Form& form, Date day);
/// The organisations that pages may name: those within reach, and for someone with a locality those whose staff work in it.
std::vector<partnership::Organisation> organisations_for(web::Visit& visit, const tally::Table& table);

}  // namespace kith::workforce
