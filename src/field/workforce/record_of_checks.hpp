#pragma once
// The record of checks of a setting: who may start, who may start supervised, who may not and why, and which checks are to be done again.
// Pure: facts and lists in, decisions out. What a certificate says is nobody's business here, only that a person in charge saw it.
#include "packs/packs.hpp"
#include "workforce/staff_fact.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::workforce {

/// How one check of one person stands.
enum class CheckState : std::uint8_t {
    done,         ///< seen, and nothing stands against it
    see_note,     ///< seen, with something to weigh, which the person in charge has weighed
    awaited,      ///< asked for; the answer has not come
    missing,      ///< needed, and nothing is recorded
    stands_against,  ///< seen, and it does not allow work with children
    not_needed,   ///< not needed for this work, by its role or as recorded by the person in charge
};

/// One check that someone's work needs, or that is recorded for them.
struct CheckStanding {
    const packs::Code* check = nullptr;  ///< of the list "checks"
    bool needed = false;
    CheckState state = CheckState::not_needed;
    std::optional<Date> on;       ///< when it was done
    std::optional<Date> due_on;   ///< when it is to be done again: by the fact itself, else by local policy; none where never
    bool is_good() const { return state == CheckState::done || state == CheckState::see_note; }
    /// Nothing to be done before someone starts.
    bool is_settled() const { return is_good() || state == CheckState::not_needed; }
};

/// Whether someone may work with children.
enum class Clearance : std::uint8_t { may_start, may_start_supervised, may_not_start };
/// "May start", "May start supervised", "May not start" of someone who is about to; of someone at work since `starts_on`, "May work" and so on.
std::string_view words_for(Clearance clearance, Date starts_on, Date today);

/// Someone's work, as far as checks go.
struct CheckedWork {
    std::string_view role;      ///< code of the list "roles"
    std::string_view contract;  ///< code of the list "contracts", or empty
    Date starts_on;
};

struct CheckRecord {
    std::vector<CheckStanding> standings;  ///< in the order of the list "checks"
    Clearance clearance = Clearance::may_not_start;
    std::vector<std::string> reasons;      ///< why not, or why supervised only: "Barred list check is missing"
    /// The earliest day on which a check is to be done again; none where none is.
    std::optional<Date> next_due() const;
};

/// Which checks someone's work needs: those of everyone who works with children, and those of the role, without those that the kind of
/// contract does not ask for. Codes of the list "checks".
std::vector<std::string_view> checks_needed(const CheckedWork& work, const packs::Packs& packs);

/// The decision over all the jobs that someone has in one place (at least one): what any of them needs is needed. Nobody may start whom a check stands against, whichever it is. Someone may start once every check that the work needs is good. Where the criminal record certificate alone has not come,
/// someone may start supervised if the barred list was checked and a risk assessment is recorded, neither after the day of starting the first of them.
/// `policy`: the limits "checks_policy", years after which a check is done again by local policy (nought: never), since a criminal record certificate
/// does not expire; a status check by the Update Service counts as doing it again. Source: Keeping children safe in education (DfE), part three: recording and starting before the certificate is available.
CheckRecord check_record(std::span<const CheckedWork> jobs, std::span<const Fact> facts, const packs::Packs& packs, const packs::Limits& policy);

/// How soon something falls due: within 30, 60 or 90 days, or the day has passed.
enum class Soon : std::uint8_t { passed, within_30, within_60, within_90, later };
Soon how_soon(Date due_on, Date today);
/// "To be done again since 3 October 2026", "To be done again by 14 January 2027": a certificate is never said to have expired.
std::string again_words(Date due_on, Date today);

}  // namespace kith::workforce
