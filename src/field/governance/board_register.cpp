#include "governance/board_register.hpp"

#include "db/transaction.hpp"

#include <algorithm>

namespace kith::governance {

using db::typed;

const db::TypedTable<Board>& boards()
{
    static const db::TypedTable<Board> table{"board", "name, id",
                                             {typed("name", &Board::name), typed("purpose", &Board::purpose), typed("reports_to_id", &Board::reports_to), typed("plan_name", &Board::plan), typed("rhythm", &Board::rhythm), typed("ended_on", &Board::ended_on)}};
    return table;
}

const db::TypedTable<Seat>& seats()
{
    static const db::TypedTable<Seat> table{"board_seat", "id",
                                            {typed("board_id", &Seat::board), typed("section", &Seat::section), typed("role", &Seat::role), typed("organisation", &Seat::organisation), typed("kind", &Seat::kind, seat_kinds()), typed("number", &Seat::number),
                                             typed("filled", &Seat::filled, filleds()), typed("account_id", &Seat::account)}};
    return table;
}

const db::TypedTable<Meeting>& meetings()
{
    static const db::TypedTable<Meeting> table{"meeting", "held_on DESC, id DESC",
                                               {typed("board_id", &Meeting::board), typed("held_on", &Meeting::held_on), typed("place_words", &Meeting::where), typed("state", &Meeting::state, meeting_states()), typed("minutes", &Meeting::minutes)}};
    return table;
}

const db::TypedTable<AgendaItem>& agenda_items()
{
    static const db::TypedTable<AgendaItem> table{"agenda_item", "place, id",
                                                  {typed("meeting_id", &AgendaItem::meeting), typed("place", &AgendaItem::place), typed("title", &AgendaItem::title), typed("wanted", &AgendaItem::wanted, items_wanted()), typed("words", &AgendaItem::words),
                                                   typed("about", &AgendaItem::about), typed("decision", &AgendaItem::decision), typed("decided_on", &AgendaItem::decided_on), typed("decision_option_id", &AgendaItem::chosen), typed("taken_back", &AgendaItem::taken_back)}};
    return table;
}

const db::TypedTable<DecisionOption>& decision_options()
{
    static const db::TypedTable<DecisionOption> table{"decision_option", "place, id",
                                                      {typed("agenda_item_id", &DecisionOption::item), typed("place", &DecisionOption::place), typed("title", &DecisionOption::title), typed("benefits", &DecisionOption::benefits),
                                                       typed("costs", &DecisionOption::costs), typed("risks", &DecisionOption::risks)}};
    return table;
}

const db::TypedTable<FollowUp>& follow_ups()
{
    static const db::TypedTable<FollowUp> table{"follow_up", "due_on, id",
                                                {typed("agenda_item_id", &FollowUp::item), typed("title", &FollowUp::title), typed("owner", &FollowUp::owner), typed("due_on", &FollowUp::due_on), typed("done_on", &FollowUp::done_on), typed("words", &FollowUp::words)}};
    return table;
}

const db::TypedTable<Attendance>& attendances()
{
    static const db::TypedTable<Attendance> table{"attendance", "id", {typed("meeting_id", &Attendance::meeting), typed("board_seat_id", &Attendance::seat), typed("came", &Attendance::came, cames()), typed("words", &Attendance::words)}};
    return table;
}

const db::TypedTable<KeptPaper>& kept_papers()
{
    static const db::TypedTable<KeptPaper> table{"kept_paper", "id", {typed("meeting_id", &KeptPaper::meeting), typed("kept_on", &KeptPaper::kept_on), typed("facts", &KeptPaper::facts)}};
    return table;
}

std::vector<Seat> seats_of(db::Reader& reader, BoardId board) { return seats().where(reader, "board_id = $1", board); }
std::vector<Meeting> meetings_of(db::Reader& reader, BoardId board) { return meetings().where(reader, "board_id = $1", board); }
std::vector<AgendaItem> items_of(db::Reader& reader, MeetingId meeting) { return agenda_items().where(reader, "meeting_id = $1", meeting); }
std::vector<DecisionOption> options_of(db::Reader& reader, ItemId item) { return decision_options().where(reader, "agenda_item_id = $1", item); }

std::vector<FollowUp> follow_ups_of(db::Reader& reader, MeetingId meeting)
{
    return follow_ups().where(reader, "agenda_item_id IN (SELECT id FROM agenda_item WHERE ended_by IS NULL AND meeting_id = $1)", meeting);
}

std::vector<FollowUp> follow_ups_of_board(db::Reader& reader, BoardId board)
{
    return follow_ups().where(reader, "agenda_item_id IN (SELECT id FROM agenda_item WHERE ended_by IS NULL AND meeting_id IN (SELECT id FROM meeting WHERE ended_by IS NULL AND board_id = $1))", board);
}

std::vector<Attendance> attendance_of(db::Reader& reader, MeetingId meeting) { return attendances().where(reader, "meeting_id = $1", meeting); }
std::optional<KeptPaper> paper_of(db::Reader& reader, MeetingId meeting) { return kept_papers().one(reader, "meeting_id = $1", meeting); }

Result<void> may_go(db::Reader& reader, const Meeting& meeting)
{
    const auto held = meetings().with_id(reader, meeting.id);
    const bool with_papers = held && held->state == MeetingState::held && paper_of(reader, meeting.id);
    const auto items = items_of(reader, meeting.id);
    if (with_papers || std::ranges::any_of(items, [](const AgendaItem& item) { return item.is_decided() || item.taken_back; })) return conflict("This meeting was held, and what was decided at it stays");
    return {};
}

Result<void> may_go(db::Reader& reader, const Board& board)
{
    for (const auto& meeting : meetings_of(reader, board.id))
        if (meeting.state == MeetingState::held || !may_go(reader, meeting)) return conflict("This group has met, and its meetings stay. Say on which day it ended instead");
    return {};
}

void take_away(db::ChangeSet& changes, const AgendaItem& item)
{
    for (const auto& one : options_of(changes.writer(), item.id)) decision_options().end(changes, one);
    for (const auto& one : follow_ups().where(changes.writer(), "agenda_item_id = $1", item.id)) follow_ups().end(changes, one);
    agenda_items().end(changes, item);
}

void take_away(db::ChangeSet& changes, const Seat& seat)
{
    for (const auto& one : attendances().where(changes.writer(), "board_seat_id = $1", seat.id)) attendances().end(changes, one);
    seats().end(changes, seat);
}

void take_away(db::ChangeSet& changes, const Meeting& meeting)
{
    for (const auto& one : attendance_of(changes.writer(), meeting.id)) attendances().end(changes, one);
    for (const auto& one : items_of(changes.writer(), meeting.id)) take_away(changes, one);
    if (const auto paper = paper_of(changes.writer(), meeting.id)) kept_papers().end(changes, *paper);
    meetings().end(changes, meeting);
}

void take_away(db::ChangeSet& changes, const Board& board)
{
    for (const auto& one : meetings_of(changes.writer(), board.id)) take_away(changes, one);
    for (const auto& one : seats_of(changes.writer(), board.id)) take_away(changes, one);
    for (auto below : boards().where(changes.writer(), "reports_to_id = $1", board.id)) {
        below.reports_to.reset();
        boards().keep(changes, std::move(below), {});
    }
    boards().end(changes, board);
}

}  // namespace kith::governance
