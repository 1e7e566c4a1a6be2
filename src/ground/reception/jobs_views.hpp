#pragma once
// Background work as a list. Private to this room.
#include "access/ids.hpp"
#include "jobs/job.hpp"
#include "ui/html.hpp"

#include <map>
#include <vector>

namespace kith::reception {

/// `names` of those who asked.
ui::Html job_list(const std::vector<jobs::Job>& jobs, const std::map<access::AccountId, std::string>& names, std::int64_t all);

}  // namespace kith::reception
