#include "governance/board_pages.hpp"

#include "access/role_holders.hpp"
#include "base/text.hpp"
#include "governance/board_place_pages.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

#include <map>
#include <set>

namespace kith::governance {
namespace {

using access::Permission;
constexpr const char* list_path = "/boards";

/// Plans by name, whichever versions they have.
web::Choices plan_choices(db::Reader& reader)
{
    web::Choices choices{{"", "None"}};
    std::set<std::string> names;
    for (const auto& plan : strategy::plans().all(reader))
        if (names.insert(plan.name).second) choices.emplace_back(plan.name, plan.name);
    return choices;
}

Result<web::ThingPlace<Board>> place_of_boards(web::Visit& visit)
{
    std::vector<web::Option<BoardId>> above;
    for (const auto& board : boards().all(visit.reader()))
        if (board.public_id.text() != visit.parameter("board")) above.push_back({board.id, board.public_id.text(), board.name});
    return web::ThingPlace<Board>{.parts = {.breadcrumbs = {{"Strategy", "/strategy"}, {"Boards and groups", list_path}}, .nav = "/strategy"}, .path = list_path,
                                  .fields = {web::line("name", &Board::name, {"Name", "Such as \"Children's trust board\""}), web::several_lines("purpose", &Board::purpose, {"What it is for", "And what it may decide"}),
                                             web::one_of("reports_to", &Board::reports_to, above, {"Reports to"}, "Nobody that is written down"),
                                             web::from_list("plan", &Board::plan, plan_choices(visit.reader()), {"Which plan it steers", "Its papers are assembled from what happens under that plan"}),
                                             web::line("rhythm", &Board::rhythm, {"How often it meets", "Such as \"every second month\""}), web::day("ended_on", &Board::ended_on, {"Ended on", "Leave empty while it meets"}, "The day it ended")},
                                  .is_here = [](const Board&) { return true; }, .problems = [](db::Reader& reader, const Board& board) { return problems_of(board, boards().all(reader)); }, .then = [](const Board& board) { return board.href(); },
                                  .then_taken = list_path, .take_away = [](db::ChangeSet& changes, const Board& board) { take_away(changes, board); }, .may_go = [](db::Reader& reader, const Board& board) { return may_go(reader, board); }};
}

Result<web::ThingPlace<Seat>> place_of_seats(web::Visit& visit)
{
    const auto board = board_in_path(visit);
    if (!board) return std::unexpected(board.error());
    std::vector<web::Option<access::AccountId>> accounts;
    for (const auto& one : access::holders_of(visit.reader(), Permission::see_strategy, visit.today())) accounts.push_back({one.account, std::to_string(one.account.value()), one.name});
    return web::ThingPlace<Seat>{.parts = parts_below({}, *board), .path = board->href() + "/seats", .fresh = {.board = board->id},
                                 .fields = {web::line("role", &Seat::role, {"Role", "The post that sits here, such as \"Head of workforce development\". Not a person's name"}), web::line("organisation", &Seat::organisation, {"Organisation", "Leave empty where the role says it"}),
                                            web::choice("kind", &Seat::kind, seat_kinds(), {"Kind of seat"}), web::line("section", &Seat::section, {"Section of the membership list", "Leave empty where it has none"}),
                                            web::number("number", &Seat::number, {"How many such seats"}, most_seats), web::choice("filled", &Seat::filled, filleds(), {"Is it filled"}),
                                            web::one_of("account", &Seat::account, accounts, {"Who fills it, where they use Kith", "They find the papers on their home page"}, "Nobody who uses Kith")},
                                 .is_here = [id = board->id](const Seat& seat) { return seat.board == id; }, .problems = [](db::Reader&, const Seat& seat) { return problems_of(seat); },
                                 .still = [id = board->public_id](db::Reader& reader) -> Result<void> {
                                     if (!boards().find(reader, id)) return conflict("This group was taken away meanwhile");
                                     return {};
                                 },
                                 .then = [href = board->href()](const Seat&) { return href; }, .then_taken = board->href(), .take_away = [](db::ChangeSet& changes, const Seat& seat) { take_away(changes, seat); }};
}

ui::Html drawn(const std::vector<BoardTree>& trees, const std::map<BoardId, std::vector<Seat>>& seats)
{
    std::vector<ui::Content> lines;
    for (const auto& tree : trees) {
        const auto found = seats.find(tree.board->id);
        auto words = found == seats.end() ? std::string{"no seat is written down yet"} : lower_first(in_words(found->second));
        auto line = ui::link(tree.board->name, tree.board->href()) + ui::text(": " + words + (tree.board->ended_on ? " Ended on " + tree.board->ended_on->in_words() + "." : ""));
        if (!tree.below.empty()) line += drawn(tree.below, seats);
        lines.emplace_back(std::move(line));
    }
    return ui::tree(lines);
}

web::Response list_boards(web::Visit& visit)
{
    const auto all = boards().all(visit.reader());
    std::map<BoardId, std::vector<Seat>> by_board;
    for (auto& seat : seats().all(visit.reader())) by_board[seat.board].push_back(std::move(seat));
    ui::Html content;
    if (visit.may(Permission::manage_strategy))
        content += ui::not_in_print(ui::button_group({ui::button({.text = "Add a group", .href = std::string{list_path} + "/new"}), ui::button({.text = "Take seats in from a file", .href = "/returns/new", .classes = "govuk-button--secondary"})}));
    content += all.empty() ? ui::empty_state({.text = "No group is written down yet. A group has seats by role and organisation, meetings with agendas, decisions, and whatever follows from them."})
                           : ui::heading(2, "Who reports to whom", "m") + drawn(tree_of(all), by_board);
    return visit.page({.title = "Boards and groups", .heading = all.empty() ? "No boards or groups yet" : counted(std::ssize(all), "board or group", "boards and groups"), .breadcrumbs = {{"Strategy", "/strategy"}}, .nav = "/strategy"}, ui::two_thirds(content));
}

ui::Html seats_table(const Board& board, const std::vector<Seat>& all, bool manages)
{
    ui::Html html;
    std::vector<std::string> sections;
    for (const auto& seat : all)
        if (std::ranges::find(sections, seat.section) == sections.end()) sections.push_back(seat.section);
    for (const auto& section : sections) {
        ui::Table table{.head = {{.text = "Seat"}, {.text = "Organisation"}, {.text = "Kind"}, {.text = "Filled"}}, .caption = section.empty() ? "Seats" : section, .caption_classes = "govuk-table__caption--s", .first_cell_is_header = true};
        for (const auto& seat : all) {
            if (seat.section != section) continue;
            const auto role = seat.role + (seat.number > 1 ? " (" + std::to_string(seat.number) + " seats)" : "");
            table.rows.push_back({{.text = manages ? ui::link(role, board.href() + "/seats/" + seat.public_id.text() + "/change") : ui::text(role)}, {.text = seat.organisation}, {.text = choice_of(seat_kinds(), seat.kind).words}, {.text = choice_of(filleds(), seat.filled).words}});
        }
        html += ui::stacking_table(table);
    }
    return html;
}

/// What a meeting to come is to speak of: the forward plan of the group.
ui::Html agenda_in_short(db::Reader& reader, const Meeting& meeting)
{
    std::vector<ui::Content> lines;
    for (const auto& item : items_of(reader, meeting.id)) lines.emplace_back(item.title + ": " + lower_first(choice_of(items_wanted(), item.wanted).words));
    return lines.empty() ? ui::Html{} : ui::bullets(lines);
}

ui::Html meetings_list(db::Reader& reader, const Board& board, const std::vector<Meeting>& all, MeetingState state, const char* heading, const char* none)
{
    std::vector<ui::Content> lines;
    for (const auto& meeting : all)
        if (meeting.state == state) lines.emplace_back(ui::link(meeting.called(), meeting.href(board)) + ui::text(meeting.where.empty() ? "" : ", " + meeting.where) + (state == MeetingState::planned ? agenda_in_short(reader, meeting) : ui::Html{}));
    if (state == MeetingState::planned) std::ranges::reverse(lines);
    return ui::heading(2, heading, "m") + (lines.empty() ? ui::paragraph(none) : ui::bullets(lines));
}

ui::Html open_follow_ups(web::Visit& visit, const Board& board)
{
    ui::Table table{.head = {{.text = "What is to be done"}, {.text = "Who"}, {.text = "By when"}}, .caption = "What is still to be done after meetings", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& one : follow_ups_of_board(visit.reader(), board.id))
        if (!one.done_on) table.rows.push_back({{.text = one.title}, {.text = one.owner}, {.text = one.due_on.in_words() + (one.is_overdue(visit.today()) ? ", overdue" : "")}});
    return table.rows.empty() ? ui::Html{} : ui::stacking_table(table);
}

web::Response show_board(web::Visit& visit)
{
    const auto board = board_in_path(visit);
    if (!board) return visit.problem(board.error());
    const bool manages = visit.may(Permission::manage_strategy);
    const auto all = seats_of(visit.reader(), board->id);
    ui::Html content = web::as_lines(board->purpose);
    ui::SummaryList list;
    const auto add = [&](const char* key, ui::Content value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    if (const auto above = board->reports_to ? boards().with_id(visit.reader(), *board->reports_to) : std::nullopt) add("Reports to", ui::link(above->name, above->href()));
    if (const auto plan = steered_plan(visit.reader(), *board)) add("Steers", ui::link(plan->name, plan->href()));
    add("Meets", board->rhythm);
    if (board->ended_on) add("Ended on", board->ended_on->in_words());
    add("Seats", in_words(all));
    content += ui::summary_list(list);
    if (is_empty_board(all)) content += ui::warning_text({.text = "Nobody fills a seat of this group that decides. What it decides binds nobody until somebody does.", .icon_fallback_text = "Warning"});
    if (manages)
        content += ui::not_in_print(ui::button_group({ui::button({.text = "Plan a meeting", .href = board->href() + "/meetings/new"}), ui::button({.text = "Add a seat", .href = board->href() + "/seats/new", .classes = "govuk-button--secondary"}),
                                                      ui::button({.text = "Change the group", .href = board->href() + "/change", .classes = "govuk-button--secondary"})}));
    const auto held = meetings_of(visit.reader(), board->id);
    content += meetings_list(visit.reader(), *board, held, MeetingState::planned, "Meetings to come", "None is planned.") + open_follow_ups(visit, *board) + meetings_list(visit.reader(), *board, held, MeetingState::held, "Meetings held", "None yet.");
    if (!all.empty()) content += ui::heading(2, "Who sits here", "m") + seats_table(*board, all, manages);
    auto parts = parts_below("Group", *board);
    parts.heading = board->name;
    parts.caption.clear();
    parts.breadcrumbs.pop_back();
    return visit.page(parts, ui::two_thirds(content));
}

}  // namespace

void add_board_routes(web::Routes& routes)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    routes.get(list_path, see_strategy, list_boards, slow);
    routes.get("/boards/{board}", see_strategy, show_board, slow);
    web::add_thing_routes<Board>(routes, list_path, manage_strategy, {boards(), "board", "group", "a group", place_of_boards});
    web::add_thing_routes<Seat>(routes, "/boards/{board}/seats", manage_strategy, {seats(), "seat", "seat", "a seat", place_of_seats});
}

}  // namespace kith::governance
