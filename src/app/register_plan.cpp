#include "app/register_plan.hpp"

#include "forecast/history.hpp"
#include "forecast/quantile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::app {
namespace {

namespace f = forecast;
using tally::Column;
using tally::Number;

constexpr double days_a_year = 365.25;
constexpr int days_between_posts = 31;  // who begins elsewhere within a month has moved and not left
float years_of(int days) { return static_cast<float>(days / days_a_year); }

f::Terms terms_of(std::string_view contract)
{
    if (contract == "fixed_term" || contract == "apprentice" || contract == "student" || contract == "secondee") return f::Terms::fixed_term;
    if (contract == "bank" || contract == "self_employed") return f::Terms::casual;
    if (contract == "agency") return f::Terms::agency;
    if (contract == "volunteer" || contract == "trustee_or_governor" || contract == "foster_carer") return f::Terms::unpaid;
    return f::Terms::lasting;
}

class Reading {
public:
    Reading(const workforce::Snapshot& from, ForecastGroups groups, Date today, int years) : table_(from.table), vacancies_(from.vacancies), groups_(std::move(groups)), today_(today.days_since_epoch()), since_(today_ - static_cast<int>(years * days_a_year))
    {
        for (tally::Code code = 0; code < table_.dictionary(Column::contract).size(); ++code) terms_.push_back(terms_of(table_.dictionary(Column::contract).text(code)));
        watched_until_.assign(table_.dictionary(Column::organisation).size(), today_ - 1);
        for (const auto& [organisation, state] : from.organisations)
            if (const auto code = table_.dictionary(Column::organisation).find(workforce::tally_text(organisation)); code && state.last_at) watched_until_[*code] = std::min(state.last_at->date_in_london().days_since_epoch(), today_ - 1);
    }

    Result<RegisterPlan> read()
    {
        find_where_history_begins();
        for (std::size_t row = 0; row < table_.size(); ++row) {
            if (is_in_force(row)) take_worker(row);
            take_history(row);
        }
        for (const auto& vacancy : vacancies_) take_vacancy(vacancy);
        if (groups_.is_too_many()) return unacceptable("group-by", fmt::format("That makes more than {} groups, which cannot be told apart: group by less", ForecastGroups::most));
        auto& plan = read_.plan;
        plan.groups = std::move(groups_.groups());
        settle_people();
        f::learn_rates(plan, spells_, groups_.sectors());
        f::learn_refills(plan, waits_);
        read_.vacancies_open = std::ssize(plan.open_posts);
        read_.not_reported = f::balance_open_posts(plan);
        return std::move(read_);
    }

private:
    std::int32_t number(Number number, std::size_t row) const { return table_.numbers(number)[row]; }
    bool is_in_force(std::size_t row) const { return table_.from_days()[row] <= today_ && table_.to_days()[row] >= today_; }
    /// Rows that run on end on the greatest day that there is.
    bool runs_on(std::size_t row) const { return table_.to_days()[row] > today_ + static_cast<int>(100 * days_a_year); }
    f::Terms terms(std::size_t row) const { return terms_[table_.codes(Column::contract)[row]]; }
    float age_on(std::size_t row, int day) const { return number(Number::born, row) == tally::not_given ? std::numeric_limits<float>::quiet_NaN() : years_of(day - number(Number::born, row)); }
    float service_on(std::size_t row, int day) const { return years_of(std::max(day - (number(Number::started, row) != tally::not_given ? number(Number::started, row) : table_.from_days()[row]), 0)); }

    void take_worker(std::size_t row)
    {
        constexpr std::int32_t most_fte = 2'000;
        f::Worker worker{.group = groups_.of_row(row), .fte = 0, .terms = terms(row), .age = age_on(row, today_), .service = service_on(row, today_)};
        if (const auto fte = number(Number::fte, row); fte != tally::not_given && fte > 0) worker.fte = static_cast<std::uint16_t>(std::min(fte, most_fte));
        if (!runs_on(row)) worker.until = years_of(table_.to_days()[row] + 1 - today_);
        people_.emplace(worker.group, table_.people()[row]);
        read_.plan.workers.push_back(worker);
    }

    /// From the day after the first leaving that an organisation reported: that one is how it is known that leavings are reported, and counts for nothing more.
    void find_where_history_begins()
    {
        for (std::size_t row = 0; row < table_.size(); ++row) {
            const auto to = table_.to_days()[row];
            if (to >= today_ || table_.leaves()[row] == 0) continue;
            auto& begins = begins_.try_emplace(table_.codes(Column::organisation)[row], to).first->second;
            begins = std::min(begins, to);
        }
    }

    void take_history(std::size_t row)
    {
        const auto begins = begins_.find(table_.codes(Column::organisation)[row]);
        if (begins == begins_.end()) return;
        const auto last = watched_until_[table_.codes(Column::organisation)[row]];
        const auto from = std::max({table_.from_days()[row], since_, begins->second + 1}), to = std::min(table_.to_days()[row], last);
        if (to < from) return;
        f::Spell spell{.group = groups_.of_row(row), .terms = terms(row), .age = age_on(row, from), .service = service_on(row, from), .years = (to - from + 1) / days_a_year};
        constexpr std::int32_t most_fte = 2'000;
        if (const auto fte = number(Number::fte, row); table_.from_days()[row] == from && number(Number::started, row) == from && fte > 0) spell.fte_began = static_cast<std::uint16_t>(std::min(fte, most_fte));
        if (table_.to_days()[row] <= last) end(spell, row);
        spells_.push_back(spell);
    }
    void end(f::Spell& spell, std::size_t row)
    {
        if (const auto next = next_of(row)) {
            spell.to = groups_.of_row(*next);
            if (spell.to != spell.group) spell.ending = f::Ending::moved;
            else if (const auto before = number(Number::fte, row), after = number(Number::fte, *next); before != tally::not_given && after != tally::not_given && after > 0 && before != after)
                spell.ending = f::Ending::changed_hours, spell.fte_after = static_cast<std::uint16_t>(std::min(after, 2'000));
            return;
        }
        constexpr float old_enough = 60;
        const auto& reason = table_.dictionary(Column::reason).text(table_.codes(Column::reason)[row]);
        if (reason == "transferred" || reason == "moved_internally") return;  // they work on, as another record or elsewhere in the partnership
        const auto age = age_on(row, table_.to_days()[row]);
        spell.ending = reason == "retired" || ((reason.empty() || reason == "not_known") && age >= old_enough) ? f::Ending::retired : f::Ending::left;
    }

    /// The row that the same person goes on with: one that begins within a month of this one's end, and not one that has been going on beside it.
    std::optional<std::size_t> next_of(std::size_t row) const
    {
        const auto person = table_.people()[row];
        const auto began = table_.from_days()[row], ended = table_.to_days()[row];
        auto first = row, last = row;
        while (first > 0 && table_.people()[first - 1] == person) --first;
        while (last + 1 < table_.size() && table_.people()[last + 1] == person) ++last;
        std::optional<std::size_t> nearest;
        for (auto at = first; at <= last; ++at) {
            const auto from = table_.from_days()[at];
            const auto is_next = at != row && from > began && from > ended - days_between_posts && from <= ended + days_between_posts && table_.to_days()[at] > ended;
            if (is_next && (!nearest || std::abs(from - ended - 1) < std::abs(table_.from_days()[*nearest] - ended - 1))) nearest = at;
        }
        return nearest;
    }

    void take_vacancy(const workforce::TalliedVacancy& vacancy)
    {
        const auto from = std::max(vacancy.from.days_since_epoch(), since_), to = vacancy.to ? vacancy.to->days_since_epoch() : today_;
        if (from > today_ || to < since_) return;
        const auto group = groups_.of(vacancy);
        const bool is_open = to >= today_;
        if (is_open) read_.plan.open_posts.push_back({.group = group, .fte = static_cast<std::uint16_t>(vacancy.fte ? std::clamp<std::int64_t>(vacancy.fte->thousandths(), 0, 2'000) : 0)});
        else ++read_.vacancies_seen;
        waits_.push_back({.group = group, .years = (std::min(to, today_ - 1) - from + 1) / days_a_year, .is_filled = !is_open && vacancy.is_filled});
    }

    /// Whose hours are not reported works as the middle of the group; who joins is as old as those who are there were when they began.
    void settle_people()
    {
        auto& plan = read_.plan;
        std::vector<std::vector<double>> hours(plan.groups.size()), ages(plan.groups.size());
        for (const auto& worker : plan.workers) {
            if (worker.fte > 0) hours[worker.group].push_back(worker.fte);
            else ++read_.without_hours;
            if (!std::isnan(worker.age)) ages[worker.group].push_back(std::max(static_cast<double>(worker.age - worker.service), 16.0));
        }
        constexpr int values = 16;
        for (std::size_t at = 0; at < plan.groups.size(); ++at) {
            std::ranges::sort(hours[at]), std::ranges::sort(ages[at]);
            if (!ages[at].empty()) plan.groups[at].joining_ages.clear();
            for (int value = 0; value < values && !ages[at].empty(); ++value) plan.groups[at].joining_ages.push_back(static_cast<float>(f::sorted_quantile(ages[at], (value + 0.5) / values)));
        }
        const auto middle = [&](std::size_t group) { return static_cast<std::uint16_t>(hours[group].empty() ? 1'000 : f::sorted_quantile(hours[group], 0.5)); };
        for (auto& worker : plan.workers)
            if (worker.fte == 0) worker.fte = middle(worker.group);
        for (const auto& [group, person] : people_) ++plan.groups[group].people;
    }

    const tally::Table& table_;
    const std::vector<workforce::TalliedVacancy>& vacancies_;
    ForecastGroups groups_;
    int today_, since_;
    std::vector<f::Terms> terms_;     // by code of contract
    std::vector<int> watched_until_;  // by code of organisation
    RegisterPlan read_;
    std::vector<f::Spell> spells_;
    std::vector<f::Wait> waits_;
    std::map<tally::Code, int> begins_;
    std::set<std::pair<std::uint16_t, std::int64_t>> people_;
};

}  // namespace

Result<RegisterPlan> plan_of_register(const workforce::Snapshot& register_now, const packs::Packs& packs, const std::vector<std::string>& group_by, const PlaceNames& names, Date today, int years)
{
    auto groups = ForecastGroups::by(group_by, register_now.table, packs, names);
    if (!groups) return std::unexpected(groups.error());
    auto plan = Reading{register_now, std::move(*groups), today, years}.read();
    if (plan) plan->years_of_history = years;
    return plan;
}

}  // namespace kith::app
