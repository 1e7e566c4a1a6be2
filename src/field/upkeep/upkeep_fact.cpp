#include "upkeep/upkeep_fact.hpp"

#include <algorithm>

namespace kith::upkeep {
namespace {
using enum workforce::FactKind;
using workforce::Fact;
using workforce::FactKind;

UpkeepRow row_for(std::string_view organisation_code, std::string_view reference, const Fact& fact, bool removed)
{
    UpkeepRow row;
    row["organisation"] = organisation_code;
    row["staff_reference"] = reference;
    row["kind"] = workforce::row_of(fact.kind).name;
    row["code"] = fact.code;
    row["detail"] = removed ? std::string{} : fact.detail;
    row["on"] = fact.on ? fact.on->iso() : std::string{};
    row["until"] = !removed && fact.until ? fact.until->iso() : std::string{};
    row["number"] = fact.number;
    row["words"] = removed ? std::string{} : fact.words;
    row["removed"] = removed ? "yes" : "";
    return row;
}
}  // namespace

const std::array<UpkeepFactForm, 9>& upkeep_facts()
{
    static constexpr std::array<UpkeepFactForm, 9> forms{{
        {qualification, "qualification", "A qualification", "Add a qualification", "Qualification", "Level", "When it was gained", "", "", ""},
        {professional_status, "professional-status", "A professional status", "Add a professional status", "Professional status", "", "From which day", "To which day",
         "Registration number", ""},
        {skill, "skill", "A skill", "Add a skill", "Skill", "How well", "", "", "", ""},
        {language, "language", "A language", "Add a language", "Language", "How well", "", "", "", ""},
        {training, "training", "Training", "Add training", "Training", "", "When it was done", "To which day it counts", "", "Who gave it"},
        {supervision, "supervision", "Supervision", "Add a supervision", "", "", "When it was held", "", "", ""},
        {appraisal, "appraisal", "Appraisal", "Add an appraisal", "", "", "When it was held", "", "", ""},
        {check, "check", "A check", "Add a check", "Check", "Outcome", "When it was done", "When your policy asks for it again", "Certificate number", ""},
        {absence, "absence", "Absence", "Add an absence", "Why", "Working days lost", "First day", "Last day", "", ""},
    }};
    return forms;
}

const UpkeepFactForm* upkeep_fact(std::string_view key)
{
    const auto found = std::ranges::find(upkeep_facts(), key, &UpkeepFactForm::key);
    return found == upkeep_facts().end() ? nullptr : &*found;
}

const UpkeepFactForm& upkeep_fact(FactKind kind)
{
    return *std::ranges::find(upkeep_facts(), kind, &UpkeepFactForm::kind);
}

std::span<const UpkeepFactGroup> upkeep_fact_groups()
{
    static constexpr std::array qualifications{qualification, professional_status};
    static constexpr std::array skills{skill, language};
    static constexpr std::array trainings{training};
    static constexpr std::array checks{check};
    static constexpr std::array talks{supervision, appraisal};
    static constexpr std::array absences{absence};
    static constexpr std::array<UpkeepFactGroup, 6> groups{{{"Qualifications and registrations", qualifications}, {"Checks", checks}, {"Training", trainings},
                                                            {"Skills and languages", skills}, {"Supervision and appraisal", talks}, {"Absence", absences}}};
    return groups;
}

bool can_be_changed_by_hand(const Fact& fact)
{
    return fact.list.empty() || fact.list == workforce::row_of(fact.kind).list;
}

std::vector<UpkeepRow> fact_rows(std::string_view organisation_code, std::string_view reference, const Fact* before, Fact after)
{
    if (before == nullptr) return {row_for(organisation_code, reference, after, false)};
    if (const auto& asked = upkeep_fact(before->kind); asked.number.empty()) after.number = before->number;
    if (const auto& asked = upkeep_fact(before->kind); asked.words.empty()) after.words = before->words;
    const auto now = row_for(organisation_code, reference, after, false);
    if (workforce::identity_of(*before) == workforce::identity_of(after)) return {now};
    return {removing_row(organisation_code, reference, *before), now};
}

UpkeepRow removing_row(std::string_view organisation_code, std::string_view reference, const Fact& fact)
{
    return row_for(organisation_code, reference, fact, true);
}

}  // namespace kith::upkeep
