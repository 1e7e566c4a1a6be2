#include "governance/board.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::governance {
namespace {

BoardTree subtree(const Board& board, const std::vector<Board>& boards)
{
    BoardTree tree{&board, {}};
    for (const auto& other : boards)
        if (other.reports_to == board.id) tree.below.push_back(subtree(other, boards));
    return tree;
}

const Board* board_with(const std::vector<Board>& boards, BoardId id)
{
    const auto found = std::ranges::find(boards, id, &Board::id);
    return found == boards.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Problem> problems_of(const Board& board, const std::vector<Board>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "name", "The name", board.name, longest_line, true);
    check_words(problems, "purpose", "What it is for", board.purpose, longest_words, false);
    check_words(problems, "rhythm", "How often it meets", board.rhythm, longest_line, false);
    std::set<BoardId> above{board.id};
    const auto* next = board.reports_to ? board_with(others, *board.reports_to) : nullptr;
    while (next != nullptr && board.id.is_set()) {
        if (!above.insert(next->id).second) {
            problems.push_back({.field = "reports_to", .message = "It would report to itself by way of " + next->name + ". Choose another group, or none"});
            break;
        }
        next = next->reports_to ? board_with(others, *next->reports_to) : nullptr;
    }
    return problems;
}

std::vector<BoardTree> tree_of(const std::vector<Board>& boards)
{
    std::vector<BoardTree> roots;
    for (const auto& board : boards)
        if (!board.reports_to || board_with(boards, *board.reports_to) == nullptr) roots.push_back(subtree(board, boards));
    return roots;
}

const std::vector<NamedChoice<SeatKind>>& seat_kinds()
{
    static const std::vector<NamedChoice<SeatKind>> all{{SeatKind::member, "member", "Member"},       {SeatKind::chair, "chair", "Chair"},
                                                        {SeatKind::substitute, "substitute", "Substitute"}, {SeatKind::shared, "shared", "Shared seat"},
                                                        {SeatKind::receives_minutes, "receives_minutes", "Receives minutes"}, {SeatKind::project_assurance, "project_assurance", "Project assurance"}};
    return all;
}

const std::vector<NamedChoice<Filled>>& filleds()
{
    static const std::vector<NamedChoice<Filled>> all{{Filled::filled, "filled", "Filled"}, {Filled::vacant, "vacant", "Nobody fills it"}};
    return all;
}

std::vector<Problem> problems_of(const Seat& seat)
{
    std::vector<Problem> problems;
    check_words(problems, "section", "The section", seat.section, longest_line, false);
    check_words(problems, "role", "The role", seat.role, longest_line, true);
    check_words(problems, "organisation", "The organisation", seat.organisation, longest_line, false);
    if (seat.number < 1 || seat.number > most_seats) problems.push_back({.field = "number", .message = "Enter a number of seats from 1 to 50"});
    if (seat.filled == Filled::vacant && seat.account) problems.push_back({.field = "account", .message = "Nobody fills it: take the account away, or say that it is filled"});
    return problems;
}

bool is_empty_board(const std::vector<Seat>& seats)
{
    const auto decides = [](const Seat& seat) { return seat.decides(); };
    return std::ranges::any_of(seats, decides) && std::ranges::none_of(seats, [&](const Seat& seat) { return decides(seat) && seat.filled == Filled::filled; });
}

std::string in_words(const std::vector<Seat>& seats)
{
    if (seats.empty()) return "No seat is written down yet.";
    std::map<SeatKind, std::int64_t> by_kind;
    std::int64_t all = 0, empty = 0;
    for (const auto& seat : seats) {
        all += seat.number;
        by_kind[seat.kind] += seat.number;
        empty += seat.filled == Filled::vacant ? seat.number : 0;
    }
    std::vector<std::string> parts;
    for (const auto& [kind, number] : by_kind) {
        const auto words = lower_first(choice_of(seat_kinds(), kind).words);
        const bool is_thing = kind == SeatKind::member || kind == SeatKind::chair || kind == SeatKind::substitute || kind == SeatKind::shared;
        parts.push_back(is_thing ? counted(number, words) : std::to_string(number) + " for " + (kind == SeatKind::receives_minutes ? "minutes only" : words));
    }
    auto said = counted(all, "seat") + ": " + joined(parts, ", ") + ".";
    if (empty > 0) said += " " + counted(empty, "stands", "stand") + " empty.";
    return said;
}

}  // namespace kith::governance
