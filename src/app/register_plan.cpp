#include "app/register_plan.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace kith::app {
namespace {

namespace f = forecast;
using tally::Column;

constexpr double days_a_year = 365.25;
constexpr int days_between_posts = 31;  // who begins elsewhere within a month has moved and not left

Result<Column> column_of(std::string_view name)
{
    for (const auto& [known, column] : {std::pair{"role", Column::role}, std::pair{"sector", Column::sector}, std::pair{"locality", Column::locality}, std::pair{"organisation", Column::organisation}, std::pair{"contract", Column::contract}})
        if (name == known) return column;
    return unacceptable("group-by", "A forecast can be grouped by role, sector, locality, organisation and contract, and not by \"" + std::string{name} + "\"");
}

std::string label_of(const packs::Packs& packs, Column column, const std::string& text, const PlaceNames& organisations, const PlaceNames& localities)
{
    if (text.empty()) return "not reported";
    if (column == Column::organisation || column == Column::locality) {
        const auto& names = column == Column::organisation ? organisations : localities;
        const auto name = names.find(text);
        return name == names.end() ? text : name->second;
    }
    const auto list = column == Column::role ? "roles" : column == Column::sector ? "sectors" : "contracts";
    const auto* code = packs.list(list).find(text);
    return code == nullptr ? text : code->label;
}

double number_of(std::string_view text)
{
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// What is usual in a sector, and where that comes from.
f::Rate usual_in(const packs::Packs& packs, std::string_view sector)
{
    constexpr double per_cent = 100;
    for (const auto& code : packs.list("forecast_rates").codes())
        if (code.attribute("sector") == sector) return {.usual = number_of(code.attribute("leaving")) / per_cent, .usual_years = number_of(code.attribute("weighs")), .source = code.source};
    return {.usual = 0.13, .usual_years = 30, .source = "no sector is reported: the middle of all sectors, weighing half"};
}

/// Retiring by age, where a pension can be drawn. Source: a design choice, about as teachers and NHS staff retire; no national rate by single role is known.
constexpr std::array<double, f::age_bands> retiring{0, 0, 0, 0, 0, 0, 0, 0.03, 0.12, 0.30, 0.015};

class Reading {
public:
    Reading(const tally::Table& table, const packs::Packs& packs, const PlaceNames& organisations, const PlaceNames& localities, std::vector<Column> columns, Date today, int years)
        : table_(table), packs_(packs), organisations_(organisations), localities_(localities), columns_(std::move(columns)), today_(today.days_since_epoch()), since_(today_ - static_cast<int>(years * days_a_year))
    {}

    Result<RegisterPlan> read()
    {
        find_where_history_begins();
        for (std::size_t row = 0; row < table_.size(); ++row) {
            if (is_in_force(row)) take_worker(row);
            take_history(row);
        }
        constexpr std::size_t most_groups = 5'000;
        if (plan_.plan.groups.size() > most_groups) return unacceptable("group-by", fmt::format("That makes {} groups; at most {} can be told apart", plan_.plan.groups.size(), most_groups));
        for (auto& [from_to, rate] : moves_) {
            rate.years = plan_.plan.groups[from_to.first].leave.years;
            plan_.plan.groups[from_to.first].moves.push_back({from_to.second, rate});
        }
        pool_sectors();
        settle_joiners();
        return std::move(plan_);
    }

private:
    bool is_in_force(std::size_t row) const { return table_.from_days()[row] <= today_ && table_.to_days()[row] >= today_; }
    /// Rows that run on end on the greatest day that there is.
    bool runs_on(std::size_t row) const { return table_.to_days()[row] > today_ + static_cast<int>(100 * days_a_year); }

    std::uint16_t group_of(std::size_t row)
    {
        std::vector<tally::Code> key;
        for (const auto column : columns_) key.push_back(table_.codes(column)[row]);
        const auto found = groups_.find(key);
        if (found != groups_.end()) return found->second;
        std::vector<std::string> names;
        for (std::size_t at = 0; at < columns_.size(); ++at) names.push_back(label_of(packs_, columns_[at], table_.dictionary(columns_[at]).text(key[at]), organisations_, localities_));
        const auto sector = table_.dictionary(Column::sector).text(table_.codes(Column::sector)[row]);
        plan_.plan.groups.push_back({.name = joined(names, ", "), .leave = usual_in(packs_, sector), .retire = retiring});
        sectors_.push_back(table_.codes(Column::sector)[row]);
        ages_.emplace_back();
        ftes_.emplace_back();
        return groups_[key] = static_cast<std::uint16_t>(plan_.plan.groups.size() - 1);
    }

    void take_worker(std::size_t row)
    {
        f::Worker worker{.group = group_of(row)};
        const auto fte = table_.numbers(tally::Number::fte)[row], born = table_.numbers(tally::Number::born)[row], started = table_.numbers(tally::Number::started)[row];
        if (fte != tally::not_given && fte > 0) worker.fte = static_cast<std::uint16_t>(std::min(fte, 2'000));
        if (born != tally::not_given) worker.age = static_cast<float>((today_ - born) / days_a_year);
        worker.service = static_cast<float>((today_ - (started != tally::not_given ? std::min(started, today_) : table_.from_days()[row])) / days_a_year);
        if (!runs_on(row)) worker.until = static_cast<float>((table_.to_days()[row] + 1 - today_) / days_a_year);
        ftes_[worker.group].push_back(worker.fte);
        if (!std::isnan(worker.age)) ages_[worker.group].push_back(worker.age - std::min(worker.service, worker.age));
        plan_.plan.workers.push_back(worker);
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
        const auto from = std::max({table_.from_days()[row], since_, begins->second + 1}), to = std::min(table_.to_days()[row], today_ - 1);
        if (to < from) return;
        const auto group = group_of(row);
        auto& leave = plan_.plan.groups[group].leave;
        leave.years += (to - from + 1) / days_a_year;
        if (table_.to_days()[row] >= today_) return;
        const auto next = next_of(row);
        if (!next) ++leave.events;
        else if (const auto to_group = group_of(*next); to_group != group) ++moves_[{group, to_group}].events;
    }

    /// The row that the same person goes on with, within a month.
    std::optional<std::size_t> next_of(std::size_t row) const
    {
        const auto person = table_.people()[row];
        const auto ended = table_.to_days()[row];
        auto first = row, last = row;
        while (first > 0 && table_.people()[first - 1] == person) --first;
        while (last + 1 < table_.size() && table_.people()[last + 1] == person) ++last;
        for (auto at = first; at <= last; ++at)
            if (at != row && table_.from_days()[at] <= ended + days_between_posts && table_.to_days()[at] > ended) return at;
        return std::nullopt;
    }

    /// What is usual in a group is what the partnership's other groups of its sector have seen, beside the national rate; it weighs no more for that. Source: partial pooling in steps (Gelman and Hill 2007).
    void pool_sectors()
    {
        std::map<tally::Code, std::pair<double, double>> seen;  // leavings and person-years
        auto& groups = plan_.plan.groups;
        for (std::size_t at = 0; at < groups.size(); ++at) seen[sectors_[at]].first += groups[at].leave.events, seen[sectors_[at]].second += groups[at].leave.years;
        for (std::size_t at = 0; at < groups.size(); ++at) {
            auto& leave = groups[at].leave;
            const auto &[events, years] = seen[sectors_[at]];
            leave.usual = (leave.usual * leave.usual_years + events - leave.events) / (leave.usual_years + years - leave.years);
        }
    }

    /// Who joins is as old, and works as much, as those who are there did and do in the middle.
    void settle_joiners()
    {
        for (std::size_t group = 0; group < plan_.plan.groups.size(); ++group) {
            auto &ages = ages_[group];
            auto &ftes = ftes_[group];
            const auto middle = [](auto& values) { return std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2)), values[values.size() / 2]; };
            if (!ages.empty()) plan_.plan.groups[group].joins_at_age = std::max(middle(ages), 18.0F);
            if (!ftes.empty()) plan_.plan.groups[group].joins_at_fte = middle(ftes);
        }
    }

    const tally::Table& table_;
    const packs::Packs& packs_;
    const PlaceNames &organisations_, &localities_;
    std::vector<Column> columns_;
    int today_, since_;
    RegisterPlan plan_;
    std::map<std::vector<tally::Code>, std::uint16_t> groups_;
    std::map<std::pair<std::uint16_t, std::uint16_t>, f::Rate> moves_;
    std::map<tally::Code, int> begins_;
    std::vector<tally::Code> sectors_;  ///< of each group, by the first of its rows
    std::vector<std::vector<float>> ages_;
    std::vector<std::vector<std::uint16_t>> ftes_;
};

}  // namespace

Result<RegisterPlan> plan_of_register(const tally::Table& table, const packs::Packs& packs, const std::vector<std::string>& group_by, const PlaceNames& organisations, const PlaceNames& localities, Date today, int years)
{
    std::vector<Column> columns;
    for (const auto& name : group_by) {
        const auto column = column_of(name);
        if (!column) return std::unexpected(column.error());
        columns.push_back(*column);
    }
    auto plan = Reading{table, packs, organisations, localities, std::move(columns), today, years}.read();
    if (plan) plan->years_of_history = years;
    return plan;
}

}  // namespace kith::app
