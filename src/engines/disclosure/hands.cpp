#include "disclosure/hands.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>

namespace kith::disclosure {

namespace {

/// Whole numbers modulo 2^61 - 1.
class Residue {
public:
    Residue() = default;
    explicit Residue(std::uint64_t value) : value_(value) {}
    bool is_nought() const { return value_ == 0; }
    Residue& operator+=(Residue more)
    {
        value_ = reduced(value_ + more.value_);
        return *this;
    }
    friend Residue operator*(Residue one, Residue other)
    {
        const auto product = static_cast<unsigned __int128>(one.value_) * other.value_;
        return Residue{reduced((static_cast<std::uint64_t>(product) & prime) + static_cast<std::uint64_t>(product >> 61U))};
    }
    Residue negative() const { return Residue{value_ == 0 ? 0 : prime - value_}; }
    /// Fermat: to the power of the prime less two.
    Residue inverse() const
    {
        if (value_ == 1 || value_ == prime - 1) return *this;
        Residue result{1}, power = *this;
        for (auto exponent = prime - 2; exponent > 0; exponent >>= 1U) {
            if (exponent & 1U) result = result * power;
            power = power * power;
        }
        return result;
    }

private:
    static constexpr std::uint64_t prime = (std::uint64_t{1} << 61U) - 1;
    static std::uint64_t reduced(std::uint64_t value) { return value >= prime ? value - prime : value; }
    std::uint64_t value_ = 0;
};

/// A combination of groups: how often each of some is taken.
using Combination = std::vector<std::pair<std::size_t, Residue>>;

/// A person of a hand, and a combination that is one at this person and nought at those dealt before.
struct Dealt {
    std::size_t cell = 0;
    Combination combination;
};

struct Hand {
    std::vector<Dealt> dealt;
    std::vector<std::vector<std::size_t>> of_group;  ///< places in `dealt` of the people whom each group has
    std::vector<std::size_t> turn_of_cell;           ///< one more than the place in `dealt` of its person; nought: it has none there
};

/// The groups shown so far of each cell, in one piece of memory: nearly all the work is to go through them.
class Members {
public:
    Members(std::size_t cells, std::span<const std::vector<std::size_t>> groups) : first_(cells + 1, 0), count_(cells, 0)
    {
        for (const auto& group : groups)
            for (const auto cell : group) {
                if (cell >= cells) throw std::out_of_range("no cell " + std::to_string(cell));
                ++first_[cell + 1];
            }
        for (std::size_t cell = 0; cell < cells; ++cell) first_[cell + 1] += first_[cell];
        groups_.resize(first_.back());
    }
    std::span<const std::size_t> of(std::size_t cell) const { return {groups_.data() + first_[cell], count_[cell]}; }
    void add(std::size_t cell, std::size_t group) { groups_[first_[cell] + count_[cell]++] = group; }
    void take_back(std::size_t cell) { --count_[cell]; }

private:
    std::vector<std::size_t> first_, count_, groups_;
};

/// How people are chosen: those at hand, which is quick since hands have much in common with the groups then; or spread over everybody, so that
/// nobody is used up before the groups that have nobody else.
enum class Care : std::uint8_t { quick, spread };

class Table {
public:
    Table(std::span<const std::int64_t> people, std::span<const std::vector<std::size_t>> groups, std::int64_t threshold, Care care)
        : care_(care), people_(people), threshold_(threshold), members_(people.size(), groups),
          spare_(people.begin(), people.end()), seen_in_(people.size(), 0),
          hands_(static_cast<std::size_t>(std::max<std::int64_t>(threshold, 1)),
                 Hand{.of_group = std::vector<std::vector<std::size_t>>(groups.size()), .turn_of_cell = std::vector<std::size_t>(people.size(), 0)}),
          taken_(groups.size()), is_touched_(groups.size()), print_of_group_(groups.size())
    {
        std::mt19937_64 random{20261122};  // the same every time, so that the same is shown every time
        for (std::size_t cell = 0; cell < people.size(); ++cell) print_of_cell_.emplace_back(random() >> 4U);
    }

    Showing try_to_show(std::size_t group, const std::vector<std::size_t>& cells)
    {
        std::int64_t all = 0;
        cells_.clear();
        for (const auto cell : cells) {
            if (people_[cell] <= 0 || seen_in_[cell] == group + 1) continue;
            seen_in_[cell] = group + 1;
            cells_.push_back(cell);
            all += people_[cell];
            print_of_group_[group] += print_of_cell_[cell];
        }
        if (all > 0 && all < threshold_) return Showing::too_few;
        for (const auto cell : cells_) members_.add(cell, group);
        if (all == 0 || deal_to_all(group)) return Showing::shown;
        for (const auto cell : cells_) members_.take_back(cell);
        return Showing::others_could_be_worked_out;
    }

private:
    /// One person more for every hand, or none for any.
    bool deal_to_all(std::size_t group)
    {
        std::vector<Dealt> dealt;
        for (auto& hand : hands_) {
            reduce(group, hand);
            if (dealt.empty() && is_nought_everywhere()) return true;  // it says again what is shown
            const auto cell = spare_cell();
            if (!cell) break;
            --spare_[*cell];
            dealt.push_back({.cell = *cell, .combination = taken_out(value_at(*cell).inverse())});
        }
        if (dealt.size() < hands_.size()) {
            for (const auto& one : dealt) ++spare_[one.cell];
            return false;
        }
        for (std::size_t hand = 0; hand < hands_.size(); ++hand) {
            const auto cell = dealt[hand].cell;
            for (const auto member : members_.of(cell)) hands_[hand].of_group[member].push_back(hands_[hand].dealt.size());
            hands_[hand].dealt.push_back(std::move(dealt[hand]));
            hands_[hand].turn_of_cell[cell] = hands_[hand].dealt.size();
        }
        return true;
    }

    /// Leaves in `taken_` the group less what makes it nought at all people of the hand.
    void reduce(std::size_t group, Hand& hand)
    {
        auto& own = hand.of_group[group];
        for (const auto cell : cells_)
            if (hand.turn_of_cell[cell] > 0) own.push_back(hand.turn_of_cell[cell] - 1);
        for (const auto one : touched_) {
            taken_[one] = {};
            is_touched_[one] = false;
        }
        touched_.clear();
        value_of_dealt_.assign(hand.dealt.size(), Residue{});
        take(group, Residue{1}, hand);
        for (std::size_t at = 0; at < hand.dealt.size(); ++at) {
            const auto value = value_of_dealt_[at];
            if (value.is_nought()) continue;
            const auto away = value.negative();
            for (const auto& [other, times] : hand.dealt[at].combination) take(other, away * times, hand);
        }
    }

    void take(std::size_t group, Residue times, const Hand& hand)
    {
        if (!is_touched_[group]) touched_.push_back(group);
        is_touched_[group] = true;
        taken_[group] += times;
        for (const auto at : hand.of_group[group]) value_of_dealt_[at] += times;
    }

    Residue value_at(std::size_t cell) const
    {
        Residue value;
        for (const auto group : members_.of(cell)) value += taken_[group];
        return value;
    }

    /// Among the group's own cells first, where it is most likely to be seen; elsewhere the first that will do, or with care one of others
    /// than last time.
    std::optional<std::size_t> spare_cell()
    {
        if (care_ == Care::spread) start_ += 7919;
        const auto own = best_of(cells_.size(), 8, [&](std::size_t at) { return cells_[at]; });
        return own ? own : best_of(people_.size(), care_ == Care::spread ? 8 : 1, [](std::size_t at) { return at; });
    }

    /// Of the first few that will do, the one with most people left.
    template <class CellAt>
    std::optional<std::size_t> best_of(std::size_t cells, int few, CellAt cell_at) const
    {
        std::optional<std::size_t> best;
        int found = 0;
        auto at = cells == 0 ? 0 : start_ % cells;
        for (std::size_t looked_at = 0; looked_at < cells && found < few; ++looked_at) {
            const auto cell = cell_at(at);
            if (++at == cells) at = 0;
            if (spare_[cell] <= 0 || value_at(cell).is_nought()) continue;
            if (!best || spare_[cell] > spare_[*best]) best = cell;
            ++found;
        }
        return best;
    }

    /// By its print: the sum over all cells of the value there times a number drawn for the cell. What is not nought somewhere has the print
    /// nought once in 2^60.
    bool is_nought_everywhere() const
    {
        Residue print;
        for (const auto group : touched_) print += print_of_group_[group] * taken_[group];
        return print.is_nought();
    }

    Combination taken_out(Residue times) const
    {
        Combination combination;
        for (const auto group : touched_)
            if (!taken_[group].is_nought()) combination.emplace_back(group, taken_[group] * times);
        return combination;
    }

    Care care_;
    std::span<const std::int64_t> people_;
    std::int64_t threshold_;
    Members members_;                  ///< of groups shown, and the one that is looked at
    std::vector<std::int64_t> spare_;  ///< people of each cell who are in no hand
    std::vector<std::size_t> seen_in_;
    std::vector<Hand> hands_;
    std::vector<Residue> taken_;        ///< by group: the combination that is looked at
    std::vector<bool> is_touched_;
    std::vector<std::size_t> touched_;  ///< groups that it may take, each once
    std::vector<std::size_t> cells_;    ///< with people, of the group that is looked at
    std::size_t start_ = 0;             ///< where the next search for a cell begins
    std::vector<Residue> value_of_dealt_;  ///< by place in the hand that is looked at
    std::vector<Residue> print_of_cell_, print_of_group_;
};

/// Everything that is not too few itself, if it can all be shown: then the order does not matter, and the smallest first is quickest, since
/// they have the least in common. None where it cannot.
std::optional<std::vector<Showing>> all_together(std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                                 std::int64_t threshold)
{
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return groups[at].size(); });
    Table table{people_of_cell, groups, threshold, Care::quick};
    std::vector<Showing> showing(groups.size());
    for (const auto at : order) {
        showing[at] = table.try_to_show(at, groups[at]);
        if (showing[at] == Showing::others_could_be_worked_out) return {};
    }
    return showing;
}

std::vector<Showing> dealt_with(Care care, std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                std::int64_t threshold)
{
    Table table{people_of_cell, groups, threshold, care};
    std::vector<Showing> showing;
    showing.reserve(groups.size());
    for (std::size_t at = 0; at < groups.size(); ++at) showing.push_back(table.try_to_show(at, groups[at]));
    return showing;
}

}  // namespace

std::vector<Showing> showing_by_hands(std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                      std::int64_t threshold)
{
    if (auto all = all_together(people_of_cell, groups, threshold)) return *std::move(all);
    auto quick = dealt_with(Care::quick, people_of_cell, groups, threshold);
    if (std::ranges::find(quick, Showing::others_could_be_worked_out) == quick.end()) return quick;
    auto spread = dealt_with(Care::spread, people_of_cell, groups, threshold);
    const auto shown = [](const auto& showing) { return std::ranges::count(showing, Showing::shown); };
    return shown(spread) > shown(quick) ? spread : quick;
}

std::vector<Showing> showing_of(Rule rule, std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                std::int64_t threshold)
{
    return rule == Rule::atoms ? showing_of(people_of_cell, groups, threshold) : showing_by_hands(people_of_cell, groups, threshold);
}

}  // namespace kith::disclosure
