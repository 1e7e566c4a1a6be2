#include "governance/seat_kind.hpp"

#include "db/change_set.hpp"
#include "governance/board_register.hpp"
#include "governance/seat_file.hpp"
#include "returns/table_kind.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace kith::governance {
namespace {

using BoardIds = std::map<std::string, BoardId>;

std::string how_it_differs(const Seat& was, const Seat& is)
{
    return returns::what_differs({{"Section", was.section, is.section}, {"Kind", std::string{choice_of(seat_kinds(), was.kind).words}, std::string{choice_of(seat_kinds(), is.kind).words}}, {"How many", std::to_string(was.number), std::to_string(is.number)},
                                  {"Filled", std::string{choice_of(filleds(), was.filled).words}, std::string{choice_of(filleds(), is.filled).words}}});
}

returns::TableTaking read(const returns::Handed& handed, const files::Table& table)
{
    const auto file = read_seats(handed.file.name, table);
    returns::TableTaking taking{.refusal = {}, .findings = file.findings, .rows = file.rows, .can_take = file.can_take, .into = "boards and groups", .added = {}, .changed = {}, .unchanged = 0, .writes = {}, .how = {}};
    const auto ids = std::make_shared<BoardIds>();
    for (const auto& board : boards().all(handed.reader)) ids->emplace(board.name, board.id);
    std::map<std::string, BoardId> held_boards = *ids;
    for (const auto& row : file.seats)
        if (ids->try_emplace(row.board).second) taking.add("Group: " + row.board, {}, [name = row.board, ids](db::ChangeSet& changes, Instant now) { (*ids)[name] = boards().keep(changes, {.name = name}, now).id; });
    for (const auto& row : file.seats) {
        const auto of = held_boards.find(row.board);
        const auto held = of == held_boards.end() ? std::vector<Seat>{} : seats_of(handed.reader, of->second);
        const auto before = std::ranges::find_if(held, [&](const Seat& seat) { return seat.role == row.seat.role && seat.organisation == row.seat.organisation; });
        auto seat = row.seat;
        if (before != held.end()) seat.id = before->id, seat.public_id = before->public_id, seat.board = before->board, seat.account = before->account;
        if (before != held.end() && seat == *before) {
            ++taking.unchanged;
            continue;
        }
        auto write = [seat, name = row.board, ids](db::ChangeSet& changes, Instant now) {
            auto kept = seat;
            kept.board = ids->at(name);
            seats().keep(changes, std::move(kept), now);
        };
        const auto called = row.board + ": " + row.seat.role;
        auto says = seat.section + ";" + std::string{choice_of(seat_kinds(), seat.kind).name} + ";" + std::to_string(seat.number) + std::string{choice_of(filleds(), seat.filled).name};
        before == held.end() ? taking.add(called, std::move(says), std::move(write)) : taking.change(called, std::move(says), how_it_differs(*before, seat), std::move(write));
    }
    return taking;
}

}  // namespace

returns::Kind seat_kind()
{
    return returns::kind_of({.id = "seat", .title = "Seats of boards", .guidance = "Who sits on boards and groups, by role and organisation: one row for each seat. No names of people.", .format = "Kith seats of boards", .is_one = is_seat_file, .read = read,
                             .csv_template = seat_template, .page_words = "Boards and groups", .page_href = "/boards"});
}

}  // namespace kith::governance
