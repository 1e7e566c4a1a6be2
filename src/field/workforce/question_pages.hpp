#pragma once
// A question about the workforce as it is asked in an address: what "Who works here", the staff list and their files share, and so do the pages of figures in rooms above.
#include "figures/figure.hpp"
#include "web/visit.hpp"
#include "workforce/question_views.hpp"
#include "workforce/tally_feed.hpp"

namespace kith::workforce {

/// What the address asks; a date that is none goes onto the form as a problem, and today stands in its place.
HeadCountQuestion question_of(const web::Visit& visit, web::Form& form);
/// The day in the three boxes of the form.
void fill_day(web::Form& form, Date day);
/// The organisations that pages may name: those within reach, and for someone with a locality those whose staff work in it.
std::vector<partnership::Organisation> organisations_for(web::Visit& visit, const tally::Table& table);

/// True where the staff list reaches exactly whom the figures count, so that the rows behind them can be promised.
bool may_see_rows(const web::Visit& visit);
/// Of the organisations that the question is about: who has handed in, and how many of the staff they expect are in post. Headcounts only of
/// those that the reach covers whole: a locality is no view of an employer's total.
figures::Coverage coverage_of(const HeadCountQuestion& question, const Names& names, const Snapshot& snapshot, const access::Reach& reach);
/// The mappings by which the snapshot's roles were counted.
std::vector<figures::MappingUsed> mappings_used(const Snapshot& snapshot, const packs::Packs& packs);

}  // namespace kith::workforce
