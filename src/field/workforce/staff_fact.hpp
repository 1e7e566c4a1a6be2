#pragma once
// The many things that an organisation reports of one person, as one idea: what somebody holds, can do, has done, or was checked for. A plain
// value; not what holds once a record (staff_record.hpp), nor what changes with a job (its terms).
#include "base/date.hpp"
#include "base/id.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

namespace kith::workforce {

using FactId = Id<struct FactTag>;

/// What a fact says, and how its members are used:
/// - qualification: `on` the day it was gained, `detail` its level (list qualification_levels)
/// - professional_status: `number` the registration number, `on` its day, `until` the day it runs out
/// - skill: `detail` the proficiency (list skill_proficiency)
/// - language: `detail` the proficiency (list language_proficiency)
/// - training: `on` the day it was completed, `until` the day it runs out, `words` the provider
/// - supervision, appraisal: `on` the day it was held; they have no code
/// - check: `code` of the list checks, `detail` its outcome (list check_outcomes), `on` the day it was done, `until` the day a recheck is
///   due by local policy, `number` that of the certificate
/// - absence: `code` why (list absence_reasons), `on` the first and `until` the last day of the period that is told of, `detail` the working days
///   lost in it (days_lost.hpp): data about health
enum class FactKind : std::uint8_t { qualification, professional_status, skill, language, training, supervision, appraisal, check, absence };

/// One of them. Codes stand as reported; empty text and no day: not reported.
struct Fact {
    FactKind kind = FactKind::qualification;
    std::string list{};  ///< the code list that `code` is of
    std::string code{};
    std::string detail{};
    std::optional<Date> on{};
    std::optional<Date> until{};
    std::string number{};
    std::string words{};
    bool operator==(const Fact&) const = default;
};

/// What makes it the same fact of a record though the rest of it changed: no record holds two with one identity.
inline auto identity_of(const Fact& fact)
{
    return std::tie(fact.kind, fact.code, fact.on, fact.number);
}

/// A fact with the key that a plan names.
struct HeldFact {
    FactId id;
    Fact fact;
};

/// How a kind of fact is stored, called on pages, and which lists its code and its detail are usually of.
struct FactKindRow {
    FactKind kind;
    std::string_view name;         ///< as stored and in files: "professional_status"
    std::string_view label;        ///< "Professional status"
    std::string_view list;         ///< of `code`; empty where the kind has no code
    std::string_view detail_list;  ///< of `detail`; empty where the kind has none, or it is a number
};

inline constexpr std::array<FactKindRow, 9> fact_kinds{{
    {FactKind::qualification, "qualification", "Qualification", "qualifications", "qualification_levels"},
    {FactKind::professional_status, "professional_status", "Professional status", "professional_statuses", ""},
    {FactKind::skill, "skill", "Skill", "skills", "skill_proficiency"},
    {FactKind::language, "language", "Language", "languages", "language_proficiency"},
    {FactKind::training, "training", "Training", "trainings", ""},
    {FactKind::supervision, "supervision", "Supervision", "", ""},
    {FactKind::appraisal, "appraisal", "Appraisal", "", ""},
    {FactKind::check, "check", "Check", "checks", "check_outcomes"},
    {FactKind::absence, "absence", "Absence", "absence_reasons", ""},
}};

/// The row of a kind.
inline constexpr const FactKindRow& row_of(FactKind kind)
{
    return fact_kinds[static_cast<std::size_t>(kind)];
}

/// "training" → the kind; nothing where no kind has that name.
inline constexpr std::optional<FactKind> fact_kind_named(std::string_view name)
{
    for (const auto& row : fact_kinds) {
        if (row.name == name) return row.kind;
    }
    return std::nullopt;
}

}  // namespace kith::workforce
