#pragma once
// Groups, seats, meetings and what comes of them in the register. Each change is part of a change set.
#include "base/result.hpp"
#include "db/typed_table.hpp"
#include "governance/meeting.hpp"

namespace kith::governance {

const db::TypedTable<Board>& boards();
/// By section, in the order in which they were written down.
const db::TypedTable<Seat>& seats();
/// The newest day first.
const db::TypedTable<Meeting>& meetings();
const db::TypedTable<AgendaItem>& agenda_items();
const db::TypedTable<DecisionOption>& decision_options();
/// By the day they are due.
const db::TypedTable<FollowUp>& follow_ups();
const db::TypedTable<Attendance>& attendances();
const db::TypedTable<KeptPaper>& kept_papers();

std::vector<Seat> seats_of(db::Reader& reader, BoardId board);
std::vector<Meeting> meetings_of(db::Reader& reader, BoardId board);
std::vector<AgendaItem> items_of(db::Reader& reader, MeetingId meeting);
std::vector<DecisionOption> options_of(db::Reader& reader, ItemId item);
std::vector<FollowUp> follow_ups_of(db::Reader& reader, MeetingId meeting);
/// Of every meeting of a group.
std::vector<FollowUp> follow_ups_of_board(db::Reader& reader, BoardId board);
std::vector<Attendance> attendance_of(db::Reader& reader, MeetingId meeting);
std::optional<KeptPaper> paper_of(db::Reader& reader, MeetingId meeting);

/// With its seats and meetings; groups that report to it report to nobody.
void take_away(db::ChangeSet& changes, const Board& board);
/// With its agenda and what came of it.
void take_away(db::ChangeSet& changes, const Meeting& meeting);
void take_away(db::ChangeSet& changes, const AgendaItem& item);
/// With who was where in it.
void take_away(db::ChangeSet& changes, const Seat& seat);

/// An error where the meeting was held with its papers or anything was decided at it: it stays.
Result<void> may_go(db::Reader& reader, const Meeting& meeting);
/// An error where the group met: it is ended on a day instead.
Result<void> may_go(db::Reader& reader, const Board& board);

}  // namespace kith::governance
