#pragma once
// How good a linkage is: against what is known, and how much of it a person should look at. Pure.
#include "matching/linkage.hpp"

#include <cstdint>
#include <vector>

namespace kith::matching {

/// Precision, recall and F1 of pairs within groups, against what is known.
struct Evaluation {
    std::int64_t true_pairs = 0, found_pairs = 0, right_pairs = 0;
    double precision() const { return found_pairs == 0 ? 1 : static_cast<double>(right_pairs) / static_cast<double>(found_pairs); }
    double recall() const { return true_pairs == 0 ? 1 : static_cast<double>(right_pairs) / static_cast<double>(true_pairs); }
    double f1() const { return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall()); }
};
/// `groups` and `truth`: for each record a number that records of one person share. A linkage never sees the truth.
Evaluation evaluate(const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& truth);
/// Stands in a truth for a record of which nobody says whose it is.
inline constexpr std::uint32_t not_known = 0xFFFFFFFF;
/// Of the true pairs, how many share a key and so were compared at all.
double recall_of_keys(const People& people, const std::vector<std::uint32_t>& truth);

/// What is done with a pair that was compared.
enum class Band : std::uint8_t {
    automatic,  ///< joined; at least 0.99, and five bits ahead of what either record has with anybody outside the group, and no twins by their looks
    clerk,      ///< a person looks: from 0.10, and not automatic
    apart,      ///< less than 0.10
};
Band band_of(const Linkage& linkage, std::uint32_t one, const Link& link);

/// A linkage by bands. Where the truth is known, how many of the automatic pairs are right.
struct Bands {
    std::int64_t automatic_pairs = 0;
    std::int64_t known_automatic_pairs = 0, right_automatic_pairs = 0;  ///< where the truth is known of both
    std::int64_t records = 0;
    std::int64_t records_unsure = 0;       ///< with a pair of probability 0.10 to 0.99
    std::int64_t records_for_a_clerk = 0;  ///< with a pair in the clerk's band of two records that are not, by automatic pairs alone, of one person already
};
Bands bands_of(const Linkage& linkage, const std::vector<std::uint32_t>& truth = {});

}  // namespace kith::matching
