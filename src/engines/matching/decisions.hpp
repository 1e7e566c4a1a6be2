#pragma once
// What people decided of two records: the same person, or not. Kept for good; what contradicts it is refused. Pure.
#include "base/result.hpp"
#include "matching/grouping.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::matching {

struct Decision {
    std::int64_t number = 0;         ///< from 1, in the order in which they were made
    std::string one, other;          ///< ids of records
    bool is_same = false;
    std::string by, on;              ///< who, and the day as it was told
    bool is_withdrawn = false;
};

/// Decisions stand until a person withdraws them: no model and no record that comes later undoes one. Each is about two records; "the same" passes on from record to record.
class Decisions {
public:
    /// Places of the two records in the run. Refuses two of one record, what was decided already, and what contradicts others, naming both: "the same" over a "not the same", or "not the same" within what was called the same.
    Result<Decision> decide(Decision decision, std::uint32_t one, std::uint32_t other);
    /// Lifts a decision; it stays in the list as withdrawn. Refuses a number that there is none of, or that was withdrawn before.
    Result<Decision> withdraw(std::int64_t number);

    /// What stands of a record.
    const std::vector<Decided>& of(std::uint32_t place) const;
    const std::vector<Decision>& all() const { return all_; }
    /// Places of the records of a decision.
    std::pair<std::uint32_t, std::uint32_t> places_of(std::int64_t number) const { return places_.at(static_cast<std::size_t>(number - 1)); }

private:
    /// Records that decisions join with one, with the decision that led to each.
    std::unordered_map<std::uint32_t, std::int64_t> joined_with(std::uint32_t place) const;
    /// The standing decision of the two, or null.
    const Decision* between(std::uint32_t one, std::uint32_t other) const;

    std::vector<Decision> all_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
    std::unordered_map<std::uint32_t, std::vector<Decided>> standing_;
};

}  // namespace kith::matching
