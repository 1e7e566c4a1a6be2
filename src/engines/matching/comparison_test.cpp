#include "matching/comparison.hpp"

#include "matching/made_town.hpp"
#include "matching/similarity.hpp"

#include <gtest/gtest.h>

namespace kith::matching {
namespace {

Compared compared(const Told& one, const Told& other, const Variants& variants = {})
{
    People people;
    people.variants = variants;
    auto first = one, second = other;
    first.id = "1", second.id = "2";
    add(people, first);
    add(people, second);
    const auto found = compare(people, people.persons[0], people.persons[1]), back = compare(people, people.persons[1], people.persons[0]);
    EXPECT_EQ(found.pattern, back.pattern) << "the same whichever is named first";
    EXPECT_EQ(found.agreed, back.agreed);
    return found;
}
std::uint8_t level(Field field, const Told& one, const Told& other, const Variants& variants = {}) { return at(compared(one, other, variants).pattern, field); }

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
    EXPECT_EQ(level(Field::forename, anna, told("Annah", "x", "")), 3);
    EXPECT_EQ(level(Field::forename, anna, told("Smith", "Anna", "")), 4);
    EXPECT_EQ(level(Field::surname, anna, told("Smith", "Anna", "")), missing) << "what is exchanged is said once";
    EXPECT_EQ(level(Field::forename, told("Anna Louise", "x", ""), told("Louise", "x", "")), 4) << "called by the second name";
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
    EXPECT_EQ(level(Field::sex, anna, told("Oliver", "", "", "", "", "M")), 1);
    EXPECT_EQ(level(Field::sex, anna, told("Oliver", "", "", "", "", "")), missing);
    EXPECT_EQ(level(Field::sex, anna, anna), missing) << "where forenames agree, sex says nothing more";
    for (std::size_t field = 0; field < fields; ++field)
        for (std::uint8_t step = 0; step < levels.at(field); ++step) EXPECT_FALSE(words_of(static_cast<Field>(field), step).empty());
}

TEST(Comparison, KnowsVariantsWhereItIsGivenThem)
{
    const Variants variants{{{"william", "bill", "will"}, {"alexander", "alex"}, {"alexandra", "alex"}}};
    const auto with = [&](std::string one, std::string other) { return level(Field::forename, told(std::move(one), "x", ""), told(std::move(other), "x", ""), variants); };
    EXPECT_EQ(with("Bill", "William"), 2);
    EXPECT_EQ(with("Bill", "Will John"), 2);
    EXPECT_EQ(with("Alex", "Alexandra"), 2);
    EXPECT_NE(with("Alexander", "Alexandra"), 2) << "a name in two groups does not make them one";
    EXPECT_GT(level(Field::forename, told("Bill", "x", ""), told("William", "x", "")), 4) << "switched off";
}

TEST(Comparison, TakesTheBestOfEarlierNamesAndAddressesAndCountsHowManyItTried)
{
    auto now = told("Anna", "Brown", "2014-03-12", "B1 1AA", "1");
    now.earlier_surnames = {"Smith", "Unknown", "Green"};
    now.earlier_addresses = {{"SK22 9ZW", "4"}};
    const auto then = told("Anna", "Smith", "2014-03-12");
    const auto found = compared(now, then);
    EXPECT_EQ(at(found.pattern, Field::surname), 0);
    EXPECT_EQ(found.values[static_cast<std::size_t>(Field::surname)], 3) << "a placeholder is no name";
    EXPECT_EQ(at(found.pattern, Field::address), 0);
    EXPECT_EQ(found.values[static_cast<std::size_t>(Field::address)], 2);
    EXPECT_EQ(level(Field::surname, told("Anna", "Brown", ""), then), 3);
}

TEST(Identifiers, AreCheckedByTheirDigits)
{
    const auto is_valid = [](Identifier kind, std::string_view text) { return identified(kind, text).is_valid; };
    EXPECT_TRUE(is_valid(Identifier::nhs_number, "943 476 5919"));  // the example of the NHS Data Dictionary
    EXPECT_FALSE(is_valid(Identifier::nhs_number, "943 476 5918"));
    EXPECT_FALSE(is_valid(Identifier::nhs_number, "9434765"));
    EXPECT_FALSE(is_valid(Identifier::nhs_number, "0000000000"));
    int valid = 0;
    for (int last = 0; last < 10; ++last) valid += is_valid(Identifier::nhs_number, "400000000" + std::to_string(last)) ? 1 : 0;
    EXPECT_EQ(valid, 1) << "one check digit at most is right";
    // Worked out by hand: 8*2+1*3+0*4+2*5+0*6+0*7+1*8+2*9+3*10+4*11+5*12+6*13 = 267; 267 modulo 23 is 14, the fifteenth letter without I, O and S: Q.
    EXPECT_TRUE(is_valid(Identifier::upn, "Q810200123456"));
    EXPECT_FALSE(is_valid(Identifier::upn, "A810200123456"));
    EXPECT_FALSE(is_valid(Identifier::upn, "Q81020012345A")) << "a temporary number is not a person's for good";
    EXPECT_TRUE(is_valid(Identifier::national_insurance, "AB 12 34 56 C"));
    EXPECT_EQ(identified(Identifier::national_insurance, "AB 12 34 56 C").value, identified(Identifier::national_insurance, "ab123456").value);
    EXPECT_FALSE(is_valid(Identifier::national_insurance, "BG123456A"));
    EXPECT_TRUE(is_valid(Identifier::registration, "SW123456"));
    EXPECT_FALSE(is_valid(Identifier::registration, "pending"));
    for (const auto* none : {" - ", "UNKNOWN", "N/A", "0000000000", "pending", "9999999999"})
        for (std::size_t kind = 0; kind < identifier_kinds; ++kind) EXPECT_TRUE(identified(static_cast<Identifier>(kind), none).value.empty()) << none;
}

TEST(Identifiers, AreStrongEvidenceAndKeepTwoPeopleApartOnlyWhereBothAreValid)
{
    const auto with = [](std::string number) {
        auto one = told("Anna", "Smith", "2014-03-12");
        one.identifiers[static_cast<std::size_t>(Identifier::nhs_number)] = std::move(number);
        return one;
    };
    EXPECT_EQ(level(Field::identifier, with("9434765919"), with("943 476 5919")), 0);
    EXPECT_EQ(level(Field::identifier, with("9434765919"), with("9434765918")), 1) << "mistyped: its digits are wrong";
    EXPECT_EQ(level(Field::identifier, with("9434765919"), with("4010232137")), 2);
    EXPECT_EQ(level(Field::identifier, with("9434765919"), with("")), missing);
    const auto apart = [&](std::string one, std::string other) {
        People people;
        auto first = with(std::move(one)), second = with(std::move(other));
        first.id = "1", second.id = "2";
        add(people, first), add(people, second);
        return have_different_identifiers(people.persons[0], people.persons[1]);
    };
    EXPECT_TRUE(apart("9434765919", "4010232137"));
    EXPECT_FALSE(apart("9434765919", "9434765918"));
    EXPECT_FALSE(apart("9434765919", "9434765919"));
}

TEST(Comparison, IsTheSameWhicheverRecordIsNamedFirst)
{
    const auto made = town(21, 40);
    for (std::size_t one = 0; one < 60; ++one)
        for (std::size_t other = one + 1; other < 60; ++other) compared(made.records[one], made.records[other]);
}

}  // namespace
}  // namespace kith::matching
