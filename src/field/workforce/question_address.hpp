#pragma once
// A question about the workforce as it stands in an address, and back: what "Who works here", the staff list and their files share. Private
// to the room.
#include "web/address.hpp"
#include "web/visit.hpp"
#include "workforce/head_count.hpp"

namespace kith::workforce {

/// What the address asks; a date that is none goes onto the form as a problem, and today stands in its place.
HeadCountQuestion question_of(const web::Visit& visit, web::Form& form);
/// `path` with the question; today and the usual breakdown are left out.
web::Address address_of(std::string path, const HeadCountQuestion& question, Date today);
/// Where the rows behind the question are listed. Without any filter too, it means those who work on the day.
web::Address rows_address(const HeadCountQuestion& question, Date today);
/// The day in the three boxes of the form.
void fill_day(web::Form& form, Date day);
/// The organisations that pages may name: those within reach, and for someone with a locality those whose staff work in it.
std::vector<partnership::Organisation> organisations_for(web::Visit& visit, const tally::Table& table);

}  // namespace kith::workforce
