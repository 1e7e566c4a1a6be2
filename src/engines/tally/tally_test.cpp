// The tally against a count done the slow way, on random tables; the seed is printed where they differ.
#include "tally/query.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace kith::tally {

namespace {

using Random = std::mt19937_64;

std::int64_t up_to(Random& random, std::int64_t most)
{
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most + 1));
}

Dictionaries some_dictionaries()
{
    Dictionaries dictionaries;
    for (auto& dictionary : dictionaries) {
        for (int value = 1; value <= 6; ++value) dictionary.add("value " + std::to_string(value));
    }
    return dictionaries;
}

/// A person's stretches: a few engagements, each of stretches that follow one another.
std::vector<Stretch> rows_of_person(Random& random, std::int64_t person)
{
    std::vector<Stretch> rows;
    for (std::int64_t engagement = 0; engagement <= up_to(random, 2); ++engagement) {
        int day = static_cast<int>(up_to(random, 300));
        for (std::int64_t stretch = up_to(random, 2); stretch >= 0; --stretch) {
            Stretch row{.person = person, .engagement = person * 10 + engagement, .from = Date::from_days(day)};
            day += static_cast<int>(1 + up_to(random, 200));
            if (stretch > 0 || up_to(random, 1) == 0) row.to = Date::from_days(day - 1);
            for (auto& code : row.codes) code = static_cast<Code>(up_to(random, 6));
            if (up_to(random, 4) > 0) row.fte = Fte::thousandths(up_to(random, 1250));
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<Stretch> random_rows(Random& random, std::int64_t people)
{
    std::vector<Stretch> rows;
    for (std::int64_t person = 1; person <= people; ++person) {
        auto more = rows_of_person(random, person);
        rows.insert(rows.end(), more.begin(), more.end());
    }
    std::ranges::shuffle(rows, random);
    return rows;
}

Query random_query(Random& random)
{
    Query query{.on = Date::from_days(static_cast<int>(up_to(random, 700)))};
    query.scope.everything = up_to(random, 1) == 0;
    query.scope.organisations = {static_cast<Code>(up_to(random, 6)), static_cast<Code>(up_to(random, 6))};
    if (up_to(random, 1) == 0) query.scope.localities = {static_cast<Code>(up_to(random, 6))};
    if (up_to(random, 1) == 0) query.scope.people = {up_to(random, 40), up_to(random, 40)};
    for (std::size_t place = 0; place < column_count; ++place) {
        if (up_to(random, 4) > 0) continue;
        std::vector<Code> codes;
        for (Code code = 0; code <= 6; ++code) {
            if (up_to(random, 2) > 0) codes.push_back(code);
        }
        query.filters[place] = codes;
    }
    for (std::int64_t columns = up_to(random, 2); columns > 0; --columns) query.by.push_back(static_cast<Column>(up_to(random, 6)));
    return query;
}

bool holds(const std::vector<Code>& codes, Code code)
{
    return std::ranges::find(codes, code) != codes.end();
}

bool counts_slowly(const Stretch& row, const Query& query)
{
    if (!Period{row.from, row.to}.contains(query.on)) return false;
    for (std::size_t place = 0; place < column_count; ++place) {
        if (query.filters[place] && !holds(*query.filters[place], row.codes[place])) return false;
    }
    const auto& scope = query.scope;
    return scope.everything || holds(scope.organisations, row.codes[place_of(Column::organisation)])
        || holds(scope.localities, row.codes[place_of(Column::locality)])
        || std::ranges::find(scope.people, row.person) != scope.people.end();
}

struct Seen {
    std::set<std::int64_t> people;
    std::set<std::int64_t> engagements;
    Counts counts;
    void add(const Stretch& row)
    {
        people.insert(row.person);
        engagements.insert(row.engagement);
        row.fte ? void(counts.fte += *row.fte) : void(++counts.fte_unknown);
        counts.people = static_cast<std::int64_t>(people.size());
        counts.engagements = static_cast<std::int64_t>(engagements.size());
    }
};

Answer count_slowly(const std::vector<Stretch>& rows, const Query& query)
{
    Seen total;
    std::map<std::array<Code, 2>, Seen> groups;
    for (const auto& row : rows) {
        if (!counts_slowly(row, query)) continue;
        total.add(row);
        if (query.by.empty()) continue;
        groups[{row.codes[place_of(query.by[0])], query.by.size() > 1 ? row.codes[place_of(query.by[1])] : 0}].add(row);
    }
    Answer answer{.total = total.counts};
    for (const auto& [codes, seen] : groups) answer.groups.push_back({codes, seen.counts});
    return answer;
}

}  // namespace

TEST(Tally, CountsAsTheSlowWayDoesOnRandomTables)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random{seed};
        auto rows = random_rows(random, 40);
        const Table table{rows, some_dictionaries()};
        for (int queries = 0; queries < 25; ++queries) {
            auto query = random_query(random);
            ASSERT_EQ(count(table, query), count_slowly(rows, query));
            std::set<std::int64_t> people;
            for (const auto& row : rows) {
                if (counts_slowly(row, query)) people.insert(row.person);
            }
            ASSERT_EQ(people_counted(table, query), std::vector<std::int64_t>(people.begin(), people.end()));
        }
    }
}

TEST(Tally, IsTheSameWhetherLoadedWholeOrPersonByPerson)
{
    for (std::uint64_t seed = 100; seed < 120; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random{seed};
        auto before = random_rows(random, 30);
        std::vector<std::int64_t> changed{3, 7, 8, 30, 31, 32};
        std::vector<Stretch> fresh;
        for (auto person : changed) {
            if (person == 8) continue;  // whose rows all go
            auto more = rows_of_person(random, person);
            fresh.insert(fresh.end(), more.begin(), more.end());
        }
        auto after = before;
        std::erase_if(after, [&](const Stretch& row) { return std::ranges::binary_search(changed, row.person); });
        after.insert(after.end(), fresh.begin(), fresh.end());

        const Table stepwise = Table{before, some_dictionaries()}.with_people_replaced(changed, fresh, some_dictionaries());
        const Table whole{after, some_dictionaries()};
        ASSERT_EQ(stepwise.size(), whole.size());
        for (std::size_t index = 0; index < whole.size(); ++index) ASSERT_EQ(stepwise.row(index), whole.row(index));
    }
}

TEST(Tally, CountsAPersonWithTwoEngagementsOnce)
{
    Stretch one{.person = 1, .engagement = 1, .from = Date::from_days(0), .fte = Fte::thousandths(600)};
    Stretch other{.person = 1, .engagement = 2, .from = Date::from_days(0)};
    const Table table{{one, other}, some_dictionaries()};
    EXPECT_EQ(count(table, {.on = Date::from_days(5), .scope = {.everything = true}}).total,
              (Counts{.engagements = 2, .people = 1, .fte = Fte::thousandths(600), .fte_unknown = 1}));
}

TEST(Tally, CountsTheFirstAndTheLastDayAndNoOther)
{
    Stretch row{.person = 1, .engagement = 1, .from = Date::from_days(10), .to = Date::from_days(20)};
    const Table table{{row}, some_dictionaries()};
    auto people_on = [&](int day) { return count(table, {.on = Date::from_days(day), .scope = {.everything = true}}).total.people; };
    EXPECT_EQ(people_on(9), 0);
    EXPECT_EQ(people_on(10), 1);
    EXPECT_EQ(people_on(20), 1);
    EXPECT_EQ(people_on(21), 0);
}

TEST(Tally, CountsNothingWhereTheScopeIsEmpty)
{
    Stretch row{.person = 1, .engagement = 1, .from = Date::from_days(0)};
    const Table table{{row}, some_dictionaries()};
    EXPECT_EQ(count(table, {.on = Date::from_days(5)}).total, Counts{});
}

TEST(Tally, RefusesToGroupByThreeColumns)
{
    EXPECT_THROW(count(Table{}, {.by = {Column::role, Column::sector, Column::locality}}), std::logic_error);
}

TEST(Dictionary, KeepsACodeForEachTextAndNoughtForNone)
{
    Dictionary dictionary;
    EXPECT_EQ(dictionary.add(""), 0u);
    auto nurse = dictionary.add("nurse");
    EXPECT_EQ(dictionary.add("nurse"), nurse);
    EXPECT_EQ(dictionary.find("nurse"), nurse);
    EXPECT_FALSE(dictionary.find("teacher"));
    EXPECT_EQ(dictionary.text(nurse), "nurse");
}

}  // namespace kith::tally
