#include "matching/grouping.hpp"

#include <gtest/gtest.h>

namespace kith::matching {
namespace {

/// Records named a, b, c and so on, with the odds of some pairs.
class Few {
public:
    explicit Few(std::size_t records) : ids_(records), persons_(records), links_(records), decided_(records)
    {
        for (std::size_t at = 0; at < records; ++at) ids_[at] = std::string(1, static_cast<char>('a' + at));
    }
    Few& link(char one, char other, double odds, double household = 0, bool is_for_a_clerk = false)
    {
        links_[place(one)].push_back({place(other), static_cast<float>(household), odds, is_for_a_clerk});
        links_[place(other)].push_back({place(one), static_cast<float>(household), odds, is_for_a_clerk});
        return *this;
    }
    Few& decide(char one, char other, bool is_same)
    {
        decided_[place(one)].push_back({place(other), is_same});
        decided_[place(other)].push_back({place(one), is_same});
        return *this;
    }
    Person& person(char one) { return persons_[place(one)]; }
    /// "abc de", whatever the order in which they are given.
    std::string groups(Joining joining = {})
    {
        std::vector<Member> members;
        for (std::uint32_t at = 0; at < ids_.size(); ++at) members.push_back({at, &ids_[at], &persons_[at], &links_[at], &decided_[at]});
        const auto said = words(groups_of(members, joining));
        std::ranges::reverse(members);
        EXPECT_EQ(words(groups_of(members, joining)), said);
        return said;
    }

private:
    static std::uint32_t place(char one) { return static_cast<std::uint32_t>(one - 'a'); }
    std::string words(const std::vector<std::vector<std::uint32_t>>& groups) const
    {
        std::string all;
        for (const auto& group : groups) {
            if (!all.empty()) all += ' ';
            for (const auto at : group) all += ids_[at];
        }
        return all;
    }
    std::vector<std::string> ids_;
    std::vector<Person> persons_;
    std::vector<std::vector<Link>> links_;
    std::vector<std::vector<Decided>> decided_;
};

TEST(Grouping, JoinsTheSurestFirstAndOnlyWhatAllPairsTogetherSpeakFor)
{
    EXPECT_EQ(Few(3).link('a', 'b', 8).link('b', 'c', 6).groups(), "abc") << "one pair that was never alike enough is no reason against";
    EXPECT_EQ(Few(3).link('a', 'b', 8).link('b', 'c', 3).link('a', 'c', -6).groups(), "ab c") << "one for, one twice as much against";
    EXPECT_EQ(Few(3).link('a', 'b', 3).link('b', 'c', 8).link('a', 'c', -6).groups(), "a bc") << "the surest first";
    EXPECT_EQ(Few(4).link('a', 'b', 9).link('c', 'd', 9).link('b', 'c', 2).groups(), "ab cd") << "a weak bridge between two: three pairs of four share nothing";
    EXPECT_EQ(Few(2).link('a', 'b', -0.5).groups(), "a b");
    EXPECT_EQ(Few(2).link('a', 'b', 3).groups({.threshold = 0.95}), "a b");
}

TEST(Grouping, NeverJoinsOverWhatForbidsIt)
{
    EXPECT_EQ(Few(3).link('a', 'b', 8).link('b', 'c', 8).link('a', 'c', -4, 0.9).groups(), "ab c") << "two of one household";
    EXPECT_EQ(Few(2).link('a', 'b', 12, 0, true).groups(), "a b") << "for a clerk";
    EXPECT_EQ(Few(3).link('a', 'b', 8).link('b', 'c', 8).link('a', 'c', 8).decide('a', 'c', false).groups(), "ab c");
    Few numbers{3};
    numbers.link('a', 'b', 8).link('b', 'c', 8).link('a', 'c', 8);
    numbers.person('a').identifiers[0] = 5, numbers.person('c').identifiers[0] = 6;
    EXPECT_EQ(numbers.groups(), "abc") << "digits that are wrong keep nobody apart";
    numbers.person('a').is_valid[0] = numbers.person('c').is_valid[0] = true;
    EXPECT_EQ(numbers.groups(), "ab c");
    Few sources{2};
    sources.link('a', 'b', 8);
    sources.person('a').source = sources.person('b').source = 3;
    EXPECT_EQ(sources.groups(), "ab");
    EXPECT_EQ(sources.groups({.one_each = {3}}), "a b");
}

TEST(Grouping, DoesWhatWasDecidedWhateverSpeaksAgainstIt)
{
    Few decided{3};
    decided.link('a', 'b', -5, 0.99).decide('a', 'b', true);
    decided.person('a').identifiers[0] = 5, decided.person('b').identifiers[0] = 6;
    decided.person('a').is_valid[0] = decided.person('b').is_valid[0] = true;
    EXPECT_EQ(decided.groups(), "ab c");
}

TEST(Grouping, TakesOutWhomAllOthersTogetherSpeakAgainst)
{
    // d comes in by its likeness to a, before b and c do; then two of three speak against it: 9 - 7 - 7.
    Few late{4};
    late.link('a', 'd', 9).link('a', 'b', 8).link('a', 'c', 8).link('b', 'c', 8).link('d', 'b', -7).link('d', 'c', -7);
    EXPECT_EQ(late.groups(), "abc d");
    late.decide('a', 'd', true);
    EXPECT_EQ(late.groups(), "abcd") << "unless somebody said so";
}

}  // namespace
}  // namespace kith::matching
