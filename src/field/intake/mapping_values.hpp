#pragma once
// The values that stand in a mapped column, how often, and which code each may be: by label or synonym, by the lists of the packs that map to it
// (school and health service codes, words of payrolls), by spelling. Pure; an offer, as the guesses of columns are.
#include "intake/mapping_guess.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

struct CountedValue {
    std::string value;
    std::int64_t rows = 0;
    bool operator==(const CountedValue&) const = default;
};

/// The values of a column, the most frequent first; at most `most`, and how many there are in all.
struct DistinctValues {
    std::vector<CountedValue> values;
    std::int64_t different = 0;
};
DistinctValues distinct_values(const files::CsvTable& table, std::size_t column, std::size_t most = 100);

struct Choice {
    std::string code;
    std::string label;
};

/// What a value of a target may become: codes of its list, or the organisation's settings, or the localities.
std::vector<Choice> choices_for(const Target& target, const Surroundings& surroundings);

struct ValueGuess {
    std::string code;   ///< empty: nothing comes near
    Certainty certainty = Certainty::none;
    std::string why;
};

/// One guess a value. A preset list of the packs is taken where most of the values are codes of it.
std::vector<ValueGuess> guess_values(const std::vector<CountedValue>& values, const Target& target, const std::vector<Choice>& choices,
                                     const packs::Packs& packs);

}  // namespace kith::intake
