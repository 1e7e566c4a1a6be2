#include "matching/evaluation.hpp"

#include "matching/made_town.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace kith::matching {
namespace {

Model model_of(const Town& made)
{
    auto people = made.people();
    const auto pairs = Keys{people}.pairs();
    return learnt(people, pairs);
}
Pattern nothing()
{
    Pattern pattern;
    pattern.fill(missing);
    return pattern;
}

TEST(Model, IsAProbabilityAndTakesMissingForNoEvidence)
{
    const auto model = model_of(town(3, 200));
    const auto before = judged(model, nothing(), {});
    for (std::size_t of = 0; of < classes; ++of) EXPECT_NEAR(before.chances[of], model.shares[of], 1e-9);
    for (std::uint8_t step = 0; step < 7; ++step) {
        auto pattern = nothing();
        at(pattern, Field::birth_date) = step;
        const auto found = judged(model, pattern, {});
        EXPECT_NEAR(std::accumulate(found.chances.begin(), found.chances.end(), 0.0), 1, 1e-9);
        EXPECT_NEAR(found.odds, std::log2(found.chances[0] / (1 - found.chances[0])), 1e-6);
    }
    for (std::size_t of = 0; of < classes; ++of)
        for (const auto field : every_field) {
            const auto& rates = model.rates[of][static_cast<std::size_t>(field)];
            EXPECT_NEAR(std::accumulate(rates.begin(), rates.begin() + levels[static_cast<std::size_t>(field)], 0.0), 1, 1e-3) << name_of(field);
        }
}

TEST(Model, LearnsRatesThatAreNearThoseOfTheMadeTown)
{
    const auto made = town(17, 2'000);
    const auto model = model_of(made);
    auto people = made.people();
    Rates counted{};
    double pairs = 0;
    for (std::uint32_t one = 0; one < made.truth.size(); ++one)
        for (auto other = one + 1; other < made.truth.size() && made.truth[other] == made.truth[one]; ++other, ++pairs) {
            const auto pattern = compare(people, people.persons[one], people.persons[other]).pattern;
            for (std::size_t field = 0; field < fields; ++field)
                if (pattern[field] != missing) counted[field][pattern[field]] += 1;
        }
    const auto all = static_cast<double>(made.truth.size()) * static_cast<double>(made.truth.size() - 1) / 2;
    EXPECT_NEAR(model.shares[0] * all / pairs, 1, 0.1) << "how many pairs there are of one person";
    for (const auto field : {Field::forename, Field::surname, Field::birth_date, Field::address}) {
        const auto& rates = counted[static_cast<std::size_t>(field)];
        const auto seen = std::accumulate(rates.begin(), rates.end(), 0.0);
        EXPECT_NEAR(model.rates[0][static_cast<std::size_t>(field)][0], rates[0] / seen, 0.05) << name_of(field);
    }
}

TEST(Model, AddsUpPartByPartToWhatItsProbabilityRestsOn)
{
    const Linkage linkage{town(13, 200).people()};
    int links = 0;
    for (std::uint32_t one = 0; one < linkage.people().persons.size(); ++one)
        for (const auto& link : linkage.links_of(one)) {
            const auto& people = linkage.people();
            const auto found = compare(people, people.persons[one], people.persons[link.to]);
            const auto rarity = rarity_of(linkage.model(), people, found);
            std::array<double, classes> bits{};
            for (std::size_t of = 0; of < classes; ++of) bits[of] = std::log2(linkage.model().shares[of]);
            for (const auto& part : parts_of(linkage.model(), found.pattern, rarity))
                for (std::size_t of = 0; of < classes; ++of) bits[of] += part.bits[of];
            const auto others = std::exp2(bits[1]) + std::exp2(bits[2]);
            EXPECT_NEAR(bits[0] - std::log2(others), link.odds, 1e-9);
            EXPECT_NEAR(std::exp2(bits[0]) / (std::exp2(bits[0]) + others), link.same(), 1e-9);
            ++links;
        }
    EXPECT_GT(links, 100);
}

TEST(Rarity, SaysMoreOfARareNameAndLessOfACommonDayOrAddress)
{
    auto made = town(5, 300);
    for (int number = 0; number < 60; ++number) {
        auto one = told("Child" + std::to_string(number), "Name" + std::to_string(number), "2012-01-01", "WM9 9ZZ", "hostel");
        one.id = "default " + std::to_string(number);
        made.records.push_back(one);
    }
    auto rare = told("Ottoline", "Hartley", "2013-05-05");
    rare.id = "rare";
    made.records.push_back(rare);
    auto people = made.people();
    const auto model = learnt(people, Keys{people}.pairs());
    const auto rarity = [&](std::string_view one, std::string_view other) { return rarity_of(model, people, compare(people, people.persons[*people.place_of(one)], people.persons[*people.place_of(other)])); };
    const auto factor = [&](std::string_view one, std::string_view other, Field field) { return rarity(one, other).factor[static_cast<std::size_t>(field)]; };
    EXPECT_LT(factor("rare", "rare", Field::forename), factor("r0", "r0", Field::forename));
    EXPECT_GT(factor("default 1", "default 2", Field::birth_date), 5) << "a date that a form fills in";
    EXPECT_GT(factor("default 1", "default 2", Field::address), 3) << "a hostel";
    EXPECT_EQ(factor("r0", "r0", Field::birth_date), 1);
}

TEST(Rarity, CountsNamesakesByTheirBirthDatesSoThatOnePersonsRecordsAreNoNamesakes)
{
    People people;
    int number = 0;
    const auto put = [&](std::string forename, std::string birth) {
        auto one = told(std::move(forename), "Begum", std::move(birth));
        one.id = std::to_string(number++);
        add(people, one);
    };
    for (int day = 1; day <= 9; ++day) put("Fatima", "2012-03-0" + std::to_string(day));
    for (int copy = 0; copy < 9; ++copy) put("Rukhsana", "2011-04-05");
    const auto found = namesakes_of(people);
    const auto& texts = people.texts;
    EXPECT_EQ(found.at(full_name(texts.find("fatima"), texts.find("begum"))), 9U);
    EXPECT_FALSE(found.contains(full_name(texts.find("rukhsana"), texts.find("begum"))));
}

TEST(Model, IsNotReplacedWhereAWeightMovedTooFar)
{
    const auto model = model_of(town(3, 400)), like = model_of(town(4, 400));
    EXPECT_TRUE(moved_too_far(model, model).empty());
    for (const auto& one : moved_too_far(model, like)) ADD_FAILURE() << "another town of the same kind: " << name_of(one.field) << " " << words_of(one.field, one.level) << " " << one.before << " " << one.after;
    auto strange = town(3, 400);
    for (std::size_t place = 0; place < strange.records.size(); ++place)
        if (place % 2 == 0) strange.records[place].birth_date = "2012-01-01";
    const auto moved = moved_too_far(model, model_of(strange));
    ASSERT_FALSE(moved.empty()) << "half of the dates are filled in";
    EXPECT_EQ(moved.front().field, Field::birth_date);
    EXPECT_GT(std::abs(moved.front().after - moved.front().before), most_moved);
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
