// Rules about the facts of all rows together, and about the file as one: a value that stands everywhere, a file of another month.
#include "base/text.hpp"
#include "intake/absence_overlap.hpp"
#include "intake/file_index.hpp"
#include "intake/rule.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>

namespace kith::intake {
namespace {
using workforce::FactKind;

std::vector<Spoken> whole_file(std::string detail) { return {{Spoken::whole_file, std::move(detail)}}; }

bool has_number(const SaidFact& fact, FactKind kind) { return fact.taken && fact.kind && fact.kind->kind == kind && fact.number && !(*fact.number).empty(); }

/// Speaks where the number of a fact of this kind stands with another record on an earlier line; the detail is that line.
std::vector<Spoken> numbers_twice(const StaffFile& file, FactKind kind)
{
    std::unordered_map<std::string_view, const StaffRow*> first;
    std::vector<Spoken> spoken;
    for (const auto& fact : file.facts) {
        const auto& row = file.rows[fact.row];
        if (!row.taken || !row.staff_reference || !has_number(fact, kind)) continue;
        auto [earlier, fresh] = first.emplace(*fact.number, &row);
        if (!fresh && *earlier->second->staff_reference != *row.staff_reference) spoken.push_back({fact.row, with_commas(earlier->second->line)});
    }
    return spoken;
}

/// Speaks at a row that gives a fact which an earlier row of the same person gives; the detail is that line.
std::vector<Spoken> facts_twice(const StaffFile& file, const Checking&)
{
    if (file.profile->of == FileOf::jobs) return {};
    auto fact_at = [&](std::size_t at) -> const SaidFact* { return file.rows[at].facts == 0 ? nullptr : &file.facts[file.rows[at].first_fact]; };
    auto groups = RowGroups::grouped(
        file.rows.size(),
        [&](std::size_t at) -> std::optional<std::uint64_t> {
            const auto* fact = fact_at(at);
            const auto& row = file.rows[at];
            if (fact == nullptr || !fact->taken || !fact->kind || !row.taken || !row.organisation || !row.staff_reference) return std::nullopt;
            auto what = mixed(reinterpret_cast<std::uintptr_t>(*fact->kind), fact->code ? reinterpret_cast<std::uintptr_t>(*fact->code) : 0);
            auto day = fact->on ? static_cast<std::uint64_t>(fact->on->days_since_epoch()) : 0;
            auto number = fact->number ? std::hash<std::string_view>{}(*fact->number) : 0;
            return mixed(mixed(what, day), mixed(number, std::hash<std::string_view>{}(*row.staff_reference)));
        },
        [&](std::size_t one, std::size_t other) {
            const auto& a = *fact_at(one);
            const auto& b = *fact_at(other);
            bool same_code = static_cast<bool>(a.code) == static_cast<bool>(b.code) && (!a.code || *a.code == *b.code);
            bool same_day = static_cast<bool>(a.on) == static_cast<bool>(b.on) && (!a.on || *a.on == *b.on);
            auto number = [](const SaidFact& fact) { return fact.number ? *fact.number : std::string_view{}; };
            return *a.kind == *b.kind && same_code && same_day && number(a) == number(b) && *file.rows[one].staff_reference == *file.rows[other].staff_reference &&
                   file.rows[one].organisation->id == file.rows[other].organisation->id;
        });
    std::vector<Spoken> spoken;
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (auto at : groups.of(group).subspan(1)) spoken.push_back({at, with_commas(file.rows[groups.of(group).front()].line)});
    std::ranges::sort(spoken, {}, &Spoken::row);
    return spoken;
}

const auto fact_rules = std::to_array<FileRule>({
    {{"K-FACT-16", Effect::row_not_taken, Field::fact_code, "Line {} gives this person the same already. Leave one of the two out.", "Kith"}, facts_twice},
    {{"K-FACT-17", Effect::doubtful, Field::fact_number, "The same registration number stands with another person on line {}. Check both.", "Kith: a registration is one person's"},
     [](const StaffFile& file, const Checking&) { return numbers_twice(file, FactKind::professional_status); }},
    {{"K-FACT-18", Effect::doubtful, Field::fact_number, "The same certificate number stands with another person on line {}. Check both.", "Kith: a certificate is one person's"},
     [](const StaffFile& file, const Checking&) { return numbers_twice(file, FactKind::check); }},
    {{"K-ABSENCE-6", Effect::value_not_taken, Field::fact_on, "These days overlap those of line {}, for the same reason: days lost would count twice. Give each period once.", "Kith"}, overlapping_absences},
});

/// Where one day stands in more than `limit` per cent of the rows that give one: "31 of 40 rows".
template <class DayOf>
std::vector<Spoken> one_day_everywhere(const StaffFile& file, const Checking& checking, DayOf day_of)
{
    std::unordered_map<int, std::int64_t> days;
    std::int64_t rows = 0;
    for (const auto& row : file.rows)
        if (const auto& day = day_of(row); row.taken && day) ++days[day->days_since_epoch()], ++rows;
    if (rows < checking.limits[RuleLimit::least_rows]) return {};
    std::int64_t most = 0;
    for (const auto& [day, count] : days) most = std::max(most, count);
    if (most * 100 < rows * checking.limits[RuleLimit::same_value]) return {};
    return whole_file(with_commas(most) + " of " + counted(rows, "row"));
}

template <class T, class ValueOf>
std::vector<Spoken> one_value_everywhere(const StaffFile& file, const Checking& checking, ValueOf value_of)
{
    std::map<T, std::int64_t> values;
    std::int64_t rows = 0;
    for (const auto& row : file.rows)
        if (const auto& value = value_of(row); row.taken && value) ++values[*value], ++rows;
    const bool everywhere = rows >= checking.limits[RuleLimit::least_rows] && values.size() == 1;
    return everywhere ? whole_file(counted(rows, "row")) : std::vector<Spoken>{};
}

std::vector<Spoken> future_starts(const StaffFile& file, const Checking& checking)
{
    std::int64_t later = 0, rows = 0;
    for (const auto& row : file.rows) {
        if (!row.taken || !row.start_date) continue;
        ++rows;
        if (checking.today() < *row.start_date) ++later;
    }
    if (rows < checking.limits[RuleLimit::least_rows] || later * 100 < rows * checking.limits[RuleLimit::future_starts]) return {};
    return whole_file(with_commas(later) + " of " + counted(rows, "row"));
}

std::vector<Spoken> old_news(const StaffFile& file, const Checking& checking)
{
    std::optional<Date> newest;
    std::int64_t rows = 0;
    auto see = [&](const Said<Date>& day) {
        if (day && *day <= checking.today() && (!newest || *newest < *day)) newest = *day;
    };
    for (const auto& row : file.rows) {
        if (!row.taken) continue;
        ++rows;
        see(row.start_date), see(row.end_date), see(row.terms_from);
    }
    constexpr int month = 30;
    if (!newest || rows < checking.limits[RuleLimit::least_rows] || checking.today() <= newest->plus_days(month * checking.limits.days(RuleLimit::file_months))) return {};
    return whole_file(newest->in_words());
}

std::vector<Spoken> everyone_ended(const StaffFile& file, const Checking& checking)
{
    std::int64_t ended = 0, rows = 0;
    for (const auto& row : file.rows) {
        if (!row.taken || !row.start_date) continue;
        ++rows;
        if (row.end_date && *row.end_date < checking.today()) ++ended;
    }
    return rows >= checking.limits[RuleLimit::least_rows] && ended == rows ? whole_file(counted(rows, "row")) : std::vector<Spoken>{};
}

const auto whole_rules = std::to_array<FileRule>({
    {{"K-SAME-1", Effect::doubtful, Field::date_of_birth, "{} give the same date of birth. It looks filled in by a system: check the column.", "Kith"},
     [](const StaffFile& file, const Checking& checking) { return one_day_everywhere(file, checking, [](const StaffRow& row) { return row.date_of_birth; }); }},
    {{"K-SAME-2", Effect::doubtful, Field::start_date,
      "{} give the same start date. It looks like the day on which a system was filled: enter the day on which each person started.", "Kith"},
     [](const StaffFile& file, const Checking& checking) { return one_day_everywhere(file, checking, [](const StaffRow& row) { return row.start_date; }); }},
    {{"K-SAME-3", Effect::doubtful, Field::role, "All {} give the same role. Check that the column says what each person does.", "Kith"},
     [](const StaffFile& file, const Checking& checking) {
         return one_value_everywhere<const packs::Code*>(file, checking, [](const StaffRow& row) { return row.role; });
     }},
    {{"K-SAME-4", Effect::good_to_know, Field::fte, "All {} give the same FTE. Check that the column says how much each person works.", "Kith"},
     [](const StaffFile& file, const Checking& checking) { return one_value_everywhere<Fte>(file, checking, [](const StaffRow& row) { return row.fte; }); }},
    {{"K-PERIOD-1", Effect::doubtful, Field::start_date, "{} start in the future. Check that the file is for the right month, and that its days are day first.", "Kith: a return for the wrong month"},
     future_starts},
    {{"K-PERIOD-2", Effect::doubtful, Field::row, "The last start, end or change in this file is of {}. Check that it is this month's file and not an older one.",
      "Kith: a return for the wrong month"}, old_news},
    {{"K-PERIOD-3", Effect::doubtful, Field::end_date, "All {} have ended. Check that this is the file of staff and not that of leavers.", "Kith"}, everyone_ended},
});
}  // namespace

std::span<const FileRule> rules_across_facts()
{
    return fact_rules;
}

std::span<const FileRule> rules_of_the_whole()
{
    return whole_rules;
}

}  // namespace kith::intake
