#pragma once
// Does a setting have the qualifications and training that its day asks for, and do people hold what their role asks for? Rules of the packs
// "setting_requirements" and "role_requirements", with the days on which each holds. Pure. What nobody reported is never taken as "no".
#include "packs/packs.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::profile {

/// What is reported of one person, as far as requirements go.
struct QualifiedPerson {
    std::string_view role;             ///< code of the list "roles"
    bool is_manager = false;           ///< manages the setting
    std::optional<int> highest_level;  ///< of their qualifications, whether "full and relevant" or not, which no return says; none where none is reported
    std::optional<std::vector<std::string_view>> statuses;  ///< codes of "professional_statuses"; none where nothing is reported
    std::optional<Date> registered_on; ///< of a childminder, on the Early Years Register
    std::optional<Date> trained_on;    ///< when the training that a rule asks for was first done
};

enum class Standing : std::uint8_t {
    met,
    met_late,       ///< training was done, after the day by which it was asked for
    not_met,
    not_yet_due,
    cannot_be_said, ///< by what is reported either is possible
    nobody_asked,   ///< there is nobody of whom it is asked
};
/// "met", "met late", "not met", "not yet due", "cannot be said", "asked of nobody here".
std::string_view words_for(Standing standing);

/// One requirement of a setting, held against its people.
struct RequirementResult {
    const packs::Code* rule = nullptr;  ///< its label, source and days
    Standing standing = Standing::nobody_asked;
    std::int64_t asked = 0;      ///< people of whom it is asked
    std::int64_t wanted = 0;     ///< how many of them must have it
    std::int64_t have = 0;
    std::int64_t not_known = 0;  ///< of whom nothing is reported that would tell
    bool is_aim() const { return rule->attribute("force") == "aim"; }
    /// "At least half of all other staff hold an approved level 2 or above: met. 5 of 8 do; 4 are asked for."
    std::string in_words() const;
};

/// Each requirement that the day makes of a setting of that kind. `people`: those who work with the children there; who cooks or cleans is left out
/// by the caller. `band`: deprivation of its place, empty where it is not known; then what is asked in some bands only is not asked. Training is judged by the rule that held on the day of registration, and is due by then or so many months later.
std::vector<RequirementResult> setting_requirements(std::string_view setting_kind, std::span<const QualifiedPerson> people, const packs::Packs& packs, Date day, std::string_view band = {});

/// True where any requirement, of whatever day, is made of settings of that kind.
bool is_asked(std::string_view setting_kind, const packs::Packs& packs);

/// Whether someone in the role of `rule`, one of "role_requirements", holds what it asks for; nothing where that is not known.
std::optional<bool> holds_for_role(const QualifiedPerson& person, const packs::Code& rule);

/// How many in one role hold what the role asks for.
struct RoleHolding {
    const packs::Code* rule = nullptr;  ///< its parent is the role
    std::int64_t people = 0;
    std::int64_t have = 0;
    std::int64_t not_known = 0;  ///< neither a level nor a status reported, whichever is asked for
};
/// For each rule of "role_requirements" that holds on the day and whose role somebody has, in the order of the list.
std::vector<RoleHolding> role_holdings(std::span<const QualifiedPerson> people, const packs::Packs& packs, Date day);

}  // namespace kith::profile
