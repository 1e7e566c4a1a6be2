#pragma once
// A piece of work that goes on without a page waiting for it, and how far it has come. Not the work itself: handlers do that.
#include "base/id.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::jobs {

using JobId = Id<struct JobTag>;

enum class JobState { queued, running, done, failed, cancelled };

/// "queued", "running", ... as stored.
std::string_view name_of(JobState state);
std::optional<JobState> job_state_named(std::string_view name);
/// True where nothing more will happen to it.
constexpr bool is_over(JobState state) { return state == JobState::done || state == JobState::failed || state == JobState::cancelled; }

/// What is asked for.
struct NewJob {
    std::string kind;         ///< which handler does it: "check_return"
    std::string title;        ///< in words, for the jobs page; holds no personal data
    std::string payload;      ///< what the handler needs, as it likes to read it; holds keys, not personal data
    std::int64_t account = 0; ///< who asked; 0 where nobody did (the schedule, the command line)
    std::string path;         ///< the page to go to once it is over: "/returns/01h..."
    int tries = 3;            ///< how often it is tried before it has failed
};

/// One job as it stands.
struct Job {
    JobId id;
    PublicId public_id;
    std::string kind;
    std::string title;
    std::string payload;
    std::int64_t account = 0;
    std::string path;
    JobState state = JobState::queued;
    Instant queued_at;
    std::optional<Instant> started_at;  ///< of the last try
    std::optional<Instant> ended_at;
    int tries_left = 0;
    std::int64_t done = 0;   ///< of `total`
    std::int64_t total = 0;  ///< 0 while it is not known
    std::string words;       ///< what it is doing, or how it ended: "1,204 of 20,000 rows read"
    bool cancel_asked = false;
    std::string reference;  ///< of the log line that says why it failed

    /// 0 to 100, or none while the total is not known.
    std::optional<int> percent() const;
};

}  // namespace kith::jobs
