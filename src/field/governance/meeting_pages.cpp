#include "governance/meeting_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

namespace kith::governance {
namespace {

using access::Permission;

Result<web::ThingPlace<Meeting>> place_of_meetings(web::Visit& visit)
{
    const auto board = board_in_path(visit);
    if (!board) return std::unexpected(board.error());
    return web::ThingPlace<Meeting>{.parts = parts_below({}, *board), .path = board->href() + "/meetings", .fresh = {.board = board->id},
                                    .fields = {web::day("held_on", &Meeting::held_on, {"Day"}, "The day of the meeting"), web::line("where", &Meeting::where, {"Where", "A room, or an online meeting"}), web::choice("state", &Meeting::state, meeting_states(), {"Is it held"}),
                                               web::several_lines("minutes", &Meeting::minutes, {"Minutes", "What was said besides decisions, which stand with their items. No names of children or staff"})},
                                    .is_here = [id = board->id](const Meeting& meeting) { return meeting.board == id; }, .problems = [today = visit.today()](db::Reader& reader, const Meeting& meeting) {
                                        auto problems = problems_of(meeting, today);
                                        if (meeting.id.is_set() && meeting.state != MeetingState::held && !may_go(reader, meeting)) problems.push_back({.field = "state", .message = "This meeting was held: something was decided at it, or its papers were kept for it"});
                                        return problems;
                                    },
                                    .still = [id = board->public_id](db::Reader& reader) -> Result<void> {
                                        if (!boards().find(reader, id)) return conflict("This group was taken away meanwhile");
                                        return {};
                                    },
                                    .then = [board = *board](const Meeting& meeting) { return meeting.href(board); }, .then_taken = board->href(), .take_away = [](db::ChangeSet& changes, const Meeting& meeting) { take_away(changes, meeting); },
                                    .may_go = [](db::Reader& reader, const Meeting& meeting) { return may_go(reader, meeting); }};
}

std::string state_words(const AgendaItem& item)
{
    if (item.is_decided()) return "Decided on " + item.decided_on->in_words();
    return std::string{choice_of(items_wanted(), item.wanted).words} + (item.wanted == ItemWanted::decision ? " is wanted" : "");
}

ui::Html follow_up_list(const std::vector<FollowUp>& all, ItemId item, Date today)
{
    std::vector<ui::Content> lines;
    for (const auto& one : all)
        if (one.item == item) lines.emplace_back(ui::text(one.title + ": " + one.owner + ", by " + one.due_on.in_words() + (one.done_on ? "; done on " + one.done_on->in_words() : one.is_overdue(today) ? "; overdue" : "")));
    return lines.empty() ? ui::Html{} : ui::bullets(lines);
}

/// The agenda, and after the meeting its minutes: each item with what was decided and what follows.
ui::Html agenda(web::Visit& visit, const MeetingPlace& place)
{
    const auto items = items_of(visit.reader(), place.meeting.id);
    const auto follow = follow_ups_of(visit.reader(), place.meeting.id);
    ui::Html html = ui::heading(2, "Agenda", "m");
    if (items.empty()) return html + ui::paragraph("Nothing is on the agenda yet.");
    std::vector<ui::Content> lines;
    for (const auto& item : items) {
        auto line = ui::link(item.title, place.href() + "/items/" + item.public_id.text()) + ui::text(". " + state_words(item) + ".");
        if (item.is_decided()) line += ui::inset_text({.text = web::as_lines(item.decision)});
        lines.emplace_back(line + follow_up_list(follow, item.id, visit.today()));
    }
    return html + ui::numbered(lines);
}

web::Response show_meeting(web::Visit& visit)
{
    const auto place = meeting_in_path(visit);
    if (!place) return visit.problem(place.error());
    const bool manages = visit.may(Permission::manage_strategy);
    const auto& meeting = place->meeting;
    const auto seats = seats_of(visit.reader(), place->board.id);
    auto content = ui::paragraph(std::string{choice_of(meeting_states(), meeting.state).words} + (meeting.where.empty() ? "." : ", " + meeting.where + "."), "govuk-body-l");
    if (is_empty_board(seats)) content += ui::warning_text({.text = "Nobody fills a seat of this group that decides. What it decides binds nobody until somebody does.", .icon_fallback_text = "Warning"});
    std::vector<ui::Html> ways{ui::button({.text = "Papers", .href = place->href() + "/papers"})};
    if (manages)
        for (const auto& [words, path] : {std::pair{"Add to the agenda", "/items/new"}, std::pair{"Who was there", "/attendance"}, std::pair{"Change the meeting or its minutes", "/change"}})
            ways.push_back(ui::button({.text = words, .href = place->href() + path, .classes = "govuk-button--secondary"}));
    content += ui::not_in_print(ui::button_group(ways)) + agenda(visit, *place);
    if (!meeting.minutes.empty()) content += ui::heading(2, "Minutes", "m") + web::as_lines(meeting.minutes);
    const auto attendance = attendance_of(visit.reader(), meeting.id);
    if (const auto words = in_words(attendance, seats); !words.empty()) {
        std::vector<ui::Content> lines;
        for (const auto& seat : seats)
            for (const auto& one : attendance)
                if (one.seat == seat.id && one.came != Came::not_said) lines.emplace_back(seat.role + ": " + lower_first(choice_of(cames(), one.came).words));
        content += ui::heading(2, visit.today() < meeting.held_on ? "Who will be there" : "Who was there", "m") + ui::paragraph(words) + ui::bullets(lines);
    }
    auto parts = parts_below("Meeting", place->board);
    parts.heading = meeting.called();
    return visit.page(parts, ui::two_thirds(content));
}

/// Before its day only apologies and substitutes are known of.
bool can_be_said(Came came, const Meeting& meeting, Date today)
{
    return meeting.held_on <= today || came == Came::not_said || came == Came::apologies;
}

web::Response show_attendance(web::Visit& visit)
{
    const auto place = meeting_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto held = attendance_of(visit.reader(), place->meeting.id);
    web::Choices choices;
    for (const auto& one : cames())
        if (can_be_said(one.value, place->meeting, visit.today())) choices.emplace_back(one.name, one.words);
    ui::Html fields;
    for (const auto& seat : seats_of(visit.reader(), place->board.id)) {
        const auto name = "seat-" + seat.public_id.text();
        for (const auto& one : held)
            if (one.seat == seat.id) visit.form().fill(name, std::string{choice_of(cames(), one.came).name});
        fields += web::hidden_field("was-" + name, visit.form().text(name));
        fields += web::choice_field(visit.form(), name, seat.role + (seat.organisation.empty() ? "" : ", " + seat.organisation), choices, seat.filled == Filled::vacant ? "Nobody fills this seat" : "");
    }
    const auto content = fields.empty() ? ui::paragraph("This group has no seats yet: add them on its page.") : visit.in_form({.action = place->href() + "/attendance"}, fields + ui::button({.text = "Save", .prevent_double_click = true}));
    return visit.page(parts_below("Who was there", *place), ui::two_thirds(content));
}

web::Response keep_attendance(web::Visit& visit)
{
    const auto place = meeting_in_path(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Who was at a meeting"};
    if (!meetings().find(visit.writer(), place->meeting.public_id)) return visit.problem(conflict("This meeting was taken away meanwhile").error());
    const auto held = attendance_of(visit.writer(), place->meeting.id);
    for (const auto& seat : seats_of(visit.writer(), place->board.id)) {
        const auto name = "seat-" + seat.public_id.text();
        const auto came = choice_named(cames(), visit.form().text(name));
        if (!came || !can_be_said(*came, place->meeting, visit.today())) continue;
        Attendance one{.meeting = place->meeting.id, .seat = seat.id};
        for (const auto& before : held)
            if (before.seat == seat.id) one = before;
        const auto was = visit.form().text("was-" + name);
        if (one.came == *came || was == choice_of(cames(), *came).name) continue;  // what this form left alone may be another's by now
        one.came = *came;
        attendances().keep(changes, std::move(one), visit.now());
    }
    visit.writer().commit();
    return visit.redirect(place->href(), "Saved");
}

}  // namespace

std::vector<web::HomeItem> due_of_viewer(web::Visit& visit)
{
    constexpr int spoken_of_days = 14;
    std::vector<web::HomeItem> items;
    if (!visit.may(Permission::see_strategy)) return items;
    for (const auto& seat : seats().where(visit.reader(), "account_id = $1", visit.viewer.account)) {
        const auto board = boards().with_id(visit.reader(), seat.board);
        if (!board) continue;
        for (const auto& meeting : meetings().where(visit.reader(), "board_id = $1 AND state = 'planned' AND held_on >= $2 AND held_on <= $3", board->id, visit.today(), visit.today().plus_days(spoken_of_days))) {
            std::ptrdiff_t wanted = 0;
            for (const auto& item : items_of(visit.reader(), meeting.id)) wanted += item.waits() ? 1 : 0;
            items.push_back({.title = "Read the papers: " + board->name, .words = meeting.called() + ". " + (wanted == 0 ? std::string{"No decision is wanted"} : counted(wanted, "decision is wanted", "decisions are wanted")) + ".",
                             .href = meeting.href(*board) + "/papers", .urgency = meeting.held_on == visit.today() ? web::Urgency::today : web::Urgency::soon});
        }
    }
    return items;
}

std::vector<web::HomeItem> due_after_meetings(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    if (!visit.may(Permission::manage_strategy)) return items;
    for (const auto& board : boards().all(visit.reader())) {
        std::ptrdiff_t overdue = 0;
        std::string first;
        for (const auto& one : follow_ups_of_board(visit.reader(), board.id))
            if (one.is_overdue(visit.today()) && overdue++ == 0) first = one.title + ", due on " + one.due_on.in_words();
        if (overdue > 0) items.push_back({.title = counted(overdue, "thing", "things") + " left to do by " + board.name + (overdue == 1 ? " is" : " are") + " overdue", .words = first, .href = board.href(), .urgency = web::Urgency::overdue});
    }
    return items;
}

void add_meeting_routes(web::Routes& routes)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string path = "/boards/{board}/meetings", one = path + "/{meeting}";
    routes.get(one, see_strategy, show_meeting, slow);
    routes.get(one + "/attendance", manage_strategy, show_attendance, slow);
    routes.post(one + "/attendance", manage_strategy, keep_attendance, slow);
    web::add_thing_routes<Meeting>(routes, path, manage_strategy, {meetings(), "meeting", "meeting", "a meeting", place_of_meetings});
}

}  // namespace kith::governance
