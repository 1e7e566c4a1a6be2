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

/// Looks facts up record by record. Where records come in their order, as they do but for those of one person, it goes on from where it stood;
/// elsewhere it searches.
class FactsInOrder {
public:
    explicit FactsInOrder(const Facts& facts) : all_(facts.all()) {}

    /// Of one record, by kind.
    std::span<const Fact> of(std::int64_t record)
    {
        for (auto steps = 0; steps < most_steps && next_ < all_.size() && all_[next_].record < record; ++steps) ++next_;
        const bool is_there = (next_ == all_.size() || all_[next_].record >= record) && (next_ == 0 || all_[next_ - 1].record < record);
        if (!is_there) next_ = static_cast<std::size_t>(std::ranges::lower_bound(all_, record, {}, &Fact::record) - all_.begin());
        auto last = next_;
        while (last < all_.size() && all_[last].record == record) ++last;
        return all_.subspan(next_, last - next_);
    }

private:
    static constexpr int most_steps = 32;  // beyond it a search is cheaper
    std::span<const Fact> all_;
    std::size_t next_ = 0;
};

/// A code for each record of `table`: what `choose(facts of the record)` gives of the facts that it has, and of none where it has none.
template <class Choose>
Derived derived_from_facts(const Table& table, const Facts& facts, Choose choose)
{
    Derived derived;
    derived.of_record.reserve(table.records().size());
    FactsInOrder in_order{facts};
    for (auto record : table.records()) {
        const Code code = choose(in_order.of(record));
        derived.most = std::max(derived.most, code);
        derived.of_record.push_back(code);
    }
    return derived;
}

}  // namespace kith::tally
