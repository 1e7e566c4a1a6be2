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

#include <functional>
#include <string>
#include <vector>

namespace kith::workforce {

/// What a list made to ask for somebody says beside their work.
struct Asking {
    std::string held_heading;                               ///< "Speaks or can do"
    std::function<std::string(std::int64_t record)> held;
    /// Whom to ring: a manager is named with no number of their own, and may not be known.
    std::function<ui::Html(std::int64_t record)> to_ring;
};

/// Those of `records` whom the viewer reaches today, a page of them at a time, with what each does by `query`; how many more there are is said, and who
/// is shown is in the audit of reads. `address`: of this list, without its page number. Where they are listed to be asked for, each stands with what they
/// hold and through whom to ask: their manager, who then is in the audit too.
ui::Html list_behind_figure(web::Visit& visit, const packs::Packs& packs, const Snapshot& snapshot, const tally::Query& query, const std::vector<std::int64_t>& records,
                            const web::Address& address, const Asking* asking = nullptr);

}  // namespace kith::workforce
