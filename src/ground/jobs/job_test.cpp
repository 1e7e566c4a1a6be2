#include "jobs/job.hpp"

#include <gtest/gtest.h>

namespace kith::jobs {
namespace {

TEST(JobState, IsReadBackFromItsName)
{
    for (auto state : {JobState::queued, JobState::running, JobState::done, JobState::failed, JobState::cancelled}) {
        EXPECT_EQ(job_state_named(name_of(state)), state);
    }
    EXPECT_EQ(job_state_named("asleep"), std::nullopt);
}

TEST(Job, SaysHowFarItIsOnceTheTotalIsKnown)
{
    Job job;
    EXPECT_EQ(job.percent(), std::nullopt);
    job.total = 8;
    job.done = 2;
    EXPECT_EQ(job.percent(), 25);
    job.done = 9;
    EXPECT_EQ(job.percent(), 100);
    job.total = 0;
    job.state = JobState::done;
    EXPECT_EQ(job.percent(), 100);
}

}  // namespace
}  // namespace kith::jobs
