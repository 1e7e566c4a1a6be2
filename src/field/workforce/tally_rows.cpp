#include "workforce/tally_rows.hpp"

#include <algorithm>
#include <charconv>

namespace kith::workforce {

namespace {

/// For each code of `from` its code in `into`, which gains what it lacks.
std::vector<tally::Code> codes_in(tally::Dictionary& into, const tally::Dictionary& from)
{
    std::vector<tally::Code> codes;
    for (std::size_t code = 0; code < from.size(); ++code) codes.push_back(into.add(from.text(static_cast<tally::Code>(code))));
    return codes;
}

}  // namespace

tally::Code QuickCodes::of(tally::Dictionary& dictionary, std::string_view text)
{
    if (text.empty()) return 0;
    const auto letter = [&](std::size_t place) { return static_cast<std::size_t>(static_cast<unsigned char>(text[place])); };
    auto& seen = seen_[(text.size() * 7 + letter(0) * 3 + letter(text.size() - 1) * 5 + letter(text.size() / 2) * 11) % seen_.size()];
    if (seen.text != text) seen = {std::string{text}, dictionary.add(text)};
    return seen.code;
}

void StretchRows::add(const TermsRow& row)
{
    const auto record = row.record.value();
    if (record_begins_ < rows_.size() && rows_.back().record != record) finish_record();
    const auto joined = joined_.find(record);
    rows_.push_back({.person = joined == joined_.end() ? record : joined->second, .record = record, .engagement = row.engagement.value(),
                     .from = row.from_on.value_or(row.started_on), .to = row.ended_on, .codes = codes_of(row), .numbers = row.numbers});
}

/// Puts the rows of the record in order and gives each its days.
void StretchRows::finish_record()
{
    const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(record_begins_);
    auto before = [](const tally::Stretch& one, const tally::Stretch& other) { return std::pair{one.engagement, one.from} < std::pair{other.engagement, other.from}; };
    if (!std::is_sorted(first, rows_.end(), before)) std::sort(first, rows_.end(), before);
    for (auto row = first; row != rows_.end(); ++row) {
        if (row != first && std::prev(row)->engagement == row->engagement) {
            std::prev(row)->to = std::min(row->from.plus_days(-1), std::prev(row)->to.value_or(row->from));
        } else {
            row->from = Date::from_days(row->numbers[tally::Number::started]);
        }
    }
    record_begins_ = rows_.size();
}

void StretchRows::add_all(StretchRows&& other)
{
    finish_record();
    other.finish_record();
    std::array<std::vector<tally::Code>, tally::column_count> codes;
    for (std::size_t place = 0; place < codes.size(); ++place) codes[place] = codes_in(dictionaries_[place], other.dictionaries_[place]);
    rows_.reserve(rows_.size() + other.rows_.size());
    for (auto& row : other.rows_) {
        for (std::size_t place = 0; place < codes.size(); ++place) row.codes[place] = codes[place][row.codes[place]];
        rows_.push_back(row);
    }
    other.rows_ = {};
    role_lists_.merge(other.role_lists_);
    record_begins_ = rows_.size();
}

std::vector<tally::Stretch> StretchRows::take_rows()
{
    finish_record();
    // Terms that begin after their engagement's end, or give way before they begin, are in force on no day.
    std::erase_if(rows_, [](const tally::Stretch& row) { return row.to && *row.to < row.from; });
    return std::move(rows_);
}

const MappedRole& StretchRows::role_of(const TermsRow& row)
{
    static const MappedRole none;
    if (row.role_code.empty()) return none;
    key_.assign(row.role_list).append(":").append(row.role_code);
    const auto [found, is_new] = mapped_.try_emplace(key_);
    if (is_new) {
        role_lists_.emplace(row.role_list);
        if (roles_) found->second = roles_(row.role_list, row.role_code);
        if (found->second.role.empty()) found->second.role = key_;
    }
    return found->second;
}

tally::Codes StretchRows::codes_of(const TermsRow& row)
{
    using enum tally::Column;
    tally::Codes codes{};
    auto set = [&](tally::Column column, std::string_view text) {
        codes[place_of(column)] = quick_[place_of(column)].of(dictionaries_[place_of(column)], text);
    };
    auto set_number = [&](tally::Column column, std::int64_t number) {
        std::array<char, 20> digits;
        set(column, {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr});
    };
    set_number(organisation, row.organisation.value());
    if (row.setting) set_number(setting, row.setting->value());
    if (row.locality) set_number(locality, row.locality->value());
    const auto& mapped = role_of(row);
    set(sector, row.sector.empty() ? std::string_view{mapped.sector} : row.sector);
    set(role, mapped.role);
    set(breadth, row.breadth.empty() ? std::string_view{mapped.breadth} : row.breadth);
    set(contract, row.contract);
    set(tier, row.tier);
    set(pattern, row.pattern);
    set(pay_period, row.pay_period);
    set(terms_set, row.terms_set);
    set(pension_scheme, row.pension_scheme);
    set(secondment, !row.seconded_from.empty() ? "from" : !row.seconded_to.empty() ? "to" : "");
    set(origin, row.origin);
    set(reason, row.reason);
    set(destination, row.destination);
    set(sex, row.sex);
    set(ethnicity, row.ethnicity);
    set(disability, row.disability);
    return codes;
}

void FactRows::add(const FactRow& row)
{
    const auto& kind = row_of(row.kind);
    const bool is_own = row.list.empty() || row.list == kind.list;
    facts_.push_back({.record = row.record.value(), .kind = static_cast<std::uint8_t>(row.kind),
                      .code = is_own ? quick_codes_.of(codes_, row.code) : codes_.add(std::string{row.list} + ":" + std::string{row.code}),
                      .detail = quick_details_.of(details_, row.detail), .on = row.on ? row.on->days_since_epoch() : tally::not_given,
                      .until = row.until ? row.until->days_since_epoch() : tally::not_given});
}

void FactRows::add_all(FactRows&& other)
{
    const auto codes = codes_in(codes_, other.codes_);
    const auto details = codes_in(details_, other.details_);
    facts_.reserve(facts_.size() + other.facts_.size());
    for (auto fact : other.facts_) {
        fact.code = codes[fact.code];
        fact.detail = details[fact.detail];
        facts_.push_back(fact);
    }
    other.facts_ = {};
}

}  // namespace kith::workforce
