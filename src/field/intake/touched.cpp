#include "intake/touched.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace kith::intake {
namespace {
using enum Field;
using workforce::FactKind;

std::string_view held_as(FactKind kind)
{
    switch (kind) {
    case FactKind::qualification: return "qualifications";
    case FactKind::professional_status: return "professional_statuses";
    case FactKind::skill: return "skills";
    case FactKind::language: return "languages";
    case FactKind::training: return "training";
    case FactKind::supervision: return "supervision";
    case FactKind::appraisal: return "appraisal";
    case FactKind::check: return "check";
    case FactKind::absence: return "absence";
    }
    return {};
}

/// Two of the register's values, and where they differ.
class Compared {
public:
    explicit Compared(std::set<std::string_view>& values) : values_(values) {}

    void operator()(const workforce::StaffRecord& was, const workforce::StaffRecord& will)
    {
        see(was.family_name == will.family_name, family_name);
        see(was.given_name == will.given_name, given_name);
        see(was.birth_date == will.birth_date, date_of_birth);
        see(was.national_insurance == will.national_insurance, national_insurance_number);
        see(was.sex == will.sex, sex);
        see(was.ethnicity == will.ethnicity, ethnicity);
        see(was.disability == will.disability, disability);
    }
    void operator()(const workforce::Engagement& was, const workforce::Engagement& will)
    {
        see(was.started_on == will.started_on, start_date);
        see(was.ended_on == will.ended_on, end_date);
        see(was.origin == will.origin, origin);
        see(was.reason_for_leaving == will.reason_for_leaving, reason_for_leaving);
        see(was.destination == will.destination, destination);
    }
    void operator()(const workforce::EngagementTerms& was, const workforce::EngagementTerms& will)
    {
        see(was.setting == will.setting, setting);
        see(was.locality == will.locality, locality);
        see(was.role_list == will.role_list && was.role_code == will.role_code, role);
        see(was.sector == will.sector, sector);
        see(was.breadth == will.breadth, breadth);
        see(was.contract == will.contract, contract);
        see(was.fte == will.fte, fte);
        see(was.hours == will.hours, hours);
        see(was.pattern == will.pattern, pattern);
        see(was.pay == will.pay && was.pay_period == will.pay_period, pay);
        see(was.terms_set == will.terms_set, terms_set);
        see(was.pension_scheme == will.pension_scheme, pension_scheme);
        see(was.manager == will.manager, manager);
        see(was.caseload == will.caseload, caseload);
        see(was.seconded_from == will.seconded_from, seconded_from);
        see(was.seconded_to == will.seconded_to, seconded_to);
    }
    void operator()(FactKind kind) { values_.insert(held_as(kind)); }

private:
    void see(bool is_the_same, Field field)
    {
        if (!is_the_same) values_.insert(intake::held_as(field));
    }
    std::set<std::string_view>& values_;
};

/// The terms in force on that day, else the first; none where there are none.
const workforce::EngagementTerms* in_force(const workforce::HeldEngagement& engagement, Date on)
{
    const workforce::EngagementTerms* found = engagement.terms.empty() ? nullptr : &engagement.terms.front().terms;
    for (const auto& held : engagement.terms)
        if (held.terms.from_on <= on) found = &held.terms;
    return found;
}

template <class Things, class Id>
const auto* with_id(const Things& things, const Id& id)
{
    const auto found = std::ranges::find(things, id, [](const auto& thing) { return thing.id; });
    return found == things.end() ? nullptr : &*found;
}

/// Who holds which job, terms and facts, of the people that a plan changes.
class Holders {
public:
    explicit Holders(const workforce::RegisterView& view)
    {
        for (const auto& record : view.records) {
            records_.emplace(record.id, &record);
            for (const auto& engagement : record.engagements) {
                engagements_.emplace(engagement.id, &record);
                for (const auto& terms : engagement.terms) terms_.emplace(terms.id, &record);
            }
            for (const auto& fact : record.facts) facts_.emplace(fact.id, &record);
        }
    }
    const workforce::HeldStaffRecord* of(workforce::StaffRecordId id) const { return in(records_, id); }
    const workforce::HeldStaffRecord* of(workforce::EngagementId id) const { return in(engagements_, id); }
    const workforce::HeldStaffRecord* of(workforce::TermsId id) const { return in(terms_, id); }
    const workforce::HeldStaffRecord* of(workforce::FactId id) const { return in(facts_, id); }

private:
    template <class Id>
    using ById = std::unordered_map<Id, const workforce::HeldStaffRecord*>;
    template <class Id>
    static const workforce::HeldStaffRecord* in(const ById<Id>& map, Id id)
    {
        const auto found = map.find(id);
        return found == map.end() ? nullptr : found->second;
    }
    ById<workforce::StaffRecordId> records_;
    ById<workforce::EngagementId> engagements_;
    ById<workforce::TermsId> terms_;
    ById<workforce::FactId> facts_;
};

/// Goes through a plan and notes, person by person, which values change.
class Touching {
public:
    explicit Touching(const workforce::RegisterView& view) : holders_(view) {}

    void run(const workforce::Plan& plan)
    {
        for (const auto& changed : plan.changed_records)
            if (const auto* held = holders_.of(changed.id)) of(held)(held->record, changed.record);
        for (const auto& changed : plan.changed_engagements)
            if (const auto* held = holders_.of(changed.id)) of(held)(with_id(held->engagements, changed.id)->engagement, changed.engagement);
        for (const auto& added : plan.new_terms) compare_terms(added.engagement, added.terms, nullptr);
        for (const auto& changed : plan.changed_terms) compare_terms(changed.engagement, changed.terms, &changed.id);
        for (const auto id : plan.removed_terms) take_terms_away(id);
        for (const auto& added : plan.added_facts)
            if (const auto* held = holders_.of(added.record)) of(held)(added.fact.kind);
        for (const auto& changed : plan.changed_facts)
            if (const auto* held = holders_.of(changed.record)) of(held)(changed.fact.kind);
        for (const auto id : plan.ended_facts)
            if (const auto* held = holders_.of(id)) of(held)(with_id(held->facts, id)->fact.kind);
    }
    const std::unordered_map<std::string_view, std::set<std::string_view>>& by_reference() const { return values_; }

private:
    Compared of(const workforce::HeldStaffRecord* held) { return Compared{values_[held->record.reference]}; }

    void compare_terms(workforce::EngagementId engagement, const workforce::EngagementTerms& will, const workforce::TermsId* id)
    {
        const auto* held = holders_.of(engagement);
        if (held == nullptr) return;
        const auto& job = *with_id(held->engagements, engagement);
        const auto* same = id != nullptr ? with_id(job.terms, *id) : nullptr;
        const auto* was = same != nullptr ? &same->terms : in_force(job, will.from_on);
        if (was != nullptr) of(held)(*was, will);
    }

    void take_terms_away(workforce::TermsId id)
    {
        const auto* held = holders_.of(id);
        if (held == nullptr) return;
        for (const auto& job : held->engagements)
            if (const auto* terms = with_id(job.terms, id)) of(held)(terms->terms, *in_force(job, terms->terms.from_on.plus_days(-1)));
    }

    Holders holders_;
    std::unordered_map<std::string_view, std::set<std::string_view>> values_;
};

}  // namespace

std::string_view held_as(Field field)
{
    switch (field) {
    case average_hours: return "hours";
    case pay_period: case hourly_rate: case salary: return "pay";
    case qualifications: case achieved_qualification: case social_care_qualification: case other_qualification: return held_as(FactKind::qualification);
    case professional_statuses: case registration_number: case registration_until: return held_as(FactKind::professional_status);
    case skills: return held_as(FactKind::skill);
    case languages: return held_as(FactKind::language);
    case last_supervision: return held_as(FactKind::supervision);
    case last_appraisal: return held_as(FactKind::appraisal);
    case sickness_from: case sickness_until: case sickness_days_lost: return held_as(FactKind::absence);
    case identity_check: case right_to_work_check: case references_check: case criminal_record_check: case criminal_record_number: case barred_list_check:
    case prohibition_check: case section_128_check: case overseas_check: case childcare_disqualification_check: case required_qualification_check:
        return held_as(FactKind::check);
    case organisation: case staff_reference: case engagement_reference: case terms_from: return {};
    default: return kith_staff_profile().column_of(field);
    }
}

std::string subject_of(access::OrganisationId organisation, std::string_view reference, const workforce::NumberKeeper& numbers)
{
    return numbers.mark ? numbers.mark(fmt::format("{}:{}", organisation.value(), reference)) : std::string{};
}

std::vector<returns::Touched> touched_by(const workforce::Plan& plan, const workforce::RegisterView& view, const workforce::NumberKeeper& numbers)
{
    Touching touching{view};
    touching.run(plan);
    std::vector<returns::Touched> touched;
    for (const auto& [reference, values] : touching.by_reference()) {
        const auto subject = subject_of(view.organisation, reference, numbers);
        for (const auto value : values) touched.push_back({subject, std::string{value}});
    }
    return touched;
}

}  // namespace kith::intake
