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
#include <optional>
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

/// One person behind a figure, as programs are told of them.
struct BehindFigure {
    std::int64_t record = 0;
    PublicId public_id;
    std::string name;  ///< as the list has it, never empty
    std::string reference;
    std::string organisation;
    struct Work {
        std::string role, setting, fte;  ///< setting and FTE empty where none is reported
    };
    std::vector<Work> work;
    std::string manager;                 ///< their name; empty where none is named, or nobody is listed to be asked for
    std::optional<PublicId> manager_id;  ///< of the manager's record
};
struct PeopleBehindFigure {
    std::vector<BehindFigure> people;  ///< of this page
    std::int64_t total = 0;            ///< within the viewer's reach today
    std::int64_t beyond = 0;           ///< counted, and beyond it
    int page = 1;
    int pages = 1;
};
/// What list_behind_figure shows, by the same decision and with the same entry in the audit of reads; with managers where they are listed to be asked for.
PeopleBehindFigure people_behind_figure(web::Visit& visit, const packs::Packs& packs, const Snapshot& snapshot, const tally::Query& query, const std::vector<std::int64_t>& records,
                                        bool with_managers = false);

}  // namespace kith::workforce
