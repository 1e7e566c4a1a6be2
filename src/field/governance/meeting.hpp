#pragma once
// Meetings of a group: what is to be spoken of, what was weighed and decided, who is to do what after, who was there. Values and their rules. Pure.
#include "governance/board.hpp"

namespace kith::governance {

using MeetingId = Id<struct MeetingTag>;
using ItemId = Id<struct ItemTag>;
using OptionId = Id<struct OptionTag>;
using FollowUpId = Id<struct FollowUpTag>;
using AttendanceId = Id<struct AttendanceTag>;
using KeptPaperId = Id<struct KeptPaperTag>;

enum class MeetingState { planned, held, cancelled };
const std::vector<NamedChoice<MeetingState>>& meeting_states();

struct Meeting {
    MeetingId id{};
    PublicId public_id{};
    BoardId board{};
    Date held_on{};
    std::string where;
    MeetingState state = MeetingState::planned;
    std::string minutes;  ///< what was said besides decisions
    bool operator==(const Meeting&) const = default;
    std::string href(const Board& of) const { return of.href() + "/meetings/" + public_id.text(); }
    std::string called() const { return "Meeting on " + held_on.in_words(); }
};
std::vector<Problem> problems_of(const Meeting& meeting, Date today);

/// What is wanted of the meeting.
enum class ItemWanted { decision, discussion, information };
const std::vector<NamedChoice<ItemWanted>>& items_wanted();

struct AgendaItem {
    ItemId id{};
    PublicId public_id{};
    MeetingId meeting{};
    std::int64_t place = 1;
    std::string title;
    ItemWanted wanted = ItemWanted::discussion;
    std::string words;                   ///< the question, and what the group must know to answer it
    std::string about;                   ///< public id of a theme of the plan that the group steers; empty where it is about none
    std::string decision;                ///< what was decided; empty where nothing was yet
    std::optional<Date> decided_on;
    std::optional<OptionId> chosen;
    std::optional<std::string> taken_back;  ///< decisions that were taken back, one a paragraph: what was decided when, and why it holds no more
    bool operator==(const AgendaItem&) const = default;
    bool is_decided() const { return decided_on.has_value(); }
    bool waits() const { return wanted == ItemWanted::decision && !is_decided(); }
};
inline constexpr std::int64_t last_item = 99;
std::vector<Problem> problems_of(const AgendaItem& item);

/// One of the ways that are weighed: options appraisal.
struct DecisionOption {
    OptionId id{};
    PublicId public_id{};
    ItemId item{};
    std::int64_t place = 1;
    std::string title, benefits, costs, risks;
    bool operator==(const DecisionOption&) const = default;
};
std::vector<Problem> problems_of(const DecisionOption& option);

/// What somebody is to do after a meeting.
struct FollowUp {
    FollowUpId id{};
    PublicId public_id{};
    ItemId item{};
    std::string title, owner;
    Date due_on{};
    std::optional<Date> done_on;
    std::string words;  ///< what became of it
    bool operator==(const FollowUp&) const = default;
    bool is_overdue(Date today) const { return !done_on && due_on < today; }
};
std::vector<Problem> problems_of(const FollowUp& follow_up, Date today);

enum class Came { not_said, came, substitute_came, apologies, absent };
const std::vector<NamedChoice<Came>>& cames();
struct Attendance {
    AttendanceId id{};
    PublicId public_id{};
    MeetingId meeting{};
    SeatId seat{};
    Came came = Came::not_said;
    std::string words;
    bool operator==(const Attendance&) const = default;
};
/// "14 of 24 seats that decide were there, 3 sent apologies"; empty where nothing is said.
std::string in_words(const std::vector<Attendance>& attendance, const std::vector<Seat>& seats);

/// The papers as the meeting had them: facts of a day, as JSON.
struct KeptPaper {
    KeptPaperId id{};
    PublicId public_id{};
    MeetingId meeting{};
    Date kept_on{};
    std::string facts;
    bool operator==(const KeptPaper&) const = default;
};

}  // namespace kith::governance
