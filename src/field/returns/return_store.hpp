#pragma once
// Returns as the database keeps them: the row, the bytes in pieces, the timeline. Findings and difference: checked_store.hpp.
// Private to this room. Whatever lies outside the reach given is answered as not found.
#include "access/reach.hpp"
#include "db/transaction.hpp"
#include "returns/handed_in.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::returns {

/// Which returns a list shows, beside the viewer's reach.
struct ReturnFilter {
    std::optional<access::OrganisationId> organisation;
    std::optional<State> state;
    std::optional<access::AccountId> own = {};  ///< files of this account too that are nobody's yet, since nobody has said whose
};

/// A stretch of a list: `from` counts from 0.
struct Stretch {
    std::int64_t from = 0;
    std::int64_t size = 25;
};

/// Something that happened to a return, for its timeline.
struct Event {
    Instant at;
    std::optional<access::AccountId> account;
    std::string by_words;
    std::string title;
    std::string words;
    bool operator==(const Event&) const = default;
};

/// Puts the row and the bytes in; `handed_in.id` is ignored. Size and hash are taken from the bytes.
ReturnId add_return(db::Writer& writer, const HandedIn& handed_in, std::string_view bytes);
/// The return as it stands; not found where it is outside `reach` or not there.
/// `own`: as in the filter.
Result<HandedIn> find_return(db::Reader& reader, const PublicId& public_id, const access::Reach& reach, std::optional<access::AccountId> own = {});
/// For jobs, which act for Kith itself.
Result<HandedIn> find_return(db::Reader& reader, ReturnId id);
/// Newest first.
std::vector<HandedIn> list_returns(db::Reader& reader, const access::Reach& reach, const ReturnFilter& filter, Stretch stretch);
std::int64_t count_returns(db::Reader& reader, const access::Reach& reach, const ReturnFilter& filter);
/// How many stand in each of `states`, in that order, by one statement.
std::vector<std::int64_t> count_by_state(db::Reader& reader, const access::Reach& reach, const std::vector<State>& states);
/// The newest return whose columns `mapping` (without its version) read, and whose bytes are still held.
std::optional<PublicId> newest_with_mapping(db::Reader& reader, const access::Reach& reach, std::string_view mapping);
/// The accepted return that a change set came from; none where it came from elsewhere.
std::optional<HandedIn> return_of_change_set(db::Reader& reader, std::int64_t change_set);
/// The latest return within `organisation` that is accepted from the same bytes, if any: a double hand-in.
std::optional<HandedIn> same_file_before(db::Reader& reader, const HandedIn& handed_in);

/// What the accepted returns of this organisation and kind say of their months and terms.
Before before_of(db::Reader& reader, const std::optional<access::OrganisationId>& organisation, std::string_view kind);
/// The last file of `organisation` that was taken, or that agreed with the register: what it did last is offered first.
std::optional<HandedIn> last_taken(db::Reader& reader, access::OrganisationId organisation);

/// Keeps everything that may change; a conflict where someone else changed it since it was read.
Result<void> save_return(db::Writer& writer, const HandedIn& handed_in);

/// The bytes as they were handed in. Empty where the retention rule has deleted them.
std::string read_bytes(db::Reader& reader, ReturnId id);

void add_event(db::Writer& writer, ReturnId id, const Event& event);
/// Newest first.
std::vector<Event> list_events(db::Reader& reader, ReturnId id);

}  // namespace kith::returns
