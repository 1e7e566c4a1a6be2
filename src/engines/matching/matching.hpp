#pragma once
// Record linkage in one run: candidates, a model learnt without answers, a probability for each pair, and who is whom. Pure.
#include "matching/candidates.hpp"
#include "matching/model.hpp"

#include <cstdint>
#include <vector>

namespace kith::matching {

/// A pair with what the model makes of it.
struct Scored {
    Pair pair;
    Pattern pattern{};
    std::array<double, classes> chances{};
    double same() const { return chances[static_cast<std::size_t>(Class::same_person)]; }
};

struct Run {
    Model model;
    std::vector<Scored> pairs;             ///< candidates whose probability of being one person is at least `least_kept`, and those that are rather of one household
    std::int64_t compared = 0;             ///< candidates
    std::vector<Capped> capped;
    std::vector<std::uint32_t> clusters;   ///< for each record the place of the first record of its person
};
inline constexpr double least_kept = 0.01;

/// Joins records whose probability is at least `threshold`, the surest first. Two groups are not joined where a pair between them that was compared looks like two of one household, nor where
/// the pairs between them that were compared are on average less sure than the threshold. The same records give the same answer.
Run run(const People& people, double threshold, std::uint64_t seed = 1);

/// What is known of how rare the values are on which two records agree.
Frequencies frequencies_of(const People& people, const Person& one, const Pattern& pattern);

/// Precision, recall and F1 of pairs within clusters, against what is known.
struct Evaluation {
    std::int64_t true_pairs = 0, found_pairs = 0, right_pairs = 0;
    double precision() const { return found_pairs == 0 ? 1 : static_cast<double>(right_pairs) / static_cast<double>(found_pairs); }
    double recall() const { return true_pairs == 0 ? 1 : static_cast<double>(right_pairs) / static_cast<double>(true_pairs); }
    double f1() const { return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};
/// `truth`: for each record a number that records of one person share. Not given to run(): it must not learn from it.
Evaluation evaluate(const std::vector<std::uint32_t>& clusters, const std::vector<std::uint32_t>& truth);

}  // namespace kith::matching
