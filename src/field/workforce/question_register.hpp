#pragma once
// The public door to questions about the workforce as addresses, filters and lists have them, for the rooms above that show figures of their own: the question
// (question_pages.hpp), its filters and address (question_views.hpp), and the people behind a figure.
#include "tally/query.hpp"
#include "ui/html.hpp"
#include "web/address.hpp"
#include "web/visit.hpp"
#include "workforce/question_pages.hpp"
#include "workforce/question_views.hpp"
#include "workforce/tally_feed.hpp"

#include <vector>

namespace kith::workforce {

/// Those of `records` whom the viewer reaches today, a page of them at a time, with what each does by `query`; how many more there are is said, and who
/// is shown is in the audit of reads. `address`: of this list, without its page number.
ui::Html list_behind_figure(web::Visit& visit, const packs::Packs& packs, const Snapshot& snapshot, const tally::Query& query, const std::vector<std::int64_t>& records,
                            const web::Address& address);

}  // namespace kith::workforce
