#pragma once
// The many dated things of one record (qualifications, languages, training, checks) as rows beside the table of work, and how one question
// makes a column of them: each record's code is chosen from its own facts. Immutable once made. What kinds and codes mean is the caller's.
#include "tally/query.hpp"

#include <algorithm>

namespace kith::tally {

/// One of them. Days as `Date::days_since_epoch`; `not_given` where there is none.
struct Fact {
    std::int64_t record = 0;
    std::uint8_t kind = 0;
    Code code = 0;    ///< of the dictionary of codes; 0: none
    Code detail = 0;  ///< of the dictionary of details; 0: none
    std::int32_t on = not_given;
    std::int32_t until = not_given;
    bool operator==(const Fact&) const = default;
};

/// The facts, ordered by record.
class Facts {
public:
    Facts() = default;
    /// Order does not matter; codes are of the two dictionaries.
    Facts(std::vector<Fact> facts, Dictionary codes, Dictionary details);

    /// The facts in which those of `records` (sorted, each once) have given way to `fresh`, which are of those records only.
    Facts with_records_replaced(std::span<const std::int64_t> records, std::vector<Fact> fresh, Dictionary codes, Dictionary details) const;

    const Dictionary& codes() const { return codes_; }
    const Dictionary& details() const { return details_; }
    std::span<const Fact> all() const { return facts_; }
    /// Of one record, by kind.
    std::span<const Fact> of(std::int64_t record) const;

private:
    std::vector<Fact> facts_;
    Dictionary codes_;
    Dictionary details_;
};

/// A code for each record of `table`: what `choose(facts of the record)` gives of the facts that it has, and of none where it has none.
template <class Choose>
Derived derived_from_facts(const Table& table, const Facts& facts, Choose choose)
{
    Derived derived;
    derived.of_record.reserve(table.records().size());
    auto next = facts.all().begin();
    const auto end = facts.all().end();
    for (auto record : table.records()) {
        // Records come in order but for those of one person, which stand together: then the place is looked for.
        if ((next != end && next->record > record) || next == end) next = std::ranges::lower_bound(facts.all(), record, {}, &Fact::record);
        while (next != end && next->record < record) ++next;
        auto last = next;
        while (last != end && last->record == record) ++last;
        const Code code = choose(std::span<const Fact>{next, last});
        derived.most = std::max(derived.most, code);
        derived.of_record.push_back(code);
        next = last;
    }
    return derived;
}

}  // namespace kith::tally
