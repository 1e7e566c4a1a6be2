#pragma once
// How organisations stand with their returns, for scorecards, lists and reminders: up to when each confirmed its records, and what of its last
// list of staff is still open. Counts and days only.
#include "access/reach.hpp"
#include "base/date.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace kith::db {
class Reader;
}

namespace kith::returns {

struct ReturnStanding {
    /// Up to which day what is held was confirmed by a return that was taken, or that agreed with the register: a file that lists who works there, a
    /// list gone through, or a nil return; not one of facts, and no upkeep by hand. The end of the month or term that it says it is about, as far as
    /// that had come when it was handed in; where nobody said, the day it was handed in.
    std::optional<Date> confirmed_on;
    std::optional<Period> about;       ///< the month or term that this return says it is about
    std::string by_words;              ///< who handed it in
    std::optional<PublicId> last;      ///< that return
    std::int64_t rows = 0;             ///< of the last list taken, of this organisation: the last file that lists everyone, or half of those who work there
    std::int64_t rows_taken = 0;
    std::int64_t open_queries = 0;     ///< neither answered nor mended since, of that list, of the files after it, and of the last list gone through after it
    std::optional<PublicId> to_answer; ///< the newest return that asks one of them
    std::int64_t waiting = 0;          ///< returns that wait for a decision
};

/// By organisation, of returns that list people (those whose check says of which organisations its rows are); organisations without any are left
/// out. Four statements.
std::map<access::OrganisationId, ReturnStanding> standings(db::Reader& reader);

}  // namespace kith::returns
