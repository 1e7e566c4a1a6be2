#pragma once
// Makes rows of the tally of rows of the register. Private to the room.
#include "workforce/tally_store.hpp"

#include <unordered_map>

namespace kith::workforce {

/// Makes stretches of terms rows, which come engagement by engagement: each holds until the day before the next, the first from the
/// engagement's start, the last to its end.
class StretchRows {
public:
    StretchRows(const RoleMapping& roles, identity::Joined joined, tally::Dictionaries dictionaries, std::set<std::string> role_lists)
        : roles_(roles), joined_(std::move(joined)), dictionaries_(std::move(dictionaries)), role_lists_(std::move(role_lists))
    {
    }
    void add(const TermsRow& row);

    std::vector<tally::Stretch> take_rows();
    tally::Dictionaries take_dictionaries() { return std::move(dictionaries_); }
    const std::set<std::string>& role_lists() const { return role_lists_; }

private:
    const MappedRole& role_of(const TermsRow& row);
    tally::Codes codes_of(const TermsRow& row);

    const RoleMapping& roles_;
    identity::Joined joined_;
    tally::Dictionaries dictionaries_;
    std::set<std::string> role_lists_;
    std::unordered_map<std::string, MappedRole> mapped_;
    std::string key_;  // of mapped_, kept so that no row makes one anew
    std::vector<tally::Stretch> rows_;
};

/// Makes facts of the tally.
class FactRows {
public:
    FactRows(tally::Dictionary codes, tally::Dictionary details) : codes_(std::move(codes)), details_(std::move(details)) {}
    void add(const FactRow& row);

    tally::Facts whole() && { return {std::move(facts_), std::move(codes_), std::move(details_)}; }
    tally::Facts in_place_of(std::span<const std::int64_t> records, const tally::Facts& before) &&
    {
        return before.with_records_replaced(records, std::move(facts_), std::move(codes_), std::move(details_));
    }

private:
    tally::Dictionary codes_;
    tally::Dictionary details_;
    std::vector<tally::Fact> facts_;
};

}  // namespace kith::workforce
