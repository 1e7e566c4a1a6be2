// Rules that look at all rows together: the same record, person, number or job twice. Each is one pass over groups made by hashing.
#include "base/text.hpp"
#include "intake/chunks.hpp"
#include "intake/file_index.hpp"
#include "intake/rule.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace kith::intake {
namespace {
bool has_record(const StaffRow& row) { return row.taken && row.staff_reference && row.organisation; }

/// Findings in the order of the file: groups come in order of first mention.
std::vector<Spoken> in_order(std::vector<Spoken> spoken)
{
    std::ranges::stable_sort(spoken, {}, &Spoken::row);
    return spoken;
}

std::string line_of(const StaffFile& file, std::size_t row) { return with_commas(file.rows[row].line); }

/// Speaks at each later taken row of a group for which `differs` from the group's first holds; the detail is the first row's line.
template <class Differs>
std::vector<Spoken> against_the_first(const StaffFile& file, const RowGroups& groups, Differs differs)
{
    std::vector<Spoken> spoken;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        auto rows = groups.of(group);
        if (rows.size() < 2) continue;
        const StaffRow* first = nullptr;
        for (auto at : rows) {
            const auto& row = file.rows[at];
            if (!row.taken) continue;
            if (first == nullptr) first = &row;
            else if (differs(*first, row)) spoken.push_back({at, line_of(file, first->row)});
        }
    }
    return in_order(std::move(spoken));
}

template <class T>
bool contradict(const Said<T>& one, const Said<T>& other)
{
    return one && other && !(*one == *other);
}

bool contradict(const SaidName& one, const SaidName& other) { return one && other && one.reveal() != other.reveal(); }

bool same_cells(const StaffFile& file, const StaffRow& one, const StaffRow& other)
{
    return std::ranges::equal(file.table.cells(one.row), file.table.cells(other.row));
}

/// Rows of one job from one day.
RowGroups terms_of(const StaffFile& file, const RowGroups& jobs)
{
    auto day = [&](std::size_t at) { return file.rows[at].terms_day()->days_since_epoch(); };
    return RowGroups::grouped(
        file.rows.size(),
        [&](std::size_t at) -> std::optional<std::uint64_t> {
            auto job = jobs.group_of(at);
            if (job == RowGroups::none || !file.rows[at].taken || jobs.of(job).size() < 2) return std::nullopt;
            return mixed(job, static_cast<std::uint64_t>(day(at)));
        },
        [&](std::size_t one, std::size_t other) { return jobs.group_of(one) == jobs.group_of(other) && day(one) == day(other); });
}

std::vector<Spoken> repeated_rows(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, terms_of(file, checking.index->jobs()), [&](const StaffRow& first, const StaffRow& later) { return same_cells(file, first, later); });
}

std::vector<Spoken> clashing_terms(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, terms_of(file, checking.index->jobs()), [&](const StaffRow& first, const StaffRow& later) { return !same_cells(file, first, later); });
}

std::vector<Spoken> another_person(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, checking.index->records(), [](const StaffRow& first, const StaffRow& later) {
        bool number = first.national_insurance_number && later.national_insurance_number &&
                      first.national_insurance_number->without_suffix() != later.national_insurance_number->without_suffix();
        return number || contradict(first.date_of_birth, later.date_of_birth);
    });
}

std::vector<Spoken> other_names(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, checking.index->records(), [](const StaffRow& first, const StaffRow& later) {
        return contradict(first.family_name, later.family_name) || contradict(first.given_name, later.given_name);
    });
}

std::vector<Spoken> other_days(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, checking.index->jobs(), [](const StaffRow& first, const StaffRow& later) {
        bool one_ends = static_cast<bool>(first.end_date) != static_cast<bool>(later.end_date);
        return contradict(first.start_date, later.start_date) || contradict(first.end_date, later.end_date) || one_ends;
    });
}

std::vector<Spoken> other_reasons(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, checking.index->jobs(), [](const StaffRow& first, const StaffRow& later) {
        return contradict(first.origin, later.origin) || contradict(first.reason_for_leaving, later.reason_for_leaving) || contradict(first.destination, later.destination);
    });
}

std::vector<Spoken> other_answers(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, checking.index->records(), [](const StaffRow& first, const StaffRow& later) {
        return contradict(first.sex, later.sex) || contradict(first.ethnicity, later.ethnicity) || contradict(first.disability, later.disability);
    });
}

std::vector<Spoken> workers_twice(const StaffFile& file, const Checking& checking)
{
    return against_the_first(file, checking.index->records(), [&](const StaffRow&, const StaffRow&) { return true; });
}

std::uint64_t organisation_of(const StaffRow& row) { return static_cast<std::uint64_t>(row.organisation->id.value()); }

/// Rows with the same National Insurance number, its last letter apart.
template <class Belongs>
RowGroups numbers_of(const StaffFile& file, bool of_one_organisation, Belongs belongs)
{
    auto number = [&](std::size_t at) { return file.rows[at].national_insurance_number->without_suffix(); };
    auto owner = [&](std::size_t at) { return of_one_organisation ? organisation_of(file.rows[at]) : 0; };
    return RowGroups::grouped(
        file.rows.size(),
        [&](std::size_t at) -> std::optional<std::uint64_t> {
            const auto& row = file.rows[at];
            if (!has_record(row) || !row.national_insurance_number || !belongs(row)) return std::nullopt;
            return mixed(owner(at), std::hash<std::string_view>{}(number(at)));
        },
        [&](std::size_t one, std::size_t other) { return owner(one) == owner(other) && number(one) == number(other); });
}

bool other_reference(const StaffRow& first, const StaffRow& later) { return *first.staff_reference != *later.staff_reference; }

std::vector<Spoken> number_twice(const StaffFile& file, const Checking&)
{
    return against_the_first(file, numbers_of(file, true, [](const StaffRow&) { return true; }), other_reference);
}

/// Name and birth date as one number, worked out on several threads since folding names takes long.
std::vector<std::uint64_t> person_hashes(const StaffFile& file)
{
    std::vector<std::uint64_t> hashes(file.rows.size());
    in_chunks(file.rows.size(), [&](std::size_t from, std::size_t to, std::size_t) {
        for (auto at = from; at < to; ++at) {
            const auto& row = file.rows[at];
            if (!has_record(row) || !row.family_name || !row.given_name || !row.date_of_birth) continue;
            auto name = mixed(std::hash<std::string>{}(folded(row.family_name.reveal())), std::hash<std::string>{}(folded(row.given_name.reveal())));
            hashes[at] = mixed(mixed(organisation_of(row), static_cast<std::uint64_t>(row.date_of_birth->days_since_epoch())), name) | 1U;
        }
    });
    return hashes;
}

std::vector<Spoken> person_twice(const StaffFile& file, const Checking&)
{
    if (!file.places.has(Field::family_name) || !file.places.has(Field::given_name)) return {};
    const auto hashes = person_hashes(file);
    auto same = [&](std::size_t one, std::size_t other) {
        const auto& a = file.rows[one];
        const auto& b = file.rows[other];
        return a.organisation->id == b.organisation->id && *a.date_of_birth == *b.date_of_birth && folded(a.family_name.reveal()) == folded(b.family_name.reveal()) &&
               folded(a.given_name.reveal()) == folded(b.given_name.reveal());
    };
    auto groups = RowGroups::grouped(
        file.rows.size(), [&](std::size_t at) { return hashes[at] == 0 ? std::optional<std::uint64_t>{} : std::optional{hashes[at]}; }, same);
    return against_the_first(file, groups, other_reference);
}

Period period_of(const StaffRow& row)
{
    return {*row.start_date, row.end_date ? std::optional{*row.end_date} : std::nullopt};
}

/// One person full time with two organisations of the file at the same time.
std::vector<Spoken> claimed_twice(const StaffFile& file, const Checking& checking)
{
    const auto full = Fte::thousandths(checking.limits[RuleLimit::full_time_fte]);
    auto groups = numbers_of(file, false, [&](const StaffRow& row) { return row.start_date && row.fte && *row.fte >= full; });
    return against_the_first(file, groups, [](const StaffRow& first, const StaffRow& later) {
        return first.organisation->id != later.organisation->id && period_of(first).overlaps(period_of(later));
    });
}

/// One number under several references with more hours than a week of work has.
std::vector<Spoken> too_many_hours(const StaffFile& file, const Checking& checking)
{
    auto groups = numbers_of(file, false, [](const StaffRow& row) { return row.hours && !row.end_date; });
    std::vector<Spoken> spoken;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        auto rows = groups.of(group);
        if (rows.size() < 2) continue;
        std::int64_t total = 0;
        bool several = false;
        for (auto at : rows) {
            total += *file.rows[at].hours;
            several = several || other_reference(file.rows[rows.front()], file.rows[at]);
        }
        if (several && total > checking.limits[RuleLimit::most_hours_together]) spoken.push_back({rows.back(), line_of(file, rows.front())});
    }
    return in_order(std::move(spoken));
}

std::vector<Spoken> overlapping_jobs(const StaffFile& file, const Checking& checking)
{
    const auto& records = checking.index->records();
    const auto& jobs = checking.index->jobs();
    std::vector<Spoken> spoken;
    for (std::size_t record = 0; record < records.size(); ++record) {
        auto rows = records.of(record);
        if (rows.size() < 2) continue;
        std::map<std::pair<const packs::Code*, std::int64_t>, std::vector<std::uint32_t>> places;
        for (auto at : rows) {
            const auto& row = file.rows[at];
            if (row.taken && row.start_date && row.role) places[{*row.role, row.setting ? row.setting->id.value() : 0}].push_back(at);
        }
        for (auto& [place, of_place] : places) {
            std::ranges::stable_sort(of_place, {}, [&](std::size_t at) { return *file.rows[at].start_date; });
            std::size_t furthest = of_place.front();  // the row that runs on longest so far
            for (std::size_t i = 1; i < of_place.size(); ++i) {
                const auto& row = file.rows[of_place[i]];
                bool other_job = jobs.group_of(of_place[i]) != jobs.group_of(furthest);
                if (other_job && period_of(row).overlaps(period_of(file.rows[furthest]))) spoken.push_back({of_place[i], line_of(file, furthest)});
                const auto& end = file.rows[furthest].end_date;
                if (end && (!row.end_date || *end < *row.end_date)) furthest = of_place[i];
            }
        }
    }
    return in_order(std::move(spoken));
}

using Steps = std::map<Date, std::vector<std::pair<std::size_t, Fte>>>;

/// Terms of one engagement in order of day: each holds until the next begins or the engagement ends.
void add_steps(const StaffFile& file, std::vector<std::uint32_t> rows, Steps& steps)
{
    std::ranges::stable_sort(rows, {}, [&](std::size_t at) { return *file.rows[at].terms_day(); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = file.rows[rows[i]];
        if (!row.fte) continue;
        steps[*row.terms_day()].emplace_back(rows[i], *row.fte);
        if (i + 1 < rows.size()) steps[*file.rows[rows[i + 1]].terms_day()].emplace_back(rows[i], Fte{} - *row.fte);
        else if (row.end_date) steps[row.end_date->plus_days(1)].emplace_back(rows[i], Fte{} - *row.fte);
    }
}

/// The first day on which the jobs of one record add up to more than `most`: the row that tips it, and how much.
std::optional<Spoken> tipping_row(const Steps& steps, Fte most)
{
    Fte total{};
    for (const auto& [day, changes] : steps) {
        std::size_t last = 0;
        for (const auto& [at, change] : changes) {
            total += change;
            if (change > Fte{}) last = std::max(last, at);
        }
        if (total > most) return Spoken{last, total.text()};
    }
    return std::nullopt;
}

std::vector<Spoken> too_much_work(const StaffFile& file, const Checking& checking)
{
    const auto& records = checking.index->records();
    const auto& jobs = checking.index->jobs();
    const auto most = Fte::thousandths(checking.limits[RuleLimit::most_fte_together]);
    std::vector<Spoken> spoken;
    for (std::size_t record = 0; record < records.size(); ++record) {
        if (records.of(record).size() < 2) continue;
        std::map<std::uint32_t, std::vector<std::uint32_t>> of_jobs;
        for (auto at : records.of(record))
            if (file.rows[at].taken && jobs.group_of(at) != RowGroups::none) of_jobs[jobs.group_of(at)].push_back(at);
        if (of_jobs.size() < 2) continue;
        Steps steps;
        for (const auto& [job, rows] : of_jobs) add_steps(file, rows, steps);
        if (auto tips = tipping_row(steps, most)) spoken.push_back(std::move(*tips));
    }
    return in_order(std::move(spoken));
}

/// A part-time worker whose yearly pay is that of a full-time one in the same role of the same organisation: pay for full time was entered.
std::vector<Spoken> full_time_pay(const StaffFile& file, const Checking&)
{
    constexpr int part_time = 37'00, full_time = 36'00;
    auto groups = RowGroups::grouped(
        file.rows.size(),
        [&](std::size_t at) -> std::optional<std::uint64_t> {
            const auto& row = file.rows[at];
            if (!has_record(row) || !row.pay || !row.pay_period || row.pay_period->code != "year" || !row.role || !row.hours) return std::nullopt;
            return mixed(mixed(organisation_of(row), static_cast<std::uint64_t>(row.pay->value())), reinterpret_cast<std::uintptr_t>(*row.role));
        },
        [&](std::size_t one, std::size_t other) {
            const auto& a = file.rows[one];
            const auto& b = file.rows[other];
            return a.organisation->id == b.organisation->id && *a.pay == *b.pay && *a.role == *b.role;
        });
    std::vector<Spoken> spoken;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        auto rows = groups.of(group);
        auto full = std::ranges::find_if(rows, [&](auto at) { return *file.rows[at].hours > full_time; });
        if (full == rows.end()) continue;
        for (auto at : rows)
            if (*file.rows[at].hours < part_time && *file.rows[at].hours <= full_time) spoken.push_back({at, line_of(file, *full)});
    }
    return in_order(std::move(spoken));
}

std::vector<Spoken> managers_of_each_other(const StaffFile& file, const Checking& checking)
{
    std::vector<Spoken> spoken;
    for (const auto& row : file.rows) {
        if (!has_record(row) || !row.manager) continue;
        auto record = checking.index->record(row.organisation->id, *row.manager);
        if (!record) continue;
        const auto& manager = file.rows[checking.index->records().of(*record).front()];
        if (manager.manager && *manager.manager == *row.staff_reference) spoken.push_back({row.row, line_of(file, manager.row)});
    }
    return spoken;
}

const auto rules = std::to_array<FileRule>({
    {{"K-REF-3", Effect::good_to_know, Field::row, "This row is the same as line {}. It is taken once.", "Kith", Format::kith}, repeated_rows},
    {{"K-REF-4", Effect::row_not_taken, Field::staff_reference,
      "Line {} gives the same staff reference to someone with another date of birth or National Insurance number. Give each person a reference of their own.",
      "Kith: identity is organisation and reference"}, another_person},
    {{"K-REF-5", Effect::doubtful, Field::staff_reference, "Line {} gives this staff reference another name. The first is kept: check that both rows are the same person.",
      "Kith: identity is organisation and reference"}, other_names},
    {{"K-REF-10", Effect::doubtful, Field::staff_reference, "Line {} answers for the same person otherwise about sex, ethnic group or disability. The first is kept.",
      "Kith: identity is organisation and reference"}, other_answers},
    {{"K-REF-6", Effect::row_not_taken, Field::staff_reference, "This worker stands on line {} already. A worker may stand in the file once.",
      "Adult social care workforce data set, error 998", Format::adult_social_care}, workers_twice},
    {{"K-NI-2", Effect::doubtful, Field::national_insurance_number,
      "The same National Insurance number stands under another staff reference on line {}. If this is one person, use one reference.",
      "Adult social care workforce data set, warning 5570"}, number_twice},
    {{"K-NI-3", Effect::doubtful, Field::national_insurance_number,
      "Another organisation claims the same person full time on line {}, at the same time. Ask which of the two employs them now.", "Kith: one engagement, two organisations"},
     claimed_twice},
    {{"K-NI-5", Effect::doubtful, Field::national_insurance_number,
      "With line {} the same National Insurance number has more hours a week than one person can work. Check the numbers and the hours.",
      "Adult social care workforce data set, warning 5570: more than 75 hours"}, too_many_hours},
    {{"K-REF-7", Effect::doubtful, Field::staff_reference,
      "The same name and date of birth stand under another staff reference on line {}. If this is one person, use one reference.", "Kith"}, person_twice},
    {{"K-ENG-2", Effect::row_not_taken, Field::start_date, "Line {} gives other start or end days for the same job. Rows of one job must agree on them.", "Kith", Format::kith}, other_days},
    {{"K-ENG-4", Effect::doubtful, Field::engagement_reference, "Line {} gives another origin, reason for leaving or destination for the same job. The first is kept.", "Kith", Format::kith},
     other_reasons},
    {{"K-TERMS-3", Effect::row_not_taken, Field::terms_from,
      "Line {} gives other terms for the same job from the same day. Give this row the day from which its terms hold, or another engagement reference.", "Kith", Format::kith},
     clashing_terms},
    {{"K-ENG-3", Effect::doubtful, Field::start_date,
      "Line {} has the same person in the same role and place at the same time. If it is the same job, use one engagement reference and enter the day the terms changed.", "Kith"},
     overlapping_jobs},
    {{"K-FTE-3", Effect::doubtful, Field::fte, "The person's jobs add up to an FTE of {} on a day, more than one person works. Check the FTE and the end dates.", "Kith"}, too_much_work},
    {{"K-PAY-5", Effect::doubtful, Field::pay, "This part-time job is paid by the year what line {} is paid for full time in the same role. Enter what is paid for these hours.",
      "Adult social care workforce data set, error 1260: pay for full time entered"}, full_time_pay},
    {{"K-MANAGER-3", Effect::doubtful, Field::manager, "This person and the one on line {} are given as each other's manager. Check both.", "Kith", Format::kith}, managers_of_each_other},
});
}  // namespace

std::span<const FileRule> rules_across_rows()
{
    return rules;
}

}  // namespace kith::intake
