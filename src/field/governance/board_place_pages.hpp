#pragma once
// Which group, meeting and item of its agenda the path names. Private to the room.
#include "governance/board_register.hpp"
#include "strategy/plan_register.hpp"
#include "web/visit.hpp"

namespace kith::governance {

kith::Result<Board> board_in_path(web::Visit& visit);

struct MeetingPlace {
    Board board;
    Meeting meeting;
    std::string href() const { return meeting.href(board); }
};
kith::Result<MeetingPlace> meeting_in_path(web::Visit& visit);

struct ItemPlace {
    MeetingPlace at;
    AgendaItem item;
    std::string href() const { return at.href() + "/items/" + item.public_id.text(); }
};
kith::Result<ItemPlace> item_in_path(web::Visit& visit);

/// The plan that a group steers: the version that is current, else the newest that was approved, else the newest draft; none where it steers none.
std::optional<strategy::Plan> steered_plan(db::Reader& reader, const Board& board);

web::PageParts parts_below(std::string title, const Board& board);
web::PageParts parts_below(std::string title, const MeetingPlace& place);
web::PageParts parts_below(std::string title, const ItemPlace& place);

}  // namespace kith::governance
