#pragma once
// Groups that govern: boards, sub-groups, working groups; who sits on them by role and organisation, and to whom they report. Values and their rules. Pure.
#include "access/ids.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/named_choice.hpp"
#include "base/written.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::governance {

using BoardId = Id<struct BoardTag>;
using SeatId = Id<struct SeatTag>;

struct Board {
    BoardId id{};
    PublicId public_id{};
    std::string name;
    std::string purpose;                 ///< what it is for and what it may decide
    std::optional<BoardId> reports_to;   ///< none: it reports to nobody that is written down
    std::string plan;                    ///< name of the plan that it steers, in whichever version is current; empty where it steers none
    std::string rhythm;                  ///< "Every second month"
    std::optional<Date> ended_on;
    bool operator==(const Board&) const = default;
    std::string href() const { return "/boards/" + public_id.text(); }
};
/// Everything in the way of keeping it; `others` are all groups.
std::vector<Problem> problems_of(const Board& board, const std::vector<Board>& others);

/// A group with those that report to it, from the top down.
struct BoardTree {
    const Board* board = nullptr;
    std::vector<BoardTree> below;
};
/// Those that report to nobody first. Each stands once.
std::vector<BoardTree> tree_of(const std::vector<Board>& boards);

/// Chairs and members decide; a substitute comes for someone, a shared seat is held by two in turn; minutes and assurance do not decide.
enum class SeatKind { member, chair, substitute, shared, receives_minutes, project_assurance };
const std::vector<NamedChoice<SeatKind>>& seat_kinds();
enum class Filled { filled, vacant };
const std::vector<NamedChoice<Filled>>& filleds();

struct Seat {
    SeatId id{};
    PublicId public_id{};
    BoardId board{};
    std::string section;       ///< of the membership list: "Organisation representatives"; empty where it has none
    std::string role;          ///< "Head of workforce development"; never a person's name
    std::string organisation;  ///< empty where the role says it
    SeatKind kind = SeatKind::member;
    std::int64_t number = 1;   ///< of such seats
    Filled filled = Filled::filled;
    std::optional<access::AccountId> account;  ///< of whoever fills it, where they use Kith
    bool operator==(const Seat&) const = default;
    bool decides() const { return kind != SeatKind::receives_minutes && kind != SeatKind::project_assurance && kind != SeatKind::substitute; }
};
inline constexpr std::int64_t most_seats = 50;
std::vector<Problem> problems_of(const Seat& seat);
/// "27 seats: 24 members, 1 project assurance, 2 receive minutes. 3 stand empty." With a warning where nobody who may decide is left.
std::string in_words(const std::vector<Seat>& seats);
/// Nobody fills a seat that decides, though there are such seats.
bool is_empty_board(const std::vector<Seat>& seats);

}  // namespace kith::governance
