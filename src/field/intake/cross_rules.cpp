// Rules that look at all rows together: the same record, person, number or job twice, and totals. Each is one or two passes over hashed keys.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace kith::intake {
namespace {
using Indices = std::vector<std::size_t>;
using Groups = std::unordered_map<std::string, Indices>;

bool has_record(const StaffRow& row) { return row.taken && row.staff_reference && row.organisation; }

std::string record_key(const StaffRow& row)
{
    return std::to_string((*row.organisation)->id.value()) + '\n' + *row.staff_reference;
}

std::string whose_engagement(const StaffRow& row) { return record_key(row) + '\n' + engagement_key(row); }

/// Rows by key, in the order of the file within each.
template <class Key>
Groups grouped(const StaffFile& file, Key key, bool (*belongs)(const StaffRow&) = has_record)
{
    Groups groups;
    groups.reserve(file.rows.size());
    for (std::size_t at = 0; at < file.rows.size(); ++at)
        if (belongs(file.rows[at])) groups[key(file.rows[at])].push_back(at);
    return groups;
}

/// Findings in the order of the file: groups come out of the hash in any order.
std::vector<Spoken> in_order(std::vector<Spoken> spoken)
{
    std::ranges::sort(spoken, {}, &Spoken::row);
    return spoken;
}

std::string line_of(const StaffFile& file, std::size_t row) { return with_commas(file.rows[row].line); }

/// Speaks at each later row of a group for which `differs` from the group's first holds; the detail is the first row's line.
template <class Differs>
std::vector<Spoken> against_the_first(const StaffFile& file, const Groups& groups, Differs differs)
{
    std::vector<Spoken> spoken;
    for (const auto& [key, rows] : groups)
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (differs(file.rows[rows.front()], file.rows[rows[i]])) spoken.push_back({rows[i], line_of(file, rows.front())});
    return in_order(std::move(spoken));
}

template <class T>
bool contradict(const Said<T>& one, const Said<T>& other)
{
    return one && other && !(one.value == other.value);
}

bool same_cells(const StaffFile& file, const StaffRow& one, const StaffRow& other)
{
    auto a = file.table.cells(one.row);
    auto b = file.table.cells(other.row);
    return std::ranges::equal(a, b);
}

std::string terms_key(const StaffRow& row)
{
    return whose_engagement(row) + '\n' + (row.terms_day() ? row.terms_day()->iso() : std::string{});
}

bool has_engagement(const StaffRow& row) { return has_record(row) && row.start_date; }

std::vector<Spoken> repeated_rows(const StaffFile& file, Checking&)
{
    return against_the_first(file, grouped(file, terms_key, has_engagement),
                             [&](const StaffRow& first, const StaffRow& later) { return same_cells(file, first, later); });
}

std::vector<Spoken> clashing_terms(const StaffFile& file, Checking&)
{
    return against_the_first(file, grouped(file, terms_key, has_engagement),
                             [&](const StaffRow& first, const StaffRow& later) { return !same_cells(file, first, later); });
}

std::vector<Spoken> another_person(const StaffFile& file, Checking&)
{
    return against_the_first(file, grouped(file, record_key), [](const StaffRow& first, const StaffRow& later) {
        bool number = first.national_insurance_number && later.national_insurance_number &&
                      first.national_insurance_number->without_suffix() != later.national_insurance_number->without_suffix();
        return number || contradict(first.date_of_birth, later.date_of_birth);
    });
}

std::vector<Spoken> other_names(const StaffFile& file, Checking&)
{
    return against_the_first(file, grouped(file, record_key), [](const StaffRow& first, const StaffRow& later) {
        return contradict(first.family_name, later.family_name) || contradict(first.given_name, later.given_name);
    });
}

std::vector<Spoken> other_days(const StaffFile& file, Checking&)
{
    return against_the_first(file, grouped(file, whose_engagement, has_engagement), [](const StaffRow& first, const StaffRow& later) {
        bool one_ends = static_cast<bool>(first.end_date) != static_cast<bool>(later.end_date);
        return contradict(first.start_date, later.start_date) || contradict(first.end_date, later.end_date) || one_ends;
    });
}

std::vector<Spoken> workers_twice(const StaffFile& file, Checking&)
{
    return against_the_first(file, grouped(file, record_key), [&](const StaffRow&, const StaffRow&) { return true; });
}

/// The same secret or the same person under two references of one organisation.
template <class Key>
std::vector<Spoken> under_two_references(const StaffFile& file, Key key, bool (*belongs)(const StaffRow&))
{
    return against_the_first(file, grouped(file, key, belongs), [](const StaffRow& first, const StaffRow& later) {
        return *first.staff_reference != *later.staff_reference;
    });
}

std::vector<Spoken> number_twice(const StaffFile& file, Checking&)
{
    return under_two_references(
        file,
        [](const StaffRow& row) {
            return std::to_string((*row.organisation)->id.value()) + '\n' + std::string{row.national_insurance_number->without_suffix()};
        },
        [](const StaffRow& row) { return has_record(row) && row.national_insurance_number; });
}

std::vector<Spoken> person_twice(const StaffFile& file, Checking&)
{
    return under_two_references(
        file,
        [](const StaffRow& row) {
            return std::to_string((*row.organisation)->id.value()) + '\n' + folded(row.family_name->reveal()) + '\n' +
                   folded(row.given_name->reveal()) + '\n' + row.date_of_birth->iso();
        },
        [](const StaffRow& row) { return has_record(row) && row.family_name && row.given_name && row.date_of_birth; });
}

Period period_of(const StaffRow& row)
{
    return {*row.start_date, row.end_date ? std::optional{*row.end_date} : std::nullopt};
}

std::vector<Spoken> overlapping_jobs(const StaffFile& file, Checking&)
{
    auto same_job = [](const StaffRow& row) {
        auto setting = row.setting ? (*row.setting)->id.value() : 0;
        return record_key(row) + '\n' + (*row.role)->code + '\n' + std::to_string(setting);
    };
    auto belongs = [](const StaffRow& row) { return has_engagement(row) && row.role; };
    std::vector<Spoken> spoken;
    for (auto& [key, rows] : grouped(file, same_job, belongs)) {
        if (rows.size() < 2) continue;
        auto sorted = rows;
        std::ranges::stable_sort(sorted, {}, [&](std::size_t at) { return *file.rows[at].start_date; });
        std::size_t furthest = sorted.front();  // the row that runs on longest so far
        for (std::size_t i = 1; i < sorted.size(); ++i) {
            const auto& row = file.rows[sorted[i]];
            bool other_job = engagement_key(row) != engagement_key(file.rows[furthest]);
            if (other_job && period_of(row).overlaps(period_of(file.rows[furthest]))) spoken.push_back({sorted[i], line_of(file, furthest)});
            const auto& end = file.rows[furthest].end_date;
            if (end && (!row.end_date || *end < *row.end_date)) furthest = sorted[i];
        }
    }
    return in_order(std::move(spoken));
}

/// Terms of one engagement in order of day: each holds until the next begins or the engagement ends.
void add_steps(const StaffFile& file, Indices rows, std::map<Date, std::vector<std::pair<std::size_t, Fte>>>& steps)
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

std::vector<Spoken> too_much_work(const StaffFile& file, Checking&)
{
    constexpr auto most = Fte::thousandths(1'250);
    std::vector<Spoken> spoken;
    for (const auto& [record, rows] : grouped(file, record_key, has_engagement)) {
        if (rows.size() < 2) continue;
        std::unordered_map<std::string, Indices> engagements;
        for (auto at : rows) engagements[engagement_key(file.rows[at])].push_back(at);
        if (engagements.size() < 2) continue;
        std::map<Date, std::vector<std::pair<std::size_t, Fte>>> steps;
        for (auto& [key, of_engagement] : engagements) add_steps(file, of_engagement, steps);
        Fte total{};
        for (const auto& [day, changes] : steps) {
            std::size_t last = 0;
            for (const auto& [at, change] : changes) {
                total += change;
                if (change > Fte{}) last = std::max(last, at);
            }
            if (total <= most) continue;
            spoken.push_back({last, total.text()});
            break;
        }
    }
    return in_order(std::move(spoken));
}

const auto rules = std::to_array<FileRule>({
    {{"K-REF-3", Effect::good_to_know, Field::row, "This row is the same as line {}. It is taken once.", "Kith", Format::kith}, repeated_rows},
    {{"K-REF-4", Effect::row_not_taken, Field::staff_reference,
      "Line {} gives the same staff reference to someone with another date of birth or National Insurance number. Give each person a reference of their own.",
      "Kith: identity is organisation and reference"}, another_person},
    {{"K-REF-5", Effect::doubtful, Field::staff_reference, "Line {} gives this staff reference another name. The first is kept: check that both rows are the same person.",
      "Kith: identity is organisation and reference"}, other_names},
    {{"K-REF-6", Effect::row_not_taken, Field::staff_reference, "This worker stands on line {} already. A worker may stand in the file once.",
      "Adult social care workforce data set, error 998", Format::adult_social_care}, workers_twice},
    {{"K-NI-2", Effect::doubtful, Field::national_insurance_number,
      "The same National Insurance number stands under another staff reference on line {}. If this is one person, use one reference.",
      "Adult social care workforce data set, warning 5570"}, number_twice},
    {{"K-REF-7", Effect::doubtful, Field::staff_reference,
      "The same name and date of birth stand under another staff reference on line {}. If this is one person, use one reference.", "Kith"}, person_twice},
    {{"K-ENG-2", Effect::row_not_taken, Field::start_date, "Line {} gives other start or end days for the same job. Rows of one job must agree on them.", "Kith", Format::kith}, other_days},
    {{"K-TERMS-3", Effect::row_not_taken, Field::terms_from,
      "Line {} gives other terms for the same job from the same day. Give this row the day from which its terms hold, or another engagement reference.", "Kith", Format::kith},
     clashing_terms},
    {{"K-ENG-3", Effect::doubtful, Field::start_date,
      "Line {} has the same person in the same role and place at the same time. If it is the same job, use one engagement reference and enter the day the terms changed.", "Kith"},
     overlapping_jobs},
    {{"K-FTE-3", Effect::doubtful, Field::fte, "The person's jobs add up to an FTE of {} on a day, more than 1.25. Check the FTE and the end dates.", "Kith"}, too_much_work},
});
}  // namespace

std::span<const FileRule> rules_across_rows()
{
    return rules;
}

}  // namespace kith::intake
