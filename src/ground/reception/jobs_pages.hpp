#pragma once
// Handlers of everyone's background work; the page of one job is the web room's. Private to this room.
#include "web/visit.hpp"

namespace kith::reception {

web::Response list_jobs(web::Visit& visit);
web::Response retry_job(web::Visit& visit);

}  // namespace kith::reception
