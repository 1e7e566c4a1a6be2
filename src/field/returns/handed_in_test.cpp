#include "returns/handed_in.hpp"

#include "returns/file_access.hpp"

#include <gtest/gtest.h>

namespace kith::returns {
namespace {

constexpr State all_states[] = {State::received, State::checking, State::asking, State::checked, State::accepting, State::accepted,
                                State::refused,  State::undone,   State::withdrawn, State::failed};
constexpr Step all_steps[] = {Step::check, Step::ask, Step::finish_check, Step::refuse, Step::ask_to_accept, Step::take,
                              Step::differ, Step::undo, Step::withdraw, Step::fail};

HandedIn checked(std::int64_t rows, std::int64_t can_take)
{
    HandedIn handed_in;
    handed_in.state = State::checked;
    handed_in.rows = rows;
    handed_in.can_take = can_take;
    handed_in.writes = can_take;
    return handed_in;
}

TEST(HandedIn, TheUsualWayLeadsFromReceivedToUndone)
{
    auto state = State::received;
    for (auto step : {Step::check, Step::finish_check, Step::ask_to_accept, Step::take, Step::undo}) {
        auto next = after(state, step);
        ASSERT_TRUE(next) << state_id(state);
        state = *next;
    }
    EXPECT_EQ(state, State::undone);
}

TEST(HandedIn, NothingFollowsWhatIsOver)
{
    for (auto state : all_states) {
        bool any = false;
        for (auto step : all_steps) any = any || after(state, step).has_value();
        EXPECT_EQ(any, !is_over(state)) << state_id(state);
    }
}

TEST(HandedIn, AReturnIsTakenOnlyOnceAndOnlyAfterSomeoneAccepted)
{
    for (auto state : all_states) EXPECT_EQ(after(state, Step::take).has_value(), state == State::accepting) << state_id(state);
    for (auto state : all_states) EXPECT_EQ(after(state, Step::ask_to_accept).has_value(), state == State::checked) << state_id(state);
}

TEST(HandedIn, AnAcceptedReturnIsUndoneNotWithdrawn)
{
    const auto withdrawn = after(State::accepted, Step::withdraw);
    ASSERT_FALSE(withdrawn);
    EXPECT_EQ(withdrawn.error().kind, ProblemKind::conflict);
    EXPECT_EQ(withdrawn.error().message, "This return has already been accepted. It can be undone");
}

TEST(HandedIn, ACheckThatTheServerDiedInStartsAgain)
{
    EXPECT_EQ(after(State::checking, Step::check), State::checking);
    EXPECT_EQ(after(State::failed, Step::check), State::checking);
}

TEST(HandedIn, StatesGoToIdsAndBack)
{
    for (auto state : all_states) {
        EXPECT_EQ(state_of(state_id(state)), state);
        EXPECT_FALSE(state_words(state).empty());
    }
}

TEST(HandedIn, TheAnswerCountsWhatCanBeTakenAndWhatNeedsMending)
{
    EXPECT_EQ(answer(checked(312, 298)), "312 rows read: 298 can be taken, 14 need mending");
    EXPECT_EQ(answer(checked(2, 1)), "2 rows read: 1 can be taken, 1 needs mending");
    EXPECT_EQ(answer(checked(1204, 1204)), "1,204 rows read: all can be taken");
    EXPECT_EQ(answer(checked(1, 1)), "1 row read: it can be taken");
}

TEST(HandedIn, TheAnswerSaysWhenTheRegisterHoldsItAllAlready)
{
    auto same = checked(10, 10);
    same.writes = 0;
    EXPECT_EQ(answer(same), "10 rows read: all can be taken. The register holds all of this already");
}

TEST(HandedIn, EndingMoreThanOneInTwentyNeedsATick)
{
    EXPECT_FALSE(is_more_than(0, 0, 5));
    EXPECT_FALSE(is_more_than(5, 100, 5));
    EXPECT_TRUE(is_more_than(6, 100, 5));
    EXPECT_TRUE(is_more_than(1, 3, 5));
}

TEST(AnnotatedFile, IsNamedAfterTheOneHandedIn)
{
    EXPECT_EQ(name_to_mend("payroll.csv"), "payroll-to-mend");
    EXPECT_EQ(name_to_mend("payroll-to-mend.xlsx"), "payroll-to-mend");
    EXPECT_EQ(name_to_mend("St. Mary's staff (Nov 2026).xlsx"), "St.-Mary-s-staff-Nov-2026-to-mend");
    EXPECT_EQ(name_to_mend("\r\n\"; x=\".csv"), "x-to-mend");
    EXPECT_EQ(name_to_mend("../../etc"), "file-to-mend");
    EXPECT_EQ(name_to_mend(""), "file-to-mend");
}

TEST(HandedIn, AFileNameLosesItsFolderAndControlCharacters)
{
    EXPECT_EQ(clean_file_name("C:\\Users\\me\\staff.csv"), "staff.csv");
    EXPECT_EQ(clean_file_name("../../etc/passwd"), "passwd");
    EXPECT_EQ(clean_file_name("a\r\nSet-Cookie: x.csv"), "aSet-Cookie: x.csv");
    EXPECT_EQ(clean_file_name("Zo\xeb.csv"), "Zoë.csv");
    EXPECT_EQ(clean_file_name("folder/"), "file without a name");
    EXPECT_EQ(clean_file_name(std::string(300, 'a')).size(), 100U);
}

}  // namespace
}  // namespace kith::returns
