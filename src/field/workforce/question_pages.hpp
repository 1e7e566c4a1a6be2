#pragma once
// A question about the workforce as it is asked in an address: what "Who works here", the staff list and their files share, and so do the pages of figures in rooms above.
#include "figures/figure.hpp"
#include "web/visit.hpp"
#include "workforce/question_views.hpp"
#include "workforce/tally_feed.hpp"

namespace kith::workforce {

/// What the address asks; a date that is none goes onto the form as a problem, and today stands in its place.
HeadCountQuestion question_of(const web::Visit& visit, web::Form& form);
/// The question as far as it means something, by `understood`; a value of a filter that means nothing here goes onto the form as a problem, so that
/// nobody takes the answer without it for the answer to it.
HeadCountQuestion understood_or_said(HeadCountQuestion question, const Names& names, const tally::Table& table, web::Form& form);
/// The day in the three boxes of the form.
void fill_day(web::Form& form, Date day);
/// The organisations that pages may name: those within reach, and for someone with a locality those whose staff work in it.
std::vector<partnership::Organisation> organisations_for(web::Visit& visit, const tally::Table& table);

/// The localities that pages may name to ask about: for someone whose reach is localities alone, those.
std::vector<partnership::Locality> localities_for(const access::Reach& reach, std::vector<partnership::Locality> all);

/// True where the staff list reaches exactly whom the figures count, so that the rows behind them can be promised.
bool may_see_rows(const web::Visit& visit);
/// Of the organisations that the question is about: who has handed in, and how many of the staff they expect are in post. Where it asks about localities,
/// they are those with a setting or staff there. Headcounts only of those that the reach covers whole (a locality is no view of an employer's total), where
/// the question is of all their staff and of `today`: what they expect is of now.
figures::Coverage coverage_of(const HeadCountQuestion& question, const Names& names, const Snapshot& snapshot, const access::Reach& reach, Date today,
                              const std::vector<partnership::Setting>& settings);
/// The mappings by which the snapshot's roles were counted.
std::vector<figures::MappingUsed> mappings_used(const Snapshot& snapshot, const packs::Packs& packs);

}  // namespace kith::workforce
