#include "governance/board_place_pages.hpp"

namespace kith::governance {

kith::Result<Board> board_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("board");
    if (!id) return std::unexpected(id.error());
    auto board = boards().find(visit.reader(), *id);
    if (!board) return not_found("Group");
    return *std::move(board);
}

kith::Result<MeetingPlace> meeting_in_path(web::Visit& visit)
{
    auto board = board_in_path(visit);
    if (!board) return std::unexpected(board.error());
    const auto id = visit.public_id("meeting");
    if (!id) return std::unexpected(id.error());
    auto meeting = meetings().find(visit.reader(), *id);
    if (!meeting || meeting->board != board->id) return not_found("Meeting");
    return MeetingPlace{*std::move(board), *std::move(meeting)};
}

kith::Result<ItemPlace> item_in_path(web::Visit& visit)
{
    auto at = meeting_in_path(visit);
    if (!at) return std::unexpected(at.error());
    const auto id = visit.public_id("item");
    if (!id) return std::unexpected(id.error());
    auto item = agenda_items().find(visit.reader(), *id);
    if (!item || item->meeting != at->meeting.id) return not_found("Item");
    return ItemPlace{*std::move(at), *std::move(item)};
}

std::optional<strategy::Plan> steered_plan(db::Reader& reader, const Board& board)
{
    if (board.plan.empty()) return std::nullopt;
    if (auto current = strategy::plans().one(reader, "name = $1 AND state = 'current'", board.plan)) return current;
    if (auto fixed = strategy::plans().where(reader, "name = $1 AND state IN ('approved', 'closed')", board.plan); !fixed.empty()) return *std::ranges::max_element(fixed, {}, &strategy::Plan::version);
    return strategy::newest_called(reader, board.plan);
}

web::PageParts parts_below(std::string title, const Board& board)
{
    return {.title = std::move(title), .caption = board.name, .breadcrumbs = {{"Strategy", "/strategy"}, {"Boards and groups", "/boards"}, {board.name, board.href()}}, .nav = "/strategy"};
}

web::PageParts parts_below(std::string title, const MeetingPlace& place)
{
    auto parts = parts_below(std::move(title), place.board);
    parts.breadcrumbs.push_back({place.meeting.called(), place.href()});
    return parts;
}

web::PageParts parts_below(std::string title, const ItemPlace& place)
{
    auto parts = parts_below(std::move(title), place.at);
    parts.caption = place.item.title;
    parts.breadcrumbs.push_back({"Item", place.href()});
    return parts;
}

}  // namespace kith::governance
