#pragma once
// What stands around the content of every page: header, menu by what the viewer may do, heading, banner, errors, print line.
#include "web/visit.hpp"

namespace kith::web {

/// The whole document. `problems` become the error summary, each linked to its field.
std::string framed_page(const House& house, const access::Viewer& viewer, Instant now, const PageParts& parts, const ui::Html& content,
                        const std::vector<Problem>& problems);

/// What a page says that says why there is no other. Empty parts are the usual ones of the status.
struct ProblemParts {
    int status = 404;
    std::string_view title = {};
    std::string_view words = {};
    std::string_view reference = {};  ///< names the log line, for 500
    std::string_view href = {};       ///< of the way on
    std::string_view way_on = {};     ///< words of its link
};

/// A page that says why there is no other: 404, 403, 409, 413, 500, 503 and their like.
Response problem_page(const House& house, const access::Viewer& viewer, Instant now, const ProblemParts& parts);

}  // namespace kith::web
