// When the machine fails: the disk is full, the server is killed. A return is then whole or absent, and goes on where it stood.
#include "access/accounts.hpp"
#include "db/connection.hpp"
#include "db/error.hpp"
#include "jobs/queue.hpp"
#include "kit/databases.hpp"
#include "kit/toy_kind.hpp"
#include "returns/return_jobs.hpp"
#include "returns/return_register.hpp"
#include "returns/return_store.hpp"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace kith::returns {
namespace {

const Actor steward{.account = access::AccountId{7}, .words = "Robin Hale"};

class Trouble : public testing::Test {
protected:
    Trouble() : desk_(kit::toy_desk(*test_)) { kit::make_toy_table(*test_); }
    db::Database& database() { return *test_; }
    static jobs::Queue::Options queue_options()
    {
        jobs::Queue::Options options;
        options.now = clock();
        return options;
    }
    static std::function<Instant()> clock() { return [] { return kit::frozen_now(); }; }

    HandedIn received(std::string bytes)
    {
        const File file{"toys.csv", std::move(bytes)};
        db::Writer writer{database()};
        auto handed_in = receive(writer, {file, "toy", access::OrganisationId{1}, steward, kit::frozen_now()});
        writer.commit();
        return handed_in;
    }
    HandedIn said_yes(std::string bytes)
    {
        const auto handed_in = check_return(database(), desk_, received(std::move(bytes)).id, clock()).value();
        db::Writer writer{database()};
        auto yes = ask_to_accept(writer, handed_in, handed_in.fingerprint, {}, steward, kit::frozen_now()).value();
        writer.commit();
        return yes;
    }
    /// Someone who hands in for the return's organisation.
    access::AccountId open_account()
    {
        db::Writer writer{database()};
        const auto chance = database().options().random;
        const access::Grant grant{access::Role::data_steward, access::Scope::organisation(access::OrganisationId{1})};
        const auto opened = access::create_account(writer, {"robin@example.org", "Robin Hale", {grant}}, {}, {}, chance, kit::frozen_now()).value();
        writer.commit();
        return opened.account;
    }
    State state_of_return(ReturnId id)
    {
        db::Reader reader{database()};
        return find_return(reader, id)->state;
    }
    std::size_t toys()
    {
        db::Reader reader{database()};
        return kit::toys_held(reader, 1).size();
    }
    kit::TestDatabase test_{db::Engine::sqlite};
    Desk desk_;
};

std::string many_toys(int number)
{
    std::string bytes = "reference,amount\n";
    for (int toy = 0; toy < number; ++toy) bytes += "toy" + std::to_string(toy) + ",1\n";
    return bytes;
}

TEST_F(Trouble, AServerKilledDuringAcceptLeavesTheReturnWholeOrAbsent)
{
    const auto yes = said_yes(many_toys(400));
    for (const int microseconds : {500, 2'000, 8'000, 20'000, 60'000}) {
        const auto child = fork();
        ASSERT_NE(child, -1);
        if (child == 0) {
            auto options = test_.options();
            options.durable = true;
            auto own = db::Database::open(options);
            (void)take_return(own, desk_, yes.id, steward, clock());
            _exit(0);
        }
        usleep(static_cast<useconds_t>(microseconds));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        test_.reopen();
        if (state_of_return(yes.id) == State::accepted) EXPECT_EQ(toys(), 400U) << microseconds;
        else EXPECT_EQ(toys(), 0U) << microseconds;
    }
    EXPECT_EQ(take_return(database(), desk_, yes.id, steward, clock())->state, State::accepted) << "the job goes on";
    EXPECT_EQ(toys(), 400U);
}

TEST_F(Trouble, AnAcceptInterruptedHalfWayIsTakenUpAgainAndSaysSo)
{
    const auto yes = said_yes(many_toys(3));
    int tries = 0;
    const auto whole = desk_.kinds[0].accept;
    desk_.kinds[0].accept = [&](db::ChangeSet& change_set, const Checked& checked, Instant at) {
        auto accepted = whole(change_set, checked, at);
        if (++tries == 1) throw db::DatabaseError{db::Failure::lost, "the connection is gone"};
        return accepted;
    };
    EXPECT_THROW((void)take_return(database(), desk_, yes.id, steward, clock()), db::DatabaseError);
    EXPECT_EQ(toys(), 0U);
    ASSERT_EQ(take_return(database(), desk_, yes.id, steward, clock())->state, State::accepted);
    db::Reader reader{database()};
    EXPECT_EQ(list_events(reader, yes.id).front().title, "Taken into the register");
    EXPECT_EQ(toys(), 3U);
}

TEST_F(Trouble, AFullDiskWhileReceivingKeepsNothing)
{
    {
        db::Writer limit{database()};
        limit.connection().script("PRAGMA max_page_count = 1");
    }
    const File file{"toys.csv", many_toys(200'000)};
    try {
        db::Writer writer{database()};
        (void)receive(writer, {file, "toy", access::OrganisationId{1}, steward, kit::frozen_now()});
        writer.commit();
        FAIL() << "the disk was not full";
    } catch (const db::DatabaseError& error) {
        EXPECT_EQ(error.kind(), db::Failure::disk_full);
    }
    db::Reader reader{database()};
    EXPECT_EQ(count_returns(reader, access::Reach::everything(), {}), 0);
}

TEST_F(Trouble, AFullDiskWhileAcceptingLeavesTheReturnForADecision)
{
    const auto yes = said_yes(many_toys(20));
    desk_.kinds[0].accept = [](db::ChangeSet&, const Checked&, Instant) -> Accepted { throw db::DatabaseError{db::Failure::disk_full, "disk full"}; };
    jobs::Queue queue{database(), queue_options()};
    add_jobs(queue, std::make_shared<const Desk>(desk_), clock());
    const auto account = open_account();
    db::Writer writer{database()};
    const auto queued = enqueue(queue, writer, desk_, yes, accept_job, account).value();
    writer.commit();
    queue.run_all();
    db::Reader reader{database()};
    const auto stands = find_return(reader, yes.id).value();
    EXPECT_EQ(stands.state, State::checked);
    EXPECT_EQ(stands.words.find("The disk that holds Kith's database is full"), 0U) << stands.words;
    EXPECT_EQ(jobs::find_job(reader, *queued.job)->state, jobs::JobState::failed) << "it is not tried again by itself";
    EXPECT_EQ(toys(), 0U);
}

TEST_F(Trouble, JobsCheckAndTakeAReturn)
{
    jobs::Queue queue{database(), queue_options()};
    add_jobs(queue, std::make_shared<const Desk>(desk_), clock());
    auto handed_in = received(many_toys(5));
    const auto account = open_account();
    {
        db::Writer writer{database()};
        ASSERT_TRUE(enqueue(queue, writer, desk_, handed_in, check_job, account));
        writer.commit();
    }
    queue.run_all();
    db::Reader before{database()};
    handed_in = find_return(before, handed_in.id).value();
    ASSERT_EQ(handed_in.state, State::checked);
    {
        db::Writer writer{database()};
        const auto yes = ask_to_accept(writer, handed_in, handed_in.fingerprint, {}, steward, kit::frozen_now()).value();
        ASSERT_TRUE(enqueue(queue, writer, desk_, yes, accept_job, account));
        writer.commit();
    }
    queue.run_all();
    db::Reader after_that{database()};
    const auto in = find_return(after_that, handed_in.id).value();
    EXPECT_EQ(in.state, State::accepted);
    EXPECT_EQ(jobs::find_job(after_that, *in.job)->words, "5 rows of 5 taken into the register");
    EXPECT_EQ(toys(), 5U);
}

TEST_F(Trouble, ARoleThatEndedBeforeTheJobRanTakesNothing)
{
    const auto account = open_account();
    const auto yes = said_yes(many_toys(3));
    jobs::Queue queue{database(), queue_options()};
    add_jobs(queue, std::make_shared<const Desk>(desk_), clock());
    db::Writer writer{database()};
    ASSERT_TRUE(enqueue(queue, writer, desk_, yes, accept_job, account));
    ASSERT_TRUE(access::close_account(writer, account, {}, kit::frozen_now()));
    writer.commit();
    queue.run_all();
    db::Reader reader{database()};
    const auto stands = find_return(reader, yes.id).value();
    EXPECT_EQ(stands.state, State::checked);
    EXPECT_TRUE(stands.words.starts_with("Whoever accepted this return may no longer hand in returns")) << stands.words;
    EXPECT_EQ(toys(), 0U);
}

}  // namespace
}  // namespace kith::returns
