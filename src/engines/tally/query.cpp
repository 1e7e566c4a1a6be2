#include "tally/query.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace kith::tally {

namespace {

/// For each code of a column whether it passes.
using Mask = std::vector<std::uint8_t>;

Mask mask_of(const std::vector<Code>& codes, std::size_t size)
{
    Mask mask(size, 0);
    for (auto code : codes) {
        if (code < size) mask[code] = 1;
    }
    return mask;
}

/// Decides row by row. Only the columns that are filtered are looked at.
class RowTest {
public:
    RowTest(const Table& table, const Query& query) : table_(table), day_(query.on.days_since_epoch()), everything_(query.scope.everything)
    {
        for (std::size_t place = 0; place < column_count; ++place) {
            if (!query.filters[place]) continue;
            const auto column = static_cast<Column>(place);
            filters_.push_back({table.codes(column), mask_of(*query.filters[place], table.dictionary(column).size())});
        }
        if (everything_) return;
        organisations_ = mask_of(query.scope.organisations, table.dictionary(Column::organisation).size());
        localities_ = mask_of(query.scope.localities, table.dictionary(Column::locality).size());
        people_ = query.scope.people;
        std::ranges::sort(people_);
    }

    bool operator()(std::size_t row) const
    {
        if (table_.from_days()[row] > day_ || table_.to_days()[row] < day_) return false;
        for (const auto& filter : filters_) {
            if (!filter.mask[filter.codes[row]]) return false;
        }
        return everything_ || in_scope(row);
    }

private:
    struct Filter {
        std::span<const Code> codes;
        Mask mask;
    };

    bool in_scope(std::size_t row) const
    {
        return organisations_[table_.codes(Column::organisation)[row]] || localities_[table_.codes(Column::locality)[row]]
            || std::ranges::binary_search(people_, table_.people()[row]);
    }

    const Table& table_;
    std::int32_t day_;
    bool everything_;
    std::vector<Filter> filters_;
    Mask organisations_;
    Mask localities_;
    std::vector<std::int64_t> people_;
};

/// Counts of one group while rows come in order of person.
struct Running {
    Counts counts;
    std::int64_t last_person = std::numeric_limits<std::int64_t>::min();

    void add(std::int64_t person, std::int32_t fte)
    {
        ++counts.engagements;
        if (person != last_person) {
            ++counts.people;
            last_person = person;
        }
        if (fte < 0) {
            ++counts.fte_unknown;
        } else {
            counts.fte += Fte::thousandths(fte);
        }
    }
};

/// Finds the running group of a pair of codes: by place where the columns are small, by hash where their product is not.
class Groups {
public:
    Groups(const Table& table, const std::vector<Column>& by)
    {
        first_ = table.codes(by[0]);
        if (by.size() > 1) second_ = table.codes(by[1]);
        width_ = by.size() > 1 ? table.dictionary(by[1]).size() : 1;
        const auto product = table.dictionary(by[0]).size() * width_;
        if (product <= most_places) places_.assign(product, 0);
    }

    Running& of(std::size_t row)
    {
        const std::uint64_t key = first_[row] * width_ + (second_.empty() ? 0 : second_[row]);
        auto& slot = places_.empty() ? sparse_[key] : places_[key];
        if (slot == 0) {
            running_.push_back({});
            keys_.push_back(key);
            slot = static_cast<std::uint32_t>(running_.size());
        }
        return running_[slot - 1];
    }

    std::vector<Group> finished() const
    {
        std::vector<Group> groups;
        groups.reserve(keys_.size());
        for (std::size_t index = 0; index < keys_.size(); ++index) {
            groups.push_back({.codes = {static_cast<Code>(keys_[index] / width_), static_cast<Code>(keys_[index] % width_)},
                              .counts = running_[index].counts});
        }
        std::ranges::sort(groups, {}, &Group::codes);
        return groups;
    }

private:
    static constexpr std::size_t most_places = 4'000'000;  // 16 MB of slots; beyond it a hash is the smaller harm
    std::span<const Code> first_;
    std::span<const Code> second_;
    std::size_t width_ = 1;
    std::vector<std::uint32_t> places_;
    std::unordered_map<std::uint64_t, std::uint32_t> sparse_;
    std::vector<Running> running_;
    std::vector<std::uint64_t> keys_;
};

}  // namespace

Answer count(const Table& table, const Query& query)
{
    if (query.by.size() > 2) throw std::logic_error("a tally groups by two columns at most");
    const RowTest counts{table, query};
    Running total;
    std::optional<Groups> groups;
    if (!query.by.empty()) groups.emplace(table, query.by);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!counts(row)) continue;
        total.add(table.people()[row], table.ftes()[row]);
        if (groups) groups->of(row).add(table.people()[row], table.ftes()[row]);
    }
    return {.total = total.counts, .groups = groups ? groups->finished() : std::vector<Group>{}};
}

std::vector<std::int64_t> people_counted(const Table& table, const Query& query)
{
    const RowTest counts{table, query};
    std::vector<std::int64_t> people;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (counts(row) && (people.empty() || people.back() != table.people()[row])) people.push_back(table.people()[row]);
    }
    return people;
}

std::vector<std::size_t> rows_counted(const Table& table, const Query& query, std::span<const std::int64_t> people)
{
    const RowTest counts{table, query};
    std::vector<std::size_t> rows;
    for (auto person : people) {
        const auto of_person = std::ranges::equal_range(table.people(), person);
        const auto first = static_cast<std::size_t>(of_person.begin() - table.people().begin());
        for (std::size_t row = first; row < first + of_person.size(); ++row) {
            if (counts(row)) rows.push_back(row);
        }
    }
    return rows;
}

}  // namespace kith::tally
