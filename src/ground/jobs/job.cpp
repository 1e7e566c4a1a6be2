#include "jobs/job.hpp"

#include <algorithm>
#include <array>

namespace kith::jobs {

namespace {

constexpr std::array<std::string_view, 5> state_names{"queued", "running", "done", "failed", "cancelled"};

}  // namespace

std::string_view name_of(JobState state)
{
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<JobState> job_state_named(std::string_view name)
{
    const auto found = std::find(state_names.begin(), state_names.end(), name);
    if (found == state_names.end()) return std::nullopt;
    return static_cast<JobState>(found - state_names.begin());
}

std::optional<int> Job::percent() const
{
    if (state == JobState::done) return 100;
    if (total <= 0) return std::nullopt;
    return static_cast<int>(std::clamp(100 * done / total, std::int64_t{0}, std::int64_t{100}));
}

}  // namespace kith::jobs
