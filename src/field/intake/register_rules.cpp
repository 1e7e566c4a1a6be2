#include "intake/register_rules.hpp"

#include "base/text.hpp"
#include "intake/absence_overlap.hpp"
#include "intake/file_index.hpp"
#include "intake/held_already.hpp"
#include "intake/judge.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace kith::intake {
namespace {
std::vector<Spoken> whole_file(std::string detail) { return {{Spoken::whole_file, std::move(detail)}}; }

std::int64_t heading_count(const returns::Difference& difference, std::string_view id)
{
    auto found = std::ranges::find(difference.headings, id, &returns::DifferenceHeading::id);
    return found == difference.headings.end() ? 0 : found->count;
}

/// People of the file who work on the day it was handed in.
std::int64_t people_at_work(const AgainstRegister& against)
{
    std::unordered_set<std::uint32_t> people;
    for (auto at : against.rows) {
        const auto& row = against.file.rows[at];
        if (row.start_date && *row.start_date <= against.today && (!row.end_date || against.today <= *row.end_date)) people.insert(against.index.records().group_of(at));
    }
    return static_cast<std::int64_t>(people.size());
}

const workforce::EngagementTerms* terms_today(const workforce::HeldEngagement& engagement, Date today)
{
    bool runs = engagement.engagement.started_on <= today && (!engagement.engagement.ended_on || today <= *engagement.engagement.ended_on);
    if (!runs || engagement.terms.empty()) return nullptr;
    const auto* in_force = &engagement.terms.front().terms;
    for (const auto& entry : engagement.terms)
        if (entry.terms.from_on <= today) in_force = &entry.terms;
    return in_force;
}

std::int64_t held_at_work(const AgainstRegister& against)
{
    return std::ranges::count_if(against.view.records, [&](const auto& record) {
        return std::ranges::any_of(record.engagements, [&](const auto& engagement) { return terms_today(engagement, against.today) != nullptr; });
    });
}

Fte held_fte(const AgainstRegister& against)
{
    Fte total{};
    for (const auto& record : against.view.records)
        for (const auto& engagement : record.engagements)
            if (const auto* terms = terms_today(engagement, against.today); terms != nullptr && terms->fte) total += *terms->fte;
    return total;
}

/// The FTE of the file's jobs today, each by its last row that holds today.
Fte fte_at_work(const AgainstRegister& against)
{
    std::unordered_map<std::uint32_t, const StaffRow*> jobs;
    for (auto at : against.rows) {
        const auto& row = against.file.rows[at];
        auto job = against.index.jobs().group_of(at);
        if (job == RowGroups::none || against.today < *row.terms_day() || (row.end_date && *row.end_date < against.today)) continue;
        auto& last = jobs[job];
        if (last == nullptr || *last->terms_day() < *row.terms_day()) last = &row;
    }
    Fte total{};
    for (const auto& [job, row] : jobs)
        if (row->fte) total += *row->fte;
    return total;
}

bool is_apart(std::int64_t now, std::int64_t before, std::int64_t percent) { return std::abs(now - before) * 100 > before * percent; }

/// What the file has can be set beside what is held: it lists everyone, and enough is held for a share of it to mean something.
bool compares_as_a_whole(const AgainstRegister& against)
{
    return against.lists_everyone && std::ssize(against.view.records) >= against.limits[RuleLimit::least_rows];
}

std::vector<Spoken> unchanged(const AgainstRegister& against)
{
    if (against.difference.writes != 0 || against.view.records.empty() || against.file.profile->of != FileOf::jobs) return {};
    return whole_file(counted(std::ssize(against.rows), "row"));
}

std::vector<Spoken> headcount_jumps(const AgainstRegister& against)
{
    const auto now = people_at_work(against);
    const auto before = held_at_work(against);
    if (!compares_as_a_whole(against) || against.file.profile->of != FileOf::jobs || !is_apart(now, before, against.limits[RuleLimit::sudden_change])) return {};
    return whole_file(with_commas(now) + " people at work now, " + with_commas(before) + " held");
}

std::vector<Spoken> fte_jumps(const AgainstRegister& against)
{
    if (!compares_as_a_whole(against) || !against.file.places.has(Field::fte)) return {};
    const auto now = fte_at_work(against);
    const auto before = held_fte(against);
    const bool people_too = is_apart(people_at_work(against), held_at_work(against), against.limits[RuleLimit::sudden_change]);
    if (people_too || before == Fte{} || !is_apart(now.thousandths(), before.thousandths(), against.limits[RuleLimit::sudden_change])) return {};
    return whole_file(now.fixed() + " in the file, " + before.fixed() + " held");
}

std::vector<Spoken> declared_apart(const AgainstRegister& against)
{
    const auto& declared = against.organisation.expected_headcount;
    if (!against.lists_everyone || !declared || *declared <= 0 || against.file.profile->of != FileOf::jobs) return {};
    const auto now = people_at_work(against);
    if (!is_apart(now, *declared, against.limits[RuleLimit::declared_apart])) return {};
    return whole_file(with_commas(*declared) + " expected, " + with_commas(now) + " at work in the file");
}

/// New records that could be old ones under new references: many come, many are left out.
std::vector<Spoken> new_references(const AgainstRegister& against)
{
    const auto added = heading_count(against.difference, "new");
    const auto absent = heading_count(against.difference, "absent");
    const auto held = std::ssize(against.view.records);
    const auto limit = against.limits[RuleLimit::new_and_gone];
    if (!compares_as_a_whole(against) || added * 100 < held * limit || absent * 100 < held * limit) return {};
    return whole_file(with_commas(added) + " new and " + with_commas(absent) + " left out");
}

using HeldByReference = std::unordered_map<std::string_view, const workforce::HeldStaffRecord*>;

HeldByReference held_by_reference(const AgainstRegister& against)
{
    HeldByReference held;
    for (const auto& record : against.view.records) held.emplace(record.record.reference, &record);
    return held;
}

template <class Speaks>
std::vector<Spoken> of_held_rows(const AgainstRegister& against, Speaks speaks)
{
    const auto held = held_by_reference(against);
    std::vector<Spoken> spoken;
    for (auto at : against.rows) {
        const auto& row = against.file.rows[at];
        auto found = held.find(*row.staff_reference);
        if (found != held.end() && speaks(row, *found->second)) spoken.push_back({at, {}});
    }
    return spoken;
}

std::vector<Spoken> another_birth_date(const AgainstRegister& against)
{
    return of_held_rows(against, [](const StaffRow& row, const workforce::HeldStaffRecord& held) {
        return row.date_of_birth && held.record.birth_date && held.record.birth_date->reveal() != *row.date_of_birth;
    });
}

std::vector<Spoken> another_number(const AgainstRegister& against)
{
    if (!against.view.secrets_readable) return {};
    return of_held_rows(against, [](const StaffRow& row, const workforce::HeldStaffRecord& held) {
        return row.national_insurance_number && held.record.national_insurance &&
               held.record.national_insurance->without_suffix() != row.national_insurance_number->without_suffix();
    });
}

std::vector<Spoken> cleared_birth_dates(const AgainstRegister& against)
{
    auto cleared = of_held_rows(against, [](const StaffRow& row, const workforce::HeldStaffRecord& held) {
        return row.date_of_birth.saying() == Saying::blank && held.record.birth_date.has_value();
    });
    return cleared.empty() ? cleared : whole_file(counted(std::ssize(cleared), "date of birth", "dates of birth"));
}

std::vector<Spoken> cleared_numbers(const AgainstRegister& against)
{
    if (!against.view.secrets_readable) return {};
    auto cleared = of_held_rows(against, [](const StaffRow& row, const workforce::HeldStaffRecord& held) {
        return row.national_insurance_number.saying() == Saying::blank && held.record.national_insurance.has_value();
    });
    return cleared.empty() ? cleared : whole_file(counted(std::ssize(cleared), "National Insurance number"));
}

std::vector<Spoken> runs_on_again(const AgainstRegister& against)
{
    return of_held_rows(against, [&](const StaffRow& row, const workforce::HeldStaffRecord& held) {
        if (!row.start_date || row.end_date.saying() != Saying::blank) return false;
        return std::ranges::any_of(held.engagements, [&](const workforce::HeldEngagement& engagement) {
            return engagement.engagement.started_on == *row.start_date && engagement.engagement.ended_on && *engagement.engagement.ended_on < against.today;
        });
    });
}

std::vector<Spoken> unknown_person(const AgainstRegister& against)
{
    if (against.file.profile->of == FileOf::jobs) return {};
    const auto held = held_by_reference(against);
    std::vector<Spoken> spoken;
    for (auto at : against.rows)
        if (!held.contains(*against.file.rows[at].staff_reference)) spoken.push_back({at, {}});
    return spoken;
}

std::vector<Spoken> unknown_manager(const AgainstRegister& against)
{
    if (!against.file.places.has(Field::manager)) return {};
    const auto held = held_by_reference(against);
    std::vector<Spoken> spoken;
    for (auto at : against.rows) {
        const auto& manager = against.file.rows[at].manager;
        if (manager && !held.contains(*manager) && !against.index.record(against.organisation.id, *manager)) spoken.push_back({at, {}});
    }
    return spoken;
}

bool holds_name(const workforce::PersonName& name) { return !name.reveal().empty(); }

/// The job that the row names by its first day has an FTE.
bool holds_fte(const StaffRow& row, const workforce::HeldStaffRecord& held)
{
    return std::ranges::any_of(held.engagements, [&](const workforce::HeldEngagement& job) {
        return row.start_date && job.engagement.started_on == *row.start_date && std::ranges::any_of(job.terms, [](const auto& one) { return one.terms.fte.has_value(); });
    });
}

struct MissingRule {
    std::string_view rule;
    Field field;
    bool (*is_held)(const StaffRow& row, const workforce::HeldStaffRecord& held);
};
constexpr std::array missing_rules{
    MissingRule{"K-NAME-1", Field::family_name, [](const StaffRow&, const workforce::HeldStaffRecord& held) { return holds_name(held.record.family_name); }},
    MissingRule{"K-NAME-2", Field::given_name, [](const StaffRow&, const workforce::HeldStaffRecord& held) { return holds_name(held.record.given_name); }},
    MissingRule{"K-DOB-1", Field::date_of_birth, [](const StaffRow&, const workforce::HeldStaffRecord& held) { return held.record.birth_date.has_value(); }},
    MissingRule{"K-FTE-4", Field::fte, holds_fte},
};

/// Every check of the row for which `asks` has one of the same kind in the register that `answers` it.
template <class Asks, class Answers>
bool answered_by_held_checks(const AgainstRegister& against, const StaffRow& row, const workforce::HeldStaffRecord& held, Asks asks, Answers answers)
{
    return std::ranges::all_of(against.file.facts_of(row), [&](const SaidFact& said) {
        const bool asked = said.kind && said.kind->kind == workforce::FactKind::check && said.code && said.on && asks(said);
        return !asked || std::ranges::any_of(held.facts, [&](const workforce::HeldFact& other) {
            return other.fact.kind == workforce::FactKind::check && other.fact.code == said.code->code && other.fact.on && answers(said, *other.fact.on);
        });
    });
}

/// What came after the job's start had been done before it, too.
bool are_rechecks(const AgainstRegister& against, const StaffRow& row, const workforce::HeldStaffRecord& held)
{
    if (!row.start_date) return false;
    return answered_by_held_checks(
        against, row, held, [&](const SaidFact& said) { return *row.start_date < *said.on; }, [&](const SaidFact&, Date on) { return on <= *row.start_date; });
}

/// What was done long ago has been done again since.
bool are_followed(const AgainstRegister& against, const StaffRow& row, const workforce::HeldStaffRecord& held)
{
    const auto years = against.limits.years(RuleLimit::check_years);
    return answered_by_held_checks(
        against, row, held, [&](const SaidFact& said) { return said.on->plus_years(years) < against.today; },
        [](const SaidFact& said, Date on) { return *said.on < on; });
}

struct AnsweredRule {
    std::string_view rule;
    bool (*is_answered)(const AgainstRegister& against, const StaffRow& row, const workforce::HeldStaffRecord& held);
};
constexpr std::array answered_rules{AnsweredRule{"K-CHECK-2", are_rechecks}, AnsweredRule{"K-CHECK-3", are_followed}};

/// Two people, as far as name and birth date tell: another day of birth, or where either is not known, another given and another family name.
/// A family name alone may change.
bool is_someone_else(const StaffRow& row, const workforce::HeldElsewhere& there)
{
    if (row.date_of_birth && there.birth_date) return *row.date_of_birth != there.birth_date->reveal();
    const auto differs = [](const SaidName& said, const workforce::PersonName& held) {
        return said && !held.reveal().empty() && folded(said.reveal()) != folded(held.reveal());
    };
    return differs(row.given_name, there.given_name) && differs(row.family_name, there.family_name);
}

bool works_full_time(const workforce::HeldElsewhere& there, Date today, Fte full)
{
    return std::ranges::any_of(there.engagements, [&](const auto& engagement) {
        const auto* terms = terms_today(engagement, today);
        return terms != nullptr && terms->fte && *terms->fte >= full;
    });
}

template <class Speaks>
std::vector<Spoken> of_rows_held_elsewhere(const AgainstRegister& against, Speaks speaks)
{
    std::vector<Spoken> spoken;
    for (auto at : against.rows) {
        const auto there = against.elsewhere.find(at);
        if (there == against.elsewhere.end()) continue;
        const auto& row = against.file.rows[at];
        if (std::ranges::any_of(there->second, [&](const auto& held) { return speaks(row, held); })) spoken.push_back({at, {}});
    }
    return spoken;
}

std::vector<Spoken> number_of_someone_else(const AgainstRegister& against)
{
    return of_rows_held_elsewhere(against, is_someone_else);
}

/// One person full time with two organisations today: the one whose file it is, and one that handed in before.
std::vector<Spoken> claimed_elsewhere(const AgainstRegister& against)
{
    const auto full = Fte::thousandths(against.limits[RuleLimit::full_time_fte]);
    return of_rows_held_elsewhere(against, [&](const StaffRow& row, const workforce::HeldElsewhere& there) {
        const bool runs = row.start_date && *row.start_date <= against.today && (!row.end_date || against.today <= *row.end_date);
        return runs && row.fte && *row.fte >= full && !is_someone_else(row, there) && works_full_time(there, against.today, full);
    });
}

const auto rules = std::to_array<RegisterRule>({
    {{"K-LAST-1", Effect::good_to_know, Field::row, "Nothing in these {} differs from what Kith holds. Check that it is the new file and not the last one again.",
      "Adult social care workforce data set: value has not changed, please check"}, unchanged},
    {{"K-LAST-2", Effect::doubtful, Field::row, "The number of staff has changed suddenly: {}. Check that the file is whole.", "Kith: sudden change since last time"}, headcount_jumps},
    {{"K-LAST-3", Effect::doubtful, Field::fte, "The FTE of all staff has changed suddenly: {}. Check that the column means what it did.", "Kith: sudden change since last time"}, fte_jumps},
    {{"K-LAST-4", Effect::doubtful, Field::row, "The number of staff is far from the one your organisation declares: {}. Check that nobody is missing, or tell the partnership the new number.",
      "Adult social care workforce data set, warning 2200"}, declared_apart},
    {{"K-LAST-5", Effect::doubtful, Field::staff_reference, "Many staff are {}. If they are the same people, their references have changed: use the old ones.", "Kith: identity is organisation and reference"},
     new_references},
    {{"K-LAST-6", Effect::doubtful, Field::date_of_birth, "Kith holds another date of birth for this staff reference. Check that it is the same person.", "Kith: identity is organisation and reference"},
     another_birth_date},
    {{"K-LAST-7", Effect::doubtful, Field::national_insurance_number, "Kith holds another National Insurance number for this staff reference. Check that it is the same person.",
      "Kith: identity is organisation and reference"}, another_number},
    {{"K-NI-4", Effect::doubtful, Field::national_insurance_number,
      "Another organisation has this National Insurance number with another name or date of birth. Check the number against the payslip, and the name and date of birth with the person.",
      "Kith: a number is one person's, across the register"}, number_of_someone_else},
    {{"K-NI-7", Effect::doubtful, Field::national_insurance_number,
      "Another organisation has this person full time now as well. Ask which of the two employs them, and enter the end date if they have left you.",
      "Kith: one engagement, two organisations"}, claimed_elsewhere},
    {{"K-LAST-8", Effect::doubtful, Field::date_of_birth, "The file clears {} that Kith holds. Leave the column out if you do not mean to.", "Kith: a blank cell clears"}, cleared_birth_dates},
    {{"K-LAST-9", Effect::doubtful, Field::national_insurance_number, "The file clears {} that Kith holds. Leave the column out if you do not mean to.", "Kith: a blank cell clears"}, cleared_numbers},
    {{"K-LAST-10", Effect::doubtful, Field::end_date, "Kith holds that this job has ended; this row has it run on. Enter the end date, or a new start date if the person came back.",
      "Kith: against last time"}, runs_on_again},
    {{held_already_rule, Effect::doubtful, Field::staff_reference,
      "Somebody {} is held under another reference. If it is the same person, use the reference that is held.",
      "Kith: identity is organisation and reference"}, held_already},
    {{"K-FACT-19", Effect::row_not_taken, Field::staff_reference, "Kith holds no staff record with this reference. Hand in the staff return first, or mend the reference.",
      "Adult social care workforce data set, error 996"}, unknown_person},
    {{"K-ABSENCE-7", Effect::doubtful, Field::fact_on, "Kith holds an absence for this reason from another day, and the days overlap: days lost would count twice. Take the held one away, or give the days since.",
      "Kith: against last time"}, overlapping_held_absences},
    {{"K-MANAGER-4", Effect::doubtful, Field::manager, "The manager's reference stands neither in this file nor in the register. Check it.", "Kith: a manager is a member of staff", Format::kith},
     unknown_manager},
});
}  // namespace

std::span<const RegisterRule> rules_against_the_register()
{
    return rules;
}

returns::Findings judged_against_the_register(const AgainstRegister& against)
{
    returns::Findings findings;
    for (const auto& entry : rules) {
        const auto active = as_chosen(entry.rule, against.limits);
        if (!active.on || !applies(entry.rule, *against.file.profile)) continue;
        for (const auto& spoken : entry.speaks(against)) {
            const auto line = spoken.row == Spoken::whole_file ? 0 : std::int64_t{against.file.rows[spoken.row].line};
            findings.push_back(finding_of(against.file, entry.rule, active.effect, line, entry.rule.field, spoken.detail));
        }
    }
    return findings;
}

void note_held_anyway(HeldAnyway& held_anyway, const AgainstRegister& against)
{
    for (const auto& missing : missing_rules) {
        if (against.file.places.has(missing.field)) continue;
        for (const auto& spoken : of_held_rows(against, missing.is_held)) held_anyway[missing.rule].insert(against.file.rows[spoken.row].line);
    }
    if (against.file.facts.empty()) return;
    for (const auto& asked : answered_rules) {
        const auto is_answered = [&](const StaffRow& row, const auto& held) { return row.facts > 0 && asked.is_answered(against, row, held); };
        for (const auto& spoken : of_held_rows(against, is_answered)) held_anyway[asked.rule].insert(against.file.rows[spoken.row].line);
    }
}

void leave_out(returns::Findings& findings, const HeldAnyway& held_anyway)
{
    if (held_anyway.empty()) return;
    std::erase_if(findings, [&](const returns::Finding& finding) {
        const auto lines = held_anyway.find(finding.rule);
        return finding.severity != returns::Severity::error && lines != held_anyway.end() && lines->second.contains(finding.line);
    });
}

}  // namespace kith::intake
