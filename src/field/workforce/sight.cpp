#include "workforce/sight.hpp"

#include <algorithm>

namespace kith::workforce {

const std::array<PartRow, 14>& part_table()
{
    using access::Permission;
    static constexpr std::array<PartRow, 14> table{{
        {Part::work, "work", "Role, setting, hours and dates", std::nullopt, true},
        {Part::leaving, "leaving", "Where they came from, why they left and where they went", std::nullopt, true},
        {Part::qualifications, "qualifications", "Qualifications and registrations", std::nullopt, true},
        {Part::skills, "skills", "Skills and languages", std::nullopt, true},
        {Part::training, "training", "Training", std::nullopt, true},
        {Part::supervision, "supervision", "Supervision and appraisal", std::nullopt, true},
        {Part::checks, "checks", "Checks", Permission::see_checks, true},
        {Part::birth_date, "birth_date", "Date of birth", Permission::see_birth_dates, true},
        {Part::sex, "sex", "Sex", std::nullopt, true},
        {Part::equality, "equality", "Ethnicity and disability", Permission::see_equality, false},
        {Part::pay, "pay", "Pay and pension", Permission::see_pay, true},
        {Part::national_insurance, "national_insurance", "National Insurance number", Permission::see_national_insurance, false},
        {Part::absence, "absence", "Absence and days lost", Permission::see_absence, false},
        {Part::history, "history", "History", std::nullopt, false},
    }};
    return table;
}

std::optional<Part> part_named(std::string_view name)
{
    for (const auto& row : part_table()) {
        if (row.name == name) return row.part;
    }
    return std::nullopt;
}

Sight Sight::whole()
{
    Sight whole;
    for (const auto& row : part_table()) whole.add(row.part);
    return whole;
}

std::optional<Sight> sight_of(const access::Viewer& viewer, const Whose& whose, const access::Subject& subject)
{
    std::optional<Sight> sight;
    if (whose.reach.covers(subject)) {
        sight.emplace();
        for (const auto& row : part_table()) {
            if (!row.permission || access::reach(viewer, *row.permission).covers(subject)) sight->add(row.part);
        }
    }
    for (const auto& shared : whose.shared) {
        if (subject.organisation != shared.owner || !whose.reach.covers(shared.with)) continue;
        if (!sight) sight.emplace();
        for (const auto& row : part_table()) {
            const bool permitted = !row.permission || access::reach(viewer, *row.permission).covers(shared.with);
            if (row.may_be_shared && shared.parts.sees(row.part) && permitted) sight->add(row.part);
        }
    }
    return sight;
}

Part part_of(FactKind kind)
{
    switch (kind) {
    case FactKind::qualification:
    case FactKind::professional_status: return Part::qualifications;
    case FactKind::skill:
    case FactKind::language: return Part::skills;
    case FactKind::training: return Part::training;
    case FactKind::supervision:
    case FactKind::appraisal: return Part::supervision;
    case FactKind::absence: return Part::absence;
    case FactKind::check: break;
    }
    return Part::checks;
}

void veil(StaffRecord& record, const Sight& sight)
{
    if (!sight.sees(Part::birth_date)) record.birth_date.reset();
    if (!sight.sees(Part::national_insurance)) record.national_insurance.reset();
    if (!sight.sees(Part::sex)) record.sex.clear();
    if (sight.sees(Part::equality)) return;
    record.ethnicity.clear();
    record.disability.clear();
}

void veil(Engagement& engagement, const Sight& sight)
{
    if (sight.sees(Part::leaving)) return;
    engagement.origin.clear();
    engagement.reason_for_leaving.clear();
    engagement.destination.clear();
}

void veil(EngagementTerms& terms, const Sight& sight)
{
    if (sight.sees(Part::pay)) return;
    terms.pay.reset();
    terms.pay_period.clear();
    terms.pension_scheme.clear();
}

void veil(std::vector<HeldFact>& facts, const Sight& sight)
{
    std::erase_if(facts, [&](const HeldFact& held) { return !sight.sees(part_of(held.fact.kind)); });
}

void veil(RecordVersions& versions, const Sight& sight)
{
    for (auto& version : versions.records) veil(version.value, sight);
    for (auto& version : versions.engagements) veil(version.value, sight);
    for (auto& version : versions.terms) veil(version.value, sight);
    std::erase_if(versions.facts, [&](const auto& version) { return !sight.sees(part_of(version.value.kind)); });
    if (!sight.sees(Part::work)) {
        versions.engagements.clear();
        versions.terms.clear();
    }
}

}  // namespace kith::workforce
