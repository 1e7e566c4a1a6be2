#include "tally/query.hpp"

#include "tally/sieve.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace kith::tally {

namespace {

constexpr auto nobody = std::numeric_limits<std::int64_t>::min();

/// Counts of one group while rows come in order of person and record.
struct Running {
    Counts counts;
    std::int64_t last_person = nobody;
    std::int64_t last_record = nobody;

    void add(std::int64_t person, std::int64_t record, std::int32_t fte)
    {
        ++counts.engagements;
        counts.people += person != last_person;
        counts.records += record != last_record;
        last_person = person;
        last_record = record;
        if (fte == not_given) {
            ++counts.fte_unknown;
        } else {
            counts.fte += Fte::thousandths(fte);
        }
    }
};

/// Reads the code of a row on one axis.
class Reading {
public:
    Reading(const Table& table, const Axis& axis)
    {
        if (axis.derived == nullptr) {
            codes_ = table.codes(axis.column);
            size_ = table.dictionary(axis.column).size();
        } else {
            ordinals_ = table.ordinals();
            codes_ = axis.derived->of_record;
            size_ = std::size_t{axis.derived->most} + 1;
        }
    }
    Code operator()(std::size_t row) const { return ordinals_.empty() ? codes_[row] : codes_[ordinals_[row]]; }
    std::size_t size() const { return size_; }

private:
    std::span<const std::uint32_t> ordinals_;
    std::span<const Code> codes_;
    std::size_t size_ = 1;
};

/// Finds what is kept of the group of a row: by place where the axes are small, by hash where their product is not.
template <class Kept>
class Groups {
public:
    Groups(const Table& table, const std::vector<Axis>& by)
    {
        if (by.size() > 2) throw std::logic_error("a tally groups by two columns at most");
        for (const auto& axis : by) axes_.emplace_back(table, axis);
        width_ = axes_.size() > 1 ? axes_[1].size() : 1;
        const auto product = axes_.empty() ? 1 : axes_[0].size() * width_;
        if (product <= most_places) places_.assign(product, 0);
    }

    Kept& of(std::size_t row)
    {
        const std::uint64_t key = axes_.empty() ? 0 : axes_[0](row) * width_ + (axes_.size() > 1 ? axes_[1](row) : 0);
        auto& slot = places_.empty() ? sparse_[key] : places_[key];
        if (slot == 0) {
            kept_.push_back({});
            keys_.push_back(key);
            slot = static_cast<std::uint32_t>(kept_.size());
        }
        return kept_[slot - 1];
    }

    /// Calls `take(codes, kept)` for each group, by its codes.
    template <class Take>
    void each(Take take)
    {
        std::vector<std::size_t> order(keys_.size());
        for (std::size_t place = 0; place < order.size(); ++place) order[place] = place;
        std::ranges::sort(order, {}, [&](std::size_t place) { return keys_[place]; });
        for (auto place : order) take(std::array<Code, 2>{static_cast<Code>(keys_[place] / width_), static_cast<Code>(keys_[place] % width_)}, kept_[place]);
    }

private:
    static constexpr std::size_t most_places = 4'000'000;  // 16 MB of slots; beyond it a hash is the smaller harm
    std::vector<Reading> axes_;
    std::uint64_t width_ = 1;
    std::vector<std::uint32_t> places_;
    std::unordered_map<std::uint64_t, std::uint32_t> sparse_;
    std::vector<Kept> kept_;
    std::vector<std::uint64_t> keys_;
};

}  // namespace

Answer count(const Table& table, const Query& query)
{
    Groups<Running> groups{table, query.by};
    Running total;
    const auto people = table.people();
    const auto records = table.records();
    const auto ordinals = table.ordinals();
    const auto ftes = table.numbers(Number::fte);
    const bool is_grouped = !query.by.empty();
    Sieve{table, query}.each([&](std::size_t row) {
        total.add(people[row], records[ordinals[row]], ftes[row]);
        if (is_grouped) groups.of(row).add(people[row], records[ordinals[row]], ftes[row]);
    });
    Answer answer{.total = total.counts, .groups = {}};
    groups.each([&](const auto& codes, const Running& running) { answer.groups.push_back({codes, running.counts}); });
    return answer;
}

std::vector<std::int64_t> records_counted(const Table& table, const Query& query)
{
    std::vector<std::int64_t> records;
    auto last = std::numeric_limits<std::uint32_t>::max();
    Sieve{table, query}.each([&](std::size_t row) {
        if (table.ordinals()[row] == last) return;
        last = table.ordinals()[row];
        records.push_back(table.records()[last]);
    });
    std::ranges::sort(records);
    return records;
}

std::vector<std::size_t> rows_counted(const Table& table, const Query& query, std::span<const std::int64_t> records)
{
    Sieve sieve{table, query};
    std::vector<std::size_t> rows;
    for (auto record : records) {
        const auto ordinal = table.ordinal_of(record);
        if (!ordinal) continue;
        const auto [first, last] = table.rows_of(*ordinal);
        sieve.each_between(first, last, [&](std::size_t row) { rows.push_back(row); });
    }
    return rows;
}

std::vector<std::size_t> rows_counted(const Table& table, const Query& query)
{
    std::vector<std::size_t> rows;
    Sieve{table, query}.each([&](std::size_t row) { rows.push_back(row); });
    return rows;
}

std::vector<Spread> spread_of(const Table& table, const Query& query, Number number)
{
    Groups<Spread> groups{table, query.by};
    const auto numbers = table.numbers(number);
    Sieve{table, query}.each([&](std::size_t row) {
        auto& spread = groups.of(row);
        numbers[row] == not_given ? void(++spread.unknown) : spread.values.push_back(numbers[row]);
    });
    std::vector<Spread> spreads;
    groups.each([&](const auto& codes, Spread& spread) {
        std::ranges::sort(spread.values);
        spreads.push_back({codes, std::move(spread.values), spread.unknown});
    });
    return spreads;
}

Derived derived_from_records(const Table& table, std::span<const std::int64_t> records)
{
    Derived derived{.of_record = std::vector<Code>(table.records().size(), 0), .most = 1};
    for (auto record : records) {
        if (const auto ordinal = table.ordinal_of(record)) derived.of_record[*ordinal] = 1;
    }
    return derived;
}

}  // namespace kith::tally
