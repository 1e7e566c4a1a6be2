#include "census/csww_plan.hpp"

#include "base/text.hpp"
#include "census/csww_rules.hpp"
#include "intake/staff_difference.hpp"
#include "workforce/days_lost.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace kith::census {
namespace {
using enum CswwItem;
using workforce::EngagementTerms;
using workforce::Fact;
using workforce::HeldEngagement;
using workforce::HeldStaffRecord;

std::string in_capitals(std::string_view text)
{
    std::string capitals{text};
    for (auto& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

/// Lays what the worker says over `value`; silence changes nothing.
void take(std::string& value, std::string said)
{
    if (!said.empty()) value = std::move(said);
}

class Planner {
public:
    Planner(const workforce::RegisterView& view, const packs::Packs& packs, Date census_day) : view_(view), packs_(packs), census_day_(census_day)
    {
        made_.plan.organisation = view.organisation;
        for (const auto& record : view.records)
            if (auto number = swe_number_of(record); !number.empty()) by_number_.emplace(std::move(number), &record);
    }

    void add(const CswwWorker& worker)
    {
        const auto number = in_capitals(worker[swe_number].text);
        const auto held = by_number_.find(number);
        const auto before = writes();
        if (held == by_number_.end()) add_new(worker, number);
        else change(worker, *held->second, number);
        if (held == by_number_.end()) return;
        named_.insert(held->second->id.value());
        note(writes() > before ? "changed" : "unchanged", worker, held->second->record.reference);
    }

    CswwPlan finish() &&
    {
        auto& difference = made_.difference;
        const auto absent = static_cast<std::int64_t>(view_.records.size()) - static_cast<std::int64_t>(named_.size());
        difference.headings = {heading("new", "New staff records", "They are added"), heading("changed", "Staff records that change", "What the census says is taken; the rest stays"),
                               heading("unchanged", "Staff records that stay as they are", "Nothing happens to them"),
                               {"absent", "Staff records that the file does not name", absent, "They stay as they are", {}}};
        difference.writes = writes();
        difference.held = static_cast<std::int64_t>(view_.records.size());
        difference.fingerprint = returns::hash_of(intake::fingerprint_of(made_.plan));
        return std::move(made_);
    }

private:
    std::string code(const CswwWorker& worker, CswwItem item, std::string_view list) const
    {
        return from_census(packs_, csww_element(item).list, list, worker[item].text);
    }

    void fill(workforce::StaffRecord& record, const CswwWorker& worker) const
    {
        if (const auto born = worker.day(birth_date)) record.birth_date = workforce::DateOfBirth{*born};
        take(record.sex, code(worker, gender, "sex"));
        take(record.ethnicity, code(worker, ethnicity, "ethnicities"));
    }

    void fill(workforce::Engagement& engagement, const CswwWorker& worker) const
    {
        if (const auto last = worker.day(end_date)) engagement.ended_on = *last;
        take(engagement.origin, code(worker, origin, "starter_origins"));
        take(engagement.reason_for_leaving, code(worker, reason, "leaving_reasons"));
        take(engagement.destination, code(worker, destination, "leaver_destinations"));
    }

    /// A leaver's FTE of nought says that the person has left, not how much the person worked.
    void fill(EngagementTerms& terms, const CswwWorker& worker) const
    {
        if (worker.is_given(role)) {
            terms.role_list = csww_element(role).list;
            terms.role_code = worker[role].text;
        } else if (terms.role_code.empty()) {
            terms.role_list = "roles";
            terms.role_code = "social_worker";
        }
        if (terms.sector.empty()) terms.sector = "social_family_community";
        if (terms.breadth.empty()) terms.breadth = "core";
        if (worker.is_agency()) terms.contract = "agency";
        const auto& share = worker.is_given(fte_on_day) ? worker[fte_on_day].text : worker[fte].text;
        if (!worker.is_given(end_date) && !share.empty()) terms.fte = Fte::thousandths(std::lround(std::stod(share) * 1'000));
        if (worker.is_given(cases_on_day)) terms.caseload = std::stoi(worker[cases_on_day].text);
    }

    std::vector<Fact> facts_of(const CswwWorker& worker, const std::string& number) const
    {
        std::vector<Fact> facts{{.kind = workforce::FactKind::professional_status, .list = "professional_statuses", .code = std::string{social_worker_status}, .number = number}};
        if (const auto lost = workforce::DaysLost::parse(worker[days_lost].text))
            facts.push_back({.kind = workforce::FactKind::absence, .list = "absence_reasons", .code = "sickness", .detail = lost->text(), .on = census_year(census_day_).from, .until = census_day_});
        const auto qualification = code(worker, qualification_level, "qualifications");
        if (qualification.empty()) return facts;
        const auto* known = packs_.list("qualifications").find(qualification);
        facts.push_back({.kind = workforce::FactKind::qualification, .list = "qualifications", .code = qualification,
                         .detail = known == nullptr ? std::string{} : std::string{known->attribute("level")}});
        return facts;
    }

    workforce::NewEngagement engagement_of(const CswwWorker& worker, Date start) const
    {
        workforce::NewEngagement added;
        added.engagement.reference = std::string{workforce::unreferenced_engagement} + start.iso();
        added.engagement.started_on = start;
        fill(added.engagement, worker);
        EngagementTerms terms;
        terms.from_on = start;
        fill(terms, worker);
        added.terms.push_back(std::move(terms));
        return added;
    }

    void add_new(const CswwWorker& worker, const std::string& number)
    {
        auto [place, fresh] = new_by_number_.emplace(number, made_.plan.new_records.size());
        if (fresh) {
            auto& added = made_.plan.new_records.emplace_back();
            added.record.reference = number;
            fill(added.record, worker);
            added.facts = facts_of(worker, number);
            note("new", worker, number);
        }
        if (const auto start = worker.day(start_date)) made_.plan.new_records[place->second].engagements.push_back(engagement_of(worker, *start));
    }

    /// The job that starts that day; else the only one that has a day in common with what the worker says. No job twice.
    const HeldEngagement* job(const HeldStaffRecord& held, Date start, const CswwWorker& worker) const
    {
        for (const auto& engagement : held.engagements)
            if (engagement.engagement.started_on == start) return used_jobs_.contains(engagement.id.value()) ? nullptr : &engagement;
        const HeldEngagement* only = nullptr;
        for (const auto& engagement : held.engagements) {
            const Period theirs{engagement.engagement.started_on, engagement.engagement.ended_on};
            if (used_jobs_.contains(engagement.id.value()) || !theirs.overlaps({start, worker.day(end_date)})) continue;
            if (only != nullptr) return nullptr;
            only = &engagement;
        }
        return only;
    }

    void change(const CswwWorker& worker, const HeldStaffRecord& held, const std::string& number)
    {
        auto record = held.record;
        fill(record, worker);
        if (record != held.record && changed_records_.insert(held.id.value()).second) made_.plan.changed_records.push_back({held.id, record});
        add_facts(worker, held, number);
        const auto start = worker.day(start_date);
        if (!start) return;
        const auto* there = job(held, *start, worker);
        if (there == nullptr) {
            made_.plan.new_engagements.push_back({held.id, engagement_of(worker, *start)});
            return;
        }
        used_jobs_.insert(there->id.value());
        auto engagement = there->engagement;
        fill(engagement, worker);
        if (engagement != there->engagement) made_.plan.changed_engagements.push_back({there->id, held.id, engagement});
        change_terms(worker, *there);
    }

    void change_terms(const CswwWorker& worker, const HeldEngagement& there)
    {
        const workforce::HeldTerms* in_force = nullptr;
        for (const auto& terms : there.terms)
            if (in_force == nullptr || terms.terms.from_on <= census_day_) in_force = &terms;
        auto terms = in_force != nullptr ? in_force->terms : EngagementTerms{};
        fill(terms, worker);
        if (in_force != nullptr && terms == in_force->terms) return;
        const bool of_that_day = in_force != nullptr && in_force->terms.from_on >= census_day_;
        const bool has_left = there.engagement.ended_on && *there.engagement.ended_on < census_day_;
        if (in_force != nullptr && (of_that_day || worker.is_given(end_date) || has_left)) {
            made_.plan.changed_terms.push_back({in_force->id, there.id, terms});
            return;
        }
        terms.from_on = std::max(census_day_, there.engagement.started_on);
        made_.plan.new_terms.push_back({there.id, terms});
    }

    void add_facts(const CswwWorker& worker, const HeldStaffRecord& held, const std::string& number)
    {
        for (auto& fact : facts_of(worker, number)) {
            if (fact.kind == workforce::FactKind::absence && told_already(fact, held)) continue;
            const bool known = std::ranges::any_of(held.facts, [&](const workforce::HeldFact& other) {
                return other.fact.kind == fact.kind && other.fact.code == fact.code && fact.kind != workforce::FactKind::absence && (fact.number.empty() || in_capitals(other.fact.number) == number);
            });
            if (!known && added_facts_.insert({held.id.value(), fact.code}).second) made_.plan.added_facts.push_back({held.id, std::move(fact)});
        }
    }

    /// True where the register holds days lost of that year: of the whole year, which are corrected, or of parts of it, which the year's sum
    /// would count twice.
    bool told_already(const Fact& year, const HeldStaffRecord& held)
    {
        const auto overlaps = [&](const workforce::HeldFact& other) {
            const auto& fact = other.fact;
            return fact.kind == year.kind && fact.code == year.code && fact.on && fact.until && Period{*fact.on, fact.until}.overlaps({*year.on, year.until});
        };
        const auto found = std::ranges::find_if(held.facts, overlaps);
        if (found == held.facts.end()) return false;
        if (found->fact.on == year.on && found->fact != year && std::ranges::count_if(held.facts, overlaps) == 1) made_.plan.changed_facts.push_back({found->id, held.id, year});
        return true;
    }

    std::int64_t writes() const
    {
        const auto& plan = made_.plan;
        std::int64_t written = 0;
        for (const auto& added : plan.new_records) {
            written += 1 + static_cast<std::int64_t>(added.facts.size());
            for (const auto& engagement : added.engagements) written += 1 + static_cast<std::int64_t>(engagement.terms.size());
        }
        for (const auto& added : plan.new_engagements) written += 1 + static_cast<std::int64_t>(added.added.terms.size());
        return written + static_cast<std::int64_t>(plan.changed_records.size() + plan.changed_engagements.size() + plan.new_terms.size() +
                                                   plan.changed_terms.size() + plan.added_facts.size() + plan.changed_facts.size());
    }

    void note(const std::string& id, const CswwWorker& worker, const std::string& subject)
    {
        constexpr std::size_t samples_kept = 20;
        auto& [count, samples] = counted_[id];
        ++count;
        if (id != "unchanged" && samples.size() < samples_kept) samples.push_back({worker.line, subject, id == "new" ? "is added" : "changes"});
    }

    returns::DifferenceHeading heading(const std::string& id, std::string words, std::string meaning)
    {
        auto& [count, samples] = counted_[id];
        return {id, std::move(words), count, std::move(meaning), samples};
    }

    const workforce::RegisterView& view_;
    const packs::Packs& packs_;
    Date census_day_;
    CswwPlan made_;
    std::unordered_map<std::string, const HeldStaffRecord*> by_number_;
    std::unordered_map<std::string, std::size_t> new_by_number_;
    std::set<std::int64_t> named_, changed_records_, used_jobs_;
    std::set<std::pair<std::int64_t, std::string>> added_facts_;
    std::map<std::string, std::pair<std::int64_t, std::vector<returns::Sample>>> counted_;
};
}  // namespace

std::string from_census(const packs::Packs& packs, std::string_view census_list, std::string_view list, std::string_view code)
{
    const auto* mapping = code.empty() ? nullptr : packs.mapping_between(census_list, list);
    return mapping == nullptr ? std::string{} : std::string{mapping->apply(code)};
}

std::string to_census(const packs::Packs& packs, std::string_view list, std::string_view census_list, std::string_view code)
{
    if (code.empty()) return {};
    if (const auto* mapping = packs.mapping_between(list, census_list)) return std::string{mapping->apply(code)};
    const auto* mapping = packs.mapping_between(census_list, list);
    if (mapping == nullptr) return {};
    for (const auto& other : packs.list(census_list).codes())
        if (mapping->apply(other.code) == code) return other.code;
    return {};
}

Period census_year(Date census_day) { return {*Date::of(census_day.year() - 1, 10, 1), census_day}; }

std::string swe_number_of(const HeldStaffRecord& record)
{
    const auto& element = csww_element(swe_number);
    static const packs::Packs none;
    for (const auto& held : record.facts)
        if (held.fact.kind == workforce::FactKind::professional_status && fits(element, held.fact.number, none)) return in_capitals(held.fact.number);
    return fits(element, record.record.reference, none) ? in_capitals(record.record.reference) : std::string{};
}

CswwPlan plan_for(const CswwFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date census_day)
{
    Planner planner{view, packs, census_day};
    for (const auto& worker : file.workers)
        if (worker.taken) planner.add(worker);
    return std::move(planner).finish();
}

}  // namespace kith::census
