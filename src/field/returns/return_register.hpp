#pragma once
// The stages a return walks through, each whole or absent: receive, check, accept, undo, withdraw. Pages, jobs and the command line all
// walk them by these functions; none of them commits a Writer that it was given.
#include "db/transaction.hpp"
#include "returns/desk.hpp"
#include "returns/handed_in.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kith::returns {

/// Who moves a return on, as the timeline and the change set name them.
struct Actor {
    std::optional<access::AccountId> account;
    std::string words;              ///< "Robin Hale", "someone at the command line"
    std::string kind = "account";   ///< db::Author::actor
};

/// One who hands in: what, for whom and when.
struct Receiving {
    const File& file;
    std::string kind;  ///< Kind::id; empty where none recognised it
    std::optional<access::OrganisationId> organisation;
    Actor by;
    Instant now;
    std::string mapping = {};  ///< what reads the columns, where it was named
    Speaks speaks = {};
    Source source = Source::file;
};

/// The return as it stands; not found where it is outside `reach` or not there.
Result<HandedIn> find_handed_in(db::Reader& reader, const PublicId& public_id, const access::Reach& reach);

/// The file as it was handed in; without bytes where the retention rule has deleted them.
File file_of(db::Reader& reader, const HandedIn& handed_in);

/// Of whom its rows are: its own organisation, or those that its last check found where it is for several.
std::vector<access::OrganisationId> organisations_of(db::Reader& reader, const HandedIn& handed_in);

/// What a check of this file says, nothing kept: the kind that recognises it does the work, and a file that none does is refused in words.
Checked check_file(const Desk& desk, const Handed& handed, const Kind* kind);

/// Keeps the bytes and the return, in state received. Safe once the Writer is committed, not before.
HandedIn receive(db::Writer& writer, const Receiving& receiving);

/// Reads and checks a received return outside any writer's turn, then keeps what was found. Whole or absent: may be run again.
/// A conflict where it was withdrawn meanwhile.
Result<HandedIn> check_return(db::Database& database, const Desk& desk, ReturnId id, const std::function<Instant()>& now);

/// Starts the check of a return that stands still, anew: what was found before is replaced once it is done.
Result<HandedIn> ask_to_check(db::Writer& writer, HandedIn handed_in, const Actor& by, Instant now);

/// The same, with what the check had asked for: `mapping` reads the columns from now on.
Result<HandedIn> ask_to_check_by(db::Writer& writer, HandedIn handed_in, std::string mapping, const Actor& by, Instant now);

/// A person's yes: `seen` is the fingerprint of the difference that they looked at, `ticks` what they confirmed beside it.
Result<HandedIn> ask_to_accept(db::Writer& writer, HandedIn handed_in, std::string_view seen, Ticks ticks, const Actor& by, Instant now);

/// Nobody has said whose the file is, and it does not say itself: it waits, unchecked, until someone does.
Result<HandedIn> ask_whose(db::Writer& writer, HandedIn handed_in, Instant now);
/// Someone says whose it is (none: several organisations', which its rows name): to be queued for its check. A conflict where that was not asked.
Result<HandedIn> say_whose(db::Writer& writer, HandedIn handed_in, std::optional<access::OrganisationId> organisation, const Actor& by, Instant now);

/// Takes the return into the register in one transaction, after checking it against the register as it now stands. Where the difference is
/// no longer the one that was accepted, it goes back to a decision with the new one. Whole or absent: may be run again.
Result<HandedIn> take_return(db::Database& database, const Desk& desk, ReturnId id, const Actor& by, const std::function<Instant()>& now);

/// What stands in the way of undoing a return: words that end with what to do first, and the later return where it is one.
struct UndoBlocker {
    std::string words;
    std::optional<HandedIn> later;
    std::optional<PublicId> change{};  ///< where it is a change by hand
};
std::optional<UndoBlocker> undo_blocker_of(db::Reader& reader, const HandedIn& handed_in);

/// Takes an accepted return back by a new change set. A conflict naming the blocking return where a later one built on it.
Result<HandedIn> undo_return(db::Writer& writer, const Desk& desk, HandedIn handed_in, std::string reason, const Actor& by, Instant now);

Result<HandedIn> withdraw_return(db::Writer& writer, HandedIn handed_in, const Actor& by, Instant now);

/// The program could not go on with it: back to where it stood, with `words` for people. Nothing where there is nothing to give up.
Result<HandedIn> give_up(db::Writer& writer, HandedIn handed_in, std::string words, Instant now);

/// Queries and answers kept under a hash without a key, 32 digits, go under `mark` of that hash, so that what is answered stays so. How many.
std::int64_t key_queries(db::Writer& writer, const std::function<std::string(std::string_view)>& mark);

/// What people are told where there was no room to write.
inline constexpr const char* disk_is_full = "The disk that holds Kith's database is full. Nothing was changed. Ask whoever looks after Kith's "
                                            "server to make room, then start again";
/// What people are told where the database was lost.
inline constexpr const char* database_was_lost = "Kith's database could not be reached or written. Nothing was changed. Start again";

/// The same where the machine failed in the middle of a stage, in a transaction of its own, so that no list says "being accepted" for good.
/// Best effort: where even that cannot be written, the return stays as it is.
void try_to_give_up(db::Database& database, ReturnId id, std::string words, Instant now);

}  // namespace kith::returns
