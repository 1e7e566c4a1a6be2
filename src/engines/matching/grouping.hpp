#pragma once
// Which records become one person's: the surest pair first, never over what forbids it. Pure.
#include "matching/model.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kith::matching {

/// Another record that one was compared with, and what came of it.
struct Link {
    std::uint32_t to = 0;
    float household = 0;          ///< probability of being of one household
    double odds = 0;              ///< of one person, in bits
    bool is_for_a_clerk = false;  ///< carries too little to be joined by, or may be of two people by its numbers
    double same() const;          ///< probability of one person
};

/// What somebody decided of two records.
struct Decided {
    std::uint32_t to = 0;
    bool is_same = false;
};

/// How records are joined.
struct Joining {
    double threshold = 0.5;             ///< least probability of being one person
    std::vector<Text> one_each{};       ///< sources that hold each person once: two records of one of them are two people
};

/// What a grouping knows of one record.
struct Member {
    std::uint32_t place = 0;
    const std::string* id = nullptr;    ///< decides between what is equally sure, so that the order of arrival does not
    const Person* person = nullptr;
    const std::vector<Link>* links = nullptr;
    const std::vector<Decided>* decided = nullptr;
};

/// Groups of records, each in order of id, the groups by their first. `members`: records that links or decisions connect, and nothing beyond them is connected with; the answer depends on what they are and not on their order.
/// Decided pairs are joined first and whatever speaks against it. Then the surest pair, and so on: two groups are joined where all pairs between them together speak for it (odds of each cut at ten bits, pairs that share no key as one bit
/// against), unless a pair between them is decided to be two people, looks like two of one household, has two valid numbers of one kind, or is of one source that holds each person once.
/// Last, a record that all others of its group together speak against is taken out. Source: greedy correlation clustering (Bansal, Blum and Chawla 2004; Elsner and Schudy 2009).
std::vector<std::vector<std::uint32_t>> groups_of(std::vector<Member> members, const Joining& joining);

}  // namespace kith::matching
