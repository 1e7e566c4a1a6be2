// Attackers on what is shown. The first is exact linear algebra: does any combination of the sums shown concern fewer people than the
// threshold? The second knows besides that every answer lies from 1 to 5, and bounds each sum that is hidden by linear programmes.
#include "disclosure/hands.hpp"

#include "disclosure/test_instances.hpp"

#include <coin/Clp_C_Interface.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <numeric>

namespace kith::disclosure {

namespace {

using Matrix = std::vector<std::vector<std::int64_t>>;

/// The rank, by elimination in whole numbers (Bareiss): every number on the way is a minor of the matrix, so that nothing is rounded, and
/// for 0 and 1 in at most 12 columns nothing overflows.
std::size_t rank_of(Matrix rows)
{
    std::size_t rank = 0;
    std::int64_t before = 1;
    const auto columns = rows.empty() ? 0 : rows.front().size();
    for (std::size_t column = 0; column < columns && rank < rows.size(); ++column) {
        std::size_t pivot = rank;
        while (pivot < rows.size() && rows[pivot][column] == 0) ++pivot;
        if (pivot == rows.size()) continue;
        std::swap(rows[rank], rows[pivot]);
        for (std::size_t row = rank + 1; row < rows.size(); ++row) {
            for (std::size_t at = column + 1; at < columns; ++at)
                rows[row][at] = (rows[rank][column] * rows[row][at] - rows[row][column] * rows[rank][at]) / before;
            rows[row][column] = 0;
        }
        before = rows[rank++][column];
    }
    return rank;
}

Groups chosen(const Instance& instance, const std::vector<bool>& which)
{
    Groups groups;
    for (std::size_t at = 0; at < instance.groups.size(); ++at)
        if (which[at]) groups.push_back(instance.groups[at]);
    return groups;
}

/// The groups as rows of 0 and 1 over the cells with people that are not in `without` (a bit for each cell).
Matrix rows_of(const Instance& instance, const Groups& groups, std::size_t without = 0)
{
    Matrix rows;
    for (const auto& group : groups) {
        rows.emplace_back();
        for (std::size_t cell = 0; cell < instance.people.size(); ++cell)
            if (instance.people[cell] > 0 && (without >> cell & 1U) == 0) rows.back().push_back(std::ranges::count(group, cell) > 0 ? 1 : 0);
    }
    return rows;
}

/// Some combination of the sums of `groups` is about people, and about fewer of them than the threshold. A combination that is nought on
/// all cells but those of a set, and not on these, is lost when the columns of the set are: the rank falls. That holds for any weights,
/// so the plain sum over the set (what subtraction of totals gives) is among what is found.
bool gives_few_away(const Instance& instance, const Groups& groups)
{
    const auto rank = rank_of(rows_of(instance, groups));
    for (std::size_t set = 1; set < std::size_t{1} << instance.people.size(); ++set) {
        std::int64_t people = 0;
        for (std::size_t cell = 0; cell < instance.people.size(); ++cell)
            if (set >> cell & 1U) people += instance.people[cell];
        if (people > 0 && people < instance.threshold && rank_of(rows_of(instance, groups, set)) < rank) return true;
    }
    return false;
}

TEST(AnAttacker, FindsWhatSubtractionGivesAway)
{
    const Instance nested{.people = {10, 4, 10}, .groups = {{0, 1, 2}, {0, 2}}};
    EXPECT_TRUE(gives_few_away(nested, nested.groups));
    const Instance two_by_two{.people = {3, 20, 20, 20}, .groups = {{0, 1}, {1, 3}, {2, 3}, {2}}};  // first row - second column + the rest
    EXPECT_TRUE(gives_few_away(two_by_two, two_by_two.groups));
    const Instance safe{.people = {10, 5, 10}, .groups = {{0, 1, 2}, {0, 1}, {0}}};
    EXPECT_FALSE(gives_few_away(safe, safe.groups));
}

/// Both rules answer to both attackers.
std::vector<bool> shown_by(const Instance& instance, Rule rule)
{
    std::vector<bool> shown;
    for (const auto showing : showing_of(rule, instance.people, instance.groups, instance.threshold)) shown.push_back(showing == Showing::shown);
    return shown;
}

class Attacker : public testing::TestWithParam<Rule> {};
class LinearProgrammes : public testing::TestWithParam<Rule> {};

std::string name_of_rule(const testing::TestParamInfo<Rule>& rule)
{
    return rule.param == Rule::hands ? "OnHands" : "OnAtoms";
}

INSTANTIATE_TEST_SUITE_P(Both, Attacker, testing::Values(Rule::atoms, Rule::hands), name_of_rule);
INSTANTIATE_TEST_SUITE_P(Both, LinearProgrammes, testing::Values(Rule::atoms, Rule::hands), name_of_rule);

TEST_P(Attacker, ReckonsNothingAboutFewerPeopleThanTheThreshold)
{
    Random random{1947};
    std::size_t leaking = 0;
    for (int round = 0; round < 250; ++round) {
        const auto instance = some_instance(random, 3 + up_to(random, 5));
        const auto which = shown_by(instance, GetParam());
        ASSERT_FALSE(gives_few_away(instance, chosen(instance, which))) << "round " << round;
        std::vector<bool> large;
        for (const auto& group : instance.groups) large.push_back(instance.people_in(group) >= instance.threshold);
        leaking += gives_few_away(instance, chosen(instance, large)) ? 1 : 0;
    }
    EXPECT_GT(leaking, 50U) << "hiding small groups alone gives people away in many of these, so that the attacker is worth his keep";
}

TEST_P(Attacker, ReckonsNothingWhereManyCellsHaveOnePersonEach)
{
    Random random{1912};
    for (int round = 0; round < 25; ++round) {
        Instance instance{.people = std::vector<std::int64_t>(12), .threshold = static_cast<std::int64_t>(3 + up_to(random, 1))};
        for (auto& people : instance.people) people = static_cast<std::int64_t>(1 + up_to(random, 1));
        for (int times = 0; times < 3; ++times) add_classification(instance, random, 2 + up_to(random, 1));
        ASSERT_FALSE(gives_few_away(instance, chosen(instance, shown_by(instance, GetParam())))) << "round " << round;
    }
}

/// Least and most that one sum can be.
struct Bounds {
    double least = 0, most = 0;
    bool meet() const { return most - least < 1e-6; }
};

constexpr int lowest = 1, highest = 5;

/// What someone knows who has the sums of the groups shown, how many stand in each cell, and the scale. A variable for each cell: the sum
/// of its answers.
class Programme {
public:
    Programme(const Instance& instance, const Groups& shown, const std::vector<std::int64_t>& sum_of_cell)
        : model_(Clp_newModel(), Clp_deleteModel), cells_(static_cast<int>(instance.people.size()))
    {
        Clp_setLogLevel(model_.get(), 0);
        std::vector<double> low, high;
        for (const auto people : instance.people) {
            low.push_back(static_cast<double>(people * lowest));
            high.push_back(static_cast<double>(people * highest));
        }
        const std::vector<CoinBigIndex> no_starts(instance.people.size() + 1, 0);
        Clp_loadProblem(model_.get(), cells_, 0, no_starts.data(), nullptr, nullptr, low.data(), high.data(), nullptr, nullptr, nullptr);
        for (const auto& group : shown) add_sum(group, sum_of_cell);
    }

    Bounds of(const std::vector<std::size_t>& group)
    {
        std::vector<double> objective(static_cast<std::size_t>(cells_), 0);
        for (const auto cell : group) objective[cell] = 1;
        Clp_chgObjCoefficients(model_.get(), objective.data());
        return {.least = optimum(1), .most = optimum(-1)};
    }

private:
    void add_sum(const std::vector<std::size_t>& group, const std::vector<std::int64_t>& sum_of_cell)
    {
        double sum = 0;
        std::vector<int> columns;
        for (const auto cell : group) {
            sum += static_cast<double>(sum_of_cell[cell]);
            columns.push_back(static_cast<int>(cell));
        }
        const std::vector<double> ones(columns.size(), 1);
        const std::array<CoinBigIndex, 2> starts{0, static_cast<CoinBigIndex>(columns.size())};
        Clp_addRows(model_.get(), 1, &sum, &sum, starts.data(), columns.data(), ones.data());
    }

    double optimum(double direction)
    {
        Clp_setOptimizationDirection(model_.get(), direction);
        Clp_primal(model_.get(), 0);
        EXPECT_TRUE(Clp_isProvenOptimal(model_.get()));
        return Clp_objectiveValue(model_.get());
    }

    std::unique_ptr<Clp_Simplex, decltype(&Clp_deleteModel)> model_;
    int cells_;
};

/// Everybody's answers, summed by cell. Where a whole atom answers 1, or 5, each of them is known, however many they are, and no threshold
/// helps; one person in each cell who answers 2 or 4 keeps that from happening here.
std::vector<std::int64_t> sums_of_answers(const Instance& instance, Random& random)
{
    std::vector<std::int64_t> sums;
    for (const auto people : instance.people) {
        std::int64_t sum = 0;
        for (std::int64_t person = 0; person < people; ++person)
            sum += static_cast<std::int64_t>(person == 0 ? 2 + 2 * up_to(random, 1) : lowest + up_to(random, highest - lowest));
        sums.push_back(sum);
    }
    return sums;
}

/// The hidden groups of fewer than the threshold, and every small cell by itself.
Groups few(const Instance& instance, const std::vector<bool>& which)
{
    Groups groups;
    for (std::size_t at = 0; at < instance.groups.size(); ++at)
        if (!which[at] && instance.people_in(instance.groups[at]) < instance.threshold) groups.push_back(instance.groups[at]);
    for (std::size_t cell = 0; cell < instance.people.size(); ++cell)
        if (instance.people[cell] > 0 && instance.people[cell] < instance.threshold) groups.push_back({cell});
    return groups;
}

TEST(AProgramme, BoundsAHiddenSumExactlyWhereTheWholeGivesItAway)
{
    const Instance instance{.people = {10, 4, 10}, .groups = {{0, 1, 2}, {0, 2}}};
    const std::vector<std::int64_t> sums{31, 13, 29};
    EXPECT_TRUE(Programme(instance, instance.groups, sums).of({1}).meet());
    const auto free = Programme(instance, {{0, 1, 2}}, sums).of({1});
    EXPECT_NEAR(free.least, 4, 1e-6);
    EXPECT_NEAR(free.most, 20, 1e-6);
    EXPECT_TRUE(Programme({.people = {4, 10}, .groups = {{0, 1}}}, {{0, 1}}, {20, 50}).of({0}).meet()) << "where all answer 5, all is known";
}

TEST_P(LinearProgrammes, BoundNoHiddenSumOfFewPeopleExactly)
{
    Random random{1979};
    std::size_t asked = 0, met_without = 0, narrow = 0;
    for (int round = 0; round < 200; ++round) {
        const auto instance = some_instance(random, 4 + up_to(random, 20));
        const auto sums = sums_of_answers(instance, random);
        const auto which = shown_by(instance, GetParam());
        Programme protected_so{instance, chosen(instance, which), sums};
        Programme unprotected{instance, instance.groups, sums};
        for (const auto& group : few(instance, which)) {
            if (instance.people_in(group) == 0) continue;
            ++asked;
            const auto bounds = protected_so.of(group);
            ASSERT_FALSE(bounds.meet()) << "round " << round;
            narrow += bounds.most - bounds.least < 1 - 1e-6 ? 1 : 0;
            met_without += unprotected.of(group).meet() ? 1 : 0;
        }
    }
    EXPECT_GT(asked, 500U);
    EXPECT_EQ(narrow, 0U) << "at least two whole sums remain possible";
    EXPECT_GT(met_without, 200U) << "were everything shown, the attacker would know these";
}

}  // namespace

}  // namespace kith::disclosure
