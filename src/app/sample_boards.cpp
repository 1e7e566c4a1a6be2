#include "app/sample_boards.hpp"

#include "app/sample_account.hpp"
#include "governance/board_register.hpp"
#include "strategy/plan_register.hpp"

#include <string>
#include <vector>

namespace kith::app {
namespace {

using namespace governance;

/// Lives through the registers that the pages write through.
class Living {
public:
    Living(db::Writer& writer, access::AccountId member, Instant now) : changes_(writer, now, {}, "Boards lived with"), writer_(writer), member_(member), now_(now), today_(now.date_in_london()) {}

    Result<void> all()
    {
        auto board = named("Westmere children's board"), group = named("Workforce development group");
        if (!board || !group) return unacceptable("boards", "The sample needs its boards");
        const auto plans = strategy::plans().where(writer_, "state = 'current'");
        for (auto* one : {&*board, &*group}) one->plan = plans.empty() ? "" : plans.front().name;
        board->purpose = "Answers for the strategy to the public. It agrees priorities and money, and may stop what does not work.";
        board->rhythm = "Every three months";
        group->purpose = "Carries the strategy out between meetings of the board.";
        group->rhythm = "Every month";
        group->reports_to = board->id;
        boards().keep(changes_, *board, now_);
        boards().keep(changes_, *group, now_);
        auto seats_here = seats_of(writer_, board->id);
        for (auto& seat : seats_here)
            if (seat.kind == SeatKind::member && seat.role.starts_with("Headteacher")) {
                seat.account = member_;
                seats().keep(changes_, seat, now_);
            }
        first_year(*board, seats_here);
        last_time(*board, seats_here);
        next_time(*board);
        return {};
    }

private:
    std::optional<Board> named(std::string_view name) { return boards().one(writer_, "name = $1", name); }
    Meeting meeting(const Board& board, int days, MeetingState state, const char* minutes = "")
    {
        return meetings().keep(changes_, {.board = board.id, .held_on = today_.plus_days(days), .where = "Committee room 2, and online", .state = state, .minutes = minutes}, now_);
    }
    AgendaItem item(const Meeting& of, std::int64_t place, const char* title, ItemWanted wanted, const char* words, const char* decision = "")
    {
        AgendaItem item{.meeting = of.id, .place = place, .title = title, .wanted = wanted, .words = words, .decision = decision};
        if (*decision != 0) item.decided_on = of.held_on;
        return agenda_items().keep(changes_, std::move(item), now_);
    }
    void attended(const Meeting& of, const std::vector<Seat>& seats_here)
    {
        for (const auto& seat : seats_here)
            if (seat.filled == Filled::filled && seat.decides()) attendances().keep(changes_, {.meeting = of.id, .seat = seat.id, .came = seat.role.find("police") == seat.role.npos ? Came::came : Came::apologies}, now_);
    }

    void first_year(const Board& board, const std::vector<Seat>& seats_here)
    {
        const auto agreed = meeting(board, -690, MeetingState::held, "The board thanked everyone who had answered the questionnaire.");
        item(agreed, 1, "The workforce strategy", ItemWanted::decision, "The strategy lies before the board after three months of consultation.", "The board approves the strategy and asks for a report every year.");
        attended(agreed, seats_here);
        const auto year = meeting(board, -360, MeetingState::held, "The first year's report was read.");
        item(year, 1, "The first year", ItemWanted::information, "What was done, and what was not.");
        attended(year, seats_here);
    }

    void last_time(const Board& board, const std::vector<Seat>& seats_here)
    {
        const auto last = meeting(board, -92, MeetingState::held, "Partners spoke of how hard it is to find placements for graduates.");
        auto paid = item(last, 1, "Who pays the last year of the graduate courses", ItemWanted::decision, "The grant ends before the last group does. Twelve graduates would have to stop.");
        const auto option = [&](std::int64_t place, const char* title, const char* benefits, const char* costs, const char* risks) {
            return decision_options().keep(changes_, {.item = paid.id, .place = place, .title = title, .benefits = benefits, .costs = costs, .risks = risks}, now_);
        };
        option(1, "Let the courses end with the grant", "No money is needed", "What twelve graduates have done so far", "Settings lose faith in the partnership");
        const auto half = option(2, "Ask the region for half, and share the rest", "All twelve end their course", "£15,000 from partners", "The region may say no");
        option(3, "Pay it from the council's reserve", "Certain", "£30,000", "Nothing is left for next year");
        paid.decision = "The board asks the region for half. Partners share the rest by the number of their settings.";
        paid.decided_on = last.held_on;
        paid.chosen = half.id;
        agenda_items().keep(changes_, paid, now_);
        follow_ups().keep(changes_, {.item = paid.id, .title = "Write to the region", .owner = "Early years workforce lead", .due_on = last.held_on.plus_days(14), .done_on = last.held_on.plus_days(9), .words = "The region will carry half of it."}, now_);
        follow_ups().keep(changes_, {.item = paid.id, .title = "Ask each partner for its share", .owner = "Head of workforce development", .due_on = last.held_on.plus_days(60)}, now_);
        attended(last, seats_here);
    }

    void next_time(const Board& board)
    {
        const auto next = meeting(board, 6, MeetingState::planned);
        item(next, 1, "One pay range with the neighbours", ItemWanted::decision, "Posts that keep children safe stay empty because neighbours pay more. Shall the partnership agree one range with them?");
        item(next, 2, "How common assessments go", ItemWanted::discussion, "They were begun in three localities of five; the other two wait for a second trainer.");
        meeting(board, 98, MeetingState::planned);
    }

    db::ChangeSet changes_;
    db::Writer& writer_;
    access::AccountId member_;
    Instant now_;
    Date today_;
};

}  // namespace

Result<void> live_with_boards(db::Database& database, std::string_view member, Instant now)
{
    db::Writer writer{database};
    const auto account = account_at(writer, member);
    if (!account) return std::unexpected(account.error());
    if (auto lived = Living{writer, account->id, now}.all(); !lived) return lived;
    writer.commit();
    return {};
}

}  // namespace kith::app
