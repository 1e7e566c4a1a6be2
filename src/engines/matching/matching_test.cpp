#include "matching/matching.hpp"

#include "base/date.hpp"
#include "matching/similarity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

namespace kith::matching {
namespace {

Told told(std::string forename, std::string surname, std::string birth_date, std::string postcode = "SK22 9ZW", std::string house = "4", std::string sex = "f")
{
    return {.id = {}, .source = {}, .forename = std::move(forename), .surname = std::move(surname), .birth_date = std::move(birth_date), .sex = std::move(sex), .postcode = std::move(postcode), .house = std::move(house), .other = {}};
}
Pattern pattern_of(const Told& one, const Told& other)
{
    People people;
    add(people, one);
    add(people, other);
    return compare(people.persons[0], people.persons[1], people.texts);
}
std::uint8_t level(Field field, const Told& one, const Told& other) { return at(pattern_of(one, other), field); }

TEST(Similarity, IsThatOfWinklersExamples)
{
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.9611, 0.0001);
    EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.8133, 0.0001);
    EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.84, 0.0001);
    EXPECT_NEAR(jaro_winkler("jellyfish", "smellyfish"), 0.8963, 0.0001);
    EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
    EXPECT_EQ(jaro_winkler("", ""), 0);
    EXPECT_EQ(jaro_winkler("same", "same"), 1);
    const std::string is_long(200, 'a');
    EXPECT_GT(jaro_winkler(is_long, is_long + "b"), 0.99);
}

TEST(Similarity, KnowsOneEdit)
{
    for (const auto& [one, other] : {std::pair{"smith", "smith"}, std::pair{"smith", "smyth"}, std::pair{"smith", "smit"}, std::pair{"smith", "msith"}, std::pair{"smith", "smithe"}, std::pair{"", "a"}}) {
        EXPECT_TRUE(within_one_edit(one, other)) << one << " " << other;
        EXPECT_TRUE(within_one_edit(other, one)) << other << " " << one;
    }
    for (const auto& [one, other] : {std::pair{"smith", "smythe"}, std::pair{"ab", "ba c"}, std::pair{"abcd", "badc"}}) EXPECT_FALSE(within_one_edit(one, other)) << one << " " << other;
}

TEST(Comparison, ReachesTheLevelsThatTheMethodNames)
{
    const auto anna = told("Anna", "Smith", "2014-03-12");
    EXPECT_EQ(level(Field::forename, anna, told("ANNA", "x", "")), 0);
    EXPECT_EQ(level(Field::forename, anna, told("Anna-Louise", "x", "")), 1);
    EXPECT_EQ(level(Field::forename, anna, told("Annah", "x", "")), 2);
    EXPECT_EQ(level(Field::forename, anna, told("Smith", "Anna", "")), 3);
    EXPECT_EQ(level(Field::forename, anna, told("Baby", "x", "")), missing) << "a placeholder says nothing";
    EXPECT_EQ(level(Field::surname, anna, told("x", "Smith-Jones", "")), 1);
    EXPECT_EQ(level(Field::surname, anna, told("x", "Smyth", "")), 2);
    EXPECT_EQ(level(Field::surname, told("x", "Stodolová", ""), told("x", "Stodolova", "")), 0) << "accents are folded for comparing";
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "2014-12-03")), 1);
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "2014-03-13")), 2);
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "2013-03-12")), 2) << "one digit of the year";
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "1998-03-12")), 3);
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "2014-01-01")), 4);
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "2014-09-30")), 5);
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "2016-05-20")), 6) << "no level for being near: brothers and sisters are";
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "31/02/2014")), missing);
    EXPECT_EQ(level(Field::birth_date, anna, told("", "", "20140312")), 0);
    EXPECT_EQ(level(Field::address, anna, told("", "", "", "sk229zw", "4")), 0);
    EXPECT_EQ(level(Field::address, anna, told("", "", "", "SK22 9ZW", "")), 1);
    EXPECT_EQ(level(Field::address, anna, told("", "", "", "SK22 9ZW", "7")), 2);
    EXPECT_EQ(level(Field::address, anna, told("", "", "", "SK22 9ZX", "4")), 3);
    EXPECT_EQ(level(Field::address, anna, told("", "", "", "SK22 1AA", "9")), 6);
    EXPECT_EQ(level(Field::address, anna, told("", "", "", "B1 1AA", "4")), 7);
    EXPECT_EQ(level(Field::sex, anna, told("", "", "", "", "", "M")), 1);
    EXPECT_EQ(level(Field::sex, anna, told("", "", "", "", "", "")), missing);
    for (std::size_t field = 0; field < fields; ++field)
        for (std::uint8_t step = 0; step < levels.at(field); ++step) EXPECT_FALSE(words_of(static_cast<Field>(field), step).empty());
}

/// A made town: families with brothers, sisters and twins, each child known to some services, with slips. Its own generator, so that what is right is known.
struct Town {
    People people;
    std::vector<std::uint32_t> truth;
};
Town town(std::uint64_t seed, int families)
{
    static const std::vector<std::string> forenames{"Amelia", "Oliver", "Aisha", "Mohammed", "Zofia", "Jakub", "Isla", "George", "Freya", "Arthur", "Maryam", "Leo", "Poppy", "Theo", "Ivy", "Harry", "Eleni", "Omar", "Ruby", "Noah", "Hana", "Ewan", "Nia", "Rhys"};
    static const std::vector<std::string> beginnings{"Hart", "Wood", "Black", "Ash", "Green", "Khan", "Nowa", "Oko", "Mc", "Fitz", "Brad", "Lang"}, endings{"ley", "ford", "ski", "field", "ton", "wick", "ham", "son", "bury", "well"};
    std::mt19937_64 chance{seed};
    const auto pick = [&](const auto& list) -> const auto& { return list[chance() % list.size()]; };
    const auto one_in = [&](std::uint64_t number) { return chance() % number == 0; };
    Town made;
    std::uint32_t child = 0;
    for (int family = 0; family < families; ++family) {
        const auto surname = pick(beginnings) + pick(endings), house = std::to_string(1 + chance() % 90);
        const auto postcode = "WM" + std::to_string(1 + chance() % 9) + " " + std::to_string(chance() % 10) + static_cast<char>('A' + chance() % 20) + static_cast<char>('A' + chance() % 20);
        std::string birth;
        for (auto children = 1 + chance() % 3; children > 0; --children) {
            const bool is_twin = !birth.empty() && one_in(8);
            if (!is_twin) birth = Date::of(static_cast<int>(2008 + chance() % 16), static_cast<int>(1 + chance() % 12), static_cast<int>(1 + chance() % 28)).value().iso();
            const auto forename = pick(forenames) + (one_in(2) ? "" : std::string{" "} + pick(forenames));
            for (auto records = 1 + chance() % 3; records > 0; --records) {
                auto slip = told(forename, surname, birth, postcode, house, "f");
                if (one_in(12)) slip.forename.erase(slip.forename.size() / 2, 1);
                if (one_in(15)) slip.birth_date = slip.birth_date.substr(0, 8) + "0" + std::to_string(1 + chance() % 9);
                if (one_in(10)) slip.postcode = "WM1 1AA", slip.house = "99";
                if (one_in(20)) slip.surname = pick(beginnings) + pick(endings);
                slip.id = std::to_string(made.truth.size());
                add(made.people, slip);
                made.truth.push_back(child);
            }
            ++child;
        }
    }
    return made;
}

TEST(Run, FindsChildrenAmongBrothersSistersAndTwinsWithoutAnswers)
{
    const auto made = town(7, 1'500);
    const auto found = run(made.people, 0.5);
    const auto told = evaluate(found.clusters, made.truth);
    EXPECT_GT(told.precision(), 0.95) << told.found_pairs;
    EXPECT_GT(told.recall(), 0.90) << told.true_pairs;
    std::vector<std::uint32_t> by_address(made.truth.size());  // what joining by address and surname alone would give
    std::map<std::string, std::uint32_t> first;
    for (std::uint32_t place = 0; place < made.truth.size(); ++place) {
        const auto& person = made.people.persons[place];
        by_address[place] = first.try_emplace(std::to_string(person.postcode) + "/" + std::to_string(person.house) + "/" + std::to_string(person.surname), place).first->second;
    }
    EXPECT_LT(evaluate(by_address, made.truth).precision(), 0.7) << "the town would be no test if addresses told children apart";
}

TEST(Run, GivesTheSameAnswerAgainAndNeverJoinsTwins)
{
    const auto made = town(11, 300);
    const auto one = run(made.people, 0.5), again = run(made.people, 0.5);
    EXPECT_EQ(one.clusters, again.clusters);
    auto twins = made.people;
    const auto first = twins.persons.size();
    for (const auto* forename : {"Amelia", "Oliver"})
        for (int copy = 0; copy < 2; ++copy) add(twins, told(forename, "Hartwood", "2014-03-12"));
    const auto found = run(twins, 0.5).clusters;
    EXPECT_EQ(found[first], found[first + 1]);
    EXPECT_EQ(found[first + 2], found[first + 3]);
    EXPECT_NE(found[first], found[first + 2]) << "one birthday and one address do not make one child";
}

TEST(Posterior, IsAProbabilityAndTakesMissingForNoEvidence)
{
    const auto made = town(3, 200);
    const auto model = run(made.people, 0.5).model;
    Pattern nothing;
    nothing.fill(missing);
    const auto prior = posterior(model, nothing, {});
    for (std::size_t of = 0; of < classes; ++of) EXPECT_NEAR(prior[of], model.shares[of], 1e-9);
    for (std::uint8_t step = 0; step < 7; ++step) {
        auto pattern = nothing;
        at(pattern, Field::birth_date) = step;
        const auto chances = posterior(model, pattern, {});
        EXPECT_NEAR(std::accumulate(chances.begin(), chances.end(), 0.0), 1, 1e-9);
    }
    auto agrees = nothing;
    at(agrees, Field::forename) = 0;
    EXPECT_GT(posterior(model, agrees, {.forename = 0.001, .surname = 0})[0], posterior(model, agrees, {.forename = 0.2, .surname = 0})[0]) << "a rare name that agrees says more";
}

TEST(Parts, AddUpToWhatTheProbabilityRestsOn)
{
    const auto made = town(13, 200);
    const auto found = run(made.people, 0.5);
    ASSERT_FALSE(found.pairs.empty());
    for (const auto& one : found.pairs) {
        const auto frequencies = frequencies_of(made.people, made.people.persons[one.pair.first], one.pattern);
        std::array<double, classes> bits{};
        for (std::size_t of = 0; of < classes; ++of) bits[of] = std::log2(found.model.shares[of]);
        for (const auto& part : parts_of(found.model, one.pattern, frequencies))
            for (std::size_t of = 0; of < classes; ++of) bits[of] += part.bits[of];
        const auto sum = std::exp2(bits[0]) + std::exp2(bits[1]) + std::exp2(bits[2]);
        EXPECT_NEAR(std::exp2(bits[0]) / sum, one.same(), 1e-9);
    }
}

TEST(Candidates, AreThoseThatShareAKeyEachOnceAndTellWhatIsTooMuch)
{
    const auto made = town(5, 60);
    const auto found = candidates(made.people);
    EXPECT_TRUE(std::ranges::is_sorted(found.pairs));
    EXPECT_EQ(std::ranges::adjacent_find(found.pairs), found.pairs.end());
    for (const auto& [one, other] : found.pairs) EXPECT_LT(one, other);
    People same;
    for (int number = 0; number < 300; ++number) add(same, told("Nia", "Well", "2014-01-01"));
    const auto capped = candidates(same);
    EXPECT_TRUE(capped.pairs.empty()) << "three hundred alike are compared by no key";
    ASSERT_FALSE(capped.capped.empty());
    EXPECT_EQ(capped.capped.front().records, 300);
    EXPECT_EQ(run(same, 0.5).clusters.size(), 300U);
    EXPECT_TRUE(run(People{}, 0.5).clusters.empty());
}

TEST(Evaluation, CountsPairsAsGoingThroughThemAllDoes)
{
    std::mt19937_64 chance{9};
    std::vector<std::uint32_t> clusters(80), truth(80);
    for (std::size_t place = 0; place < clusters.size(); ++place) clusters[place] = static_cast<std::uint32_t>(chance() % 30), truth[place] = static_cast<std::uint32_t>(chance() % 25);
    std::int64_t in_truth = 0, in_clusters = 0, in_both = 0;
    for (std::size_t one = 0; one < clusters.size(); ++one)
        for (std::size_t other = one + 1; other < clusters.size(); ++other) {
            in_truth += truth[one] == truth[other] ? 1 : 0;
            in_clusters += clusters[one] == clusters[other] ? 1 : 0;
            in_both += truth[one] == truth[other] && clusters[one] == clusters[other] ? 1 : 0;
        }
    const auto told = evaluate(clusters, truth);
    EXPECT_EQ(told.true_pairs, in_truth);
    EXPECT_EQ(told.found_pairs, in_clusters);
    EXPECT_EQ(told.right_pairs, in_both);
}

}  // namespace
}  // namespace kith::matching
