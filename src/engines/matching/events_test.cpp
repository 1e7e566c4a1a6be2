#include "matching/events.hpp"

#include "matching/made_town.hpp"

#include <gtest/gtest.h>

namespace kith::matching {
namespace {

TEST(Events, AreTheSameAfterBeingWrittenAndRead)
{
    auto whole = told("Anna\tLouise", "O'Hart\\ley\n", "2014-03-12");
    whole.id = "7";
    whole.source = "gp";
    whole.birth_place = "Leeds";
    whole.contact = "a@b.org";
    whole.identifiers = {"9434765919", "", "AB123456C", "SW1", "7"};
    whole.earlier_forenames = {"Annie"};
    whole.earlier_surnames = {"Wood", "Green"};
    whole.earlier_addresses = {{"B1 1AA", "2"}, {"B2 2BB", ""}};
    for (const Event& event : {Event{whole}, Event{told("", "", "", "", "", "")}, Event{Decision{.one = "a", .other = "b", .is_same = true, .by = "a clerk", .on = "2026-11-23"}}, Event{Decision{.one = "a", .other = "b", .is_same = false, .by = "", .on = ""}},
                               Event{Settings{.threshold = 0.4, .variants = 18'000'000'000'000'000'001ULL, .one_each = {"gp", "a\tb"}}}, Event{Withdrawal{.number = 3, .by = "x", .on = "y"}}}) {
        const auto line = written(event);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto read = read_event(line);
        ASSERT_TRUE(read) << line;
        EXPECT_EQ(written(*read), line);
    }
    const auto again = std::get<Told>(*read_event(written(whole)));
    EXPECT_EQ(again.forename, whole.forename);
    EXPECT_EQ(again.surname, whole.surname);
    EXPECT_EQ(again.earlier_addresses[1].postcode, "B2 2BB");
    for (const auto* wrong : {"", "record", "record\ta", "decision\ta\tb\tsame\tc", "withdrawal\tthree\ta\tb", "model\t1\t2", "pair\ta", "decision\ta\tb\tsame\tc\td\te"}) EXPECT_FALSE(read_event(wrong)) << wrong;
}

TEST(Events, CarryAModelToTheLastBitSoThatWhoComesLaterIsJudgedAlike)
{
    const auto made = town(41, 400);
    const Linkage batch{made.people()};
    const auto event = read_event(written(frozen(batch)));
    ASSERT_TRUE(event);
    People people;
    const auto model = put_into(people, std::get<Frozen>(*event));
    EXPECT_EQ(model.rates, batch.model().rates);
    EXPECT_EQ(model.shares, batch.model().shares);
    Linkage linkage{std::move(people), {}, model};
    for (const auto& record : made.records) ASSERT_TRUE(linkage.arrive(record));
    EXPECT_EQ(linkage.firsts(), batch.firsts());
    for (std::uint32_t place = 0; place < made.records.size(); ++place)
        for (const auto& link : batch.links_of(place)) {
            const auto* other = linkage.link_between(place, link.to);
            ASSERT_NE(other, nullptr);
            EXPECT_EQ(other->odds, link.odds) << "not a bit less";
        }
    EXPECT_EQ(written(frozen(linkage)), written(frozen(batch)));
}

}  // namespace
}  // namespace kith::matching
