#pragma once
// A job that goes on while its asker watches: page, live events, cancel. The list of jobs is reception's.
#include "base/id.hpp"
#include "ui/html.hpp"
#include "web/routes.hpp"

#include <string>

namespace kith::jobs {
struct Job;
}

namespace kith::web {

/// GET /jobs/{job}: how far it is, by events where there are scripts and by asking again where there are none; once it is over, on to the
/// job's own page. GET /jobs/{job}/events. POST /jobs/{job}/cancel. For whoever asked for the job and for those who may see all jobs;
/// for others it is not found.
void add_progress_routes(Routes& routes);

/// The path of a job's page: what a handler redirects to after it has queued one.
std::string progress_path(const PublicId& job);

/// The bar with its words, for a room's own page about the job; it moves by itself where there are scripts.
ui::Html progress_bar(const jobs::Job& job);

}  // namespace kith::web
