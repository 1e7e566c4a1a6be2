#pragma once
// The public door to the files that returns were handed in as: which are still kept, which may hold a person's row, and deleting one. What
// was found and taken of it, by whom and when, stays. Who may ask is decided before.
#include "access/reach.hpp"
#include "db/transaction.hpp"
#include "returns/handed_in.hpp"
#include "returns/return_register.hpp"

#include <set>
#include <string>
#include <vector>

namespace kith::returns {

/// What is looked for in files: the change sets that a return may have made, and texts as a file would hold them.
struct Traces {
    access::OrganisationId organisation;
    std::set<std::int64_t> change_sets;
    /// Each a set of cells that a row about the person holds together: {"A1"}, or {"Reyes", "Ana"}.
    std::vector<std::vector<std::string>> cells;
};

/// Why a file may hold a row of the person.
enum class MayHold : std::uint8_t {
    row,            ///< a row has such cells
    change,         ///< it made one of the change sets
    cannot_search,  ///< neither text nor a workbook that can be read whole
};
/// "it has a row about them": completes "because".
std::string_view words_for(MayHold why);

struct FileThatMayHold {
    HandedIn file;
    MayHold why;
};

/// Returns whose file is still kept and which may hold a row of the person: those that made one of the change sets, and those for the
/// organisation or for the whole area that have a row with such cells (on any sheet of a workbook), or cannot be searched. Newest first.
std::vector<FileThatMayHold> files_that_may_hold(db::Reader& reader, const Traces& traces);
/// How many bytes that looks through. One statement.
std::int64_t bytes_to_look_through(db::Reader& reader, access::OrganisationId organisation);

/// Files of returns within reach that are decided and were handed in before that moment, oldest first.
std::vector<HandedIn> files_handed_in_before(db::Reader& reader, const access::Reach& reach, Instant before, int limit);
std::int64_t count_files_handed_in_before(db::Reader& reader, const access::Reach& reach, Instant before);

/// True where nothing more is read from the file: it was taken, refused, undone, withdrawn or given up.
bool is_decided(State state);

/// Deletes the bytes and the examples of rows, and says so in the timeline. A conflict where the return still waits for a decision.
Result<void> delete_file(db::Writer& writer, const HandedIn& handed_in, std::string why, const Actor& by, Instant now);
/// Deletes the examples of rows that a return's difference shows under this reference, in any return for the organisation.
std::int64_t delete_samples(db::Writer& writer, access::OrganisationId organisation, std::string_view reference);

}  // namespace kith::returns
