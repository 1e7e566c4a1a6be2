#pragma once
// The life of a return: what it is, in which state it stands, and which step may follow. Pure; the store keeps it, jobs move it.
#include "base/id.hpp"
#include "base/instant.hpp"
#include "returns/kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::returns {

using ReturnId = Id<struct ReturnTag>;

/// Where a return stands.
enum class State {
    received,   ///< its bytes are on disk; waiting to be checked
    checking,   ///< a job reads it
    asking,     ///< the check cannot go on before a person has said something: what the columns mean
    checked,    ///< findings and difference are there; waits for a person's decision
    accepting,  ///< a job takes it into the register
    accepted,   ///< its rows are in the register
    agreed,     ///< the register held all that it says already: nothing to decide, and it counts as a return
    refused,    ///< nothing of the file can be taken: it is of no kind Kith knows, or each of its rows needs mending
    undone,     ///< it was accepted, and has been taken back by a later change set
    withdrawn,  ///< someone took it back before it was accepted
    failed,     ///< Kith could not finish; nothing was changed
};

/// What moves a return on.
enum class Step {
    check,          ///< a job starts to read it
    finish_check,   ///< findings and difference are kept
    ask,            ///< the check found that a person has to say something first
    refuse,         ///< the check found that nothing of the file can be taken
    agree,          ///< the check found that taking it would change nothing
    ask_to_accept,  ///< a person accepts
    take,           ///< the change set is committed
    differ,         ///< the register changed since the person looked: back to a decision, with the new difference
    undo,           ///< a person takes an accepted return back
    withdraw,       ///< a person takes it back before it is accepted
    fail,           ///< the program could not finish: lost database, full disk, a bug; nothing was changed
};

/// The state after `step`, or a conflict that says in words why it cannot follow.
Result<State> after(State now, Step step);

/// "received", "checking"...: as the database and JSON have it.
std::string_view state_id(State state);
/// The state of that id; `failed` for anything else.
State state_of(std::string_view id);
/// "Decision needed", for tags and filters.
std::string_view state_words(State state);
/// True while a job is at work or about to be: the page shows progress.
bool is_moving(State state);
/// True where nothing can follow.
bool is_over(State state);

/// How a return came in.
enum class Source {
    file,          ///< a file was handed in
    form,          ///< someone added, changed or ended a person by hand; a row or a few
    confirmation,  ///< someone went through the list and said what is still right
    nothing,       ///< a nil return: nothing has changed
};
/// "file", "form", "confirmation", "nothing": as the database has it.
std::string_view source_id(Source source);
/// The source of that id; `file` for anything else.
Source source_of(std::string_view id);

/// A return as lists and its page show it. The file's bytes, findings and difference are kept beside it.
struct HandedIn {
    ReturnId id;
    PublicId public_id;
    std::string kind;  ///< Kind::id; empty where no kind recognised the file
    std::optional<access::OrganisationId> organisation;
    std::optional<access::AccountId> handed_in_by;  ///< none where the command line handed it in
    std::string by_words;                      ///< "Data steward", "someone at the command line": as the timeline shows it
    Instant handed_in_at;
    std::string file_name;
    std::string file_hash;  ///< BLAKE2b of the bytes, 64 hex digits
    std::int64_t file_size = 0;
    State state = State::received;
    std::string format;
    std::int64_t rows = 0;
    std::int64_t can_take = 0;
    FindingCounts findings;
    std::int64_t writes = 0;
    std::int64_t ends = 0;
    std::int64_t held = 0;
    std::string fingerprint;  ///< of the difference that the person sees
    std::string words;        ///< why refused, failed or back for a decision; empty otherwise
    std::string mapping;      ///< what reads its columns, where its kind needs telling: as its kind writes it ("PUBLIC ID/3"); empty otherwise
    std::optional<std::int64_t> change_set;
    std::optional<std::int64_t> undone_by;  ///< the change set that took it back
    Speaks speaks = {};
    Source source = Source::file;
    bool many_end = false;  ///< so many end that a tick is asked for
    std::int64_t seem_held = 0;  ///< so many new people seem to be held under other references that a tick is asked for; 0: it is not
    std::optional<PublicId> job;            ///< the job at work on it, or the last one
    int version = 1;
    std::optional<Instant> file_deleted_at;  ///< since when the file's bytes are gone; the rest stays
};

/// True while an answer to one of its queries says something: not where the return was refused, withdrawn or undone.
bool may_be_answered(State state);

/// True where the file has arrived and nobody has said yet whose it is: the one thing asked before any check.
bool waits_for_owner(const HandedIn& handed_in);

/// The first sentence of the return's page: the answer.
std::string answer(const HandedIn& handed_in);

/// True where so much would end that a tick of its own is asked for: a short file cannot end people unseen.
bool needs_confirming(const HandedIn& handed_in);

/// "16 new people have the name and date of birth of people held under other references".
std::string seem_held_words(std::int64_t people);

/// What a person ticked before accepting.
struct Ticks {
    bool ends = false;    ///< that so many end
    bool others = false;  ///< that new people who seem to be held already are other people
};

/// The name as it may be shown and kept: without folders and control characters, at most 100 characters, never empty.
std::string clean_file_name(std::string_view given);

}  // namespace kith::returns
