#include "governance/board.hpp"
#include "governance/paper.hpp"

#include <gtest/gtest.h>

namespace kith::governance {
namespace {

const Date today = Date::of(2026, 6, 1).value();

TEST(Board, NeverReportsToItselfByHoweverMany)
{
    std::vector<Board> all{{.id = BoardId{1}, .name = "A"}, {.id = BoardId{2}, .name = "B", .reports_to = BoardId{1}}, {.id = BoardId{3}, .name = "C", .reports_to = BoardId{2}}};
    EXPECT_TRUE(problems_of(all[2], all).empty());
    auto top = all[0];
    top.reports_to = BoardId{3};
    ASSERT_EQ(problems_of(top, all).size(), 1U);
    EXPECT_EQ(problems_of(top, all).front().field, "reports_to");
    const auto tree = tree_of(all);
    ASSERT_EQ(tree.size(), 1U);
    EXPECT_EQ(tree[0].below.at(0).below.at(0).board->name, "C");
    all.push_back({.id = BoardId{4}, .name = "D", .reports_to = BoardId{9}});
    EXPECT_EQ(tree_of(all).size(), 2U) << "one whose upper group is not there stands at the top";
}

TEST(Seats, AreEmptyOnlyWhereNobodyWhoDecidesSitsThere)
{
    const auto seat = [](SeatKind kind, Filled filled) { return Seat{.role = "R", .kind = kind, .filled = filled}; };
    EXPECT_FALSE(is_empty_board({})) << "nothing is said of an unwritten list";
    EXPECT_TRUE(is_empty_board({seat(SeatKind::member, Filled::vacant), seat(SeatKind::receives_minutes, Filled::filled), seat(SeatKind::substitute, Filled::filled)}));
    EXPECT_FALSE(is_empty_board({seat(SeatKind::member, Filled::vacant), seat(SeatKind::shared, Filled::filled)}));
    EXPECT_FALSE(is_empty_board({seat(SeatKind::receives_minutes, Filled::vacant)})) << "it has no seat that decides";
}

TEST(Paper, IsTheSameAfterItWasKept)
{
    strategy::PlanProgress progress{.since = today.plus_days(-30), .as_of = today, .themes = {{.name = "Skills", .theme = "t1", .states = {{strategy::ActionState::late, 1}, {strategy::ActionState::done, 2}}, .moved = {{"Train: done", "/a"}}, .late = {{"Audit", "/b"}}}}, .risen = {{"Nobody comes", "/r"}}};
    const std::vector<AgendaItem> items{{.title = "Who pays", .wanted = ItemWanted::decision, .words = "The grant ends", .about = "t1"}, {.title = "News", .wanted = ItemWanted::information}, {.title = "Who leads", .wanted = ItemWanted::decision, .about = "gone"}};
    const auto paper = paper_of(progress, {.plan = "Our strategy", .items = items, .options = {}, .open = {{.title = "Write", .owner = "Head", .due_on = today.plus_days(-1)}}, .to_look_at = {{"R1", "/r"}}, .unanswered = {{"Train more", "/u"}}, .money = {{"£20 planned", "/m"}}, .item_path = "/items/"}, today);
    EXPECT_EQ(paper.themes.at(0).stands, "1 late, 2 done");
    EXPECT_EQ(paper.themes.at(0).wanted.size(), 1U);
    EXPECT_EQ(paper.wanted.size(), 1U) << "about a theme that is no more: it is asked all the same";
    EXPECT_EQ(in_words(paper), "2 decisions are wanted; 1 thing is late; 1 risk rose.");
    const auto back = paper_from_json(to_json(paper));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, paper);
    EXPECT_TRUE(paper_from_json("{\"plan\": \"\", \"since\": \"2026-01-01\", \"as_of\": \"2026-02-01\", \"wanted\": [], \"themes\": [{\"name\": \"A\", \"stands\": \"\", \"moved\": [], \"late\": [], \"wanted\": []}], \"risen\": [], \"follow_ups\": []}")) << "kept before papers had an agenda";
    EXPECT_FALSE(paper_from_json("{\"plan\": 3}"));
    EXPECT_FALSE(paper_from_json("nonsense"));
}

}  // namespace
}  // namespace kith::governance
