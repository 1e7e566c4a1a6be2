#include "returns/handed_in.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"

#include <array>

namespace kith::returns {
namespace {

struct StateNames {
    State state;
    std::string_view id;
    std::string_view words;
};

constexpr std::array<StateNames, 11> names{{
    {State::received, "received", "To be checked"},
    {State::checking, "checking", "Being checked"},
    {State::asking, "asking", "Answer needed"},
    {State::checked, "checked", "Decision needed"},
    {State::accepting, "accepting", "Being accepted"},
    {State::accepted, "accepted", "Accepted"},
    {State::agreed, "agreed", "Nothing to change"},
    {State::refused, "refused", "Not taken"},
    {State::undone, "undone", "Undone"},
    {State::withdrawn, "withdrawn", "Withdrawn"},
    {State::failed, "failed", "Not finished"},
}};

struct Move {
    State from;
    Step step;
    State to;
};

// A step that a killed server left half done starts again from the state it was in: hence checking → checking.
constexpr std::array<Move, 27> moves{{
    {State::received, Step::check, State::checking},
    {State::checking, Step::check, State::checking},
    {State::failed, Step::check, State::checking},
    {State::checked, Step::check, State::checking},
    {State::asking, Step::check, State::checking},
    {State::received, Step::ask, State::asking},
    {State::checking, Step::ask, State::asking},
    {State::checking, Step::finish_check, State::checked},
    {State::checking, Step::refuse, State::refused},
    {State::checking, Step::agree, State::agreed},
    {State::checked, Step::ask_to_accept, State::accepting},
    {State::accepting, Step::take, State::accepted},
    {State::accepting, Step::differ, State::checked},
    {State::accepting, Step::refuse, State::refused},
    {State::accepting, Step::agree, State::agreed},
    {State::accepted, Step::undo, State::undone},
    {State::received, Step::withdraw, State::withdrawn},
    {State::checking, Step::withdraw, State::withdrawn},
    {State::asking, Step::withdraw, State::withdrawn},
    {State::checked, Step::withdraw, State::withdrawn},
    {State::failed, Step::withdraw, State::withdrawn},
    {State::received, Step::fail, State::failed},
    {State::checking, Step::fail, State::failed},
    {State::accepting, Step::fail, State::checked},
    {State::failed, Step::fail, State::failed},
    {State::failed, Step::finish_check, State::checked},
    {State::failed, Step::agree, State::agreed},
}};

std::string_view why_not(State now)
{
    switch (now) {
    case State::received: return "This return has not been checked yet. Wait until it has";
    case State::checking: return "This return is being checked. Wait until that is done";
    case State::asking: return "This return waits for an answer: what its columns mean, or whose it is. Say so, or withdraw it";
    case State::checked: return "This return waits for a decision: accept it or withdraw it first";
    case State::accepting: return "This return is being accepted. Wait until that is done";
    case State::accepted: return "This return has already been accepted. It can be undone";
    case State::agreed: return "The register held all of this already, so there is nothing to accept or undo";
    case State::refused: return "This file cannot be taken. Mend it and hand it in again";
    case State::undone: return "This return has been undone. Hand the file in again to take it";
    case State::withdrawn: return "This return has been withdrawn. Hand the file in again to take it";
    case State::failed: break;
    }
    return "Kith could not finish this return. Check it again, or withdraw it";
}

/// What is asked, in the one sentence that the page says once.
std::string asking_answer(const HandedIn& handed_in)
{
    if (waits_for_owner(handed_in)) return "The file has arrived safely. It does not say whose it is";
    return "The file has arrived safely. " + (handed_in.words.empty() ? std::string{"Say what its columns mean"} : handed_in.words);
}

std::string checked_answer(const HandedIn& handed_in)
{
    if (handed_in.source == Source::nothing) return "Nil return: nothing has changed";
    if (handed_in.source == Source::confirmation && handed_in.state == State::agreed) return "The list was gone through, and all of it is still right";
    const auto mend = handed_in.rows - handed_in.can_take;
    std::string read = counted(handed_in.rows, "row") + " read: ";
    if (mend == 0) read += handed_in.rows == 1 ? "it can be taken" : "all can be taken";
    else read += with_commas(handed_in.can_take) + " can be taken, " + with_commas(mend) + (mend == 1 ? " needs" : " need") + " mending";
    if (handed_in.writes == 0 && handed_in.can_take > 0) read += ". The register holds all of this already";
    return read;
}

}  // namespace

Result<State> after(State now, Step step)
{
    for (const auto& move : moves) {
        if (move.from == now && move.step == step) return move.to;
    }
    return conflict(std::string{why_not(now)});
}

std::string_view state_id(State state)
{
    for (const auto& name : names) {
        if (name.state == state) return name.id;
    }
    return "failed";
}

State state_of(std::string_view id)
{
    for (const auto& name : names) {
        if (name.id == id) return name.state;
    }
    return State::failed;
}

std::string_view state_words(State state)
{
    for (const auto& name : names) {
        if (name.state == state) return name.words;
    }
    return "Not finished";
}

bool is_moving(State state) { return state == State::received || state == State::checking || state == State::accepting; }

bool is_over(State state) { return state == State::agreed || state == State::refused || state == State::undone || state == State::withdrawn; }

std::string_view source_id(Source source)
{
    switch (source) {
    case Source::form: return "form";
    case Source::confirmation: return "confirmation";
    case Source::nothing: return "nothing";
    case Source::file: break;
    }
    return "file";
}

Source source_of(std::string_view id)
{
    for (const auto source : {Source::form, Source::confirmation, Source::nothing}) {
        if (source_id(source) == id) return source;
    }
    return Source::file;
}

bool may_be_answered(State state)
{
    return state == State::checked || state == State::accepting || state == State::accepted || state == State::agreed;
}

bool waits_for_owner(const HandedIn& handed_in) { return handed_in.state == State::asking && !handed_in.organisation && handed_in.format.empty(); }

std::string answer(const HandedIn& handed_in)
{
    const auto rows = counted(handed_in.can_take, "row");
    switch (handed_in.state) {
    case State::received: return "The file has arrived safely and waits to be checked";
    case State::checking: return "The file is being checked";
    case State::asking: return asking_answer(handed_in);
    case State::checked:
    case State::agreed: return checked_answer(handed_in);
    case State::accepting: return rows + (handed_in.can_take == 1 ? " is" : " are") + " being taken into the register";
    case State::accepted: return rows + " of " + with_commas(handed_in.rows) + " taken into the register";
    case State::refused: return "This file cannot be taken, and nothing was changed";
    case State::undone: return "This return was accepted and then undone: the register is as it was before";
    case State::withdrawn: return "This return was withdrawn, and nothing was changed";
    case State::failed: break;
    }
    return "Kith could not finish, and nothing was changed";
}

bool needs_confirming(const HandedIn& handed_in) { return handed_in.many_end && handed_in.ends > 0; }

std::string seem_held_words(std::int64_t people)
{
    if (people == 1) return "1 new person has the name and date of birth of somebody held under another reference";
    return with_commas(people) + " new people have the name and date of birth of people held under other references";
}

std::string clean_file_name(std::string_view given)
{
    constexpr std::size_t longest = 100;
    if (const auto slash = given.find_last_of("/\\"); slash != std::string_view::npos) given.remove_prefix(slash + 1);
    const std::string text = is_utf8(given) ? std::string{given} : utf8_from_windows_1252(given);
    std::string kept;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 && byte != 0x7f) kept += character;
    }
    const std::string name{clipped(trimmed(kept), longest)};
    return name.empty() ? "file without a name" : name;
}

}  // namespace kith::returns
