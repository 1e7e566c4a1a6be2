// The tally against a count done the slow way, on random tables; the seed is printed where they differ.
#include "tally/facts.hpp"
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

/// Some records are held by the person of the one before.
std::int64_t person_of(std::int64_t record)
{
    return record % 7 == 0 ? record - 3 : record;
}

/// A record's stretches: a few engagements, each of stretches that follow one another.
std::vector<Stretch> rows_of_record(Random& random, std::int64_t record)
{
    std::vector<Stretch> rows;
    for (std::int64_t engagement = 0; engagement <= up_to(random, 2); ++engagement) {
        int day = static_cast<int>(up_to(random, 300));
        for (std::int64_t stretch = up_to(random, 2); stretch >= 0; --stretch) {
            Stretch row{.person = person_of(record), .record = record, .engagement = record * 10 + engagement, .from = Date::from_days(day)};
            day += static_cast<int>(1 + up_to(random, 200));
            if (stretch > 0 || up_to(random, 1) == 0) row.to = Date::from_days(day - 1);
            for (auto& code : row.codes) code = static_cast<Code>(up_to(random, 6));
            if (up_to(random, 4) > 0) row.numbers.set(Number::fte, up_to(random, 1250));
            if (up_to(random, 4) > 0) row.numbers.set(Number::pay, up_to(random, 9));
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<Stretch> random_rows(Random& random, std::int64_t records)
{
    std::vector<Stretch> rows;
    for (std::int64_t record = 1; record <= records; ++record) {
        auto more = rows_of_record(random, record);
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
    if (up_to(random, 1) == 0) query.scope.records = {up_to(random, 40), up_to(random, 40)};
    for (std::size_t place = 0; place < column_count; ++place) {
        if (up_to(random, 9) > 0) continue;
        std::vector<Code> codes;
        for (Code code = 0; code <= 6; ++code) {
            if (up_to(random, 2) > 0) codes.push_back(code);
        }
        query.filters[place] = codes;
    }
    for (std::int64_t columns = up_to(random, 2); columns > 0; --columns) query.by.push_back(static_cast<Column>(up_to(random, column_count - 1)));
    query.counting = static_cast<Counting>(up_to(random, 2));
    query.since = query.on.plus_days(static_cast<int>(-up_to(random, 300)));
    return query;
}

bool holds(const std::vector<Code>& codes, Code code)
{
    return std::ranges::find(codes, code) != codes.end();
}

using Rows = std::vector<Stretch>;

bool works_on(const Rows& rows, std::int64_t record, Date day)
{
    return std::ranges::any_of(rows, [&](const Stretch& row) { return row.record == record && Period{row.from, row.to}.contains(day); });
}

bool is_of_the_days(const Rows& rows, const Stretch& row, const Query& query)
{
    switch (query.counting) {
    case Counting::in_force: return Period{row.from, row.to}.contains(query.on);
    case Counting::joined: return row.from > query.since && row.from <= query.on && !works_on(rows, row.record, row.from.plus_days(-1));
    case Counting::left: return row.to && *row.to >= query.since && *row.to < query.on && !works_on(rows, row.record, row.to->plus_days(1));
    }
    return false;
}

bool counts_slowly(const Rows& rows, const Stretch& row, const Query& query)
{
    if (!is_of_the_days(rows, row, query)) return false;
    for (std::size_t place = 0; place < column_count; ++place) {
        if (query.filters[place] && !holds(*query.filters[place], row.codes[place])) return false;
    }
    const auto& scope = query.scope;
    return scope.everything || holds(scope.organisations, row.codes[place_of(Column::organisation)])
        || holds(scope.localities, row.codes[place_of(Column::locality)])
        || std::ranges::find(scope.records, row.record) != scope.records.end();
}

struct Seen {
    std::set<std::int64_t> people;
    std::set<std::int64_t> records;
    Counts counts;
    void add(const Stretch& row)
    {
        people.insert(row.person);
        records.insert(row.record);
        row.fte() ? void(counts.fte += *row.fte()) : void(++counts.fte_unknown);
        counts.people = static_cast<std::int64_t>(people.size());
        counts.records = static_cast<std::int64_t>(records.size());
        ++counts.engagements;
    }
};

Answer count_slowly(const std::vector<Stretch>& rows, const Query& query)
{
    Seen total;
    std::map<std::array<Code, 2>, Seen> groups;
    for (const auto& row : rows) {
        if (!counts_slowly(rows, row, query)) continue;
        total.add(row);
        if (query.by.empty()) continue;
        groups[{row.codes[place_of(query.by[0].column)], query.by.size() > 1 ? row.codes[place_of(query.by[1].column)] : 0}].add(row);
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
            std::set<std::int64_t> records;
            std::vector<std::int32_t> pays;
            for (const auto& row : rows) {
                if (!counts_slowly(rows, row, query)) continue;
                records.insert(row.record);
                if (row.numbers[Number::pay] != not_given) pays.push_back(row.numbers[Number::pay]);
            }
            std::ranges::sort(pays);
            ASSERT_EQ(records_counted(table, query), std::vector<std::int64_t>(records.begin(), records.end()));
            const std::vector<std::int64_t> asked{5, 7, 4, 99};
            for (auto index : rows_counted(table, query, asked)) ASSERT_TRUE(counts_slowly(rows, table.row(index), query));
            ASSERT_EQ(std::ranges::count_if(rows, [&](const Stretch& row) { return counts_slowly(rows, row, query); }), std::ssize(rows_counted(table, query)));
            query.by.clear();
            const auto spread = spread_of(table, query, Number::pay);
            ASSERT_EQ(spread.empty() ? std::vector<std::int32_t>{} : spread.front().values, pays);
        }
    }
}

TEST(Tally, IsTheSameWhetherLoadedWholeOrRecordByRecord)
{
    for (std::uint64_t seed = 100; seed < 120; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random{seed};
        auto before = random_rows(random, 30);
        std::vector<std::int64_t> changed{3, 7, 8, 30, 31, 32};
        std::vector<Stretch> fresh;
        for (auto record : changed) {
            if (record == 8) continue;  // whose rows all go
            auto more = rows_of_record(random, record);
            fresh.insert(fresh.end(), more.begin(), more.end());
        }
        auto after = before;
        std::erase_if(after, [&](const Stretch& row) { return std::ranges::binary_search(changed, row.record); });
        after.insert(after.end(), fresh.begin(), fresh.end());

        const Table stepwise = Table{before, some_dictionaries()}.with_records_replaced(changed, fresh, some_dictionaries());
        const Table whole{after, some_dictionaries()};
        ASSERT_EQ(stepwise.size(), whole.size());
        for (std::size_t index = 0; index < whole.size(); ++index) ASSERT_EQ(stepwise.row(index), whole.row(index));
        ASSERT_TRUE(std::ranges::equal(stepwise.joins(), whole.joins()));
        ASSERT_TRUE(std::ranges::equal(stepwise.leaves(), whole.leaves()));
        EXPECT_EQ(whole.records_of_person_of(14), (std::vector<std::int64_t>{11, 14}));
        EXPECT_EQ(whole.records_of_person_of(1), std::vector<std::int64_t>{1});
        EXPECT_EQ(whole.ordinal_of(99), std::nullopt);
    }
}

TEST(Tally, CountsARecordWithTwoEngagementsOnceAndAPersonWithTwoRecordsOnce)
{
    Stretch one{.person = 1, .record = 1, .engagement = 1, .from = Date::from_days(0)};
    one.numbers.set(Number::fte, 600);
    Stretch other{.person = 1, .record = 1, .engagement = 2, .from = Date::from_days(0)};
    Stretch elsewhere{.person = 1, .record = 4, .engagement = 3, .from = Date::from_days(0)};
    const Table table{{one, elsewhere, other}, some_dictionaries()};
    EXPECT_EQ(count(table, {.on = Date::from_days(5), .scope = {.everything = true}}).total,
              (Counts{.engagements = 3, .records = 2, .people = 1, .fte = Fte::thousandths(600), .fte_unknown = 2}));
}

TEST(Tally, GroupsAndFiltersByAColumnWorkedOutForTheQuestion)
{
    Random random{5};
    const auto rows = random_rows(random, 30);
    const Table table{rows, some_dictionaries()};
    const auto odd = derived_from_rows(table, [&](std::size_t first, std::size_t) { return static_cast<Code>(1 + table.records()[table.ordinals()[first]] % 2); });
    Query query{.on = Date::from_days(200), .scope = {.everything = true}};
    const auto all = count(table, query);
    query.by = {odd, Column::role};
    const auto answer = count(table, query);
    EXPECT_EQ(answer.total, all.total);
    std::int64_t records = 0;
    query.by = {odd};
    for (const auto& group : count(table, query).groups) records += group.counts.records;
    EXPECT_EQ(records, all.total.records);
    query.keep(odd, {2});
    for (auto record : records_counted(table, query)) EXPECT_EQ(record % 2, 1);
    const std::vector<std::int64_t> chosen{3, 5, 8, 400};
    const auto those = derived_from_records(table, chosen);
    EXPECT_EQ(records_counted(table, Query{.on = Date::from_days(200), .scope = {.everything = true}}.keep(those, {1}).keep(odd, {1})),
              (count(table, Query{.on = Date::from_days(200), .scope = {.everything = true, .records = {8}}}.keep(those, {1}).keep(odd, {1})).total.records == 1
                   ? std::vector<std::int64_t>{8}
                   : std::vector<std::int64_t>{}));
}

TEST(Tally, NamesWhoJoinedAndWhoLeftAndNotWhoChangedJobs)
{
    auto row = [](std::int64_t record, std::int64_t engagement, int from, std::optional<int> to) {
        Stretch stretch{.person = record, .record = record, .engagement = engagement, .from = Date::from_days(from)};
        if (to) stretch.to = Date::from_days(*to);
        return stretch;
    };
    // 1 stays throughout; 2 changes jobs from one day to the next; 3 leaves and comes back; 4 joins; 5 leaves, with two jobs of one last day.
    const Table table{{row(1, 1, 0, {}), row(2, 2, 0, 50), row(2, 3, 51, {}), row(3, 4, 0, 40), row(3, 5, 60, {}), row(4, 6, 45, {}), row(5, 7, 0, 45), row(5, 8, 10, 45)},
                      some_dictionaries()};
    Query query{.on = Date::from_days(100), .scope = {.everything = true}, .counting = Counting::joined, .since = Date::from_days(30)};
    EXPECT_EQ(records_counted(table, query), (std::vector<std::int64_t>{3, 4}));
    query.counting = Counting::left;
    EXPECT_EQ(records_counted(table, query), (std::vector<std::int64_t>{3, 5}));
    EXPECT_EQ(count(table, query).total.records, 2);
    query.on = Date::from_days(45);
    EXPECT_EQ(records_counted(table, query), (std::vector<std::int64_t>{3})) << "on their last day people still work";
}

TEST(Facts, GiveEachRecordACodeOfItsOwn)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random{seed};
        const Table table{random_rows(random, 40), some_dictionaries()};
        std::vector<Fact> rows;
        for (int fact = 0; fact < 60; ++fact) {
            rows.push_back({.record = up_to(random, 45), .kind = static_cast<std::uint8_t>(up_to(random, 2)), .code = static_cast<Code>(up_to(random, 6))});
        }
        const Facts facts{rows, {}, {}};
        auto most_of = [](auto&& some, std::int64_t record) {
            Code most = 0;
            for (const Fact& fact : some) {
                if (fact.record == record && fact.kind == 1) most = std::max(most, fact.code);
            }
            return most;
        };
        const auto derived = derived_from_facts(table, facts, [&](std::span<const Fact> own) { return own.empty() ? Code{0} : most_of(own, own.front().record); });
        for (auto record : table.records()) ASSERT_EQ(derived.of_record[*table.ordinal_of(record)], most_of(rows, record));
        FactsInOrder in_order{facts};
        for (int look = 0; look < 200; ++look) {
            // Mostly onwards, now and then back, and to records that have none
            const auto record = look % 5 == 0 ? up_to(random, 50) : std::int64_t{look % 50};
            const auto found = in_order.of(record);
            ASSERT_EQ(std::vector<Fact>(found.begin(), found.end()), std::vector<Fact>(facts.of(record).begin(), facts.of(record).end())) << record;
        }
        const std::vector<std::int64_t> replaced{3, 4};
        const Fact fresh{.record = 3, .kind = 1, .code = 9};
        const auto next = facts.with_records_replaced(replaced, {fresh}, {}, {});
        ASSERT_EQ(std::vector<Fact>(next.of(3).begin(), next.of(3).end()), std::vector<Fact>{fresh});
        ASSERT_TRUE(next.of(4).empty());
        ASSERT_EQ(next.of(5).size(), facts.of(5).size());
    }
}

TEST(Tally, CountsTheFirstAndTheLastDayAndNoOther)
{
    Stretch row{.person = 1, .record = 1, .engagement = 1, .from = Date::from_days(10), .to = Date::from_days(20)};
    const Table table{{row}, some_dictionaries()};
    auto people_on = [&](int day) { return count(table, {.on = Date::from_days(day), .scope = {.everything = true}}).total.records; };
    EXPECT_EQ(people_on(9), 0);
    EXPECT_EQ(people_on(10), 1);
    EXPECT_EQ(people_on(20), 1);
    EXPECT_EQ(people_on(21), 0);
}

TEST(Tally, CountsNothingWhereTheScopeIsEmpty)
{
    Stretch row{.person = 1, .record = 1, .engagement = 1, .from = Date::from_days(0)};
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
