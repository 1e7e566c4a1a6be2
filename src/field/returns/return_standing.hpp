#pragma once
// How organisations stand with their returns, for scorecards, lists and reminders: when each last confirmed its records, and what of its last
// return is still open. Counts and days only.
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
    std::optional<Date> confirmed_on;  ///< day of the last return taken, or that agreed with the register; upkeep by hand does not count, nil returns and confirmations do
    std::string by_words;              ///< who handed that one in
    std::optional<PublicId> last;      ///< that return
    std::int64_t rows = 0;             ///< of that return, of this organisation
    std::int64_t rows_taken = 0;
    std::int64_t open_queries = 0;     ///< of that return, not answered
    std::int64_t waiting = 0;          ///< returns that wait for a decision
};

/// By organisation, of returns that list people (those whose check says of which organisations its rows are); organisations without any are left
/// out. Three statements.
std::map<access::OrganisationId, ReturnStanding> standings(db::Reader& reader);

}  // namespace kith::returns
