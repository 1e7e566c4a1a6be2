#include "tally/table.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace kith::tally {

namespace {

constexpr std::int32_t runs_on = std::numeric_limits<std::int32_t>::max();

void sort_by_person(std::vector<Stretch>& rows)
{
    auto before = [](const Stretch& one, const Stretch& other) {
        return std::tuple{one.person, one.record, one.engagement, one.from} < std::tuple{other.person, other.record, other.engagement, other.from};
    };
    if (!std::ranges::is_sorted(rows, before)) std::ranges::sort(rows, before);
}

}  // namespace

Code Dictionary::add(std::string_view text)
{
    if (auto found = codes_.find(text); found != codes_.end()) return found->second;
    auto code = static_cast<Code>(texts_.size());
    texts_.emplace_back(text);
    codes_.emplace(text, code);
    return code;
}

std::optional<Code> Dictionary::find(std::string_view text) const
{
    auto found = codes_.find(text);
    if (found == codes_.end()) return std::nullopt;
    return found->second;
}

Table::Table(std::vector<Stretch> rows, Dictionaries dictionaries) : dictionaries_(std::move(dictionaries))
{
    sort_by_person(rows);
    reserve(rows.size());
    for (const auto& row : rows) append(row);
    finish();
}

Stretch Table::row(std::size_t index) const
{
    Stretch row{.person = people_.at(index), .record = records_[ordinals_[index]], .engagement = engagements_[index], .from = Date::from_days(from_days_[index])};
    if (to_days_[index] != runs_on) row.to = Date::from_days(to_days_[index]);
    for (std::size_t number = 0; number < number_count; ++number) row.numbers.values[number] = numbers_[number][index];
    for (std::size_t column = 0; column < column_count; ++column) row.codes[column] = codes_[column][index];
    return row;
}

Table Table::with_records_replaced(std::span<const std::int64_t> records, std::vector<Stretch> rows, Dictionaries dictionaries) const
{
    sort_by_person(rows);
    Table next;
    next.dictionaries_ = std::move(dictionaries);
    next.reserve(size() + rows.size());
    auto fresh = rows.begin();
    auto place_of_fresh = [&] { return std::pair{fresh->person, fresh->record}; };
    for (std::size_t ordinal = 0; ordinal < records_.size(); ++ordinal) {
        const auto [first, last] = rows_of(ordinal);
        const auto record = records_[ordinal];
        if (std::ranges::binary_search(records, record)) continue;
        while (fresh != rows.end() && place_of_fresh() < std::pair{people_[first], record}) next.append(*fresh++);
        for (auto index = first; index < last; ++index) next.append(*this, index);
    }
    while (fresh != rows.end()) next.append(*fresh++);
    next.finish();
    return next;
}

std::optional<std::size_t> Table::ordinal_of(std::int64_t record) const
{
    const auto joined = joined_.find(record);
    const auto person = joined == joined_.end() ? record : joined->second;
    // In order of person, then record: the person of an ordinal is that of its first row.
    std::size_t low = 0;
    std::size_t high = records_.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        (std::pair{people_[first_rows_[middle]], records_[middle]} < std::pair{person, record}) ? low = middle + 1 : high = middle;
    }
    if (low == records_.size() || records_[low] != record) return std::nullopt;
    return low;
}

std::vector<std::int64_t> Table::records_of_person_of(std::int64_t record) const
{
    const auto found = ordinal_of(record);
    if (!found) return {record};
    const auto person = people_[first_rows_[*found]];
    auto is_theirs = [&](std::size_t ordinal) { return people_[first_rows_[ordinal]] == person; };
    auto first = *found;
    while (first > 0 && is_theirs(first - 1)) --first;
    std::vector<std::int64_t> records;
    for (auto ordinal = first; ordinal < records_.size() && is_theirs(ordinal); ++ordinal) records.push_back(records_[ordinal]);
    return records;
}

void Table::reserve(std::size_t rows)
{
    people_.reserve(rows);
    engagements_.reserve(rows);
    ordinals_.reserve(rows);
    from_days_.reserve(rows);
    to_days_.reserve(rows);
    for (auto& numbers : numbers_) numbers.reserve(rows);
    for (auto& column : codes_) column.reserve(rows);
}

void Table::append(const Stretch& row)
{
    if (records_.empty() || records_.back() != row.record) {
        records_.push_back(row.record);
        first_rows_.back() = people_.size();
        first_rows_.push_back(people_.size());
        if (row.record != row.person) joined_.emplace(row.record, row.person);
    }
    people_.push_back(row.person);
    engagements_.push_back(row.engagement);
    ordinals_.push_back(static_cast<std::uint32_t>(records_.size() - 1));
    from_days_.push_back(row.from.days_since_epoch());
    to_days_.push_back(row.to ? row.to->days_since_epoch() : runs_on);
    for (std::size_t number = 0; number < number_count; ++number) numbers_[number].push_back(row.numbers.values[number]);
    for (std::size_t column = 0; column < column_count; ++column) codes_[column].push_back(row.codes[column]);
}

void Table::append(const Table& other, std::size_t index)
{
    append(other.row(index));
}

void Table::finish()
{
    first_rows_.back() = size();
    joins_.assign(size(), 1);
    leaves_.assign(size(), 1);
    for (std::size_t ordinal = 0; ordinal < records_.size(); ++ordinal) {
        const auto [first, last] = rows_of(ordinal);
        mark_joins_and_leaves(first, last);
    }
}

void Table::mark_joins_and_leaves(std::size_t first, std::size_t last)
{
    for (auto row = first; row < last; ++row) {
        for (auto other = first; other < last; ++other) {
            if (from_days_[other] < from_days_[row] && to_days_[other] >= from_days_[row] - 1) joins_[row] = 0;
            if (to_days_[row] == runs_on || (from_days_[other] <= to_days_[row] + 1 && to_days_[other] > to_days_[row])) leaves_[row] = 0;
        }
    }
}

}  // namespace kith::tally
