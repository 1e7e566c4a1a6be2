// Seats of boards from files.
#include "governance/board_register.hpp"
#include "governance/seat_kind.hpp"
#include "kit/kind_desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::governance {
namespace {

class SeatKindOfReturn : public testing::TestWithParam<db::Engine> {
protected:
    kit::KindDesk desk_{GetParam()};
};
KITH_ON_EACH_ENGINE(SeatKindOfReturn);

TEST_P(SeatKindOfReturn, TakesNewcastlesBoardOf27SeatsInThreeKinds)
{
    const auto file = kit::KindDesk::source("newcastle_2008_seats.csv");
    ASSERT_TRUE(seat_kind().recognise(file.bytes));
    EXPECT_TRUE(desk_.check(seat_kind(), file).findings.empty());
    desk_.accept(seat_kind(), file);
    db::Reader reader{desk_.app().database()};
    const auto board = boards().all(reader).at(0);
    EXPECT_EQ(board.name, "Workforce Reform Board");
    EXPECT_EQ(in_words(seats_of(reader, board.id)), "27 seats: 24 members, 2 for minutes only, 1 for project assurance.");
    std::vector<std::string> sections;
    for (const auto& seat : seats_of(reader, board.id))
        if (sections.empty() || sections.back() != seat.section) sections.push_back(seat.section);
    EXPECT_THAT(sections, testing::ElementsAre("Role in transformation, across all partners", "Children's services workforce representatives", "Organisation representatives"));
    EXPECT_EQ(desk_.check(seat_kind(), file).difference.writes, 0) << "the same file twice changes nothing";
}

TEST_P(SeatKindOfReturn, SaysWhatIsWrongByLine)
{
    const returns::File file{"seats.csv", "board,role,seat,kind,number\nBoard,,,member,1\n,,Head,king,1\nBoard,,Head,chair,99\nBoard,,Head,chair,1\n"};
    const auto checked = desk_.check(seat_kind(), file);
    EXPECT_EQ(checked.can_take, 1);
    EXPECT_THAT(kit::KindDesk::by_rule(checked), testing::ElementsAre(testing::Pair("G-SEAT-1", 1), testing::Pair("G-SEAT-2", 1), testing::Pair("G-SEAT-3", 1), testing::Pair("G-SEAT-4", 1)));
}

}  // namespace
}  // namespace kith::governance
