#include "governance/meeting.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::governance {

const std::vector<NamedChoice<MeetingState>>& meeting_states()
{
    static const std::vector<NamedChoice<MeetingState>> all{{MeetingState::planned, "planned", "Planned"}, {MeetingState::held, "held", "Held"}, {MeetingState::cancelled, "cancelled", "Cancelled"}};
    return all;
}

std::vector<Problem> problems_of(const Meeting& meeting, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "where", "Where it meets", meeting.where, longest_line, false);
    check_words(problems, "minutes", "The minutes", meeting.minutes, longest_words, false);
    if (meeting.state == MeetingState::held && today < meeting.held_on) problems.push_back({.field = "state", .message = "It has not been held yet: its day is " + meeting.held_on.in_words()});
    return problems;
}

const std::vector<NamedChoice<ItemWanted>>& items_wanted()
{
    static const std::vector<NamedChoice<ItemWanted>> all{{ItemWanted::decision, "decision", "A decision"}, {ItemWanted::discussion, "discussion", "A discussion"}, {ItemWanted::information, "information", "To be known"}};
    return all;
}

std::vector<Problem> problems_of(const AgendaItem& item)
{
    std::vector<Problem> problems;
    check_words(problems, "title", "What it is about", item.title, longest_line, true);
    check_words(problems, "words", "The words", item.words, longest_words, false);
    if (item.place < 1 || item.place > last_item) problems.push_back({.field = "place", .message = "Enter its place as a number from 1 to 99"});
    return problems;
}

std::vector<Problem> problems_of(const DecisionOption& option)
{
    std::vector<Problem> problems;
    check_words(problems, "title", "The option", option.title, longest_line, true);
    check_words(problems, "benefits", "The benefits", option.benefits, longest_words, false);
    check_words(problems, "costs", "The costs", option.costs, longest_words, false);
    check_words(problems, "risks", "The risks", option.risks, longest_words, false);
    return problems;
}

std::vector<Problem> problems_of(const FollowUp& follow_up, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "title", "What is to be done", follow_up.title, longest_words, true);
    check_words(problems, "owner", "Who does it", follow_up.owner, longest_line, true);
    check_words(problems, "words", "What became of it", follow_up.words, longest_words, false);
    if (follow_up.done_on && today < *follow_up.done_on) problems.push_back({.field = "done_on", .message = "The day it was done must be today or before"});
    return problems;
}

const std::vector<NamedChoice<Came>>& cames()
{
    static const std::vector<NamedChoice<Came>> all{{Came::not_said, "not_said", "Not said"}, {Came::came, "came", "Came"}, {Came::substitute_came, "substitute_came", "A substitute came"}, {Came::apologies, "apologies", "Sent apologies"}, {Came::absent, "absent", "Was not there"}};
    return all;
}

std::string in_words(const std::vector<Attendance>& attendance, const std::vector<Seat>& seats)
{
    std::int64_t deciding = 0, there = 0, apologies = 0;
    bool said = false;
    for (const auto& seat : seats) {
        if (!seat.decides()) continue;
        ++deciding;
        const auto found = std::ranges::find(attendance, seat.id, &Attendance::seat);
        if (found == attendance.end() || found->came == Came::not_said) continue;
        said = true;
        there += found->came == Came::came || found->came == Came::substitute_came ? 1 : 0;
        apologies += found->came == Came::apologies ? 1 : 0;
    }
    if (!said) return {};
    if (there == 0 && apologies > 0) return counted(apologies, "seat that decides sent", "seats that decide sent") + " apologies, of " + std::to_string(deciding) + ".";
    return std::to_string(there) + " of " + counted(deciding, "seat that decides was there", "seats that decide were there") + (apologies == 0 ? "." : ", " + std::to_string(apologies) + " sent apologies.");
}

}  // namespace kith::governance
