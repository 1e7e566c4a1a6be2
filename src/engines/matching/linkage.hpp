#pragma once
// The records of an area and who is whom among them: all at once, or one by one as they arrive, with the same answer. Pure.
#include "matching/decisions.hpp"
#include "matching/keys.hpp"

#include <optional>
#include <span>

namespace kith::matching {

/// Below this probability of one person a pair that was compared is forgotten, unless it is rather of one household.
inline constexpr double least_kept = 0.01;
/// The bands of a pair: joined automatically from here, where it is also so many bits ahead of the next best; looked at by a clerk from there. Source: the reference on record linkage that the method's page names.
inline constexpr double least_automatic = 0.99, least_ahead = 5, least_for_a_clerk = 0.10;

/// A model learnt from the records themselves, without answers; `keys` are of these people. The counts of values end here.
Model learnt(People& people, const std::vector<Pair>& pairs, std::uint64_t seed = 1);

class Linkage {
public:
    /// Everything at once. Without a model, one is learnt.
    explicit Linkage(People people, Joining joining = {}, std::optional<Model> model = {});

    /// Takes in a record that arrives; its place. Refuses an id that is there already, and a record without one.
    Result<std::uint32_t> arrive(const Told& told);
    /// Takes in what somebody decided, by the ids of two records; see Decisions.
    Result<Decision> decide(Decision decision);
    Result<Decision> withdraw(std::int64_t number);

    const People& people() const { return people_; }
    const Model& model() const { return model_; }
    const Joining& joining() const { return joining_; }
    const Decisions& decisions() const { return decisions_; }
    /// Keys that too many records share, and birth dates that forms fill in.
    std::vector<Capped> capped() const;
    std::int64_t compared() const { return compared_; }
    const std::vector<Link>& links_of(std::uint32_t place) const { return links_[place]; }
    /// True where a key makes a pair of two records; false also where every key that they share is had by too many.
    bool are_compared(std::uint32_t one, std::uint32_t other) const { return keys_.make_pair_of(people_, one, other); }
    /// The link of two records, or null where they were not compared or have nothing in common.
    const Link* link_between(std::uint32_t one, std::uint32_t other) const;

    /// The records of the person whose record this is, itself among them.
    std::vector<std::uint32_t> group_of(std::uint32_t place) const;
    /// For each record the place of the record of its person that came first.
    std::vector<std::uint32_t> firsts() const;
    /// The number that a person is known by: that of the record of theirs that came first, from 1. It stays while records come; where two persons become one, the later number leads to the earlier.
    std::int64_t person(std::uint32_t place) const { return std::int64_t{first_of_[place]} + 1; }
    /// Where a number leads that was a person's at some time; nothing for a number that was never given.
    std::optional<std::int64_t> person_now(std::int64_t number) const;

private:
    Link judged_link(std::uint32_t from, std::uint32_t to) const;
    bool is_kept(const Link& link) const { return link.same() >= least_kept || link.household >= 0.5F; }
    bool joins(const Link& link) const { return !link.is_for_a_clerk && link.same() >= joining_.threshold; }
    void take_links(std::span<const Pair> pairs);
    void lose_links_of(const std::vector<std::uint32_t>& block, std::vector<std::uint32_t>& touched);
    std::vector<std::uint32_t> connected_with(std::uint32_t place) const;
    void group_again(const std::vector<std::uint32_t>& touched);

    People people_;
    Joining joining_;
    Keys keys_;
    Model model_;
    Decisions decisions_;
    std::int64_t compared_ = 0;
    std::vector<std::vector<Link>> links_;
    std::vector<std::uint32_t> first_of_;                                     ///< for each record
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> groups_;    ///< of more than one record, by their first
};

}  // namespace kith::matching
