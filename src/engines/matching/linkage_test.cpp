#include "matching/evaluation.hpp"

#include "matching/made_town.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::matching {
namespace {

/// Groups as sets of ids, whatever the order of arrival.
std::set<std::set<std::string>> groups_in(const Linkage& linkage)
{
    std::map<std::int64_t, std::set<std::string>> groups;
    for (std::uint32_t place = 0; place < linkage.people().persons.size(); ++place) groups[linkage.person(place)].insert(linkage.people().id_of(place));
    std::set<std::set<std::string>> all;
    for (auto& [person, group] : groups) all.insert(std::move(group));
    return all;
}
bool are_one(const Linkage& linkage, std::string_view one, std::string_view other) { return linkage.person(*linkage.people().place_of(one)) == linkage.person(*linkage.people().place_of(other)); }

/// Nobody yet, under a model and counts that were made before.
People nobody_under(const People& made_before)
{
    People people;
    for (Text text = 1; text < made_before.texts.size(); ++text) people.texts.set_count(made_before.texts[text], made_before.texts.count(text));
    people.texts.end_counting();
    people.counted = made_before.counted;
    return people;
}
/// Namesakes are kept by the places of texts; nobody_under() keeps those places.
Linkage arriving(const Linkage& batch, const std::vector<Told>& records, const std::vector<std::size_t>& order, std::size_t at_once = 0)
{
    auto people = nobody_under(batch.people());
    for (std::size_t at = 0; at < at_once; ++at) add(people, records[order[at]]);
    Linkage linkage{std::move(people), batch.joining(), batch.model()};
    for (std::size_t at = at_once; at < order.size(); ++at) EXPECT_TRUE(linkage.arrive(records[order[at]]));
    return linkage;
}
std::vector<std::size_t> shuffled(std::size_t number, std::uint64_t seed)
{
    std::vector<std::size_t> order(number);
    for (std::size_t at = 0; at < number; ++at) order[at] = at;
    std::mt19937_64 chance{seed};
    for (auto at = number; at > 1; --at) std::swap(order[at - 1], order[chance() % at]);
    return order;
}

/// A town with blocks that outgrow what is compared: one surname, one day and one full name that many share.
Town crowded_town(std::uint64_t seed, int families)
{
    auto made = town(seed, families);
    for (int number = 0; number < 70; ++number) {
        auto one = told(number % 2 == 0 ? "Nia" : "Nia Rose", "Well", number % 3 == 0 ? "2014-01-01" : "2014-02-" + std::to_string(10 + number % 19), "WM2 " + std::to_string(number % 10) + "AB", std::to_string(number % 7));
        one.id = "crowd " + std::to_string(number);
        made.records.push_back(one);
        made.truth.push_back(1'000'000 + static_cast<std::uint32_t>(number));
    }
    return made;
}

TEST(Linkage, FindsChildrenAmongBrothersSistersAndTwinsWithoutAnswers)
{
    const auto made = town(7, 1'500);
    const Linkage linkage{made.people()};
    const auto found = evaluate(linkage.firsts(), made.truth);
    EXPECT_GT(found.precision(), 0.95) << found.found_pairs;
    EXPECT_GT(found.recall(), 0.90) << found.true_pairs;
    const auto bands = bands_of(linkage, made.truth);
    EXPECT_GT(static_cast<double>(bands.right_automatic_pairs) / static_cast<double>(bands.automatic_pairs), 0.99);
    std::vector<std::uint32_t> by_address(made.truth.size());  // what joining by address and surname alone would give
    std::map<std::string, std::uint32_t> first;
    for (std::uint32_t place = 0; place < made.truth.size(); ++place) {
        const auto& record = made.records[place];
        by_address[place] = first.try_emplace(record.address.postcode + "/" + record.address.house + "/" + record.surname, place).first->second;
    }
    EXPECT_LT(evaluate(by_address, made.truth).precision(), 0.7) << "the town would be no test if addresses told children apart";
}

TEST(Linkage, GivesTheSameAnswerAgainAndNeverJoinsTwins)
{
    auto made = town(11, 300);
    EXPECT_EQ(Linkage{made.people()}.firsts(), Linkage{made.people()}.firsts());
    for (const auto* forename : {"Amelia", "Oliver"})
        for (int copy = 0; copy < 2; ++copy) {
            made.records.push_back(told(forename, "Hartwood", "2014-03-12"));
            made.records.back().id = forename + std::to_string(copy);
        }
    const Linkage linkage{made.people()};
    EXPECT_TRUE(are_one(linkage, "Amelia0", "Amelia1"));
    EXPECT_TRUE(are_one(linkage, "Oliver0", "Oliver1"));
    EXPECT_FALSE(are_one(linkage, "Amelia0", "Oliver0")) << "one birthday and one address do not make one child";
}

TEST(Linkage, OfASmallTownIsTheSameInAnyOrderOfArrival)
{
    const auto made = crowded_town(31, 12);
    const Linkage batch{made.people()};
    const auto expected = groups_in(batch);
    EXPECT_GT(std::ranges::count_if(expected, [](const auto& group) { return group.size() > 1; }), 10);
    for (std::uint64_t order = 1; order <= 1'000; ++order) {
        const auto linkage = arriving(batch, made.records, shuffled(made.records.size(), order), order % 3 == 0 ? made.records.size() / 2 : 0);
        ASSERT_EQ(groups_in(linkage), expected) << "order " << order;
    }
}

TEST(Linkage, TakesBackWhatOnlyAKeyMadeThatTooManyCameToShare)
{
    // Seven people of one full name, ten records each, told apart by what makes no key: alike numbers and mail. While few have the name they are joined; once too many do, nothing makes their pairs.
    const Linkage before{town(32, 1'500).people()};
    std::vector<Told> namesakes;
    for (int number = 0; number < 70; ++number) {
        auto one = told("Ottoline", "Crowd", "", "", "", "");
        const auto person = std::string(5, static_cast<char>('1' + number / 10));
        one.identifiers[static_cast<std::size_t>(Identifier::other)] = person + std::to_string(number % 10);
        one.contact = person + "ottoline" + person + std::to_string(number % 10) + "@mail.example";
        one.id = "namesake " + std::to_string(number);
        namesakes.push_back(one);
    }
    const auto batch = [&](std::size_t number) {
        auto people = nobody_under(before.people());
        for (std::size_t at = 0; at < number; ++at) add(people, namesakes[at]);
        return groups_in(Linkage{std::move(people), {}, before.model()});
    };
    EXPECT_LT(batch(60).size(), 20U);
    EXPECT_EQ(batch(70).size(), 70U);
    for (std::uint64_t order = 1; order <= 20; ++order) ASSERT_EQ(groups_in(arriving(before, namesakes, shuffled(70, order))), batch(70)) << "order " << order;
}

TEST(Linkage, OfALargeTownIsTheSameInAnyOrderOfArrival)
{
    const auto made = crowded_town(32, 1'500);
    const Linkage batch{made.people()};
    const auto expected = groups_in(batch);
    for (std::uint64_t order = 1; order <= 20; ++order) ASSERT_EQ(groups_in(arriving(batch, made.records, shuffled(made.records.size(), order), order % 2 == 0 ? 2'000 : 0)), expected) << "order " << order;
}

TEST(Linkage, KeepsDecisionsWhateverArrivesBeforeOrAfterThem)
{
    const auto made = crowded_town(33, 60);
    Linkage batch{made.people()};
    std::vector<Decision> decisions;
    for (std::uint32_t place = 0; place + 7 < made.truth.size() && decisions.size() < 12; place += 5) {
        const auto group = batch.group_of(place);
        const bool is_joined = group.size() > 1;
        const auto other = is_joined ? *std::ranges::find_if(group, [&](std::uint32_t one) { return one != place; }) : place + 7;
        decisions.push_back({.one = made.records[place].id, .other = made.records[other].id, .is_same = !is_joined, .by = "clerk", .on = "2026-11-23"});
    }
    std::vector<Decision> taken;
    for (const auto& decision : decisions)
        if (batch.decide(decision)) taken.push_back(decision);
    ASSERT_GT(taken.size(), 6U);
    for (const auto& decision : taken) EXPECT_EQ(are_one(batch, decision.one, decision.other), decision.is_same) << decision.one;
    const auto expected = groups_in(batch);
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto order = shuffled(made.records.size(), seed);
        auto linkage = arriving(batch, made.records, {order.begin(), order.begin() + 120}, 50);
        auto left = taken;
        const auto decide_what_can_be = [&] { std::erase_if(left, [&](const Decision& one) { return linkage.people().place_of(one.one) && linkage.people().place_of(one.other) && linkage.decide(one).has_value(); }); };
        decide_what_can_be();
        for (std::size_t at = 120; at < order.size(); ++at) ASSERT_TRUE(linkage.arrive(made.records[order[at]]));
        decide_what_can_be();
        ASSERT_TRUE(left.empty());
        ASSERT_EQ(groups_in(linkage), expected) << "seed " << seed;
        for (std::size_t number = taken.size(); number > 0; --number) ASSERT_TRUE(linkage.withdraw(static_cast<std::int64_t>(number)));
        ASSERT_EQ(groups_in(linkage), groups_in(Linkage{made.people()})) << "every merge and split can be undone";
    }
}

TEST(Linkage, RefusesDecisionsThatContradictOthersAndShowsBoth)
{
    const auto made = town(7, 40);
    Linkage linkage{made.people()};
    const auto decide = [&](std::string one, std::string other, bool is_same) { return linkage.decide({.one = std::move(one), .other = std::move(other), .is_same = is_same, .by = "a clerk", .on = "2026-11-23"}); };
    ASSERT_TRUE(decide("r0", "r20", true));
    ASSERT_TRUE(decide("r20", "r40", true));
    const auto apart = decide("r40", "r0", false);
    ASSERT_FALSE(apart);
    EXPECT_NE(apart.error().message.find("This decision (r40 and r0 are not the same person"), std::string::npos) << apart.error().message;
    EXPECT_NE(apart.error().message.find("decision 1 (r0 and r20 are the same person"), std::string::npos) << apart.error().message;
    ASSERT_TRUE(decide("r40", "r50", false));
    const auto together = decide("r0", "r50", true);
    ASSERT_FALSE(together);
    EXPECT_NE(together.error().message.find("contradicts decision 3 (r40 and r50 are not the same person"), std::string::npos) << together.error().message;
    EXPECT_FALSE(decide("r0", "r20", true)) << "twice";
    EXPECT_FALSE(decide("r0", "r0", true));
    EXPECT_FALSE(decide("r0", "nobody", true));
    EXPECT_FALSE(linkage.withdraw(9));
    ASSERT_TRUE(linkage.withdraw(3));
    EXPECT_FALSE(linkage.withdraw(3));
    EXPECT_TRUE(decide("r0", "r50", true)) << "once the other is withdrawn";
    EXPECT_TRUE(are_one(linkage, "r50", "r40"));
}

TEST(Linkage, KeepsThePersonsNumberAndLeadsFromALaterOneToTheEarlier)
{
    const auto made = town(7, 200);
    Linkage linkage{made.people()};
    auto here = told("Ottoline", "Hartwell", "2014-03-12"), moved = told("Ivy", "Nowaski", "2011-07-30", "WM3 3CC", "7");
    here.id = "here", moved.id = "moved";
    const auto first = linkage.person(*linkage.arrive(here)), second = linkage.person(*linkage.arrive(moved));
    ASSERT_NE(first, second);
    ASSERT_TRUE(linkage.decide({.one = "moved", .other = "here", .is_same = true, .by = {}, .on = {}}));
    EXPECT_EQ(linkage.person_now(second), first) << "the later number leads to the earlier";
    EXPECT_EQ(linkage.person_now(first), first);
    auto later = here;
    later.id = "later";
    EXPECT_EQ(linkage.person(*linkage.arrive(later)), first) << "it stays while records come";
    ASSERT_TRUE(linkage.withdraw(1));
    EXPECT_EQ(linkage.person_now(second), second) << "and is there again when a merge is undone";
    EXPECT_FALSE(linkage.person_now(0));
    EXPECT_FALSE(linkage.person_now(1'000'000));
    EXPECT_FALSE(linkage.arrive(here)) << "an id comes once";
    EXPECT_FALSE(linkage.arrive(told("No", "Id", "2014-01-01")));
}

TEST(Linkage, NeverJoinsByItselfWhatCarriesLittleOrIsOfTwoByItsNumbers)
{
    auto made = town(7, 200);
    const auto put = [&](std::string id, Told record, std::string nhs_number = {}) {
        record.id = std::move(id);
        record.identifiers[static_cast<std::size_t>(Identifier::nhs_number)] = std::move(nhs_number);
        made.records.push_back(record);
    };
    put("name only", told("Ottoline", "Fitzwick", "", "", "", ""));
    put("name only again", told("Ottoline", "Fitzwick", "", "", "", ""));
    put("whole", told("Ottoline", "Fitzwick", "2014-03-12"));
    put("one number", told("Ivy", "Okowell", "2015-03-12"), "9434765919");
    put("other number", told("Ivy", "Okowell", "2015-03-12"), "4010232137");
    put("third", told("Ivy", "Okowell", "2015-03-12"));
    Linkage linkage{made.people()};
    EXPECT_FALSE(are_one(linkage, "name only", "name only again"));
    EXPECT_FALSE(are_one(linkage, "name only", "whole"));
    for (const auto& [what, record] : {std::pair{"jan", told("Ottoline", "Fitzwick", "2014-01-01", "", "", "")}, std::pair{"setting", told("Ottoline", "Fitzwick", "", "SK22 9ZW", "", "")}})
        for (int copy = 0; copy < 2; ++copy) {
            auto one = record;
            one.id = what + std::to_string(copy);
            ASSERT_TRUE(linkage.arrive(one));
        }
    EXPECT_FALSE(are_one(linkage, "jan0", "jan1")) << "a default day is no birth date";
    EXPECT_FALSE(are_one(linkage, "setting0", "setting1")) << "a postcode may be the setting's";
    const auto* link = linkage.link_between(*linkage.people().place_of("name only"), *linkage.people().place_of("whole"));
    ASSERT_NE(link, nullptr) << "a clerk is asked";
    EXPECT_TRUE(link->is_for_a_clerk);
    EXPECT_FALSE(are_one(linkage, "one number", "other number")) << "not even by way of a third";
    EXPECT_TRUE(are_one(linkage, "one number", "third") || are_one(linkage, "other number", "third"));
    ASSERT_TRUE(linkage.decide({.one = "name only", .other = "whole", .is_same = true, .by = {}, .on = {}}));
    EXPECT_TRUE(are_one(linkage, "name only", "whole")) << "a person may";
}

TEST(Linkage, HoldsASourceThatHasEachPersonOnceToIt)
{
    auto made = town(7, 200);
    for (int copy = 0; copy < 2; ++copy) {
        auto one = told("Ottoline", "Fitzwick", "2014-03-12");
        one.id = "copy" + std::to_string(copy);
        one.source = "practice";
        made.records.push_back(one);
    }
    EXPECT_TRUE(are_one(Linkage{made.people()}, "copy0", "copy1"));
    auto people = made.people();
    const auto practice = source_text(people, "Practice");
    EXPECT_FALSE(are_one(Linkage{std::move(people), {.one_each = {practice}}}, "copy0", "copy1"));
}

TEST(Linkage, SaysWhatTooManyShareAndGoesOn)
{
    People same;
    for (int number = 0; number < 600; ++number) {
        auto one = told("Nia", "Well", "2014-01-01");
        one.id = std::to_string(number);
        add(same, one);
    }
    Linkage linkage{std::move(same)};
    EXPECT_EQ(linkage.compared(), 0) << "so many alike are compared by no key";
    ASSERT_FALSE(linkage.capped().empty());
    EXPECT_EQ(linkage.capped().front().records, 600);
    auto one_more = told("Nia", "Well", "2014-01-01");
    one_more.id = "one more";
    EXPECT_TRUE(linkage.arrive(one_more));
    EXPECT_TRUE(Linkage{People{}}.firsts().empty());
    auto none = told("", "", "", "", "", "");
    none.id = "none";
    People empty;
    for (int number = 0; number < 5; ++number) none.id += "x", add(empty, none);
    EXPECT_EQ(Linkage{std::move(empty)}.firsts().size(), 5U) << "a file with nothing in it";
}

TEST(Linkage, JoinsHundredsOfRecordsOfOnePerson)
{
    auto made = town(7, 200);
    for (int copy = 0; copy < 400; ++copy) {
        made.records.push_back(told("Ottoline", "Fitzwick", "2014-03-12"));
        made.records.back().id = "copy " + std::to_string(copy);
    }
    const Linkage linkage{made.people()};
    EXPECT_EQ(linkage.group_of(*linkage.people().place_of("copy 0")).size(), 400U);
}

TEST(Linkage, TellsBrothersSistersAndTwinsApartWhoShareTheirParentsMail)
{
    auto made = town(7, 1'500);
    for (std::size_t at = 0; at < made.records.size(); ++at) made.records[at].contact = "parents" + std::to_string(made.families[at]) + "@family.example";
    const Linkage linkage{made.people()};
    const auto found = evaluate(linkage.firsts(), made.truth);
    EXPECT_GT(found.precision(), 0.95);
    const auto bands = bands_of(linkage, made.truth);
    EXPECT_GT(static_cast<double>(bands.right_automatic_pairs) / static_cast<double>(bands.automatic_pairs), 0.99);
}

TEST(Linkage, TakesABirthDateThatFormsFillInForNoKey)
{
    auto made = town(7, 1'500);
    for (auto& record : made.records) record.birth_date = "2015-03-04";
    const Linkage linkage{made.people()};
    ASSERT_FALSE(linkage.capped().empty());
    EXPECT_EQ(linkage.capped().front().records, std::ssize(made.records));
    EXPECT_EQ(linkage.capped().front().blocks, 1);
    const auto found = evaluate(linkage.firsts(), made.truth);
    EXPECT_GT(found.precision(), 0.8) << "names and addresses are left";
    EXPECT_LT(linkage.compared(), 60 * std::ssize(made.records));
}

TEST(Keys, MakeEachPairOnceInOrder)
{
    const auto people = town(5, 60).people();
    const Keys keys{people};
    const auto pairs = keys.pairs();
    EXPECT_TRUE(std::ranges::is_sorted(pairs));
    EXPECT_EQ(std::ranges::adjacent_find(pairs), pairs.end());
    for (const auto& [one, other] : pairs) {
        EXPECT_LT(one, other);
        EXPECT_TRUE(keys.make_pair_of(people, one, other));
        EXPECT_TRUE(std::ranges::binary_search(keys.sharing(people, one), other));
    }
}

}  // namespace
}  // namespace kith::matching
