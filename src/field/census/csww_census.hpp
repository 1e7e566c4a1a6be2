#pragma once
// The social work census written from the register: an XML file that its schema takes, and the loss report that says what the register lacked,
// what stood in for it, and what could not be said. Pure: it reads a view of one authority's records as of the census day.
#include "base/instant.hpp"
#include "base/result.hpp"
#include "census/csww_plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::census {

/// What is asked for, and what no staff record can say.
struct CensusOrder {
    Date census_day;                             ///< a 30 September
    std::string authority;                       ///< the local authority's number, three digits; empty: not given
    std::optional<std::int64_t> vacancies;       ///< full-time equivalents, hundredths; none: not given
    Instant made_at;
};

enum class LossKind : std::uint8_t {
    left_out,   ///< the worker is not in the file
    stood_in,   ///< a value that the census allows for "not known" stands there
    changed,    ///< the register's value was fitted to what the census takes
    not_said,   ///< the element is left out
};
/// "Worker left out", "A stand-in is written", "Written differently", "Left out".
std::string_view words_for(LossKind kind);

struct CensusLoss {
    LossKind kind = LossKind::not_said;
    std::string reference;  ///< the worker's, as the authority gives it; empty: of the whole file
    std::string element;    ///< "Ethnicity"
    std::string words;      ///< a sentence: what is lacking, what was done, what to do
    bool operator==(const CensusLoss&) const = default;
};

struct Census {
    std::string xml;
    std::int64_t workers = 0;       ///< written
    std::int64_t agency = 0;        ///< of them
    std::int64_t left_out = 0;
    std::vector<CensusLoss> losses;  ///< of the whole file first, then by worker
};

/// Every engagement as a children's social worker that stood on the census day or ended in the census year. A problem where there is none,
/// since the census takes no file without a worker.
Result<Census> census_of(const workforce::RegisterView& view, const packs::Packs& packs, const CensusOrder& order);

/// The loss report as CSV: worker, element, what was done, words.
std::string losses_csv(const Census& census);

/// The census day of the last census before `today`, and of the year that someone asks for (2000 to next year).
Date last_census_day(Date today);
Result<Date> census_day_in(std::string_view year, Date today);

}  // namespace kith::census
