#include "workforce/tally_rows.hpp"

#include <charconv>

namespace kith::workforce {

void StretchRows::add(const TermsRow& row)
{
    const bool follows = !rows_.empty() && rows_.back().engagement == row.engagement.value();
    const auto from = follows ? row.from_on.value_or(row.started_on) : row.started_on;
    if (follows) rows_.back().to = std::min(from.plus_days(-1), rows_.back().to.value_or(from));
    const auto record = row.record.value();
    const auto joined = joined_.find(record);
    rows_.push_back({.person = joined == joined_.end() ? record : joined->second, .record = record, .engagement = row.engagement.value(), .from = from,
                     .to = row.ended_on, .codes = codes_of(row), .numbers = row.numbers});
}

std::vector<tally::Stretch> StretchRows::take_rows()
{
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
        if (!text.empty()) codes[place_of(column)] = dictionaries_[place_of(column)].add(text);
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
                      .code = is_own ? codes_.add(row.code) : codes_.add(std::string{row.list} + ":" + std::string{row.code}),
                      .detail = details_.add(row.detail), .on = row.on ? row.on->days_since_epoch() : tally::not_given,
                      .until = row.until ? row.until->days_since_epoch() : tally::not_given});
}

}  // namespace kith::workforce
