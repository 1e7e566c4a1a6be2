#pragma once
// Makes rows of the tally of rows of the register. Private to the room.
#include "workforce/tally_store.hpp"

#include <array>
#include <unordered_map>

namespace kith::workforce {

/// The code of a text, when the same few come again and again: a look at what was asked last under the same letters, before the dictionary.
class QuickCodes {
public:
    tally::Code of(tally::Dictionary& dictionary, std::string_view text);

private:
    struct Seen {
        std::string text;
        tally::Code code = 0;
    };
    std::array<Seen, 64> seen_{};
};

/// Makes stretches of terms rows, which come record by record: within an engagement each holds until the day before the next, the first from the
/// engagement's start, the last to its end.
class StretchRows {
public:
    StretchRows(const RoleMapping& roles, identity::Joined joined, tally::Dictionaries dictionaries, std::set<std::string> role_lists)
        : roles_(roles), joined_(std::move(joined)), dictionaries_(std::move(dictionaries)), role_lists_(std::move(role_lists))
    {
    }
    void add(const TermsRow& row);

    /// Adds what `other` made of other records; its codes are made those of this one's dictionaries.
    void add_all(StretchRows&& other);
    std::vector<tally::Stretch> take_rows();
    tally::Dictionaries take_dictionaries() { return std::move(dictionaries_); }
    const std::set<std::string>& role_lists() const { return role_lists_; }

private:
    const MappedRole& role_of(const TermsRow& row);
    tally::Codes codes_of(const TermsRow& row);
    void finish_record();

    const RoleMapping& roles_;
    identity::Joined joined_;
    tally::Dictionaries dictionaries_;
    std::set<std::string> role_lists_;
    std::unordered_map<std::string, MappedRole> mapped_;
    std::string key_;  // of mapped_, kept so that no row makes one anew
    std::array<QuickCodes, tally::column_count> quick_;
    std::vector<tally::Stretch> rows_;
    std::size_t record_begins_ = 0;  // in rows_: those of the record that is being read
};

/// Makes facts of the tally.
class FactRows {
public:
    FactRows(tally::Dictionary codes, tally::Dictionary details) : codes_(std::move(codes)), details_(std::move(details)) {}
    void add(const FactRow& row);
    /// Adds what `other` made of other records.
    void add_all(FactRows&& other);

    tally::Facts whole() && { return {std::move(facts_), std::move(codes_), std::move(details_)}; }
    tally::Facts in_place_of(std::span<const std::int64_t> records, const tally::Facts& before) &&
    {
        return before.with_records_replaced(records, std::move(facts_), std::move(codes_), std::move(details_));
    }

private:
    tally::Dictionary codes_;
    tally::Dictionary details_;
    QuickCodes quick_codes_;
    QuickCodes quick_details_;
    std::vector<tally::Fact> facts_;
};

}  // namespace kith::workforce
