#include "tally/table.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace kith::tally {

namespace {

constexpr std::int32_t runs_on = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t fte_unknown = -1;

void sort_by_person(std::vector<Stretch>& rows)
{
    auto key = [](const Stretch& row) { return std::tuple{row.person, row.engagement, row.from.days_since_epoch()}; };
    std::ranges::sort(rows, {}, key);
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
}

Stretch Table::row(std::size_t index) const
{
    Stretch row{.person = people_.at(index), .engagement = engagements_[index], .from = Date::from_days(from_days_[index])};
    if (to_days_[index] != runs_on) row.to = Date::from_days(to_days_[index]);
    if (ftes_[index] != fte_unknown) row.fte = Fte::thousandths(ftes_[index]);
    for (std::size_t column = 0; column < column_count; ++column) row.codes[column] = codes_[column][index];
    return row;
}

Table Table::with_people_replaced(std::span<const std::int64_t> people, std::vector<Stretch> rows, Dictionaries dictionaries) const
{
    sort_by_person(rows);
    Table next;
    next.dictionaries_ = std::move(dictionaries);
    next.reserve(size() + rows.size());
    auto fresh = rows.begin();
    auto replaced = people.begin();
    for (std::size_t index = 0; index < size(); ++index) {
        const auto person = people_[index];
        while (fresh != rows.end() && fresh->person < person) next.append(*fresh++);
        while (replaced != people.end() && *replaced < person) ++replaced;
        if (replaced == people.end() || *replaced != person) next.append(*this, index);
    }
    while (fresh != rows.end()) next.append(*fresh++);
    return next;
}

void Table::reserve(std::size_t rows)
{
    people_.reserve(rows);
    engagements_.reserve(rows);
    from_days_.reserve(rows);
    to_days_.reserve(rows);
    ftes_.reserve(rows);
    for (auto& column : codes_) column.reserve(rows);
}

void Table::append(const Stretch& row)
{
    people_.push_back(row.person);
    engagements_.push_back(row.engagement);
    from_days_.push_back(row.from.days_since_epoch());
    to_days_.push_back(row.to ? row.to->days_since_epoch() : runs_on);
    ftes_.push_back(row.fte ? static_cast<std::int32_t>(row.fte->thousandths()) : fte_unknown);
    for (std::size_t column = 0; column < column_count; ++column) codes_[column].push_back(row.codes[column]);
}

void Table::append(const Table& other, std::size_t index)
{
    people_.push_back(other.people_[index]);
    engagements_.push_back(other.engagements_[index]);
    from_days_.push_back(other.from_days_[index]);
    to_days_.push_back(other.to_days_[index]);
    ftes_.push_back(other.ftes_[index]);
    for (std::size_t column = 0; column < column_count; ++column) codes_[column].push_back(other.codes_[column][index]);
}

}  // namespace kith::tally
