#pragma once
// How far one organisation's staff records can be relied on, what would mend them first, and which headline figures its gaps make unsafe.
// Pure: what the register and the returns hold is handed in as counts; nothing here names a person.
#include "base/date.hpp"
#include "base/quantity.hpp"
#include "packs/limits.hpp"
#include "partnership/organisation.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::scorecards {

/// What is asked of every staff record, and counted.
enum class Asked : std::uint8_t { name, birth_date, role, fte, contract, place, qualification, ethnicity, checks, training, count_of_asked };
inline constexpr std::size_t asked_number = static_cast<std::size_t>(Asked::count_of_asked);

struct AskedField {
    Asked field;
    std::string_view id;      ///< "birth_date", in files and addresses
    std::string_view words;   ///< "date of birth"
    bool counts;              ///< towards completeness; those that do not are shown beside it, since many employers may not hold them
    std::string_view reason;  ///< what cannot be said without it
};
std::span<const AskedField, asked_number> asked_fields();

/// What the register and the returns hold of one organisation, as counts. The scorecard is a function of these.
struct Standing {
    partnership::OrganisationId organisation;
    std::optional<std::int64_t> expected;      ///< staff it says it has
    bool is_expected_to_hand_in = true;        ///< false where its frequency is none, or it is closed
    std::int64_t in_post = 0;                  ///< staff with an engagement in force on the day
    std::array<std::int64_t, asked_number> known{};  ///< of those, records that report each field
    std::optional<Date> last_confirmed;        ///< up to when a return taken, a nil return or a confirmation says that the records are right
    std::int64_t rows = 0;                     ///< of the last list of staff taken
    std::int64_t rows_taken = 0;
    std::int64_t open_queries = 0;
};

/// Whether this period's return is there.
enum class Punctuality : std::uint8_t { handed_in, due, overdue, not_expected };

/// "Handed in", "Due", "Overdue", "No return expected".
std::string_view words_for(Punctuality punctuality);

/// When the next return is due, and whether it is late. Someone whose records are confirmed up to a day within the period that holds today has
/// nothing to do until its end; someone up to a day within the one before has until the end of this one; someone up to a day within the one
/// before that is late once the days of grace after the missed period have passed; everyone else is late. Nothing is expected for a period
/// that ended before the organisation opened or began after it closed.
struct Due {
    Punctuality punctuality = Punctuality::not_expected;
    std::optional<Date> by;    ///< the day by which the next one is due, or was; none where there is to be no next one
    std::int64_t days_late = 0;
};
struct ReturnPeriods {
    Period now;     ///< the period that holds today
    Period before;  ///< the one before it
    Period earlier; ///< the one before that
};
/// The periods of a frequency (a code of the list "return_frequencies"): calendar months, quarters and years of the financial year, and
/// terms as early education is funded by: 1 September, 1 January and 1 April (Early education and childcare, statutory guidance for local authorities, DfE).
/// None for "none" and for any other code.
std::optional<ReturnPeriods> return_periods(std::string_view every, Date today);
/// When an organisation was there to hand in: both ends unknown means always.
struct OpenDays {
    std::optional<Date> first, last;
};
Due due(const std::optional<Date>& last_confirmed, const ReturnPeriods& periods, Date today, std::int64_t days_of_grace, const OpenDays& open = {});

/// Up to which day a return confirms for a frequency. Terms that returns speak of run from January to April, as schools have them; those
/// of the frequency to March. A return for the spring term is none for the summer term.
std::optional<Date> confirmed_up_to(std::string_view every, const std::optional<Date>& confirmed_on, const std::optional<Period>& about);

enum class Light : std::uint8_t { green, amber, red, grey };
/// "Can be relied on", "Use with care", "Not to be relied on", "Nothing expected": the words beside the colour, which never stands alone.
std::string_view words_for(Light light);

/// One of the tests behind the light, and how it came out.
struct Test {
    std::string_view id;    ///< "coverage", "completeness", "validity", "freshness", "queries"
    std::string_view name;  ///< "Coverage"
    Light light = Light::green;
    std::string value;      ///< "38 of 40", "91%", "12 days ago"
    std::string rule;       ///< "Green from 90%, amber from 70%"
};

struct Scorecard {
    Standing standing;
    Due due;
    Share headcount;     ///< staff in post of those expected
    Share completeness;  ///< of the fields that count, those reported
    Share validity;      ///< rows of the last list of staff that were taken
    std::vector<Test> tests;
    Light light = Light::grey;  ///< the worst of the tests
};

/// The scorecard of one organisation; `limits` are the pack's "scorecard".
/// Source: share of records complete (90%) and fresh since a date as in the workforce development fund's eligibility of the adult social
/// care workforce data set; declared against recorded headcount as in its local authority progress report.
Scorecard scorecard(const Standing& standing, const Due& due, const packs::Limits& limits);

/// One thing that an organisation could mend, and how many staff would then be known.
struct Mend {
    partnership::OrganisationId organisation;
    std::string_view test;   ///< id of the test it would help
    std::string words;       ///< "Hand in: 120 expected staff are not recorded", "Report date of birth for 34 staff"
    std::int64_t staff = 0;  ///< what it would make known
};
/// Of all organisations, what would make most staff known first.
std::vector<Mend> what_to_mend_first(std::span<const Scorecard> scorecards);

/// One headline figure and the fields without which it cannot be said.
struct Headline {
    std::string_view id;
    std::string_view name;
    std::vector<Asked> needs;
};
std::span<const Headline> headlines();

/// How much of the area's staff a headline figure rests on, and whose gaps are greatest.
struct Readiness {
    const Headline* headline = nullptr;
    Share known;  ///< staff recorded with what it needs, of those expected
    Light light = Light::green;
    struct Gap {
        partnership::OrganisationId organisation;
        std::int64_t staff = 0;  ///< expected, and not known
    };
    std::vector<Gap> gaps;  ///< greatest first, none of nought
};
/// What the "of" of a readiness is made of, for words beside figures that count expected staff alone.
struct ExpectedOrHeld {
    std::int64_t expected = 0;              ///< that organisations say they expect
    std::int64_t beyond = 0;                ///< held by those, more than they expect
    std::int64_t organisations_beyond = 0;  ///< how many of them
    std::int64_t unsaid = 0;                ///< held by organisations that have not said
};
ExpectedOrHeld expected_or_held(std::span<const Standing> standings);

/// For each headline. Where an organisation does not say how many staff it expects, those recorded stand in, so that it cannot hide a gap
/// it has never told of: the page names how many such there are.
std::vector<Readiness> readiness(std::span<const Standing> standings, const packs::Limits& limits);

}  // namespace kith::scorecards
