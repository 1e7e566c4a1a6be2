#include "base/london.hpp"
#include "db/transaction.hpp"
#include "jobs/queue.hpp"
#include "kit/databases.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

namespace kith::jobs {
namespace {

using namespace std::chrono_literals;

class JobQueue : public kit::EachEngine {
protected:
    Queue::Options options()
    {
        return {.workers = 2,
                .lease_seconds = 60,
                .heartbeat = 20ms,
                .poll = 20ms,
                .now = [this] { return Instant{clock}; },
                .failed = [this](const std::string&, const std::string& kind, const std::string& what) { failures.push_back(kind + ": " + what); }};
    }
    PublicId queued(Queue& queue, std::string kind, std::int64_t account = 0)
    {
        db::Writer writer{database()};
        auto id = queue.enqueue(writer, {.kind = std::move(kind), .title = "A piece of work", .payload = "42", .account = account, .path = "/done"});
        writer.commit();
        return id;
    }
    Job job(const PublicId& id)
    {
        db::Reader reader{database()};
        return find_job(reader, id).value();
    }
    template <class Condition>
    bool comes_true(Condition condition)
    {
        for (int waits = 0; waits < 500; ++waits) {
            if (condition()) return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
    void asked_to_cancel(const PublicId& id)
    {
        db::Writer writer{database()};
        ASSERT_TRUE(cancel(writer, id, now()));
        writer.commit();
    }

    std::atomic<std::int64_t> clock{kit::frozen_now().seconds_since_epoch()};
    std::vector<std::string> failures;
};

KITH_ON_EACH_ENGINE(JobQueue);

TEST_P(JobQueue, WorksOffAJobAndKeepsItsLastWords)
{
    Queue queue{database(), options()};
    queue.handle("count", [](JobRun& run) {
        EXPECT_EQ(run.job().payload, "42");
        run.progress(3, 4, "3 of 4 rows read");
    });
    const auto id = queued(queue, "count", 7);
    EXPECT_EQ(job(id).state, JobState::queued);
    EXPECT_TRUE(queue.run_one());
    EXPECT_FALSE(queue.run_one());
    const auto done = job(id);
    EXPECT_EQ(done.state, JobState::done);
    EXPECT_EQ(done.words, "3 of 4 rows read");
    EXPECT_EQ(done.percent(), 100);
    EXPECT_EQ(done.path, "/done");
    EXPECT_EQ(done.account, 7);
}

TEST_P(JobQueue, DoesNotKnowAJobThatWasNotCommitted)
{
    Queue queue{database(), options()};
    queue.handle("count", [](JobRun&) {});
    {
        db::Writer writer{database()};
        queue.enqueue(writer, {.kind = "count", .title = "Never", .payload = ""});
    }
    EXPECT_FALSE(queue.run_one());
}

TEST_P(JobQueue, LeavesWorkOfKindsItDoesNotKnow)
{
    Queue queue{database(), options()};
    queue.handle("count", [](JobRun&) {});
    const auto id = queued(queue, "other");
    EXPECT_FALSE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::queued);
}

TEST_P(JobQueue, IsWorkedOffByThreadsEachJobOnce)
{
    std::atomic<int> done{0};
    Queue queue{database(), options()};
    queue.handle("count", [&](JobRun&) { ++done; });
    queue.start();
    std::vector<PublicId> ids;
    for (int n = 0; n < 20; ++n) ids.push_back(queued(queue, "count"));
    EXPECT_TRUE(comes_true([&] { return job(ids.back()).state == JobState::done && done == 20; }));
    queue.stop();
    EXPECT_EQ(done, 20);
    for (const auto& id : ids) EXPECT_EQ(job(id).state, JobState::done);
}

TEST_P(JobQueue, TriesAgainLaterAndFailsWithAReferenceInTheEnd)
{
    Queue queue{database(), options()};
    queue.handle("break", [](JobRun&) { throw std::runtime_error("the wheel came off"); });
    const auto id = queued(queue, "break");
    EXPECT_TRUE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::queued);
    EXPECT_FALSE(queue.run_one()) << "not before its wait is over";
    clock += 10;
    EXPECT_TRUE(queue.run_one());
    clock += 10;
    EXPECT_FALSE(queue.run_one()) << "the second wait is longer";
    clock += 30;
    EXPECT_TRUE(queue.run_one());
    const auto failed = job(id);
    EXPECT_EQ(failed.state, JobState::failed);
    EXPECT_EQ(failed.reference.size(), 8U);
    EXPECT_NE(failed.words.find(failed.reference), std::string::npos);
    EXPECT_EQ(failures, (std::vector<std::string>(3, std::string{"break: "} + typeid(std::runtime_error).name()))) << "its words may quote a value: its type alone is logged";
    db::Writer writer{database()};
    ASSERT_TRUE(retry(writer, id, now()));
    writer.commit();
    EXPECT_EQ(job(id).state, JobState::queued);
}

TEST_P(JobQueue, FailsAtOnceWhereTheHandlerSaysItIsHopeless)
{
    Queue queue{database(), options()};
    queue.handle("break", [](JobRun&) { throw Hopeless{"The file is not there any more"}; });
    const auto id = queued(queue, "break");
    EXPECT_TRUE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::failed);
    EXPECT_EQ(job(id).words, "The file is not there any more");
}

TEST_P(JobQueue, CancelsAQueuedJobAtOnceAndARunningOneWhenItLooks)
{
    Queue queue{database(), options()};
    std::promise<void> begun;
    queue.handle("long", [&](JobRun& run) {
        begun.set_value();
        for (;;) {
            run.go_on();
            std::this_thread::sleep_for(5ms);
        }
    });
    const auto first = queued(queue, "long");
    asked_to_cancel(first);
    EXPECT_EQ(job(first).state, JobState::cancelled);

    const auto second = queued(queue, "long");
    queue.start();
    begun.get_future().wait();
    asked_to_cancel(second);
    EXPECT_TRUE(comes_true([&] { return job(second).state == JobState::cancelled; }));
    queue.stop();
    db::Writer writer{database()};
    EXPECT_EQ(cancel(writer, second, now()).error().kind, ProblemKind::conflict);
}

TEST_P(JobQueue, ShowsProgressWhileItRuns)
{
    Queue queue{database(), options()};
    std::promise<void> seen;
    queue.handle("long", [&](JobRun& run) {
        run.progress(5, 20, "5 of 20 rows read");
        seen.get_future().wait();
    });
    const auto id = queued(queue, "long");
    queue.start();
    EXPECT_TRUE(comes_true([&] { return job(id).percent() == 25; }));
    EXPECT_EQ(job(id).words, "5 of 20 rows read");
    seen.set_value();
    EXPECT_TRUE(comes_true([&] { return job(id).state == JobState::done; }));
}

TEST_P(JobQueue, HandsUnfinishedWorkBackWhenItStopsWithoutCostingATry)
{
    std::atomic<bool> begun{false};
    Queue queue{database(), options()};
    queue.handle("long", [&](JobRun& run) {
        begun = true;
        for (;;) {
            run.go_on();
            std::this_thread::sleep_for(5ms);
        }
    });
    const auto id = queued(queue, "long");
    queue.start();
    ASSERT_TRUE(comes_true([&] { return begun.load(); }));
    queue.stop();
    EXPECT_EQ(job(id).state, JobState::queued);
    EXPECT_EQ(job(id).tries_left, 3);
}

TEST_P(JobQueue, TakesUpAJobWhoseWorkerDied)
{
    Queue queue{database(), options()};
    int runs = 0;
    queue.handle("count", [&](JobRun&) { ++runs; });
    const auto id = queued(queue, "count");
    {
        db::Writer writer{database()};  // as a worker leaves it that was killed
        writer.run("UPDATE job SET state = 'running', worker = 'dead', leased_until = $1, tries_left = 2", now().plus_seconds(60));
        writer.commit();
    }
    EXPECT_FALSE(queue.run_one()) << "its lease still runs";
    clock += 60;
    EXPECT_TRUE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::done);
    EXPECT_EQ(runs, 1);
}

TEST_P(JobQueue, TakesUpEveryRunningJobAtOnceWhereItTakesOver)
{
    Queue queue{database(), options()};
    queue.handle("count", [](JobRun&) {});
    const auto id = queued(queue, "count");
    {
        db::Writer writer{database()};
        writer.run("UPDATE job SET state = 'running', worker = 'dead', leased_until = $1, tries_left = 2", now().plus_seconds(60));
        writer.commit();
    }
    queue.take_over();
    EXPECT_TRUE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::done);
}

TEST_P(JobQueue, GivesUpAJobThatKillsItsWorkerEachTime)
{
    Queue queue{database(), options()};
    queue.handle("count", [](JobRun&) { FAIL() << "no tries are left"; });
    const auto id = queued(queue, "count");
    db::Writer writer{database()};
    writer.run("UPDATE job SET state = 'running', worker = 'dead', leased_until = $1, tries_left = 0", now());
    writer.commit();
    EXPECT_FALSE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::failed);
}

TEST_P(JobQueue, IgnoresAWorkerThatLostItsLease)
{
    Queue queue{database(), options()};
    PublicId id;
    queue.handle("count", [&](JobRun& run) {
        db::Writer writer{run.database()};
        writer.run("UPDATE job SET worker = 'another'");
        writer.commit();
        while (!run.cancelled()) std::this_thread::sleep_for(5ms);
    });
    id = queued(queue, "count");
    EXPECT_TRUE(queue.run_one());
    EXPECT_EQ(job(id).state, JobState::running) << "it is the other's to end";
}

TEST_P(JobQueue, QueuesWhatComesRound)
{
    int runs = 0;
    Queue queue{database(), options()};
    queue.handle("tidy", [&](JobRun&) { ++runs; });
    queue.schedule({{.kind = "tidy", .title = "Tidying up", .payload = ""}, 3600});
    queue.run_all();
    queue.run_all();
    EXPECT_EQ(runs, 1);
    clock += 3600;
    queue.run_all();
    EXPECT_EQ(runs, 2);
}

TEST_P(JobQueue, ListsJobsOfOneAskerOrOfAllNewestFirst)
{
    Queue queue{database(), options()};
    const auto first = queued(queue, "count", 7);
    const auto second = queued(queue, "count", 8);
    db::Reader reader{database()};
    EXPECT_EQ(count_jobs(reader, 0), 2);
    EXPECT_EQ(count_jobs(reader, 8), 1);
    EXPECT_EQ(list_jobs(reader, 0, 10, 0).at(0).public_id, second);
    EXPECT_EQ(list_jobs(reader, 7, 10, 0).at(0).public_id, first);
    EXPECT_EQ(list_jobs(reader, 0, 10, 1).at(0).public_id, first);
}

TEST_P(JobQueue, QueuesDailyWorkOnceADayByClocksInEngland)
{
    const auto at = [&](int day, int hour, int minute) { clock = in_london(Date::of(2026, 3, day).value(), hour, minute).seconds_since_epoch(); };
    at(28, 5, 0);
    Queue queue{database(), options()};
    int runs = 0;
    queue.every_day("remind", "Remind those who are late", {6, 30}, [&](JobRun&) { ++runs; });
    queue.run_all();
    EXPECT_EQ(runs, 1) << "yesterday's round is caught up";
    at(28, 6, 30);
    queue.run_all();
    queue.run_all();
    EXPECT_EQ(runs, 2);
    at(29, 6, 29);
    queue.run_all();
    EXPECT_EQ(runs, 2) << "the night in which clocks go forward";
    at(29, 6, 30);
    queue.run_all();
    EXPECT_EQ(runs, 3);
    db::Reader reader{database()};
    EXPECT_EQ(queue.rounds(reader).at(0).when, "Daily at 6:30am");
    EXPECT_EQ(queue.rounds(reader).at(0).last, Instant{clock.load()});
}

TEST_P(JobQueue, LeavesNoTraceOfARoundThatHadNothingToDo)
{
    Queue queue{database(), options()};
    bool wanted = false;
    queue.handle("tidy", [](JobRun&) {});
    queue.schedule({.job = {.kind = "tidy", .title = "Tidying up", .payload = ""}, .every_seconds = 60, .wanted = [&](db::Reader&, Instant) { return wanted; }});
    queue.run_all();
    const auto jobs_kept = [&] {
        db::Reader reader{database()};
        return count_jobs(reader, 0);
    };
    EXPECT_EQ(jobs_kept(), 0);
    wanted = true;
    queue.run_all();
    EXPECT_EQ(jobs_kept(), 1);
}

}  // namespace
}  // namespace kith::jobs
